export * from './act-type.js';
export * from './body-rules.js';
export * from './comments-by-email.service.js';
export * from './comparative-table.js';
export * from './consultation-read.js';
export * from './consultation.deadlines.js';
export * from './consultation.entity.js';
export * from './consultation.lifecycle.js';
export * from './consultation.policy.js';
export * from './consultations.events.js';
export * from './consultations.module.js';
export * from './consultations.queries.js';
export * from './consultations.repository.js';
export { DOCUMENT_KINDS, type DocumentKind } from './document.entity.js';
export * from './documents.queries.js';
export { DocumentRequest } from './documents.requests.js';
export { DocumentResponse } from './documents.responses.js';
export * from './documents.service.js';
export {
  ConclusionRequest,
  ConsultationChangeRequest,
  ConsultationRequest,
  ConsultationsQuery,
  ExtensionRequest,
  WithdrawalRequest,
} from './consultations.requests.js';
export { type ConsultationItem, consultationResponse, ConsultationResponse } from './consultations.responses.js';
export * from './consultations.service.js';
export * from './council-notice.entity.js';
export * from './draft-lines.queries.js';
export * from './draft-version.entity.js';
export * from './early-engagement.js';
export * from './drafts.queries.js';
export {
  ComparativeRowResponse,
  DraftResponse,
  DraftVersionResponse,
  ProvisionResponse,
  TableShapeResponse,
} from './drafts.responses.js';
export {
  ComparativeTableRequest,
  ProvisionRequest,
  TableShapeRequest,
  VersionRequest,
  PROVISIONS_MAX,
} from './drafts.requests.js';
export * from './drafts.service.js';
export * from './provision.entity.js';
export * from './provision-text.entity.js';
export * from './publication.service.js';
export * from './table-shape.js';
export * from './window-extensions.service.js';
