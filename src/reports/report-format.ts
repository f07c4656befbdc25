import { docxPieces, pdfPieces, type Blocks, type DocumentHead } from '../platform/documents/index.js';

/** Documents for people: how blocks become a file. */
export const DOCUMENTS = {
  pdf: { type: 'application/pdf', pieces: pdfPieces },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pieces: docxPieces },
} as const satisfies Record<string, DocumentFormat>;

export type DocumentName = keyof typeof DOCUMENTS;

interface DocumentFormat {
  readonly type: string;
  pieces(head: DocumentHead, blocks: Blocks): AsyncIterable<Buffer>;
}
