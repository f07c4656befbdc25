import { Injectable } from '@nestjs/common';
import { isId } from '../../platform/database/index.js';
import { fileResponse, Files, FilesQueries, type FileResponse } from '../../platform/files/index.js';
import { asProblem, FILE_MEBIBYTES, FormBody, type FormField } from '../../platform/http/index.js';
import { invalidAt, type Actor, type Problem } from '../../platform/kernel/index.js';

/** A form whose files are kept: their ids stand in it as fields. */
export interface KeptForm {
  readonly body: FormBody;
  /** Why one of them was not kept; those before it are. */
  readonly problem?: Problem;
}

/** Keeps the files of forms until something uses them, so that a form that is shown again has lost none. */
@Injectable()
export class FormFiles {
  constructor(
    private readonly files: Files,
    private readonly queries: FilesQueries,
  ) {}

  /** Puts the ids of the files of this field into it: beside those that it has, or in their place where it holds `one`. */
  async kept(body: FormBody, by: Actor, field: string, { one = false } = {}): Promise<KeptForm> {
    const added: FormField[] = [];
    const whole = (): FormBody => {
      const isOld = ([name]: FormField): boolean => one && added.length > 0 && name === field;
      return new FormBody([...body.fields.filter((said) => !isOld(said)), ...added]);
    };
    try {
      for (const file of body.files.filter((chosen) => chosen.field === field)) {
        const { id } = await this.files.keep(file, by, { name: `/${field}`, bytes: `/${field}` });
        added.push([field, id]);
      }
      return { body: whole() };
    } catch (error) {
      const problem = asProblem(error);
      const isTooLarge = problem.parts.code === 'file-too-large';
      const fault = isTooLarge ? invalidAt(`/${field}`, 'file-too-large', { max: FILE_MEBIBYTES }) : problem;
      return { body: whole(), problem: fault };
    }
  }

  /** Files of the reader that wait to be used, of those whose ids stand in a form. */
  async waiting(by: Actor, ids: readonly string[]): Promise<FileResponse[]> {
    return (await this.queries.unusedOf(by.accountId ?? '', ids.filter(isId))).map(fileResponse);
  }
}
