import type { AgendaItemResponse } from '../../meetings/index.js';
import type { FilledForm, Names, PageContext } from '../frame/index.js';
import type { MeetingScreen } from './meeting-screens.service.js';

/** The forms of the screen; one that was refused is shown again with what was typed. */
export type ScreenForms = Partial<
  Record<'attendance' | 'opening' | 'votes' | 'recommendation' | 'dispatch' | 'closing', FilledForm>
>;

/** What the screen of a meeting shows. */
export interface ScreenProps {
  readonly ctx: PageContext;
  readonly screen: MeetingScreen;
  readonly names: Names;
  readonly forms: ScreenForms;
  readonly now: Date;
}

/** The same with the item that is dealt with. */
export interface ItemProps extends ScreenProps {
  readonly item: AgendaItemResponse;
}
