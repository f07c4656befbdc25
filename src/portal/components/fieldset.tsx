import type { ComponentChildren, JSX } from 'preact';
import { type Styled, joined } from './markup.js';

/** The question that a group of fields answers. */
export interface FieldsetLegend extends Styled {
  readonly legend?: ComponentChildren;
  readonly legendClass?: string | undefined;
  /** The legend is the page's only h1. */
  readonly legendIsHeading?: boolean | undefined;
  readonly describedBy?: string | undefined;
}

/** What a fieldset takes: its legend, and the fields as children. */
export interface FieldsetProps extends FieldsetLegend {
  readonly role?: 'group' | undefined;
  readonly children?: ComponentChildren;
}

/** Fields that belong together, under one legend. */
export function Fieldset(props: FieldsetProps): JSX.Element {
  const { legend, role, describedBy } = props;
  return (
    <fieldset
      class={joined('govuk-fieldset', props.class)}
      role={role}
      aria-describedby={describedBy || undefined}
      {...props.attributes}
    >
      {legend && (
        <legend class={joined('govuk-fieldset__legend', props.legendClass)}>
          {props.legendIsHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      )}
      {props.children}
    </fieldset>
  );
}
