/** A part of the site, named by `portal.nav.<name>`. */
export interface Section {
  readonly name: string;
  readonly path: string;
}

/** The sections under the header of every page, in their order. Those without a page yet are not shown. */
const SECTIONS: readonly Section[] = [
  { name: 'consultations', path: '/consultations' },
  { name: 'councils', path: '/councils' },
  { name: 'recommendations', path: '/recommendations' },
  { name: 'assessments', path: '/assessments' },
  { name: 'follow-ups', path: '/follow-ups' },
  { name: 'rules', path: '/rules' },
  { name: 'search', path: '/search' },
];

/** The last lines of every page. */
const LAST: readonly Section[] = [
  { name: 'journal', path: '/timeline' },
  { name: 'open-data', path: '/open-data' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'privacy', path: '/privacy' },
];

/** The sections that have a page; asked of the router once, so that no link leads nowhere. */
export class Navigation {
  readonly sections: readonly Section[];
  readonly last: readonly Section[];
  /** Parts of the frame that were rendered already, by their names. */
  readonly rendered = new Map<string, string>();

  constructor(hasPage: (path: string) => boolean) {
    this.sections = SECTIONS.filter(({ path }) => hasPage(path));
    this.last = LAST.filter(({ path }) => hasPage(path));
  }
}
