import { Ip } from '@nestjs/common';
import { cookieText, SESSION_COOKIE, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { SessionsService, type SignedIn } from '../../platform/identity/index.js';
import {
  Ctx,
  Fields,
  formAnswer,
  FormPost,
  OwnPage,
  ownPath,
  page,
  type PageContext,
  Pages,
  readCarried,
  seeOther,
  type Carried,
} from '../frame/index.js';
import { doneIn, headOf } from './account-heads.js';
import { shownAgain } from './shown-again.js';
import { CARRIED_FIELD, CarryOnBody, NEXT_FIELD, SIGN_IN, SignInBody } from './sign-in.page.js';

/** What leads to signing in. */
const DONE = ['confirmed', 'password', 'everywhere'] as const;

/** Signing in and out at a browser. */
@Pages()
export class SignInController {
  constructor(private readonly sessions: SessionsService) {}

  /** The form. */
  @OwnPage('sign-in', 'anyone')
  form(@Ctx() ctx: PageContext): HtmlText {
    const { next } = ctx.request.query as Record<string, unknown>;
    const where = ownPath(typeof next === 'string' ? next : undefined);
    if (ctx.isSignedIn) return seeOther(where ?? ctx.url('/account'));
    return page(ctx, headOf(ctx, 'portal.signIn.title'), SignInBody({ ctx, next: where, done: doneIn(ctx, ...DONE) }));
  }

  /** Begins a session, kept in a cookie that no script can read, and goes on to where its owner was. */
  @FormPost('sign-in', 'anyone')
  signIn(@Ctx() ctx: PageContext, @Fields() body: FormBody, @Ip() address: string): Promise<HtmlText> {
    const next = ownPath(body.get(NEXT_FIELD));
    const carried = readCarried(body.get(CARRIED_FIELD));
    return formAnswer(
      { ctx, form: SIGN_IN, body },
      async () => {
        const { email, password } = SIGN_IN.read(body);
        const { token } = await this.sessions.signIn(email, password, address);
        const cookie = cookieText(ctx.env, SESSION_COOKIE, token);
        const answer = carried ? carryOn(ctx, carried, token) : seeOther(next ?? ctx.url('/account'));
        return answer.with({ 'set-cookie': cookie });
      },
      (filled) =>
        shownAgain(ctx, headOf(ctx, 'portal.signIn.title'), filled, SignInBody({ ctx, filled, carried, next })),
    );
  }

  /** Ends the session. */
  @FormPost('sign-out', 'account.self')
  async signOut(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const by = ctx.by as SignedIn;
    await this.sessions.signOut(by.sessionId, by);
    return seeOther(ctx.url('/')).with({ 'set-cookie': cookieText(ctx.env, SESSION_COOKIE, undefined) });
  }
}

function carryOn(ctx: PageContext, carried: Carried, token: string): HtmlText {
  ctx.proof.belongTo(token);
  return page(ctx, { title: ctx.t('portal.carried.on'), unlisted: true }, CarryOnBody({ ctx, carried }));
}
