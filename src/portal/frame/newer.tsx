import type { JSX } from 'preact';
import { InsetText, Table } from '../components/index.js';
import type { FilledForm } from './filled-form.js';

/** A field whose stored text may differ from what was typed. */
export interface Compared {
  readonly name: string;
  readonly label: string;
  readonly stored: string | null | undefined;
}

/** When a form was made for an older version: what is stored now beside what was typed, for the fields that differ. */
export function Newer({ filled, fields }: NewerProps): JSX.Element | null {
  if (filled.problem?.kind !== 'changed-meanwhile') return null;
  const { ctx } = filled;
  const written = (text: string) => ({ content: text, class: 'kenes-as-written' });
  const rows = fields
    .map(({ name, label, stored }) => ({ label, stored: stored ?? '', typed: filled.value(name) ?? '' }))
    .filter(({ stored, typed }) => stored !== typed)
    .map(({ label, stored, typed }) => [label, written(stored), written(typed)]);
  return (
    <InsetText>
      <h2 class="govuk-heading-m">{ctx.t('portal.form.newer')}</h2>
      <p class="govuk-body">{ctx.t('portal.form.newerText')}</p>
      {rows.length > 0 && (
        <Table
          caption={ctx.t('portal.form.newer')}
          captionClass="govuk-visually-hidden"
          head={[ctx.t('portal.form.field'), ctx.t('portal.form.stored'), ctx.t('portal.form.yours')]}
          rows={rows}
          firstCellIsHeader
        />
      )}
    </InsetText>
  );
}

interface NewerProps {
  readonly filled: FilledForm;
  readonly fields: readonly Compared[];
}
