import { asProblem, fieldSentence, type FormBody, type HtmlText, problemSentence } from '../../platform/http/index.js';
import type { FieldError as Fault, Problem } from '../../platform/kernel/index.js';
import type { FieldError, SummarizedError } from '../components/index.js';
import type { FormOf } from './form-of.js';
import type { PageContext } from './page-context.js';

/** Codes of a field that say no more than that nothing was filled in, when nothing was. */
const OF_NOTHING = /-expected$|^(too-short|blank|choice-unknown|value-wrong-shape)$/;

/** What a component takes of a field: spread it. */
export interface FieldProps {
  readonly id: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly error: FieldError | undefined;
}

/** What was typed first, by the names of the fields. */
export type FirstValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A form as it is shown: first with what is known already, then with what was typed and what is wrong with it. */
export class FilledForm {
  readonly #faults: ReadonlyMap<string, string>;
  /** Sentences that belong to no field. */
  readonly #others: readonly string[];

  constructor(
    readonly ctx: PageContext,
    private readonly form: FormOf<object>,
    private readonly first: FirstValues,
    private readonly body?: FormBody,
    readonly problem?: Problem,
  ) {
    const errors = (problem?.parts.errors ?? []).map((error) => [this.#nameOf(error), this.#sentence(error)] as const);
    const named = errors.flatMap(([name, text]) => (name === undefined ? [] : [[name, text] as const]));
    const firsts = named.filter(([name], at) => named.findIndex(([other]) => other === name) === at);
    this.#faults = new Map(firsts);
    const unnamed = errors.flatMap(([name, text]) => (name === undefined ? [text] : []));
    this.#others = problem && errors.length === 0 ? [problemSentence(problem, ctx.lang)] : unnamed;
  }

  /** The status of the answer that shows the form. */
  get status(): number {
    return this.problem?.status ?? 200;
  }

  /** What stands in a field: what was typed, else what was there first. */
  value(name: string): string | undefined {
    if (this.body) return this.body.get(name);
    const first = this.first[name];
    return first === undefined || first === null ? undefined : String(first);
  }

  /** What was chosen of a list of checkboxes. */
  values(name: string): string[] {
    if (this.body) return this.body.all(name);
    const first = this.first[name];
    return first === undefined || first === null || first === false ? [] : String(first).split(',');
  }

  /** What is wrong with a field. */
  error(name: string): FieldError | undefined {
    const message = this.#faults.get(name);
    return message === undefined ? undefined : { prefix: this.ctx.t('portal.form.error'), message };
  }

  /** Name, value and error of a field, for a component. */
  field(name: string): FieldProps {
    return { id: idOf(name), name, value: this.value(name), error: this.error(name) };
  }

  /** The same for a group of checkboxes. */
  choices(name: string): { idPrefix: string; name: string; values: string[]; error: FieldError | undefined } {
    return { idPrefix: idOf(name), name, values: this.values(name), error: this.error(name) };
  }

  /** The same for radios. */
  choice(name: string): { idPrefix: string; name: string; value: string | undefined; error: FieldError | undefined } {
    return { idPrefix: idOf(name), name, value: this.value(name), error: this.error(name) };
  }

  /** All that is wrong, for the summary above the form. */
  get summary(): SummarizedError[] {
    const faults = [...this.#faults].map(([name, text]) => ({ text, href: `#${idOf(name)}` }));
    return [...this.#others.map((text) => ({ text })), ...faults];
  }

  #nameOf({ pointer }: Fault): string | undefined {
    return this.body ? this.form.fieldAt(this.body, pointer) : undefined;
  }

  #sentence(fault: Fault): string {
    const name = this.#nameOf(fault);
    const own = name === undefined ? undefined : this.form.how.said[`${name} ${fault.code}`];
    if (own !== undefined) return this.ctx.t(own, fault.params);
    const isEmpty = name !== undefined && (this.value(name) ?? '') === '' && OF_NOTHING.test(fault.code);
    if (!isEmpty) return fieldSentence(fault, this.ctx.lang);
    return this.ctx.t(this.form.how.empty[name] ?? 'portal.form.empty');
  }
}

/** The id of a field: what the summary links to. */
export function idOf(name: string): string {
  return name.replaceAll(/[^\w-]+/g, '-').replace(/-$/, '');
}

/** A first showing of a form. */
export function emptyForm(ctx: PageContext, form: FormOf<object>, first: FirstValues = {}): FilledForm {
  return new FilledForm(ctx, form, first);
}

/** Problems that a person sets right in the form itself; all others have their own pages. */
const SET_RIGHT = ['invalid', 'not-possible-now', 'conflict', 'changed-meanwhile', 'too-many'];

/** What became of a form: `act` when nothing was wrong; else it is shown again, with what was typed and what is wrong. */
export async function formAnswer(
  { ctx, form, body }: { readonly ctx: PageContext; readonly form: FormOf<object>; readonly body: FormBody },
  act: () => Promise<HtmlText>,
  again: (filled: FilledForm) => Promise<HtmlText> | HtmlText,
): Promise<HtmlText> {
  try {
    return await act();
  } catch (error) {
    const problem = asProblem(error);
    const isShown = SET_RIGHT.includes(problem.kind) || problem.parts.code === 'bad-credentials';
    if (!isShown) throw error;
    const answer = await again(new FilledForm(ctx, form, {}, body, problem));
    const { retryAfterSeconds } = problem.parts;
    return retryAfterSeconds === undefined
      ? answer
      : answer.with({ 'retry-after': String(Math.ceil(retryAfterSeconds)) });
  }
}
