import { Injectable } from '@nestjs/common';
import type { OpenDueDate } from '../calendar/index.js';
import { Rows, Statements } from '../platform/database/index.js';
import type { DueDate, LocalDate } from '../platform/kernel/index.js';
import { Opinion } from './opinion.entity.js';

type Moved = readonly ({ id: string } & DueDate)[];

/** A council that was notified of a draft, with the term of its opinion. */
export interface RecordedNotice {
  readonly councilId: string;
  readonly dueOn: LocalDate;
  readonly provisional: boolean;
}

const OPEN_ANSWERS = `select o.id, o.received_on as "startedOn", o.response_term as term, o.due_on as "dueOn",
    o.provisional
  from opinions o join consultations c on c.id = o.consultation_id
  where o.state = 'given' and o.due_on is not null and c.state <> 'withdrawn' order by o.id`;

/** The term of a council runs while nothing came, whatever has become of the discussion, except that it was withdrawn. */
const OPEN_NOTICES = `select n.id, n.notified_on as "startedOn", n.opinion_term as term, n.opinion_due_on as "dueOn",
    n.opinion_due_provisional as provisional
  from consultation_councils n join consultations c on c.id = n.consultation_id
  where n.notified_on is not null and c.state in ('published', 'reported')
    and not exists (select from opinions o where o.consultation_id = n.consultation_id and o.council_id = n.council_id)
  order by n.id`;

/** Opinions, loaded for change, and the open due dates of the councils and of the bodies. */
@Injectable()
export class OpinionsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  lock(id: string, expected?: number): Promise<Opinion> {
    return this.rows.lock(Opinion, id, expected);
  }

  insert(opinion: Opinion): Promise<void> {
    return this.rows.insert(Opinion, opinion);
  }

  update(opinion: Opinion): Promise<void> {
    return this.rows.update(Opinion, opinion);
  }

  /** The councils that were notified of a draft; those that were only chosen are not among them (K1). */
  notices(consultationId: string): Promise<RecordedNotice[]> {
    return this.statements.rows<RecordedNotice & Record<string, unknown>>(
      'opinion-recorded-notices',
      `select council_id as "councilId", opinion_due_on as "dueOn", opinion_due_provisional as provisional
       from consultation_councils where consultation_id = $1 and notified_on is not null order by council_id`,
      [consultationId],
    );
  }

  /** Id of the opinion that this council, or an organisation of this name, gave on a locked consultation. */
  async given({ consultationId, councilId, organization }: Opinion): Promise<string | undefined> {
    const row = await this.statements.row<{ id: string }>(
      'opinion-given-already',
      `select id from opinions where consultation_id = $1
         and (council_id = $2::uuid or lower(organization->>'ru') = lower($3::text)) limit 1`,
      [consultationId, councilId, organization?.ru ?? null],
    );
    return row?.id;
  }

  /** Due dates of answers that have not come (K3). */
  openAnswers(lock: boolean): Promise<OpenDueDate[]> {
    return this.#open('opinion-answers-open', OPEN_ANSWERS, lock ? ' for update of o' : '');
  }

  /** Due dates of opinions that have not come (K1). */
  openNotices(lock: boolean): Promise<OpenDueDate[]> {
    return this.#open('opinions-due-open', OPEN_NOTICES, lock ? ' for update of n' : '');
  }

  /** Writes due dates of answers that moved with the calendar. */
  async moveAnswers(dates: Moved): Promise<void> {
    await this.statements.rows(
      'opinion-answers-move',
      `update opinions o set due_on = d.due_on, provisional = d.provisional, version = o.version + 1
       from unnest($1::uuid[], $2::date[], $3::boolean[]) as d (id, due_on, provisional) where o.id = d.id`,
      columns(dates),
    );
  }

  /** Writes due dates of opinions that moved with the calendar. */
  async moveNotices(dates: Moved): Promise<void> {
    await this.statements.rows(
      'opinions-due-move',
      `update consultation_councils n set opinion_due_on = d.due_on, opinion_due_provisional = d.provisional
       from unnest($1::uuid[], $2::date[], $3::boolean[]) as d (id, due_on, provisional) where n.id = d.id`,
      columns(dates),
    );
  }

  #open(name: string, sql: string, lock: string): Promise<OpenDueDate[]> {
    return this.statements.rows<OpenDueDate & Record<string, unknown>>(
      lock === '' ? name : `${name}-locked`,
      `${sql}${lock}`,
    );
  }
}

function columns(dates: Moved): unknown[][] {
  return [dates.map(({ id }) => id), dates.map(({ on }) => on), dates.map(({ provisional }) => provisional)];
}
