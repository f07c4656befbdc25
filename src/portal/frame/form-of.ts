import type { Type } from '@nestjs/common';
import { InputPipe, type FormBody, type FormField } from '../../platform/http/index.js';
import { Problem } from '../../platform/kernel/index.js';

/** How the texts of a form become the fields of a request. Names are written as in the form, list places as `[]`. */
export interface FormShape {
  /** True for `true`, else false: a checkbox that is not ticked is not sent. Names without places only. */
  readonly flags?: readonly string[];
  /** `true` or `false`, each sent as such: radios. */
  readonly choicesOfTwo?: readonly string[];
  /** Whole numbers in digits. */
  readonly counts?: readonly string[];
  /** Sent several times under one name: checkboxes. */
  readonly lists?: readonly string[];
  /** Groups that are left out when all of their fields are empty. */
  readonly optional?: readonly string[];
  /** Fields of the form that are no fields of the request. */
  readonly aside?: readonly string[];
  /** The sentence for a field that was left empty, by its name; else `portal.form.empty`. */
  readonly empty?: Readonly<Record<string, string>>;
  /** Our own sentence for a fault, by `<field> <code>`, where the API's speaks of the request. */
  readonly said?: Readonly<Record<string, string>>;
}

/** An object or a list, by the steps of a name. */
type Tree = Record<string, unknown>;

const OF_TWO: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);
const COUNT = /^\d{1,9}$/;
const NAME = /^[A-Za-z]\w*(\.[A-Za-z]\w*|\[\d{1,3}\])*$/;

/** A form and the request it makes: the same class, checked by the same rules, as the API's. */
export class FormOf<T extends object> {
  readonly #pipe = new InputPipe();

  readonly how: Required<FormShape>;

  constructor(
    private readonly shape: Type<T>,
    how: FormShape = {},
  ) {
    this.how = {
      flags: [],
      choicesOfTwo: [],
      counts: [],
      lists: [],
      optional: [],
      aside: [],
      empty: {},
      said: {},
      ...how,
    };
  }

  /** The request in a form. Empty fields are absent. Throws `invalid` with pointers, as the API does. */
  read(body: FormBody): T {
    return this.checked(this.#request(body).value);
  }

  /** The request that was made otherwise than from a form. Throws `invalid` as the API does. */
  checked(request: object): T {
    return this.#pipe.transform(request, { type: 'body', metatype: this.shape }) as T;
  }

  /** The field of the form that a pointer into the request means; undefined when it means none of them. */
  fieldAt(body: FormBody, pointer: string): string | undefined {
    if (pointer === '') return undefined;
    const places = [...this.#request(body).places];
    const found = places.find(([at]) => at === pointer) ?? places.find(([at]) => at.startsWith(`${pointer}/`));
    return found?.[1] ?? nameOf(pointer);
  }

  #request(body: FormBody): { value: Tree; places: Map<string, string> } {
    const value: Tree = {};
    const places = new Map<string, string>();
    const rows = new Map<string, string[]>();
    for (const [name, text] of this.#sent(body)) {
      const steps = this.#steps(name, rows);
      places.set(`/${steps.join('/')}`, name);
      put(value, steps, this.#typed(pattern(name), name, text, body));
    }
    for (const flag of this.how.flags) {
      places.set(`/${flag.replaceAll('.', '/')}`, flag);
      if (body.get(flag) === undefined) put(value, flag.split('.'), false);
    }
    return { value, places };
  }

  /** What counts of what was sent: no group of which nothing was filled in, no row of a list that was left empty. */
  #sent(body: FormBody): FormField[] {
    const said = body.said.filter(([name]) => !this.how.aside.includes(name));
    for (const [name] of said) {
      if (!NAME.test(name)) throw new Problem('malformed', { code: 'forbidden-key' });
    }
    const groups = new Set<string>();
    for (const [name, text] of said) if (text !== '') for (const group of groupsOf(name)) groups.add(group);
    const isLeftOut = (group: string): boolean =>
      !groups.has(group) && (group.endsWith(']') || this.how.optional.includes(pattern(group)));
    return said.filter(([name]) => !groupsOf(name).some(isLeftOut));
  }

  /** Rows of a list move up where those before them were left out, so that the list has no holes. */
  #steps(name: string, rows: Map<string, string[]>): string[] {
    let path = '';
    return name.split(/\.|(?=\[)/).map((step) => {
      const parent = path;
      path += step.startsWith('[') ? step : `.${step}`;
      if (!step.startsWith('[')) return step;
      const known = rows.get(parent) ?? [];
      rows.set(parent, known);
      if (!known.includes(step)) known.push(step);
      return String(known.indexOf(step));
    });
  }

  #typed(general: string, name: string, text: string, body: FormBody): unknown {
    const { flags, choicesOfTwo, counts, lists } = this.how;
    if (lists.includes(general)) return body.all(name).filter((one) => one !== '');
    if (flags.includes(general)) return text === 'true';
    if (text === '') return undefined;
    if (choicesOfTwo.includes(general)) return OF_TWO.get(text) ?? text;
    return counts.includes(general) && COUNT.test(text) ? Number(text) : text;
  }
}

/** `votes[3].choice` → `votes[].choice`. */
function pattern(name: string): string {
  return name.replaceAll(/\[\d+\]/g, '[]');
}

/** `votes[3].choice` → `votes[3]`, `votes`; the group a field lies in, and those around it. */
function groupsOf(name: string): string[] {
  const ends = [...name.matchAll(/\.|\[/g)].map(({ index }) => index);
  return ends.map((end) => name.slice(0, end));
}

/** `/votes/0/choice` → `votes[0].choice`. */
function nameOf(pointer: string): string {
  return pointer
    .slice(1)
    .split('/')
    .reduce((name, step) => (/^\d+$/.test(step) ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`), '');
}

function put(value: Tree, steps: readonly string[], leaf: unknown): void {
  let at: Tree = value;
  for (const [place, step] of steps.slice(0, -1).entries()) at = within(at, step, steps[place + 1] ?? '');
  if (leaf !== undefined) at[steps.at(-1) ?? ''] = leaf;
}

/** Own properties only: a name such as `constructor.prototype.x` makes objects of its own and reaches no others. */
function within(at: Tree, step: string, following: string): Tree {
  if (!Object.hasOwn(at, step)) at[step] = /^\d+$/.test(following) ? [] : {};
  const next = at[step];
  if (typeof next !== 'object' || next === null) throw new Problem('malformed', { code: 'forbidden-key' });
  return next as Tree;
}
