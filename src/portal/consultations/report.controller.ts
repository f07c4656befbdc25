import { AnswerProvisions } from '../../comments/index.js';
import { ComparisonsQueries } from '../../comparisons/index.js';
import { ConsultationsQueries, maySee, type ConsultationRead } from '../../consultations/index.js';
import { annexOf, NoticesQueries, OpinionsQueries } from '../../opinions/index.js';
import { Id, PageQuery, type HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS, permit } from '../../platform/kernel/index.js';
import { reportResponse, ReportsQueries, ReportTextsQueries, type ReportText } from '../../reports/index.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import type { ReportFrame } from './report-frame.js';
import { ReportBody } from './report.page.js';

/** With a text that is longer a page holds one text, and stays below 60 kB over the wire all the same. */
const CHARACTERS = 30_000;

/** The completion report of a discussion. */
@Pages()
export class ReportController {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly reports: ReportsQueries,
    private readonly texts: ReportTextsQueries,
    private readonly comparisons: ComparisonsQueries,
    private readonly opinions: OpinionsQueries,
    private readonly notices: NoticesQueries,
    private readonly names: NamesQueries,
    private readonly provisions: AnswerProvisions,
  ) {}

  /** Figures, changes, annex and files on the first page, then every text with its answer, page by page. */
  @PublicPage('consultations/:id/report')
  async show(@Ctx() ctx: PageContext, @Id() id: string, @Filters(PageQuery) query: PageQuery): Promise<HtmlText> {
    const consultation = await this.consultations.one(id);
    permit(maySee(ANONYMOUS, consultation));
    const { items, next } = await this.texts.page(id, query, CHARACTERS);
    const texts = items.map((item) => JSON.parse(item) as ReportText);
    const linked = await this.provisions.of(texts.flatMap(({ answer, earlierAnswers }) => [answer, ...earlierAnswers]));
    const frame = query.after === undefined ? await this.#frame(consultation) : undefined;
    const title = ctx.t('portal.consultation.report');
    const breadcrumbs = [
      { text: ctx.t('portal.nav.consultations'), href: ctx.url('/consultations') },
      { text: ctx.text(consultation.title), href: ctx.url(`/consultations/${id}`) },
    ];
    const head = { title: `${title}: ${ctx.text(consultation.title)}`, breadcrumbs };
    return page(ctx, head, ReportBody({ ctx, consultation, frame, texts, linked, next, after: query.after }));
  }

  /** What stands before the texts. */
  async #frame({ id, bodyId }: ConsultationRead): Promise<ReportFrame> {
    const [report, comparison, onProvisions, opinions, notices] = await Promise.all([
      this.reports.of(id),
      this.comparisons.of(id, {}, ANONYMOUS),
      this.reports.onProvisions(id),
      this.opinions.ofConsultation(id),
      this.notices.of(id),
    ]);
    const annexed = reportResponse(report, annexOf(opinions, notices));
    const names = await this.names.of(bodyId, ...[...opinions, ...notices].map(({ councilId }) => councilId));
    return { report: annexed, comparison, onProvisions, names };
  }
}
