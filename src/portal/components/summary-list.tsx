import type { ComponentChildren, JSX } from 'preact';
import { type HeadingLevel, joined, type Maybe, type Styled } from './markup.js';

/** A link that changes a row or a card; `hidden` says what (“name”) to those who hear the link alone. */
export interface SummaryAction extends Styled {
  readonly href: string;
  readonly text: ComponentChildren;
  readonly hidden?: string | undefined;
}

/** One fact: its name, its value, what can be done with it. */
export interface SummaryRow {
  readonly key: ComponentChildren;
  readonly value: ComponentChildren;
  readonly actions?: readonly SummaryAction[] | undefined;
  readonly class?: string | undefined;
  readonly keyClass?: string | undefined;
  readonly valueClass?: string | undefined;
  readonly actionsClass?: string | undefined;
}

/** The frame around one of several lists. */
export interface SummaryCard extends Styled {
  readonly title?: ComponentChildren;
  readonly titleLevel?: HeadingLevel | undefined;
  readonly titleClass?: string | undefined;
  readonly actions?: readonly SummaryAction[] | undefined;
  readonly actionsClass?: string | undefined;
}

/** What a summary list takes. */
export interface SummaryListProps extends Styled {
  readonly rows: readonly Maybe<SummaryRow>[];
  readonly card?: SummaryCard | undefined;
}

/** Facts about one thing, by name. */
export function SummaryList({ rows, card, ...root }: SummaryListProps): JSX.Element {
  const someHaveActions = rows.some((row) => row && row.actions && row.actions.length > 0);
  const list = (
    <dl class={joined('govuk-summary-list', root.class)} {...root.attributes}>
      {rows.map((row) => row && <Row row={row} someHaveActions={someHaveActions} cardTitle={card?.title} />)}
    </dl>
  );
  return card ? <Card card={card}>{list}</Card> : list;
}

interface RowProps {
  readonly row: SummaryRow;
  readonly someHaveActions: boolean;
  readonly cardTitle: ComponentChildren;
}

function Row({ row, someHaveActions, cardTitle }: RowProps): JSX.Element {
  const { actions = [] } = row;
  const withoutActions = someHaveActions && !row.actions && 'govuk-summary-list__row--no-actions';
  return (
    <div class={joined('govuk-summary-list__row', withoutActions, row.class)}>
      <dt class={joined('govuk-summary-list__key', row.keyClass)}>{row.key}</dt>
      <dd class={joined('govuk-summary-list__value', row.valueClass)}>{row.value}</dd>
      {actions.length > 0 && (
        <dd class={joined('govuk-summary-list__actions', row.actionsClass)}>
          {actions.length === 1 ? (
            actions.map((action) => <Action action={action} cardTitle={cardTitle} />)
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {actions.map((action) => (
                <li class="govuk-summary-list__actions-list-item">
                  <Action action={action} cardTitle={cardTitle} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  );
}

function Card({ card, children }: { readonly card: SummaryCard; readonly children: ComponentChildren }): JSX.Element {
  const { title, actions = [] } = card;
  const Heading = `h${card.titleLevel ?? 2}` as const;
  const actionsClass = joined('govuk-summary-card__actions', card.actionsClass);
  return (
    <div class={joined('govuk-summary-card', card.class)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Heading class={joined('govuk-summary-card__title', card.titleClass)}>{title}</Heading>}
        {actions.length === 1 && (
          <div class={actionsClass}>
            {actions.map((action) => (
              <Action action={action} cardTitle={title} />
            ))}
          </div>
        )}
        {actions.length > 1 && (
          <ul class={actionsClass}>
            {actions.map((action) => (
              <li class="govuk-summary-card__action">
                <Action action={action} cardTitle={title} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

interface ActionProps {
  readonly action: SummaryAction;
  readonly cardTitle: ComponentChildren;
}

function Action({ action, cardTitle }: ActionProps): JSX.Element {
  const { href, text, hidden } = action;
  return (
    <a class={joined('govuk-link', action.class)} href={href} {...action.attributes}>
      {text}
      {(hidden ?? cardTitle) && (
        <span class="govuk-visually-hidden">
          {hidden && ` ${hidden}`}
          {cardTitle && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  );
}
