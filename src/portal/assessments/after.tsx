import type { JSX } from 'preact';
import type { FollowUpResponse, GapResponse } from '../../follow-ups/index.js';
import { Tag } from '../components/index.js';
import { StateTag } from '../councils/state-tag.js';
import { Localized, type PageContext } from '../frame/index.js';
import { exactNumber } from './numbers.js';

interface AfterProps {
  readonly ctx: PageContext;
  readonly gaps: readonly GapResponse[];
  readonly followUps: readonly FollowUpResponse[];
}

/** What followed from the results: promised measures, refusals, and weak indicators that nobody answered (A2). */
export function After({ ctx, gaps, followUps }: AfterProps): JSX.Element {
  return (
    <section aria-labelledby="after">
      <h2 class="govuk-heading-m" id="after">
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
        {followUps.map((followUp) => (
          <Measure ctx={ctx} followUp={followUp} />
        ))}
        {gaps.map((gap) => (
          <Gap ctx={ctx} gap={gap} />
        ))}
      </ul>
    </section>
  );
}

function Measure({ ctx, followUp }: { readonly ctx: PageContext; readonly followUp: FollowUpResponse }): JSX.Element {
  const { id, measure, state, overdue, dueOn } = followUp;
  return (
    <li>
      <a class="govuk-link" href={ctx.url(`/follow-ups/${id}`)}>
        <Localized ctx={ctx} text={measure} />
      </a>{' '}
      <StateTag ctx={ctx} of="follow-ups" state={state} overdue={overdue} />
      <br />
      {ctx.t('portal.home.dueOn', { date: ctx.format.date(dueOn) })}
    </li>
  );
}

function Gap({ ctx, gap }: { readonly ctx: PageContext; readonly gap: GapResponse }): JSX.Element {
  const { name, score, dueOn, overdue } = gap;
  const date = ctx.format.date(dueOn);
  return (
    <li>
      <Localized ctx={ctx} text={name} />
      {score !== null && ` (${exactNumber(ctx, score)})`}{' '}
      <Tag colour={overdue ? 'red' : 'orange'}>
        {ctx.t(overdue ? 'portal.assessments.gapOverdue' : 'portal.assessments.gapOpen')}
      </Tag>
      <br />
      {ctx.t('portal.home.dueOn', { date })}
    </li>
  );
}
