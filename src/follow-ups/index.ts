export * from './follow-up.entity.js';
export * from './follow-up.lifecycle.js';
export * from './follow-up.policy.js';
export * from './follow-ups.module.js';
export * from './follow-ups.queries.js';
export { type FollowUpResponse, type GapResponse } from './follow-ups.responses.js';
export {
  FollowUpCompletionRequest,
  FollowUpProgressRequest,
  FollowUpRefusalRequest,
  FollowUpRequest,
  FollowUpsQuery,
  FollowUpVerificationRequest,
  MeasureRequest,
} from './follow-ups.requests.js';
export * from './follow-ups.service.js';
