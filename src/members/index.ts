export * from './activation.service.js';
export * from './composition-alarms.service.js';
export { type Breach } from './composition.policy.js';
export { compositionResponse, type CompositionResponse } from './composition.responses.js';
export * from './member.entity.js';
export * from './member.lifecycle.js';
export * from './member-reads.queries.js';
export * from './member-role.entity.js';
export * from './member-roles.service.js';
export * from './members.module.js';
export * from './members.queries.js';
export {
  CompositionQuery,
  MemberEndRequest,
  MemberRequest,
  MemberRoleRequest,
  OrganizationRequest,
  type PersonRequest,
  RoleEndRequest,
} from './members.requests.js';
export type { MemberRead, MemberRoleResponse, OrganizationResponse } from './members.responses.js';
export * from './members.service.js';
export * from './organization.entity.js';
export * from './organizations.repository.js';
export * from './organizations.service.js';
export * from './person.entity.js';
