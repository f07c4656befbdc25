import type { JSX } from 'preact';
import type { CommentResponse } from '../../comments/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import { grounds, type ConcealmentResponse } from '../../moderation/index.js';
import { Button, InsetText, Radios } from '../components/index.js';
import { Bilingual, bilingualCompared, refused, Refusal } from '../desk/index.js';
import type { ShownFile } from '../files/file-list.js';
import { emptyForm, type FilledForm, Form, Localized, type PageContext } from '../frame/index.js';
import { CONCEALMENT, REVERSAL } from './concealment-forms.js';
import { ConcealmentRecord } from './record.js';
import { Said } from './said.js';

/** What the officer's page of hiding a comment shows. */
export interface ConcealmentProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly comment: CommentResponse;
  readonly files: readonly ShownFile[];
  /** The last one; undefined where the comment was never hidden. */
  readonly concealment: ConcealmentResponse | undefined;
  /** Versions of the comment and of its concealment. */
  readonly versions: { readonly comment: number | undefined; readonly concealment: number | undefined };
  readonly forms: Partial<Record<'concealment' | 'reversal', FilledForm>>;
}

/** A comment, and the form that hides it or shows it again. */
export function ConcealmentBody(props: ConcealmentProps): JSX.Element {
  const { ctx, consultation, comment, concealment, forms } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={refused(forms)} compared={comparedIn(props)} />
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={consultation.title} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.moderation.desk.title', { number: comment.number })}</h1>
        <Said ctx={ctx} comment={comment} files={props.files} />
        <Course {...props} />
        {comment.state !== 'withdrawn' && !concealment?.inForce && <ConcealForm {...props} />}
        {concealment?.moves?.includes('reversal') && <ReversalForm {...props} />}
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/desk/comments/${comment.id}`)}>
            {ctx.t('portal.moderation.desk.toAnswer')}
          </a>
          <br />
          <a class="govuk-link" href={ctx.url(`/desk/consultations/${consultation.id}/comments`)}>
            {ctx.t('portal.moderation.desk.all')}
          </a>
        </p>
      </div>
    </div>
  );
}

/** What was decided on it until now. */
function Course({ ctx, concealment }: ConcealmentProps): JSX.Element | null {
  if (!concealment) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{ctx.t(`portal.moderation.desk.${concealment.inForce ? 'hidden' : 'wasHidden'}`)}</h2>
      <ConcealmentRecord ctx={ctx} concealment={concealment} />
    </>
  );
}

function ConcealForm({ ctx, comment: { id }, versions, forms }: ConcealmentProps): JSX.Element {
  const filled = forms.concealment ?? emptyForm(ctx, CONCEALMENT);
  return (
    <Form ctx={ctx} action={`/desk/comments/${id}/concealment`} version={versions.comment} keeps={`concealment ${id}`}>
      <h2 class="govuk-heading-m">{ctx.t('portal.moderation.desk.conceal')}</h2>
      <p class="govuk-body">{ctx.t('portal.moderation.desk.noGround')}</p>
      <Radios
        {...filled.choice('ground')}
        fieldset={{ legend: ctx.t('portal.moderation.ground'), legendClass: 'govuk-fieldset__legend--s' }}
        items={grounds.map(({ code, name, meaning }) => ({
          value: code,
          text: <Localized ctx={ctx} text={name} />,
          hint: <Localized ctx={ctx} text={meaning} />,
        }))}
      />
      <Bilingual
        filled={filled}
        name="explanation"
        label={ctx.t('portal.moderation.record.explanation')}
        hint={ctx.t('portal.moderation.desk.explanationHint')}
        rows={4}
      />
      <InsetText>{ctx.t('portal.moderation.desk.effect')}</InsetText>
      <Button variant="warning" preventDoubleClick>
        {ctx.t('portal.moderation.desk.button')}
      </Button>
    </Form>
  );
}

function ReversalForm({ ctx, comment: { id }, concealment, versions, forms }: ConcealmentProps): JSX.Element {
  const filled = forms.reversal ?? emptyForm(ctx, REVERSAL);
  const isAppealed = concealment?.state === 'appealed';
  return (
    <Form ctx={ctx} action={`/desk/comments/${id}/reversal`} version={versions.concealment} keeps={`reversal ${id}`}>
      <h2 class="govuk-heading-m">{ctx.t('portal.moderation.desk.reverse')}</h2>
      {isAppealed && <InsetText>{ctx.t('portal.moderation.desk.concedes')}</InsetText>}
      <Bilingual filled={filled} name="reasons" label={ctx.t('portal.moderation.record.reversalReasons')} rows={4} />
      <Button preventDoubleClick>{ctx.t('portal.moderation.desk.reverseButton')}</Button>
    </Form>
  );
}

function comparedIn({ ctx, concealment, forms }: ConcealmentProps) {
  const filled = refused(forms);
  if (!filled) return [];
  const label = ctx.t('portal.moderation.record.explanation');
  return forms.concealment
    ? bilingualCompared(filled, 'explanation', label, concealment?.explanation ?? null)
    : bilingualCompared(filled, 'reasons', ctx.t('portal.moderation.record.reversalReasons'), null);
}
