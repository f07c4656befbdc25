import type { JSX } from 'preact';
import type { RuleValue } from '../../rulebook/index.js';
import { Input } from '../components/index.js';
import { Bilingual } from '../desk/index.js';
import type { FilledForm } from '../frame/index.js';

interface ValueProps {
  readonly filled: FilledForm;
  /** The value of the rule: another one has the same shape and unit. */
  readonly value: RuleValue;
}

/** The fields of a value, by its shape. */
export function ValueFields({ filled, value }: ValueProps): JSX.Element {
  const { ctx } = filled;
  const t = (name: string): string => ctx.t(`portal.admin.setting.${name}`);
  if ('amount' in value) {
    return (
      <>
        <NumberField filled={filled} name="value.amount" label={t(`unit.${value.unit}`)} />
        <input type="hidden" name="value.unit" value={value.unit} />
      </>
    );
  }
  if ('fraction' in value) {
    return (
      <Input
        {...filled.field('value.fraction')}
        label={t('field.fraction')}
        hint={t('fractionHint')}
        class="govuk-input--width-5"
        spellcheck={false}
      />
    );
  }
  if ('from' in value) {
    return (
      <>
        <NumberField filled={filled} name="value.from" label={t('field.from')} />
        <NumberField filled={filled} name="value.to" label={t('field.to')} />
      </>
    );
  }
  return <Bilingual english="required" filled={filled} name="value.text" label={t('field.text')} rows={2} />;
}

interface NumberProps {
  readonly filled: FilledForm;
  readonly name: string;
  readonly label: string;
}

function NumberField({ filled, name, label }: NumberProps): JSX.Element {
  return (
    <Input
      {...filled.field(name)}
      label={label}
      hint={filled.ctx.t('portal.admin.setting.numberHint')}
      class="govuk-input--width-4"
      inputmode="numeric"
    />
  );
}
