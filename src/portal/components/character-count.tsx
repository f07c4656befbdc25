import type { JSX } from 'preact';
import { Hint } from './hint.js';
import { joined, type PluralText, scriptTexts } from './markup.js';
import { Textarea, type TextareaProps } from './textarea.js';

/** Words of the count: the limit, seen without scripts, and what scripts say while someone types. */
export interface CharacterCountTexts {
  readonly description: string;
  readonly underLimit: PluralText;
  readonly atLimit: string;
  readonly overLimit: PluralText;
}

/** What a character count takes; `length` counts UTF-16 units, `characters` what a reader calls so. */
export interface CharacterCountProps extends TextareaProps {
  readonly maxlength: number;
  readonly countType?: 'length' | 'characters' | 'words' | undefined;
  /** Percentage of the limit from which scripts show the count. */
  readonly threshold?: number | undefined;
  readonly texts: CharacterCountTexts;
  readonly countClass?: string | undefined;
}

/** A textarea with a limit; scripts count, the server decides. */
export function CharacterCount(props: CharacterCountProps): JSX.Element {
  const { name, id = name, texts } = props;
  const unit = props.countType === 'words' ? 'words' : 'characters';
  const group = {
    'data-module': 'govuk-character-count',
    'data-maxlength': props.maxlength,
    'data-threshold': props.threshold,
    'data-count-type': props.countType,
    ...scriptTexts({
      [`${unit}-under-limit`]: texts.underLimit,
      [`${unit}-at-limit`]: texts.atLimit,
      [`${unit}-over-limit`]: texts.overLimit,
    }),
    ...props.groupAttributes,
  };
  return (
    <Textarea
      {...props}
      describedBy={`${id}-info`}
      class={joined('govuk-js-character-count', props.class)}
      groupClass={joined('govuk-character-count', props.groupClass)}
      groupAttributes={group}
      after={
        <>
          <Hint id={`${id}-info`} class={joined('govuk-character-count__message', props.countClass)}>
            {texts.description}
          </Hint>
          {props.after}
        </>
      }
    />
  );
}
