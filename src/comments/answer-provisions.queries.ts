import { Injectable } from '@nestjs/common';
import type { ProvisionResponse } from '../consultations/index.js';
import { Statements } from '../platform/database/index.js';
import { invalidAt } from '../platform/kernel/index.js';
import type { Answer } from './comment.entity.js';

/** A provision that an answer leads to, as it was worded last. */
export interface LinkedProvision extends Pick<
  ProvisionResponse,
  'id' | 'number' | 'label' | 'heading' | 'position' | 'table'
> {
  readonly consultationId: string;
  /** The last version that it stands in. */
  readonly version: number;
  /** Whether the latest version still has it. */
  readonly stands: boolean;
  /** Whether the latest version has it in other words than the first public one, or only one of both has it. */
  readonly changed: boolean;
}

/** The provisions that answers lead to, by their ids. */
export type LinkedProvisions = ReadonlyMap<string, LinkedProvision>;

/** An answer or an earlier one, as far as it leads somewhere. */
interface Leading {
  readonly provisionId: string | null;
}

const NAME = `t.number, t.label, t.heading, t.position, t.table_shape as "table"`;

/** What came before the publication stays with the body: nobody could follow a link there. $1 consultation $2 provision */
const KNOWN = `
  select p.id from provisions p join consultations d on d.id = p.consultation_id
  where p.id = $2 and d.id = $1 and exists (select from provision_texts t
    where t.provision_id = p.id and t.version >= coalesce(d.first_public_version, 1))`;

const LINKED = `
  select p.id, p.consultation_id as "consultationId", t.version, ${NAME}, t.version = d.current_version as stands,
    d.current_version > coalesce(d.first_public_version, 1) and (t.version < d.current_version
      or (f.text, f.heading, f.level, f.number, f.label, f.table_shape)
        is distinct from (t.text, t.heading, t.level, t.number, t.label, t.table_shape)) as changed
  from unnest($1::uuid[]) as i (id) join provisions p on p.id = i.id join consultations d on d.id = p.consultation_id
    cross join lateral (select * from provision_texts t where t.provision_id = p.id
      and t.version >= coalesce(d.first_public_version, 1) order by t.version desc limit 1) t
    left join provision_texts f on f.provision_id = p.id and f.version = coalesce(d.first_public_version, 1)`;

const OFFERED = `
  select p.id, ${NAME} from consultations d join provisions p on p.consultation_id = d.id
    join provision_texts t on t.provision_id = p.id and t.version = d.current_version
  where d.id = $1 order by t.position`;

/** SQL for the printed number of a provision as it was worded last, from an SQL expression of its id. */
export function linkedNumberSql(id: string): string {
  return `(select n.number from provision_texts n where n.provision_id = ${id} order by n.version desc limit 1)`;
}

/** Where answers lead to in the draft. */
@Injectable()
export class AnswerProvisions {
  constructor(private readonly statements: Statements) {}

  /** The answer with the id as it is stored. Throws `invalid` for a provision that readers of this draft do not find. */
  async known<T extends Answer>(consultationId: string, answer: T): Promise<T> {
    const { provisionId = null } = answer;
    if (provisionId === null) return answer;
    const values = [consultationId, provisionId];
    const row = await this.statements.row<{ id: string }>('answer-provision-known', KNOWN, values);
    if (!row) throw invalidAt('/provisionId', 'not-found');
    return { ...answer, provisionId: row.id };
  }

  /** The provisions that these answers lead to; nothing is asked where they lead nowhere. */
  async of(answers: readonly (Leading | null)[]): Promise<LinkedProvisions> {
    const ids = [...new Set(answers.flatMap((answer) => answer?.provisionId ?? []))];
    if (ids.length === 0) return new Map();
    const rows = await this.statements.rows<LinkedProvision & Record<string, unknown>>('answer-provisions', LINKED, [
      ids,
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** What an answer can lead to: the provisions of the latest version, in their order, and where it leads already. */
  async offered(consultationId: string, already: string | null = null): Promise<OfferedProvision[]> {
    const rows = await this.statements.rows<OfferedProvision & Record<string, unknown>>(
      'answer-provisions-offered',
      OFFERED,
      [consultationId],
    );
    if (already === null || rows.some(({ id }) => id === already)) return rows;
    return [...rows, ...(await this.of([{ provisionId: already }])).values()];
  }
}

/** A provision to choose. */
export type OfferedProvision = Omit<LinkedProvision, 'consultationId' | 'version' | 'stands' | 'changed'>;
