import type { JSX } from 'preact';
import type { BodyResponse } from '../../bodies/index.js';
import {
  recommendationLifecycle,
  type RecommendationResponse,
  type RecommendationsQuery,
  type Timeliness,
} from '../../recommendations/index.js';
import { Button, Checkboxes, Select } from '../components/index.js';
import { type Names, type PageContext, Paging } from '../frame/index.js';
import { RecommendationList } from './recommendation-list.js';
import { TimelinessView } from './timeliness-view.js';

/** What the list of recommendations shows. */
export interface RecommendationsProps {
  readonly ctx: PageContext;
  readonly query: RecommendationsQuery;
  readonly items: readonly RecommendationResponse[];
  readonly next: string | null;
  /** Of the body and the council that are chosen, else of all. */
  readonly timeliness: Timeliness;
  readonly bodies: readonly BodyResponse[];
  readonly names: Names;
}

/** The recommendations with their filters, and how the replies came. */
export function RecommendationsBody(props: RecommendationsProps): JSX.Element {
  const { ctx, query, items, next, names } = props;
  const { state, overdue, body, council, agendaItem, after } = query;
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t('portal.nav.recommendations')}</h1>
      <p class="govuk-body-l">{ctx.t('portal.recommendations.lead')}</p>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <FilterForm {...props} />
        </div>
        <div class="govuk-grid-column-two-thirds">
          <TimelinessView ctx={ctx} timeliness={props.timeliness} />
          <RecommendationList
            ctx={ctx}
            level={2}
            names={names}
            items={items}
            empty={ctx.t('portal.recommendations.none')}
          />
          <Paging
            ctx={ctx}
            path="/recommendations"
            query={{ state, overdue, body, council, agendaItem, after }}
            next={next}
          />
        </div>
      </div>
    </>
  );
}

function FilterForm({ ctx, query, bodies, names }: RecommendationsProps): JSX.Element {
  const any = { value: '', text: ctx.t('portal.councils.any') };
  const council = query.council === undefined ? undefined : names.get(query.council);
  const states = recommendationLifecycle.states;
  return (
    <form class="kenes-filters" action={ctx.url('/recommendations')} role="search">
      <Select
        name="state"
        label={ctx.t('portal.councils.stateLabel')}
        value={query.state}
        items={[any, ...states.map((value) => ({ value, text: ctx.t(`portal.recommendations.state.${value}`) }))]}
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
        items={[{ value: 'true', text: ctx.t('portal.recommendations.onlyOverdue') }]}
      />
      <Button>{ctx.t('portal.councils.show')}</Button>
    </form>
  );
}
