import type { JSX } from 'preact';
import { Button } from './button.js';
import type { LabelledField } from './form-group.js';
import { Input } from './input.js';
import { joined, scriptTexts, type Styled } from './markup.js';

/** Words of the button that shows the password, and what a screen reader is told. */
export interface PasswordTexts {
  readonly show: string;
  readonly hide: string;
  readonly showLabel: string;
  readonly hideLabel: string;
  readonly shownAnnouncement: string;
  readonly hiddenAnnouncement: string;
}

/** What a password input takes; `new-password` where one is chosen, else `current-password`. */
export interface PasswordInputProps extends LabelledField, Styled {
  readonly texts: PasswordTexts;
  readonly value?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly buttonClass?: string | undefined;
}

/** A password, which scripts can show on demand. */
export function PasswordInput(props: PasswordInputProps): JSX.Element {
  const { texts, name, id = name } = props;
  const group = {
    'data-module': 'govuk-password-input',
    ...scriptTexts({
      'show-password': texts.show,
      'hide-password': texts.hide,
      'show-password-aria-label': texts.showLabel,
      'hide-password-aria-label': texts.hideLabel,
      'password-shown-announcement': texts.shownAnnouncement,
      'password-hidden-announcement': texts.hiddenAnnouncement,
    }),
    ...props.groupAttributes,
  };
  const toggle = (
    <Button
      type="button"
      variant="secondary"
      class={joined('govuk-password-input__toggle govuk-js-password-input-toggle', props.buttonClass)}
      attributes={{ 'aria-controls': id, 'aria-label': texts.showLabel, hidden: true }}
    >
      {texts.show}
    </Button>
  );
  return (
    <Input
      {...props}
      type="password"
      class={joined('govuk-password-input__input govuk-js-password-input-input', props.class)}
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? 'current-password'}
      groupClass={joined('govuk-password-input', props.groupClass)}
      groupAttributes={group}
      wrapperClass="govuk-password-input__wrapper"
      after={
        <>
          {toggle}
          {props.after}
        </>
      }
    />
  );
}
