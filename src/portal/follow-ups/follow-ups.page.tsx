import type { JSX } from 'preact';
import type { BodyResponse } from '../../bodies/index.js';
import { followUpLifecycle, type FollowUpResponse, type FollowUpsQuery } from '../../follow-ups/index.js';
import { localDateOf } from '../../platform/kernel/index.js';
import { Button, Checkboxes, Details, Select, Tag } from '../components/index.js';
import { StateTag } from '../councils/state-tag.js';
import { List, Localized, LocalizedParagraph, Name, type Names, type PageContext, Paging } from '../frame/index.js';
import { excerpt } from '../recommendations/excerpt.js';
import { reportTitle } from './follow-up-events.js';
import { Evidence, Milestones } from './follow-up-parts.js';

/** What the tracker shows. */
export interface FollowUpsProps {
  readonly ctx: PageContext;
  readonly query: FollowUpsQuery;
  readonly items: readonly FollowUpResponse[];
  readonly next: string | null;
  readonly bodies: readonly BodyResponse[];
  readonly names: Names;
}

/** The measures that bodies promised: by when, how far they are, what the councils found. */
export function FollowUpsBody(props: FollowUpsProps): JSX.Element {
  const { ctx, query, items, next } = props;
  const { state, overdue, body, council, assessment, recommendation, after } = query;
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t('portal.nav.follow-ups')}</h1>
      <p class="govuk-body-l">{ctx.t('portal.follow-ups.lead')}</p>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <FilterForm {...props} />
        </div>
        <div class="govuk-grid-column-two-thirds">
          <List
            level={2}
            empty={ctx.t('portal.follow-ups.none')}
            items={items.map((followUp) => itemOf(props, followUp))}
          />
          <Paging
            ctx={ctx}
            path="/follow-ups"
            query={{ state, overdue, body, council, assessment, recommendation, after }}
            next={next}
          />
        </div>
      </div>
    </>
  );
}

function itemOf({ ctx, names }: FollowUpsProps, followUp: FollowUpResponse) {
  const { id, state, overdue, measure, bodyId, councilId, dueOn, recommendationId, verification } = followUp;
  return {
    href: ctx.url(`/follow-ups/${id}`),
    title: <Localized ctx={ctx} text={excerpt(measure)} />,
    facts: [
      <StateTag ctx={ctx} of="follow-ups" state={state} overdue={overdue} />,
      verification && <Tag>{ctx.t(`portal.follow-ups.verdict.${verification.verdict}`)}</Tag>,
      ctx.t('portal.follow-ups.until', { date: ctx.format.date(dueOn) }),
      <Name ctx={ctx} names={names} id={bodyId} />,
      <Name ctx={ctx} names={names} id={councilId} />,
      ctx.t(`portal.follow-ups.after.${recommendationId === null ? 'assessment' : 'recommendation'}`),
    ],
    children: <Progress ctx={ctx} followUp={followUp} />,
  };
}

function Progress({ ctx, followUp }: ProgressProps): JSX.Element | null {
  const { milestones, reports, refusal, verification } = followUp;
  if (milestones.length + reports.length === 0 && !refusal && !verification) return null;
  const on = (at: Date | string): string => ctx.format.date(localDateOf(new Date(at)));
  return (
    <Details summary={ctx.t('portal.follow-ups.progress')}>
      <Milestones ctx={ctx} milestones={milestones} />
      {reports.map((report) => (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
            {on(report.reportedAt)}: {reportTitle(ctx, followUp, report)}
          </h3>
          <LocalizedParagraph ctx={ctx} text={report.note} />
          <Evidence ctx={ctx} evidence={report.evidence} />
        </>
      ))}
      {refusal && (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
            {on(refusal.refusedAt)}: {ctx.t('portal.follow-ups.event.refused')}
          </h3>
          <LocalizedParagraph ctx={ctx} text={refusal.reasons} />
        </>
      )}
      {verification && (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
            {on(verification.verifiedAt)}:{' '}
            {ctx.t('portal.follow-ups.event.verified', { verdict: verification.verdict })}
          </h3>
          <LocalizedParagraph ctx={ctx} text={verification.grounds} />
        </>
      )}
    </Details>
  );
}

interface ProgressProps {
  readonly ctx: PageContext;
  readonly followUp: FollowUpResponse;
}

function FilterForm({ ctx, query, bodies, names }: FollowUpsProps): JSX.Element {
  const any = { value: '', text: ctx.t('portal.councils.any') };
  const council = query.council === undefined ? undefined : names.get(query.council);
  return (
    <form class="kenes-filters" action={ctx.url('/follow-ups')} role="search">
      <Select
        name="state"
        label={ctx.t('portal.councils.stateLabel')}
        value={query.state}
        items={[
          any,
          ...followUpLifecycle.states.map((value) => ({ value, text: ctx.t(`portal.follow-ups.state.${value}`) })),
        ]}
      />
      <Select
        name="body"
        label={ctx.t('portal.recommendations.body')}
        value={query.body}
        items={[any, ...bodies.map(({ id, name }) => ({ value: id, text: ctx.text(name) }))]}
      />
      {council && (
        <Select
          name="council"
          label={ctx.t('portal.recommendations.council')}
          value={query.council}
          items={[any, { value: query.council, text: ctx.text(council) }]}
        />
      )}
      <Checkboxes
        name="overdue"
        class="govuk-checkboxes--small"
        values={query.overdue ? ['true'] : []}
        items={[{ value: 'true', text: ctx.t('portal.follow-ups.onlyOverdue') }]}
      />
      <Button>{ctx.t('portal.councils.show')}</Button>
    </form>
  );
}
