import type { ComponentChildren, JSX } from 'preact';
import { type Styled, joined } from './markup.js';

/** What a label takes: the id of its field, and its words as children. */
export interface LabelProps extends Styled {
  readonly for?: string | undefined;
  /** The label is the page's only h1. */
  readonly isHeading?: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** The label of a field; nothing when it has no words. */
export function Label(props: LabelProps): JSX.Element | null {
  if (!props.children) return null;
  const label = (
    <label class={joined('govuk-label', props.class)} {...props.attributes} for={props.for}>
      {props.children}
    </label>
  );
  return props.isHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
