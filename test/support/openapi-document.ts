import { openApiDocument } from '../../src/platform/http/index.js';
import type { TestApplication } from './test-application.js';

/** The OpenAPI document of the application that is tested. */
export function documentOf({ app }: TestApplication): object {
  return openApiDocument(app, 'https://kenes.example');
}
