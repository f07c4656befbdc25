import { MinutesCorrectionRequest, MinutesRequest, MinutesSignatureRequest } from '../../minutes/index.js';
import { FormOf } from '../frame/index.js';

/** The secretary's own words; both fields empty take them away. */
export const NOTES = new FormOf(MinutesRequest, { optional: ['notes'] });

/** The signature of the member who presided. */
export const SIGNATURE = new FormOf(MinutesSignatureRequest, {
  empty: { signedOn: 'portal.desk.minutes.signedOnEmpty' },
});

/** Why published minutes are corrected. */
export const CORRECTION = new FormOf(MinutesCorrectionRequest);
