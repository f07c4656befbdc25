import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BodiesQueries } from '../bodies/index.js';
import { CalendarService, DueDates } from '../calendar/index.js';
import { CouncilRules } from '../councils/index.js';
import { AgendaService } from '../meetings/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  invalidAt,
  notPossibleNow,
  permit,
  Problem,
  type Actor,
  type FieldError,
  type LocalizedText,
} from '../platform/kernel/index.js';
import { readPowers, type Power } from '../rulebook/index.js';
import { lateReplies, replyTerm } from './recommendation.deadlines.js';
import { Recommendation, type Reply } from './recommendation.entity.js';
import { RECOMMENDATION, recommendationAct } from './recommendation.events.js';
import type { Decision } from './recommendation.lifecycle.js';
import { mayDispatch, mayReply } from './recommendation.policy.js';
import { RecommendationsRepository } from './recommendations.repository.js';

/** What a council asks, under which power, and of whom. */
export interface NewRecommendation {
  readonly text: LocalizedText;
  readonly power: string;
  readonly bodyId: string;
}

/** A reply as it comes in: whether reasons and signer are there is judged by R3. */
export interface ReplyDraft {
  readonly decision: Decision;
  readonly reasons?: LocalizedText;
  readonly signedBy?: string;
}

/** Recommendations from their adoption to the reply. */
@Injectable()
export class RecommendationsService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recommendations: RecommendationsRepository,
    private readonly agenda: AgendaService,
    private readonly bodies: BodiesQueries,
    private readonly rules: CouncilRules,
    private readonly calendar: CalendarService,
    private readonly dueDates: DueDates,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Lets the calendar move the due dates of open recommendations. */
  onModuleInit(): void {
    this.dueDates.register({
      kind: RECOMMENDATION,
      open: (lock) => this.recommendations.open(lock),
      move: (dates) => this.recommendations.move(dates),
    });
  }

  /** Adopts a recommendation on a carried item. Under power 5 the council gives an opinion instead (K1). */
  async adopt(agendaItemId: string, { text, power, bodyId }: NewRecommendation, by: Actor): Promise<Recommendation> {
    return this.unitOfWork.run(async () => {
      const { meeting } = await this.agenda.relyOn(agendaItemId, by);
      const { councilId } = meeting;
      await this.#refuseOpinion(await this.agenda.power(councilId, power), councilId);
      await this.#refuseUnknownBody(bodyId);
      const recommendation = Object.assign(new Recommendation(), BLANK, {
        ...{ id: newId(), councilId, agendaItemId, bodyId, power, text },
        adoptedOn: meeting.day,
      });
      await this.recommendations.insert(recommendation);
      const data = { agendaItemId, power, adoptedOn: recommendation.adoptedOn };
      this.journal.append(recommendationAct('recommendation.adopted', recommendation, by, { data }));
      return recommendation;
    });
  }

  /** Sends it to the body; the due date follows from the power (R1, R2, R4). */
  async dispatch(id: string, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const recommendation = await this.recommendations.lock(id, expected);
      permit(mayDispatch(by, recommendation));
      const today = this.clock.today();
      const rules = await this.rules.on(recommendation.councilId, today);
      const rule = replyRuleOf(recommendation.power);
      recommendation.dispatch(today, replyTerm(await this.calendar.current(), today, rule, rules.term(rule)));
      await this.recommendations.update(recommendation);
      const { sentOn, dueOn, provisional } = recommendation;
      const parts = { rules: rules.applied(rule), data: { sentOn, dueOn, provisional } };
      this.journal.append(recommendationAct('recommendation.sent', recommendation, by, parts));
    });
  }

  /** Records the reply of the body, late or in time. Refused without reasons or signer, naming R3. */
  async reply(id: string, draft: ReplyDraft, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const recommendation = await this.recommendations.lock(id, expected);
      permit(mayReply(by, recommendation));
      const today = this.clock.today();
      const rules = await this.rules.on(recommendation.councilId, today);
      recommendation.reply(today, completeReply(draft, rules.applied('R3')[0]));
      await this.recommendations.update(recommendation);
      const { answeredOn, decision, replyRule, dueOn } = recommendation;
      const data = { answeredOn, decision, late: lateReplies(replyRule, dueOn, answeredOn).length > 0 };
      const parts = { rules: rules.applied('R3', ...(replyRule ? [replyRule] : [])), data };
      this.journal.append(recommendationAct('recommendation.answered', recommendation, by, parts));
    });
  }

  async #refuseOpinion({ answeredAsOpinion }: Power, councilId: string): Promise<void> {
    if (!answeredAsOpinion) return;
    const [rule] = (await this.rules.on(councilId, this.clock.today())).applied('K1.act');
    throw notPossibleNow('answered-as-opinion', rule ? { rule } : {});
  }

  async #refuseUnknownBody(bodyId: string): Promise<void> {
    await this.bodies.body(bodyId).catch((error: unknown) => {
      throw error instanceof Problem && error.kind === 'not-found' ? invalidAt('/bodyId', 'not-found') : error;
    });
  }
}

const BLANK = {
  version: 1,
  state: 'adopted',
  sentOn: null,
  replyRule: null,
  term: null,
  dueOn: null,
  provisional: false,
  answeredOn: null,
  decision: null,
  reasons: null,
  signedBy: null,
} as const;

function replyRuleOf(power: string): string {
  const rule = readPowers().find(({ id }) => id === power)?.replyRule;
  if (rule == null) throw new Error(`Power ${power} has no term of reply.`);
  return rule;
}

function completeReply({ decision, reasons, signedBy }: ReplyDraft, rule: Problem['parts']['rule']): Reply {
  if (reasons !== undefined && signedBy !== undefined) return { decision, reasons, signedBy };
  const errors: FieldError[] = [];
  if (reasons === undefined) errors.push({ pointer: '/reasons', code: 'reply-needs-reasons' });
  if (signedBy === undefined) errors.push({ pointer: '/signedBy', code: 'reply-needs-signer' });
  throw new Problem('invalid', rule ? { errors, rule } : { errors });
}
