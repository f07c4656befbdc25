export { PortalModule } from './portal.module.js';
export { PolicyReports } from './site/policy-reports.service.js';
