import { VersionRequest, type DraftResponse } from '../../consultations/index.js';
import type { FormBody } from '../../platform/http/index.js';
import { PreparedForm } from '../desk/index.js';
import type { FilledForm, FirstValues, RowList } from '../frame/index.js';

/** A provision as it is stored. */
export type StoredProvision = DraftResponse['provisions'][number];

type WantedProvision = VersionRequest['provisions'][number];

/** Provisions that are edited on one page; longer texts have several. */
export const PART = 40;

/** The provisions of the text, each with its level at least. */
export const PROVISIONS: RowList = { list: 'provisions', leaf: 'level' };

/** The ids of the stored provisions that the form stands for: what is not among its rows any more was removed. */
export const COVERS_FIELD = '_covers';

/** A part of the text as the form of a new version. */
export const TEXT = new PreparedForm(
  VersionRequest,
  {
    optional: ['note', ...['label', 'heading', 'text', 'table'].map((part) => `provisions[].${part}`)],
    counts: [
      ...['columns', 'headerRows'].map((part) => `provisions[].table.${part}`),
      ...['row', 'column', 'rows', 'columns'].map((part) => `provisions[].table.merged[].${part}`),
    ],
    empty: { provisions: 'portal.desk.text.provisionsEmpty' },
  },
  (fields) => fields,
  (name) => (name.endsWith('.text') ? `${name}.kk` : name),
);

/** The whole text of the new version: the stored one, in which the rows of the form stand for the part they cover. */
export function wholeText(
  stored: readonly StoredProvision[],
  body: FormBody,
  rows: readonly WantedProvision[],
): WantedProvision[] {
  const covered = new Set((body.get(COVERS_FIELD) ?? '').split(','));
  const first = stored.findIndex(({ id }) => covered.has(id));
  const at = first < 0 ? stored.length : first;
  const kept = (part: readonly StoredProvision[]) => part.filter(({ id }) => !covered.has(id)).map(asWanted);
  return [...kept(stored.slice(0, at)), ...rows, ...kept(stored.slice(at))];
}

/** What rows are filled with: a stored provision, or a proposed one. */
export type FirstProvision = Partial<StoredProvision>;

/** Provisions as first values of their rows, which stand for the stored ones with these ids. */
export function valuesOf(provisions: readonly FirstProvision[], covered: readonly string[]): FirstValues {
  const fields = provisions.flatMap(({ id, level, number, label, heading, text, table }, at) => {
    const row = `provisions[${at}]`;
    return [
      [`${row}.id`, id],
      [`${row}.level`, level ?? ''],
      [`${row}.number`, number],
      ...LANGUAGES.flatMap((language) => [
        [`${row}.label.${language}`, label?.[language]],
        [`${row}.heading.${language}`, heading?.[language]],
        [`${row}.text.${language}`, text?.[language]],
      ]),
      ...tableFields(`${row}.table`, table ?? null),
    ];
  });
  return { ...(Object.fromEntries(fields) as FirstValues), [COVERS_FIELD]: covered.join(',') };
}

/** The shape of a table as fields that are not seen: its words alone are edited. */
function tableFields(name: string, table: StoredProvision['table']): [string, number][] {
  if (!table) return [];
  const merged = table.merged.flatMap(({ row, column, rows, columns }, at) =>
    Object.entries({ row, column, rows, columns }).map(([part, count]): [string, number] => [
      `${name}.merged[${at}].${part}`,
      count,
    ]),
  );
  return [[`${name}.columns`, table.columns], [`${name}.headerRows`, table.headerRows], ...merged];
}

/** The fields of the table of a row, as they are to be sent again. */
export function tableFieldsIn(filled: FilledForm, row: string): (readonly [name: string, value: string])[] {
  const found = (name: string): (readonly [string, string])[] => {
    const value = filled.value(name);
    return value === undefined ? [] : [[name, value]];
  };
  const fields = [`${row}.table.columns`, `${row}.table.headerRows`].flatMap(found);
  for (let at = 0; filled.value(`${row}.table.merged[${at}].row`) !== undefined; at += 1) {
    const parts = ['row', 'column', 'rows', 'columns'].map((part) => `${row}.table.merged[${at}].${part}`);
    fields.push(...parts.flatMap(found));
  }
  return fields;
}

const LANGUAGES = ['kk', 'ru', 'en'] as const;

function asWanted({ id, level, number, label, heading, text, table }: StoredProvision): WantedProvision {
  return {
    id,
    ...(text.kk === '' ? {} : { text: localized(text) }),
    ...(label === null ? {} : { label: localized(label) }),
    ...(table === null ? {} : { table: shapeOf(table) }),
    ...(level === null ? {} : { level }),
    ...(number === null ? {} : { number }),
    ...(heading === null ? {} : { heading: localized(heading) }),
  };
}

function shapeOf({ columns, headerRows, merged }: NonNullable<StoredProvision['table']>) {
  return { columns, headerRows, merged: [...merged] };
}

function localized({ kk, ru, en }: StoredProvision['text']) {
  return { kk, ru, ...(en === undefined ? {} : { en }) };
}
