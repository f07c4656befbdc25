import type { HtmlText } from '../../platform/http/index.js';
import { type FilledForm, page, type Head, type PageContext } from '../frame/index.js';
import type { JSX } from 'preact';

/** A form shown again with its status; where somebody tried too often, with the seconds to wait. */
export function shownAgain(ctx: PageContext, head: Head, filled: FilledForm, body: JSX.Element): HtmlText {
  const wait = filled.problem?.parts.retryAfterSeconds;
  const answer = page(ctx, head, body, filled.status);
  return wait === undefined ? answer : answer.with({ 'retry-after': String(Math.max(1, Math.ceil(wait))) });
}
