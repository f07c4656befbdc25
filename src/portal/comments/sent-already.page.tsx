import type { JSX } from 'preact';
import type { EarlierReceipt } from '../../comments/index.js';
import type { PageContext } from '../frame/index.js';

interface SentAlreadyProps {
  readonly ctx: PageContext;
  readonly consultationId: string;
  readonly receipt: Omit<EarlierReceipt, 'id'>;
}

/** That the same was sent before, with the way to the receipt of the first. */
export function SentAlreadyBody({ ctx, consultationId, receipt }: SentAlreadyProps): JSX.Element {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">{ctx.t('portal.comment.sentTitle')}</h1>
        <p class="govuk-body">{ctx.t('portal.comment.sentText', { at: ctx.format.instant(receipt.acceptedAt) })}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/receipts/${receipt.number}`)}>
            {ctx.t('portal.comment.sentReceipt')}
          </a>
        </p>
        <p class="govuk-body">{ctx.t('portal.comment.sentAnother')}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/consultations/${consultationId}`)}>
            {ctx.t('portal.receipt.draft')}
          </a>
        </p>
      </div>
    </div>
  );
}
