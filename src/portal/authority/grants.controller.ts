import { MemberReads } from '../../members/index.js';
import { AccountsQueries, GrantsService } from '../../platform/identity/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { isId } from '../../platform/database/index.js';
import { notFound } from '../../platform/kernel/index.js';
import { BUTTON } from '../desk/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
} from '../frame/index.js';
import { CouncilDesks, headOf } from './council-desks.service.js';
import { grantForm } from './council-forms.js';
import { CouncilGrantsQueries } from './council-grants.queries.js';
import { MOST_MEMBERS, seatsOn } from './council-seats.js';
import { GrantsBody } from './grants.page.js';

/** Who works for a council on the platform: its secretaries and the accounts of its members. */
@Pages()
export class CouncilGrantsController {
  constructor(
    private readonly desks: CouncilDesks,
    private readonly grants: GrantsService,
    private readonly accounts: AccountsQueries,
    private readonly queries: CouncilGrantsQueries,
    private readonly members: MemberReads,
    private readonly repetitions: Repetitions,
  ) {}

  /** The roles that were given, and the form of another one. */
  @OwnPage('desk/councils/:id/grants', 'council.edit')
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id);
  }

  /** Gives an account a role in the council. */
  @FormPost('desk/councils/:id/grants', 'council.edit')
  give(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    const form = grantForm(id);
    return formAnswer(
      { ctx, form, body },
      async () => {
        const wanted = form.read(body);
        await this.desks.council(id, ctx.by, 'council.edit');
        await this.repetitions.once(
          ctx.request,
          async () => ({ id: await this.grants.give(wanted, ctx.by) }),
          (given) => this.accounts.grant(given),
        );
        return seeOther(ctx.url(`/desk/councils/${id}/grants`));
      },
      (given) => this.#page(ctx, id, given),
    );
  }

  /** Takes a role in the council away, from the next request on. */
  @FormPost('desk/councils/:id/revocation', 'council.edit')
  revoke(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        const grantId = body.get('grantId');
        const known = isId(grantId) ? await this.accounts.grant(grantId) : undefined;
        if (known?.councilId !== id) throw notFound();
        await this.grants.revoke(known.id, ctx.by);
        return seeOther(ctx.url(`/desk/councils/${id}/grants`));
      },
      (revoked) => this.#page(ctx, id, undefined, revoked),
    );
  }

  async #page(ctx: PageContext, id: string, given?: FilledForm, revoked?: FilledForm): Promise<HtmlText> {
    const council = await this.desks.council(id, ctx.by, 'council.edit');
    const [grants, members] = await Promise.all([
      this.queries.of(id),
      this.members.list(id, { limit: MOST_MEMBERS }, (member) => member),
    ]);
    const seats = seatsOn(members.items, ctx.today);
    const filled = given ?? emptyForm(ctx, grantForm(id), { role: 'secretary' });
    const head = headOf(ctx, ctx.t('portal.councilsDesk.grants.title'), council);
    const status = (revoked ?? given)?.status;
    return page(ctx, head, GrantsBody({ ctx, council, grants, seats, filled, revoked }), status);
  }
}
