import type { GroupedField, LabelledField } from '../../../src/portal/components/index.js';
import { content, errorOf, type Shared, styled } from './fixtures.js';

/** Hint, error and group of a field by our names. */
export function grouped(options: Shared): GroupedField {
  return {
    hint: content(options.hint),
    error: errorOf(options.errorMessage),
    describedBy: options.describedBy,
    groupClass: options.formGroup?.classes,
    groupAttributes: options.formGroup?.attributes,
  };
}

/** Options of every field with one label. */
export type FieldOptions = Shared & { readonly name: string; readonly disabled?: boolean };

/** A field with one label by our names. */
export function labelled(options: FieldOptions): LabelledField & ReturnType<typeof styled> {
  return {
    ...grouped(options),
    ...styled(options),
    id: options.id,
    name: options.name,
    label: content(options.label),
    labelClass: options.label?.classes,
    labelIsHeading: options.label?.isPageHeading,
    disabled: options.disabled,
  };
}
