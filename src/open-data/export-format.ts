import { BOM, csvLine, type SeparatorName } from '../platform/csv/index.js';
import type { DownloadTally } from '../platform/http/index.js';
import type { ExportTable } from './export-table.js';

/** How things, each given as a line of JSON, become a file. */
export interface ExportFormat {
  readonly extension: string;
  readonly type: string;
  readonly head: string;
  row(line: string): string;
  /** What stands at the end, where the format has room for it. */
  end(tally: DownloadTally): string;
}

/** CSV with a byte order mark and a line of names; how many rows there are, is told by the trailer alone. */
export function csvFormat(table: ExportTable, separator: SeparatorName): ExportFormat {
  return {
    extension: 'csv',
    type: 'text/csv; charset=utf-8; header=present',
    head: BOM + csvLine(table.names, separator),
    row: (line) => csvLine(table.cellsOf(line), separator),
    end: () => '',
  };
}

/** JSON Lines: a thing a line, then one line that counts them and gives the SHA-256 of all bytes before it. */
export const JSON_LINES: ExportFormat = {
  extension: 'jsonl',
  type: 'application/x-ndjson; charset=utf-8',
  head: '',
  row: (line) => `${line}\n`,
  end: ({ rows, sha256 }) => `${JSON.stringify({ rows, sha256 })}\n`,
};
