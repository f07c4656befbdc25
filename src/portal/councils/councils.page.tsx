import type { JSX } from 'preact';
import {
  COUNCIL,
  COUNCIL_LEVELS,
  type CouncilRead,
  type CouncilsQuery,
  type RegionCount,
} from '../../councils/index.js';
import { type RegionTile, TileMap } from '../charts/index.js';
import { Button, Checkboxes, Input, Select, Tag } from '../components/index.js';
import { List, Localized, Name, type Names, type PageContext, Paging } from '../frame/index.js';
import { StateTag } from './state-tag.js';

/** What the list of councils shows. */
export interface CouncilsProps {
  readonly ctx: PageContext;
  readonly query: CouncilsQuery;
  /** The country and its regions, with how many councils each has. */
  readonly regions: readonly RegionCount[];
  /** Ids of the councils that are incomplete today. */
  readonly incomplete: readonly string[];
  readonly items: readonly CouncilRead[];
  readonly names: Names;
  readonly next: string | null;
}

const SHADES = 4;

/** The councils: a map of the regions, then the list with its filters. */
export function CouncilsBody(props: CouncilsProps): JSX.Element {
  const { ctx, query, incomplete } = props;
  const { level, territory, state, q, after } = query;
  const isWhole = [level, territory, state, q, after].every((value) => value === undefined) && !query.incomplete;
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t('portal.nav.councils')}</h1>
      <p class="govuk-body-l">{ctx.t('portal.councils.lead')}</p>
      {incomplete.length > 0 && !query.incomplete && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url('/councils', { incomplete: true })}>
            {ctx.t('portal.councils.incompleteCount', { count: incomplete.length })}
          </a>
        </p>
      )}
      {isWhole && <Map {...props} />}
      {!isWhole && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url('/councils')}>
            {ctx.t('portal.councils.all')}
          </a>
        </p>
      )}
      <h2 class="govuk-heading-l govuk-!-margin-top-7" id="list">
        {ctx.t('portal.councils.list')}
      </h2>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <FilterForm {...props} />
        </div>
        <div class="govuk-grid-column-two-thirds">
          <Councils {...props} />
        </div>
      </div>
    </>
  );
}

function Map({ ctx, regions }: CouncilsProps): JSX.Element {
  const most = Math.max(1, ...regions.map(({ councils }) => councils));
  const tiles = regions
    .filter(({ code }) => code !== 'KZ')
    .map(({ id, code, name, councils, incomplete }): RegionTile => ({
      code,
      name: ctx.text(name),
      href: ctx.url('/councils', { territory: id }),
      value: ctx.t('portal.councils.tile', { councils, incomplete }),
      level: councils === 0 ? null : levelOf(councils / most),
    }));
  const title = ctx.t('portal.councils.map');
  return (
    <section aria-labelledby="map">
      <h2 class="govuk-heading-m" id="map">
        {title}
      </h2>
      <p class="govuk-body">
        {ctx.t('portal.councils.mapText')}{' '}
        <a class="govuk-link" href="#list">
          {ctx.t('portal.councils.toList')}
        </a>
      </p>
      <TileMap label={title} tiles={tiles} />
    </section>
  );
}

/** The shade of a share above 0 of the greatest number. */
function levelOf(share: number): 1 | 2 | 3 | 4 {
  return Math.min(SHADES, Math.max(1, Math.ceil(share * SHADES))) as 1 | 2 | 3 | 4;
}

function Councils({ ctx, query, regions, incomplete, items, names, next }: CouncilsProps): JSX.Element {
  const { level, territory, state, q, after } = query;
  const places = new globalThis.Map(regions.map(({ id, name }) => [id, name]));
  return (
    <>
      <List
        level={3}
        empty={ctx.t('portal.councils.none')}
        items={items.map((council) => {
          const place = places.get(council.territoryId);
          return {
            href: ctx.url(`/councils/${council.id}`),
            title: <Localized ctx={ctx} text={council.name} />,
            facts: [
              <StateTag ctx={ctx} of="councils" state={council.state} />,
              incomplete.includes(council.id) && <Tag colour="red">{ctx.t('portal.councils.incomplete')}</Tag>,
              ctx.t(`portal.councils.level.${council.level}`),
              <Name ctx={ctx} names={names} id={council.bodyId} />,
              place && <Localized ctx={ctx} text={place} />,
            ],
          };
        })}
      />
      <Paging
        ctx={ctx}
        path="/councils"
        query={{ level, territory, state, q, incomplete: query.incomplete, after }}
        next={next}
      />
    </>
  );
}

function FilterForm({ ctx, query, regions }: CouncilsProps): JSX.Element {
  const any = { value: '', text: ctx.t('portal.councils.any') };
  return (
    <form class="kenes-filters" action={ctx.url('/councils')} role="search">
      <Input name="q" label={ctx.t('portal.councils.words')} type="search" value={query.q} />
      <Select
        name="territory"
        label={ctx.t('portal.councils.territory')}
        value={query.territory}
        items={[any, ...regions.map(({ id, name }) => ({ value: id, text: ctx.text(name) }))]}
      />
      <Select
        name="level"
        label={ctx.t('portal.councils.levelLabel')}
        value={query.level}
        items={[any, ...COUNCIL_LEVELS.map((value) => ({ value, text: ctx.t(`portal.councils.level.${value}`) }))]}
      />
      <Select
        name="state"
        label={ctx.t('portal.councils.stateLabel')}
        value={query.state}
        items={[any, ...COUNCIL.states.map((value) => ({ value, text: ctx.t(`portal.councils.state.${value}`) }))]}
      />
      <Checkboxes
        name="incomplete"
        class="govuk-checkboxes--small"
        values={query.incomplete ? ['true'] : []}
        items={[{ value: 'true', text: ctx.t('portal.councils.onlyIncomplete') }]}
      />
      <Button>{ctx.t('portal.councils.show')}</Button>
    </form>
  );
}
