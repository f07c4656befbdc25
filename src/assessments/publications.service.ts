import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import { CouncilRules } from '../councils/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  invalidAt,
  localDateOf,
  notFound,
  notPossibleNow,
  permit,
  SYSTEM,
  type Actor,
  type LocalizedText,
} from '../platform/kernel/index.js';
import { AssessmentParts } from './assessment-parts.queries.js';
import { AssessmentRecords } from './assessment-records.service.js';
import { AssessmentWorkings } from './assessment-workings.service.js';
import { gapsDue } from './assessment.deadlines.js';
import { Assessment } from './assessment.entity.js';
import { assessmentEvent, assessmentPublished } from './assessment.events.js';
import { assessmentLifecycle } from './assessment.lifecycle.js';
import { mayMove } from './assessment.policy.js';
import { AssessmentsQueries, type PublicEdition } from './assessments.queries.js';
import { AssessmentsRepository } from './assessments.repository.js';
import { EditionsRepository, type NewEdition } from './editions.repository.js';
import { weakIn } from './workings.policy.js';

const RULES = ['A2.threshold', 'A2.gap', 'I1.languages'];

/** What will be public: what `publish` would write now, or what it wrote for the instant `comesAt`. */
export interface Preview {
  readonly edition: PublicEdition;
  readonly comesAt: Date | null;
  /** Of the row, for `If-Match`. */
  readonly version: number;
}

/** How an adopted score becomes public, at once or at a given instant, and how it is corrected. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentsRepository,
    private readonly queries: AssessmentsQueries,
    private readonly parts: AssessmentParts,
    private readonly editions: EditionsRepository,
    private readonly records: AssessmentRecords,
    private readonly workings: AssessmentWorkings,
    private readonly rules: CouncilRules,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Public from `at` on, without it from now. Throws `invalid` for an instant that has passed. */
  async publish(id: string, at: Date | undefined, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { assessment, scope } = await this.assessments.lock(id, expected);
      permit(mayMove(by, 'publication', scope));
      const now = this.clock.now();
      if (at && at < now) throw invalidAt('/at', 'instant-passed');
      assessment.publish(at ?? now);
      const edition = await this.#editionOf(assessment, now);
      await this.editions.insert(edition);
      await this.assessments.update(assessment);
      if (edition.announcedAt) await this.#announce(edition, by);
      else {
        const data = { publishedAt: edition.publishedAt.toISOString() };
        this.journal.append(assessmentEvent('assessment.publication-scheduled', assessment, by, { data }));
      }
    });
  }

  /** What everybody will read, made as `publish` makes it. Undefined where nothing waits for it. */
  async preview(id: string, by: Actor): Promise<Preview | undefined> {
    const stored = await this.queries.working(id);
    if (!stored) throw notFound();
    const { bodyId, councilId, version } = stored;
    const assessors = (await this.parts.assessors(id)).map(({ memberId }) => memberId);
    permit(mayMove(by, 'publication', { bodyId, councilId, assessors }));
    const coming = await this.queries.coming(id);
    if (coming) return { edition: coming, comesAt: coming.publishedAt, version };
    if (!assessmentLifecycle.possible(stored.state).includes('publication')) return undefined;
    const assessment = Object.assign(new Assessment(), stored);
    const now = this.clock.now();
    assessment.publish(now);
    return { edition: await this.#editionOf(assessment, now), comesAt: null, version };
  }

  /** Opens a corrected version. Throws `not-possible-now` while publication lies ahead. */
  async correct(id: string, reason: LocalizedText, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { assessment, scope } = await this.assessments.lock(id, expected);
      permit(mayMove(by, 'corrections', scope));
      const { publishedAt, state } = assessment;
      if (publishedAt && publishedAt > this.clock.now()) throw notPossibleNow('not-published-yet', { state });
      assessment.correct(reason);
      await this.assessments.dropDisputes(id);
      await this.assessments.update(assessment);
      this.journal.append(assessmentEvent('assessment.correction-begun', assessment, by));
    });
  }

  /** Writes the public entries of what became public since; returns how many. */
  async announceDue(): Promise<number> {
    return this.unitOfWork.run(async () => {
      const due = await this.editions.takeUnannounced(this.clock.now());
      for (const edition of due) await this.#announce(edition, SYSTEM);
      return due.length;
    });
  }

  async #announce(
    edition: Pick<NewEdition, 'publishedOn'> & Parameters<typeof assessmentPublished>[0],
    by: Actor,
  ): Promise<void> {
    const { assessmentId, number, bodyId, councilId, methodologyId, score, weak, publishedAt, gapsDueOn } = edition;
    const rules = (await this.rules.on(councilId, edition.publishedOn)).applied(...RULES);
    const shown = { assessmentId, number, bodyId, councilId, methodologyId, score, weak, publishedAt, gapsDueOn };
    this.journal.append(assessmentPublished(shown, rules, by));
  }

  async #editionOf(assessment: Assessment, now: Date): Promise<NewEdition> {
    const { id, edition, bodyId, councilId, methodologyId } = assessment;
    const publishedAt = assessment.publishedAt ?? now;
    const publishedOn = localDateOf(publishedAt);
    const rules = await this.rules.on(councilId, publishedOn);
    const gapsTerm = rules.term('A2.gap');
    const due = gapsDue(publishedOn, gapsTerm, await this.calendar.current());
    const workings = await this.workings.of(assessment);
    return {
      assessmentId: id,
      number: edition,
      bodyId,
      councilId,
      methodologyId,
      score: workings.total.score,
      weak: weakIn(workings, rules.count('A2.threshold')),
      publishedAt,
      publishedOn,
      gapsTerm,
      gapsDueOn: due.on,
      provisional: due.provisional,
      record: await this.records.whole(assessment),
      workings,
      announcedAt: publishedAt <= now ? now : null,
    };
  }
}
