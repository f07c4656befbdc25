import type { FollowUpResponse } from '../../follow-ups/index.js';
import { daysBetween, localDateOf } from '../../platform/kernel/index.js';
import type { RecommendationResponse } from '../../recommendations/index.js';
import { Localized, LocalizedParagraph, type PageContext } from '../frame/index.js';
import { Evidence, Milestones } from '../follow-ups/follow-up-parts.js';
import { excerpt } from './excerpt.js';
import type { TimelineEvent } from './timeline.js';

/** The course of a recommendation, from its adoption to what the council found of the measures promised. */
export function eventsOf(
  ctx: PageContext,
  recommendation: RecommendationResponse,
  followUps: readonly FollowUpResponse[],
): TimelineEvent[] {
  return [...asked(ctx, recommendation), ...followUps.flatMap((followUp) => measured(ctx, followUp))];
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

function measured(ctx: PageContext, followUp: FollowUpResponse): TimelineEvent[] {
  const { measure, promisedOn, dueOn, milestones, overdue, state, reports } = followUp;
  const say = (key: string, params = {}): string => ctx.t(`portal.follow-ups.event.${key}`, params);
  const name = (
    <p class="govuk-body-s">
      <Localized ctx={ctx} text={excerpt(measure)} />
    </p>
  );
  const isOwed = state === 'promised' || state === 'in_progress';
  return [
    {
      on: promisedOn,
      title: say('promised', { date: ctx.format.date(dueOn) }),
      children: (
        <div id={`follow-up-${followUp.id}`}>
          <LocalizedParagraph ctx={ctx} text={measure} />
          <Milestones ctx={ctx} milestones={milestones} />
        </div>
      ),
    },
    ...reports.map(({ kind, note, evidence, reportedAt }) => ({
      on: localDateOf(new Date(reportedAt)),
      title: say(kind),
      children: (
        <>
          {name}
          <LocalizedParagraph ctx={ctx} text={note} />
          <Evidence ctx={ctx} evidence={evidence} />
        </>
      ),
    })),
    ...(isOwed
      ? [{ on: dueOn, title: say('due'), look: overdue ? ('late' as const) : ('awaited' as const), children: name }]
      : []),
    ...judged(ctx, followUp),
  ];
}

function judged(ctx: PageContext, { refusal, verification, measure }: FollowUpResponse): TimelineEvent[] {
  const name = (
    <p class="govuk-body-s">
      <Localized ctx={ctx} text={excerpt(measure)} />
    </p>
  );
  const refused = refusal && {
    on: localDateOf(refusal.refusedAt),
    title: ctx.t('portal.follow-ups.event.refused'),
    look: 'late' as const,
    children: (
      <>
        {name}
        <LocalizedParagraph ctx={ctx} text={refusal.reasons} />
      </>
    ),
  };
  const verified = verification && {
    on: localDateOf(verification.verifiedAt),
    title: ctx.t('portal.follow-ups.event.verified', { verdict: verification.verdict }),
    look: verification.verdict === 'not_fulfilled' ? ('late' as const) : undefined,
    children: (
      <>
        {name}
        <LocalizedParagraph ctx={ctx} text={verification.grounds} />
      </>
    ),
  };
  return [refused, verified].filter((event) => event !== null);
}
