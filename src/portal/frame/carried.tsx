import type { JSX } from 'preact';
import type { FastifyRequest } from 'fastify';
import { FormBody, type FormField } from '../../platform/http/index.js';
import { Button } from '../components/index.js';
import { TOKEN_FIELD } from './form.guard.js';
import type { PageContext } from './page-context.js';

/** A form that could not be taken yet, with all that was written in it, and where it was going. */
export interface Carried {
  readonly to: string;
  readonly fields: readonly FormField[];
}

const SECRET = /password/i;
/** A text from here on is shown again, so that its author sees that nothing was lost. */
const WORTH_SHOWING = 20;

/** What was sent, without passwords and the old proof; the key stays, so that sending it again makes one record. */
export function carriedIn(request: FastifyRequest): Carried | undefined {
  if (!(request.body instanceof FormBody)) return undefined;
  const fields = request.body.fields.filter(([name]) => name !== TOKEN_FIELD && !SECRET.test(name));
  return { to: request.url, fields };
}

/** Reads what `carriedText` wrote; undefined for anything else. */
export function readCarried(text: string | undefined): Carried | undefined {
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { to, fields } = (value ?? {}) as Partial<Record<keyof Carried, unknown>>;
  const isRead = typeof to === 'string' && ownPath(to) !== undefined && Array.isArray(fields) && fields.every(isField);
  return isRead ? { to, fields } : undefined;
}

function isField(field: unknown): field is FormField {
  return Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === 'string');
}

/** For a hidden field. */
export function carriedText({ to, fields }: Carried): string {
  return JSON.stringify({ to, fields });
}

/** A path of ours to go on to; undefined for another site's, or none. */
export function ownPath(path: string | undefined): string | undefined {
  return path !== undefined && /^\/(kk|ru|en)(?=[/?]|$)[^\\\s]*$/.test(path) ? path : undefined;
}

/** The form once more, to be sent by a button: with a new proof, and with what was written shown. */
export function CarriedForm({ ctx, carried, button }: CarriedFormProps): JSX.Element {
  const texts = carried.fields.filter(([name, value]) => !name.startsWith('_') && value.length >= WORTH_SHOWING);
  return (
    <form method="post" action={carried.to} novalidate accept-charset="utf-8">
      <input type="hidden" name={TOKEN_FIELD} value={ctx.proof.token()} />
      {carried.fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {texts.length > 0 && <h2 class="govuk-heading-m">{ctx.t('portal.carried.yours')}</h2>}
      {texts.map(([, value]) => (
        <blockquote class="govuk-inset-text kenes-as-written">{value}</blockquote>
      ))}
      <Button preventDoubleClick>{button}</Button>
    </form>
  );
}

interface CarriedFormProps {
  readonly ctx: PageContext;
  readonly carried: Carried;
  readonly button: string;
}
