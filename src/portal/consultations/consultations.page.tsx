import type { JSX } from 'preact';
import type { TerritoryResponse } from '../../bodies/index.js';
import {
  actTypes,
  categories,
  type ConsultationItem,
  type ConsultationsQuery,
  PHASES,
} from '../../consultations/index.js';
import { Button, Input, Select } from '../components/index.js';
import { List, Localized, Name, type Names, type PageContext, Paging } from '../frame/index.js';
import { phaseDate } from './phase-date.js';
import { PhaseTag } from './phase-tag.js';

/** What the list of discussions shows. */
export interface ConsultationsProps {
  readonly ctx: PageContext;
  readonly query: ConsultationsQuery;
  readonly names: Names;
  readonly regions: readonly TerritoryResponse[];
  readonly items: readonly ConsultationItem[];
  readonly next: string | null;
}

/** The discussions, with filters above them. */
export function ConsultationsBody({ ctx, query, names, regions, items, next }: ConsultationsProps): JSX.Element {
  const { phase, category, actType, body, territory, q, after } = query;
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t('portal.nav.consultations')}</h1>
      <p class="govuk-body-l">{ctx.t('portal.consultations.lead')}</p>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <FilterForm ctx={ctx} query={query} names={names} regions={regions} />
        </div>
        <div class="govuk-grid-column-two-thirds">
          <List
            level={2}
            empty={ctx.t('portal.consultations.none')}
            items={items.map((item) => ({
              href: ctx.url(`/consultations/${item.id}`),
              title: <Localized ctx={ctx} text={item.title} />,
              facts: [
                <PhaseTag ctx={ctx} phase={item.phase} />,
                <Name ctx={ctx} names={names} id={item.bodyId} />,
                phaseDate(ctx, item) ??
                  (item.publishedOn &&
                    ctx.t('portal.consultations.published', { date: ctx.format.date(item.publishedOn) })),
              ],
            }))}
          />
          <Paging
            ctx={ctx}
            path="/consultations"
            query={{ phase, category, actType, body, territory, q, after }}
            next={next}
          />
        </div>
      </div>
    </>
  );
}

function FilterForm({ ctx, query, names, regions }: FilterProps): JSX.Element {
  const any = { value: '', text: ctx.t('portal.consultations.any') };
  const bodyName = query.body === undefined ? undefined : names.get(query.body);
  return (
    <form class="kenes-filters" action={ctx.url('/consultations')} role="search">
      <Input name="q" label={ctx.t('portal.consultations.words')} type="search" value={query.q} />
      <Select
        name="phase"
        label={ctx.t('portal.consultations.phase')}
        value={query.phase}
        items={[any, ...PHASES.map((value) => ({ value, text: ctx.t(`portal.phase.${value}`) }))]}
      />
      <Select
        name="category"
        label={ctx.t('portal.consultations.category')}
        value={query.category}
        items={[any, ...categories.map(({ code, name }) => ({ value: code, text: ctx.text(name) }))]}
      />
      <Select
        name="actType"
        label={ctx.t('portal.consultations.actType')}
        value={query.actType}
        items={[any, ...actTypes.map(({ code, name }) => ({ value: code, text: ctx.text(name) }))]}
      />
      <Select
        name="territory"
        label={ctx.t('portal.search.territory')}
        value={query.territory}
        items={[any, ...regions.map(({ id, name }) => ({ value: id, text: ctx.text(name) }))]}
      />
      {bodyName && (
        <Select
          name="body"
          label={ctx.t('portal.consultations.body')}
          value={query.body}
          items={[any, { value: query.body, text: ctx.text(bodyName) }]}
        />
      )}
      <Button>{ctx.t('portal.consultations.show')}</Button>
    </form>
  );
}

type FilterProps = Pick<ConsultationsProps, 'ctx' | 'query' | 'names' | 'regions'>;
