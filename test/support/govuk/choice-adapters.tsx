import {
  Checkboxes,
  type Choice,
  type DatePart,
  DateInput,
  Fieldset,
  type FieldsetLegend,
  type InputProps,
  Radios,
  Select,
  type SelectOption,
} from '../../../src/portal/components/index.js';
import { type FieldOptions, grouped, labelled } from './field-options.js';
import { type Adapter, type Content, content, type LegendOptions, raw, type Shared, styled } from './fixtures.js';

function legendOf(fieldset: Shared['fieldset']): FieldsetLegend | undefined {
  return (
    fieldset && {
      ...styled(fieldset),
      describedBy: fieldset.describedBy,
      legend: content(fieldset.legend),
      legendClass: fieldset.legend?.classes,
      legendIsHeading: fieldset.legend?.isPageHeading,
    }
  );
}

interface SelectOptions extends FieldOptions {
  readonly value?: string | number;
  readonly items?: readonly (
    | (Omit<SelectOption, 'value'> & { readonly value?: string | number | false })
    | false
    | null
    | ''
  )[];
}

const select: Adapter = {
  render: (options: SelectOptions) => (
    <Select
      {...labelled(options)}
      value={options.value}
      items={(options.items ?? []).map(
        (item) => item && { ...item, value: item.value === false ? 'false' : item.value },
      )}
    />
  ),
};

type ItemOptions = Omit<Shared, 'label'> & {
  readonly value?: string | number;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly divider?: string;
  readonly behaviour?: 'exclusive';
  readonly conditional?: { readonly html?: string | false };
  readonly label?: Content;
};

interface ChoiceOptions extends Shared {
  readonly name: string;
  readonly idPrefix?: string;
  readonly value?: string;
  readonly values?: readonly string[];
  readonly items: readonly (ItemOptions | false | null | '')[];
}

function choiceOf(item: ItemOptions): Choice {
  const { value, id, checked, disabled, attributes } = item;
  return {
    ...{ value, id, checked, disabled, attributes },
    text: content(item),
    hint: content(item.hint),
    conditional: item.conditional?.html && raw(item.conditional.html),
    labelClass: item.label?.classes,
    labelAttributes: item.label?.attributes,
  };
}

function choicesOf(options: ChoiceOptions) {
  const { name, idPrefix, fieldset } = options;
  return { ...grouped(options), ...styled(options), name, idPrefix, fieldset: legendOf(fieldset) };
}

const radios: Adapter = {
  render: (options: ChoiceOptions) => (
    <Radios
      {...choicesOf(options)}
      value={options.value}
      items={options.items.map((item) => item && (item.divider ? { divider: item.divider } : choiceOf(item)))}
    />
  ),
};

const checkboxes: Adapter = {
  render: (options: ChoiceOptions) => (
    <Checkboxes
      {...choicesOf(options)}
      values={options.values}
      items={options.items.map(
        (item) =>
          item &&
          (item.divider
            ? { divider: item.divider }
            : { ...choiceOf(item), name: item.name, behaviour: item.behaviour }),
      )}
    />
  ),
};

const fieldset: Adapter = {
  render: (options: Content & { role?: 'group'; describedBy?: string; legend?: LegendOptions }) => (
    <Fieldset {...legendOf(options)} role={options.role}>
      {options.html && raw(options.html)}
    </Fieldset>
  ),
};

interface PartOptions {
  readonly name?: string;
  readonly label?: string;
  readonly id?: string;
  readonly value?: number;
  readonly error?: boolean;
  readonly classes?: string;
  readonly inputmode?: InputProps['inputmode'];
  readonly pattern?: string;
  readonly autocomplete?: string;
  readonly attributes?: Content['attributes'];
}

type PartName = 'day' | 'month' | 'year';

interface DateOptions extends Shared, Readonly<Partial<Record<PartName, PartOptions | false>>> {
  readonly id: string;
  readonly namePrefix?: string;
  readonly values?: Readonly<Record<string, number>>;
  readonly items?: readonly PartOptions[];
}

const PARTS: readonly PartName[] = ['day', 'month', 'year'];

/** A part of a date with what the macro works out for it: its kind by its name, and its value, width and fault. */
function partOf(options: DateOptions, item: PartOptions, kind: PartName | undefined): DatePart {
  const name = item.name ?? kind ?? '';
  const known = kind && options[kind];
  const values = options.values ?? {};
  const inherited = known ? known.value : kind && !options.items?.length ? values[kind] : undefined;
  const prefixed = options.namePrefix ? `${options.namePrefix}-${name}` : name;
  const classes = item.classes ?? '';
  const [widthClass = '', width] = /govuk-input--width-(\d)/.exec(classes) ?? [];
  const rest = classes.replace(widthClass, '').replace('govuk-input--error', '').trim();
  return {
    name,
    label: item.label ?? name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(),
    id: item.id,
    value: item.value ?? inherited ?? values[prefixed],
    width: width ? (Number(width) as 2 | 4) : kind === 'year' ? 4 : 2,
    error: classes.includes('govuk-input--error') ? true : item.error,
    class: rest || undefined,
    inputmode: item.inputmode,
    pattern: item.pattern,
    autocomplete: item.autocomplete,
    attributes: item.attributes,
  };
}

const dateInput: Adapter = {
  render: (options: DateOptions) => {
    const kindOf = ({ name }: PartOptions) =>
      PARTS.find((kind) => name === kind || (name !== undefined && options[kind] && options[kind].name === name));
    const items = options.items?.length
      ? options.items.map((item) => partOf(options, item, kindOf(item)))
      : PARTS.map((kind) => options[kind] !== false && partOf(options, options[kind] ?? {}, kind));
    return (
      <DateInput
        {...grouped(options)}
        {...styled(options)}
        id={options.id}
        namePrefix={options.namePrefix}
        fieldset={legendOf(options.fieldset)}
        items={items}
      />
    );
  },
};

/** Components that are chosen from, and groups of fields. */
export const choiceAdapters: Readonly<Record<string, Adapter>> = {
  checkboxes,
  'date-input': dateInput,
  fieldset,
  radios,
  select,
};
