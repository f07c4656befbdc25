import { ChoiceField, IdField, LocalizedField } from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { DOCUMENT_KINDS, type DocumentKind } from './document.entity.js';

/** Longest title of a document, in code points. */
const TITLE_CHARACTERS = 500;

/** A document to be put to a draft. */
export class DocumentRequest {
  /** A file that the caller uploaded before and nothing uses. */
  @IdField()
  fileId!: string;

  @ChoiceField(DOCUMENT_KINDS)
  kind!: DocumentKind;

  @LocalizedField({ max: TITLE_CHARACTERS })
  title!: LocalizedText;

  /** The document that it takes the place of; that one stays readable. */
  @IdField({ optional: true })
  replacesId?: string;
}
