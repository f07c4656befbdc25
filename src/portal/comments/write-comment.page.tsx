import type { JSX } from 'preact';
import { CommentDraftRequest } from '../../comment-drafts/index.js';
import { COMMENT_FILES, CommentRequest, onBehalfOfIn, TEXT_CHARACTERS } from '../../comments/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import { FILE_MEBIBYTES } from '../../platform/http/index.js';
import { LANGUAGES } from '../../platform/kernel/index.js';
import {
  Button,
  CharacterCount,
  Checkboxes,
  Details,
  FileInput,
  Input,
  InsetText,
  Radios,
  SummaryList,
} from '../components/index.js';
import { provisionName } from '../consultations/printed-mark.js';
import { ACCEPTED, fileFacts, FileList, type ShownFile } from '../files/file-list.js';
import {
  countTexts,
  type FilledForm,
  Form,
  FormErrors,
  FormOf,
  LANGUAGE_NAMES,
  Localized,
  LocalizedParagraph,
  type PageContext,
} from '../frame/index.js';
import { organizationText } from './origin.js';
import { CONTEXT_FIELDS, hiddenQuoteOf, PLACE_FIELDS, QuoteField, quoteRow } from './quote-field.js';
import type { Subject } from './subjects.service.js';

/** Which of the steps a button leads to. */
export const STEP_FIELD = '_step';

/** The form of a comment. */
export const COMMENT = new FormOf(CommentRequest, {
  flags: ['showName'],
  optional: ['onBehalfOf'],
  lists: ['files'],
  aside: PLACE_FIELDS,
  empty: { text: 'portal.comment.textEmpty' },
});

/** What is kept of it to go on with later: files are brought again. */
export const DRAFT = new FormOf(CommentDraftRequest, {
  flags: ['showName'],
  aside: ['files', ...PLACE_FIELDS, ...CONTEXT_FIELDS],
  optional: ['onBehalfOf'],
  empty: { text: 'portal.comment.textEmpty' },
});

interface WriteProps {
  readonly ctx: PageContext;
  readonly subject: Subject;
  readonly filled: FilledForm;
  /** Those that came with the form before. */
  readonly files: readonly ShownFile[];
  /** When what stands in it was kept; undefined where it was not. */
  readonly keptAt?: Date | undefined;
}

/** The form. */
export function WriteBody({ ctx, subject, filled, files, keptAt }: WriteProps): JSX.Element {
  const { consultation, provision } = subject;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <FormErrors filled={filled} />
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={consultation.title} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.comment.title')}</h1>
        <Meant ctx={ctx} provision={provision} />
        <KeptNote ctx={ctx} consultation={consultation} keptAt={keptAt} />
        <Form ctx={ctx} keeps={keptUnder(consultation.id, provision?.id)} multipart>
          <input type="hidden" name="provisionId" value={provision?.id ?? ''} />
          <div class="govuk-inset-text" data-kept-note hidden>
            <p class="govuk-body">{ctx.t('portal.comment.kept')}</p>
            <button type="button" class="govuk-button govuk-button--secondary">
              {ctx.t('portal.comment.discard')}
            </button>
          </div>
          {provision && <QuoteField ctx={ctx} filled={filled} provision={provision} />}
          <Words filled={filled} />
          <ChosenFiles ctx={ctx} filled={filled} files={files} />
          <Choices ctx={ctx} filled={filled} />
          <p class="govuk-body">{ctx.t('portal.comment.keepText')}</p>
          <div class="govuk-button-group">
            <Button name={STEP_FIELD} value="check">
              {ctx.t('portal.comment.check')}
            </Button>
            <Button name={STEP_FIELD} value="keep" variant="secondary">
              {ctx.t('portal.comment.keep')}
            </Button>
          </div>
        </Form>
      </div>
    </div>
  );
}

/** The part of the text that is meant. */
export function Meant({ ctx, provision }: Pick<Subject, 'provision'> & Pick<WriteProps, 'ctx'>): JSX.Element | null {
  if (!provision) return null;
  return (
    <InsetText>
      <p class="govuk-body govuk-!-font-weight-bold">{provisionName(ctx, provision)}</p>
      <LocalizedParagraph ctx={ctx} text={provision.text} />
    </InsetText>
  );
}

/** The field of the comment itself. */
export function Words({ filled }: Pick<WriteProps, 'filled'>): JSX.Element {
  const { ctx } = filled;
  return (
    <CharacterCount
      {...filled.field('text')}
      label={ctx.t('portal.comment.text')}
      labelClass="govuk-label--m"
      hint={ctx.t('portal.comment.textHint')}
      rows={10}
      maxlength={TEXT_CHARACTERS}
      countType="length"
      threshold={75}
      texts={countTexts(ctx, TEXT_CHARACTERS)}
    />
  );
}

interface KeptProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly keptAt: Date | undefined;
}

/** That the text is what was kept, and the way to begin anew. */
function KeptNote({ ctx, consultation, keptAt }: KeptProps): JSX.Element | null {
  if (!keptAt) return null;
  return (
    <InsetText>
      <p class="govuk-body">{ctx.t('portal.comment.keptAt', { date: ctx.format.instant(keptAt) })}</p>
      <Form ctx={ctx} action={`/consultations/${consultation.id}/comment/discard`}>
        <Button variant="secondary">{ctx.t('portal.comment.discard')}</Button>
      </Form>
    </InsetText>
  );
}

/** The field for files; those that are kept already go with the form unless their tick is taken away. */
function ChosenFiles({ ctx, filled, files }: Pick<WriteProps, 'ctx' | 'filled' | 'files'>): JSX.Element {
  const { id, name, error } = filled.field('files');
  return (
    <>
      {files.length > 0 && (
        <Checkboxes
          idPrefix="kept-files"
          name={name}
          class="govuk-checkboxes--small"
          fieldset={{ legend: ctx.t('portal.files.kept'), legendClass: 'govuk-fieldset__legend--s' }}
          hint={ctx.t('portal.files.keptHint')}
          values={files.map((file) => file.id)}
          items={files.map((file) => ({ value: file.id, text: `${file.name} (${fileFacts(ctx, file)})` }))}
        />
      )}
      <FileInput
        id={id}
        name={name}
        error={error}
        label={ctx.t('portal.files.attach')}
        labelClass="govuk-label--s"
        hint={ctx.t('portal.files.attachHint', { files: COMMENT_FILES, max: FILE_MEBIBYTES })}
        accept={ACCEPTED}
        multiple
      />
    </>
  );
}

/** The language of the text, whether the name is shown, and for whom it is written. */
export function Choices({ ctx, filled }: Pick<WriteProps, 'ctx' | 'filled'>): JSX.Element {
  const isSaid = ['name', 'bin'].some((part) => (filled.value(`onBehalfOf.${part}`) ?? '') !== '');
  return (
    <>
      <Radios
        {...filled.choice('language')}
        class="govuk-radios--small govuk-radios--inline"
        fieldset={{ legend: ctx.t('portal.comment.language'), legendClass: 'govuk-fieldset__legend--s' }}
        items={LANGUAGES.map((language) => ({
          value: language,
          text: <span lang={language}>{LANGUAGE_NAMES[language]}</span>,
        }))}
      />
      <Checkboxes
        {...filled.choices('showName')}
        items={[{ value: 'true', text: ctx.t('portal.comment.showName'), hint: ctx.t('portal.comment.showNameHint') }]}
      />
      <Details summary={ctx.t('portal.comment.onBehalf')} open={isSaid}>
        <p class="govuk-body">{ctx.t('portal.comment.onBehalfText')}</p>
        <Input {...filled.field('onBehalfOf.name')} label={ctx.t('portal.comment.organization')} />
        <Input
          {...filled.field('onBehalfOf.bin')}
          class="govuk-input--width-10"
          label={ctx.t('portal.comment.bin')}
          inputmode="numeric"
        />
      </Details>
    </>
  );
}

interface CheckProps {
  readonly ctx: PageContext;
  readonly subject: Subject;
  readonly wanted: CommentRequest;
  readonly files: readonly ShownFile[];
}

/** What will be sent and published. */
export function CheckBody({ ctx, subject, wanted, files }: CheckProps): JSX.Element {
  const { consultation, provision } = subject;
  const { text, language, showName = false } = wanted;
  const name = showName ? (ctx.by.displayName ?? '') : ctx.t('portal.comment.asParticipant');
  const organization = onBehalfOfIn(wanted.onBehalfOf);
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">{ctx.t('portal.comment.checkTitle')}</h1>
        <SummaryList
          rows={[
            { key: ctx.t('portal.comment.about'), value: <Localized ctx={ctx} text={consultation.title} /> },
            {
              key: ctx.t('portal.comment.part'),
              value: provision ? provisionName(ctx, provision) : ctx.t('portal.comment.whole'),
            },
            quoteRow(ctx, wanted),
            {
              key: ctx.t('portal.comment.text'),
              value: <span lang={language}>{text}</span>,
              valueClass: 'kenes-as-written',
            },
            {
              key: ctx.t('portal.comment.languageName'),
              value: <span lang={language}>{LANGUAGE_NAMES[language]}</span>,
            },
            filesRow(ctx, files),
            { key: ctx.t('portal.comment.name'), value: name },
            organization && { key: ctx.t('portal.receipt.onBehalfOf'), value: organizationText(ctx, organization) },
          ]}
        />
        <p class="govuk-body">{ctx.t('portal.comment.checkText')}</p>
        <Form ctx={ctx} action={`/consultations/${consultation.id}/comment`}>
          {Object.entries(hiddenOf(wanted)).map(([field, value]) => (
            <input type="hidden" name={field} value={value} />
          ))}
          {files.map(({ id }) => (
            <input type="hidden" name="files" value={id} />
          ))}
          <div class="govuk-button-group">
            <Button name={STEP_FIELD} value="send" preventDoubleClick>
              {ctx.t('portal.comment.send')}
            </Button>
            <Button name={STEP_FIELD} value="change" variant="secondary">
              {ctx.t('portal.comment.change')}
            </Button>
          </div>
        </Form>
      </div>
    </div>
  );
}

/** What was written, to be sent from the page that shows it. */
function hiddenOf({ provisionId = '', text, language, showName, ...wanted }: CommentRequest): Record<string, string> {
  const { name = '', bin = '' } = wanted.onBehalfOf ?? {};
  const said = { provisionId, text, language, showName: showName === true ? 'true' : '' };
  return { ...said, ...hiddenQuoteOf(wanted), 'onBehalfOf.name': name, 'onBehalfOf.bin': bin };
}

function filesRow(ctx: PageContext, files: readonly ShownFile[]) {
  if (files.length === 0) return false;
  return { key: ctx.t('portal.files.title'), value: <FileList ctx={ctx} files={files} own /> };
}

/** Under which name a browser keeps a text about this until it is received. */
export function keptUnder(consultationId: string, provisionId: string | null | undefined): string {
  return `comment.${consultationId}.${provisionId ?? 'whole'}`;
}
