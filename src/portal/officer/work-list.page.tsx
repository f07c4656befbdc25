import type { JSX } from 'preact';
import {
  AssignmentRequest,
  type OfficersResponse,
  type WorkItemResponse,
  type WorkListQuery,
} from '../../assignments/index.js';
import { COMMENT_LIFECYCLE } from '../../comments/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import { LANGUAGES } from '../../platform/kernel/index.js';
import { Button, Checkboxes, Select } from '../components/index.js';
import { Refusal } from '../desk/index.js';
import { type FilledForm, Form, FormOf, LANGUAGE_NAMES, Localized, type PageContext, Paging } from '../frame/index.js';

/** Comments that an officer is to answer. */
export const ASSIGNMENT = new FormOf(AssignmentRequest, {
  lists: ['comments'],
  empty: { to: 'portal.desk.workList.toEmpty' },
  said: { 'comments comments-or-group': 'portal.desk.workList.noneChosen' },
});

/** What the work list shows. */
export interface WorkListProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly query: WorkListQuery;
  readonly items: readonly WorkItemResponse[];
  readonly next: string | null;
  readonly officers: OfficersResponse;
  readonly filled: FilledForm;
}

/** The address of the list, without the language. */
export function listPath({ consultation }: Pick<WorkListProps, 'consultation'>): string {
  return `/desk/consultations/${consultation.id}/work-list`;
}

/** The filters as they stand in an address. */
export function filtersIn({ state, language, provision, group, assigned }: WorkListQuery) {
  return { state, language, provision, group, assigned };
}

/** Comments with filters above them, to be answered one by one and given to officers together. */
export function WorkListBody(props: WorkListProps): JSX.Element {
  const { ctx, consultation, query, officers, filled, next } = props;
  const { waiting, unassigned } = officers;
  return (
    <>
      <Refusal filled={filled} />
      <span class="govuk-caption-xl">
        <Localized ctx={ctx} text={consultation.title} />
      </span>
      <h1 class="govuk-heading-xl">{ctx.t('portal.desk.workList.title')}</h1>
      <p class="govuk-body-l">{ctx.t('portal.desk.workList.waiting', { waiting, unassigned })}</p>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <FilterForm {...props} />
        </div>
        <div class="govuk-grid-column-two-thirds">
          <Items {...props} />
          <Paging ctx={ctx} path={listPath(props)} query={{ ...filtersIn(query), after: query.after }} next={next} />
        </div>
      </div>
    </>
  );
}

function FilterForm(props: WorkListProps): JSX.Element {
  const { ctx, query, officers } = props;
  const t = (key: string): string => ctx.t(`portal.desk.workList.${key}`);
  return (
    <form class="kenes-filters" action={ctx.url(listPath(props))} role="search">
      <Select
        name="assigned"
        label={t('assigned')}
        value={query.assigned}
        items={[
          { value: '', text: t('anybody') },
          { value: 'me', text: t('me') },
          { value: 'none', text: t('nobody') },
          ...named(ctx, officers),
        ]}
      />
      <Select
        name="state"
        label={t('state')}
        value={query.state}
        items={[...COMMENT_LIFECYCLE.states, 'any'].map((value) => ({ value, text: t(`states.${value}`) }))}
      />
      <Select
        name="language"
        label={t('language')}
        value={query.language}
        items={[
          { value: '', text: t('anyLanguage') },
          ...LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value] })),
        ]}
      />
      {query.group !== undefined && <input type="hidden" name="group" value={query.group} />}
      {query.provision !== undefined && <input type="hidden" name="provision" value={query.provision} />}
      <Button>{t('show')}</Button>
    </form>
  );
}

function named(ctx: PageContext, { items }: OfficersResponse) {
  return items.map(({ accountId, displayName, waiting }) => ({
    value: accountId,
    text: ctx.t('portal.desk.workList.officer', { name: displayName, waiting }),
  }));
}

function Items(props: WorkListProps): JSX.Element {
  const { ctx, query, items, officers, filled } = props;
  const t = (key: string): string => ctx.t(`portal.desk.workList.${key}`);
  if (items.length === 0) return <p class="govuk-body">{t('none')}</p>;
  return (
    <Form ctx={ctx} action={listPath(props)} query={filtersIn(query)}>
      <Checkboxes
        {...filled.choices('comments')}
        class="govuk-checkboxes--small"
        fieldset={{ legend: t('which'), legendClass: 'govuk-fieldset__legend--m' }}
        items={items.map((item) => ({
          value: item.id,
          text: <Said ctx={ctx} item={item} />,
          hint: <Facts {...props} item={item} />,
        }))}
      />
      <Select
        {...filled.field('to')}
        label={t('to')}
        items={[
          { value: '', text: t('choose') },
          { value: 'me', text: t('toMe') },
          ...named(ctx, officers),
          { value: 'none', text: t('toNobody') },
        ]}
      />
      <Button preventDoubleClick>{t('assign')}</Button>
    </Form>
  );
}

function Said({ ctx, item }: { readonly ctx: PageContext; readonly item: WorkItemResponse }): JSX.Element {
  const { number, text, language } = item;
  return (
    <>
      № {ctx.format.number(number)}:{' '}
      <span lang={language === ctx.lang ? undefined : language}>{text ?? ctx.t('portal.comments.withdrawn')}</span>
    </>
  );
}

function Facts({ ctx, item, query }: WorkListProps & { readonly item: WorkItemResponse }): JSX.Element {
  const { id, state, assignee, groupSize, concealed, acceptedAt } = item;
  const t = (key: string, params?: Record<string, string | number>): string =>
    ctx.t(`portal.desk.workList.${key}`, params);
  const mine = query.assigned === 'me' ? { assigned: 'me' } : {};
  const facts = [
    ctx.format.instant(acceptedAt),
    assignee ? t('whose', { name: assignee.displayName }) : t('nobodys'),
    groupSize !== null && groupSize > 1 && t('sameText', { count: groupSize }),
    concealed && t('concealed'),
    state !== 'accepted' && t(`states.${state}`),
  ].filter((fact) => fact !== false);
  return (
    <>
      {facts.join(' · ')}{' '}
      <a class="govuk-link" href={ctx.url(`/desk/comments/${id}`, mine)}>
        {t('open', { number: item.number })}
      </a>
    </>
  );
}
