import type { OnBehalfOf } from '../../comments/index.js';
import { channels } from '../../consultations/index.js';
import type { PageContext } from '../frame/index.js';

/** How a comment came, and for whom its author says that he writes. */
export interface Origin {
  readonly channel: string;
  /** The day of the letter; null for what was posted here. */
  readonly receivedOn: string | null;
  readonly onBehalfOf: OnBehalfOf | null;
}

/** What is said of that beside author and time; of a comment that somebody posted here for himself, nothing. */
export function originFacts(ctx: PageContext, { channel, receivedOn, onBehalfOf }: Origin): string[] {
  const name = channel === 'public' ? undefined : channels.find(({ code }) => code === channel)?.name;
  return [
    ...(onBehalfOf ? [ctx.t('portal.comments.onBehalfOf', { organization: organizationText(ctx, onBehalfOf) })] : []),
    ...(name ? [ctx.text(name)] : []),
    ...(receivedOn === null ? [] : [ctx.t('portal.comments.receivedOn', { date: ctx.format.date(receivedOn) })]),
  ];
}

/** Name and number of an organisation. */
export function organizationText(ctx: PageContext, { name, bin }: OnBehalfOf): string {
  return bin === null ? name : ctx.t('portal.comments.withBin', { name, bin });
}
