import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import { CommentsService } from '../comments/index.js';
import { ConsultationsService, DraftsQueries, Publication } from '../consultations/index.js';
import { Clock, type Actor } from '../platform/kernel/index.js';
import type { DemoMaterial } from './demo-material.js';

/** Working days for which the draft is open. */
const OPEN_FOR = 20;

/** A draft regulation that is open for comments, with the first of them. */
@Injectable()
export class DemoConsultation {
  constructor(
    private readonly consultations: ConsultationsService,
    private readonly publication: Publication,
    private readonly drafts: DraftsQueries,
    private readonly comments: CommentsService,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  /** Publishes the draft; gives its id. */
  async publish({ consultation }: DemoMaterial, bodyId: string, by: Actor): Promise<string> {
    const calendar = await this.calendar.current();
    const { title, summary, objectives, category, provisions } = consultation;
    const id = await this.consultations.prepare(
      {
        stage: 'draft',
        actType: 'akimat_decision',
        title,
        summary,
        objectives,
        category,
        bodyId,
        closesOn: calendar.due(this.clock.today(), { amount: OPEN_FOR, unit: 'wd' }).on,
        provisions: provisions.map(([kk, ru], at) => ({
          level: 'paragraph',
          number: String(at + 1),
          text: { kk, ru },
        })),
      },
      by,
    );
    await this.publication.publish(id, by);
    return id;
  }

  /** Posts the citizen's comments; the officer answers the first. */
  async discuss({ consultation }: DemoMaterial, id: string, citizen: Actor, officer: Actor): Promise<void> {
    const { provisions } = await this.drafts.draft(id, 1, 1);
    const posted: string[] = [];
    for (const { text, language, provision, quote } of consultation.comments) {
      const provisionId = provision === undefined ? undefined : provisions[provision - 1]?.id;
      const arrival = { at: this.clock.now(), repetition: undefined };
      const made = await this.comments.post(id, { text, language, provisionId, quote }, citizen, arrival);
      if ('row' in made) posted.push(made.row.id);
    }
    const reasons = {
      kk: 'Ескерілді: күтім мерзімі бес жылға ұзартылады, отырғызу саны сақталады.',
      ru: 'Учтено: срок ухода продлевается до пяти лет, число посадок сохраняется.',
    };
    await this.comments.answer(posted[0] ?? '', { outcome: 'partly', reasons }, officer);
  }
}
