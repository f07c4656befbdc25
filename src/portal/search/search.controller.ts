import { BodiesQueries, type TerritoryResponse } from '../../bodies/index.js';
import { ConsultationsQueries } from '../../consultations/index.js';
import { Id, type HtmlText } from '../../platform/http/index.js';
import { notFound, Problem, type LocalDate, type LocalizedText } from '../../platform/kernel/index.js';
import { CommentsSearchQueries, CommentsSearchQuery, DraftsSearchQueries } from '../../search/index.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { SearchBody } from './search.page.js';
import type { Answer } from './search-props.js';
import { kindOf, SearchPageQuery } from './search-page.requests.js';

/** Things of each kind where both are shown. */
const FIRST = 5;

/** Search over drafts and comments, on one page. */
@Pages()
export class SearchPageController {
  constructor(
    private readonly drafts: DraftsSearchQueries,
    private readonly comments: CommentsSearchQueries,
    private readonly consultations: ConsultationsQueries,
    private readonly bodies: BodiesQueries,
    private readonly names: NamesQueries,
  ) {}

  /** The first drafts and comments that were found, or all of one kind. */
  @PublicPage('search')
  async show(@Ctx() ctx: PageContext, @Filters(SearchPageQuery) query: SearchPageQuery): Promise<HtmlText> {
    const within = await this.#within(query);
    const [answer, regions] = await Promise.all([this.#answer(ctx, query), this.#regions(query)]);
    const names = await this.names.of(query.body, ...(answer.drafts?.items ?? []).map(({ bodyId }) => bodyId));
    const title = ctx.t(within ? 'portal.search.inComments' : 'portal.search.title');
    const head = { title: query.q === undefined ? title : `${query.q} – ${title}`, unlisted: query.q !== undefined };
    const breadcrumbs = [{ text: title }];
    return page(ctx, { ...head, breadcrumbs }, SearchBody({ ctx, title, query, within, answer, regions, names }));
  }

  /** Comments of one discussion. */
  @PublicPage('consultations/:id/search')
  within(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Filters(SearchPageQuery) query: SearchPageQuery,
  ): Promise<HtmlText> {
    return this.show(ctx, Object.assign(query, { consultation: id }));
  }

  async #answer(ctx: PageContext, query: SearchPageQuery): Promise<Answer> {
    if (query.q === undefined) return {};
    try {
      return await this.#found(query, ctx.today);
    } catch (problem) {
      const wrong = wrongQuestion(ctx, problem);
      if (wrong === undefined) throw problem;
      return { wrong };
    }
  }

  async #found(query: SearchPageQuery, today: LocalDate): Promise<Answer> {
    const kind = kindOf(query);
    const first = kind === undefined ? { limit: FIRST, after: undefined } : {};
    const sought = Object.assign(new CommentsSearchQuery(), query, first) as CommentsSearchQuery;
    const [drafts, comments] = await Promise.all([
      kind === 'comments' ? undefined : this.drafts.search(sought, today),
      kind === 'consultations' ? undefined : this.comments.search(sought, today),
    ]);
    return { drafts, comments };
  }

  /** What the discussion is called in whose comments is searched. Throws `not-found`. */
  async #within({ consultation }: SearchPageQuery): Promise<LocalizedText | undefined> {
    if (consultation === undefined) return undefined;
    const head = (await this.consultations.headsOf([consultation])).get(consultation.toLowerCase());
    if (!head) throw notFound();
    return head.title;
  }

  async #regions({ consultation, territory }: SearchPageQuery): Promise<readonly TerritoryResponse[]> {
    return consultation === undefined ? this.bodies.regions(territory) : [];
  }
}

/** What is wrong with the question, in words. */
function wrongQuestion(ctx: PageContext, problem: unknown): string | undefined {
  const error = problem instanceof Problem ? problem.parts.errors?.[0] : undefined;
  return error?.pointer === '/q' ? ctx.t(`field.${error.code}`, error.params) : undefined;
}
