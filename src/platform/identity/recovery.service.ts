import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/index.js';
import { Jobs } from '../jobs/index.js';
import { Journal } from '../journal/index.js';
import { Mail } from '../mail/index.js';
import { ANONYMOUS, Clock } from '../kernel/index.js';
import type { Account } from './account.entity.js';
import { AccountLinks } from './account-links.service.js';
import { AccountsRepository, type LinkPurpose } from './accounts.repository.js';
import { accountEvent, holderOf } from './identity.events.js';
import { LetterLimits } from './letter-limits.js';
import { Passwords } from './passwords.js';
import { SignInLimits } from './sign-in-limits.js';

const TASK = 'account.link';

interface Asked {
  readonly email: string;
  readonly purpose: Extract<LinkPurpose, 'confirmation' | 'reset'>;
}

/**
 * Ways back into an account for who can read its letters: the link once more, and a password chosen anew. Whoever asks
 * learns neither from the answer nor from its time whether the address is known: it is looked up afterwards, by a job.
 */
@Injectable()
export class AccountRecovery implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountsRepository,
    private readonly links: AccountLinks,
    private readonly limits: LetterLimits,
    private readonly signInLimits: SignInLimits,
    private readonly passwords: Passwords,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(TASK, (asked: Asked) => this.#send(asked));
  }

  /** Sends a link to choose a password anew. Throws `too-many`; `from` is the network address of who asks. */
  askReset(email: string, from: string): Promise<void> {
    return this.#ask({ email, purpose: 'reset' }, from);
  }

  /** Sends the link that confirms an address once more. Throws `too-many`. */
  askConfirmation(email: string, from: string): Promise<void> {
    return this.#ask({ email, purpose: 'confirmation' }, from);
  }

  /** Chooses a password by the link of a letter; ends all sessions. Throws `not-possible-now` for a useless link. */
  async reset(token: string, password: string): Promise<void> {
    const passwordHash = await this.passwords.hash(password);
    const email = await this.unitOfWork.run(async () => {
      const { accountId } = await this.links.use(token, 'reset');
      const account = await this.accounts.lock(accountId);
      account.choosePassword(passwordHash);
      await this.accounts.update(account);
      await this.accounts.voidLinks(accountId, this.clock.now());
      await this.accounts.endSessions(accountId, this.clock.now());
      this.journal.append(accountEvent('account.password-reset', accountId, holderOf(account)));
      await this.#write(account, 'password-changed');
      return account.email ?? '';
    });
    await this.signInLimits.forget(email);
  }

  async #ask(asked: Asked, from: string): Promise<void> {
    await this.limits.count(asked.email, from);
    await this.unitOfWork.run(() => this.jobs.add(TASK, asked));
  }

  async #send({ email, purpose }: Asked): Promise<void> {
    await this.unitOfWork.run(async () => {
      const account = await this.accounts.lockByEmail(email);
      if (!account || account.disabledAt) return;
      // Who has not confirmed the address yet does so by either letter, and chooses the password there: that of the
      // sign-up may be a stranger's.
      const fitting = account.confirmedAt ? 'reset' : 'confirmation';
      if (purpose === 'confirmation' && account.confirmedAt && account.passwordHash !== null)
        return this.#write(account, 'address-taken');
      await this.links.send(account, fitting);
      const what = fitting === 'reset' ? 'account.reset-asked' : 'account.link-renewed';
      this.journal.append(accountEvent(what, account.id, ANONYMOUS));
    });
  }

  async #write({ email, displayName, language }: Account, kind: string): Promise<void> {
    if (email !== null) await this.mail.send({ to: email, kind, language, params: { name: displayName ?? '' } });
  }
}
