import { inflateSync } from 'node:zlib';

/** Letters of a font by the number under which the pages name them. */
type Letters = ReadonlyMap<number, string>;

/** The words of a PDF as a reader copies them out, and its objects; of files with one stream filter, as ours are. */
export interface ReadPdf {
  readonly text: string;
  readonly pages: number;
  readonly source: string;
}

/** Reads a PDF by its own tables of letters (ToUnicode). */
export function readPdf(bytes: Buffer): ReadPdf {
  const source = bytes.toString('latin1');
  const objects = new Map<string, { dictionary: string; stream: string }>();
  for (const [, id = '', body = ''] of source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const at = body.indexOf('stream\n');
    const packed = at < 0 ? '' : body.slice(at + 7, body.lastIndexOf('\nendstream'));
    const isPacked = /\/Filter \/FlateDecode/.test(body.slice(0, at < 0 ? undefined : at));
    const stream = isPacked ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed;
    objects.set(id, { dictionary: at < 0 ? body : body.slice(0, at), stream });
  }
  const fonts = new Map<string, Letters>();
  for (const { dictionary } of objects.values()) {
    for (const [, name = '', font = ''] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const letters = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.dictionary ?? '')?.[1] ?? '';
      fonts.set(name, lettersOf(objects.get(letters)?.stream ?? ''));
    }
  }
  const contents = [...objects.values()].filter(({ stream }) => stream.includes(' Tf'));
  const text = contents.map(({ stream }) => wordsOf(stream, fonts)).join('\n');
  return { text, pages: contents.length, source };
}

function wordsOf(stream: string, fonts: ReadonlyMap<string, Letters>): string {
  let letters: Letters = new Map();
  const lines: string[] = [];
  for (const [, font, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    const codes = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    if (shown !== undefined) lines.push(codes.map((code) => letters.get(parseInt(code, 16)) ?? '\ufffd').join(''));
  }
  return lines.join('\n');
}

function lettersOf(map: string): Letters {
  const letters = new Map<number, string>();
  for (const [, ranges = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)\nendbfrange/g)) {
    for (const [, from = '', list = ''] of ranges.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
      for (const [at, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
        letters.set(parseInt(from, 16) + at, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
      }
    }
  }
  return letters;
}
