import type { Type } from '@nestjs/common';
import { FormBody, type FormField } from '../../platform/http/index.js';
import { FormOf, type FormShape } from '../frame/index.js';

/** What a form makes of the texts that were sent before they become a request. */
export type Preparation = (fields: readonly FormField[]) => readonly FormField[];

/** A form whose texts are put together first, such as a time of day with its day. What was typed is shown unchanged. */
export class PreparedForm<T extends object> extends FormOf<T> {
  constructor(
    shape: Type<T>,
    how: FormShape,
    private readonly prepare: Preparation,
    /** The field that shows what is wrong with another one, which is not seen. */
    private readonly shownAt: (name: string) => string = (name) => name,
  ) {
    super(shape, how);
  }

  override read(body: FormBody): T {
    return super.read(this.#prepared(body));
  }

  override fieldAt(body: FormBody, pointer: string): string | undefined {
    const name = super.fieldAt(this.#prepared(body), pointer);
    return name === undefined ? undefined : this.shownAt(name);
  }

  #prepared(body: FormBody): FormBody {
    return new FormBody(this.prepare(body.fields));
  }
}
