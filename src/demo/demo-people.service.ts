import { Injectable } from '@nestjs/common';
import { AccountsService, GrantsService } from '../platform/identity/index.js';
import { OPERATOR, type Actor, type Grant, type Role } from '../platform/kernel/index.js';
import type { DemoMaterial } from './demo-material.js';

/** The password of every demonstration account; it exists on the embedded database only. */
export const DEMO_PASSWORD = 'kenes-demo-only';

/** Where the people of the demonstration have their roles. */
export interface DemoScope {
  readonly councilId: string;
  readonly bodyId: string;
  readonly memberId: string;
}

/** The accounts of the demonstration, and who acts in it. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly accounts: AccountsService,
    private readonly grants: GrantsService,
  ) {}

  /** Opens the accounts, confirmed already; gives their ids by name. */
  async open({ accounts }: DemoMaterial): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    for (const { name, displayName } of accounts) {
      const wanted = { email: addressOf(name), displayName, language: 'kk', password: DEMO_PASSWORD } as const;
      ids.set(name, (await this.accounts.openConfirmed(wanted, OPERATOR)).id);
    }
    return ids;
  }

  /** Gives the roles in their scopes. */
  async grant({ accounts }: DemoMaterial, scope: DemoScope): Promise<void> {
    for (const { name, roles } of accounts) {
      for (const role of roles) {
        if (role !== 'citizen')
          await this.grants.give({ email: addressOf(name), role, ...scopeOf(role, scope) }, OPERATOR);
      }
    }
  }
}

/** Somebody acting with the one role that the act needs. */
export function actingAs(accountId: string, role: Role, scope: Partial<DemoScope> = {}): Actor {
  const { councilId = null, bodyId = null, memberId = null } = scopeOf(role, scope);
  const grants: Grant[] = [
    { role: 'citizen', councilId: null, bodyId: null, memberId: null },
    { role, councilId, bodyId, memberId },
  ];
  return { kind: 'account', accountId, displayName: null, language: 'kk', grants };
}

export function addressOf(name: string): string {
  return `${name}@kenes.example`;
}

function scopeOf(role: Role, { councilId, bodyId, memberId }: Partial<DemoScope>): Partial<DemoScope> {
  if (role === 'secretary') return councilId === undefined ? {} : { councilId };
  if (role === 'member') return councilId === undefined || memberId === undefined ? {} : { councilId, memberId };
  if (role === 'officer') return bodyId === undefined ? {} : { bodyId };
  return {};
}
