import type { ComponentChildren, JSX } from 'preact';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { InsetText, Table } from '../components/index.js';
import { FormErrors, Localized, type FilledForm, type PageContext } from '../frame/index.js';

/** One field as it is stored now and as it was entered. */
export interface Compared {
  readonly field: string;
  readonly stored: ComponentChildren;
  readonly yours: ComponentChildren;
}

interface RefusalProps {
  /** The form that was sent; nothing is shown where it was not refused. */
  readonly filled: FilledForm | undefined;
  /** What a stale form is compared in. */
  readonly compared?: readonly Compared[];
}

/** The form of a page with several that was refused; undefined when none was. */
export function refused(forms: Readonly<Record<string, FilledForm | undefined>>): FilledForm | undefined {
  return Object.values(forms).find((filled) => filled?.problem !== undefined);
}

/** Why a form was not taken: what is wrong, by which article, and, where it was stale, what is stored by now. */
export function Refusal({ filled, compared = [] }: RefusalProps): JSX.Element | null {
  if (!filled?.problem) return null;
  const { ctx, problem } = filled;
  const isStale = problem.kind === 'changed-meanwhile';
  return (
    <>
      <FormErrors filled={filled} />
      {problem.parts.rule && <RuleNote ctx={ctx} id={problem.parts.rule.id} basis={problem.parts.rule.basis} />}
      {isStale && compared.length > 0 && <Newer ctx={ctx} compared={compared} />}
    </>
  );
}

interface RuleNoteProps {
  readonly ctx: PageContext;
  readonly id: string;
  readonly basis: unknown;
}

/** The rule that stood in the way, with its article. */
export function RuleNote({ ctx, id, basis }: RuleNoteProps): JSX.Element {
  return (
    <InsetText>
      {ctx.t('portal.desk.rule', { id })}
      {isText(basis) && (
        <>
          {' '}
          <Localized ctx={ctx} text={basis} />
        </>
      )}
    </InsetText>
  );
}

function isText(basis: unknown): basis is LocalizedText {
  return typeof basis === 'object' && basis !== null && 'kk' in basis && 'ru' in basis;
}

/** What is stored by now beside what was entered. */
function Newer({ ctx, compared }: { readonly ctx: PageContext; readonly compared: readonly Compared[] }): JSX.Element {
  return (
    <section aria-labelledby="newer">
      <h2 class="govuk-heading-m" id="newer">
        {ctx.t('portal.form.newer')}
      </h2>
      <p class="govuk-body">{ctx.t('portal.form.newerText')}</p>
      <div class="kenes-scroll" tabIndex={0} role="region" aria-labelledby="newer">
        <Table
          caption={ctx.t('portal.form.newer')}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[ctx.t('portal.form.field'), ctx.t('portal.form.stored'), ctx.t('portal.form.yours')]}
          rows={compared.map(({ field, stored, yours }) => [
            field,
            { content: stored, class: 'kenes-as-written' },
            { content: yours, class: 'kenes-as-written' },
          ])}
        />
      </div>
    </section>
  );
}
