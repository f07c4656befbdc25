import { Injectable } from '@nestjs/common';
import { CommentsService, type Outcome } from '../comments/index.js';
import { ConsultationsService, DraftsQueries, Publication, type ConsultationRequest } from '../consultations/index.js';
import { OpinionAnswers, OpinionsService, type AnswerDraft, type Stance } from '../opinions/index.js';
import { Clock, type Actor, type Language, type LocalizedText } from '../platform/kernel/index.js';
import { ReportsService } from '../reports/index.js';
import { DemoConcealments, type DemoConcealment } from './demo-concealments.service.js';
import { readMaterial } from './demo-material.js';
import { DemoPeople } from './demo-people.service.js';
import type { Story } from './demo-story.js';

interface DemoComment {
  readonly by: string;
  readonly on: number;
  readonly language: Language;
  readonly text: string;
  /** Its place among the provisions, from 1. */
  readonly provision?: number;
  readonly quote?: string;
  readonly showName?: boolean;
  /** When the author takes it back. */
  readonly withdrawn?: number;
  readonly concealed?: DemoConcealment;
  readonly answer?: { readonly on: number; readonly outcome: Outcome; readonly reasons: LocalizedText };
}

type Wanted = Pick<
  ConsultationRequest,
  'actType' | 'title' | 'summary' | 'objectives' | 'category' | 'publicService' | 'commentsByEmail' | 'questions'
>;

/** What the council thought of the draft, and what the body answered. */
interface DemoOpinion {
  readonly on: number;
  readonly stance: Stance;
  readonly text: LocalizedText;
  readonly response: AnswerDraft & { readonly on: number };
}

interface DemoConsultation extends Wanted {
  readonly key: string;
  readonly place: string;
  readonly prepared: number;
  /** Absent while only the body knows of it. */
  readonly published?: number;
  readonly closes: number;
  readonly provisions: readonly (readonly [kk: string, ru: string, en: string])[];
  readonly comments?: readonly DemoComment[];
  readonly opinion?: DemoOpinion;
  readonly withdrawn?: { readonly on: number; readonly reasons: LocalizedText };
  readonly report?: { readonly on: number; readonly summary: LocalizedText };
  readonly conclusion?: {
    readonly on: number;
    readonly act: { readonly title: LocalizedText; readonly number: string; readonly url: string };
  };
}

/** Consultations of the demonstration, one in every phase, with what people said and what became of it. */
@Injectable()
export class DemoConsultations {
  readonly #consultations = readMaterial('consultations') as DemoConsultation[];

  constructor(
    private readonly consultations: ConsultationsService,
    private readonly publication: Publication,
    private readonly drafts: DraftsQueries,
    private readonly comments: CommentsService,
    private readonly opinions: OpinionsService,
    private readonly answers: OpinionAnswers,
    private readonly reports: ReportsService,
    private readonly concealments: DemoConcealments,
    private readonly people: DemoPeople,
    private readonly clock: Clock,
  ) {}

  /** Tells every consultation from its draft to its end. */
  tell(story: Story): void {
    for (const one of this.#consultations) {
      story.on(one.prepared, '10:30', () => this.#prepare(story, one));
      const { published, opinion, comments = [] } = one;
      if (published !== undefined) {
        story.on(published, '11:30', () => this.publication.publish(idOf(story, one), this.#officer(story, one)));
      }
      comments.forEach((comment, at) => {
        this.#tellComment(story, one, comment, at);
      });
      if (opinion) this.#tellOpinion(story, one, opinion);
      this.#tellEnd(story, one);
    }
  }

  #tellComment(story: Story, one: DemoConsultation, comment: DemoComment, at: number): void {
    const { on, answer, withdrawn, concealed, by } = comment;
    const id = (): string => story.id(`comment:${one.key}:${at}`);
    story.apart(on, `12:${10 + at}`, () => this.#post(story, one, comment, at));
    if (withdrawn !== undefined) {
      story.on(withdrawn, '14:00', () => this.comments.withdraw(id(), this.people.person(story, by)));
    }
    if (concealed) {
      this.concealments.tell(story, id, concealed, { officer: () => this.#officer(story, one), author: by });
    }
    if (answer) {
      const { outcome, reasons } = answer;
      story.on(answer.on, `15:${10 + at}`, () =>
        this.comments.answer(id(), { outcome, reasons }, this.#officer(story, one)),
      );
    }
  }

  #tellOpinion(story: Story, one: DemoConsultation, { on, response, ...wanted }: DemoOpinion): void {
    const { on: answeredOn, ...draft } = response;
    const name = `opinion:${one.key}`;
    story.on(on, '11:45', async () => {
      const secretary = this.people.holder(story, 'secretary', one.place);
      story.remember(name, await this.opinions.give(idOf(story, one), wanted, secretary));
    });
    story.on(answeredOn, '16:45', () => this.answers.answer(story.id(name), draft, this.#officer(story, one)));
  }

  #tellEnd(story: Story, one: DemoConsultation): void {
    const by = (): Actor => this.#officer(story, one);
    const { withdrawn, report, conclusion } = one;
    if (withdrawn) {
      story.on(withdrawn.on, '16:00', () => this.consultations.withdraw(idOf(story, one), withdrawn.reasons, by()));
    }
    if (report) story.on(report.on, '16:15', () => this.reports.publish(idOf(story, one), report.summary, by()));
    if (conclusion) {
      const act = { ...conclusion.act, adoptedOn: story.day(conclusion.on + 1) };
      story.on(conclusion.on, '16:30', () =>
        this.consultations.conclude(idOf(story, one), { result: 'adopted', act }, by()),
      );
    }
  }

  async #prepare(story: Story, one: DemoConsultation): Promise<void> {
    const { key, place, closes, actType, title, summary, objectives, category, publicService, questions } = one;
    const wanted: ConsultationRequest = {
      stage: 'draft',
      ...{ actType, title, summary, objectives, category },
      ...(publicService === undefined ? {} : { publicService }),
      ...(one.commentsByEmail === undefined ? {} : { commentsByEmail: one.commentsByEmail }),
      ...(questions === undefined ? {} : { questions }),
      bodyId: story.id(`body:${place}`),
      closesOn: story.day(closes),
      provisions: one.provisions.map(([kk, ru, en], at) => ({
        level: 'paragraph',
        number: String(at + 1),
        text: { kk, ru, en },
      })),
    };
    const id = await this.consultations.prepare(wanted, this.#officer(story, one));
    story.remember(`consultation:${key}`, id);
  }

  async #post(story: Story, one: DemoConsultation, comment: DemoComment, at: number): Promise<void> {
    const { text, language, provision, quote, showName } = comment;
    const id = idOf(story, one);
    const provisionId =
      provision === undefined ? undefined : (await this.drafts.draft(id, 1, 1)).provisions[provision - 1]?.id;
    const wanted = { text, language, provisionId, quote, showName };
    const arrival = { at: this.clock.now(), repetition: undefined };
    const posted = await this.comments.post(id, wanted, this.people.person(story, comment.by), arrival);
    if ('row' in posted) story.remember(`comment:${one.key}:${at}`, posted.row.id);
  }

  #officer(story: Story, { place }: DemoConsultation): Actor {
    return this.people.holder(story, 'officer', place);
  }
}

function idOf(story: Story, { key }: DemoConsultation): string {
  return story.id(`consultation:${key}`);
}
