import type { JSX } from 'preact';
import { type Choice, type ChoiceKind, Choices, type ChoicesProps } from './choice.js';

/** What radios take; `value` is the choice made. */
export interface RadiosProps extends ChoicesProps<Choice> {
  readonly value?: string | number | undefined;
}

/** One choice of a few. */
export function Radios({ value, ...props }: RadiosProps): JSX.Element {
  const kind: ChoiceKind<Choice> = {
    block: 'radios',
    type: 'radio',
    isChecked: (item) => item.checked ?? (Boolean(value) && String(item.value) === String(value)),
    describesEach: false,
    inputOf: () => ({}),
  };
  return <Choices {...props} kind={kind} />;
}
