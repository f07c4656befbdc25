import { AssessmentsService, PublicationsService } from '../../assessments/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { BUTTON, refused } from '../desk/index.js';
import {
  Ctx,
  Fields,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
} from '../frame/index.js';
import { AssessingScreens } from './assessing-screens.service.js';
import { CORRECTION, REVIEW } from './forms.js';
import { subjectText } from './parts.js';
import type { WorkForms } from './work.js';
import { WorkBody } from './work.page.js';

const CONDUCT = 'assessment.conduct';

/** The work on one assessment, of the authority, the assessed body and the assessors; moves are the authority's. */
@Pages()
export class AssessmentWorkplace {
  constructor(
    private readonly screens: AssessingScreens,
    private readonly assessments: AssessmentsService,
    private readonly publications: PublicationsService,
    private readonly repetitions: Repetitions,
  ) {}

  /** Where it stands, what is next, all indicators. */
  @OwnPage('desk/assessments/:id', 'assessment.read-unpublished')
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id);
  }

  /** Where a reader is taken who opens the address of a form. */
  @OwnPage('desk/assessments/:id/:part', 'assessment.read-unpublished')
  back(@Ctx() ctx: PageContext, @Id() id: string): HtmlText {
    return seeOther(ctx.url(`/desk/assessments/${id}`));
  }

  /** Opens the collection of values. */
  @FormPost('desk/assessments/:id/collection', CONDUCT)
  collect(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return this.#move(ctx, id, body, 'collection', (version) => this.assessments.collect(id, ctx.by, version));
  }

  /** Names the assessors (A3). */
  @FormPost('desk/assessments/:id/review', CONDUCT)
  review(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: REVIEW, body },
      async () => {
        await this.assessments.review(id, REVIEW.read(body).assessors, ctx.by, versionIn(body));
        return this.#to(ctx, id, 'next');
      },
      (review) => this.#page(ctx, id, { review }),
    );
  }

  /** Asks the assessed body to reply (A1). */
  @FormPost('desk/assessments/:id/reply-request', CONDUCT)
  requestReply(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return this.#move(ctx, id, body, 'replyRequest', (version) => this.assessments.requestReply(id, ctx.by, version));
  }

  /** Fixes the score; the preview is next. */
  @FormPost('desk/assessments/:id/adoption', CONDUCT)
  adopt(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return this.#move(ctx, id, body, 'adoption', (version) => this.assessments.adopt(id, ctx.by, version));
  }

  /** Opens a corrected version, with its reason. */
  @FormPost('desk/assessments/:id/corrections', 'assessment.publish')
  correct(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: CORRECTION, body },
      async () => {
        const { reason } = CORRECTION.read(body);
        const correct = async (): Promise<{ id: string }> => {
          await this.publications.correct(id, reason, ctx.by, versionIn(body));
          return { id };
        };
        await this.repetitions.once(ctx.request, correct, (made) => Promise.resolve(made));
        return this.#to(ctx, id, 'next');
      },
      (correction) => this.#page(ctx, id, { correction }),
    );
  }

  #move(
    ctx: PageContext,
    id: string,
    body: FormBody,
    name: keyof WorkForms,
    act: (version: number | undefined) => Promise<void>,
  ): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        await act(versionIn(body));
        return this.#to(ctx, id, 'next');
      },
      (filled) => this.#page(ctx, id, { [name]: filled }),
    );
  }

  async #page(ctx: PageContext, id: string, forms: WorkForms = {}): Promise<HtmlText> {
    const screen = await this.screens.whole(id, ctx.by, ctx.today);
    const title = subjectText({ ctx, names: screen.names, record: screen.work.record });
    const breadcrumbs = [{ text: ctx.t('portal.desk.title'), href: ctx.url('/desk') }, { text: title }];
    return page(ctx, { title, unlisted: true, breadcrumbs }, WorkBody({ ctx, screen, forms }), refused(forms)?.status);
  }

  #to(ctx: PageContext, id: string, place: string): HtmlText {
    return seeOther(`${ctx.url(`/desk/assessments/${id}`)}#${place}`);
  }
}
