import { Injectable } from '@nestjs/common';
import { AccountsService, GrantsService, Passwords } from '../platform/identity/index.js';
import { OPERATOR, type Actor, type Grant, type Language, type Role } from '../platform/kernel/index.js';
import { readMaterial } from './demo-material.js';
import { BEGINS, type Story } from './demo-story.js';

/** The password of every demonstration account; it exists on the embedded database only. */
export const DEMO_PASSWORD = 'kenes-demo-only';

/** Somebody with an account. */
interface DemoAccount {
  readonly name: string;
  readonly displayName: string;
  readonly language: Language;
  /** Shown at the start, for whoever tries Kenes. */
  readonly listed?: boolean;
  readonly role?: Exclude<Role, 'citizen'>;
  /** Where the role is held. */
  readonly place?: string;
  /** For a member: the place on the list of members, from 0. */
  readonly member?: number;
}

/** The accounts of the demonstration, and who acts in it. */
@Injectable()
export class DemoPeople {
  readonly #accounts = readMaterial('people') as DemoAccount[];

  constructor(
    private readonly accounts: AccountsService,
    private readonly grants: GrantsService,
    private readonly passwords: Passwords,
  ) {}

  /** Addresses for whoever tries Kenes. */
  listed(): string[] {
    return this.#accounts.filter(({ listed }) => listed).map(({ name }) => addressOf(name));
  }

  /** The accounts are opened first; roles follow when the councils are at work. */
  tell(story: Story): void {
    story.apart(BEGINS, '09:00', () => this.#open(story));
    story.on(BEGINS - 3, '12:00', async () => {
      for (const account of this.#accounts) if (account.role) await this.#grant(story, account, account.role);
    });
  }

  /** Who holds a role at a place, acting with it. */
  holder(story: Story, role: Role, place?: string): Actor {
    const account = this.#accounts.find((one) => one.role === role && (place === undefined || one.place === place));
    if (!account) throw new Error(`Nobody in the demonstration is ${role} at ${place ?? 'any place'}.`);
    return this.person(story, account.name);
  }

  /** Somebody acting with the roles of the account and no others. */
  person(story: Story, name: string): Actor {
    const account = this.#accounts.find((one) => one.name === name);
    if (!account) throw new Error(`Nobody in the demonstration is called ${name}.`);
    const { displayName, language, role } = account;
    const grants: Grant[] = [{ role: 'citizen', councilId: null, bodyId: null, memberId: null }];
    if (role) grants.push({ role, councilId: null, bodyId: null, memberId: null, ...scopeOf(story, account) });
    return { kind: 'account', accountId: story.id(`account:${name}`), displayName, language, grants };
  }

  /** Member id under which somebody sits in a council. */
  seatOf(story: Story, name: string): string {
    const [grant] = this.person(story, name).grants.filter(({ memberId }) => memberId !== null);
    return grant?.memberId ?? '';
  }

  async #open(story: Story): Promise<void> {
    const hash = await this.passwords.hash(DEMO_PASSWORD);
    await Promise.all(
      this.#accounts.map(async ({ name, displayName, language }) => {
        const wanted = { email: addressOf(name), displayName, language };
        story.remember(`account:${name}`, (await this.accounts.openConfirmed(wanted, hash, OPERATOR)).id);
      }),
    );
  }

  async #grant(story: Story, account: DemoAccount, role: Exclude<Role, 'citizen'>): Promise<void> {
    await this.grants.give({ email: addressOf(account.name), role, ...scopeOf(story, account) }, OPERATOR);
  }
}

function addressOf(name: string): string {
  return `${name}@kenes.example`;
}

function scopeOf(
  story: Story,
  { role, place, member }: DemoAccount,
): Partial<Record<'councilId' | 'bodyId' | 'memberId', string>> {
  if (place === undefined) return {};
  if (role === 'officer') return { bodyId: story.id(`body:${place}`) };
  const councilId = story.id(`council:${place}`);
  return member === undefined ? { councilId } : { councilId, memberId: story.id(`member:${place}:${member}`) };
}
