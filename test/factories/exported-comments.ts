import type { CONCEALMENT, REASONS } from './concealments.js';

/** A comment as the list and the export give it. */
export interface Item {
  readonly id: string;
  readonly number: number;
  readonly text: string | null;
  readonly quote: string | null;
  readonly quoteBefore: string | null;
  readonly quoteAfter: string | null;
  readonly provisionId: string | null;
  readonly versionNumber: number;
  readonly author: { readonly name: string } | null;
  readonly participant: number | null;
  readonly onBehalfOf: { readonly name: string; readonly bin: string | null } | null;
  readonly acceptedAt: string;
  readonly receivedOn: string | null;
  readonly groupId: string | null;
  readonly answer:
    | (Record<'outcome' | 'answeredAt' | 'provisionId', string> & { readonly reasons: typeof REASONS })
    | null;
  readonly withdrawnAt: string | null;
  readonly disownedAt: string | null;
  readonly concealment: (typeof CONCEALMENT & { readonly concealedOn: string; readonly appeal: string }) | null;
}

/** A file as the export names it. */
export interface ExportedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** The cells that a comment of the list should have, with its files. */
export function rowOf(item: Item & { readonly files: readonly ExportedFile[] }): Record<string, string> {
  const { answer, concealment, author } = item;
  const cells = {
    ...pick(item, 'number', 'state', 'channel', 'language', 'acceptedAt', 'receivedOn'),
    provisionNumber: item.provisionId === null ? null : '3',
    ...pick(item, 'versionNumber', 'quote', 'quoteBefore', 'quoteAfter', 'text'),
    authorName: author?.name,
    participant: item.participant,
    onBehalfOf: item.onBehalfOf?.name,
    onBehalfOfBin: item.onBehalfOf?.bin,
    outcome: answer?.outcome,
    reasonsKk: answer?.reasons.kk,
    reasonsRu: answer?.reasons.ru,
    reasonsEn: null,
    answeredAt: answer?.answeredAt,
    ...pick(item, 'withdrawnAt', 'disownedAt'),
    concealmentGround: concealment?.ground,
    concealmentKk: concealment?.explanation.kk,
    concealmentRu: concealment?.explanation.ru,
    concealmentEn: null,
    concealedOn: concealment?.concealedOn,
    appeal: concealment?.appeal,
    ...pick(item, 'id', 'provisionId', 'groupId'),
    answerProvisionId: answer?.provisionId,
    answerProvisionNumber: answer?.provisionId && '3',
    files: item.files.map((file) => `${file.sha256} ${file.size} ${file.name}`).join('\n'),
  };
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell == null ? '' : String(cell)]));
}

function pick(item: object, ...names: string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, (item as Record<string, unknown>)[name]]));
}
