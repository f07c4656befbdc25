import { ChoiceField } from '../platform/http/index.js';
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from './converted.js';

/** Of which language a document is. */
export class OutlineQuery {
  @ChoiceField(DOCUMENT_LANGUAGES)
  language!: DocumentLanguage;
}
