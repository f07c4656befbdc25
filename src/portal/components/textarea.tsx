import type { JSX } from 'preact';
import { descriptionOf, FormGroup, HintAndError, type LabelledField } from './form-group.js';
import { Label } from './label.js';
import { type Styled, joined } from './markup.js';

/** What a textarea takes; `rows` is its height in lines, 5 if not said. */
export interface TextareaProps extends LabelledField, Styled {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autocomplete?: string | undefined;
}

/** A field of several lines with its label, hint and error. */
export function Textarea(props: TextareaProps): JSX.Element {
  const { name, id = name } = props;
  return (
    <FormGroup {...props}>
      <Label for={id} class={props.labelClass} isHeading={props.labelIsHeading}>
        {props.label}
      </Label>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {props.before}
      <textarea
        class={joined('govuk-textarea', props.error && 'govuk-textarea--error', props.class)}
        id={id}
        name={name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={descriptionOf(id, props)}
        autocomplete={props.autocomplete}
        {...props.attributes}
      >
        {keepingFirstLine(props.value)}
      </textarea>
      {props.after}
    </FormGroup>
  );
}

// The parser of HTML drops a line break right after the tag: without a second one, a text that begins with an empty
// line would lose it each time a form comes back.
function keepingFirstLine(value: string | undefined): string | undefined {
  return value && /^\r?\n/.test(value) ? `\n${value}` : value;
}
