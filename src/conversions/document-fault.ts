/** Why a document is refused as a whole. */
export type FaultCode =
  | 'document-empty'
  | 'document-unknown'
  | 'document-old-format'
  | 'document-protected'
  | 'document-unreadable'
  | 'document-macros'
  | 'document-type-declaration'
  | 'document-too-many-parts'
  | 'document-too-large'
  | 'document-too-deep'
  | 'document-too-complex'
  | 'document-without-text'
  | 'too-many-provisions'
  | 'invalid-utf8';

/** A document that is not read; becomes a problem that names the file. */
export class DocumentFault extends Error {
  constructor(
    readonly code: FaultCode,
    readonly params: Readonly<Record<string, number>> = {},
  ) {
    super(code);
    this.name = 'DocumentFault';
  }
}
