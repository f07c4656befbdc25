import type { ComponentChildren, JSX } from 'preact';
import { FILE_EXTENSIONS, type FileResponse } from '../../platform/files/index.js';
import type { PageContext } from '../frame/index.js';

const KIB = 1024;
const TENTHS = 10;

/** What a page says of a file. */
export type ShownFile = Pick<FileResponse, 'id' | 'name' | 'kind' | 'size' | 'path'>;

/** For `accept` of a field: what is taken. */
export const ACCEPTED = FILE_EXTENSIONS.map((ending) => `.${ending}`).join(',');

/** Kind and size in words: “PDF, 1.2 MB”. */
export function fileFacts(ctx: PageContext, { kind, size }: Pick<ShownFile, 'kind' | 'size'>): string {
  const isBig = size >= KIB * KIB;
  const amount = Math.max(1, Math.round((size / (isBig ? KIB * KIB : KIB)) * TENTHS)) / TENTHS;
  const unit = ctx.t(isBig ? 'portal.files.megabytes' : 'portal.files.kilobytes', { size: ctx.format.number(amount) });
  return `${kind.toUpperCase()}, ${unit}`;
}

/** A link to a file; `own` for one that not everybody may have. */
export function FileLink({ ctx, file, own = false, children }: FileLinkProps): JSX.Element {
  const path = own ? ctx.url(`/files/${file.id}/${encodeURIComponent(file.name)}`) : file.path;
  return (
    <>
      <a class="govuk-link" href={path} download>
        {children ?? file.name}
      </a>{' '}
      ({fileFacts(ctx, file)})
    </>
  );
}

interface FileLinkProps {
  readonly ctx: PageContext;
  readonly file: ShownFile;
  readonly own?: boolean;
  /** What the link says; the name of the file if not said. */
  readonly children?: ComponentChildren;
}

/** Files with their kind and size; nothing where there are none. */
export function FileList({ ctx, files, own = false }: FileListProps): JSX.Element | null {
  if (files.length === 0) return null;
  return (
    <ul class="govuk-list kenes-as-written" aria-label={ctx.t('portal.files.title')}>
      {files.map((file) => (
        <li>
          <FileLink ctx={ctx} file={file} own={own} />
        </li>
      ))}
    </ul>
  );
}

interface FileListProps {
  readonly ctx: PageContext;
  readonly files: readonly ShownFile[];
  readonly own?: boolean;
}
