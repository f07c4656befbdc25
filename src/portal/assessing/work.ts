import type { FilledForm, PageContext } from '../frame/index.js';
import type { WholeScreen } from './assessing-screens.service.js';

/** The forms of the page; one that was refused is shown again with what was typed. */
export type WorkForms = Partial<
  Record<'collection' | 'review' | 'replyRequest' | 'adoption' | 'correction', FilledForm>
>;

/** What the page of an assessment under way shows. */
export interface WorkProps {
  readonly ctx: PageContext;
  readonly screen: WholeScreen;
  readonly forms: WorkForms;
}

/** True while the publication of this version lies ahead. */
export function isComing({ work, edition }: WholeScreen): boolean {
  return work.record.state === 'published' && edition?.number !== work.record.version;
}
