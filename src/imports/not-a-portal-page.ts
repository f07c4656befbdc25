/** A file that cannot be read as a saved page of the national portal; names everything that is missing in it. */
export class NotAPortalPage extends Error {
  override readonly name = 'NotAPortalPage';

  constructor(readonly missing: readonly string[]) {
    super(`This is not a page of a public discussion on legalacts.egov.kz. Missing: ${missing.join(', ')}.`);
  }
}

/** Collects what a page lacks, so that all of it is told at once. */
export class Findings {
  readonly missing: string[] = [];

  /** The value, or `otherwise` with the part noted as missing when it is undefined or empty. */
  need<T>(part: string, value: T | undefined, otherwise: T): T {
    if (value !== undefined && value !== '') return value;
    this.missing.push(part);
    return otherwise;
  }

  /** Throws `NotAPortalPage` when anything is missing. */
  refuse(): void {
    if (this.missing.length > 0) throw new NotAPortalPage(this.missing);
  }
}
