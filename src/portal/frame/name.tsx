import type { JSX } from 'preact';
import { Localized } from './localized.js';
import type { Names } from './names.queries.js';
import type { PageContext } from './page-context.js';

/** The name of a body or council; nothing for an id that has none. */
export function Name({ ctx, names, id }: NameProps): JSX.Element | null {
  const text = id === null ? undefined : names.get(id);
  return text ? <Localized ctx={ctx} text={text} /> : null;
}

interface NameProps {
  readonly ctx: PageContext;
  readonly names: Names;
  readonly id: string | null;
}
