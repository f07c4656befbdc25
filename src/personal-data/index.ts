export * from './personal-data.module.js';
