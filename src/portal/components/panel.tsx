import type { ComponentChildren, JSX } from 'preact';
import { Button } from './button.js';
import { type Attributes, type HeadingLevel, type Styled, joined } from './markup.js';

/** One way on from an interruption: a link with `href`, else (or with `type`) a button. */
export interface PanelAction extends Styled {
  readonly text: ComponentChildren;
  readonly href?: string | undefined;
  readonly type?: 'button' | 'submit' | undefined;
}

/** What a panel takes; actions are shown in an interruption only. */
export interface PanelProps extends Styled {
  readonly title: ComponentChildren;
  readonly titleLevel?: HeadingLevel | undefined;
  readonly interruption?: boolean | undefined;
  readonly actions?: readonly PanelAction[] | undefined;
  readonly actionsClass?: string | undefined;
  readonly actionsAttributes?: Attributes | undefined;
  readonly children?: ComponentChildren;
}

/** The end of a task (such as a receipt), or a question that interrupts it. */
export function Panel(props: PanelProps): JSX.Element {
  const { interruption, actions } = props;
  const Heading = `h${props.titleLevel ?? 1}` as const;
  const kind = interruption ? 'govuk-panel--interruption' : 'govuk-panel--confirmation';
  return (
    <div class={joined('govuk-panel', kind, props.class)} {...props.attributes}>
      <Heading class="govuk-panel__title">{props.title}</Heading>
      {props.children && <div class="govuk-panel__body">{props.children}</div>}
      {interruption && actions && (
        <div class={joined('govuk-panel__actions', props.actionsClass)} {...props.actionsAttributes}>
          {actions.length > 0 && <div class="govuk-button-group">{actions.map(actionOf)}</div>}
        </div>
      )}
    </div>
  );
}

function actionOf({ text, href, type, class: extra, attributes }: PanelAction): JSX.Element {
  if (!href || type === 'button') {
    return (
      <Button type={type ?? 'button'} variant="inverse" class={extra} href={href} attributes={attributes}>
        {text}
      </Button>
    );
  }
  return (
    <a class={joined('govuk-link govuk-link--inverse', extra)} href={href} {...attributes}>
      {text}
    </a>
  );
}
