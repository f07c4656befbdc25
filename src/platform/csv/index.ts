export * from './csv.parser.js';
