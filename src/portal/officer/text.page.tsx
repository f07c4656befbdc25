import type { JSX } from 'preact';
import { PROVISION_LEVELS, type ConsultationRead } from '../../consultations/index.js';
import { Button, Fieldset, Input, Select, WarningText } from '../components/index.js';
import { Bilingual, Refusal, type Compared } from '../desk/index.js';
import {
  EnterButton,
  type FilledForm,
  Form,
  Localized,
  type PageContext,
  Parts,
  RowButton,
  rowsIn,
} from '../frame/index.js';
import { COVERS_FIELD, PART, PROVISIONS, tableFieldsIn, type StoredProvision } from './text-form.js';

/** What the page of a draft's text shows. */
export interface TextProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  /** This part of the text as it is stored. */
  readonly stored: readonly StoredProvision[];
  readonly part: number;
  readonly parts: number;
  readonly filled: FilledForm;
}

/** The text of a draft, provision by provision; what is saved is its next version. */
export function TextBody(props: TextProps): JSX.Element {
  const { ctx, consultation, part, parts, filled } = props;
  const isPublic = consultation.state === 'published';
  return (
    <>
      <Refusal filled={filled} compared={comparedIn(props)} />
      <span class="govuk-caption-xl">
        <Localized ctx={ctx} text={consultation.title} />
      </span>
      <h1 class="govuk-heading-xl">{ctx.t(isPublic ? 'portal.desk.text.newVersion' : 'portal.desk.text.title')}</h1>
      <p class="govuk-body">{ctx.t('portal.desk.text.kept')}</p>
      {isPublic && (
        <WarningText prefix={ctx.t('portal.desk.warning')}>{ctx.t('portal.desk.text.publicWarning')}</WarningText>
      )}
      {parts > 1 && <p class="govuk-body">{ctx.t('portal.desk.text.part', { part, parts })}</p>}
      <ToDocuments ctx={ctx} consultation={consultation} />
      <TextForm {...props} />
      <Parts ctx={ctx} path={`/desk/consultations/${consultation.id}/text`} part={part} parts={parts} />
    </>
  );
}

/** The text may be taken from documents instead. */
function ToDocuments({ ctx, consultation }: Pick<TextProps, 'ctx' | 'consultation'>): JSX.Element {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={ctx.url(`/desk/consultations/${consultation.id}/conversion`)}>
        {ctx.t('portal.desk.documents.link')}
      </a>
    </p>
  );
}

/** The rows of the provisions; what is sent becomes the next version. */
export function TextForm({ ctx, consultation, part, parts, filled }: Omit<TextProps, 'stored'>): JSX.Element {
  const { id, version, state } = consultation;
  const path = `/desk/consultations/${id}/text${parts > 1 ? `?part=${part}` : ''}`;
  const button = ctx.t(state === 'published' ? 'portal.desk.text.publish' : 'portal.desk.text.save');
  const rows = rowsIn(filled, PROVISIONS);
  return (
    <Form ctx={ctx} action={path} version={version}>
      <EnterButton>{button}</EnterButton>
      <input type="hidden" name={COVERS_FIELD} value={filled.value(COVERS_FIELD)} />
      <div id="provisions">
        <RowButton act="add" at={0} action={ctx.url(path)} place={placeOf(0)}>
          {ctx.t('portal.desk.text.addFirst')}
        </RowButton>
        {Array.from({ length: rows }, (_, at) => (
          <ProvisionRow filled={filled} at={at} number={(part - 1) * PART + at + 1} action={ctx.url(path)} />
        ))}
      </div>
      {state === 'published' && (
        <Bilingual
          filled={filled}
          name="note"
          label={ctx.t('portal.desk.text.note')}
          hint={ctx.t('portal.desk.text.noteHint')}
          rows={4}
        />
      )}
      <Button preventDoubleClick>{button}</Button>
    </Form>
  );
}

interface RowProps {
  readonly filled: FilledForm;
  readonly at: number;
  /** Its place in the whole text, from 1. */
  readonly number: number;
  readonly action: string;
}

function ProvisionRow({ filled, at, number, action }: RowProps): JSX.Element {
  const { ctx } = filled;
  const name = `provisions[${at}]`;
  const id = filled.value(`${name}.id`);
  const table = tableFieldsIn(filled, name);
  const t = (key: string): string => ctx.t(`portal.desk.text.${key}`, { number });
  return (
    <Fieldset
      legend={t('provision')}
      legendClass="govuk-fieldset__legend--m"
      class="govuk-!-margin-bottom-6"
      attributes={{ id: placeOf(at) }}
    >
      {id && <input type="hidden" name={`${name}.id`} value={id} />}
      <Select
        {...filled.field(`${name}.level`)}
        label={t('level')}
        items={[
          { value: '', text: t('levels.none') },
          ...PROVISION_LEVELS.map((value) => ({ value, text: t(`levels.${value}`) })),
        ]}
      />
      <Input
        {...filled.field(`${name}.number`)}
        class="govuk-input--width-5"
        label={t('number')}
        hint={at === 0 ? t('numberHint') : undefined}
      />
      <Bilingual filled={filled} name={`${name}.label`} label={t('label')} />
      <Bilingual filled={filled} name={`${name}.heading`} label={t('heading')} />
      {table.map(([field, value]) => (
        <input type="hidden" name={field} value={value} />
      ))}
      <Bilingual
        filled={filled}
        name={`${name}.text`}
        label={t(table.length > 0 ? 'cells' : 'words')}
        hint={table.length > 0 ? t('cellsHint') : undefined}
        rows={5}
      />
      <div class="govuk-button-group">
        <RowButton act="add" at={at + 1} action={action} place={placeOf(at + 1)}>
          {t('addAfter')}
        </RowButton>
        <RowButton act="remove" at={at} action={action} place={placeOf(Math.max(0, at - 1))}>
          {t('remove')}
        </RowButton>
      </div>
    </Fieldset>
  );
}

function placeOf(at: number): string {
  return `provision-${at}`;
}

/** Provisions whose stored words are others by now than those of the form, and those the form has no more. */
function comparedIn({ ctx, stored, filled }: TextProps): Compared[] {
  const rows = Array.from({ length: rowsIn(filled, PROVISIONS) }, (_, at) => `provisions[${at}]`);
  const mine = new Map(rows.map((row) => [filled.value(`${row}.id`), row]));
  return stored.flatMap(({ id, position, text }) =>
    (['kk', 'ru'] as const).flatMap((language) => {
      const row = mine.get(id);
      const yours = row === undefined ? '–' : (filled.value(`${row}.text.${language}`) ?? '');
      if (yours === text[language]) return [];
      const label = ctx.t('portal.desk.text.provision', { number: position });
      return [{ field: ctx.t('portal.desk.inLanguage', { label, language }), stored: text[language], yours }];
    }),
  );
}
