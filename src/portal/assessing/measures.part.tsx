import type { JSX } from 'preact';
import { mayPromise, type FollowUpResponse, type GapResponse } from '../../follow-ups/index.js';
import { exactNumber } from '../assessments/numbers.js';
import { InsetText, Tag } from '../components/index.js';
import { Localized, LocalizedParagraph, type PageContext } from '../frame/index.js';
import type { WorkProps } from './work.js';

/** After the publication: measures, refusals with their reasons, and weak indicators that nobody answered (A2). */
export function MeasuresPart({ ctx, screen }: WorkProps): JSX.Element | null {
  const { edition, gaps, followUps, work } = screen;
  if (!edition) return null;
  const mayMake = mayPromise(ctx.by, work.scope) === 'allowed';
  return (
    <section aria-labelledby="after">
      <h2 class="govuk-heading-l" id="after">
        {ctx.t('portal.assessments.after')}
      </h2>
      <p class="govuk-body">
        {ctx.t('portal.assessments.afterText')}{' '}
        <a class="govuk-link" href={`${ctx.url('/rules')}#A2.threshold`}>
          {ctx.t('portal.assessments.ruleOf', { rule: 'A2' })}
        </a>
      </p>
      {gaps.length + followUps.length === 0 && <p class="govuk-body">{ctx.t('portal.assessments.nothingFollows')}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {gaps.map((gap) => (
          <GapItem
            ctx={ctx}
            gap={gap}
            href={mayMake ? `/desk/assessments/${work.record.id}/measures/${gap.indicator}` : undefined}
          />
        ))}
        {followUps.map((followUp) => (
          <MeasureItem ctx={ctx} followUp={followUp} />
        ))}
      </ul>
    </section>
  );
}

interface GapProps {
  readonly ctx: PageContext;
  readonly gap: GapResponse;
  /** Where a measure is promised; absent for those who may not. */
  readonly href: string | undefined;
}

function GapItem({ ctx, gap, href }: GapProps): JSX.Element {
  const { name, score, dueOn, overdue } = gap;
  return (
    <li>
      <Localized ctx={ctx} text={name} />
      {score !== null && ` (${exactNumber(ctx, score)})`}{' '}
      <Tag colour={overdue ? 'red' : 'orange'}>
        {ctx.t(overdue ? 'portal.assessments.gapOverdue' : 'portal.assessments.gapOpen')}
      </Tag>
      <br />
      {ctx.t('portal.home.dueOn', { date: ctx.format.date(dueOn) })}
      {href && (
        <>
          <br />
          <a class="govuk-link" href={ctx.url(href)}>
            {ctx.t('portal.assessing.measure.title')}
            <span class="govuk-visually-hidden">: {ctx.text(name)}</span>
          </a>
        </>
      )}
    </li>
  );
}

function MeasureItem({
  ctx,
  followUp,
}: {
  readonly ctx: PageContext;
  readonly followUp: FollowUpResponse;
}): JSX.Element {
  const { measure, state, dueOn, overdue, refusal } = followUp;
  return (
    <li>
      <Localized ctx={ctx} text={measure} />{' '}
      <Tag colour={overdue ? 'red' : undefined}>{ctx.t(`state.follow-up.${state}`)}</Tag>
      <br />
      {ctx.t('portal.home.dueOn', { date: ctx.format.date(dueOn) })}
      {refusal && (
        <InsetText>
          <p class="govuk-body">
            {ctx.t('portal.assessing.measure.refusedAt', { instant: ctx.format.instant(refusal.refusedAt) })}
          </p>
          <LocalizedParagraph ctx={ctx} text={refusal.reasons} />
        </InsetText>
      )}
    </li>
  );
}
