import type { JSX } from 'preact';
import { COUNCIL, type CouncilRead, type CouncilsQuery } from '../../councils/index.js';
import { Button, Checkboxes, Input, Select, Tag } from '../components/index.js';
import { StateTag } from '../councils/state-tag.js';
import { Bilingual, Refusal } from '../desk/index.js';
import { type FilledForm, Form, List, Localized, Name, type Names, type PageContext, Paging } from '../frame/index.js';
import type { Places } from './council-desks.service.js';
import { AboutFields, PlaceFields } from './council-fields.js';

const PATH = '/desk/councils';

/** What the authority's list of councils shows. */
export interface CouncilsDeskProps {
  readonly ctx: PageContext;
  readonly query: CouncilsQuery;
  /** Ids of the councils that are incomplete today. */
  readonly incomplete: readonly string[];
  readonly items: readonly CouncilRead[];
  readonly names: Names;
  readonly next: string | null;
}

/** The councils by name, each leading to its page on the desk. */
export function CouncilsDeskBody(props: CouncilsDeskProps): JSX.Element {
  const { ctx, query, incomplete, items, names, next } = props;
  const { state, q, after } = query;
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t('portal.councilsDesk.list')}</h1>
      <Button href={ctx.url(`${PATH}/new`)}>{ctx.t('portal.councilsDesk.toNew')}</Button>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <FilterForm ctx={ctx} query={query} />
        </div>
        <div class="govuk-grid-column-two-thirds">
          <List
            level={2}
            empty={ctx.t('portal.councils.none')}
            items={items.map((council) => ({
              href: ctx.url(`${PATH}/${council.id}`),
              title: <Localized ctx={ctx} text={council.name} />,
              facts: [
                <StateTag ctx={ctx} of="councils" state={council.state} />,
                incomplete.includes(council.id) && <Tag colour="red">{ctx.t('portal.councils.incomplete')}</Tag>,
                <Name ctx={ctx} names={names} id={council.bodyId} />,
              ],
            }))}
          />
          <Paging ctx={ctx} path={PATH} query={{ state, q, incomplete: query.incomplete, after }} next={next} />
        </div>
      </div>
    </>
  );
}

function FilterForm({ ctx, query }: Pick<CouncilsDeskProps, 'ctx' | 'query'>): JSX.Element {
  const any = { value: '', text: ctx.t('portal.councils.any') };
  return (
    <form class="kenes-filters" action={ctx.url(PATH)} role="search">
      <Input name="q" label={ctx.t('portal.councils.words')} type="search" value={query.q} />
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
      <Button variant="secondary">{ctx.t('portal.councils.show')}</Button>
    </form>
  );
}

interface NewCouncilProps {
  readonly ctx: PageContext;
  readonly filled: FilledForm;
  readonly places: Places;
}

/** The form by which a council is established. */
export function NewCouncilBody({ ctx, filled, places }: NewCouncilProps): JSX.Element {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} />
        <h1 class="govuk-heading-xl">{ctx.t('portal.councilsDesk.new')}</h1>
        <p class="govuk-body">{ctx.t('portal.councilsDesk.newText')}</p>
        <Form ctx={ctx} action={`${PATH}/new`} keeps="new council">
          <Bilingual english="optional" filled={filled} name="name" label={ctx.t('portal.councilsDesk.field.name')} />
          <PlaceFields filled={filled} places={places} />
          <AboutFields filled={filled} />
          <Button preventDoubleClick>{ctx.t('portal.councilsDesk.establish')}</Button>
        </Form>
      </div>
    </div>
  );
}
