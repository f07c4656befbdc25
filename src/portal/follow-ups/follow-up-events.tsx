import type { JSX } from 'preact';
import type { FollowUpResponse } from '../../follow-ups/index.js';
import { daysBetween, localDateOf } from '../../platform/kernel/index.js';
import { Localized, LocalizedParagraph, type PageContext } from '../frame/index.js';
import { excerpt } from '../recommendations/excerpt.js';
import type { TimelineEvent } from '../recommendations/timeline.js';
import { Evidence, Milestones } from './follow-up-parts.js';

type Report = FollowUpResponse['reports'][number];

/** The course of a measure among other things: each event says which measure it is about, and leads to it. */
export function threadOf(ctx: PageContext, followUp: FollowUpResponse): TimelineEvent[] {
  const { id, measure, milestones, refusal, verification } = followUp;
  const name = (
    <p class="govuk-body-s">
      <a class="govuk-link" href={ctx.url(`/follow-ups/${id}`)}>
        <Localized ctx={ctx} text={excerpt(measure)} />
      </a>
    </p>
  );
  const says = (text: FollowUpResponse['measure'] | undefined): JSX.Element => (
    <>
      {name}
      {text && <LocalizedParagraph ctx={ctx} text={text} />}
    </>
  );
  return courseOf(ctx, followUp, {
    promised: (
      <div id={`follow-up-${id}`}>
        {name}
        <Milestones ctx={ctx} milestones={milestones} />
      </div>
    ),
    report: (report) => (
      <>
        {name}
        <Reported ctx={ctx} report={report} />
      </>
    ),
    due: name,
    refused: says(refusal?.reasons),
    verified: says(verification?.grounds),
  });
}

/** The course of a measure on its own page, which shows the measure and the verdict above. */
export function eventsOfMeasure(ctx: PageContext, followUp: FollowUpResponse): TimelineEvent[] {
  return courseOf(ctx, followUp, {
    promised: <Milestones ctx={ctx} milestones={followUp.milestones} />,
    report: (report) => <Reported ctx={ctx} report={report} />,
  });
}

/** What a body reported, in words: how far it is, or that it has finished and how long after the promised day. */
export function reportTitle(ctx: PageContext, { dueOn }: FollowUpResponse, { kind, reportedAt }: Report): string {
  const days = Math.max(0, daysBetween(dueOn, localDateOf(new Date(reportedAt))));
  return ctx.t(`portal.follow-ups.event.${kind}`, { days });
}

/** What is said below the titles of the events. */
interface Said {
  readonly promised: JSX.Element;
  readonly report: (report: Report) => JSX.Element;
  readonly due?: JSX.Element;
  readonly refused?: JSX.Element;
  readonly verified?: JSX.Element;
}

function courseOf(ctx: PageContext, followUp: FollowUpResponse, said: Said): TimelineEvent[] {
  const { promisedOn, dueOn, overdue, state, reports } = followUp;
  const say = (key: string, params = {}): string => ctx.t(`portal.follow-ups.event.${key}`, params);
  const isOwed = state === 'promised' || state === 'in_progress';
  return [
    { on: promisedOn, title: say('promised', { date: ctx.format.date(dueOn) }), children: said.promised },
    ...reports.map((report) => ({
      on: localDateOf(new Date(report.reportedAt)),
      title: reportTitle(ctx, followUp, report),
      children: said.report(report),
    })),
    ...(isOwed ? [{ on: dueOn, title: say('due'), look: owedLook(overdue), children: said.due }] : []),
    ...endOf(ctx, followUp, said),
  ];
}

function endOf(ctx: PageContext, { refusal, verification }: FollowUpResponse, said: Said): TimelineEvent[] {
  const refused = refusal && {
    on: localDateOf(refusal.refusedAt),
    title: ctx.t('portal.follow-ups.event.refused'),
    look: 'late' as const,
    children: said.refused,
  };
  const verified = verification && {
    on: localDateOf(verification.verifiedAt),
    title: ctx.t('portal.follow-ups.event.verified', { verdict: verification.verdict }),
    look: verification.verdict === 'not_fulfilled' ? ('late' as const) : undefined,
    children: said.verified,
  };
  return [refused, verified].filter((event) => event !== null);
}

function owedLook(overdue: boolean): 'late' | 'awaited' {
  return overdue ? 'late' : 'awaited';
}

function Reported({ ctx, report }: { readonly ctx: PageContext; readonly report: Report }): JSX.Element {
  const { note, evidence } = report;
  return (
    <>
      <LocalizedParagraph ctx={ctx} text={note} />
      <Evidence ctx={ctx} evidence={evidence} />
    </>
  );
}
