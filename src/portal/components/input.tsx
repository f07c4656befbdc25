import type { ComponentChildren, JSX } from 'preact';
import { descriptionOf, FormGroup, HintAndError, type LabelledField } from './form-group.js';
import { Label } from './label.js';
import { type Attributes, type Styled, joined } from './markup.js';

/** A unit or sign before or after an input, seen but not heard: the label says it too. */
export interface InputAffix extends Styled {
  readonly content: ComponentChildren;
}

/** What a text input takes. */
export interface InputProps extends LabelledField, Styled {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'number' | 'date' | 'time' | undefined;
  readonly value?: string | number | undefined;
  readonly prefix?: InputAffix | undefined;
  readonly suffix?: InputAffix | undefined;
  readonly wrapperClass?: string | undefined;
  readonly wrapperAttributes?: Attributes | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search' | undefined;
  readonly pattern?: string | undefined;
}

/** A field of one line with its label, hint and error. */
export function Input(props: InputProps): JSX.Element {
  const { name, id = name, prefix, suffix, before, after } = props;
  const control = <Control {...props} />;
  return (
    <FormGroup {...props}>
      <Label for={id} class={props.labelClass} isHeading={props.labelIsHeading}>
        {props.label}
      </Label>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {[prefix, suffix, before, after].some(Boolean) ? (
        <div class={joined('govuk-input__wrapper', props.wrapperClass)} {...props.wrapperAttributes}>
          {before}
          {prefix && <Affix {...prefix} side="prefix" />}
          {control}
          {suffix && <Affix {...suffix} side="suffix" />}
          {after}
        </div>
      ) : (
        control
      )}
    </FormGroup>
  );
}

function Control(props: InputProps): JSX.Element {
  const { name, id = name } = props;
  // Preact's types allow each type of input other roles; spread, the type is checked by ours alone.
  const type: Attributes = { type: props.type ?? 'text' };
  return (
    <input
      class={joined('govuk-input', props.class, props.error && 'govuk-input--error')}
      id={id}
      name={name}
      {...type}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={descriptionOf(id, props)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...props.attributes}
    />
  );
}

function Affix({ side, content, ...root }: InputAffix & { readonly side: 'prefix' | 'suffix' }): JSX.Element {
  return (
    <div class={joined(`govuk-input__${side}`, root.class)} aria-hidden="true" {...root.attributes}>
      {content}
    </div>
  );
}
