import { Injectable } from '@nestjs/common';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  addMonths,
  Clock,
  invalidAt,
  notPossibleNow,
  permit,
  verdict,
  type Actor,
  type LocalDate,
  type LocalizedText,
} from '../platform/kernel/index.js';
import { Consultation } from './consultation.entity.js';
import { CONSULTATION } from './consultation.lifecycle.js';
import { mayAct } from './consultation.policy.js';
import {
  consultationConcluded,
  consultationEdited,
  consultationPrepared,
  consultationWithdrawn,
  differenceOf,
} from './consultations.events.js';
import { ConsultationsRepository } from './consultations.repository.js';
import type { ConclusionRequest, ConsultationChangeRequest, ConsultationRequest } from './consultations.requests.js';
import { CouncilNotices } from './council-notices.service.js';
import { Drafts } from './drafts.service.js';
import { refuseWrongLink } from './early-engagement.js';

const LONGEST_MONTHS = 36;

/** Consultations: prepared, changed, withdrawn, concluded. */
@Injectable()
export class ConsultationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consultations: ConsultationsRepository,
    private readonly drafts: Drafts,
    private readonly notices: CouncilNotices,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Prepares a consultation with the first version of its text; only its body knows of it. */
  prepare(wanted: ConsultationRequest, by: Actor): Promise<string> {
    return this.unitOfWork.run(async () => {
      const consultation = consultationOf(wanted);
      permit(verdict(by, 'consultation.prepare', consultation));
      refuseFarClosing(consultation.closesOn, this.clock.today());
      refuseWrongLink(consultation, await this.consultations.linked(consultation.consultativeDocumentId));
      await this.consultations.insert(consultation);
      this.journal.append(consultationPrepared(consultation, by));
      await this.drafts.write(consultation, wanted, by);
      await this.notices.choose(consultation.id, wanted.councilIds ?? []);
      return consultation.id;
    });
  }

  /** Changes what is prepared. What was published is refused: its discussion has begun. */
  edit(id: string, change: ConsultationChangeRequest, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const consultation = await this.consultations.lock(id, expected);
      permit(mayAct(by, 'consultation.prepare', consultation));
      refuseEditOf(consultation);
      const { councilIds, provisions, ...fields } = change;
      if (fields.closesOn !== undefined) refuseFarClosing(fields.closesOn, this.clock.today());
      const difference = differenceOf(consultation, fields);
      Object.assign(consultation, fields);
      refuseWrongLink(consultation, await this.consultations.linked(consultation.consultativeDocumentId));
      if (councilIds) await this.notices.choose(id, councilIds);
      const changes = councilIds ? { ...difference, councilIds: { from: null, to: councilIds } } : difference;
      if (Object.keys(changes).length > 0) this.journal.append(consultationEdited(consultation, changes, by));
      if (provisions) await this.drafts.next(consultation, { provisions }, by);
      await this.consultations.update(consultation);
    });
  }

  /** Takes a text back, with reasons; what was published stays readable. */
  withdraw(id: string, reasons: LocalizedText, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const consultation = await this.consultations.lock(id, expected);
      permit(mayAct(by, 'consultation.withdraw', consultation));
      consultation.withdraw(this.clock.today(), reasons);
      await this.consultations.update(consultation);
      this.journal.append(consultationWithdrawn(consultation, by));
    });
  }

  /** Records what became of the text after its report. */
  conclude(id: string, conclusion: ConclusionRequest, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const consultation = await this.consultations.lock(id, expected);
      permit(mayAct(by, 'consultation.conclude', consultation));
      const today = this.clock.today();
      consultation.conclude(today, conclusion);
      refuseWrongAct(conclusion, consultation, today);
      refuseBareResult(conclusion);
      await this.consultations.update(consultation);
      this.journal.append(consultationConcluded(consultation, by));
    });
  }
}

function refuseEditOf({ state }: Consultation): void {
  if (state !== 'draft') {
    throw notPossibleNow('only-drafts-change', { state, possible: CONSULTATION.possible(state) });
  }
}

/** A closing day beyond three years is a slip of the pen. */
export function refuseFarClosing(closesOn: LocalDate, today: LocalDate): void {
  const latest = addMonths(today, LONGEST_MONTHS);
  if (closesOn > latest) throw invalidAt('/closesOn', 'date-too-far', { latest });
}

/** An act is adopted after its draft was published for discussion, and no later than it is told of. */
function refuseWrongAct({ result, act }: ConclusionRequest, { publishedOn }: Consultation, today: LocalDate): void {
  if (act && result === 'rejected') throw invalidAt('/act', 'act-of-rejected');
  if (act && act.adoptedOn > today) throw invalidAt('/act/adoptedOn', 'date-in-future');
  if (act && publishedOn !== null && act.adoptedOn < publishedOn) {
    throw invalidAt('/act/adoptedOn', 'adopted-before-discussion', { publishedOn });
  }
}

/** What was adopted is named; why nothing was adopted is said. */
function refuseBareResult({ result, act, reasons }: ConclusionRequest): void {
  if (result === 'adopted' && !act) throw invalidAt('/act', 'adopted-needs-act');
  if (result === 'rejected' && !reasons) throw invalidAt('/reasons', 'rejection-needs-reasons');
}

function consultationOf(wanted: ConsultationRequest): Consultation {
  const { stage, actType, title, summary, objectives, bodyId, category, closesOn } = wanted;
  return Object.assign(new Consultation(), {
    id: newId(),
    version: 1,
    state: 'draft' as const,
    ...{ stage, actType, title, summary, objectives, bodyId, category, closesOn },
    extensions: [],
    publicService: wanted.publicService ?? false,
    commentsByEmail: wanted.commentsByEmail ?? false,
    specialRegime: wanted.specialRegime ?? null,
    questions: wanted.questions ?? [],
    explanatoryNote: wanted.explanatoryNote ?? null,
    consultativeDocumentId: wanted.consultativeDocumentId ?? null,
    exemption: wanted.exemption ?? null,
    currentVersion: 1,
    ...NOTHING_YET,
  });
}

const NOTHING_YET = {
  firstPublicVersion: null,
  publishedOn: null,
  answersTerm: null,
  answersDueOn: null,
  answersDueProvisional: null,
  reportedOn: null,
  concludedOn: null,
  result: null,
  adoptedAct: null,
  conclusionReasons: null,
  withdrawnOn: null,
  withdrawalReasons: null,
};
