import type { ComponentChildren, JSX } from 'preact';
import { ErrorMessage, type FieldError } from './error-message.js';
import { Hint } from './hint.js';
import { type Attributes, joined } from './markup.js';

/** What surrounds every field: help, a fault, and the group's own classes and attributes. */
export interface GroupedField {
  readonly hint?: ComponentChildren;
  readonly error?: FieldError | undefined;
  /** Ids of further elements that describe the field; hint and error are added to them. */
  readonly describedBy?: string | undefined;
  readonly groupClass?: string | undefined;
  readonly groupAttributes?: Attributes | undefined;
}

/** What a field with one label takes beside that. The id is the name if not said; the error summary links to it. */
export interface LabelledField extends GroupedField {
  readonly id?: string | undefined;
  readonly name: string;
  readonly label: ComponentChildren;
  readonly labelClass?: string | undefined;
  /** The label is the page's only h1. */
  readonly labelIsHeading?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Something directly before or after the control, inside the group. */
  readonly before?: ComponentChildren;
  readonly after?: ComponentChildren;
}

/** The value of aria-describedby: what was given, then hint and error of the field with this id. */
export function descriptionOf(id: string, { hint, error, describedBy }: GroupedField): string | undefined {
  return joined(describedBy, hint ? `${id}-hint` : false, error && `${id}-error`);
}

/** The group around a field, marked when the field is wrong. */
export function FormGroup(props: GroupedField & { readonly children: ComponentChildren }): JSX.Element {
  const { error, groupClass, groupAttributes, children } = props;
  return (
    <div class={joined('govuk-form-group', error && 'govuk-form-group--error', groupClass)} {...groupAttributes}>
      {children}
    </div>
  );
}

/** Hint and error of the field with this id, where it has them. */
export function HintAndError({ id, hint, error }: GroupedField & { readonly id: string }): JSX.Element {
  return (
    <>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && (
        <ErrorMessage id={`${id}-error`} prefix={error.prefix} class={error.class} attributes={error.attributes}>
          {error.message}
        </ErrorMessage>
      )}
    </>
  );
}
