import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PageContext } from './page-context.js';

/** A part of the frame that many pages have alike: rendered once under its name. */
export function Repeated({ ctx, name, children }: RepeatedProps): JSX.Element {
  const { rendered } = ctx.navigation;
  let html = rendered.get(name);
  if (html === undefined) {
    html = renderToString(children());
    rendered.set(name, html);
  }
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}

interface RepeatedProps {
  readonly ctx: PageContext;
  /** Says all that the part depends on: language, and which of its links is current. */
  readonly name: string;
  readonly children: () => JSX.Element;
}
