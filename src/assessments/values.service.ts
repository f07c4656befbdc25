import { Injectable } from '@nestjs/common';
import type { Indicator } from '../methodologies/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  invalidAt,
  notFound,
  notInThisState,
  notPossibleNow,
  permit,
  type Actor,
  type LocalizedText,
} from '../platform/kernel/index.js';
import { AssessmentParts, type StoredValue } from './assessment-parts.queries.js';
import { AssessmentWorkings } from './assessment-workings.service.js';
import type { Assessment } from './assessment.entity.js';
import { assessmentEvent } from './assessment.events.js';
import {
  assessmentLifecycle,
  STATES_FOR_DISPUTES,
  STATES_FOR_JUDGEMENTS,
  STATES_FOR_VALUES,
  type AssessmentState,
} from './assessment.lifecycle.js';
import { assessorIn, mayDispute, mayEnterValues, mayJudge } from './assessment.policy.js';
import { AssessmentsRepository } from './assessments.repository.js';
import type { JudgementRequest, ValueRequest } from './assessments.requests.js';
import { JUDGED } from './review.policy.js';
import { isDisputeOpen, isJudgementOpen, isValueOpen } from './values.policy.js';

/** What is entered, disputed and judged about single indicators. */
@Injectable()
export class ValuesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentsRepository,
    private readonly parts: AssessmentParts,
    private readonly workings: AssessmentWorkings,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The authority enters a value with its evidence. While a reply is awaited only a disputed one may change. */
  async enter(id: string, code: string, wanted: ValueRequest, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { assessment, scope } = await this.assessments.lock(id, expected);
      permit(mayEnterValues(by, scope));
      refuseOutside(STATES_FOR_VALUES, assessment.state);
      const indicator = await this.#indicator(assessment, code);
      const entry = entryOf(indicator, wanted);
      const before = (await this.parts.values(id)).find((one) => one.indicator === code);
      refuseSettled(assessment, indicator, before);
      await this.assessments.putValue(id, entry, this.clock.now());
      await this.assessments.update(assessment);
      const data = { indicator: code, from: shown(before), to: shown(entry) };
      this.journal.append(assessmentEvent('assessment.value-entered', assessment, by, { data }));
    });
  }

  /** The assessed body says what is wrong with a value that was entered. */
  async dispute(id: string, code: string, text: LocalizedText, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { assessment, scope } = await this.assessments.lock(id, expected);
      permit(mayDispute(by, scope));
      refuseOutside(STATES_FOR_DISPUTES, assessment.state);
      await this.#indicator(assessment, code);
      const entry = (await this.parts.values(id)).find((one) => one.indicator === code);
      if (!isDisputeOpen(assessment.state, entry)) throw notFound();
      await this.assessments.putDispute(id, code, text, this.clock.now());
      await this.assessments.update(assessment);
      const data = { indicator: code };
      this.journal.append(assessmentEvent('assessment.value-disputed', assessment, by, { data }));
    });
  }

  /** An assessor scores an indicator, in the seat of his membership; until the reply is asked for he may do so again. */
  async judge(id: string, code: string, wanted: JudgementRequest, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { assessment, scope } = await this.assessments.lock(id, expected);
      permit(mayJudge(by, scope));
      refuseOutside(STATES_FOR_JUDGEMENTS, assessment.state);
      const indicator = await this.#indicator(assessment, code);
      const entry = (await this.parts.values(id)).find((one) => one.indicator === code);
      if (!isJudgementOpen(assessment.state, indicator, entry))
        throw notPossibleNow('not-judged', { state: assessment.state });
      const memberId = assessorIn(by, scope) ?? '';
      const { score, grounds } = wanted;
      await this.assessments.putJudgement(id, { indicator: code, memberId, score, grounds }, this.clock.now());
      await this.assessments.update(assessment);
      const data = { indicator: code, memberId, score };
      this.journal.append(assessmentEvent('assessment.judged', assessment, by, { data }));
    });
  }

  async #indicator(assessment: Assessment, code: string): Promise<Indicator> {
    const found = (await this.workings.indicators(assessment)).find((one) => one.code === code);
    if (!found) throw notFound();
    return found;
  }
}

function refuseOutside(states: readonly AssessmentState[], state: AssessmentState): void {
  if (states.includes(state)) return;
  throw notInThisState(assessmentLifecycle.kind, state, assessmentLifecycle.possible(state));
}

/** What the body replies to is not changed behind its back. */
function refuseSettled({ state }: Assessment, indicator: Indicator, before: StoredValue | undefined): void {
  if (!isValueOpen(state, indicator, before)) throw notPossibleNow('value-not-disputed', { state });
}

function entryOf(
  { code, source }: Indicator,
  { status, value: given, evidence = [] }: ValueRequest,
): Omit<StoredValue, 'dispute'> {
  const value = given ?? null;
  if (status === 'value') {
    if (source === JUDGED) throw invalidAt('/status', 'judged-by-assessors');
    if (value === null) throw invalidAt('/value', 'value-needed');
    if (evidence.length === 0) throw invalidAt('/evidence', 'too-few', { min: 1 });
  } else if (value !== null) {
    throw invalidAt('/value', 'value-not-with-status');
  }
  return { indicator: code, status, value, evidence: evidence.map(({ title, url }) => ({ title, url })) };
}

function shown(entry: Pick<StoredValue, 'status' | 'value'> | undefined): object | null {
  return entry ? { status: entry.status, value: entry.value } : null;
}
