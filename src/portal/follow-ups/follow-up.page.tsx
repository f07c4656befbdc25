import type { JSX } from 'preact';
import type { PublicEdition } from '../../assessments/index.js';
import type { FollowUpResponse, FollowUpVerdict } from '../../follow-ups/index.js';
import { daysBetween, localDateOf, type LocalizedText } from '../../platform/kernel/index.js';
import type { RecommendationResponse } from '../../recommendations/index.js';
import { periodText } from '../assessments/numbers.js';
import { InsetText, SummaryList, Tag, type TagColour } from '../components/index.js';
import { StateTag } from '../councils/state-tag.js';
import { Localized, LocalizedParagraph, Name, type Names, type PageContext } from '../frame/index.js';
import { excerpt } from '../recommendations/excerpt.js';
import { Timeline } from '../recommendations/timeline.js';
import { eventsOfMeasure } from './follow-up-events.js';

/** Where a measure came from: a recommendation, or the results of an assessment and of one of its indicators. */
export type Origin =
  | { readonly recommendation: RecommendationResponse }
  | { readonly edition: PublicEdition; readonly indicator: LocalizedText | undefined };

/** What the page of a measure shows. */
export interface FollowUpProps {
  readonly ctx: PageContext;
  readonly followUp: FollowUpResponse;
  readonly origin: Origin;
  readonly names: Names;
}

const VERDICT: Readonly<Record<FollowUpVerdict, TagColour>> = {
  fulfilled: 'green',
  partly: 'yellow',
  not_fulfilled: 'red',
};

/** A promised measure: who owes it and until when, why it was promised, how far it is, what the council found. */
export function FollowUpBody(props: FollowUpProps): JSX.Element {
  const { ctx, followUp, names } = props;
  const { bodyId, measure, state, overdue, promisedOn } = followUp;
  return (
    <>
      <h1 class="govuk-heading-xl">
        <span class="govuk-caption-xl">
          <Name ctx={ctx} names={names} id={bodyId} />
        </span>
        {ctx.t('portal.follow-ups.title', { date: ctx.format.date(promisedOn) })}
      </h1>
      <p class="govuk-body">
        <StateTag ctx={ctx} of="follow-ups" state={state} overdue={overdue} />
      </p>
      <InsetText>
        <LocalizedParagraph ctx={ctx} text={measure} />
      </InsetText>
      <Facts {...props} />
      <Verdict ctx={ctx} followUp={followUp} />
      <section aria-labelledby="course">
        <h2 class="govuk-heading-l govuk-!-margin-top-7" id="course">
          {ctx.t('portal.follow-ups.course')}
        </h2>
        <Timeline ctx={ctx} events={eventsOfMeasure(ctx, followUp)} />
      </section>
    </>
  );
}

function Facts({ ctx, followUp, origin, names }: FollowUpProps): JSX.Element {
  const { bodyId, councilId, promisedOn, dueOn, overdue } = followUp;
  const late = overdue && ctx.t('portal.follow-ups.lateBy', { days: daysBetween(dueOn, ctx.today) });
  const named = (path: string, id: string): JSX.Element => (
    <a class="govuk-link" href={ctx.url(`${path}/${id}`)}>
      <Name ctx={ctx} names={names} id={id} />
    </a>
  );
  return (
    <SummaryList
      rows={[
        { key: ctx.t('portal.follow-ups.owner'), value: named('/bodies', bodyId) },
        {
          key: ctx.t('portal.follow-ups.dueOn'),
          value: (
            <>
              {ctx.format.date(dueOn)} {late && <strong>({late})</strong>}
            </>
          ),
        },
        { key: ctx.t('portal.follow-ups.origin'), value: <OriginLink ctx={ctx} origin={origin} /> },
        { key: ctx.t('portal.recommendations.council'), value: named('/councils', councilId) },
        { key: ctx.t('portal.follow-ups.promisedOn'), value: ctx.format.date(promisedOn) },
      ]}
    />
  );
}

function OriginLink({ ctx, origin }: Pick<FollowUpProps, 'ctx' | 'origin'>): JSX.Element {
  if ('recommendation' in origin) {
    const { id, text } = origin.recommendation;
    return (
      <>
        {ctx.t('portal.follow-ups.after.recommendation')}:{' '}
        <a class="govuk-link" href={ctx.url(`/recommendations/${id}`)}>
          <Localized ctx={ctx} text={excerpt(text)} />
        </a>
      </>
    );
  }
  const { edition, indicator } = origin;
  return (
    <>
      <a class="govuk-link" href={ctx.url(`/assessments/${edition.assessmentId}`)}>
        {ctx.t('portal.follow-ups.after.assessment')} ({periodText(ctx, edition.record)})
      </a>
      {indicator && (
        <>
          <br />
          {ctx.t('portal.follow-ups.indicator')} <Localized ctx={ctx} text={indicator} />
        </>
      )}
    </>
  );
}

/** What became of the measure: the verdict with its grounds, the refusal with its reasons, or what is still to come. */
function Verdict({ ctx, followUp }: Pick<FollowUpProps, 'ctx' | 'followUp'>): JSX.Element {
  const { refusal, verification } = followUp;
  return (
    <section aria-labelledby="verdict">
      <h2 class="govuk-heading-l govuk-!-margin-top-7" id="verdict">
        {ctx.t(refusal ? 'portal.follow-ups.refusal' : 'portal.follow-ups.finding')}
      </h2>
      {verification && (
        <>
          <p class="govuk-body">
            <Tag colour={VERDICT[verification.verdict]}>
              {ctx.t(`portal.follow-ups.verdict.${verification.verdict}`)}
            </Tag>{' '}
            {ctx.format.date(localDateOf(verification.verifiedAt))}
          </p>
          <LocalizedParagraph ctx={ctx} text={verification.grounds} />
        </>
      )}
      {refusal && (
        <>
          <p class="govuk-body">{ctx.format.date(localDateOf(refusal.refusedAt))}</p>
          <LocalizedParagraph ctx={ctx} text={refusal.reasons} />
        </>
      )}
      {!verification && !refusal && (
        <p class="govuk-body">{ctx.t(`portal.follow-ups.noFinding.${standing(followUp)}`)}</p>
      )}
    </section>
  );
}

function standing({ state, overdue }: FollowUpResponse): string {
  if (state === 'reported') return 'reported';
  return overdue ? 'overdue' : 'owed';
}
