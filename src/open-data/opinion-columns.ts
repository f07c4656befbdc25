import type { NoticeStandingResponse, OpinionResponse } from '../opinions/index.js';
import { type Columns, tableOf } from './export-table.js';

// New columns come last: readers may count them.
const OPINION: Columns<OpinionResponse> = {
  id: ({ id }) => id,
  state: ({ state }) => state,
  channel: ({ channel }) => channel,
  councilId: ({ councilId }) => councilId,
  organizationKk: ({ organization }) => organization?.kk,
  organizationRu: ({ organization }) => organization?.ru,
  organizationEn: ({ organization }) => organization?.en,
  draftVersion: ({ draftVersion }) => draftVersion,
  stance: ({ stance }) => stance,
  textKk: ({ text }) => text.kk,
  textRu: ({ text }) => text.ru,
  textEn: ({ text }) => text.en,
  receivedOn: ({ receivedOn }) => receivedOn,
  enteredOn: ({ enteredOn }) => enteredOn,
  termRule: ({ termRule }) => termRule,
  termEndsOn: ({ termEndsOn }) => termEndsOn,
  late: ({ late }) => String(late),
  dueOn: ({ dueOn }) => dueOn,
  provisional: ({ provisional }) => String(provisional),
  overdue: ({ overdue }) => String(overdue),
  decision: ({ response }) => response?.decision,
  letterKk: ({ response }) => response?.letter?.kk,
  letterRu: ({ response }) => response?.letter?.ru,
  letterEn: ({ response }) => response?.letter?.en,
  reasonsKk: ({ response }) => response?.reasons?.kk,
  reasonsRu: ({ response }) => response?.reasons?.ru,
  reasonsEn: ({ response }) => response?.reasons?.en,
  signedBy: ({ response }) => response?.signedBy,
  answeredOn: ({ response }) => response?.answeredOn,
  breaches: ({ breaches }) => breaches.map(({ rule }) => rule).join(' '),
  agendaItemId: ({ agendaItemId }) => agendaItemId,
  meetingId: ({ meetingId }) => meetingId,
  councilNameKk: ({ councilName }) => councilName?.kk,
  councilNameRu: ({ councilName }) => councilName?.ru,
  councilNameEn: ({ councilName }) => councilName?.en,
};

const NOTICE: Columns<NoticeStandingResponse> = {
  councilId: ({ councilId }) => councilId,
  notifiedOn: ({ notifiedOn }) => notifiedOn,
  termRule: ({ termRule }) => termRule,
  dueOn: ({ dueOn }) => dueOn,
  provisional: ({ provisional }) => String(provisional),
  standing: ({ standing }) => standing,
  silenceRule: ({ silenceRule }) => silenceRule,
  opinionId: ({ opinionId }) => opinionId,
  councilNameKk: ({ councilName }) => councilName.kk,
  councilNameRu: ({ councilName }) => councilName.ru,
  councilNameEn: ({ councilName }) => councilName.en,
};

/** Opinions with the answers of the body as a table. */
export const OPINION_TABLE = tableOf(OPINION);

/** Notices to councils, with where each council stands, as a table. */
export const NOTICE_TABLE = tableOf(NOTICE);
