import type { ComponentChildren, JSX } from 'preact';
import { daysBetween } from '../../platform/kernel/index.js';
import type { RecommendationResponse } from '../../recommendations/index.js';
import { StateTag } from '../councils/state-tag.js';
import { List, Localized, Name, type Names, type PageContext } from '../frame/index.js';
import { excerpt } from './excerpt.js';

/** Recommendations one below the other, each with where it stands; `without` says what the page around says already. */
export function RecommendationList({ ctx, items, names, level, empty, without }: ListProps): JSX.Element {
  return (
    <List
      level={level}
      empty={empty}
      items={items.map((one) => ({
        href: ctx.url(`/recommendations/${one.id}`),
        title: <Localized ctx={ctx} text={excerpt(one.text)} />,
        facts: [
          <StateTag ctx={ctx} of="recommendations" state={one.state} overdue={one.overdue} />,
          without !== 'council' && <Name ctx={ctx} names={names} id={one.councilId} />,
          without !== 'body' && <Name ctx={ctx} names={names} id={one.bodyId} />,
          standing(ctx, one),
        ],
      }))}
    />
  );
}

/** The days that matter now: of the adoption, until which a reply is due, or of the reply and how late it was. */
function standing(ctx: PageContext, one: RecommendationResponse): ComponentChildren {
  const { state, adoptedOn, dueOn, answeredOn, decision } = one;
  if (state === 'adopted' || dueOn === null) {
    return ctx.t('portal.recommendations.adopted', { date: ctx.format.date(adoptedOn) });
  }
  if (answeredOn === null || decision === null) {
    const days = daysBetween(dueOn, ctx.today);
    return ctx.t('portal.recommendations.owed', { date: ctx.format.date(dueOn), days: Math.max(0, days) });
  }
  return ctx.t('portal.recommendations.replied', {
    decision,
    date: ctx.format.date(answeredOn),
    days: Math.max(0, daysBetween(dueOn, answeredOn)),
  });
}

interface ListProps {
  readonly ctx: PageContext;
  readonly items: readonly RecommendationResponse[];
  readonly names: Names;
  readonly level: 2 | 3 | 4;
  /** Said when there is none. */
  readonly empty: string;
  readonly without?: 'council' | 'body';
}
