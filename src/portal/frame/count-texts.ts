import type { CharacterCountTexts, PluralText } from '../components/index.js';
import type { PageContext } from './page-context.js';

const FORMS = ['one', 'few', 'many', 'other'] as const;

/** The words of a count of characters; `%{count}` in them is filled in by the script. */
export function countTexts(ctx: PageContext, max: number): CharacterCountTexts {
  const plural = (key: string): PluralText =>
    Object.fromEntries(FORMS.map((form) => [form, ctx.t(`portal.count.${key}.${form}`)])) as unknown as PluralText;
  return {
    description: ctx.t('portal.comment.count', { max: ctx.format.number(max) }),
    underLimit: plural('under'),
    atLimit: ctx.t('portal.count.at'),
    overLimit: plural('over'),
  };
}
