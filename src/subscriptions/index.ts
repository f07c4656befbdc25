export { NEWS_KINDS, type NewsKind } from './news.js';
export * from './subscriptions.module.js';
export * from './subscriptions.queries.js';
export { SeenRequest } from './subscriptions.requests.js';
export { OwnSubscriptionResponse, SubscriptionResponse } from './subscriptions.responses.js';
export * from './subscriptions.service.js';
