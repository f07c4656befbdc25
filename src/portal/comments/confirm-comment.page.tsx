import type { JSX } from 'preact';
import { onBehalfOfIn } from '../../comments/index.js';
import { CONFIRMATION_HOURS, UnconfirmedCommentLinkRequest, type Waiting } from '../../unconfirmed-comments/index.js';
import { Column, LinkLine } from '../account/parts.js';
import { Button, InsetText, SummaryList } from '../components/index.js';
import { provisionName } from '../consultations/printed-mark.js';
import {
  type FilledForm,
  Form,
  FormErrors,
  FormOf,
  LANGUAGE_NAMES,
  Localized,
  type PageContext,
} from '../frame/index.js';
import { organizationText } from './origin.js';
import type { Subject } from './subjects.service.js';

/** The form that uses the link of a letter. */
export const LINK = new FormOf(UnconfirmedCommentLinkRequest);

interface ConfirmProps {
  readonly ctx: PageContext;
  readonly filled: FilledForm;
  readonly subject: Subject;
  readonly waiting: Waiting;
  /** The name under which it would be shown; null for a numbered participant. */
  readonly name: string | null;
  /** False when the time for comments is over. */
  readonly isOpen: boolean;
}

/** The words once more, and the one button that sends them. */
export function ConfirmCommentBody(props: ConfirmProps): JSX.Element {
  const { ctx, filled, subject, isOpen, waiting } = props;
  return (
    <Column>
      <FormErrors filled={filled} />
      <h1 class="govuk-heading-xl">{ctx.t('portal.byEmail.confirmTitle')}</h1>
      <Said {...props} />
      {isOpen ? (
        <>
          <p class="govuk-body">
            {ctx.t('portal.byEmail.confirmText', { date: ctx.format.date(subject.consultation.closesOn) })}
          </p>
          <Form ctx={ctx} action="/comment-confirmation">
            <input type="hidden" name="token" value={filled.value('token')} />
            <Button preventDoubleClick>{ctx.t('portal.byEmail.confirmButton')}</Button>
          </Form>
        </>
      ) : (
        <InsetText>
          <p class="govuk-body">{ctx.t('problem.detail.comments-closed')}</p>
        </InsetText>
      )}
      <p class="govuk-body">{ctx.t('portal.byEmail.otherwise', { date: ctx.format.instant(waiting.expiresAt) })}</p>
    </Column>
  );
}

function Said({ ctx, subject: { consultation, provision }, waiting, name }: ConfirmProps): JSX.Element {
  const { text, language, quote, onBehalfOf } = waiting.said;
  const organization = onBehalfOfIn(onBehalfOf);
  const written = (said: string): JSX.Element => <span lang={language}>{said}</span>;
  return (
    <SummaryList
      rows={[
        { key: ctx.t('portal.comment.about'), value: <Localized ctx={ctx} text={consultation.title} /> },
        {
          key: ctx.t('portal.comment.part'),
          value: provision ? provisionName(ctx, provision) : ctx.t('portal.comment.whole'),
        },
        quote !== undefined && { key: ctx.t('portal.byEmail.quote'), value: written(quote) },
        { key: ctx.t('portal.comment.text'), value: written(text), valueClass: 'kenes-as-written' },
        { key: ctx.t('portal.comment.languageName'), value: written(LANGUAGE_NAMES[language]) },
        { key: ctx.t('portal.comment.name'), value: name ?? ctx.t('portal.comment.asParticipant') },
        organization && { key: ctx.t('portal.receipt.onBehalfOf'), value: organizationText(ctx, organization) },
      ]}
    />
  );
}

/** A link that was used, is too old or was cut off, and where the receipt is looked up. */
export function UselessCommentLinkBody({ ctx }: Pick<ConfirmProps, 'ctx'>): JSX.Element {
  return (
    <Column>
      <h1 class="govuk-heading-xl">{ctx.t('portal.account.useless.title')}</h1>
      <p class="govuk-body">{ctx.t('portal.byEmail.uselessText', { hours: CONFIRMATION_HOURS })}</p>
      <LinkLine href={ctx.url('/receipts')}>{ctx.t('portal.receipt.find')}</LinkLine>
      <LinkLine href={ctx.url('/consultations')}>{ctx.t('portal.nav.consultations')}</LinkLine>
    </Column>
  );
}
