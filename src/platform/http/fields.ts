import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { isEmail, isURL, IsArray, IsObject, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { isId } from '../database/index.js';
import { isLocalDate, type Params } from '../kernel/index.js';
import { faultIn } from './json-body.js';

/** `optional`: may be absent. `nullable`: may be null. Otherwise the field must be there. */
export interface FieldOptions {
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly description?: string;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const EMAIL_CHARACTERS = 254;
/** Something to be seen: neither space nor control nor mark of direction nor filler. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/u;

/** Code points, which is how lengths are counted everywhere. */
export function lengthOf(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/** A rule of form whose name is the error's code and whose numbers go into its sentence. */
export function Check(code: string, holds: (value: unknown) => boolean, params: Params = {}): PropertyDecorator {
  const message = JSON.stringify(params);
  return ValidateBy({ name: code, validator: { validate: holds, defaultMessage: () => message } });
}

/** A text, stored exactly as sent. Lengths in code points; only spaces and what cannot be seen are no text. */
export function TextField(options: FieldOptions & { min?: number; max: number }): PropertyDecorator {
  const { min = 1, max } = options;
  const is = (test: (text: string) => boolean) => (value: unknown) => typeof value === 'string' && test(value);
  return Field(
    options,
    { type: String, minLength: min, maxLength: max },
    Check('text-expected', (value) => typeof value === 'string'),
    Check(
      'control-character',
      is((text) => faultIn(text) === undefined),
    ),
    Check(
      'too-long',
      is((text) => text.length <= max || lengthOf(text) <= max),
      { max },
    ),
    Check(
      'too-short',
      is((text) => lengthOf(text) >= min),
      { min },
    ),
    Check(
      'blank',
      is((text) => min === 0 || VISIBLE.test(text)),
    ),
  );
}

/** One of a closed list of words. */
export function ChoiceField(choices: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  const holds = (value: unknown): boolean => typeof value === 'string' && choices.includes(value);
  return Field(options, { enum: [...choices] }, Check('choice-unknown', holds, { choices: choices.join(', ') }));
}

/** The id of a thing. */
export function IdField(options: FieldOptions = {}): PropertyDecorator {
  return Field(options, { type: String, format: 'uuid' }, Check('id-expected', isId));
}

/** A calendar date, `YYYY-MM-DD`. */
export function DateField(options: FieldOptions = {}): PropertyDecorator {
  return Field(options, { type: String, format: 'date' }, Check('date-expected', isLocalDate));
}

/** An instant with its offset (RFC 3339), kept as text; `new Date(text)` reads it. */
export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  const holds = (value: unknown): boolean =>
    typeof value === 'string' && INSTANT.test(value) && isLocalDate(value.slice(0, 10)) && isReadable(value);
  return Field(options, { type: String, format: 'date-time' }, Check('instant-expected', holds));
}

/** A whole number within bounds. */
export function CountField(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const { min, max } = options;
  const holds = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
  const shape = { type: 'integer', minimum: min, maximum: max } as const;
  return Field(options, shape, Check('count-expected', holds, { min, max }));
}

/** True or false, nothing that looks like it. */
export function FlagField(options: FieldOptions = {}): PropertyDecorator {
  return Field(
    options,
    { type: Boolean },
    Check('flag-expected', (value) => typeof value === 'boolean'),
  );
}

/** An e-mail address; compared in lower case. */
export function EmailField(options: FieldOptions = {}): PropertyDecorator {
  const holds = (value: unknown): boolean => typeof value === 'string' && isEmail(value);
  return Field(options, { type: String, format: 'email', maxLength: EMAIL_CHARACTERS }, Check('email-expected', holds));
}

/** An absolute web address. */
export function UrlField(options: FieldOptions = {}): PropertyDecorator {
  const holds = (value: unknown): boolean =>
    typeof value === 'string' &&
    value.length <= 2000 &&
    isURL(value, { protocols: ['https', 'http'], require_protocol: true, require_tld: false });
  return Field(options, { type: String, format: 'uri', maxLength: 2000 }, Check('url-expected', holds));
}

/** A nested object of the given class. */
export function ObjectField(shape: () => Class<object>, options: FieldOptions = {}): PropertyDecorator {
  return Field(options, { type: () => shape() }, ValidateNested(), Type(shape), IsObject());
}

/** A list of objects of the given class. */
export function ListField(
  shape: () => Class<object>,
  options: FieldOptions & { min?: number; max: number },
): PropertyDecorator {
  return Field(
    options,
    { type: () => shape(), isArray: true },
    ValidateNested(),
    Type(shape),
    IsObject({ each: true }),
    ...size(options),
  );
}

/** A list of ids or words, each checked by `holds`. */
export function WordsField(
  item: { code: string; holds: (value: unknown) => boolean; format?: string; choices?: readonly string[] },
  options: FieldOptions & { min?: number; max: number },
): PropertyDecorator {
  const every = (value: unknown): boolean => !Array.isArray(value) || value.every(item.holds);
  const shape: ApiPropertyOptions = {
    type: String,
    isArray: true,
    ...(item.format ? { format: item.format } : {}),
    ...(item.choices ? { enum: [...item.choices] } : {}),
  };
  return Field(options, shape, Check(item.code, every, { choices: item.choices?.join(', ') ?? '' }), ...size(options));
}

/** A whole number in a query, written in digits only. */
export function QueryCount(options: { min: number; max: number; code: string; otherwise?: number }): PropertyDecorator {
  const { min, max, code, otherwise } = options;
  const holds = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
  const read = ({ value }: { value: unknown }): unknown =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  const shape = { type: 'integer', minimum: min, maximum: max } as const;
  const api = otherwise === undefined ? shape : { ...shape, default: otherwise };
  return Field({ optional: true }, api, Transform(read), Check(code, holds, { min, max }));
}

/** `true` or `false` in a query. */
export function QueryFlag(): PropertyDecorator {
  const read = ({ value }: { value: unknown }): unknown =>
    value === 'true' ? true : value === 'false' ? false : value;
  return Field(
    { optional: true },
    { type: Boolean },
    Transform(read),
    Check('flag-expected', (value) => typeof value === 'boolean'),
  );
}

/** Assembles a field: presence, its entry in the OpenAPI document, and its rules of form. */
export function Field(
  options: FieldOptions,
  shape: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const { optional = false, nullable = false, description } = options;
  const absent = (value: unknown): boolean => (optional && value === undefined) || (nullable && value === null);
  const api = {
    ...shape,
    required: !optional,
    ...(nullable ? { nullable } : {}),
    ...(description ? { description } : {}),
  };
  return applyDecorators(
    ApiProperty(api as ApiPropertyOptions),
    ...(optional || nullable ? [ValidateIf((_, value) => !absent(value))] : []),
    ...rules,
  );
}

function size({ min = 0, max }: { min?: number; max: number }): PropertyDecorator[] {
  return [
    IsArray(),
    Check('too-many', (value) => !Array.isArray(value) || value.length <= max, { max }),
    Check('too-few', (value) => !Array.isArray(value) || value.length >= min, { min }),
  ];
}

function isReadable(instant: string): boolean {
  return !Number.isNaN(Date.parse(instant));
}
