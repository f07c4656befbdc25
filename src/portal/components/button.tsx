import type { ComponentChildren, JSX } from 'preact';
import { type Attributes, type Styled, joined } from './markup.js';

/** What a button takes; with `href` it is a link that looks like one. */
export interface ButtonProps extends Styled {
  readonly id?: string | undefined;
  readonly href?: string | undefined;
  readonly type?: 'submit' | 'button' | 'reset' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly variant?: 'secondary' | 'warning' | 'inverse' | undefined;
  readonly disabled?: boolean | undefined;
  readonly preventDoubleClick?: boolean | undefined;
  readonly isStart?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A button that sends a form, or a link to where something begins. */
export function Button(props: ButtonProps): JSX.Element {
  const { href, variant, isStart } = props;
  const common = {
    class: joined('govuk-button', variant && `govuk-button--${variant}`, props.class, isStart && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...props.attributes,
    ...(props.id && { id: props.id }),
  };
  if (!href) return <Control {...props} common={common} />;
  return (
    <a href={href} role="button" draggable={false} {...common}>
      <Words {...props} />
    </a>
  );
}

function Control({ common, ...props }: ButtonProps & { readonly common: Attributes }): JSX.Element {
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...common}
    >
      <Words {...props} />
    </button>
  );
}

function Words({ isStart, children }: ButtonProps): JSX.Element {
  if (!isStart) return <>{children}</>;
  return (
    <>
      {typeof children === 'string' ? children : <span>{children}</span>}
      <StartIcon />
    </>
  );
}

function StartIcon(): JSX.Element {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}
