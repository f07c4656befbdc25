import type { ComponentChildren, JSX } from 'preact';
import { joined, type Maybe, type Styled } from './markup.js';

/** One task; its status is a text or a `Tag`. */
export interface Task {
  readonly title: ComponentChildren;
  readonly href?: string | undefined;
  readonly hint?: ComponentChildren;
  readonly status?: ComponentChildren;
  readonly class?: string | undefined;
  readonly titleClass?: string | undefined;
  readonly statusClass?: string | undefined;
}

/** What a task list takes; ids are made from `idPrefix`. */
export interface TaskListProps extends Styled {
  readonly idPrefix?: string | undefined;
  readonly items: readonly Maybe<Task>[];
}

/** What remains to be done, with the status of each. */
export function TaskList({ idPrefix = 'task-list', items, ...root }: TaskListProps): JSX.Element {
  return (
    <ul class={joined('govuk-task-list', root.class)} {...root.attributes}>
      {items.map((item, at) => item && <Item item={item} id={`${idPrefix}-${at + 1}`} />)}
    </ul>
  );
}

function Item({ item, id }: { readonly item: Task; readonly id: string }): JSX.Element {
  const { title, href, hint } = item;
  const hintId = hint ? `${id}-hint` : undefined;
  return (
    <li class={joined('govuk-task-list__item', href && 'govuk-task-list__item--with-link', item.class)}>
      <div class="govuk-task-list__name-and-hint">
        {href ? (
          <a
            class={joined('govuk-link govuk-task-list__link', item.titleClass)}
            href={href}
            aria-describedby={joined(hintId, `${id}-status`)}
          >
            {title}
          </a>
        ) : (
          <div class={item.titleClass}>{title}</div>
        )}
        {hintId && (
          <div id={hintId} class="govuk-task-list__hint">
            {hint}
          </div>
        )}
      </div>
      <div class={joined('govuk-task-list__status', item.statusClass)} id={`${id}-status`}>
        {item.status}
      </div>
    </li>
  );
}
