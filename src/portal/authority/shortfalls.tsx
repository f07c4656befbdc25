import type { JSX } from 'preact';
import type { Standing } from '../../members/index.js';
import type { PageContext } from '../frame/index.js';

interface ShortfallsProps {
  readonly ctx: PageContext;
  readonly standing: Standing;
}

/** What a composition is short of: members, civil society (C1), or seats (C3); a sentence each. */
export function Shortfalls({ ctx, standing }: ShortfallsProps): JSX.Element {
  return (
    <>
      {shortfalls(ctx, standing).map((text) => (
        <p class="govuk-body-s govuk-!-margin-bottom-1">{text}</p>
      ))}
    </>
  );
}

/** The sentences of `Shortfalls`; none for a complete composition. */
export function shortfalls(ctx: PageContext, standing: Standing): string[] {
  const { vacant, missingCivil, civilDue, members, civilSociety, breaches } = standing;
  const civil = Math.min(civilDue, vacant);
  const share = breaches.find(({ rule }) => rule === 'C1');
  const size = breaches.find(({ rule }) => rule.startsWith('C3.'));
  return [
    ...(vacant > 0 ? [ctx.t('portal.councilsDesk.short.vacant', { vacant, civil })] : []),
    ...(share
      ? [
          ctx.t('portal.councilsDesk.short.share', {
            civil: civilSociety,
            members,
            required: share.required,
            missing: missingCivil,
          }),
        ]
      : []),
    ...(size
      ? [ctx.t('portal.councilsDesk.short.size', { seats: size.actual, required: size.required, rule: size.rule })]
      : []),
  ];
}
