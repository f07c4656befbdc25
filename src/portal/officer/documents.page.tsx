import type { JSX } from 'preact';
import {
  type ConsultationRead,
  DOCUMENT_KINDS,
  DocumentRequest,
  type DocumentResponse,
} from '../../consultations/index.js';
import { FILE_MEBIBYTES } from '../../platform/http/index.js';
import { Button, FileInput, Select } from '../components/index.js';
import { DocumentList } from '../consultations/documents-part.js';
import { Bilingual } from '../desk/index.js';
import { ACCEPTED, FileList, type ShownFile } from '../files/file-list.js';
import { type FilledForm, Form, FormErrors, FormOf, Localized, type PageContext } from '../frame/index.js';

/** A document to be put to a draft; its file comes with the form. */
export const DOCUMENT = new FormOf(DocumentRequest, {
  empty: { fileId: 'portal.documents.chooseFile', kind: 'portal.documents.chooseKind' },
});

/** The field of the form that takes a document away. */
export const DOCUMENT_FIELD = 'documentId';

interface DocumentsProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly documents: readonly DocumentResponse[];
  readonly filled: FilledForm;
  /** The file that came with the form before. */
  readonly files: readonly ShownFile[];
}

/** The documents of a draft, and what its officer can do with them. */
export function DocumentsBody({ ctx, consultation, documents, filled, files }: DocumentsProps): JSX.Element {
  const isPublic = consultation.publishedOn !== null;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <FormErrors filled={filled} />
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={consultation.title} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.documents.title')}</h1>
        <p class="govuk-body">{ctx.t(isPublic ? 'portal.documents.stay' : 'portal.documents.beforeNote')}</p>
        {documents.length === 0 && <p class="govuk-body">{ctx.t('portal.documents.none')}</p>}
        {isPublic ? (
          <DocumentList ctx={ctx} documents={documents} />
        ) : (
          documents.map((document) => <Removable ctx={ctx} document={document} />)
        )}
        <h2 class="govuk-heading-l">{ctx.t('portal.documents.add')}</h2>
        <AddForm ctx={ctx} documents={documents} filled={filled} files={files} />
      </div>
    </div>
  );
}

/** One document with the button that takes it away. */
function Removable({ ctx, document }: { readonly ctx: PageContext; readonly document: DocumentResponse }): JSX.Element {
  const { id, consultationId, title } = document;
  return (
    <>
      <DocumentList ctx={ctx} documents={[document]} own />
      <Form ctx={ctx} action={`/desk/consultations/${consultationId}/document-removal`}>
        <input type="hidden" name={DOCUMENT_FIELD} value={id} />
        <Button variant="secondary" preventDoubleClick>
          {ctx.t('portal.documents.remove')}
          <span class="govuk-visually-hidden">: {ctx.text(title)}</span>
        </Button>
      </Form>
    </>
  );
}

function AddForm({ ctx, documents, filled, files }: Omit<DocumentsProps, 'consultation'>): JSX.Element {
  const { value, ...file } = filled.field('fileId');
  const standing = documents.filter(({ replacedById }) => replacedById === null);
  return (
    <Form ctx={ctx} multipart>
      <Select
        {...filled.field('kind')}
        label={ctx.t('portal.documents.kind')}
        items={['', ...DOCUMENT_KINDS].map((kind) => ({
          value: kind,
          text: kind === '' ? '' : ctx.t(`portal.documents.kinds.${kind}`),
        }))}
      />
      <Bilingual filled={filled} name="title" label={ctx.t('portal.documents.name')} />
      {files.length > 0 && (
        <>
          <p class="govuk-body">{ctx.t('portal.files.kept')}</p>
          <FileList ctx={ctx} files={files} own />
          <input type="hidden" name="fileId" value={value} />
        </>
      )}
      <FileInput
        {...file}
        label={ctx.t('portal.documents.file')}
        hint={ctx.t('portal.files.oneHint', { max: FILE_MEBIBYTES })}
        accept={ACCEPTED}
      />
      {standing.length > 0 && (
        <Select
          {...filled.field('replacesId')}
          label={ctx.t('portal.documents.replaces')}
          items={[
            { value: '', text: ctx.t('portal.documents.replacesNone') },
            ...standing.map(({ id, title }) => ({ value: id, text: ctx.text(title) })),
          ]}
        />
      )}
      <Button preventDoubleClick>{ctx.t('portal.documents.add')}</Button>
    </Form>
  );
}
