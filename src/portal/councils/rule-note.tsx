import type { JSX } from 'preact';
import type { Rule } from '../../rulebook/index.js';
import { InsetText } from '../components/index.js';
import { Localized, type PageContext } from '../frame/index.js';

/** A rule in its own words, with its article. */
export function RuleNote({ ctx, rule }: RuleNoteProps): JSX.Element | null {
  if (!rule) return null;
  return (
    <p class="govuk-hint">
      {rule.id}. <Localized ctx={ctx} text={rule.name} />. <Localized ctx={ctx} text={rule.basis} />.
    </p>
  );
}

interface RuleNoteProps {
  readonly ctx: PageContext;
  readonly rule: Rule | undefined;
}

/** A term that was not kept: the last day in time, and the day of the act (null while it has not been done). */
export interface TermBreach {
  readonly rule: string;
  readonly required: string;
  readonly actual: string | null;
}

/** What was done late or not at all, each with its rule and article; nothing when every term was kept. */
export function TermBreaches({ ctx, breaches, rules }: TermBreachesProps): JSX.Element {
  return (
    <>
      {breaches.map(({ rule, required, actual }) => (
        <InsetText>
          <p class="govuk-body">
            <strong>{ctx.t('portal.councils.breach')}</strong>{' '}
            {actual === null
              ? ctx.t('portal.councils.notYet', { required: ctx.format.date(required) })
              : ctx.t('portal.councils.tooLate', {
                  required: ctx.format.date(required),
                  actual: ctx.format.date(actual),
                })}
          </p>
          <RuleNote ctx={ctx} rule={rules.find(rule)} />
        </InsetText>
      ))}
    </>
  );
}

interface TermBreachesProps {
  readonly ctx: PageContext;
  readonly breaches: readonly TermBreach[];
  readonly rules: { find(id: string): Rule | undefined };
}
