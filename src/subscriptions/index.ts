export * from './subscriptions.module.js';
export * from './subscriptions.queries.js';
export { OwnSubscriptionResponse, SubscriptionResponse } from './subscriptions.responses.js';
export * from './subscriptions.service.js';
