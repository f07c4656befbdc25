import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { PROBLEM_STATUS } from '../kernel/index.js';

type Operation = Record<string, unknown> & {
  responses: Record<string, unknown>;
  security?: unknown;
  parameters?: unknown[];
};

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** The OpenAPI document of the routes as they are; problems, languages and versions are added to each. */
export function openApiDocument(app: INestApplication, publicUrl: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Kenes')
    .setDescription("The working platform of Kazakhstan's public councils: records, comments, assessments.")
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer(publicUrl)
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  completeOperations(document);
  return document;
}

function completeOperations(document: OpenAPIObject): void {
  const schemas = ((document.components ??= {}).schemas ??= {});
  schemas['Problem'] = problemSchema();
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method] as Operation | undefined;
      if (operation) completeOperation(operation, method);
    }
  }
}

function completeOperation(operation: Operation, method: string): void {
  const isPublic = operation['x-public'] === true;
  operation.security = isPublic ? [] : [{ session: [] }];
  delete operation['x-public'];
  operation.responses['default'] = {
    description: 'A problem (RFC 9457), in the language of Accept-Language.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  operation.responses[isPublic ? '400' : '401'] ??= operation.responses['default'];
  const parameters = (operation.parameters ??= []) as { name: string }[];
  if (method === 'get' && isJson(operation) && !parameters.some(({ name }) => name === 'lang'))
    parameters.push(languageParameter() as never);
}

/** False for files, which hold all languages side by side. */
function isJson({ responses }: Operation): boolean {
  const { content } = (responses['200'] ?? {}) as { content?: Record<string, unknown> };
  return content === undefined || 'application/json' in content;
}

function languageParameter(): object {
  return {
    name: 'lang',
    in: 'query',
    required: false,
    description: 'Gives localized texts as strings in this language instead of objects.',
    schema: { type: 'string', enum: ['kk', 'ru', 'en'] },
  };
}

function problemSchema(): never {
  const text = { type: 'string' };
  return {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'instance'],
    properties: {
      type: { type: 'string', enum: Object.keys(PROBLEM_STATUS).map((kind) => `/problems/${kind}`) },
      title: text,
      status: { type: 'integer', enum: [...new Set(Object.values(PROBLEM_STATUS))] },
      detail: text,
      instance: { type: 'string', description: 'urn:uuid: and the number of the request.' },
      code: { type: 'string', description: 'The case within the kind.' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['pointer', 'code', 'detail'],
          properties: { pointer: text, code: text, detail: text },
        },
      },
      state: text,
      possible: { type: 'array', items: text },
      rule: { type: 'object', properties: { id: text, value: {}, basis: {} } },
    },
  } as never;
}
