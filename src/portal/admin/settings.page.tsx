import type { JSX } from 'preact';
import type { Rule } from '../../rulebook/index.js';
import { InsetText, Tag } from '../components/index.js';
import { List, Localized, type PageContext } from '../frame/index.js';
import { valueInWords } from '../rules/rule-view.js';
import { LinkLine } from './parts.js';

interface SettingsProps {
  readonly ctx: PageContext;
  /** Those of trust `setting`. */
  readonly rules: readonly Rule[];
}

/** The settings: where the law leaves a value open, or its text was not to be had. */
export function SettingsBody({ ctx, rules }: SettingsProps): JSX.Element {
  const unverified = rules.filter(({ since }) => since === null);
  const verified = rules.filter(({ since }) => since !== null);
  const t = (name: string): string => ctx.t(`portal.admin.settings.${name}`);
  return (
    <>
      <h1 class="govuk-heading-xl">{t('title')}</h1>
      <InsetText>{t('lead')}</InsetText>
      <h2 class="govuk-heading-l">{t('unverified')}</h2>
      <Settings ctx={ctx} rules={unverified} empty={t('noneUnverified')} />
      <h2 class="govuk-heading-l">{t('verified')}</h2>
      <Settings ctx={ctx} rules={verified} empty={t('noneVerified')} />
      <LinkLine href={ctx.url('/rules')}>{t('all')}</LinkLine>
    </>
  );
}

function Settings({ ctx, rules, empty }: SettingsProps & { readonly empty: string }): JSX.Element {
  return (
    <List
      level={3}
      empty={empty}
      items={rules.map((rule) => ({
        href: ctx.url(`/desk/rules/${rule.id}`),
        title: <Localized ctx={ctx} text={rule.name} />,
        facts: [
          <strong>{valueInWords(ctx, rule.value)}</strong>,
          <TrustTag ctx={ctx} rule={rule} />,
          ctx.t('portal.assessments.ruleOf', { rule: rule.id }),
          rule.since && ctx.t('portal.rules.since', { date: ctx.format.date(rule.since) }),
        ],
        children: (
          <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">
            <Localized ctx={ctx} text={rule.basis} />
          </p>
        ),
      }))}
    />
  );
}

/** Whether a setting rests on a verified text; other rules say what they are. */
export function TrustTag({ ctx, rule }: { readonly ctx: PageContext; readonly rule: Rule }): JSX.Element {
  const { trust, since } = rule;
  if (trust === 'law') return <Tag colour="green">{ctx.t('portal.rules.trust.law')}</Tag>;
  if (trust === 'old wording') return <Tag colour="blue">{ctx.t('portal.rules.trust.old')}</Tag>;
  if (since === null) return <Tag colour="orange">{ctx.t('portal.rules.trust.setting')}</Tag>;
  return <Tag colour="green">{ctx.t('portal.rules.trust.set')}</Tag>;
}
