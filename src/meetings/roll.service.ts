import { Injectable } from '@nestjs/common';
import { CouncilRules } from '../councils/index.js';
import { MembersQueries, type MemberOn } from '../members/index.js';
import type { RuleSet } from '../rulebook/index.js';
import { RecordsRepository } from './records.repository.js';
import type { Meeting } from './meeting.entity.js';
import { presentAt, quorumOf, type Presence, type Quorum } from './quorum.policy.js';
import { count, type Ballot } from './tally.policy.js';
import type { Result } from './agenda-item.entity.js';

/** The members on the meeting's day, who of them was there when, and by which shares they decide. */
export class Roll {
  readonly ids: readonly string[];

  constructor(
    readonly members: readonly MemberOn[],
    readonly attendance: readonly Presence[],
    readonly rules: RuleSet,
  ) {
    this.ids = members.map(({ memberId }) => memberId);
  }

  /** Ids of the members who are there at the instant. */
  presentAt(at: Date): string[] {
    return presentAt(this.ids, this.attendance, at);
  }

  /** M1 at the instant. */
  quorumAt(at: Date): Quorum {
    const [rule] = this.rules.applied('M1');
    if (!rule) throw new Error('The rulebook has no M1.');
    return quorumOf(this.ids.length, this.presentAt(at).length, { fraction: this.rules.fraction('M1'), rule });
  }

  /** M6 and M7 at the instant, with the quorum there was. */
  count(ballots: readonly Ballot[], presidingMemberId: string, votedAt: Date): Result {
    const quorum = this.quorumAt(votedAt);
    const share = this.rules.fraction('M6');
    const present = this.presentAt(votedAt);
    const counted = count({ present, ballots, presidingMemberId, share, quorate: quorum.reached });
    return { ...counted, votedAt, quorum };
  }
}

/** Reads the roll of a meeting. */
@Injectable()
export class Rolls {
  constructor(
    private readonly members: MembersQueries,
    private readonly rules: CouncilRules,
    private readonly records: RecordsRepository,
  ) {}

  /** By the composition and the rules of the meeting's day; `attendance` instead of what is recorded. */
  async of(meeting: Meeting, attendance?: readonly Presence[]): Promise<Roll> {
    const members = await this.members.onDate(meeting.councilId, meeting.day);
    const recorded = attendance ?? (await this.records.attendance(meeting.id));
    return new Roll(members, recorded, await this.rules.on(meeting.councilId, meeting.day));
  }
}
