import type { JSX } from 'preact';
import { actTypes, categories, PHASES } from '../../consultations/index.js';
import { QUESTION_CHARACTERS } from '../../search/index.js';
import { Button, Input, Select } from '../components/index.js';
import type { PageContext } from '../frame/index.js';
import type { SearchProps } from './search-props.js';
import { KINDS, pathOf } from './search-page.requests.js';

/** The question and what narrows it. */
export function SearchForm(props: SearchProps): JSX.Element {
  const { ctx, query, answer } = props;
  return (
    <form class="kenes-filters" action={ctx.url(pathOf(query))} role="search">
      <Input
        name="q"
        label={ctx.t('portal.search.label')}
        type="search"
        value={query.q}
        error={answer.wrong === undefined ? undefined : { prefix: ctx.t('portal.form.error'), message: answer.wrong }}
        attributes={{ maxlength: QUESTION_CHARACTERS }}
      />
      {query.consultation === undefined ? <OfAll {...props} /> : <OfOne {...props} />}
      <Day {...props} name="from" />
      <Day {...props} name="to" />
      <Button>{ctx.t('portal.search.find')}</Button>
    </form>
  );
}

/** The question about the comments of one discussion, where they are read. */
export function CommentsSearchForm({ ctx, consultation }: CommentsSearchProps): JSX.Element {
  return (
    <form class="kenes-search" action={ctx.url(`/consultations/${consultation}/search`)} role="search">
      <Input
        name="q"
        label={ctx.t('portal.search.inComments')}
        type="search"
        attributes={{ maxlength: QUESTION_CHARACTERS }}
      />
      <Button>{ctx.t('portal.search.find')}</Button>
    </form>
  );
}

interface CommentsSearchProps {
  readonly ctx: PageContext;
  /** Id of the discussion. */
  readonly consultation: string;
}

function OfOne({ ctx, query }: SearchProps): JSX.Element {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={ctx.url('/search', { q: query.q })}>
        {ctx.t('portal.search.everywhere')}
      </a>
    </p>
  );
}

function OfAll({ ctx, query, regions, names }: SearchProps): JSX.Element {
  const any = { value: '', text: ctx.t('portal.consultations.any') };
  const bodyName = query.body === undefined ? undefined : names.get(query.body);
  const kinds = KINDS.map((value) => ({ value, text: ctx.t(`portal.search.kind.${value}`) }));
  const phases = PHASES.map((value) => ({ value, text: ctx.t(`portal.phase.${value}`) }));
  const listed = (list: readonly { code: string; name: Parameters<typeof ctx.text>[0] }[]) =>
    list.map(({ code, name }) => ({ value: code, text: ctx.text(name) }));
  const select = (name: 'in' | 'phase' | 'category' | 'actType' | 'territory', items: readonly (typeof any)[]) => (
    <Select name={name} label={ctx.t(`portal.search.${name}`)} value={query[name]} items={[any, ...items]} />
  );
  return (
    <>
      {select('in', kinds)}
      {select('phase', phases)}
      {select('category', listed(categories))}
      {select('actType', listed(actTypes))}
      {select(
        'territory',
        regions.map(({ id, name }) => ({ value: id, text: ctx.text(name) })),
      )}
      {bodyName && (
        <Select
          name="body"
          label={ctx.t('portal.consultations.body')}
          value={query.body}
          items={[any, { value: query.body, text: ctx.text(bodyName) }]}
        />
      )}
    </>
  );
}

function Day({ ctx, query, name }: SearchProps & { readonly name: 'from' | 'to' }): JSX.Element {
  const label = ctx.t(`portal.search.${name}`);
  return <Input name={name} type="date" class="govuk-input--width-10" label={label} value={query[name]} />;
}
