export * from './personal-data.module.js';
export * from './personal-data.service.js';
