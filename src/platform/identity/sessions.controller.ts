import { Body, Controller, Delete, Get, HttpCode, Ip, Post } from '@nestjs/common';
import { By, May, Public } from '../http/index.js';
import type { Actor } from '../kernel/index.js';
import { AccountsQueries } from './accounts.queries.js';
import { SignInRequest } from './identity.requests.js';
import { accountResponse, MeResponse, SessionResponse } from './identity.responses.js';
import type { SignedIn } from './sessions.queries.js';
import { SessionsService } from './sessions.service.js';

const MOST_GRANTS = 100;

/** Signing in and out. */
@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly accounts: AccountsQueries,
  ) {}

  /** Signs in: the token goes into the Authorization header of further requests. */
  @Post('sessions')
  @Public()
  async signIn(@Body() { email, password }: SignInRequest, @Ip() address: string): Promise<SessionResponse> {
    const { token, expiresAt, account } = await this.sessions.signIn(email, password, address);
    return { token, expiresAt, account: accountResponse(account) };
  }

  /** Signs out: the token is of no use from now on. */
  @Delete('sessions/current')
  @May('account.self')
  @HttpCode(204)
  signOut(@By() by: SignedIn): Promise<void> {
    return this.sessions.signOut(by.sessionId, by);
  }

  /** Who I am and what I may do. */
  @Get('me')
  @May('account.self')
  async me(@By() { accountId }: Actor): Promise<MeResponse> {
    const id = accountId ?? '';
    const account = await this.accounts.one(id);
    const { items: grants } = await this.accounts.grants(MOST_GRANTS, undefined, { account: id });
    return { account, grants };
  }
}
