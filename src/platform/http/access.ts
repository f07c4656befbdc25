import {
  applyDecorators,
  createParamDecorator,
  Param,
  SetMetadata,
  type ExecutionContext,
  type PipeTransform,
} from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { isId } from '../database/index.js';
import { notFound, Problem, type Permission } from '../kernel/index.js';
import { actorOf } from './request.js';

export const PERMISSION_OF_ROUTE = 'kenes:permission';
export const PUBLIC_ROUTE = 'kenes:public';

/** The route needs this permission in some scope; the policy judges the row. */
export const May = (permission: Permission): MethodDecorator => SetMetadata(PERMISSION_OF_ROUTE, permission);

/** The route is open to everyone. */
export const Public = (): MethodDecorator =>
  applyDecorators(SetMetadata(PUBLIC_ROUTE, true), ApiExtension('x-public', true));

/** Who asks. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Puts a header that a parameter reads into the OpenAPI document. */
export function documentsHeader(name: string, description: string, schema: object = {}): ParameterDecorator {
  return (target, key) => {
    const handler = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key !== undefined && handler) ApiHeader({ name, description, required: false, schema })(target, key, handler);
  };
}

/** The version named by `If-Match`, undefined without it. Throws `changed-meanwhile` for a tag that is none of ours. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | undefined => {
    const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
    if (header === undefined || header === '*') return undefined;
    const version = /^"v(\d{1,9})(-[\w-]*)?"$/.exec(header)?.[1];
    if (version === undefined) throw new Problem('changed-meanwhile');
    return Number(version);
  },
  [documentsHeader('If-Match', 'The ETag that was read: with another version meanwhile the answer is 412.')],
);

class IdPipe implements PipeTransform {
  transform(value: unknown): string {
    if (!isId(value)) throw notFound();
    return value;
  }
}

/** An id in the path; what is no UUID is simply not found. */
export const Id = (name = 'id'): ParameterDecorator => Param(name, new IdPipe());
