import { CommentFilesQueries, CommentsQueries } from '../../comments/index.js';
import { ConsultationsQueries } from '../../consultations/index.js';
import { Appeals, AppealsQuery, ConcealmentsQueries } from '../../moderation/index.js';
import { Id, versionOf, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { Rulebook } from '../../rulebook/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
  Filters,
  formAnswer,
  FormPost,
  NamesQueries,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
} from '../frame/index.js';
import { AppealsBody } from './appeals.page.js';
import { DECISION } from './concealment-forms.js';
import { DecisionBody } from './decision.page.js';

const MAY = 'comment.decide-appeal';

/** The authority decides on appeals against hidden comments. */
@Pages()
export class AppealsPages {
  constructor(
    private readonly appeals: Appeals,
    private readonly queries: ConcealmentsQueries,
    private readonly comments: CommentsQueries,
    private readonly files: CommentFilesQueries,
    private readonly consultations: ConsultationsQueries,
    private readonly rulebook: Rulebook,
    private readonly names: NamesQueries,
  ) {}

  /** What is to be decided, by its last day. */
  @OwnPage('desk/appeals', MAY)
  async list(@Ctx() ctx: PageContext, @Filters(AppealsQuery) query: AppealsQuery): Promise<HtmlText> {
    const { items, next } = await this.queries.appeals(query, ctx.by);
    const [heads, names] = await Promise.all([
      this.consultations.headsOf(items.map(({ consultationId }) => consultationId)),
      this.names.of(...items.map(({ bodyId }) => bodyId)),
    ]);
    const title = ctx.t('portal.moderation.appeals.title');
    const breadcrumbs = [{ text: ctx.t('portal.desk.title'), href: ctx.url('/desk') }, { text: title }];
    const head = { title, unlisted: true, breadcrumbs };
    return page(ctx, head, AppealsBody({ ctx, query, items, next, heads, names }));
  }

  /** One appeal, by its comment. */
  @OwnPage('desk/appeals/:id', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id, emptyForm(ctx, DECISION));
  }

  /** Records the decision; final. */
  @FormPost('desk/appeals/:id', MAY)
  decide(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: DECISION, body },
      async () => {
        await this.appeals.decide(id, DECISION.read(body), ctx.by, versionIn(body));
        return seeOther(ctx.url('/desk/appeals'));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  async #page(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const concealment = await this.queries.one(id, ctx.by);
    const [comment, files, consultation, names, rules] = await Promise.all([
      this.comments.one(id, ctx.by),
      this.files.of(id, ctx.by),
      this.consultations.one(concealment.consultationId),
      this.names.of(concealment.bodyId),
      this.rulebook.on(ctx.today),
    ]);
    const title = ctx.t('portal.moderation.decision.title', { number: comment.number });
    const breadcrumbs = [
      { text: ctx.t('portal.desk.title'), href: ctx.url('/desk') },
      { text: ctx.t('portal.moderation.appeals.title'), href: ctx.url('/desk/appeals') },
      { text: title },
    ];
    const shown = { consultation, comment, files, concealment, names, rule: rules.find('N2') };
    const body = DecisionBody({ ctx, ...shown, version: versionOf(concealment), filled });
    return page(ctx, { title, unlisted: true, breadcrumbs }, body, filled.status);
  }
}
