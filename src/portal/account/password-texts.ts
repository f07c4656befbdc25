import type { PasswordTexts } from '../components/index.js';
import type { PageContext } from '../frame/index.js';

/** Words of the button that shows a password. */
export function passwordTexts(ctx: PageContext): PasswordTexts {
  const text = (name: string): string => ctx.t(`portal.password.${name}`);
  return {
    show: text('show'),
    hide: text('hide'),
    showLabel: text('showLabel'),
    hideLabel: text('hideLabel'),
    shownAnnouncement: text('shown'),
    hiddenAnnouncement: text('hidden'),
  };
}
