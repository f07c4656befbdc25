import { Injectable } from '@nestjs/common';
import { constraintOf, Rows } from '../platform/database/index.js';
import { conflict } from '../platform/kernel/index.js';
import { Methodology } from './methodology.entity.js';

/** Methodologies for change. */
@Injectable()
export class MethodologiesRepository {
  constructor(private readonly rows: Rows) {}

  lock(id: string, expected?: number): Promise<Methodology> {
    return this.rows.lock(Methodology, id, expected);
  }

  /** Throws `conflict` when the edition before has a successor already. */
  async insert(methodology: Methodology): Promise<void> {
    await this.rows.insert(Methodology, methodology).catch((error: unknown) => {
      if (constraintOf(error) === 'methodologies_previous') throw conflict('exists-already');
      throw error;
    });
  }

  update(methodology: Methodology): Promise<void> {
    return this.rows.update(Methodology, methodology);
  }
}
