import type { LocalDate, LocalizedText } from '../platform/kernel/index.js';
import type { ActType } from './act-type.js';
import type { SpecialRegime, Stage } from './consultation.deadlines.js';
import type { AdoptedAct, WindowBreach, WindowExtension } from './consultation.entity.js';
import type { ConsultationState, Result } from './consultation.lifecycle.js';

/** What other records need to know of a consultation. */
export interface ConsultationFacts {
  readonly id: string;
  readonly version: number;
  readonly state: ConsultationState;
  readonly bodyId: string;
  readonly publishedOn: LocalDate | null;
  readonly closesOn: LocalDate;
  readonly answersDueOn: LocalDate | null;
  readonly currentVersion: number;
  readonly firstPublicVersion: number | null;
  readonly commentsByEmail: boolean;
}

/** A council that is asked for its opinion, as it is read. */
export interface CouncilNoticeRead {
  readonly councilId: string;
  readonly notifiedOn: LocalDate | null;
  readonly opinionDueOn: LocalDate | null;
  readonly provisional: boolean | null;
}

/** A consultation as it is read. */
export interface ConsultationRead extends ConsultationFacts, Record<string, unknown> {
  readonly stage: Stage;
  readonly actType: ActType;
  readonly category: string;
  readonly publicService: boolean;
  readonly specialRegime: SpecialRegime | null;
  readonly title: LocalizedText;
  readonly summary: LocalizedText;
  readonly objectives: LocalizedText;
  readonly questions: LocalizedText[];
  readonly explanatoryNote: LocalizedText | null;
  readonly consultativeDocumentId: string | null;
  readonly exemption: string | null;
  readonly answersDueProvisional: boolean | null;
  readonly reportedOn: LocalDate | null;
  readonly concludedOn: LocalDate | null;
  readonly result: Result | null;
  readonly adoptedAct: AdoptedAct | null;
  readonly conclusionReasons: LocalizedText | null;
  readonly withdrawnOn: LocalDate | null;
  readonly withdrawalReasons: LocalizedText | null;
  readonly source: string | null;
  readonly breaches: WindowBreach[];
  readonly extensions: WindowExtension[];
  readonly councils: CouncilNoticeRead[];
}
