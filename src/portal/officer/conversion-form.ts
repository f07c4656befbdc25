import { readFile } from 'node:fs/promises';
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '../../conversions/index.js';
import { DOCUMENT_BYTES, type FormBody } from '../../platform/http/index.js';
import { invalid, type FieldError } from '../../platform/kernel/index.js';
import { FormOf } from '../frame/index.js';

/** What the buttons of the form send: the documents are shown first, or saved as they are. */
export const ACT_FIELD = 'act';
export const SAVE = 'save';

/** Two documents; a pointer beyond the file is a place in it, and belongs to its field. */
class DocumentsForm extends FormOf<object> {
  override fieldAt(_body: FormBody, pointer: string): string | undefined {
    return DOCUMENT_LANGUAGES.find((language) => pointer === `/${language}` || pointer.startsWith(`/${language}/`));
  }
}

export const DOCUMENTS = new DocumentsForm(Object, { aside: [ACT_FIELD] });

/** The two documents of a form. Throws `invalid` for one that was not chosen or is too large. */
export async function documentsIn(body: FormBody): Promise<Record<DocumentLanguage, Uint8Array>> {
  const chosen = DOCUMENT_LANGUAGES.map((language) => body.files.find(({ field }) => field === language));
  const errors = DOCUMENT_LANGUAGES.flatMap((language, at): FieldError[] => {
    const file = chosen[at];
    if (!file) return [{ pointer: `/${language}`, code: 'document-missing' }];
    const max = DOCUMENT_BYTES / 1024 / 1024;
    const isTooLarge = file.isTooLarge || file.size > DOCUMENT_BYTES;
    return isTooLarge ? [{ pointer: `/${language}`, code: 'file-too-large', params: { max } }] : [];
  });
  if (errors.length > 0) throw invalid(...errors);
  const [kk, ru] = await Promise.all(chosen.map((file) => readFile(file?.path ?? '')));
  return { kk: kk ?? Buffer.alloc(0), ru: ru ?? Buffer.alloc(0) };
}
