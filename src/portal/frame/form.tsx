import { randomUUID } from 'node:crypto';
import type { ComponentChildren, JSX } from 'preact';
import { KEY_FIELD, type FormBody } from '../../platform/http/index.js';
import { Problem } from '../../platform/kernel/index.js';
import { ErrorSummary } from '../components/index.js';
import type { FilledForm } from './filled-form.js';
import { TOKEN_FIELD } from './form.guard.js';
import type { PageContext, QueryValues } from './page-context.js';

/** The version of what is changed, as it was read: a form for an older one is refused. */
export const VERSION_FIELD = '_version';

/** What a form takes. */
export interface FormProps {
  readonly ctx: PageContext;
  /** Where it goes, a path without the language; to this very page if not said. */
  readonly action?: string | undefined;
  /** The values that follow `action` in the address. */
  readonly query?: QueryValues | undefined;
  /** What the texts in it are about; until they are received, scripts keep them in the browser under this name. */
  readonly keeps?: string | undefined;
  readonly version?: number | undefined;
  /** It has fields for files; its route says so, too. */
  readonly multipart?: boolean;
  readonly children: ComponentChildren;
}

/** A form that posts, with the proof that it is ours and a key that makes a double click one record. */
export function Form({ ctx, action, query, keeps, version, multipart = false, children }: FormProps): JSX.Element {
  return (
    <form
      method="post"
      action={action === undefined ? ctx.url(ctx.here) : ctx.url(action, query)}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
      accept-charset="utf-8"
      data-keeps={keeps}
    >
      <input type="hidden" name={TOKEN_FIELD} value={ctx.proof.token()} />
      <input type="hidden" name={KEY_FIELD} value={randomUUID()} />
      {version !== undefined && <input type="hidden" name={VERSION_FIELD} value={version} />}
      {children}
    </form>
  );
}

/** The version that was read when a form was shown; undefined where it has none. Throws `changed-meanwhile` for nonsense. */
export function versionIn(body: FormBody): number | undefined {
  const version = body.get(VERSION_FIELD);
  if (version === undefined) return undefined;
  if (!/^\d{1,9}$/.test(version)) throw new Problem('changed-meanwhile');
  return Number(version);
}

/** What is wrong with a form, above its heading; nothing when nothing is. */
export function FormErrors({ filled }: { readonly filled: FilledForm }): JSX.Element | null {
  const { summary, ctx } = filled;
  return summary.length === 0 ? null : <ErrorSummary title={ctx.t('portal.form.problem')} errors={summary} />;
}
