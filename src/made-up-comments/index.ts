export * from './made-up-comments.module.js';
export * from './made-up-comments.service.js';
export * from './made-up-texts.js';
