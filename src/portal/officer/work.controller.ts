import {
  CommentsByEmail,
  consultationMoves,
  ConsultationsService,
  Publication,
  WindowExtensions,
} from '../../consultations/index.js';
import { NoticesQueries, OpinionsQueries } from '../../opinions/index.js';
import { Id, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { addDays, startOf } from '../../platform/kernel/index.js';
import { ReportsQueries, ReportsService } from '../../reports/index.js';
import { BUTTON, OwnConsultations, refused } from '../desk/index.js';
import {
  Ctx,
  Fields,
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
import { CONCLUSION, EXTENSION, WITHDRAWAL } from './ending.part.js';
import { UnansweredQueries } from './unanswered.queries.js';
import { REPORT, WorkBody, type WorkProps } from './work.page.js';

const MAY = 'consultation.publish';

/** An officer's work on one discussion: publication, answers, report. */
@Pages()
export class WorkController {
  constructor(
    private readonly own: OwnConsultations,
    private readonly service: ConsultationsService,
    private readonly publication: Publication,
    private readonly extensions: WindowExtensions,
    private readonly byEmail: CommentsByEmail,
    private readonly reports: ReportsService,
    private readonly figures: ReportsQueries,
    private readonly unanswered: UnansweredQueries,
    private readonly opinions: OpinionsQueries,
    private readonly notices: NoticesQueries,
    private readonly names: NamesQueries,
  ) {}

  /** What is to be done with the discussion now. */
  @OwnPage('desk/consultations/:id', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id);
  }

  /** Where a reader is taken who opens the address of a form. */
  @OwnPage('desk/consultations/:id/:part', MAY)
  back(@Ctx() ctx: PageContext, @Id() id: string): HtmlText {
    return seeOther(ctx.url(`/desk/consultations/${id}`));
  }

  /** Opens the discussion today (K7–K9). */
  @FormPost('desk/consultations/:id/publication', MAY)
  publish(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        await this.publication.publish(id, ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/consultations/${id}`));
      },
      (publication) => this.#page(ctx, id, { publication }),
    );
  }

  /** Publishes the completion report, once no comment is unanswered. */
  @FormPost('desk/consultations/:id/report', 'report.publish')
  report(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: REPORT, body },
      async () => {
        await this.reports.publish(id, REPORT.read(body).summary ?? null, ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/consultations/${id}`));
      },
      (report) => this.#page(ctx, id, { report }),
    );
  }

  /** Gives more time for comments, with reasons. */
  @FormPost('desk/consultations/:id/extension', 'consultation.extend')
  extend(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: EXTENSION, body },
      async () => {
        await this.extensions.extend(id, EXTENSION.read(body), ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/consultations/${id}`));
      },
      (extension) => this.#page(ctx, id, { extension }),
    );
  }

  /** Takes comments without an account too. */
  @FormPost('desk/consultations/:id/comments-by-email', 'consultation.extend')
  takeByEmail(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        await this.byEmail.take(id, ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/consultations/${id}`));
      },
      (byEmail) => this.#page(ctx, id, { byEmail }),
    );
  }

  /** Takes the text back, with reasons; final. */
  @FormPost('desk/consultations/:id/withdrawal', 'consultation.withdraw')
  withdraw(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: WITHDRAWAL, body },
      async () => {
        await this.service.withdraw(id, WITHDRAWAL.read(body).reasons, ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/consultations/${id}`));
      },
      (withdrawal) => this.#page(ctx, id, { withdrawal }),
    );
  }

  /** Says what became of the text after the report; final. */
  @FormPost('desk/consultations/:id/conclusion', 'consultation.conclude')
  conclude(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: CONCLUSION, body },
      async () => {
        await this.service.conclude(id, CONCLUSION.read(body), ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/consultations/${id}`));
      },
      (conclusion) => this.#page(ctx, id, { conclusion }),
    );
  }

  async #page(ctx: PageContext, id: string, forms: WorkProps['forms'] = {}): Promise<HtmlText> {
    const consultation = await this.own.one(ctx, id, MAY);
    const { bodyId, answersDueOn, title } = consultation;
    const [tally, comments, opinions, notices, names] = await Promise.all([
      this.figures.tally(id, startOf(addDays(answersDueOn ?? ctx.today, 1))),
      this.unanswered.first(id),
      this.opinions.ofConsultation(id),
      this.notices.of(id),
      this.names.of(bodyId, ...consultation.councils.map(({ councilId }) => councilId)),
    ]);
    const text = ctx.text(title);
    const breadcrumbs = [{ text: ctx.t('portal.desk.title'), href: ctx.url('/desk') }, { text }];
    const bodyName = names.get(bodyId) ?? title;
    const moves = consultationMoves(ctx.by, consultation, ctx.today) ?? [];
    const shown = { consultation, bodyName, tally, comments, opinions, notices, names };
    const body = WorkBody({ ctx, ...shown, moves, forms });
    return page(ctx, { title: text, unlisted: true, breadcrumbs }, body, refused(forms)?.status);
  }
}
