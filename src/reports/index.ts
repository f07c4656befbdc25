export * from './completion-report.entity.js';
export * from './report.deadlines.js';
export * from './reports.module.js';
export * from './reports.queries.js';
export { ReportRequest } from './reports.requests.js';
export { reportResponse, ReportResponse, type ReportRead } from './reports.responses.js';
export * from './reports.service.js';
