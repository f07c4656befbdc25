import {
  Button,
  type ButtonProps,
  CharacterCount,
  Input,
  type InputProps,
  PasswordInput,
  type PluralText,
  Textarea,
} from '../../../src/portal/components/index.js';
import { type FieldOptions, labelled } from './field-options.js';
import { type Adapter, type Content, content, type Shared, styled, withAttributes } from './fixtures.js';

interface ButtonOptions extends Shared {
  readonly type?: ButtonProps['type'];
  readonly value?: string;
  readonly disabled?: boolean;
  readonly isStartButton?: boolean;
  readonly preventDoubleClick?: boolean;
}

const button: Adapter = {
  render: (options: ButtonOptions) => {
    const [variantClass = '', variant] = /govuk-button--(secondary|warning|inverse)/.exec(options.classes ?? '') ?? [];
    return (
      <Button
        id={options.id}
        href={options.href}
        type={options.type}
        name={options.name}
        value={options.value}
        variant={variant as ButtonProps['variant']}
        {...styled({ ...options, classes: (options.classes ?? '').replace(variantClass, '') })}
        disabled={options.disabled}
        preventDoubleClick={options.preventDoubleClick}
        isStart={options.isStartButton}
      >
        {content(options)}
      </Button>
    );
  },
};

interface InputOptions extends FieldOptions {
  readonly type?: InputProps['type'];
  readonly value?: string | number;
  readonly prefix?: Content;
  readonly suffix?: Content;
  readonly inputWrapper?: Content;
  readonly spellcheck?: boolean;
  readonly autocomplete?: string;
  readonly autocapitalize?: InputProps['autocapitalize'];
  readonly inputmode?: InputProps['inputmode'];
  readonly pattern?: string;
}

const input: Adapter = {
  render: (options: InputOptions) => (
    <Input
      {...labelled(options)}
      type={options.type}
      value={options.value}
      prefix={options.prefix && { ...styled(options.prefix), content: content(options.prefix) }}
      suffix={options.suffix && { ...styled(options.suffix), content: content(options.suffix) }}
      wrapperClass={options.inputWrapper?.classes}
      wrapperAttributes={options.inputWrapper?.attributes}
      spellcheck={options.spellcheck}
      autocomplete={options.autocomplete}
      autocapitalize={options.autocapitalize}
      inputmode={options.inputmode}
      pattern={options.pattern}
    />
  ),
};

interface TextareaOptions extends FieldOptions {
  readonly value?: string;
  readonly rows?: number;
  readonly spellcheck?: boolean;
  readonly autocomplete?: string;
}

function areaOf(options: TextareaOptions) {
  const { value, rows, spellcheck, autocomplete } = options;
  return { ...labelled(options), value, rows, spellcheck, autocomplete };
}

const textarea: Adapter = { render: (options: TextareaOptions) => <Textarea {...areaOf(options)} /> };

interface CountOptions extends TextareaOptions {
  readonly maxlength: number;
  readonly countType?: 'length' | 'characters' | 'words';
  readonly threshold?: number;
  readonly textareaDescriptionText?: string;
  readonly countMessage?: Content;
  readonly charactersUnderLimitText?: PluralText;
  readonly charactersAtLimitText?: string;
  readonly charactersOverLimitText?: PluralText;
}

// A word of the count in either unit, as GOV.UK Frontend has it in English.
const countTexts = (unit: 'characters' | 'words') => ({
  underLimit: { one: `You have %{count} ${unit.slice(0, -1)} remaining`, other: `You have %{count} ${unit} remaining` },
  atLimit: `You have 0 ${unit} remaining`,
  overLimit: { one: `You have %{count} ${unit.slice(0, -1)} too many`, other: `You have %{count} ${unit} too many` },
});

const unitOf = ({ countType }: CountOptions) => (countType === 'words' ? 'words' : 'characters');

const characterCount: Adapter = {
  render: (options: CountOptions) => {
    const unit = unitOf(options);
    const english = countTexts(unit);
    const description = options.textareaDescriptionText ?? `You can enter up to %{count} ${unit}`;
    return (
      <CharacterCount
        {...areaOf(options)}
        maxlength={options.maxlength}
        countType={options.countType}
        threshold={options.threshold}
        countClass={options.countMessage?.classes}
        texts={{
          description: description.replace('%{count}', String(options.maxlength)),
          underLimit: options.charactersUnderLimitText ?? english.underLimit,
          atLimit: options.charactersAtLimitText ?? english.atLimit,
          overLimit: options.charactersOverLimitText ?? english.overLimit,
        }}
      />
    );
  },
  expected: (html, options: CountOptions) => {
    const unit = unitOf(options);
    const { underLimit, atLimit, overLimit } = countTexts(unit);
    // The one fixture with words of its own gives them in both units; ours says those it counts.
    const inOneUnit = unit === 'characters' ? html.replace(/ data-i18n\.words-[^=]*="[^"]*"/g, '') : html;
    return withAttributes(inOneUnit, {
      [`${unit}-under-limit`]: underLimit,
      [`${unit}-at-limit`]: atLimit,
      [`${unit}-over-limit`]: overLimit,
    });
  },
};

interface PasswordOptions extends FieldOptions {
  readonly value?: string;
  readonly autocomplete?: string;
  readonly button?: Content;
  readonly showPasswordText?: string;
  readonly hidePasswordText?: string;
  readonly showPasswordAriaLabelText?: string;
  readonly hidePasswordAriaLabelText?: string;
  readonly passwordShownAnnouncementText?: string;
  readonly passwordHiddenAnnouncementText?: string;
}

const PASSWORD = {
  'show-password': 'Show',
  'hide-password': 'Hide',
  'show-password-aria-label': 'Show password',
  'hide-password-aria-label': 'Hide password',
  'password-shown-announcement': 'Your password is visible',
  'password-hidden-announcement': 'Your password is hidden',
};

const passwordInput: Adapter = {
  render: (options: PasswordOptions) => (
    <PasswordInput
      {...labelled(options)}
      value={options.value}
      autocomplete={options.autocomplete}
      buttonClass={options.button?.classes}
      texts={{
        show: options.showPasswordText ?? PASSWORD['show-password'],
        hide: options.hidePasswordText ?? PASSWORD['hide-password'],
        showLabel: options.showPasswordAriaLabelText ?? PASSWORD['show-password-aria-label'],
        hideLabel: options.hidePasswordAriaLabelText ?? PASSWORD['hide-password-aria-label'],
        shownAnnouncement: options.passwordShownAnnouncementText ?? PASSWORD['password-shown-announcement'],
        hiddenAnnouncement: options.passwordHiddenAnnouncementText ?? PASSWORD['password-hidden-announcement'],
      }}
    />
  ),
  expected: (html) => withAttributes(html, PASSWORD),
};

/** Components that are written into, and buttons. */
export const formAdapters: Readonly<Record<string, Adapter>> = {
  button,
  'character-count': characterCount,
  input,
  'password-input': passwordInput,
  textarea,
};
