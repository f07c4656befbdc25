import type { JSX } from 'preact';
import type { ProvisionResponse } from '../../consultations/index.js';
import { inLanguage } from '../../platform/kernel/index.js';
import { Localized, type PageContext } from '../frame/index.js';

type Marked = Pick<ProvisionResponse, 'number' | 'label'>;

/** The number of a provision with its mark, as printed in the reader's language; nothing where it has none. */
export function PrintedMark({
  ctx,
  of: { number, label },
}: {
  readonly ctx: PageContext;
  readonly of: Marked;
}): JSX.Element {
  if (label) return <Localized ctx={ctx} text={label} />;
  return <>{number && `${number}.`}</>;
}

/** The same as words, for a link or a list. */
export function printedMark(ctx: PageContext, { number, label }: Marked): string | null {
  return label ? inLanguage(label, ctx.lang).text : number && `${number}.`;
}

type Named = Pick<ProvisionResponse, 'number' | 'label' | 'heading' | 'position' | 'table'>;

/** What a provision is called in a link or a list: number and heading, else its place. */
export function provisionName(ctx: PageContext, provision: Named): string {
  const { heading, position, table } = provision;
  const parts = [printedMark(ctx, provision), heading && ctx.text(heading)].filter(Boolean);
  if (parts.length > 0) return parts.join(' ');
  return ctx.t(table ? 'portal.consultation.table' : 'portal.consultation.place', { number: position });
}
