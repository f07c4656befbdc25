export * from './changed-rows.js';
export * from './changed-words.js';
export * from './comparison.js';
export * from './comparisons.module.js';
export * from './comparisons.queries.js';
export { ComparisonQuery } from './comparisons.requests.js';
