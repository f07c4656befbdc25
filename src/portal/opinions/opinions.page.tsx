import type { JSX } from 'preact';
import type { BodyResponse } from '../../bodies/index.js';
import type { ConsultationHead } from '../../consultations/index.js';
import { opinionLifecycle, type OpinionResponse, type OpinionsQuery } from '../../opinions/index.js';
import { Button, Checkboxes, Select } from '../components/index.js';
import { type Names, type PageContext, Paging } from '../frame/index.js';
import { OpinionList } from './opinion-list.js';

/** What the list of opinions shows. */
export interface OpinionsProps {
  readonly ctx: PageContext;
  readonly query: OpinionsQuery;
  readonly items: readonly OpinionResponse[];
  readonly next: string | null;
  readonly drafts: ReadonlyMap<string, ConsultationHead>;
  readonly bodies: readonly BodyResponse[];
  readonly names: Names;
}

/** The opinions with their filters. */
export function OpinionsBody(props: OpinionsProps): JSX.Element {
  const { ctx, query, items, next, drafts, names } = props;
  const { state, overdue, body, council, consultation, after } = query;
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t('portal.opinions.list')}</h1>
      <p class="govuk-body-l">{ctx.t('portal.opinions.lead')}</p>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <FilterForm {...props} />
        </div>
        <div class="govuk-grid-column-two-thirds">
          <OpinionList
            ctx={ctx}
            level={2}
            items={items}
            drafts={drafts}
            names={names}
            empty={ctx.t('portal.opinions.none')}
          />
          <Paging
            ctx={ctx}
            path="/opinions"
            query={{ state, overdue, body, council, consultation, after }}
            next={next}
          />
        </div>
      </div>
    </>
  );
}

function FilterForm({ ctx, query, bodies, names }: OpinionsProps): JSX.Element {
  const any = { value: '', text: ctx.t('portal.councils.any') };
  const council = query.council === undefined ? undefined : names.get(query.council);
  return (
    <form class="kenes-filters" action={ctx.url('/opinions')} role="search">
      <Select
        name="state"
        label={ctx.t('portal.councils.stateLabel')}
        value={query.state}
        items={[
          any,
          ...opinionLifecycle.states.map((value) => ({ value, text: ctx.t(`portal.opinions.state.${value}`) })),
        ]}
      />
      <Select
        name="body"
        label={ctx.t('portal.opinions.body')}
        value={query.body}
        items={[any, ...bodies.map(({ id, name }) => ({ value: id, text: ctx.text(name) }))]}
      />
      {council && (
        <Select
          name="council"
          label={ctx.t('portal.opinions.council')}
          value={query.council}
          items={[any, { value: query.council, text: ctx.text(council) }]}
        />
      )}
      <Checkboxes
        name="overdue"
        class="govuk-checkboxes--small"
        values={query.overdue ? ['true'] : []}
        items={[{ value: 'true', text: ctx.t('portal.opinions.onlyOverdue') }]}
      />
      <Button>{ctx.t('portal.councils.show')}</Button>
    </form>
  );
}
