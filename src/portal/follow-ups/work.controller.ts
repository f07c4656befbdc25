import { FollowUpsQueries, FollowUpsService, mayMove, type FollowUpResponse } from '../../follow-ups/index.js';
import { Id, versionOf, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { permit, type Actor } from '../../platform/kernel/index.js';
import { refused } from '../desk/index.js';
import {
  Ctx,
  Fields,
  FilledForm,
  formAnswer,
  FormPost,
  NamesQueries,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
  withRowsChanged,
} from '../frame/index.js';
import { EVIDENCE, REFUSAL, REPORT, reportKind, VERIFICATION } from './work-forms.js';
import { WorkBody, type WorkProps } from './work.page.js';

/** A measure on the desks of those who owe it and of those who verify it. */
@Pages()
export class FollowUpWorkController {
  constructor(
    private readonly followUps: FollowUpsService,
    private readonly queries: FollowUpsQueries,
    private readonly names: NamesQueries,
  ) {}

  /** The measure, its course, and the forms of what its reader may do now. */
  @OwnPage('desk/follow-ups/:id', 'account.self')
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id);
  }

  /** Where a reader is taken who opens the address of a form. */
  @OwnPage('desk/follow-ups/:id/:part', 'account.self')
  back(@Ctx() ctx: PageContext, @Id() id: string): HtmlText {
    return seeOther(ctx.url(`/desk/follow-ups/${id}`));
  }

  /** The body reports how far it is, or that it has finished. */
  @FormPost('desk/follow-ups/:id/report', 'follow-up.report')
  async report(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    const rows = withRowsChanged(body, EVIDENCE);
    if (rows) return this.#page(ctx, id, { report: new FilledForm(ctx, REPORT, {}, rows) });
    return formAnswer(
      { ctx, form: REPORT, body },
      async () => {
        const { note, evidence = [] } = REPORT.read(body);
        await this.followUps.report(id, { kind: reportKind(body), note, evidence }, ctx.by, versionIn(body));
        return seeOther(ctx.url('/desk'));
      },
      (report) => this.#page(ctx, id, { report }),
    );
  }

  /** The body refuses, with reasons. */
  @FormPost('desk/follow-ups/:id/refusal', 'follow-up.refuse')
  refuse(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: REFUSAL, body },
      async () => {
        await this.followUps.refuse(id, REFUSAL.read(body).reasons, ctx.by, versionIn(body));
        return seeOther(ctx.url('/desk'));
      },
      (refusal) => this.#page(ctx, id, { refusal }),
    );
  }

  /** The council says what it found. */
  @FormPost('desk/follow-ups/:id/verification', 'follow-up.verify')
  verify(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: VERIFICATION, body },
      async () => {
        await this.followUps.verify(id, VERIFICATION.read(body), ctx.by, versionIn(body));
        return seeOther(ctx.url('/desk'));
      },
      (verification) => this.#page(ctx, id, { verification }),
    );
  }

  async #page(ctx: PageContext, id: string, forms: WorkProps['forms'] = {}): Promise<HtmlText> {
    const followUp = await this.queries.one(id, ctx.by);
    permit(mayWorkOn(ctx.by, followUp));
    const names = await this.names.of(followUp.bodyId, followUp.councilId);
    const title = ctx.t('portal.desk.measure.title');
    const breadcrumbs = [{ text: ctx.t('portal.desk.title'), href: ctx.url('/desk') }, { text: title }];
    const body = WorkBody({ ctx, names, followUp, version: versionOf(followUp), forms });
    return page(ctx, { title, unlisted: true, breadcrumbs }, body, refused(forms)?.status);
  }
}

/** Who reports on a measure, and who verifies it. */
function mayWorkOn(by: Actor, followUp: FollowUpResponse) {
  const reports = mayMove(by, 'progress', followUp);
  return reports === 'allowed' ? reports : mayMove(by, 'verification', followUp);
}
