import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import { Clock, invalid, notPossibleNow, permit, type Actor, type FieldError } from '../platform/kernel/index.js';
import type { Result } from './agenda-item.entity.js';
import { agendaItemAct, ballots } from './meeting.events.js';
import type { Meeting } from './meeting.entity.js';
import { movesFrom } from './meeting.lifecycle.js';
import { mayRecord } from './meeting.policy.js';
import { MeetingsRepository } from './meetings.repository.js';
import { RecordsRepository } from './records.repository.js';
import { instantOf } from './recording.policy.js';
import { type Roll, Rolls } from './roll.service.js';
import type { Ballot } from './tally.policy.js';

/** Open votes by name (LPC 13): counted by M6 and M7, with the quorum there was at their instant. */
@Injectable()
export class VotesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: MeetingsRepository,
    private readonly records: RecordsRepository,
    private readonly rolls: Rolls,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Records or replaces the votes on an item while the meeting is open. Only members present vote. */
  async record(
    itemId: string,
    { votes, votedAt }: { readonly votes: readonly Ballot[]; readonly votedAt?: string },
    by: Actor,
    expected?: number,
  ): Promise<{ readonly result: Result; readonly version: number }> {
    return this.unitOfWork.run(async () => {
      const { meeting, item } = await this.meetings.lockItem(itemId, expected);
      permit(mayRecord(by, meeting));
      const { openedAt, presidingMemberId } = sessionOf(meeting);
      const fits = (given: Date): boolean => given >= openedAt;
      const at = instantOf(votedAt, this.clock.now(), { pointer: '/votedAt', fits });
      const roll = await this.rolls.of(meeting);
      refuseForeignBallots(votes, roll, at);
      const before = (await this.records.ballots(meeting.id)).get(itemId) ?? [];
      const what = item.votedAt ? 'agenda-item.votes-replaced' : 'agenda-item.voted-on';
      const result = roll.count(votes, presidingMemberId, at);
      item.decide(result);
      await this.records.replaceBallots(itemId, votes);
      await this.meetings.updateItem(item);
      const { outcome, base, tally } = result;
      const data = { votedAt: at, outcome, base, tally, from: ballots(before), to: ballots(votes) };
      const rules = roll.rules.applied('M1', 'M6', 'M7');
      this.journal.append(agendaItemAct(what, { meeting, item }, by, { rules, data }));
      return { result, version: item.version };
    });
  }
}

function sessionOf({ state, openedAt, presidingMemberId }: Meeting): { openedAt: Date; presidingMemberId: string } {
  if (state !== 'open' || openedAt === null || presidingMemberId === null) {
    throw notPossibleNow('meeting-not-open', { state, possible: movesFrom(state) });
  }
  return { openedAt, presidingMemberId };
}

function refuseForeignBallots(votes: readonly Ballot[], roll: Roll, at: Date): void {
  const members = new Set(roll.ids);
  const present = new Set(roll.presentAt(at));
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  votes.forEach(({ memberId }, index) => {
    const code = ballotFault(memberId, members, present, seen);
    if (code) errors.push({ pointer: `/votes/${index}/memberId`, code });
    seen.add(memberId);
  });
  if (errors.length > 0) throw invalid(...errors);
}

function ballotFault(
  id: string,
  members: ReadonlySet<string>,
  present: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): string | undefined {
  if (!members.has(id)) return 'not-a-member';
  if (!present.has(id)) return 'not-present';
  return seen.has(id) ? 'duplicate' : undefined;
}
