import { Param } from '@nestjs/common';
import { AssessmentsQueries, type PublicEdition } from '../../assessments/index.js';
import { FollowUpsQueries, FollowUpsService, mayPromise, type GapResponse } from '../../follow-ups/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { holds, notFound, permit, type Actor } from '../../platform/kernel/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
  formAnswer,
  FormPost,
  NamesQueries,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
} from '../frame/index.js';
import { MEASURE } from './forms.js';
import { MeasureBody } from './measure.page.js';
import { subjectText } from './parts.js';

const MAY = 'follow-up.promise';

interface Weak {
  readonly edition: PublicEdition;
  readonly gap: GapResponse;
}

/** Measures are promised for indicators under the threshold (A2). */
@Pages()
export class MeasurePromises {
  constructor(
    private readonly assessments: AssessmentsQueries,
    private readonly queries: FollowUpsQueries,
    private readonly followUps: FollowUpsService,
    private readonly repetitions: Repetitions,
    private readonly names: NamesQueries,
  ) {}

  /** The weak indicator, and the form of a measure. */
  @OwnPage('desk/assessments/:id/measures/:indicator', MAY)
  async show(@Ctx() ctx: PageContext, @Id() id: string, @Param('indicator') code: string): Promise<HtmlText> {
    const weak = await this.#weak(id, code, ctx.by);
    return weak ? this.#page(ctx, weak, emptyForm(ctx, MEASURE)) : seeOther(afterwards(ctx, id));
  }

  /** Promises the measure; the body owes it from now on. */
  @FormPost('desk/assessments/:id/measures/:indicator', MAY)
  promise(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Param('indicator') code: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: MEASURE, body },
      async () => {
        const wanted = Object.assign(MEASURE.read(body), { indicator: code });
        await this.repetitions.once(
          ctx.request,
          async () => ({ id: await this.followUps.promiseAfterAssessment(id, wanted, ctx.by) }),
          (made) => this.queries.one(made, ctx.by),
        );
        return seeOther(afterwards(ctx, id));
      },
      async (filled) => {
        const weak = await this.#weak(id, code, ctx.by);
        return weak ? this.#page(ctx, weak, filled) : seeOther(afterwards(ctx, id));
      },
    );
  }

  /** Undefined where the indicator is not weak, or was answered. */
  async #weak(id: string, code: string, by: Actor): Promise<Weak | undefined> {
    const edition = await this.assessments.edition(id);
    if (!edition) throw notFound();
    permit(mayPromise(by, edition));
    const gap = (await this.queries.gapsOf(edition)).find(({ indicator }) => indicator === code);
    return gap && { edition, gap };
  }

  async #page(ctx: PageContext, { edition, gap }: Weak, filled: FilledForm): Promise<HtmlText> {
    const names = await this.names.of(edition.bodyId);
    const title = ctx.t('portal.assessing.measure.title');
    const breadcrumbs = [
      { text: ctx.t('portal.desk.title'), href: ctx.url('/desk') },
      { text: subjectText({ ctx, names, record: edition.record }), href: afterwards(ctx, edition.assessmentId) },
      { text: title },
    ];
    const body = MeasureBody({ ctx, names, edition, gap, filled });
    return page(ctx, { title, unlisted: true, breadcrumbs }, body, filled.status);
  }
}

/** Back to where the measures stand: the authority to its work, a secretary to the page of everybody. */
function afterwards(ctx: PageContext, id: string): string {
  const isInside = holds(ctx.by, 'assessment.conduct');
  return `${ctx.url(isInside ? `/desk/assessments/${id}` : `/assessments/${id}`)}#after`;
}
