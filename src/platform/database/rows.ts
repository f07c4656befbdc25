import type { EntityTarget, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { Injectable } from '@nestjs/common';
import { notFound, Problem } from '../kernel/index.js';
import { UnitOfWork } from './unit-of-work.js';

/** A row with an id and a version that every change raises by one. */
export interface Versioned extends ObjectLiteral {
  id: string;
  version: number;
}

/** Load for change, insert, update: what repositories do, always inside the act's transaction. Never `save()`. */
@Injectable()
export class Rows {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The row, locked for this act. Throws `not-found`, or `changed-meanwhile` when `expected` is another version. */
  async lock<E extends Versioned>(entity: EntityTarget<E>, id: string, expected?: number): Promise<E> {
    const where = { id } as FindOptionsWhere<E>;
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await this.unitOfWork.manager.findOne(entity, { where, lock });
    if (!row) throw notFound();
    if (expected !== undefined && row.version !== expected) throw new Problem('changed-meanwhile');
    return row;
  }

  /** The row, kept from changing while this act lasts, without keeping other readers from the same. */
  async share<E extends Versioned>(entity: EntityTarget<E>, id: string): Promise<E> {
    const where = { id } as FindOptionsWhere<E>;
    const row = await this.unitOfWork.manager.findOne(entity, { where, lock: { mode: 'pessimistic_read' } });
    if (!row) throw notFound();
    return row;
  }

  /** Inserts with explicit columns; an id that exists already is an error, not an update. */
  async insert<E extends ObjectLiteral>(entity: EntityTarget<E>, rows: E | readonly E[]): Promise<void> {
    const list = (Array.isArray(rows) ? rows : [rows]) as QueryDeepPartialEntity<E>[];
    if (list.length === 0) return;
    await this.unitOfWork.manager.createQueryBuilder().insert().into(entity).values(list).updateEntity(false).execute();
  }

  /** Writes all columns of a locked row and raises its version. Throws `changed-meanwhile` when it moved on. */
  async update<E extends Versioned>(entity: EntityTarget<E>, row: E): Promise<void> {
    const { manager } = this.unitOfWork;
    const columns = manager.dataSource.getMetadata(entity).columns.filter((column) => !column.isPrimary);
    const set = Object.fromEntries(columns.map(({ propertyName }) => [propertyName, row[propertyName] as unknown]));
    const { affected } = await manager
      .createQueryBuilder()
      .update(entity)
      .set({ ...set, version: row.version + 1 } as unknown as QueryDeepPartialEntity<E>)
      .where('id = :id and version = :version', { id: row.id, version: row.version })
      .updateEntity(false)
      .execute();
    if (affected !== 1) throw new Problem('changed-meanwhile');
    row.version += 1;
  }
}
