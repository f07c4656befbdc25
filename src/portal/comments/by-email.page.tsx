import type { JSX } from 'preact';
import { CONFIRMATION_HOURS, UnconfirmedCommentRequest } from '../../unconfirmed-comments/index.js';
import { EmailInput } from '../account/parts.js';
import { Button, Input } from '../components/index.js';
import { type FilledForm, Form, FormErrors, FormOf, Localized, type PageContext } from '../frame/index.js';
import type { Subject } from './subjects.service.js';
import { Choices, Meant, Words } from './write-comment.page.js';

/** The form of a comment without an account. */
export const BY_EMAIL = new FormOf(UnconfirmedCommentRequest, {
  flags: ['showName'],
  optional: ['onBehalfOf'],
  empty: {
    text: 'portal.comment.textEmpty',
    email: 'portal.signIn.emailEmpty',
    displayName: 'portal.byEmail.displayNameEmpty',
  },
});

interface ByEmailProps {
  readonly ctx: PageContext;
  readonly subject: Subject;
  readonly filled: FilledForm;
}

/** The comment, and the address to which the link goes. No script keeps it: such computers are often shared. */
export function ByEmailBody({ ctx, subject: { consultation, provision }, filled }: ByEmailProps): JSX.Element {
  const hours = CONFIRMATION_HOURS;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <FormErrors filled={filled} />
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={consultation.title} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.byEmail.title')}</h1>
        <p class="govuk-body-l">
          {ctx.t('portal.byEmail.lead', { hours, date: ctx.format.date(consultation.closesOn) })}
        </p>
        <Meant ctx={ctx} provision={provision} />
        <Form ctx={ctx} action={`/consultations/${consultation.id}/comment-by-email`}>
          <input type="hidden" name="provisionId" value={provision?.id ?? ''} />
          <Words filled={filled} />
          <p class="govuk-body">{ctx.t('portal.byEmail.files')}</p>
          <Choices ctx={ctx} filled={filled} />
          <Input
            {...filled.field('displayName')}
            label={ctx.t('portal.byEmail.displayName')}
            hint={ctx.t('portal.byEmail.displayNameHint')}
            autocomplete="name"
            spellcheck={false}
          />
          <EmailInput filled={filled} />
          <p class="govuk-body">{ctx.t('portal.byEmail.kept', { hours })}</p>
          <Button preventDoubleClick>{ctx.t('portal.byEmail.send')}</Button>
        </Form>
      </div>
    </div>
  );
}

/** That nothing is sent before the link of the letter is used; the same for every address. */
export function LetterSentBody({ ctx, subject: { consultation } }: Omit<ByEmailProps, 'filled'>): JSX.Element {
  const until = { hours: CONFIRMATION_HOURS, date: ctx.format.date(consultation.closesOn) };
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">{ctx.t('portal.byEmail.sentTitle')}</h1>
        <p class="govuk-body-l">{ctx.t('portal.byEmail.sentText', until)}</p>
        <p class="govuk-body">{ctx.t('portal.byEmail.missing')}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/consultations/${consultation.id}`)}>
            {ctx.t('portal.receipt.draft')}
          </a>
        </p>
      </div>
    </div>
  );
}
