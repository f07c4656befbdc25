export * from './demo-clock.js';
export * from './demo.module.js';
export * from './demo.service.js';
