import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import {
  BodyRules,
  ConsultationsQueries,
  ConsultationsRepository,
  maySee,
  opinionRule,
  type Consultation,
} from '../consultations/index.js';
import { CouncilRules } from '../councils/index.js';
import { AgendaItemsQueries, AgendaService } from '../meetings/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  conflict,
  invalidAt,
  notFound,
  notPossibleNow,
  permit,
  type Actor,
  type LocalDate,
  type LocalizedText,
} from '../platform/kernel/index.js';
import type { RuleSet } from '../rulebook/index.js';
import { inBothLanguages, type GivenText } from './both-languages.js';
import { isOver, responseDue } from './opinion.deadlines.js';
import { Opinion } from './opinion.entity.js';
import { opinionGiven } from './opinion.events.js';
import type { OrganizationChannel, Stance } from './opinion.lifecycle.js';
import { mayEnter, mayGive } from './opinion.policy.js';
import { OpinionsRepository, type RecordedNotice } from './opinions.repository.js';

/** The opinion of a council, as its secretary gives it. */
export interface NewOpinion {
  readonly stance: Stance;
  readonly text?: GivenText;
  readonly agendaItemId?: string;
  readonly councilId?: string;
}

/** The opinion of an organisation, as it came on paper. */
export interface PaperOpinion {
  readonly channel: OrganizationChannel;
  readonly organization: LocalizedText;
  readonly stance: Stance;
  readonly text?: GivenText;
  readonly receivedOn: LocalDate;
}

/** Opinions on drafts: each is given once and never changed (K1, K4, K6). */
@Injectable()
export class OpinionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opinions: OpinionsRepository,
    private readonly consultations: ConsultationsRepository,
    private readonly queries: ConsultationsQueries,
    private readonly items: AgendaItemsQueries,
    private readonly agenda: AgendaService,
    private readonly councilRules: CouncilRules,
    private readonly bodyRules: BodyRules,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Gives the opinion of a notified council. After its term it is recorded as late, and silence stands (K2). */
  give(consultationId: string, wanted: NewOpinion, by: Actor): Promise<string> {
    return this.unitOfWork.run(async () => {
      const notice = await this.#notice(consultationId, wanted.councilId?.toLowerCase(), by);
      const { councilId, dueOn: termEndsOn } = notice;
      const today = this.clock.today();
      const rules = await this.councilRules.on(councilId, today);
      const text = bothOf(wanted.text, rules);
      // The meeting is locked before the consultation, as where items are put on an agenda.
      if (wanted.agendaItemId) await this.#relyOn(wanted.agendaItemId, { consultationId, councilId }, by);
      const consultation = await this.consultations.lock(consultationId);
      const late = isOver(notice, today);
      refuseEnded(consultation, late);
      const { stance, agendaItemId = null } = wanted;
      const termRule = opinionRule(consultation.actType);
      const own = { councilId, agendaItemId, termRule, termEndsOn, late, receivedOn: today };
      const opinion = opinionOn(consultation, { ...own, channel: 'public_council', organization: null, stance, text });
      return this.#record(opinion, rules, by, [termRule, ...(late ? ['K2'] : ['K3']), 'K6']);
    });
  }

  /** Enters what an organisation sent to the body on paper; the term of the answer runs from its receipt. */
  enter(consultationId: string, wanted: PaperOpinion, by: Actor): Promise<string> {
    return this.unitOfWork.run(async () => {
      const consultation = await this.consultations.lock(consultationId);
      permit(maySee(by, consultation));
      permit(mayEnter(by, consultation));
      const rules = await this.bodyRules.on(consultation.bodyId, this.clock.today());
      const text = bothOf(wanted.text, rules);
      refuseDay(wanted.receivedOn, consultation, this.clock.today());
      refuseEnded(consultation, consultation.concludedOn !== null && wanted.receivedOn > consultation.concludedOn);
      const { channel, organization, stance, receivedOn } = wanted;
      const own = { channel, organization, stance, text, receivedOn, late: false };
      const none = { councilId: null, agendaItemId: null, termRule: null, termEndsOn: null };
      return this.#record(opinionOn(consultation, { ...own, ...none }), rules, by, ['K3', 'K6']);
    });
  }

  async #record(opinion: Opinion, rules: RuleSet, by: Actor, ids: readonly string[]): Promise<string> {
    const [rule] = rules.applied('K4');
    const earlier = await this.opinions.given(opinion);
    if (earlier !== undefined)
      throw conflict('opinion-given-already', { ...(rule && { rule }), more: { id: earlier } });
    const term = rules.term('K3');
    const due = responseDue(await this.calendar.current(), opinion, term);
    opinion.responseTerm = due && term;
    opinion.dueOn = due?.on ?? null;
    opinion.provisional = due?.provisional ?? false;
    opinion.enteredOn = this.clock.today();
    await this.opinions.insert(opinion);
    this.journal.append(opinionGiven(opinion, by, rules.applied(...ids)));
    return opinion.id;
  }

  /** The recorded notice of the caller's council. Throws `not-possible-now` where the council was not notified (K1). */
  async #notice(consultationId: string, wanted: string | undefined, by: Actor): Promise<RecordedNotice> {
    const consultation = await this.queries.find(consultationId);
    if (!consultation) throw notFound();
    permit(maySee(by, consultation));
    if (wanted !== undefined) permit(mayGive(by, { councilId: wanted }));
    const notices = await this.opinions.notices(consultationId);
    const own = notices.filter(
      (one) => mayGive(by, one) === 'allowed' && (wanted === undefined || one.councilId === wanted),
    );
    if (own.length > 1) throw invalidAt('/councilId', 'council-unclear');
    const [notice] = own;
    if (notice) return notice;
    const [rule] = (await this.bodyRules.on(consultation.bodyId, this.clock.today())).applied('K1.act');
    throw notPossibleNow('council-not-notified', { state: consultation.state, possible: [], ...(rule && { rule }) });
  }

  /** The opinion rests on a carried item of the council's own meeting that is about this draft. */
  async #relyOn(id: string, of: { consultationId: string; councilId: string }, by: Actor): Promise<void> {
    const item = await this.items.find(id);
    if (item?.councilId !== of.councilId) throw invalidAt('/agendaItemId', 'decision-not-of-this-council');
    if (item.consultationId !== of.consultationId) throw invalidAt('/agendaItemId', 'decision-not-on-this-draft');
    await this.agenda.relyOn(id, by);
  }
}

function bothOf(text: GivenText | undefined, rules: RuleSet): LocalizedText {
  return inBothLanguages({ pointer: '/text', text, code: 'opinion-in-both-languages', rule: rules.applied('K6')[0] });
}

type Given = Pick<
  Opinion,
  | 'channel'
  | 'councilId'
  | 'organization'
  | 'agendaItemId'
  | 'stance'
  | 'text'
  | 'receivedOn'
  | 'termRule'
  | 'termEndsOn'
  | 'late'
>;

function opinionOn({ id: consultationId, bodyId, currentVersion: draftVersion }: Consultation, given: Given): Opinion {
  const row = { id: newId(), version: 1, state: 'given' as const, consultationId, bodyId, draftVersion };
  return Object.assign(new Opinion(), row, given, UNANSWERED);
}

const UNANSWERED = { answeredOn: null, decision: null, letter: null, reasons: null, signedBy: null };

/** A text that was taken back takes no opinion; one that became an act, or none, takes only those still in time. */
function refuseEnded({ state }: Consultation, late: boolean): void {
  if (state === 'withdrawn') throw notPossibleNow('opinion-after-withdrawal', { state, possible: [] });
  if (state === 'concluded' && late) throw notPossibleNow('opinion-after-conclusion', { state, possible: [] });
}

/** Received between the publication and today. */
function refuseDay(receivedOn: LocalDate, { publishedOn }: Consultation, today: LocalDate): void {
  if (receivedOn > today) throw invalidAt('/receivedOn', 'date-in-future');
  if (publishedOn === null || receivedOn < publishedOn) throw invalidAt('/receivedOn', 'before-publication');
}
