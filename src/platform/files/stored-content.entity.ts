import { Entity, PrimaryColumn } from 'typeorm';
import { CountColumn, InstantColumn } from '../database/index.js';

/** Bytes that are in the storage, or are on their way there; the same bytes once. */
@Entity('file_contents')
export class StoredContent {
  /** SHA-256 of the bytes, in hexadecimal; their name in the storage. */
  @PrimaryColumn({ type: 'text', name: 'hash' })
  hash!: string;

  /** In bytes. */
  @CountColumn('size')
  size!: number;

  /** When somebody last brought them: what nobody uses is removed a day after that. */
  @InstantColumn('brought_at')
  broughtAt!: Date;
}
