import { Injectable } from '@nestjs/common';
import { UnderWayQueries, type UnderWay } from '../../assessments/index.js';
import { FollowUpsQueries, type OpenGaps } from '../../follow-ups/index.js';
import { holds, type Actor } from '../../platform/kernel/index.js';

/** An assessor's work on one assessment. */
export interface AssessorTask {
  readonly assessment: UnderWay;
  /** Indicators that wait for his score. */
  readonly waiting: number;
}

/** What assessments ask of somebody; a role that is not held has nothing. */
export interface AssessingDesk {
  readonly isAuthority: boolean;
  readonly isMember: boolean;
  /** All that is under way, for the authority. */
  readonly underWay: readonly UnderWay[];
  readonly gaps: readonly OpenGaps[];
  /** Of the bodies whose officer he is. */
  readonly assessed: readonly UnderWay[];
  readonly judging: readonly AssessorTask[];
  /** Bodies that are named. */
  readonly bodyIds: readonly string[];
}

/** Puts assessments on the desks of those whom they concern. */
@Injectable()
export class AssessingDesks {
  constructor(
    private readonly underWay: UnderWayQueries,
    private readonly followUps: FollowUpsQueries,
  ) {}

  /** At most two statements, none for those whom no assessment can concern. */
  async of(by: Actor): Promise<AssessingDesk> {
    const isAuthority = holds(by, 'assessment.conduct');
    const isKnown = holds(by, 'assessment.read-unpublished');
    const [underWay, gaps] = await Promise.all([
      isKnown ? this.underWay.list(by) : [],
      isAuthority ? this.followUps.open() : [],
    ]);
    const bodyIds = idsOf(by, 'officer', 'bodyId');
    const seats = idsOf(by, 'member', 'memberId');
    return {
      isAuthority,
      isMember: seats.length > 0,
      underWay: isAuthority ? underWay : [],
      gaps,
      assessed: underWay.filter(({ bodyId }) => bodyIds.includes(bodyId)),
      judging: underWay.filter(({ assessors }) => assessors.some((id) => seats.includes(id))).map(taskOf(seats)),
      bodyIds: [...underWay, ...gaps].map(({ bodyId }) => bodyId),
    };
  }
}

function idsOf(by: Actor, role: 'officer' | 'member', key: 'bodyId' | 'memberId'): string[] {
  return by.grants.flatMap((grant) => (grant.role === role ? (grant[key] ?? []) : []));
}

const taskOf =
  (seats: readonly string[]) =>
  (assessment: UnderWay): AssessorTask => {
    const { unjudged } = assessment.outstanding;
    return { assessment, waiting: unjudged.filter(({ memberId }) => seats.includes(memberId)).length };
  };
