export * from './subscription.controller.js';
export * from './subscriptions.controller.js';
export * from './unsubscribe.controller.js';
