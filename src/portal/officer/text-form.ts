import { VersionRequest, type DraftResponse } from '../../consultations/index.js';
import type { FormBody } from '../../platform/http/index.js';
import { FormOf, type FirstValues, type RowList } from '../frame/index.js';

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
export const TEXT = new FormOf(VersionRequest, {
  optional: ['note', 'provisions[].heading'],
  empty: { provisions: 'portal.desk.text.provisionsEmpty' },
});

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

/** Stored provisions as first values of their rows. */
export function valuesOf(provisions: readonly StoredProvision[]): FirstValues {
  const fields = provisions.flatMap(({ id, level, number, heading, text }, at) => {
    const row = `provisions[${at}]`;
    return [
      [`${row}.id`, id],
      [`${row}.level`, level ?? ''],
      [`${row}.number`, number],
      ...LANGUAGES.flatMap((language) => [
        [`${row}.heading.${language}`, heading?.[language]],
        [`${row}.text.${language}`, text[language]],
      ]),
    ];
  });
  const covers = provisions.map(({ id }) => id).join(',');
  return { ...(Object.fromEntries(fields) as FirstValues), [COVERS_FIELD]: covers };
}

const LANGUAGES = ['kk', 'ru', 'en'] as const;

function asWanted({ id, level, number, heading, text }: StoredProvision): WantedProvision {
  return {
    id,
    text: localized(text),
    ...(level === null ? {} : { level }),
    ...(number === null ? {} : { number }),
    ...(heading === null ? {} : { heading: localized(heading) }),
  };
}

function localized({ kk, ru, en }: StoredProvision['text']) {
  return { kk, ru, ...(en === undefined ? {} : { en }) };
}
