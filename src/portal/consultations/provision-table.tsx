import type { JSX } from 'preact';
import { CELL_BREAK, cellsIn, placesOf, type TableShape } from '../../consultations/index.js';
import { inLanguage, type LocalizedText } from '../../platform/kernel/index.js';
import type { PageContext } from '../frame/index.js';

interface TableProps {
  readonly ctx: PageContext;
  /** What the table is called, for those who do not see what is around it. */
  readonly name: string;
  readonly text: LocalizedText;
  readonly table: TableShape;
}

/** A provision that is a table: its words in rows and columns, cells merged as in the document. */
export function ProvisionTable({ ctx, name, text, table }: TableProps): JSX.Element {
  const { text: words, lang } = inLanguage(text, ctx.lang);
  const isOther = lang !== ctx.lang;
  const rows = shownCells(words, table);
  const row = (cells: readonly ShownCell[], isHead: boolean) => (
    <tr class="govuk-table__row">
      {cells.map((cell) => (
        <Cell {...cell} isHead={isHead} />
      ))}
    </tr>
  );
  return (
    <>
      {isOther && <p class="govuk-hint">{ctx.t('portal.frame.onlyIn', { lang })}</p>}
      <div class="kenes-scroll" tabIndex={0} role="group" aria-label={name}>
        <table class="govuk-table" lang={isOther ? lang : undefined}>
          <caption class="govuk-table__caption govuk-visually-hidden">{name}</caption>
          {table.headerRows > 0 && (
            <thead class="govuk-table__head">{rows.slice(0, table.headerRows).map((cells) => row(cells, true))}</thead>
          )}
          <tbody class="govuk-table__body">{rows.slice(table.headerRows).map((cells) => row(cells, false))}</tbody>
        </table>
      </div>
    </>
  );
}

interface ShownCell {
  readonly text: string;
  readonly columns: number | undefined;
  readonly rows: number | undefined;
}

/** The cells that are seen: of merged ones the first, which goes over the others. */
function shownCells(words: string, { merged }: TableShape): ShownCell[][] {
  const covered = new Set(
    merged.flatMap((one) =>
      placesOf(one)
        .slice(1)
        .map(({ key }) => key),
    ),
  );
  const first = new Map(merged.map((one) => [`${one.row} ${one.column}`, one]));
  return cellsIn(words).map((cells, row) =>
    cells.flatMap((text, column) => {
      const key = `${row + 1} ${column + 1}`;
      const { columns = 1, rows = 1 } = first.get(key) ?? {};
      if (covered.has(key)) return [];
      return [{ text, columns: columns > 1 ? columns : undefined, rows: rows > 1 ? rows : undefined }];
    }),
  );
}

function Cell({ text, columns, rows, isHead }: ShownCell & { readonly isHead: boolean }): JSX.Element {
  const lines = text.split(CELL_BREAK).flatMap((line, at) => (at === 0 ? [line] : [<br />, line]));
  return isHead ? (
    <th scope={columns === undefined ? 'col' : 'colgroup'} class="govuk-table__header" colspan={columns} rowspan={rows}>
      {lines}
    </th>
  ) : (
    <td class="govuk-table__cell" colspan={columns} rowspan={rows}>
      {lines}
    </td>
  );
}
