export * from './block.js';
export * from './docx.js';
export * from './pdf.js';
