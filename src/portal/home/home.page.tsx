import type { JSX } from 'preact';
import type { AssessmentItemResponse } from '../../assessments/index.js';
import { daysBetween } from '../../platform/kernel/index.js';
import { exactNumber, periodText } from '../assessments/numbers.js';
import { Button, Input } from '../components/index.js';
import { List, Localized, Name, type Names, type PageContext } from '../frame/index.js';
import { excerpt } from '../recommendations/excerpt.js';
import type { First, HomeConsultation, HomeRecommendation } from './home.queries.js';

/** What the home page shows. */
export interface HomeProps {
  readonly ctx: PageContext;
  readonly names: Names;
  /** What closes soonest first. */
  readonly open: First<HomeConsultation>;
  readonly reported: readonly HomeConsultation[];
  readonly assessments: readonly AssessmentItemResponse[];
  /** The longest overdue first. */
  readonly overdue: First<HomeRecommendation>;
}

/** The home page. */
export function HomeBody(props: HomeProps): JSX.Element {
  const { ctx } = props;
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t('portal.home.title')}</h1>
      <p class="govuk-body-l">{ctx.t('portal.home.lead')}</p>
      <SearchForm ctx={ctx} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Open {...props} />
          <Overdue {...props} />
        </div>
        <div class="govuk-grid-column-one-third">
          <Results {...props} />
        </div>
      </div>
    </>
  );
}

function SearchForm({ ctx }: { readonly ctx: PageContext }): JSX.Element {
  return (
    <form class="kenes-search" action={ctx.url('/search')} role="search">
      <Input name="q" label={ctx.t('portal.home.search')} type="search" />
      <Button>{ctx.t('portal.home.find')}</Button>
    </form>
  );
}

function More({ href, text }: { readonly href: string; readonly text: string }): JSX.Element {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </p>
  );
}

function Open({ ctx, names, open }: HomeProps): JSX.Element {
  return (
    <section aria-labelledby="open">
      <h2 class="govuk-heading-l" id="open">
        {ctx.t('portal.home.open')}
      </h2>
      <List
        level={3}
        empty={ctx.t('portal.home.noneOpen')}
        items={open.items.map(({ id, title, bodyId, closesOn }) => ({
          href: ctx.url(`/consultations/${id}`),
          title: <Localized ctx={ctx} text={title} />,
          facts: [
            <Name ctx={ctx} names={names} id={bodyId} />,
            ctx.t('portal.consultations.until', { date: ctx.format.date(closesOn) }),
            ctx.t('portal.home.left', { days: daysBetween(ctx.today, closesOn) }),
          ],
        }))}
      />
      {open.total > open.items.length && (
        <More
          href={ctx.url('/consultations', { phase: 'commenting' })}
          text={ctx.t('portal.home.allOpen', { count: open.total })}
        />
      )}
      <More href={ctx.url('/consultations')} text={ctx.t('portal.home.all')} />
    </section>
  );
}

function Overdue({ ctx, names, overdue }: HomeProps): JSX.Element {
  return (
    <section aria-labelledby="overdue">
      <h2 class="govuk-heading-l" id="overdue">
        {ctx.t('portal.home.overdue')}
      </h2>
      <List
        level={3}
        empty={ctx.t('portal.home.noneOverdue')}
        items={overdue.items.map(({ id, text, bodyId, councilId, dueOn }) => ({
          href: ctx.url(`/recommendations/${id}`),
          title: <Localized ctx={ctx} text={excerpt(text)} />,
          facts: [
            <>
              {ctx.t('portal.home.owes')} <Name ctx={ctx} names={names} id={bodyId} />
            </>,
            <Name ctx={ctx} names={names} id={councilId} />,
            ctx.t('portal.home.dueOn', { date: ctx.format.date(dueOn) }),
            <strong>{ctx.t('portal.follow-ups.lateBy', { days: daysBetween(dueOn, ctx.today) })}</strong>,
          ],
        }))}
      />
      {overdue.total > overdue.items.length && (
        <More
          href={ctx.url('/recommendations', { overdue: true })}
          text={ctx.t('portal.home.allOverdue', { count: overdue.total })}
        />
      )}
    </section>
  );
}

function Results({ ctx, names, reported, assessments }: HomeProps): JSX.Element {
  return (
    <>
      <section aria-labelledby="results">
        <h2 class="govuk-heading-m" id="results">
          {ctx.t('portal.home.results')}
        </h2>
        <List
          level={3}
          empty={ctx.t('portal.home.noResults')}
          items={assessments.map(({ id, bodyId, score, from, to }) => ({
            href: ctx.url(`/assessments/${id}`),
            title: <Name ctx={ctx} names={names} id={bodyId} />,
            facts: [
              score === null
                ? ctx.t('portal.home.noScore')
                : ctx.t('portal.home.score', { score: exactNumber(ctx, score) }),
              periodText(ctx, { from, to }),
            ],
          }))}
        />
        {assessments.length > 0 && <More href={ctx.url('/assessments')} text={ctx.t('portal.home.allResults')} />}
      </section>
      <section aria-labelledby="reported">
        <h2 class="govuk-heading-m" id="reported">
          {ctx.t('portal.home.reported')}
        </h2>
        <List
          level={3}
          empty={ctx.t('portal.home.noneReported')}
          items={reported.map(({ id, title, bodyId, reportedOn, comments }) => ({
            href: `${ctx.url(`/consultations/${id}`)}#report`,
            title: <Localized ctx={ctx} text={title} />,
            facts: [
              <Name ctx={ctx} names={names} id={bodyId} />,
              reportedOn !== null && ctx.format.date(reportedOn),
              ctx.t('portal.home.comments', { count: comments }),
            ],
          }))}
        />
      </section>
    </>
  );
}
