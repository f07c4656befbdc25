import { ConsultationChangeRequest, ConsultationRequest } from '../../consultations/index.js';
import type { FormBody, FormField } from '../../platform/http/index.js';
import { invalidAt } from '../../platform/kernel/index.js';
import { PreparedForm } from '../desk/index.js';
import type { FormShape } from '../frame/index.js';

/** The text of the draft as one field in each language; an empty line begins a new provision. */
export const TEXT_FIELD = 'provisionText';

/** Longer texts are brought in as a file. */
const PROVISIONS_MOST = 500;

/** The questions to the public as one field in each language; a line is a question. */
export const QUESTIONS_FIELD = 'questionLines';

const HOW: FormShape = {
  flags: ['publicService', 'commentsByEmail'],
  optional: ['explanatoryNote'],
  empty: {
    actType: 'portal.desk.draft.actTypeEmpty',
    category: 'portal.desk.draft.categoryEmpty',
    stage: 'portal.desk.draft.stageEmpty',
    closesOn: 'portal.desk.draft.closesEmpty',
  },
};

/** Questions are lines, as many in each language. */
function refuseUnequalQuestions(body: FormBody): void {
  const [kk, ru] = [linesIn(body.get(`${QUESTIONS_FIELD}.kk`)), linesIn(body.get(`${QUESTIONS_FIELD}.ru`))];
  if (kk.length === ru.length) return;
  throw invalidAt(`/${QUESTIONS_FIELD}/ru`, 'questions-unequal', { kk: kk.length, ru: ru.length });
}

function linesIn(text = ''): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** A consultation to be prepared: its provisions are the paragraphs of two texts, as many in each. */
class DraftForm extends PreparedForm<ConsultationRequest> {
  override read(body: FormBody): ConsultationRequest {
    const [kk, ru] = [provisionsIn(body.get(`${TEXT_FIELD}.kk`)), provisionsIn(body.get(`${TEXT_FIELD}.ru`))];
    if (kk.length !== ru.length) {
      throw invalidAt(`/${TEXT_FIELD}/ru`, 'provisions-unequal', { kk: kk.length, ru: ru.length });
    }
    if (kk.length > PROVISIONS_MOST) throw invalidAt(`/${TEXT_FIELD}/kk`, 'too-many', { max: PROVISIONS_MOST });
    refuseUnequalQuestions(body);
    return super.read(body);
  }
}

/** A change of all but the text: what was emptied is taken away. */
class DraftChangeForm extends PreparedForm<ConsultationChangeRequest> {
  override read(body: FormBody): ConsultationChangeRequest {
    refuseUnequalQuestions(body);
    const change = super.read(body);
    const { consultativeDocumentId = null, exemption = null, explanatoryNote = null, questions = [] } = change;
    return Object.assign(change, { consultativeDocumentId, exemption, explanatoryNote, questions });
  }
}

/** The form of a draft, before it is published. */
export const DRAFT = new DraftForm(ConsultationRequest, HOW, withProvisions, shownAt);

/** A change of all but the text. */
export const DRAFT_CHANGE = new DraftChangeForm(ConsultationChangeRequest, HOW, withQuestions, shownAt);

/** The provisions of a text: what stands between empty lines. */
export function provisionsIn(text = ''): string[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((part) => part.replace(/^\n+|\n+$/g, ''))
    .filter((part) => part.trim() !== '');
}

function withProvisions(fields: readonly FormField[]): FormField[] {
  return withQuestions(fields).flatMap(([name, value]): FormField[] => {
    const language = new RegExp(`^${TEXT_FIELD}\\.(kk|ru)$`).exec(name)?.[1];
    if (language === undefined) return [[name, value]];
    return provisionsIn(value).map((text, at) => [`provisions[${at}].text.${language}`, text]);
  });
}

function withQuestions(fields: readonly FormField[]): FormField[] {
  return fields.flatMap(([name, value]): FormField[] => {
    const language = new RegExp(`^${QUESTIONS_FIELD}\\.(kk|ru)$`).exec(name)?.[1];
    if (language === undefined) return [[name, value]];
    return linesIn(value).map((line, at) => [`questions[${at}].${language}`, line]);
  });
}

/** A fault of a provision is shown at the text it was taken from. */
function shownAt(name: string): string {
  const field = /^(provisions|questions)\b/.exec(name)?.[1];
  if (field === undefined) return name;
  return `${field === 'provisions' ? TEXT_FIELD : QUESTIONS_FIELD}.${name.endsWith('.ru') ? 'ru' : 'kk'}`;
}
