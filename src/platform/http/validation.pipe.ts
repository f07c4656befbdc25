import type { ArgumentMetadata, PipeTransform, Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError, type ValidatorOptions } from 'class-validator';
import { invalid, invalidAt, isLanguage, Problem, type FieldError, type Params } from '../kernel/index.js';
import { compiledCheck } from './compiled-check.js';
import { faultIn } from './json-body.js';

const OPTIONS: ValidatorOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
  validationError: { target: false, value: false },
};

/** Codes of class-validator's own constraints that our field decorators do not name themselves. */
const CODES: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown-field',
  isObject: 'object-expected',
  isArray: 'list-expected',
  nestedValidation: 'object-expected',
  unknownValue: 'object-expected',
};

/** Checks every body and query against its class: bodies fail with 422, queries with 400. */
export class InputPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'body') return this.#body(value ?? {}, classOf(metatype));
    if (type === 'query') return this.#query(value, metatype);
    return value;
  }

  #body(value: unknown, shape: Type<object>): object {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidAt('', 'object-expected');
    const { instance, errors } = check(shape, value);
    if (errors.length > 0) throw invalid(...errors);
    return instance;
  }

  #query(value: unknown, metatype: Type<unknown> | undefined): unknown {
    if (metatype === undefined || metatype === Object || metatype === String) return value;
    const { lang, ...rest } = value as Record<string, unknown>;
    refuseLanguage(lang);
    const { instance, errors } = check(classOf(metatype), rest);
    for (const [key, text] of Object.entries(rest)) {
      if (typeof text === 'string' && faultIn(text)) errors.push({ pointer: `/${key}`, code: 'control-character' });
    }
    if (errors.length === 0) return instance;
    const worded = errors.map((one) => (one.code === 'unknown-field' ? { ...one, code: 'unknown-parameter' } : one));
    throw new Problem('malformed', { errors: worded });
  }
}

/** Throws `malformed` for a `?lang=` that is none of ours. */
export function refuseLanguage(lang: unknown): void {
  if (lang === undefined || isLanguage(lang)) return;
  const error = { pointer: '/lang', code: 'choice-unknown', params: { choices: 'kk, ru, en' } };
  throw new Problem('malformed', { errors: [error] });
}

function classOf(metatype: Type<unknown> | undefined): Type<object> {
  if (!metatype || metatype === Object) throw new Error('An input needs a class: an interface is not checked at all.');
  return metatype as Type<object>;
}

function check(shape: Type<object>, value: object): { instance: object; errors: FieldError[] } {
  const faultless = compiledCheck(shape)?.(value);
  if (faultless) return { instance: faultless, errors: [] };
  const instance = plainToInstance(shape, value);
  const errors = validateSync(instance, OPTIONS).flatMap((error) => fieldErrors(error, ''));
  return { instance, errors: [...inheritedNames(value, ''), ...errors] };
}

/** Fields named like what every object inherits: class-transformer drops them without a word, and none is ours. */
function inheritedNames(value: unknown, parent: string): FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const pointer = `${parent}/${escaped(key)}`;
    return key in Object.prototype ? [{ pointer, code: 'unknown-field' }] : inheritedNames(part, pointer);
  });
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const pointer = error.property ? `${parent}/${escaped(error.property)}` : parent;
  const own = Object.entries(error.constraints ?? {}).map(([name, message]) => fieldError(pointer, name, message));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}

function fieldError(pointer: string, name: string, message: string): FieldError {
  const code = CODES[name] ?? name;
  // Our own constraints put their numbers into the message, as JSON.
  return message.startsWith('{') ? { pointer, code, params: JSON.parse(message) as Params } : { pointer, code };
}
