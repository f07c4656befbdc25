import type { JSX } from 'preact';
import type { AccountResponse, AccountState } from '../../platform/identity/index.js';
import { Tag, type TagColour } from '../components/index.js';
import type { PageContext } from '../frame/index.js';

const COLOURS: Readonly<Record<AccountState, TagColour>> = { unconfirmed: 'orange', active: 'green', disabled: 'red' };

/** What an account can be used for now. */
export function accountState({ confirmedAt, disabledAt }: AccountResponse): AccountState {
  if (disabledAt !== null) return 'disabled';
  return confirmedAt === null ? 'unconfirmed' : 'active';
}

/** The state of an account in a word. */
export function AccountStateTag({ ctx, account }: AccountStateProps): JSX.Element {
  const state = accountState(account);
  return <Tag colour={COLOURS[state]}>{ctx.t(`portal.admin.accounts.state.${state}`)}</Tag>;
}

interface AccountStateProps {
  readonly ctx: PageContext;
  readonly account: AccountResponse;
}
