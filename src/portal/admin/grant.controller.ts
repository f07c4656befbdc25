import { MembersQueries } from '../../members/index.js';
import { isId } from '../../platform/database/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { AccountsQueries, GrantsService, type AccountResponse } from '../../platform/identity/index.js';
import { invalidAt } from '../../platform/kernel/index.js';
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
import { headOf } from './admin-heads.js';
import { GrantBody, grantForm, SeatBody } from './grant.page.js';
import { HeldAccounts } from './held-accounts.service.js';

/** Who gives roles here reads accounts too; which roles may be given is judged by the service. */
const GIVE = 'account.list';

/** A role is given to an account; for a member of a council in two steps. */
@Pages()
export class GrantController {
  constructor(
    private readonly held: HeldAccounts,
    private readonly queries: AccountsQueries,
    private readonly grants: GrantsService,
    private readonly members: MembersQueries,
    private readonly names: NamesQueries,
    private readonly repetitions: Repetitions,
  ) {}

  /** The form. */
  @OwnPage('desk/accounts/:id/grant', GIVE)
  async form(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const account = await this.queries.one(id);
    return this.#form(ctx, account, emptyForm(ctx, grantForm(account.email)));
  }

  /** Gives the role; asks for the seat first where a member's is not said yet. */
  @FormPost('desk/accounts/:id/grant', GIVE)
  async give(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    const account = await this.queries.one(id);
    const form = grantForm(account.email);
    const councilId = councilOfMember(body);
    const again = (filled: FilledForm): Promise<HtmlText> =>
      councilId !== undefined && body.get('memberId') !== undefined
        ? this.#seat(ctx, account, councilId, filled)
        : this.#form(ctx, account, filled);
    return formAnswer(
      { ctx, form, body },
      async () => {
        const wanted = form.read(body);
        if (councilId !== undefined && wanted.memberId === undefined) {
          if (body.get('memberId') === '') throw invalidAt('/memberId', 'id-expected');
          return this.#seat(ctx, account, councilId, emptyForm(ctx, form));
        }
        await this.repetitions.once(
          ctx.request,
          async () => ({ id: await this.grants.give(wanted, ctx.by) }),
          (grantId) => this.queries.grant(grantId),
        );
        return seeOther(ctx.url(`/desk/accounts/${id}`, { done: 'given' }));
      },
      again,
    );
  }

  async #form(ctx: PageContext, account: AccountResponse, filled: FilledForm): Promise<HtmlText> {
    const scopes = await this.held.scopes();
    return page(ctx, this.#head(ctx), GrantBody({ ctx, account, scopes, filled }), filled.status);
  }

  async #seat(ctx: PageContext, account: AccountResponse, councilId: string, filled: FilledForm): Promise<HtmlText> {
    const [names, members] = await Promise.all([this.names.of(councilId), this.members.onDate(councilId, ctx.today)]);
    const name = names.get(councilId);
    const council = name === undefined ? '' : ctx.text(name);
    return page(ctx, this.#head(ctx), SeatBody({ ctx, account, councilId, council, members, filled }), filled.status);
  }

  #head(ctx: PageContext) {
    return headOf(ctx, ctx.t('portal.admin.grant.title'), 'accounts');
  }
}

/** The council for which a member's role is asked; undefined for other roles and for what is no id. */
function councilOfMember(body: FormBody): string | undefined {
  const councilId = body.get('councilId');
  return body.get('role') === 'member' && isId(councilId) ? councilId : undefined;
}
