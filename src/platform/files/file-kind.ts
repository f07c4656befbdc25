/** What is known of a kind of file: its media type, how names of it end, and what senders call it besides. */
interface Kind {
  readonly type: string;
  readonly extensions: readonly string[];
  readonly alsoDeclared?: readonly string[];
}

const OOXML = 'application/vnd.openxmlformats-officedocument';

/** The closed list of files that are taken: documents and pictures, nothing that runs. */
const KINDS = {
  pdf: { type: 'application/pdf', extensions: ['pdf'] },
  docx: { type: `${OOXML}.wordprocessingml.document`, extensions: ['docx'] },
  xlsx: { type: `${OOXML}.spreadsheetml.sheet`, extensions: ['xlsx'] },
  odt: { type: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  // Browsers take the type from what the system opens such files with.
  rtf: { type: 'application/rtf', extensions: ['rtf'], alsoDeclared: ['text/rtf', 'application/msword'] },
  txt: { type: 'text/plain', extensions: ['txt'] },
  csv: { type: 'text/csv', extensions: ['csv'], alsoDeclared: ['text/plain', 'application/vnd.ms-excel'] },
  jpg: { type: 'image/jpeg', extensions: ['jpg', 'jpeg'], alsoDeclared: ['image/jpg', 'image/pjpeg'] },
  png: { type: 'image/png', extensions: ['png'] },
  webp: { type: 'image/webp', extensions: ['webp'] },
  tiff: { type: 'image/tiff', extensions: ['tif', 'tiff'] },
} as const satisfies Record<string, Kind>;

export type FileKind = keyof typeof KINDS;

export const FILE_KINDS = Object.keys(KINDS) as FileKind[];

/** How files that are taken end, for `accept` of a field. */
export const FILE_EXTENSIONS: readonly string[] = FILE_KINDS.flatMap((kind) => [...KINDS[kind].extensions]);

/** The media type that a file of this kind is sent with. Texts are UTF-8, which is checked when they come. */
export function mediaTypeOf(kind: FileKind): string {
  const { type } = KINDS[kind];
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

/** The kind that a name claims by its ending; undefined for none of ours. */
export function kindOfName(name: string): FileKind | undefined {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return FILE_KINDS.find((kind) => (KINDS[kind].extensions as readonly string[]).includes(ending));
}

/** True when a declared media type fits the kind, or says nothing. */
export function fitsDeclared(kind: FileKind, declared: string | undefined): boolean {
  const bare = bareType(declared);
  if (bare === '' || bare === 'application/octet-stream') return true;
  const { type, alsoDeclared = [] }: Kind = KINDS[kind];
  return bare === type || alsoDeclared.includes(bare);
}

/** `Text/CSV; charset=utf-8` → `text/csv`. */
export function bareType(declared: string | undefined): string {
  return (declared ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
