import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Put, Query } from '@nestjs/common';
import { By, Id, IfMatch, May, Public, RepeatedBy } from '../http/index.js';
import type { Actor } from '../kernel/index.js';
import { AccountsQueries } from './accounts.queries.js';
import { AccountsService } from './accounts.service.js';
import {
  AccountsQuery,
  ConfirmationRequest,
  InvitationRequest,
  LetterRequest,
  PasswordRequest,
  SignUpRequest,
} from './identity.requests.js';
import { accountResponse, AccountPageResponse, AccountResponse, LetterSentResponse } from './identity.responses.js';
import { AccountRecovery } from './recovery.service.js';

/** Accounts of people. */
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly recovery: AccountRecovery,
    private readonly queries: AccountsQueries,
  ) {}

  /** A person signs up; a letter with a single-use link follows. The answer does not tell whether the address is known. */
  @Post('sign-up')
  @Public()
  @HttpCode(202)
  async signUp(@Body() wanted: SignUpRequest, @Ip() from: string): Promise<LetterSentResponse> {
    await this.accounts.signUp(wanted, from);
    return { status: 'letter-sent' };
  }

  /** The link of a letter is used: the account can be used from now on. */
  @Put('confirmation')
  @Public()
  async confirm(@Body() { token, password }: ConfirmationRequest): Promise<AccountResponse> {
    return accountResponse(await this.accounts.confirm(token, password));
  }

  /** Sends the link that confirms an address once more. The answer does not tell whether the address is known. */
  @Post('confirmation-letter')
  @Public()
  @HttpCode(202)
  async confirmationLetter(@Body() { email }: LetterRequest, @Ip() from: string): Promise<LetterSentResponse> {
    await this.recovery.askConfirmation(email, from);
    return { status: 'letter-sent' };
  }

  /** Sends a link to choose a password anew, good for an hour. The answer does not tell whether the address is known. */
  @Post('password-reset')
  @Public()
  @HttpCode(202)
  async passwordReset(@Body() { email }: LetterRequest, @Ip() from: string): Promise<LetterSentResponse> {
    await this.recovery.askReset(email, from);
    return { status: 'letter-sent' };
  }

  /** Chooses a password by the link of a letter; all sessions end. */
  @Put('password')
  @Public()
  @HttpCode(204)
  choosePassword(@Body() { token, password }: PasswordRequest): Promise<void> {
    return this.recovery.reset(token, password);
  }

  /** Invites a person. */
  @Post()
  @May('account.invite')
  @RepeatedBy('one')
  async invite(@Body() wanted: InvitationRequest, @By() by: Actor): Promise<AccountResponse> {
    return accountResponse(await this.accounts.invite(wanted, by));
  }

  /** All accounts. */
  @Get()
  @May('account.list')
  list(@Query() { limit, after, ...filter }: AccountsQuery): Promise<AccountPageResponse> {
    return this.queries.list(limit, after, filter);
  }

  /** One account. */
  @Get(':id')
  @May('account.list')
  one(@Id() id: string): Promise<AccountResponse> {
    return this.queries.one(id);
  }

  /** Ends the use of an account at once. */
  @Put(':id/disablement')
  @May('account.disable')
  async disable(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<AccountResponse> {
    return accountResponse(await this.accounts.disable(id, by, expected));
  }

  /** Lets a disabled account be used again. */
  @Delete(':id/disablement')
  @May('account.disable')
  async enable(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<AccountResponse> {
    return accountResponse(await this.accounts.enable(id, by, expected));
  }
}
