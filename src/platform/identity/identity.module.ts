import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { QueryGuard } from '../http/index.js';
import { AccessGuard } from './access.guard.js';
import { Account } from './account.entity.js';
import { AccountLinks } from './account-links.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsQueries } from './accounts.queries.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { Admins } from './admins.service.js';
import { BearerStrategy } from './bearer.strategy.js';
import { AccountClosing } from './closing.service.js';
import { CookieStrategy } from './cookie.strategy.js';
import { GrantRow } from './grant.entity.js';
import { GrantsController } from './grants.controller.js';
import { GrantsService } from './grants.service.js';
import { LetterLimits } from './letter-limits.js';
import { LimitsTasks } from './limits.tasks.js';
import { Passwords } from './passwords.js';
import { PersonalDataQueries } from './personal-data.queries.js';
import { ProvedAddresses } from './proved-addresses.service.js';
import { AccountRecovery } from './recovery.service.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsQueries } from './sessions.queries.js';
import { SessionsService } from './sessions.service.js';
import { SignInLimits } from './sign-in-limits.js';

/** People, sessions, roles, and the guard before every route. */
@Module({
  imports: [PassportModule, TypeOrmModule.forFeature([Account, GrantRow])],
  controllers: [SessionsController, AccountsController, GrantsController],
  providers: [
    // In this order: who may not use a route learns nothing of its parameters.
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: QueryGuard },
    AccountClosing,
    AccountLinks,
    AccountRecovery,
    AccountsQueries,
    AccountsRepository,
    AccountsService,
    Admins,
    BearerStrategy,
    CookieStrategy,
    GrantsService,
    LetterLimits,
    LimitsTasks,
    Passwords,
    PersonalDataQueries,
    ProvedAddresses,
    SessionsQueries,
    SessionsService,
    SignInLimits,
  ],
  exports: [
    AccountClosing,
    AccountLinks,
    AccountRecovery,
    AccountsQueries,
    AccountsService,
    GrantsService,
    LetterLimits,
    Passwords,
    PersonalDataQueries,
    ProvedAddresses,
    SessionsQueries,
    SessionsService,
  ],
})
export class IdentityModule {}
