import type { JSX } from 'preact';
import type { EarlierAnswers, LinkedProvision } from '../../comments/index.js';
import { provisionName } from '../consultations/printed-mark.js';
import type { PageContext } from '../frame/index.js';

/** Where an answer leads to: what was changed at a provision, else the provision itself. */
export function AnswerLink({ ctx, provision }: AnswerLinkProps): JSX.Element | null {
  if (!provision) return null;
  const { id: at, consultationId, version, stands, changed, position } = provision;
  const folder = `/consultations/${consultationId}`;
  const href = changed
    ? `${ctx.url(`${folder}/comparison`, { from: stands ? undefined : version, at })}#c-${at}`
    : `${ctx.url(folder, { at })}#p-${position}`;
  return (
    <p class="govuk-body-s">
      <a class="govuk-link" href={href}>
        {ctx.t(`portal.comments.leadsTo.${changed ? 'changed' : 'text'}`, { name: provisionName(ctx, provision) })}
      </a>
    </p>
  );
}

interface AnswerLinkProps {
  readonly ctx: PageContext;
  /** Undefined where the answer leads nowhere. */
  readonly provision: LinkedProvision | undefined;
}

interface Leading {
  readonly provisionId: string | null;
}

/** The answers to these comments, and those that stood before. */
export function answersTo(
  comments: readonly { readonly answer: Leading | null }[],
  earlier: EarlierAnswers,
): (Leading | null)[] {
  return [...comments.map(({ answer }) => answer), ...[...earlier.values()].flat()];
}
