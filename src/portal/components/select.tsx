import type { JSX } from 'preact';
import { descriptionOf, FormGroup, HintAndError, type LabelledField } from './form-group.js';
import { Label } from './label.js';
import { type Attributes, type Maybe, type Styled, joined } from './markup.js';

/** One choice of a select; without `value` its text is sent. */
export interface SelectOption {
  readonly value?: string | number | undefined;
  readonly text: string;
  readonly selected?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

/** What a select takes; `value` is the choice made. */
export interface SelectProps extends LabelledField, Styled {
  readonly items: readonly Maybe<SelectOption>[];
  readonly value?: string | number | undefined;
}

/** A choice from a long list, with its label, hint and error. */
export function Select(props: SelectProps): JSX.Element {
  const { name, id = name } = props;
  return (
    <FormGroup {...props}>
      <Label for={id} class={props.labelClass} isHeading={props.labelIsHeading}>
        {props.label}
      </Label>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {props.before}
      <select
        class={joined('govuk-select', props.class, props.error && 'govuk-select--error')}
        id={id}
        name={name}
        disabled={props.disabled}
        aria-describedby={descriptionOf(id, props)}
        {...props.attributes}
      >
        {props.items.map((item) => item && <Option {...item} isSelected={isSelected(item, props.value)} />)}
      </select>
      {props.after}
    </FormGroup>
  );
}

function Option(props: SelectOption & { readonly isSelected: boolean }): JSX.Element {
  return (
    <option value={props.value} selected={props.isSelected} disabled={props.disabled} {...props.attributes}>
      {props.text}
    </option>
  );
}

function isSelected({ value, text, selected }: SelectOption, chosen: string | number | undefined): boolean {
  if (selected !== undefined) return selected;
  return Boolean(chosen) && String(value ?? text) === String(chosen);
}
