import type { FollowUpResponse } from '../../follow-ups/index.js';
import { daysBetween } from '../../platform/kernel/index.js';
import type { RecommendationResponse } from '../../recommendations/index.js';
import type { PageContext } from '../frame/index.js';
import { threadOf } from '../follow-ups/follow-up-events.js';
import type { TimelineEvent } from './timeline.js';

/** The course of a recommendation, from its adoption to what the council found of the measures promised. */
export function eventsOf(
  ctx: PageContext,
  recommendation: RecommendationResponse,
  followUps: readonly FollowUpResponse[],
): TimelineEvent[] {
  return [...asked(ctx, recommendation), ...followUps.flatMap((followUp) => threadOf(ctx, followUp))];
}

function asked(ctx: PageContext, recommendation: RecommendationResponse): TimelineEvent[] {
  const { adoptedOn, sentOn, dueOn, answeredOn, decision, overdue } = recommendation;
  const say = (key: string, params = {}): string => ctx.t(`portal.recommendations.event.${key}`, params);
  const events: TimelineEvent[] = [{ on: adoptedOn, title: say('adopted') }];
  if (sentOn === null || dueOn === null) return events;
  events.push({ on: sentOn, title: say('sent') });
  if (answeredOn === null || decision === null) {
    const days = Math.max(0, daysBetween(dueOn, ctx.today));
    return [...events, { on: dueOn, title: say('due', { days }), look: overdue ? 'late' : 'awaited' }];
  }
  const days = Math.max(0, daysBetween(dueOn, answeredOn));
  const title = say('answered', { decision, days });
  return [...events, { on: answeredOn, title, look: days > 0 ? 'late' : undefined }];
}
