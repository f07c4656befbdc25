import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  Compositions,
  COUNCIL,
  councilActivated,
  CouncilRules,
  CouncilsQueries,
  CouncilsRepository,
  mayForCouncil,
  refuseSize,
  sizeRule,
} from '../councils/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  type AppliedRule,
  Clock,
  conflict,
  notPossibleNow,
  permit,
  type Actor,
  type LocalDate,
} from '../platform/kernel/index.js';
import { refuseShare } from './appointment.policy.js';
import { hasShare } from './composition.policy.js';
import { MembersQueries } from './members.queries.js';

/** Judges compositions: whether a council may begin to work, and which of those at work are incomplete. */
@Injectable()
export class ActivationService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly councils: CouncilsRepository,
    private readonly councilsQueries: CouncilsQueries,
    private readonly compositions: Compositions,
    private readonly members: MembersQueries,
    private readonly rules: CouncilRules,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.compositions.register({
      headcount: (councilId, day) => this.members.headcount(councilId, day),
      incomplete: (day) => this.#incomplete(day),
    });
  }

  /** The council begins to work. Refused by C1 and C3, and while another council works with the same body. */
  activate(id: string, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const council = await this.councils.lock(id, expected);
      permit(mayForCouncil(by, 'council.activate', council));
      const today = this.clock.today();
      const { state, seats } = council;
      council.activate(today);
      const possible = COUNCIL.possible(state).filter((move) => move !== 'activation');
      const rules = await this.rules.on(id, today);
      const size = sizeRule(rules, council.kind);
      const counted = await this.members.headcount(id, today);
      refuseSize(seats, size, state, possible);
      const [c1] = rules.applied('C1') as [AppliedRule];
      refuseShare(counted, state, rules.fraction('C1'), c1, possible);
      if (counted.members === 0) throw notPossibleNow('council-without-members', { state, possible, rule: size.rule });
      await this.#refuseSecond(council.bodyId);
      await this.councils.update(council);
      this.journal.append(councilActivated(council, counted, by, [c1, size.rule]));
    });
  }

  async #refuseSecond(bodyId: string): Promise<void> {
    const other = await this.councilsQueries.activeOf(bodyId);
    if (other !== undefined) throw conflict('body-has-council', { more: { councilId: other } });
  }

  async #incomplete(day: LocalDate): Promise<string[]> {
    const rulesOf = await this.rules.ofAll(day);
    const counts = await this.members.headcounts(day);
    const below = counts.filter(
      (one) => one.members < one.seats || !hasShare(one, rulesOf(one.councilId).fraction('C1')),
    );
    return below.map(({ councilId }) => councilId);
  }
}
