import { AnswersQueries } from '../../answers/index.js';
import {
  AnswerProvisions,
  CommentFilesQueries,
  CommentsQueries,
  CommentsQuery,
  QuotesQueries,
} from '../../comments/index.js';
import {
  ConsultationsQueries,
  DocumentsQueries,
  MOST_DOCUMENTS,
  DraftsQueries,
  firstVersionFor,
  maySee,
  phaseOn,
  type ConsultationRead,
} from '../../consultations/index.js';
import { annexOf, NoticesQueries, OpinionsQueries } from '../../opinions/index.js';
import { Id, type HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS, permit, type Page } from '../../platform/kernel/index.js';
import { reportResponse, ReportsQueries } from '../../reports/index.js';
import { Rulebook } from '../../rulebook/index.js';
import { answersTo } from '../comments/answer-link.js';
import type { ListedComment } from '../comments/comment-view.js';
import { standingsOf } from '../comments/quote-standings.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, partOf, PublicPage } from '../frame/index.js';
import { BesideQueries } from './beside.queries.js';
import { CommentsBody } from './comments.page.js';
import { ConsultationBody } from './consultation.page.js';
import { ReportsElsewhere } from './elsewhere.service.js';

/** Provisions on one page. */
const PART = 60;

/** One public discussion: the text, and what is said of it. */
@Pages()
export class ConsultationController {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly drafts: DraftsQueries,
    private readonly comments: CommentsQueries,
    private readonly files: CommentFilesQueries,
    private readonly quotes: QuotesQueries,
    private readonly provisions: AnswerProvisions,
    private readonly documents: DocumentsQueries,
    private readonly beside: BesideQueries,
    private readonly reports: ReportsQueries,
    private readonly answers: AnswersQueries,
    private readonly elsewhere: ReportsElsewhere,
    private readonly opinions: OpinionsQueries,
    private readonly notices: NoticesQueries,
    private readonly rulebook: Rulebook,
    private readonly names: NamesQueries,
  ) {}

  /** The text in parts, with the first comments beside it. */
  @PublicPage('consultations/:id')
  async show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const consultation = await this.#published(id);
    const { currentVersion, bodyId } = consultation;
    const draft = await this.drafts.draft(id, currentVersion, firstVersionFor(ANONYMOUS, consultation));
    const { items: provisions, part, parts } = partOf(ctx.request.query, draft.provisions, PART, (one) => one.id);
    const { consultativeDocumentId: preceding } = consultation;
    const [names, beside, first, report, answers, elsewhere, opinions, notices, rules, documents, heads] =
      await Promise.all([
        this.names.of(bodyId, ...consultation.councils.map(({ councilId }) => councilId)),
        this.beside.onProvisions(provisions.map((provision) => provision.id)),
        this.beside.first(id),
        consultation.reportedOn === null ? undefined : this.reports.of(id),
        consultation.reportedOn === null ? undefined : this.answers.ofConsultation(id),
        this.elsewhere.of(consultation),
        this.opinions.ofConsultation(id),
        this.notices.of(id),
        this.rulebook.on(ctx.today),
        this.documents.list(id, MOST_DOCUMENTS),
        this.consultations.headsOf(preceding === null ? [] : [preceding]),
      ]);
    const phase = phaseOn(consultation, ctx.today);
    const head = { title: ctx.text(consultation.title), description: ctx.text(consultation.summary) };
    const breadcrumbs = [{ text: ctx.t('portal.nav.consultations'), href: ctx.url('/consultations') }];
    const document = preceding === null ? undefined : heads.get(preceding)?.title;
    const words = new Map(draft.provisions.map((provision) => [provision.id, provision]));
    const standings = standingsOf([...beside, ...first], words);
    const shown = { consultation, document, phase, names, draft, provisions, beside, first, standings, part, parts };
    const said = {
      documents: documents.items,
      answers,
      elsewhere,
      opinions,
      notices,
      rules,
      report: report && reportResponse(report, annexOf(opinions, notices)),
    };
    return page(ctx, { ...head, breadcrumbs }, ConsultationBody({ ctx, ...shown, ...said }));
  }

  /** All comments in the order of acceptance, or those about one provision. */
  @PublicPage('consultations/:id/comments')
  async list(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Filters(CommentsQuery) query: CommentsQuery,
  ): Promise<HtmlText> {
    const consultation = await this.#published(id);
    const [list, answers] = await Promise.all([
      this.comments.list(id, query),
      query.after === undefined ? this.answers.ofConsultation(id) : undefined,
    ]);
    const { items, next } = list.parsed() as Page<ListedComment>;
    const [earlier, files, latest] = await Promise.all([
      this.comments.earlierOf(items),
      this.files.ofRead(items),
      this.quotes.latest(items),
    ]);
    const linked = await this.provisions.of(answersTo(items, earlier));
    const title = ctx.t('portal.comments.title');
    const breadcrumbs = [
      { text: ctx.t('portal.nav.consultations'), href: ctx.url('/consultations') },
      { text: ctx.text(consultation.title), href: ctx.url(`/consultations/${id}`) },
    ];
    const head = { title: `${title}: ${ctx.text(consultation.title)}`, breadcrumbs };
    const standings = standingsOf(items, latest);
    const shown = { items, next, answers, earlier, linked, files, standings };
    return page(ctx, head, CommentsBody({ ctx, consultation, query, ...shown }));
  }

  async #published(id: string): Promise<ConsultationRead> {
    const consultation = await this.consultations.one(id);
    permit(maySee(ANONYMOUS, consultation));
    return consultation;
  }
}
