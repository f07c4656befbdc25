import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Put } from '@nestjs/common';
import { By, May, Public } from '../http/index.js';
import type { Actor } from '../kernel/index.js';
import { AccountsQueries } from './accounts.queries.js';
import { AccountClosing } from './closing.service.js';
import { ClosureRequest, SignInRequest } from './identity.requests.js';
import { accountResponse, MeResponse, OpenSessionResponse, SessionResponse } from './identity.responses.js';
import { SessionsQueries, type SignedIn } from './sessions.queries.js';
import { SessionsService } from './sessions.service.js';

const MOST_GRANTS = 100;

/** Signing in and out. */
@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly queries: SessionsQueries,
    private readonly accounts: AccountsQueries,
    private readonly closing: AccountClosing,
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

  /** My sessions that last, the latest first. */
  @Get('me/sessions')
  @May('account.self')
  sessionsOfMine(@By() by: SignedIn): Promise<OpenSessionResponse[]> {
    return this.queries.open(by);
  }

  /** Signs out everywhere: this session and all others are of no use from now on. */
  @Delete('me/sessions')
  @May('account.self')
  @HttpCode(204)
  signOutEverywhere(@By() by: SignedIn): Promise<void> {
    return this.sessions.signOutEverywhere(by);
  }

  /** Closes my account: name and address are forgotten, comments stay without the name. Asks for the password. */
  @Put('me/closure')
  @May('account.self')
  @HttpCode(204)
  close(@Body() { password }: ClosureRequest, @By() by: SignedIn, @Ip() address: string): Promise<void> {
    return this.closing.close(by, password, address);
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
