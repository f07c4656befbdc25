import type { ComponentChildren, JSX } from 'preact';
import { type Styled, joined } from './markup.js';

/** Colours of tags; a colour repeats what the words say, it never says it alone. */
export type TagColour =
  | 'grey'
  | 'green'
  | 'teal'
  | 'blue'
  | 'purple'
  | 'magenta'
  | 'red'
  | 'orange'
  | 'yellow'
  | 'turquoise'
  | 'pink';

/** What a tag takes. */
export interface TagProps extends Styled {
  readonly colour?: TagColour | undefined;
  readonly children?: ComponentChildren;
}

/** The state of a thing in one or two words. */
export function Tag({ colour, class: extra, attributes, children }: TagProps): JSX.Element {
  return (
    <strong class={joined('govuk-tag', colour && `govuk-tag--${colour}`, extra)} {...attributes}>
      {children}
    </strong>
  );
}
