import { Injectable } from '@nestjs/common';
import { Statements } from '../../platform/database/index.js';
import type { LocalDate } from '../../platform/kernel/index.js';
import type { DeskTask } from './tasks.js';

type Row = DeskTask & Record<string, unknown>;

/** More than anybody works through; the oldest are first. */
const MOST = 300;

const UNCOUNTED = `0 as count, null::date as "closesOn", null::timestamptz as "lastAnswerAt"`;

const MEETING = `m.id, m.id as "meetingId", null::uuid as "itemId", m.council_id as "councilId", null::uuid as "bodyId",
  m.number, m.starts_at as "startsAt", null::jsonb as text, ${UNCOUNTED}`;

const RECOMMENDATION = `r.id, i.meeting_id as "meetingId", i.id as "itemId", r.council_id as "councilId",
  r.body_id as "bodyId", null::int as number, null::timestamptz as "startsAt", r.text, ${UNCOUNTED}`;

const FOLLOW_UP = `f.id, null::uuid, null::uuid, f.council_id, f.body_id, null::int, null::timestamptz, f.measure, ${UNCOUNTED}`;

const OPINION = `o.id, null::uuid, null::uuid, o.council_id, o.body_id, null::int, null::timestamptz, c.title, ${UNCOUNTED},
  o.due_on from opinions o join consultations c on c.id = o.consultation_id`;

const SECRETARY = `
  select case m.state when 'planned' then 'announce' when 'announced' then 'hold' else 'close' end as kind, ${MEETING},
    null::date as "dueOn" from meetings m where m.council_id = any($1::uuid[])
    and m.state in ('planned', 'announced', 'open')
  union all
  select case x.state when 'draft' then 'circulate-minutes' when 'circulated' then 'sign-minutes'
      when 'signed' then 'publish-minutes' else 'draft-minutes' end, ${MEETING},
    coalesce(x.publish_due_on, x.sign_due_on) from meetings m
    left join lateral (select * from minutes where meeting_id = m.id order by edition desc limit 1) x on true
    where m.council_id = any($1::uuid[]) and m.state in ('closed', 'inquorate')
      and coalesce(x.state, 'none') in ('none', 'draft', 'circulated', 'signed')
  union all
  select case r.state when 'adopted' then 'dispatch' else 'reply-awaited' end, ${RECOMMENDATION}, r.due_on
    from recommendations r join agenda_items i on i.id = r.agenda_item_id
    where r.council_id = any($1::uuid[]) and r.state in ('adopted', 'sent')
  union all
  select 'promise', ${RECOMMENDATION}, null
    from recommendations r join agenda_items i on i.id = r.agenda_item_id
    where r.council_id = any($1::uuid[]) and r.decision in ('accepted', 'partly')
      and not exists (select from follow_ups f where f.recommendation_id = r.id)
  union all
  select case f.state when 'reported' then 'verify' else 'measure-awaited' end, ${FOLLOW_UP},
    case f.state when 'reported' then null else f.due_on end
    from follow_ups f where f.council_id = any($1::uuid[]) and f.state in ('promised', 'in_progress', 'reported')
  union all
  select 'give-opinion', c.id, null, null, n.council_id, c.body_id, null, null, c.title, ${UNCOUNTED}, n.opinion_due_on
    from consultation_councils n join consultations c on c.id = n.consultation_id
    where n.council_id = any($1::uuid[]) and n.notified_on is not null and c.state <> 'withdrawn'
      and (n.opinion_due_provisional or n.opinion_due_on >= $2::date) and not exists (
        select from opinions o where o.consultation_id = n.consultation_id and o.council_id = n.council_id)
  union all
  select 'opinion-answer-awaited', ${OPINION}
    where o.council_id = any($1::uuid[]) and o.state = 'given' and not o.late and c.state <> 'withdrawn'`;

const OFFICER = `
  select 'reply' as kind, ${RECOMMENDATION}, r.due_on as "dueOn"
    from recommendations r join agenda_items i on i.id = r.agenda_item_id
    where r.body_id = any($1::uuid[]) and r.state = 'sent'
  union all
  select 'measure', ${FOLLOW_UP}, f.due_on
    from follow_ups f where f.body_id = any($1::uuid[]) and f.state in ('promised', 'in_progress')
  union all
  select case when c.state = 'draft' then 'publish-draft' when t.unanswered > 0 then 'answer'
      when $2::date <= c.closes_on then 'discussion-open' else 'report' end,
    c.id, null, null, null, c.body_id, null, null, c.title,
    coalesce(t.unanswered, 0)::int, c.closes_on, t.last, case when c.state = 'draft' then null when t.unanswered = 0 and $2::date <= c.closes_on then c.closes_on
      else c.answers_due_on end
    from consultations c left join lateral (
      select count(*) filter (where k.state = 'accepted') as unanswered, max(k.answered_at) as last
      from comments k where c.state = 'published' and k.consultation_id = c.id) t on true
    where c.body_id = any($1::uuid[]) and c.state in ('draft', 'published')
  union all
  select 'answer-opinion', ${OPINION}
    where o.body_id = any($1::uuid[]) and o.state = 'given' and not o.late and c.state <> 'withdrawn'`;

/** What lies on the desks of those who work here; one statement each. */
@Injectable()
export class DeskQueries {
  constructor(private readonly statements: Statements) {}

  /** What the secretary of these councils has to do; days that only rules know are left open. */
  secretary(councilIds: readonly string[], today: LocalDate): Promise<DeskTask[]> {
    return this.statements.rows<Row>('desk-secretary', limited(SECRETARY), [councilIds, today]);
  }

  /** What an officer of these bodies has to do. */
  officer(bodyIds: readonly string[], today: LocalDate): Promise<DeskTask[]> {
    return this.statements.rows<Row>('desk-officer', limited(OFFICER), [bodyIds, today]);
  }
}

function limited(sql: string): string {
  return `select * from (${sql}) task order by "dueOn" nulls first, id limit ${MOST}`;
}
