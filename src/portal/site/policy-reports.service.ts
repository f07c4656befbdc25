import { Injectable, Logger } from '@nestjs/common';

/** Reports logged at most; more of the same tell nothing new. */
const MOST_LOGGED = 100;
const DIRECTIVE = /^[a-z-]{1,50}$/;

/** Reports of browsers about the content security policy, counted since the start. */
@Injectable()
export class PolicyReports {
  readonly #logger = new Logger('ContentSecurityPolicy');
  #total = 0;

  get total(): number {
    return this.#total;
  }

  /** Counts a report in either of the two formats; logs the directive, never an address or a text. */
  count(body: unknown): void {
    this.#total += 1;
    if (this.#total <= MOST_LOGGED) this.#logger.warn({ directive: directiveIn(body) });
  }
}

/** The two formats name the same by different words. */
function directiveIn(body: unknown): string {
  const report: unknown = Array.isArray(body) ? body[0] : body;
  const { 'csp-report': old, body: recent } = (report ?? {}) as Record<
    string,
    Readonly<Record<string, unknown>> | null
  >;
  const names = [old?.['effective-directive'], old?.['violated-directive'], recent?.['effectiveDirective']];
  const directive = names.find((name) => typeof name === 'string' && DIRECTIVE.test(name));
  return typeof directive === 'string' ? directive : 'unknown';
}
