export * from './day-text.js';
export * from './translator.js';
