import type { JSX } from 'preact';
import {
  actTypes,
  categories,
  exemptions,
  STAGES,
  type ConsultationRead,
  type ConsultationTitle,
} from '../../consultations/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { Button, Checkboxes, Input, Radios, Select } from '../components/index.js';
import { Bilingual, bilingualCompared, Refusal, type Compared } from '../desk/index.js';
import { type FilledForm, Form, Localized, type PageContext } from '../frame/index.js';
import { QUESTIONS_FIELD, TEXT_FIELD } from './draft-form.js';

interface DraftProps {
  readonly ctx: PageContext;
  readonly bodyId: string;
  readonly bodyName: LocalizedText;
  /** Public consultative documents of the body. */
  readonly documents: readonly ConsultationTitle[];
  readonly filled: FilledForm;
  /** The draft that is changed; without it a new one is prepared. */
  readonly consultation?: ConsultationRead;
}

/** What is to be discussed: title, summary, objectives, kind of act, closing day, and the text. */
export function DraftBody({ ctx, bodyId, bodyName, documents, filled, consultation }: DraftProps): JSX.Element {
  const { action, title, button, keeps } = consultation ? changing(consultation) : preparing(bodyId);
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} compared={consultation ? comparedIn(filled, consultation) : []} />
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={bodyName} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t(title)}</h1>
        <Form ctx={ctx} action={action} version={consultation?.version} keeps={keeps}>
          <About filled={filled} />
          <Kind filled={filled} />
          <Early filled={filled} documents={documents} />
          {!consultation && (
            <>
              <input type="hidden" name="bodyId" value={bodyId} />
              <Bilingual
                filled={filled}
                name={TEXT_FIELD}
                label={ctx.t('portal.desk.draft.text')}
                hint={ctx.t('portal.desk.draft.textHint')}
                rows={12}
              />
            </>
          )}
          <Button preventDoubleClick>{ctx.t(button)}</Button>
        </Form>
      </div>
    </div>
  );
}

interface Purpose {
  readonly action: string;
  readonly title: string;
  readonly button: string;
  readonly keeps: string;
}

function preparing(bodyId: string): Purpose {
  const words = { title: 'portal.desk.draft.title', button: 'portal.desk.draft.button' };
  return { ...words, action: `/desk/bodies/${bodyId}/draft`, keeps: `draft of ${bodyId}` };
}

function changing({ id }: ConsultationRead): Purpose {
  const words = { title: 'portal.desk.draft.change', button: 'portal.desk.save' };
  return { ...words, action: `/desk/consultations/${id}/edit`, keeps: `draft ${id}` };
}

interface Fields {
  readonly filled: FilledForm;
}

function About({ filled }: Fields): JSX.Element {
  const { ctx } = filled;
  return (
    <>
      <Bilingual filled={filled} name="title" label={ctx.t('portal.desk.draft.name')} rows={2} />
      <Bilingual filled={filled} name="summary" label={ctx.t('portal.desk.draft.summary')} rows={4} />
      <Bilingual filled={filled} name="objectives" label={ctx.t('portal.desk.draft.objectives')} rows={4} />
      <Bilingual
        filled={filled}
        name={QUESTIONS_FIELD}
        label={ctx.t('portal.desk.draft.questions')}
        hint={ctx.t('portal.desk.draft.questionsHint')}
        rows={4}
      />
      <Bilingual filled={filled} name="explanatoryNote" label={ctx.t('portal.desk.draft.explanatoryNote')} rows={6} />
    </>
  );
}

function Kind({ filled }: Fields): JSX.Element {
  const { ctx } = filled;
  const listed = (list: readonly { readonly code: string; readonly name: LocalizedText }[]) => [
    { value: '', text: '–' },
    ...list.map(({ code, name }) => ({ value: code, text: ctx.text(name) })),
  ];
  return (
    <>
      <Radios
        {...filled.choice('stage')}
        fieldset={{ legend: ctx.t('portal.desk.draft.stage'), legendClass: 'govuk-fieldset__legend--s' }}
        items={STAGES.map((value) => ({ value, text: ctx.t(`portal.desk.draft.stages.${value}`) }))}
      />
      <Select {...filled.field('actType')} label={ctx.t('portal.desk.draft.actType')} items={listed(actTypes)} />
      <Select {...filled.field('category')} label={ctx.t('portal.desk.draft.category')} items={listed(categories)} />
      <Checkboxes
        {...filled.choices('publicService')}
        items={[{ value: 'true', text: ctx.t('portal.desk.draft.publicService') }]}
      />
      <Checkboxes
        {...filled.choices('commentsByEmail')}
        items={[
          {
            value: 'true',
            text: ctx.t('portal.desk.draft.commentsByEmail'),
            hint: ctx.t('portal.desk.draft.commentsByEmailHint'),
          },
        ]}
      />
      <Input
        {...filled.field('closesOn')}
        type="date"
        class="govuk-input--width-10"
        label={ctx.t('portal.desk.draft.closesOn')}
        hint={ctx.t('portal.desk.draft.closesHint')}
      />
    </>
  );
}

/** What preceded a draft law (K10); other acts need neither. */
function Early({ filled, documents }: Fields & Pick<DraftProps, 'documents'>): JSX.Element {
  const { ctx } = filled;
  const none = { value: '', text: '–' };
  return (
    <>
      <Select
        {...filled.field('consultativeDocumentId')}
        label={ctx.t('portal.desk.draft.document')}
        hint={ctx.t('portal.desk.draft.documentHint')}
        items={[none, ...documents.map(({ id, title }) => ({ value: id, text: ctx.text(title) }))]}
      />
      <Select
        {...filled.field('exemption')}
        label={ctx.t('portal.desk.draft.exemption')}
        hint={ctx.t('portal.desk.draft.exemptionHint')}
        items={[none, ...exemptions.map(({ code, name }) => ({ value: code, text: ctx.text(name) }))]}
      />
    </>
  );
}

function comparedIn(filled: FilledForm, { title, summary, objectives, closesOn }: ConsultationRead): Compared[] {
  const { ctx } = filled;
  return [
    ...bilingualCompared(filled, 'title', ctx.t('portal.desk.draft.name'), title),
    ...bilingualCompared(filled, 'summary', ctx.t('portal.desk.draft.summary'), summary),
    ...bilingualCompared(filled, 'objectives', ctx.t('portal.desk.draft.objectives'), objectives),
    { field: ctx.t('portal.desk.draft.closesOn'), stored: closesOn, yours: filled.value('closesOn') ?? '–' },
  ];
}
