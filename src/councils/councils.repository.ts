import { Injectable } from '@nestjs/common';
import { constraintOf, newId, Rows, sqlStateOf, Statements } from '../platform/database/index.js';
import { conflict, invalidAt, type LocalDate } from '../platform/kernel/index.js';
import { Convocation } from './convocation.entity.js';
import { Council } from './council.entity.js';
import type { OwnValue } from './council-rule.entity.js';

/** Loads councils for change and writes them. */
@Injectable()
export class CouncilsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  lock(id: string, expected?: number): Promise<Council> {
    return this.rows.lock(Council, id, expected);
  }

  /** Keeps a council from changing while an act lasts, without keeping others from the same. */
  share(id: string): Promise<Council> {
    return this.rows.share(Council, id);
  }

  /** Throws `invalid` when body or territory is none of ours. */
  async insert(council: Council): Promise<void> {
    await this.rows.insert(Council, council).catch(refuseUnknown);
  }

  /** Throws `conflict` when another council works with the same body. */
  async update(council: Council): Promise<void> {
    await this.rows.update(Council, council).catch(refuseSecond);
  }

  insertConvocation(one: Convocation): Promise<void> {
    return this.rows.insert(Convocation, one);
  }

  /** The latest convocation of a locked council. */
  async lastConvocation(councilId: string): Promise<Convocation | undefined> {
    return this.statements.row<Convocation & Record<string, unknown>>(
      'convocation-last',
      `select id, council_id as "councilId", number, from_on as "fromOn", until_on as "untilOn"
       from convocations where council_id = $1 order by number desc limit 1`,
      [councilId],
    );
  }

  /** Lets the convocations of a locked council end on `on` at the latest; never before their first day. */
  async closeConvocations(councilId: string, on: LocalDate): Promise<void> {
    await this.statements.rows(
      'convocations-close',
      `update convocations set until_on = greatest(from_on, $2::date) where council_id = $1 and until_on > $2::date`,
      [councilId, on],
    );
  }

  /** Writes a decision; a second one of the same day takes the place of the first. */
  async putRule(own: OwnValue, at: Date): Promise<void> {
    const { councilId, ruleId, value, decidedOn, agendaItemId } = own;
    await this.statements.rows(
      'council-rule-put',
      `insert into council_rules (id, council_id, rule_id, value, decided_on, agenda_item_id, set_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (council_id, rule_id, decided_on) do update
         set value = excluded.value, agenda_item_id = excluded.agenda_item_id, set_at = excluded.set_at`,
      [newId(), councilId, ruleId, JSON.stringify(value), decidedOn, agendaItemId, at],
    );
  }
}

function refuseUnknown(error: unknown): never {
  const column =
    sqlStateOf(error) === '23503' ? /_(body|territory)_id_/.exec(constraintOf(error) ?? '')?.[1] : undefined;
  if (column) throw invalidAt(`/${column}Id`, 'not-found');
  throw error;
}

function refuseSecond(error: unknown): never {
  if (sqlStateOf(error) === '23505' && constraintOf(error) === 'councils_active_body') {
    throw conflict('body-has-council');
  }
  throw error;
}
