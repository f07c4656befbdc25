import { Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { AccountsQueries, AccountsQuery, AccountsService } from '../../platform/identity/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
  Filters,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
} from '../frame/index.js';
import { AccountsBody, INVITATION, InvitationBody } from './accounts.page.js';
import { headOf } from './admin-heads.js';

const INVITE = 'account.invite';

/** Accounts are found, and people invited. */
@Pages()
export class AccountsPages {
  constructor(
    private readonly accounts: AccountsService,
    private readonly queries: AccountsQueries,
    private readonly repetitions: Repetitions,
  ) {}

  /** The accounts, oldest first; closed ones have neither name nor address and are not among them. */
  @OwnPage('desk/accounts', 'account.list')
  async list(@Ctx() ctx: PageContext, @Filters(AccountsQuery) query: AccountsQuery): Promise<HtmlText> {
    const { limit, after, ...filter } = query;
    const { items, next } = await this.queries.list(limit, after, filter);
    const roles = await this.queries.rolesOf(items.map(({ id }) => id));
    const head = headOf(ctx, ctx.t('portal.admin.accounts.title'));
    return page(ctx, head, AccountsBody({ ctx, query, items, roles, next }));
  }

  /** The form of an invitation; `?email=` is an address that was looked for. */
  @OwnPage('desk/accounts/new', INVITE)
  form(@Ctx() ctx: PageContext): HtmlText {
    const { email } = ctx.request.query as Record<string, unknown>;
    const first = { language: ctx.lang, email: typeof email === 'string' ? email : undefined };
    return this.#invitation(ctx, emptyForm(ctx, INVITATION, first));
  }

  /** Invites a person; the roles are next. */
  @FormPost('desk/accounts/new', INVITE)
  invite(@Ctx() ctx: PageContext, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: INVITATION, body },
      async () => {
        const wanted = INVITATION.read(body);
        const { thing } = await this.repetitions.once(
          ctx.request,
          () => this.accounts.invite(wanted, ctx.by),
          (id) => this.queries.one(id),
        );
        return seeOther(ctx.url(`/desk/accounts/${(thing as { id: string }).id}`, { done: 'invited' }));
      },
      (filled) => this.#invitation(ctx, filled),
    );
  }

  #invitation(ctx: PageContext, filled: FilledForm): HtmlText {
    const head = headOf(ctx, ctx.t('portal.admin.accounts.invite'), 'accounts');
    return page(ctx, head, InvitationBody({ ctx, filled }), filled.status);
  }
}
