import type { JSX } from 'preact';
import type { Rule, RuleValue } from '../../rulebook/index.js';
import { Tag, type TagColour } from '../components/index.js';
import { Localized, type PageContext } from '../frame/index.js';

const COLOURS: Readonly<Record<Rule['trust'], TagColour>> = { law: 'green', 'old wording': 'blue', setting: 'orange' };

/** A rule: what it demands, its value, its article, what a breach does, and whether the text was verified. */
export function RuleView({ ctx, rule }: { readonly ctx: PageContext; readonly rule: Rule }): JSX.Element {
  const { id, name, value, basis, effect, stricter, since } = rule;
  const trust = trustOf(rule);
  return (
    <li class="kenes-list__item" id={id}>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        <Localized ctx={ctx} text={name} />
      </h3>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{valueInWords(ctx, value)}</strong>
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <Localized ctx={ctx} text={basis} />
      </p>
      <p class="govuk-body-s kenes-list__facts">
        <span>{ctx.t('portal.assessments.ruleOf', { rule: id })}</span>
        <Tag colour={COLOURS[rule.trust]}>{ctx.t(`portal.rules.trust.${trust}`)}</Tag>
        <span>{ctx.t(`portal.rules.effect.${effect}`)}</span>
        {stricter && <span>{ctx.t(`portal.rules.stricter.${stricter}`)}</span>}
        {since && <span>{ctx.t('portal.rules.since', { date: ctx.format.date(since) })}</span>}
      </p>
    </li>
  );
}

/** A setting is not verified until the administrator gives it a value with its basis and first day. */
function trustOf({ trust, since }: Rule): 'law' | 'old' | 'setting' | 'set' {
  if (trust === 'law') return 'law';
  if (trust === 'old wording') return 'old';
  return since === null ? 'setting' : 'set';
}

/** What a rule gives, in words. */
export function valueInWords(ctx: PageContext, value: RuleValue): string {
  if ('amount' in value) return ctx.t(`portal.rules.value.${value.unit}`, { count: value.amount });
  if ('fraction' in value) return ctx.lang === 'en' ? value.fraction : value.fraction.replace('.', ',');
  if ('from' in value) return ctx.t('portal.rules.value.range', { from: value.from, to: value.to });
  return ctx.text(value.text);
}
