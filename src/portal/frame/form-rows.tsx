import type { ComponentChildren, JSX } from 'preact';
import { FormBody, type FormField } from '../../platform/http/index.js';
import { Button } from '../components/index.js';
import type { FilledForm } from './filled-form.js';

/** What the buttons of a list send: which row is to be added or removed before anything is saved. */
export const ROWS_FIELD = '_rows';

const WANTED = /^(add|remove):(\d{1,3})$/;

/** The fields of a list in a form, each row with this field at least. */
export interface RowList {
  readonly list: string;
  readonly leaf: string;
}

/** The form with a row more or less, as a button of the list asked for; undefined when the form is to be saved. */
export function withRowsChanged(body: FormBody, { list, leaf }: RowList): FormBody | undefined {
  const [, act, digits = ''] = WANTED.exec(body.get(ROWS_FIELD) ?? '') ?? [];
  if (act === undefined) return undefined;
  const at = Number(digits);
  const ofList = new RegExp(`^${list}\\[(\\d{1,3})\\]`);
  const renumbered = body.fields.flatMap(([name, value]): FormField[] => {
    const row = ofList.exec(name)?.[1];
    if (row === undefined) return name === ROWS_FIELD ? [] : [[name, value]];
    if (act === 'remove' && Number(row) === at) return [];
    const moved = Number(row) + moveOf(act, Number(row), at);
    return [[name.replace(ofList, `${list}[${moved}]`), value]];
  });
  const added: FormField[] = act === 'add' ? [[`${list}[${at}].${leaf}`, '']] : [];
  return new FormBody([...renumbered, ...added]);
}

function moveOf(act: string, row: number, at: number): number {
  if (act === 'add') return row >= at ? 1 : 0;
  return row > at ? -1 : 0;
}

/** How many rows a form has; at least `least`. */
export function rowsIn(filled: FilledForm, { list, leaf }: RowList, least = 0): number {
  let rows = 0;
  while (filled.value(`${list}[${rows}].${leaf}`) !== undefined) rows += 1;
  return Math.max(rows, least);
}

interface RowButtonProps {
  readonly act: 'add' | 'remove';
  /** The place of the new row, or of the one that goes. */
  readonly at: number;
  /** Where the page stands afterwards: the id of an element. */
  readonly place?: string;
  readonly action?: string;
  readonly children: ComponentChildren;
}

/** Adds or removes a row without saving; works without scripts, as a button of the form. */
export function RowButton({ act, at, place, action, children }: RowButtonProps): JSX.Element {
  const attributes = place === undefined || action === undefined ? {} : { formaction: `${action}#${place}` };
  return (
    <Button
      variant="secondary"
      class="govuk-!-margin-bottom-2"
      name={ROWS_FIELD}
      value={`${act}:${at}`}
      attributes={attributes}
    >
      {children}
    </Button>
  );
}

/** The button that the Enter key presses, where others stand above the one that saves: first in its form, not seen. */
export function EnterButton({ children }: { readonly children: string }): JSX.Element {
  return (
    <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
      {children}
    </button>
  );
}
