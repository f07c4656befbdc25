import type { JSX } from 'preact';
import { descriptionOf, FormGroup, HintAndError, type LabelledField } from './form-group.js';
import { Label } from './label.js';
import { joined, type Styled } from './markup.js';

/** What a field for files takes. */
export interface FileInputProps extends LabelledField, Styled {
  /** Endings and media types that are offered, separated by commas. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
}

/** A field for one file or several, with its label, hint and error. */
export function FileInput(props: FileInputProps): JSX.Element {
  const { name, id = name } = props;
  return (
    <FormGroup {...props}>
      <Label for={id} class={props.labelClass} isHeading={props.labelIsHeading}>
        {props.label}
      </Label>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      <input
        class={joined('govuk-file-upload', props.error && 'govuk-file-upload--error', props.class)}
        id={id}
        name={name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        disabled={props.disabled}
        aria-describedby={descriptionOf(id, props)}
        {...props.attributes}
      />
    </FormGroup>
  );
}
