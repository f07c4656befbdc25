import type { Type as Class } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { Field, TextField, type FieldOptions } from './fields.js';

/** A text in Kazakh and Russian, optionally in English. */
export class LocalizedTextResponse {
  @ApiProperty({ type: String })
  kk!: string;

  @ApiProperty({ type: String })
  ru!: string;

  @ApiProperty({ type: String, required: false })
  en?: string | undefined;
}

const classes = new Map<number, Class<object>>();

/** A text in kk and ru, optionally en, each of at most `max` code points (I1.languages). */
export function LocalizedField(options: FieldOptions & { max: number }): PropertyDecorator {
  const shape = localizedInput(options.max);
  const text = { type: 'string', minLength: 1, maxLength: options.max } as const;
  const schema = { type: 'object', required: ['kk', 'ru'], properties: { kk: text, ru: text, en: text } } as const;
  return Field(
    options,
    schema as never,
    ValidateNested(),
    Type(() => shape),
    IsObject(),
  );
}

function localizedInput(max: number): Class<object> {
  const known = classes.get(max);
  if (known) return known;
  class LocalizedInput {
    @TextField({ max })
    kk!: string;

    @TextField({ max })
    ru!: string;

    @TextField({ max, optional: true })
    en?: string;
  }
  classes.set(max, LocalizedInput);
  return LocalizedInput;
}
