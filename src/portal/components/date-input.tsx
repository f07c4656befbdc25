import type { ComponentChildren, JSX } from 'preact';
import { Fieldset, type FieldsetLegend } from './fieldset.js';
import { FormGroup, type GroupedField, HintAndError } from './form-group.js';
import { Input, type InputProps } from './input.js';
import { type Attributes, joined, type Maybe, type Styled } from './markup.js';

/** One part of a date; its name is joined to the prefix by a hyphen. */
export interface DatePart {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly value?: string | number | undefined;
  readonly id?: string | undefined;
  /** Digits that fit in, 2 if not said; 4 for a year. */
  readonly width?: 2 | 3 | 4 | undefined;
  /** This part is what is wrong; false when it is not, though the date has an error. */
  readonly error?: boolean | undefined;
  readonly class?: string | undefined;
  readonly inputmode?: InputProps['inputmode'];
  readonly pattern?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** What a date input takes: its parts in the order of the language. */
export interface DateInputProps extends GroupedField, Styled {
  readonly id: string;
  readonly namePrefix?: string | undefined;
  readonly fieldset?: FieldsetLegend | undefined;
  readonly items: readonly Maybe<DatePart>[];
}

/** A date that is known by heart or written somewhere, typed as day, month and year. */
export function DateInput(props: DateInputProps): JSX.Element {
  const { id, namePrefix, fieldset, error, items } = props;
  const someIsWrong = items.some((item) => item && item.error);
  const described = joined(fieldset?.describedBy, props.hint ? `${id}-hint` : false, error && `${id}-error`);
  const inner = (
    <>
      <HintAndError id={id} hint={props.hint} error={error} />
      <div class={joined('govuk-date-input', props.class)} {...props.attributes} id={id}>
        {items.map((item) => {
          if (!item) return null;
          const isWrong = item.error ?? (error !== undefined && !someIsWrong);
          return <Part item={item} dateId={id} namePrefix={namePrefix} isWrong={isWrong} />;
        })}
      </div>
    </>
  );
  return (
    <FormGroup {...props}>
      {fieldset ? (
        <Fieldset {...fieldset} role="group" describedBy={described}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  );
}

interface PartProps {
  readonly item: DatePart;
  readonly dateId: string;
  readonly namePrefix: string | undefined;
  readonly isWrong: boolean;
}

function Part({ item, dateId, namePrefix, isWrong }: PartProps): JSX.Element {
  const { name, width = 2 } = item;
  const wrong = isWrong && 'govuk-input--error';
  return (
    <div class="govuk-date-input__item">
      <Input
        label={item.label}
        labelClass="govuk-date-input__label"
        id={item.id ?? `${dateId}-${name}`}
        class={joined('govuk-date-input__input', wrong, `govuk-input--width-${width}`, item.class)}
        name={namePrefix ? `${namePrefix}-${name}` : name}
        value={item.value}
        inputmode={item.inputmode ?? 'numeric'}
        autocomplete={item.autocomplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  );
}
