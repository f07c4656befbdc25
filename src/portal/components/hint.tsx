import type { ComponentChildren, JSX } from 'preact';
import { type Styled, joined } from './markup.js';

/** What a hint takes; fields refer to its id by aria-describedby. */
export interface HintProps extends Styled {
  readonly id?: string | undefined;
  readonly children?: ComponentChildren;
}

/** Help for filling in a field. */
export function Hint({ id, class: extra, attributes, children }: HintProps): JSX.Element {
  return (
    <div id={id} class={joined('govuk-hint', extra)} {...attributes}>
      {children}
    </div>
  );
}
