import type { ComponentChildren, JSX } from 'preact';
import { cursorOf } from '../../platform/kernel/index.js';
import type {
  CommentFoundResponse,
  DraftFoundResponse,
  DraftsFoundResponse,
  SnippetResponse,
} from '../../search/index.js';
import { ErrorSummary } from '../components/index.js';
import { PhaseTag } from '../consultations/phase-tag.js';
import { List, Localized, Name, type ListItem, type Names, type PageContext, Paging } from '../frame/index.js';
import { SearchForm } from './search-form.js';
import type { SearchProps } from './search-props.js';
import { askedOf, kindOf, pathOf, type Kind, type SearchPageQuery } from './search-page.requests.js';

/** The question with its filters, and what was found. */
export function SearchBody(props: SearchProps): JSX.Element {
  const { ctx, title, query, within, answer } = props;
  return (
    <>
      {answer.wrong !== undefined && (
        <ErrorSummary title={ctx.t('portal.form.problem')} errors={[{ text: answer.wrong, href: '#q' }]} />
      )}
      <h1 class="govuk-heading-xl">{title}</h1>
      {within && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/consultations/${query.consultation ?? ''}/comments`)}>
            <Localized ctx={ctx} text={within} />
          </a>
        </p>
      )}
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <SearchForm {...props} />
        </div>
        <div class="govuk-grid-column-two-thirds">
          {query.q === undefined ? <Advice ctx={ctx} /> : <Found {...props} />}
        </div>
      </div>
    </>
  );
}

/** How to ask. */
function Advice({ ctx }: { readonly ctx: PageContext }): JSX.Element {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {['forms', 'letters', 'quotes', 'minus', 'or'].map((name) => (
        <li>{ctx.t(`portal.search.advice.${name}`)}</li>
      ))}
    </ul>
  );
}

function Found({ ctx, query, answer, names }: SearchProps): JSX.Element {
  const { drafts, comments } = answer;
  const nothing = [drafts, comments].every((found) => (found?.items.length ?? 0) === 0);
  if (nothing) {
    return (
      <>
        {answer.wrong === undefined && query.after === undefined && (
          <p class="govuk-body-l">{ctx.t('portal.search.none')}</p>
        )}
        <Advice ctx={ctx} />
        <Paging ctx={ctx} path={pathOf(query)} query={{ ...askedOf(query), after: query.after }} next={null} />
      </>
    );
  }
  return (
    <>
      {drafts && (
        <Group ctx={ctx} query={query} kind="consultations" page={drafts}>
          <List level={3} empty={ctx.t('portal.search.none')} items={drafts.items.map(draftItem(ctx, names))} />
        </Group>
      )}
      {comments && (
        <Group ctx={ctx} query={query} kind="comments" page={comments}>
          <List level={3} empty={ctx.t('portal.search.none')} items={comments.items.map(commentItem(ctx, query))} />
        </Group>
      )}
    </>
  );
}

interface GroupProps {
  readonly ctx: PageContext;
  readonly query: SearchPageQuery;
  readonly kind: Kind;
  readonly page: Pick<DraftsFoundResponse, 'found' | 'more' | 'next'>;
  readonly children: ComponentChildren;
}

/** What was found of one kind: how many, the things, and the way to the rest of them. */
function Group({ ctx, query, kind, page: { found, more, next }, children }: GroupProps): JSX.Element {
  const asked = askedOf(query);
  const isAlone = kindOf(query) !== undefined;
  const counted = more ? 'more' : 'count';
  return (
    <section aria-labelledby={kind}>
      <h2 class="govuk-heading-l" id={kind}>
        {ctx.t(`portal.search.kind.${kind}`)}
      </h2>
      {found !== null && <p class="govuk-body">{ctx.t(`portal.search.${counted}`, { count: found })}</p>}
      {isAlone && <Order ctx={ctx} query={query} />}
      {children}
      {isAlone ? (
        <Paging ctx={ctx} path={pathOf(query)} query={{ ...asked, after: query.after }} next={next} />
      ) : (
        next !== null && (
          <p class="govuk-body">
            <a class="govuk-link" href={ctx.url(pathOf(query), { ...asked, in: kind })}>
              {ctx.t(`portal.search.all.${kind}`)}
            </a>
          </p>
        )
      )}
    </section>
  );
}

/** The other order of the same. */
function Order({ ctx, query }: Pick<GroupProps, 'ctx' | 'query'>): JSX.Element {
  const { sort = 'relevance' } = query;
  const other = sort === 'newest' ? 'relevance' : 'newest';
  return (
    <p class="govuk-body">
      {ctx.t(`portal.search.order.${sort}`)}{' '}
      <a
        class="govuk-link"
        href={ctx.url(pathOf(query), { ...askedOf(query), sort: other === 'newest' ? other : undefined })}
      >
        {ctx.t(`portal.search.turn.${other}`)}
      </a>
    </p>
  );
}

function draftItem(ctx: PageContext, names: Names): (draft: DraftFoundResponse) => ListItem {
  return ({ id, title, phase, bodyId, publishedOn, snippet }) => ({
    href: ctx.url(`/consultations/${id}`),
    title: <Localized ctx={ctx} text={title} />,
    facts: [
      <PhaseTag ctx={ctx} phase={phase} />,
      <Name ctx={ctx} names={names} id={bodyId} />,
      ctx.t('portal.consultations.published', { date: ctx.format.date(publishedOn) }),
    ],
    children: <Snippet ctx={ctx} snippet={snippet} />,
  });
}

/** Leads to the comment in the list of its discussion, which begins there. */
function commentItem(ctx: PageContext, { consultation }: SearchPageQuery): (comment: CommentFoundResponse) => ListItem {
  return ({ consultationId, consultationTitle, number, acceptedAt, snippet }) => ({
    href: `${ctx.url(`/consultations/${consultationId}/comments`, { after: cursorOf([number - 1]) })}#comment-${number}`,
    title: ctx.t('portal.comments.number', { number: ctx.format.number(number) }),
    facts: [
      consultation === undefined && <Localized ctx={ctx} text={consultationTitle} />,
      ctx.format.instant(acceptedAt),
    ],
    children: <Snippet ctx={ctx} snippet={snippet} />,
  });
}

function Snippet({ ctx, snippet }: { readonly ctx: PageContext; readonly snippet: SnippetResponse }): JSX.Element {
  const { language, pieces } = snippet;
  return (
    <p class="govuk-body kenes-as-written" lang={language === ctx.lang ? undefined : language}>
      {pieces.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}
    </p>
  );
}
