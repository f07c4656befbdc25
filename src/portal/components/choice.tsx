import type { ComponentChildren, JSX } from 'preact';
import { Fieldset, type FieldsetLegend } from './fieldset.js';
import { FormGroup, type GroupedField, HintAndError } from './form-group.js';
import { Hint } from './hint.js';
import { Label } from './label.js';
import { type Attributes, joined, type Maybe, type Styled } from './markup.js';

/** One choice of radios or checkboxes. */
export interface Choice {
  readonly value?: string | number | undefined;
  readonly text: ComponentChildren;
  readonly id?: string | undefined;
  readonly hint?: ComponentChildren;
  /** Fields shown only while this choice is made; without scripts they are always seen. */
  readonly conditional?: ComponentChildren;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly labelClass?: string | undefined;
  readonly labelAttributes?: Attributes | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A word between choices, such as “or”. */
export interface ChoiceDivider {
  readonly divider: ComponentChildren;
}

/** What radios and checkboxes have in common: choices with ids from `idPrefix` (the name if not said). */
export interface ChoicesProps<Item extends Choice> extends GroupedField, Styled {
  readonly name: string;
  readonly idPrefix?: string | undefined;
  readonly fieldset?: FieldsetLegend | undefined;
  readonly items: readonly Maybe<Item | ChoiceDivider>[];
}

/** What tells radios from checkboxes. */
export interface ChoiceKind<Item extends Choice> {
  readonly block: 'radios' | 'checkboxes';
  readonly type: 'radio' | 'checkbox';
  readonly isChecked: (item: Item) => boolean;
  /** Each input of a group without a fieldset refers to the group's hint and error. */
  readonly describesEach: boolean;
  /** Attributes of the input that only this kind has. */
  readonly inputOf: (item: Item) => Attributes;
}

/** A group of radios or checkboxes with its legend, hint and error. */
export function Choices<Item extends Choice>(
  props: ChoicesProps<Item> & { readonly kind: ChoiceKind<Item> },
): JSX.Element {
  const { name, idPrefix = name, fieldset, kind } = props;
  const described = joined(
    fieldset?.describedBy ?? props.describedBy,
    props.hint ? `${idPrefix}-hint` : false,
    props.error && `${idPrefix}-error`,
  );
  const inner = (
    <>
      <HintAndError id={idPrefix} hint={props.hint} error={props.error} />
      <div class={joined(`govuk-${kind.block}`, props.class)} {...props.attributes} data-module={`govuk-${kind.block}`}>
        {props.items.map((item, at) => {
          if (!item) return null;
          if ('divider' in item) return <div class={`govuk-${kind.block}__divider`}>{item.divider}</div>;
          const id = item.id ?? (at === 0 ? idPrefix : `${idPrefix}-${at + 1}`);
          return <OneChoice item={item} id={id} name={name} kind={kind} described={fieldset ? undefined : described} />;
        })}
      </div>
    </>
  );
  return (
    <FormGroup {...props}>
      {fieldset ? (
        <Fieldset {...fieldset} describedBy={described}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  );
}

interface OneChoiceProps<Item extends Choice> {
  readonly item: Item;
  readonly id: string;
  readonly name: string;
  readonly kind: ChoiceKind<Item>;
  readonly described: string | undefined;
}

function OneChoice<Item extends Choice>({ item, id, name, kind, described }: OneChoiceProps<Item>): JSX.Element {
  const block = `govuk-${kind.block}`;
  const checked = kind.isChecked(item);
  const hintId = item.hint ? `${id}-item-hint` : undefined;
  const describedBy = joined(kind.describesEach && described, hintId);
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={kind.type}
          value={item.value ?? ''}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? `conditional-${id}` : undefined}
          aria-describedby={describedBy}
          {...kind.inputOf(item)}
          {...item.attributes}
        />
        <Label for={id} class={joined(`${block}__label`, item.labelClass)} attributes={item.labelAttributes}>
          {item.text}
        </Label>
        {hintId && (
          <Hint id={hintId} class={`${block}__hint`}>
            {item.hint}
          </Hint>
        )}
      </div>
      {item.conditional && (
        <div
          class={joined(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
}
