import type { ComponentChildren, JSX } from 'preact';
import { joined, type Maybe, type Styled } from './markup.js';

/** A cell that is more than a text. */
export interface RichCell extends Styled {
  readonly content: ComponentChildren;
  readonly format?: 'numeric' | undefined;
  readonly colspan?: number | undefined;
  readonly rowspan?: number | undefined;
}

/** A cell: a text, a number, or either with class, format or span. */
export type TableCell = string | number | RichCell;

/** What a table takes; every table has a caption, hidden by a class where a heading says the same. */
export interface TableProps extends Styled {
  readonly caption?: ComponentChildren;
  readonly captionClass?: string | undefined;
  readonly head?: readonly TableCell[] | undefined;
  readonly rows: readonly Maybe<readonly TableCell[]>[];
  readonly firstCellIsHeader?: boolean | undefined;
}

/** Facts in rows and columns. */
export function Table({ caption, captionClass, head, rows, firstCellIsHeader, ...root }: TableProps): JSX.Element {
  return (
    <table class={joined('govuk-table', root.class)} {...root.attributes}>
      {caption && <caption class={joined('govuk-table__caption', captionClass)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{head.map((cell) => columnHeader(rich(cell)))}</tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map(
          (row) =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, at) => (firstCellIsHeader && at === 0 ? rowHeader(rich(cell)) : plainCell(rich(cell))))}
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}

function columnHeader({ content, format, class: extra, colspan, rowspan, attributes }: RichCell): JSX.Element {
  const name = joined('govuk-table__header', format && `govuk-table__header--${format}`, extra);
  return (
    <th scope="col" class={name} colspan={colspan} rowspan={rowspan} {...attributes}>
      {content}
    </th>
  );
}

function rowHeader({ content, class: extra, colspan, rowspan, attributes }: RichCell): JSX.Element {
  return (
    <th scope="row" class={joined('govuk-table__header', extra)} colspan={colspan} rowspan={rowspan} {...attributes}>
      {content}
    </th>
  );
}

function plainCell({ content, format, class: extra, colspan, rowspan, attributes }: RichCell): JSX.Element {
  const name = joined('govuk-table__cell', format && `govuk-table__cell--${format}`, extra);
  return (
    <td class={name} colspan={colspan} rowspan={rowspan} {...attributes}>
      {content}
    </td>
  );
}

function rich(cell: TableCell): RichCell {
  return typeof cell === 'object' ? cell : { content: cell };
}
