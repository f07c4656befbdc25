export * from './conversion-limits.js';
export { ConversionThreads } from './conversion-threads.js';
export * from './conversions.module.js';
export * from './conversions.service.js';
export { LossResponse, OutlineResponse, ProposalResponse, ProposedProvisionResponse } from './conversions.responses.js';
export { DOCUMENT_LANGUAGES, type DocumentLanguage } from './converted.js';
