import type { JSX } from 'preact';
import { Button } from '../components/index.js';
import { Localized, type PageContext } from '../frame/index.js';
import type { Subject } from './subjects.service.js';

interface WaysProps {
  readonly ctx: PageContext;
  readonly subject: Subject;
}

/** The two ways to comment, for who is not signed in. */
export function WaysBody({ ctx, subject: { consultation, provision } }: WaysProps): JSX.Element {
  const byEmail = ctx.url(`/consultations/${consultation.id}/comment-by-email`, { provision: provision?.id });
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={consultation.title} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.byEmail.waysTitle')}</h1>
        <h2 class="govuk-heading-m">{ctx.t('portal.byEmail.account')}</h2>
        <p class="govuk-body">{ctx.t('portal.byEmail.accountText')}</p>
        <Button href={ctx.url('/sign-in', { next: ctx.url(ctx.here) })}>{ctx.t('portal.byEmail.signIn')}</Button>
        <h2 class="govuk-heading-m">{ctx.t('portal.byEmail.none')}</h2>
        <p class="govuk-body">{ctx.t('portal.byEmail.noneText')}</p>
        <Button href={byEmail} variant="secondary">
          {ctx.t('portal.byEmail.start')}
        </Button>
      </div>
    </div>
  );
}
