import type { JSX } from 'preact';
import type { CommentResponse } from '../../comments/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import { APPEAL_OUTCOMES, groundOf, type ConcealmentResponse } from '../../moderation/index.js';
import type { Rule } from '../../rulebook/index.js';
import { Button, InsetText, Radios } from '../components/index.js';
import { Bilingual, bilingualCompared, Refusal, RuleNote } from '../desk/index.js';
import type { ShownFile } from '../files/file-list.js';
import { type FilledForm, Form, Localized, Name, type Names, type PageContext } from '../frame/index.js';
import { ConcealmentRecord } from './record.js';
import { Said } from './said.js';

interface DecisionProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly comment: CommentResponse;
  readonly files: readonly ShownFile[];
  readonly concealment: ConcealmentResponse;
  readonly names: Names;
  /** N2. */
  readonly rule: Rule | undefined;
  readonly version: number | undefined;
  readonly filled: FilledForm;
}

/** An appeal with all that it is about, and the form of the decision, or why the reader may not decide. */
export function DecisionBody(props: DecisionProps): JSX.Element {
  const { ctx, consultation, comment, concealment, names, filled } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} compared={comparedIn(props)} />
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={consultation.title} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.moderation.decision.title', { number: comment.number })}</h1>
        <p class="govuk-body">
          <Name ctx={ctx} names={names} id={concealment.bodyId} />
        </p>
        <Said ctx={ctx} comment={comment} files={props.files} />
        <h2 class="govuk-heading-m">{ctx.t('portal.moderation.decision.record')}</h2>
        <ConcealmentRecord ctx={ctx} concealment={concealment} />
        <Meaning ctx={ctx} code={concealment.ground} />
        {concealment.moves?.includes('decision') ? <DecisionForm {...props} /> : <WhyNot {...props} />}
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url('/desk/appeals')}>
            {ctx.t('portal.moderation.appeals.toOpen')}
          </a>
        </p>
      </div>
    </div>
  );
}

/** What the ground means and rests on. */
function Meaning({ ctx, code }: { readonly ctx: PageContext; readonly code: string }): JSX.Element | null {
  const ground = groundOf(code);
  if (!ground) return null;
  return (
    <p class="govuk-body">
      <Localized ctx={ctx} text={ground.meaning} /> (<Localized ctx={ctx} text={ground.basis} />)
    </p>
  );
}

function DecisionForm({ ctx, comment: { id }, version, filled }: DecisionProps): JSX.Element {
  return (
    <Form ctx={ctx} action={`/desk/appeals/${id}`} version={version} keeps={`appeal-decision ${id}`}>
      <Radios
        {...filled.choice('outcome')}
        fieldset={{
          legend: ctx.t('portal.moderation.record.outcome'),
          legendClass: 'govuk-fieldset__legend--m',
        }}
        items={APPEAL_OUTCOMES.map((value) => ({ value, text: ctx.t(`portal.moderation.outcome.${value}`) }))}
      />
      <Bilingual filled={filled} name="reasons" label={ctx.t('portal.moderation.record.reasons')} rows={5} />
      <InsetText>{ctx.t('portal.moderation.decision.final')}</InsetText>
      <Button preventDoubleClick>{ctx.t('portal.moderation.decision.button')}</Button>
    </Form>
  );
}

/** Nobody decides on what he did himself (N2); what is decided is decided. */
function WhyNot({ ctx, comment, concealment, rule }: DecisionProps): JSX.Element {
  if (concealment.state !== 'appealed') {
    return <p class="govuk-body">{ctx.t(`portal.moderation.decision.not.${concealment.state}`)}</p>;
  }
  const code = comment.receipt ? 'your-own-appeal' : 'concealed-by-you';
  return (
    <>
      <p class="govuk-body">
        <strong>{ctx.t(`problem.detail.${code}`)}</strong>
      </p>
      {rule && <RuleNote ctx={ctx} id={rule.id} basis={rule.basis} />}
    </>
  );
}

function comparedIn({ ctx, concealment, filled }: DecisionProps) {
  const word = (outcome: string | null | undefined): string =>
    outcome ? ctx.t(`portal.moderation.outcome.${outcome}`) : '–';
  return [
    {
      field: ctx.t('portal.moderation.record.outcome'),
      stored: word(concealment.outcome),
      yours: word(filled.value('outcome')),
    },
    ...bilingualCompared(filled, 'reasons', ctx.t('portal.moderation.record.reasons'), concealment.reasons),
  ];
}
