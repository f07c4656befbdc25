import type { JSX } from 'preact';
import type { PageContext } from '../frame/index.js';

/** That the holder of the account says that he did not write a comment, and since when. */
export function Disowned({ ctx, at, reason }: DisownedProps): JSX.Element | null {
  if (at === null) return null;
  return (
    <p class="govuk-body-s">
      <strong>{ctx.t('portal.comments.disowned', { date: ctx.format.instant(at) })}</strong>
      {reason && ` ${ctx.t('portal.desk.answer.disownedReason', { reason })}`}
    </p>
  );
}

interface DisownedProps {
  readonly ctx: PageContext;
  /** Null where he does not say so. */
  readonly at: string | Date | null;
  /** What he says of that, for those who may read it. */
  readonly reason?: string | null | undefined;
}
