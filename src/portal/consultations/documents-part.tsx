import type { JSX } from 'preact';
import type { DocumentResponse } from '../../consultations/index.js';
import { FileLink } from '../files/file-list.js';
import { Localized, type PageContext } from '../frame/index.js';

/** The documents of a draft, those that were replaced marked as such; nothing where there are none. */
export function DocumentsPart({ ctx, documents }: DocumentsPartProps): JSX.Element | null {
  if (documents.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 class="govuk-heading-l" id="documents">
        {ctx.t('portal.documents.title')}
      </h2>
      <DocumentList ctx={ctx} documents={documents} />
    </section>
  );
}

interface DocumentsPartProps {
  readonly ctx: PageContext;
  readonly documents: readonly DocumentResponse[];
}

/** Titles as links, with kind, size and day; `own` before the draft is published. */
export function DocumentList({ ctx, documents, own = false }: DocumentsPartProps & { own?: boolean }): JSX.Element {
  return (
    <ul class="govuk-list govuk-list--spaced">
      {documents.map(({ kind, title, file, addedAt, replacedById }) => (
        <li>
          <FileLink ctx={ctx} file={file} own={own}>
            <Localized ctx={ctx} text={title} />
          </FileLink>
          <p class="govuk-body-s kenes-list__facts">
            <span>{ctx.t(`portal.documents.kinds.${kind}`)}</span>
            <span>{ctx.format.instant(addedAt)}</span>
            {replacedById !== null && <span>{ctx.t('portal.documents.replaced')}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
