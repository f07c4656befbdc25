export * from './power.js';
export * from './rule.js';
export * from './rule-set.js';
export * from './rule-value.js';
export * from './rulebook.module.js';
export { RuleRequest, RuleValueField } from './rulebook.requests.js';
export { ruleResponse, RuleResponse } from './rulebook.responses.js';
export * from './rulebook.service.js';
