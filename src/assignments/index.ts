export * from './assignments.module.js';
export { AssignmentRequest, WorkListQuery } from './assignments.requests.js';
export { type AssignedResponse, type OfficersResponse, type WorkItemResponse } from './assignments.responses.js';
export * from './assignments.service.js';
export * from './work-lists.queries.js';
