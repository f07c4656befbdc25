import { Injectable } from '@nestjs/common';
import {
  AssessmentsQueries,
  AssessmentWork,
  type PublicEdition,
  type StoredValue,
  type WorkingAssessment,
} from '../../assessments/index.js';
import { CouncilRules } from '../../councils/index.js';
import { FollowUpsQueries, type FollowUpResponse, type GapResponse } from '../../follow-ups/index.js';
import { MembersQueries, type MemberOn } from '../../members/index.js';
import { indicatorsOf, type Indicator } from '../../methodologies/index.js';
import {
  ANONYMOUS,
  notFound,
  type Actor,
  type AppliedRule,
  type LocalDate,
  type Rational,
} from '../../platform/kernel/index.js';
import { AssessorsQueries, type NamedAssessor } from '../assessments/assessors.queries.js';
import { NamesQueries, type Names } from '../frame/index.js';

/** Rule A3 as it applies to the council today. */
export interface MixRule {
  readonly share: Rational;
  readonly rule: AppliedRule | undefined;
}

/** An assessment with the names of what it refers to. */
export interface AssessingScreen {
  readonly work: WorkingAssessment;
  readonly names: Names;
  /** The assessors by name. */
  readonly assessors: readonly NamedAssessor[];
}

/** All that the page of an assessment under way shows. */
export interface WholeScreen extends AssessingScreen {
  /** Who can be an assessor: the members of today; only where assessors can be named. */
  readonly members: readonly MemberOn[];
  readonly mix: MixRule;
  /** The version that is public now. */
  readonly edition: PublicEdition | undefined;
  readonly gaps: readonly GapResponse[];
  readonly followUps: readonly FollowUpResponse[];
}

/** One indicator of an assessment. */
export interface IndicatorScreen {
  readonly work: WorkingAssessment;
  readonly names: Names;
  readonly indicator: Indicator;
  readonly entry: StoredValue | undefined;
}

/** Measures that one page shows. */
const SHOWN = 50;

/** Reads assessments for those who work on them; as many statements for any of them. */
@Injectable()
export class AssessingScreens {
  constructor(
    private readonly works: AssessmentWork,
    private readonly assessments: AssessmentsQueries,
    private readonly members: MembersQueries,
    private readonly rules: CouncilRules,
    private readonly followUps: FollowUpsQueries,
    private readonly assessors: AssessorsQueries,
    private readonly names: NamesQueries,
  ) {}

  /** Throws `not-found` for those who may not know of it. */
  async one(id: string, by: Actor): Promise<AssessingScreen> {
    const work = await this.works.of(id, by);
    const { bodyId, councilId, assessors } = work.scope;
    const [names, named] = await Promise.all([this.names.of(bodyId, councilId), this.assessors.of(assessors)]);
    return { work, names, assessors: named };
  }

  /** The same with what its moves need. */
  async whole(id: string, by: Actor, today: LocalDate): Promise<WholeScreen> {
    const screen = await this.one(id, by);
    const { scope, moves } = screen.work;
    const edition = await this.assessments.edition(id);
    const [members, rules, gaps, followUps] = await Promise.all([
      moves.includes('review') ? this.members.onDate(scope.councilId, today) : [],
      this.rules.on(scope.councilId, today),
      edition ? this.followUps.gapsOf(edition) : [],
      edition ? this.followUps.list({ limit: SHOWN, assessment: id }, ANONYMOUS) : { items: [] },
    ]);
    const [rule] = rules.applied('A3');
    const mix = { share: rules.fraction('A3'), rule };
    return { ...screen, members, mix, edition, gaps, followUps: followUps.items };
  }

  /** One indicator. Throws `not-found` for a code that the methodology does not know. */
  async indicator(id: string, code: string, by: Actor): Promise<IndicatorScreen> {
    const work = await this.works.of(id, by);
    const indicator = indicatorsOf(work.methodology).find((one) => one.code === code);
    if (!indicator) throw notFound();
    const names = await this.names.of(work.scope.bodyId, work.scope.councilId);
    return { work, names, indicator, entry: work.entries.find((one) => one.indicator === code) };
  }
}
