import type { JSX } from 'preact';
import { changedRows, type ComparedProvision } from '../../comparisons/index.js';
import { CELL_BREAK } from '../../consultations/index.js';
import type { PageContext } from '../frame/index.js';
import { changedLanguages, Run } from './changed-words.js';

interface ChangedTableProps {
  readonly ctx: PageContext;
  readonly name: string;
  readonly one: ComparedProvision;
}

/** A table with what was taken out of its cells and put in; rows that came or went are marked whole. */
export function ChangedTable({ ctx, name, one: { text, before, after } }: ChangedTableProps): JSX.Element | null {
  if (text === null) return null;
  return (
    <>
      {changedLanguages(ctx, text).map((lang) => (
        <>
          {lang !== ctx.lang && <p class="govuk-hint">{ctx.t('portal.comparison.onlyIn', { lang })}</p>}
          <div class="kenes-scroll kenes-words" tabIndex={0} role="group" aria-label={name}>
            <table class="govuk-table" lang={lang === ctx.lang ? undefined : lang}>
              <caption class="govuk-table__caption govuk-visually-hidden">{name}</caption>
              <tbody class="govuk-table__body">
                {changedRows(before?.text[lang] ?? '', after?.text[lang] ?? '').map((cells) => (
                  <tr class="govuk-table__row">
                    {cells.map((runs) => (
                      <td class="govuk-table__cell">
                        {runs.map(({ kind, text: words }) => (
                          <Run ctx={ctx} run={{ kind, text: words.replaceAll(CELL_BREAK, ' ') }} lang={lang} />
                        ))}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ))}
    </>
  );
}
