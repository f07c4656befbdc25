import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/index.js';
import type { FileRow } from './files.responses.js';
import type { FileUse } from './stored-file.entity.js';

/**
 * Who sees a file: everybody for ever (`lasting`); everybody as long as what it belongs to is open (`open`); the caller
 * but not everybody (`private`); not the caller (`hidden`), for whom there is no such file.
 */
export type Sight = 'lasting' | 'open' | 'private' | 'hidden';

/** Decides on one file for one caller. */
export type Judge = (fileId: string, by: Actor) => Promise<Sight>;

/** Who may see which file. Folders to the right decide on what they use; what nothing uses is its owner's alone. */
@Injectable()
export class FileSights {
  readonly #judges = new Map<FileUse, Judge>();

  register(use: FileUse, judge: Judge): void {
    this.#judges.set(use, judge);
  }

  async of({ id, accountId, usedAs }: FileRow, by: Actor): Promise<Sight> {
    if (usedAs === null) return by.accountId === accountId ? 'private' : 'hidden';
    return (await this.#judges.get(usedAs)?.(id, by)) ?? 'hidden';
  }
}
