import type { JSX } from 'preact';
import type { AssessmentItemResponse } from '../../assessments/index.js';
import type { ConsultationItem } from '../../consultations/index.js';
import type { RecommendationResponse } from '../../recommendations/index.js';
import { Button, Input } from '../components/index.js';
import { List, Localized, Name, type Names, type PageContext } from '../frame/index.js';

/** What the home page shows. */
export interface HomeProps {
  readonly ctx: PageContext;
  readonly names: Names;
  readonly consultations: readonly ConsultationItem[];
  readonly assessments: readonly AssessmentItemResponse[];
  readonly overdue: readonly RecommendationResponse[];
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
        <section class="govuk-grid-column-two-thirds" aria-labelledby="open">
          <h2 class="govuk-heading-l" id="open">
            {ctx.t('portal.home.open')}
          </h2>
          <OpenConsultations {...props} />
          <p class="govuk-body">
            <a class="govuk-link" href={ctx.url('/consultations')}>
              {ctx.t('portal.home.all')}
            </a>
          </p>
        </section>
        <div class="govuk-grid-column-one-third">
          <Results {...props} />
          <Overdue {...props} />
        </div>
      </div>
    </>
  );
}

function SearchForm({ ctx }: { readonly ctx: PageContext }): JSX.Element {
  return (
    <form class="kenes-search" action={ctx.url('/consultations')} role="search">
      <Input name="q" label={ctx.t('portal.home.search')} type="search" />
      <Button>{ctx.t('portal.home.find')}</Button>
    </form>
  );
}

function OpenConsultations({ ctx, names, consultations }: HomeProps): JSX.Element {
  return (
    <List
      level={3}
      empty={ctx.t('portal.home.noneOpen')}
      items={consultations.map(({ id, title, bodyId, closesOn }) => ({
        href: ctx.url(`/consultations/${id}`),
        title: <Localized ctx={ctx} text={title} />,
        facts: [
          <Name ctx={ctx} names={names} id={bodyId} />,
          ctx.t('portal.consultations.until', { date: ctx.format.date(closesOn) }),
        ],
      }))}
    />
  );
}

function Results({ ctx, names, assessments }: HomeProps): JSX.Element {
  return (
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
              : ctx.t('portal.home.score', { score: ctx.format.number(Number(score)) }),
            ctx.t('portal.home.period', { from: ctx.format.date(from), to: ctx.format.date(to) }),
          ],
        }))}
      />
    </section>
  );
}

function Overdue({ ctx, names, overdue }: HomeProps): JSX.Element {
  return (
    <section aria-labelledby="overdue">
      <h2 class="govuk-heading-m" id="overdue">
        {ctx.t('portal.home.overdue')}
      </h2>
      <List
        level={3}
        empty={ctx.t('portal.home.noneOverdue')}
        items={overdue.map(({ id, bodyId, councilId, dueOn }) => ({
          href: ctx.url(`/recommendations/${id}`),
          title: <Name ctx={ctx} names={names} id={bodyId} />,
          facts: [
            <Name ctx={ctx} names={names} id={councilId} />,
            dueOn && ctx.t('portal.home.dueOn', { date: ctx.format.date(dueOn) }),
          ],
        }))}
      />
    </section>
  );
}
