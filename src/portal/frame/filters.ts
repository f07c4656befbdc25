import { createParamDecorator, type ExecutionContext, type Type } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { InputPipe } from '../../platform/http/index.js';

const pipe = new InputPipe();
const fields = new WeakMap<Type<object>, ReadonlySet<string>>();

/**
 * The query of a list page as the API's class. What a form of filters sends empty is absent, and what other sites add to
 * a link is no filter. Throws `malformed` for a value that is none.
 */
export const Filters = createParamDecorator((shape: Type<object>, context: ExecutionContext): object => {
  const query = context.switchToHttp().getRequest<FastifyRequest>().query as Record<string, unknown>;
  const known = fieldsOf(shape);
  const said = Object.entries(query).filter(([name, value]) => known.has(name) && value !== '');
  return pipe.transform(Object.fromEntries(said), { type: 'query', metatype: shape }) as object;
});

function fieldsOf(shape: Type<object>): ReadonlySet<string> {
  let known = fields.get(shape);
  if (!known) {
    const rules = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
    known = new Set(rules.map(({ propertyName }) => propertyName));
    fields.set(shape, known);
  }
  return known;
}
