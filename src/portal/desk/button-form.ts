import { FormOf } from '../frame/index.js';

/** A form of one button: nothing is filled in. */
export const BUTTON = new FormOf<object>(Object);
