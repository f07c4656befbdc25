import type { JSX } from 'preact';
import type { OfferedProvision } from '../../comments/index.js';
import { Select } from '../components/index.js';
import { provisionName } from '../consultations/printed-mark.js';
import { shortened } from '../desk/index.js';
import type { FilledForm, PageContext } from '../frame/index.js';

/** Characters of a provision's name in the list. */
const NAME = 100;

/** Which provision the answer leads to. */
export function AnswerProvisionField({ filled, offered }: AnswerProvisionProps): JSX.Element {
  const { ctx } = filled;
  return (
    <Select
      {...filled.field('provisionId')}
      label={ctx.t('portal.desk.answer.leadsTo')}
      hint={ctx.t('portal.desk.answer.leadsToHint')}
      items={[
        { value: '', text: ctx.t('portal.desk.answer.leadsNowhere') },
        ...offered.map((one) => ({ value: one.id, text: shortened(provisionName(ctx, one), NAME) })),
      ]}
    />
  );
}

interface AnswerProvisionProps {
  readonly filled: FilledForm;
  readonly offered: readonly OfferedProvision[];
}

/** Where the stored answer leads to, and where the one that was written. */
export function comparedProvision(
  ctx: PageContext,
  { filled, offered }: AnswerProvisionProps,
  stored: string | null | undefined,
): { readonly field: string; readonly stored: string; readonly yours: string } {
  const nameOf = (id: string | null | undefined): string => {
    const found = offered.find((one) => one.id === id);
    return found ? shortened(provisionName(ctx, found), NAME) : '–';
  };
  const field = ctx.t('portal.desk.answer.leadsTo');
  return { field, stored: nameOf(stored), yours: nameOf(filled.value('provisionId')) };
}
