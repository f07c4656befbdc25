import { RuleRequest, type RuleValue } from '../../rulebook/index.js';
import { FormOf, type FilledForm, type FirstValues } from '../frame/index.js';
import type { Compared } from '../desk/index.js';

/** Which of the steps a button leads to. */
export const STEP_FIELD = '_step';

/** A value for a setting, with its basis and first day. */
export const SETTING = new FormOf(RuleRequest, {
  counts: ['value.amount', 'value.from', 'value.to'],
  empty: { since: 'portal.admin.setting.sinceEmpty' },
});

const LANGUAGES = ['kk', 'ru', 'en'] as const;

/** A value by the names of its fields. */
export function valueFields(value: RuleValue): Readonly<Record<string, string | number>> {
  if ('amount' in value) return { 'value.amount': value.amount, 'value.unit': value.unit };
  if ('fraction' in value) return { 'value.fraction': value.fraction };
  if ('from' in value) return { 'value.from': value.from, 'value.to': value.to };
  return { 'value.text.kk': value.text.kk, 'value.text.ru': value.text.ru, 'value.text.en': value.text.en };
}

/** What is compared where somebody else set it meanwhile. */
interface Stored {
  readonly value: RuleValue;
  readonly basis: Readonly<Record<'kk' | 'ru' | 'en', string>>;
  readonly since: string | null;
}

/** The first values of the form: the value in force; basis and day are to be said anew. */
export function settingValues(value: RuleValue, today: string): FirstValues {
  return { ...valueFields(value), since: today };
}

/** A setting as it was given last and as it was entered. */
export function settingCompared(filled: FilledForm, stored: Stored): Compared[] {
  const { ctx } = filled;
  const label = ctx.t('portal.admin.setting.basis');
  const yours = (name: string): string => filled.value(name) ?? '–';
  const value = Object.entries(valueFields(stored.value)).filter(([name]) => name !== 'value.unit');
  return [
    ...value.map(([name, one]) => ({ field: ctx.t(labelOf(name)), stored: String(one), yours: yours(name) })),
    ...LANGUAGES.map((language) => ({
      field: ctx.t('portal.desk.inLanguage', { label, language }),
      stored: stored.basis[language],
      yours: yours(`basis.${language}`),
    })),
    { field: ctx.t('portal.admin.setting.since'), stored: stored.since ?? '–', yours: yours('since') },
  ];
}

function labelOf(name: string): string {
  const [, part = ''] = name.split('.');
  return `portal.admin.setting.field.${part}`;
}
