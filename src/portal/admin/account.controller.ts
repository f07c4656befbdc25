import { Ip } from '@nestjs/common';
import { Id, versionOf, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { AccountRecovery, AccountsService, GrantsService } from '../../platform/identity/index.js';
import { BUTTON } from '../desk/index.js';
import {
  Ctx,
  Fields,
  type FilledForm,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
} from '../frame/index.js';
import { AccountBody } from './account.page.js';
import { doneIn, headOf } from './admin-heads.js';
import { HeldAccounts } from './held-accounts.service.js';
import { RevocationBody, UseBody, type Way } from './use.page.js';

const LIST = 'account.list';
const DISABLE = 'account.disable';

/** One account: its use is ended and begun again, its roles are taken away. */
@Pages()
export class AdminAccountController {
  constructor(
    private readonly held: HeldAccounts,
    private readonly accounts: AccountsService,
    private readonly grants: GrantsService,
    private readonly recovery: AccountRecovery,
  ) {}

  /** The account and its roles. */
  @OwnPage('desk/accounts/:id', LIST)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#shown(ctx, id);
  }

  /** Sends the link once more to who has not used it yet. */
  @FormPost('desk/accounts/:id/letter', 'account.invite')
  letter(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody, @Ip() from: string): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        const { account } = await this.held.one(id);
        await this.recovery.askConfirmation(account.email, from);
        return this.#done(ctx, id, 'letter');
      },
      (filled) => this.#shown(ctx, id, filled),
    );
  }

  /** The address of a form: it leads back to the page that holds it. */
  @OwnPage('desk/accounts/:id/letter', LIST)
  back(@Ctx() ctx: PageContext, @Id() id: string): HtmlText {
    return seeOther(ctx.url(`/desk/accounts/${id}`));
  }

  /** What disabling means. */
  @OwnPage('desk/accounts/:id/disable', DISABLE)
  disabling(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#use(ctx, id, 'disable');
  }

  /** Ends the use of the account. */
  @FormPost('desk/accounts/:id/disable', DISABLE)
  disable(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        await this.accounts.disable(id, ctx.by, versionIn(body));
        return this.#done(ctx, id, 'disabled');
      },
      (filled) => this.#use(ctx, id, 'disable', filled),
    );
  }

  /** What enabling means. */
  @OwnPage('desk/accounts/:id/enable', DISABLE)
  enabling(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#use(ctx, id, 'enable');
  }

  /** Lets the account be used again. */
  @FormPost('desk/accounts/:id/enable', DISABLE)
  enable(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        await this.accounts.enable(id, ctx.by, versionIn(body));
        return this.#done(ctx, id, 'enabled');
      },
      (filled) => this.#use(ctx, id, 'enable', filled),
    );
  }

  /** A role that is to be taken away. */
  @OwnPage('desk/accounts/:id/grants/:thing', LIST)
  revocation(@Ctx() ctx: PageContext, @Id() id: string, @Id('thing') grantId: string): Promise<HtmlText> {
    return this.#revocation(ctx, id, grantId);
  }

  /** Takes it away. */
  @FormPost('desk/accounts/:id/grants/:thing', LIST)
  revoke(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Id('thing') grantId: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        await this.grants.revoke(grantId, ctx.by);
        return this.#done(ctx, id, 'revoked');
      },
      (filled) => this.#revocation(ctx, id, grantId, filled),
    );
  }

  #done(ctx: PageContext, id: string, done: string): HtmlText {
    return seeOther(ctx.url(`/desk/accounts/${id}`, { done }));
  }

  async #shown(ctx: PageContext, id: string, letter?: FilledForm): Promise<HtmlText> {
    const held = await this.held.one(id);
    const done = letter ? undefined : doneIn(ctx, 'invited', 'letter', 'disabled', 'enabled', 'given', 'revoked');
    const head = headOf(ctx, held.account.displayName, 'accounts');
    return page(ctx, head, AccountBody({ ctx, held, done, letter }), letter?.status);
  }

  async #use(ctx: PageContext, id: string, way: Way, filled?: FilledForm): Promise<HtmlText> {
    const { account } = await this.held.one(id);
    const head = headOf(ctx, ctx.t(`portal.admin.account.${way}`), 'accounts');
    return page(ctx, head, UseBody({ ctx, account, version: versionOf(account), way, filled }), filled?.status);
  }

  async #revocation(ctx: PageContext, id: string, grantId: string, filled?: FilledForm): Promise<HtmlText> {
    const held = await this.held.one(id);
    const grant = held.grants.find((one) => one.id === grantId);
    const head = headOf(ctx, ctx.t('portal.admin.revoke.title'), 'accounts');
    return page(ctx, head, RevocationBody({ ctx, held, grant, filled }), filled?.status);
  }
}
