import { Injectable } from '@nestjs/common';
import {
  bare,
  type Cursor,
  Cursors,
  escaped,
  instant,
  jsonObject,
  jsonSql,
  nullable,
  quoted,
} from '../platform/database/index.js';
import { ANONYMOUS, permit } from '../platform/kernel/index.js';
import { firstVersionFor, maySee } from './consultation.policy.js';
import { ConsultationsQueries } from './consultations.queries.js';

const LINE = jsonObject({
  version: bare('v.number'),
  madeAt: instant('v.made_at'),
  note: nullable(bare('v.note')),
  position: bare('t.position'),
  provisionId: quoted('t.provision_id'),
  level: nullable(quoted('t.level')),
  number: nullable(escaped('t.number')),
  label: nullable(bare('t.label')),
  heading: nullable(bare('t.heading')),
  text: bare('t.text'),
  table: nullable(bare('t.table_shape')),
});

/** Every provision of every version of consultation $1 from version $2 on. */
const LINES = `select ${jsonSql(LINE)} as line
  from draft_versions v join provisions p on p.consultation_id = v.consultation_id
    join provision_texts t on t.provision_id = p.id and t.version = v.number
  where v.consultation_id = $1 and v.number >= $2 order by v.number, t.position`;

/** Reads of a text in all its versions. */
@Injectable()
export class DraftLinesQueries {
  constructor(
    private readonly cursors: Cursors,
    private readonly consultations: ConsultationsQueries,
  ) {}

  /**
   * All published versions at one moment, a provision a line, each a JSON text. The caller closes it. Throws `not-found`,
   * and `unavailable` when too many read like this.
   */
  async lines(consultationId: string): Promise<Cursor<{ readonly line: string }>> {
    const consultation = await this.consultations.one(consultationId);
    permit(maySee(ANONYMOUS, consultation));
    return this.cursors.open(LINES, [consultationId, firstVersionFor(ANONYMOUS, consultation)]);
  }
}
