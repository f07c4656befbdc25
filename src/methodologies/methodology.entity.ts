import { Column, Entity, ForeignKey } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  LocalizedColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import type { Definition } from './definition.policy.js';
import { methodologyLifecycle, type MethodologyState } from './methodology.lifecycle.js';

/** A published way of scoring. One row is one edition: another way is another row that names the one before. */
@Entity('methodologies')
export class Methodology {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('state')
  state!: MethodologyState;

  /** 1, and one more than the edition it follows. Scores of different editions are not compared. */
  @CountColumn('edition')
  edition!: number;

  @RefColumn('previous_id', { nullable: true })
  @ForeignKey(() => Methodology)
  previousId!: string | null;

  @LocalizedColumn('name')
  name!: LocalizedText;

  @TextColumn('formula')
  formula!: Definition['formula'];

  @Column({ type: 'jsonb', name: 'dimensions' })
  dimensions!: Definition['dimensions'];

  @InstantColumn('published_at', { nullable: true })
  publishedAt!: Date | null;

  @InstantColumn('retired_at', { nullable: true })
  retiredAt!: Date | null;

  /** From now on it is frozen and assessments may use it. */
  publish(at: Date): void {
    this.state = methodologyLifecycle.next(this.state, 'publication');
    this.publishedAt = at;
  }

  /** No new assessment uses it; those under way go on. */
  retire(at: Date): void {
    this.state = methodologyLifecycle.next(this.state, 'retirement');
    this.retiredAt = at;
  }
}
