import type { JSX } from 'preact';
import { type Choice, type ChoiceKind, Choices, type ChoicesProps } from './choice.js';

/** A checkbox; `exclusive` (“none of these”) takes the others' marks away when scripts run. */
export interface Checkbox extends Choice {
  readonly name?: string | undefined;
  readonly behaviour?: 'exclusive' | undefined;
}

/** What checkboxes take; `values` are the choices made. */
export interface CheckboxesProps extends ChoicesProps<Checkbox> {
  readonly values?: readonly string[] | undefined;
}

/** Any number of choices. */
export function Checkboxes({ values = [], ...props }: CheckboxesProps): JSX.Element {
  const kind: ChoiceKind<Checkbox> = {
    block: 'checkboxes',
    type: 'checkbox',
    isChecked: (item) => item.checked ?? (item.value !== undefined && values.includes(String(item.value))),
    describesEach: true,
    inputOf: ({ name, behaviour }) => ({ ...(name && { name }), 'data-behaviour': behaviour }),
  };
  return <Choices {...props} kind={kind} />;
}
