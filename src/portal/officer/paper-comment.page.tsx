import type { JSX } from 'preact';
import { TEXT_CHARACTERS } from '../../comments/index.js';
import { channels, type ConsultationRead, type DraftResponse } from '../../consultations/index.js';
import { LETTER_CHANNELS, PaperCommentRequest, type PaperCommentResponse } from '../../paper-comments/index.js';
import { FILE_MEBIBYTES } from '../../platform/http/index.js';
import { LANGUAGES } from '../../platform/kernel/index.js';
import {
  Button,
  Checkboxes,
  FileInput,
  Input,
  Panel,
  Radios,
  Select,
  SummaryList,
  Textarea,
} from '../components/index.js';
import { organizationText } from '../comments/origin.js';
import { provisionName } from '../consultations/printed-mark.js';
import { Refusal } from '../desk/index.js';
import { ACCEPTED, FileList, type ShownFile } from '../files/file-list.js';
import { type FilledForm, Form, FormOf, LANGUAGE_NAMES, Localized, type PageContext } from '../frame/index.js';

/** A comment as it came by letter. */
export const PAPER_COMMENT = new FormOf(PaperCommentRequest, {
  flags: ['showName'],
  optional: ['onBehalfOf'],
  empty: {
    channel: 'portal.desk.paperComment.channelEmpty',
    receivedOn: 'portal.desk.paperComment.receivedEmpty',
    text: 'portal.comment.textEmpty',
  },
});

interface PaperCommentProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly provisions: DraftResponse['provisions'];
  readonly filled: FilledForm;
  /** The scan that came with the form before. */
  readonly files: readonly ShownFile[];
}

/** The form in which a letter is entered as a comment. */
export function PaperCommentBody(props: PaperCommentProps): JSX.Element {
  const { ctx, consultation, filled } = props;
  const t = (key: string): string => ctx.t(`portal.desk.paperComment.${key}`);
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} />
        <h1 class="govuk-heading-xl">
          <span class="govuk-caption-xl">
            <Localized ctx={ctx} text={consultation.title} />
          </span>
          {t('title')}
        </h1>
        <p class="govuk-body">{t('lead')}</p>
        <Form ctx={ctx} multipart keeps={`paper comment ${consultation.id}`}>
          <Letter {...props} />
          <Writer {...props} />
          <Scan {...props} />
          <Button preventDoubleClick>{t('button')}</Button>
        </Form>
      </div>
    </div>
  );
}

/** What came, when, and about what. */
function Letter({ ctx, provisions, filled }: PaperCommentProps): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.desk.paperComment.${key}`);
  return (
    <>
      <Radios
        {...filled.choice('channel')}
        fieldset={{ legend: t('channel'), legendClass: 'govuk-fieldset__legend--m' }}
        items={channels.flatMap(({ code, name }) =>
          LETTER_CHANNELS.some((one) => one === code) ? [{ value: code, text: ctx.text(name) }] : [],
        )}
      />
      <Input
        {...filled.field('receivedOn')}
        type="date"
        class="govuk-input--width-10"
        label={t('receivedOn')}
        hint={t('receivedHint')}
      />
      <Select
        {...filled.field('provisionId')}
        label={t('provision')}
        items={[
          { value: '', text: ctx.t('portal.comment.whole') },
          ...provisions.map((provision) => ({ value: provision.id, text: provisionName(ctx, provision) })),
        ]}
      />
      <Textarea
        {...filled.field('text')}
        label={t('text')}
        hint={ctx.t('portal.desk.paperComment.textHint', { max: TEXT_CHARACTERS })}
        rows={10}
      />
      <Radios
        {...filled.choice('language')}
        class="govuk-radios--small govuk-radios--inline"
        fieldset={{ legend: ctx.t('portal.comment.language'), legendClass: 'govuk-fieldset__legend--s' }}
        items={LANGUAGES.map((language) => ({
          value: language,
          text: <span lang={language}>{LANGUAGE_NAMES[language]}</span>,
        }))}
      />
    </>
  );
}

/** Who wrote. */
function Writer({ ctx, filled }: PaperCommentProps): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.desk.paperComment.${key}`);
  return (
    <>
      <h2 class="govuk-heading-m">{t('writer')}</h2>
      <p class="govuk-body">{t('writerText')}</p>
      <Input {...filled.field('authorName')} label={t('authorName')} />
      <Input {...filled.field('onBehalfOf.name')} label={ctx.t('portal.comment.organization')} />
      <Input
        {...filled.field('onBehalfOf.bin')}
        class="govuk-input--width-10"
        label={ctx.t('portal.comment.bin')}
        inputmode="numeric"
      />
      <Checkboxes
        {...filled.choices('showName')}
        items={[{ value: 'true', text: t('showName'), hint: t('showHint') }]}
      />
    </>
  );
}

/** The letter itself. */
function Scan({ ctx, filled, files }: PaperCommentProps): JSX.Element {
  const { value, ...file } = filled.field('scanId');
  return (
    <>
      {files.length > 0 && (
        <>
          <p class="govuk-body">{ctx.t('portal.files.kept')}</p>
          <FileList ctx={ctx} files={files} own />
          <input type="hidden" name="scanId" value={value} />
        </>
      )}
      <FileInput
        {...file}
        label={ctx.t('portal.desk.paperComment.scan')}
        labelClass="govuk-label--m"
        hint={`${ctx.t('portal.desk.paperComment.scanHint')} ${ctx.t('portal.files.oneHint', { max: FILE_MEBIBYTES })}`}
        accept={ACCEPTED}
      />
    </>
  );
}

interface EnteredProps {
  readonly ctx: PageContext;
  readonly letter: PaperCommentResponse;
}

/** A letter that was entered: its receipt, to be told to the author, and what only the body knows. */
export function EnteredBody({ ctx, letter }: EnteredProps): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.desk.paperComment.${key}`);
  const { id, consultationId, number, channel, receivedOn, enteredAt, receipt, authorName, onBehalfOf, scan } = letter;
  const name = channels.find(({ code }) => code === channel)?.name;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds kenes-record">
        <Panel title={ctx.t('portal.desk.paperComment.entered', { number })}>
          {ctx.t('portal.receipt.number')}
          <br />
          <strong>{receipt}</strong>
        </Panel>
        <p class="govuk-body">{t('tell')}</p>
        <SummaryList
          rows={[
            name && { key: t('channel'), value: ctx.text(name) },
            { key: t('receivedOn'), value: ctx.format.date(receivedOn) },
            { key: t('enteredAt'), value: ctx.format.instant(enteredAt) },
            authorName !== null && { key: t('authorName'), value: authorName },
            onBehalfOf && { key: ctx.t('portal.comment.organization'), value: organizationText(ctx, onBehalfOf) },
            { key: t('isShown'), value: t(letter.isNameShown ? 'shown' : 'notShown') },
            scan && { key: t('scan'), value: <FileList ctx={ctx} files={[scan]} own /> },
          ]}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/desk/comments/${id}`)}>
            {t('toAnswer')}
          </a>
          <br />
          <a class="govuk-link" href={ctx.url(`/desk/consultations/${consultationId}/paper-comment`)}>
            {t('another')}
          </a>
        </p>
      </div>
    </div>
  );
}
