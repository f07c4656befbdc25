import type { Import, ImportedFile } from './import.entity.js';
import type { PortalCounters, PortalLanguage, PortalPage } from './portal-page.js';

/** The fields that pages fill. */
export const OF_IMPORT = ['languages', 'bodyName', 'files', 'counters', 'report'] as const;

type Filled = Pick<Import, (typeof OF_IMPORT)[number]>;

/** What a page and those before it say; `read` are the languages that this version was read in. */
export function ofImport(
  page: PortalPage,
  read: readonly PortalLanguage[],
  { bodyName, files, counters, report }: Partial<Filled> = {},
): Filled {
  return {
    languages: [...new Set([...read, page.language])].sort(),
    bodyName: { ...bodyName, [page.language]: page.developerBody.name },
    files: filesOf(page, files ?? []),
    counters: countersOf(page, counters),
    report: page.report ?? report ?? null,
  };
}

/** Files of the page and of those read before, in the order of their numbers. */
function filesOf({ files, language }: PortalPage, before: readonly ImportedFile[]): ImportedFile[] {
  const all = new Map(before.map((file) => [file.id, file]));
  for (const { id, name } of files) {
    // A file that both pages show stays with the language it was read in first.
    if ((all.get(id)?.language ?? language) === language) all.set(id, { id, name, language });
  }
  return [...all.values()].sort((one, other) => Number(one.id) - Number(other.id));
}

/** The higher of each figure: the two pages of a discussion are saved one after the other. */
function countersOf({ counters }: PortalPage, before: PortalCounters | undefined): PortalCounters {
  if (!before) return counters;
  const higher = (name: keyof PortalCounters): number => Math.max(counters[name], before[name]);
  return {
    comments: higher('comments'),
    accepted: higher('accepted'),
    notAccepted: higher('notAccepted'),
    likes: higher('likes'),
    dislikes: higher('dislikes'),
    views: higher('views'),
  };
}
