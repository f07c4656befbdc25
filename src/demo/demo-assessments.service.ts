import { Injectable } from '@nestjs/common';
import {
  AssessmentsService,
  PublicationsService,
  ValuesService,
  type Reply,
  type Status,
} from '../assessments/index.js';
import { MethodologiesService, type MethodologyRequest } from '../methodologies/index.js';
import { addDays, type LocalDate, type LocalizedText } from '../platform/kernel/index.js';
import { readMaterial } from './demo-material.js';
import { DemoPeople } from './demo-people.service.js';
import type { Story } from './demo-story.js';

interface DemoAssessment {
  readonly key: string;
  readonly place: string;
  /** Judged is the last whole year, or the last whole half-year, before the plan. */
  readonly period: 'year' | 'half';
  readonly planned: number;
  readonly values: { readonly on: number; readonly entries: Readonly<Record<string, readonly [Status, string?]>> };
  readonly review?: {
    readonly on: number;
    readonly assessors: readonly string[];
    readonly judged: number;
    /** Scores by indicator, one for each assessor in their order; who is left out has not judged yet. */
    readonly scores: Readonly<Record<string, { readonly grounds: string; readonly scores: readonly string[] }>>;
  };
  readonly reply?: {
    readonly requested: number;
    readonly on: number;
    readonly text: LocalizedText;
    readonly remarks?: Reply['remarks'];
    readonly disputes: readonly { readonly indicator: string; readonly text: LocalizedText }[];
  };
  readonly adopted?: number;
  readonly published?: number;
}

interface Material {
  readonly methodology: { readonly on: number } & MethodologyRequest;
  /** Where the values of an indicator can be looked up. */
  readonly evidence: Readonly<Record<string, string>>;
  readonly assessments: readonly DemoAssessment[];
}

const EVIDENCE_AT = 'https://evidence.example.kz/akimat/';

/** The methodology of the demonstration, and assessments by it: two published, one in review, one collecting. */
@Injectable()
export class DemoAssessments {
  readonly #material = readMaterial('assessments') as Material;

  constructor(
    private readonly methodologies: MethodologiesService,
    private readonly assessments: AssessmentsService,
    private readonly values: ValuesService,
    private readonly publications: PublicationsService,
    private readonly people: DemoPeople,
  ) {}

  /** Tells how the method came into force and what was found by it. */
  tell(story: Story): void {
    const { on, ...methodology } = this.#material.methodology;
    story.on(on, '10:00', async () => {
      const by = this.people.holder(story, 'authority');
      const id = await this.methodologies.prepare(methodology, by);
      await this.methodologies.publish(id, by);
      story.remember('methodology', id);
    });
    for (const assessment of this.#material.assessments) this.#tellOne(story, assessment);
  }

  #tellOne(story: Story, assessment: DemoAssessment): void {
    const { planned, values, review, reply, adopted, published } = assessment;
    const id = (): string => story.id(`assessment:${assessment.key}`);
    const authority = () => this.people.holder(story, 'authority');
    story.on(planned, '11:00', () => this.#plan(story, assessment));
    story.on(values.on, '11:15', () => this.#enter(story, assessment));
    if (review) {
      const seats = () => review.assessors.map((name) => this.people.seatOf(story, name));
      story.on(review.on, '11:30', () => this.assessments.review(id(), seats(), authority()));
      story.on(review.judged, '14:30', () => this.#judge(story, id(), review));
    }
    if (reply) {
      story.on(reply.requested, '14:45', () => this.assessments.requestReply(id(), authority()));
      story.on(reply.on, '15:30', () => this.#reply(story, assessment, reply));
    }
    if (adopted !== undefined) story.on(adopted, '15:45', () => this.assessments.adopt(id(), authority()));
    if (published !== undefined) {
      story.on(published, '16:45', () => this.publications.publish(id(), undefined, authority()));
    }
  }

  async #plan(story: Story, { key, place, period, planned }: DemoAssessment): Promise<void> {
    const by = this.people.holder(story, 'authority');
    const wanted = {
      methodologyId: story.id('methodology'),
      bodyId: story.id(`body:${place}`),
      councilId: story.id(`council:${place}`),
      ...lastWhole(period, story.day(planned)),
    };
    const id = await this.assessments.plan(wanted, by);
    await this.assessments.collect(id, by);
    story.remember(`assessment:${key}`, id);
  }

  async #enter(story: Story, { key, values }: DemoAssessment): Promise<void> {
    const by = this.people.holder(story, 'authority');
    for (const [code, [status, value]] of Object.entries(values.entries)) {
      const evidence = [{ title: this.#material.evidence[code] ?? code, url: `${EVIDENCE_AT}${code}` }];
      const wanted = value === undefined ? { status } : { status, value, evidence };
      await this.values.enter(story.id(`assessment:${key}`), code, wanted, by);
    }
  }

  async #judge(story: Story, id: string, { assessors, scores }: NonNullable<DemoAssessment['review']>): Promise<void> {
    for (const [code, given] of Object.entries(scores)) {
      for (const [at, score] of given.scores.entries()) {
        const by = this.people.person(story, assessors[at] ?? '');
        await this.values.judge(id, code, { score, grounds: given.grounds }, by);
      }
    }
  }

  async #reply(story: Story, { key, place }: DemoAssessment, reply: NonNullable<DemoAssessment['reply']>) {
    const by = this.people.holder(story, 'officer', place);
    const id = story.id(`assessment:${key}`);
    for (const { indicator, text } of reply.disputes) await this.values.dispute(id, indicator, text, by);
    const { text, remarks = [] } = reply;
    await this.assessments.reply(id, { text, remarks: [...remarks] }, by);
  }
}

/** The last year or half-year that was over on a day. */
function lastWhole(period: 'year' | 'half', day: LocalDate): { from: LocalDate; to: LocalDate } {
  const year = Number(day.slice(0, 4));
  const begins = period === 'half' && day >= `${year}-07-01` ? `${year}-07-01` : `${year}-01-01`;
  const to = addDays(begins, -1);
  const from = period === 'half' && begins.endsWith('-01-01') ? `${year - 1}-07-01` : `${to.slice(0, 4)}-01-01`;
  return { from, to };
}
