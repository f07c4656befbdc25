export * from './csv.parser.js';
export * from './csv.writer.js';
