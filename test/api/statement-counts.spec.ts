import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '../../src/platform/database/index.js';
import { IndexingService } from '../../src/search/index.js';
import { LANDINGS, readLanding, restore } from '../database/landings/landing.js';
import { growRows, MANY, type Grown } from '../factories/many-rows.js';
import { READ_ROUTES } from '../factories/read-routes.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { documentOf } from '../support/openapi-document.js';
import { SentStatements } from '../support/sent-statements.js';
import { callerOf, startTestApplication, type Caller, type TestApplication } from '../support/test-application.js';

/** The rows of one council, body and assessment that have parts of every kind. */
const IDS = `
  select a.id as admin, g.id as grant, c.id as council, c.body_id as body, c.territory_id as territory,
    v.id as convocation, r.id as role, r.member_id as member,
    (select id from organizations limit 1) as organization, m.id as meeting, t.id as item,
    (select id from recommendations limit 1) as recommendation, d.id as consultation, s.id as comment, s.receipt,
    (select id from draft_versions where consultation_id = d.id limit 1) as version,
    (select id from provisions where consultation_id = d.id limit 1) as provision,
    (select from_id from comment_group_decisions where consultation_id = d.id limit 1) as group,
    i.consultation_id as imported,
    (select comment_id from imported_comments where jsonb_array_length(replies) > 0 limit 1) as "importedComment",
    e.id as assessment, e.methodology_id as methodology, f.id as "followUp"
  from accounts a join grants g on g.account_id = a.id,
    councils c join convocations v on v.council_id = c.id join council_rules u on u.council_id = c.id
      join members p on p.council_id = c.id join member_roles r on r.member_id = p.id
      join meetings m on m.council_id = c.id and m.state = 'closed'
      join agenda_items t on t.meeting_id = m.id and t.voted_at is not null
      join assessments e on e.council_id = c.id join assessment_editions n on n.assessment_id = e.id
      join follow_ups f on f.assessment_id = e.id join follow_up_reports w on w.follow_up_id = f.id,
    consultations d join comments s on s.consultation_id = d.id
      join accounts z on z.id = s.account_id and z.email = 'citizen@kenes.example'
      join consultation_councils k on k.consultation_id = d.id,
    imports i
  where a.email = 'admin@kenes.example' and d.state = 'reported'
    and exists (select from minutes where meeting_id = m.id and state = 'published')
  order by m.id, t.position, r.id, d.id, s.id, e.id, f.id limit 1`;

/** Two groups of each consultation, with a person's decision about them; the landing is older than groups. */
const GROUPS = `
  insert into comment_groups (id, version, consultation_id, comments, texts, withdrawn, unanswered, created_at)
    select md5(id::text || n)::uuid, 1, id, 0, 0, 0, 0, now() from consultations, generate_series(1, 2) n;
  insert into comment_group_decisions (id, consultation_id, kind, from_id, to_id, comments, reason, decided_at)
    select gen_random_uuid(), id, 'split', md5(id::text || 1)::uuid, md5(id::text || 2)::uuid, 0,
      '{"kk": "Бөлек", "ru": "Отдельно"}', now() from consultations`;

/** The landing is older than changed answers. */
const CHANGED = `insert into earlier_answers (id, comment_id, number, outcome, reasons, answered_at, replaced_at, why)
  values ($1, $1, 1, 'declined', '{"kk": "Жоқ", "ru": "Нет"}', now(), now(), '{"kk": "Қате", "ru": "Ошибка"}')`;

/** What is searched for: the first words of a title and of a comment. */
const WORDS = `
  select array_to_string((regexp_split_to_array(d.title->>'ru', '[^[:alnum:]]+'))[1:5], '%20') as titled,
    array_to_string((regexp_split_to_array(c.text, '[^[:alnum:]]+'))[1:5], '%20') as said
  from consultations d, comments c where d.id = $1 and c.id = $2`;
const COUNTED = `update comment_counters k set comments = greatest(comments,
  (select max(number) from comments c where c.consultation_id = k.consultation_id))`;
const MOVED_DAY = `insert into calendar_days (date, kind, name, basis, confidence)
  select due_on, 'holiday', '{"kk": "Мереке", "ru": "Праздник"}', 'Сынақ', 'high' from recommendations where state = 'sent'
  on conflict do nothing`;
const MORE_DAYS = `insert into calendar_days (date, kind, name, basis, confidence)
  select date::date, 'holiday', '{"kk": "Мереке", "ru": "Праздник"}', 'Сынақ', 'high'
    from generate_series('2027-11-01'::timestamp, '2027-12-10', '1 day') date on conflict do nothing`;

const OPINION = `insert into opinions (id, version, state, consultation_id, body_id, draft_version, channel, organization,
    stance, text, received_on, entered_on, late, response_term, due_on, provisional)
  select md5(id::text)::uuid, 1, 'given', id, body_id, current_version, 'npo', '{"kk": "Қауым", "ru": "Объединение"}',
    'for', '{"kk": "Қолдаймыз", "ru": "Поддерживаем"}', published_on, published_on, false,
    '{"amount": 10, "unit": "wd"}', published_on + 14, false from consultations where id = $1 returning id as opinion`;
/** The landing is older than appeals, and its administrator decides on none. */
const APPEALED = `insert into concealments (id, version, comment_id, body_id, state, ground, explanation, concealed_on,
    appeal_term, appeal_due_on, appeal_due_provisional, appealed_on, appeal_grounds, decision_term, decision_due_on,
    decision_due_provisional)
  select c.id, 1, c.id, d.body_id, 'appealed', 'insult', '{"kk": "Қорлау", "ru": "Оскорбление"}', '2026-03-02',
    '{"amount": 10, "unit": "wd"}', '2026-03-17', false, '2026-03-02', 'Жоқ', '{"amount": 10, "unit": "wd"}',
    '2026-03-17', false
  from comments c join consultations d on d.id = c.consultation_id where c.id = $1`;
/** Every account answers for the body of the consultation. */
const OFFICERS = `insert into grants (id, version, account_id, role, body_id, granted_at)
  select gen_random_uuid(), 1, a.id, 'officer', d.body_id, a.created_at from accounts a, consultations d
  where d.id = $1 and (a.id = $2 or a.email like 'copy-%') on conflict do nothing`;
const AUTHORITY = `insert into grants (id, version, account_id, role, granted_at)
  select id, 1, id, 'authority', created_at from accounts where id = $1`;

/** The landing is older than documents. */
const DOCUMENT = `insert into consultation_documents (id, version, consultation_id, file_id, kind, title, added_at)
  values ($2, 1, $1, $2, 'explanatory_note', '{"kk": "Жазба", "ru": "Записка"}', now())`;

/** The landing is older than comments on paper. */
const LETTER = `insert into paper_comments (comment_id, author_name, entered_by) values ($1, 'Айша', $2)`;

/** A draft that is not over, whatever the landing's citizen has said or kept. */
const DRAFT = `insert into comment_drafts (account_id, consultation_id, text, language, show_name, kept_at)
  select a.id, c.id, 'Мәтін', 'kk', false, '2100-01-01' from accounts a, consultations c
  where a.email = 'citizen@kenes.example' and c.state = 'published' and c.closes_on >= $1::date limit 1
  on conflict (account_id, consultation_id) do update set kept_at = excluded.kept_at
  returning consultation_id as "draftOf"`;

/** The landing is older than subscriptions. */
const FOLLOWED = `insert into subscriptions (id, account_id, consultation_id, token, followed_at, seen_at, seen_seq)
  select $1, a.id, $1, repeat('t', 43), $2::date, $2::date, 0 from accounts a where a.email = 'citizen@kenes.example'`;

interface Measured {
  readonly sent: number;
  readonly rows: number;
}

describe('the statements of a read', () => {
  let test: TestApplication;
  let database: TestDatabase;
  let few: Map<string, Measured>;
  let many: Map<string, Measured>;
  beforeAll(async () => {
    const landing = readLanding(LANDINGS.at(-1) ?? '');
    database = await cloneDatabase('template0');
    await restore(landing, database);
    await migrate(database.ownerUrl, database.url);
    await database.query(MOVED_DAY);
    await database.query(GROUPS);
    const [ids] = await database.query<Grown & Record<string, string>>(IDS);
    if (!ids) throw new Error('The landing lacks a row that is asked for.');
    const [said] = await database.query<{ opinion: string }>(OPINION, [ids.consultation]);
    const [words] = await database.query<Record<string, string>>(WORDS, [ids.consultation, ids.comment]);
    Object.assign(ids, said, words);
    await database.query(APPEALED, [ids.comment]);
    await database.query(CHANGED, [ids.comment]);
    const [kept] = await database.query<{ draftOf: string }>(DRAFT, [landing.day]);
    Object.assign(ids, kept);
    await database.query(LETTER, [ids.comment, ids.admin]);
    await database.query(FOLLOWED, [ids.consultation, landing.day]);
    await database.query(AUTHORITY, [ids.admin]);
    await database.query(OFFICERS, [ids.consultation, ids.admin]);
    test = await startTestApplication({ at: `${landing.day}T12:00:00+05:00`, database });
    const sent = new SentStatements(test);
    const callers = { admin: await signedIn(test, 'admin'), citizen: await signedIn(test, 'citizen') };
    await test.app.get(IndexingService).sweep();
    const upload = await callers.citizen.post('/files?name=a.txt').type('text/plain').send('a').expect(201);
    const { id: file } = upload.body as { id: string };
    Object.assign(ids, { file, document: file });
    await database.query(DOCUMENT, [ids.consultation, file]);
    few = await measured(test, sent, callers, ids, 2);
    await growRows(database, ids);
    await database.query(OFFICERS, [ids.consultation, ids.admin]);
    await database.query(MORE_DAYS);
    await database.query(COUNTED);
    await test.app.get(IndexingService).sweep();
    many = await measured(test, sent, callers, ids, 100);
  });
  afterAll(() => test.close());

  it('are counted for every GET route of the document', () => {
    const { paths } = documentOf(test) as { paths: Record<string, Record<string, unknown>> };
    const routes = Object.keys(paths).filter((path) => paths[path]?.['get'] !== undefined);
    expect(Object.keys(READ_ROUTES).sort()).toEqual(routes.map((path) => path.replace('/api/v1', '')).sort());
  });

  it.each(Object.entries(READ_ROUTES))('are as many for many rows as for few: %s', (route, { made, most = 8 }) => {
    const [less, more] = [few.get(route), many.get(route)];
    if (!less || !more) throw new Error(`${route} was not asked.`);
    expect(more.sent).toBe(less.sent);
    expect(more.sent).toBeLessThanOrEqual(most);
    if (made === 'fixed') return;
    expect(less.sent).toBeGreaterThan(0);
    expect(more.rows).toBeGreaterThanOrEqual(less.rows + MANY - 2);
  });
});

async function measured(
  test: TestApplication,
  sent: SentStatements,
  callers: Readonly<Record<'admin' | 'citizen', Caller>>,
  ids: Readonly<Record<string, string>>,
  limit: number,
): Promise<Map<string, Measured>> {
  const found = new Map<string, Measured>();
  for (const [route, { made, by, at = route }] of Object.entries(READ_ROUTES)) {
    const path = at.replace(/\{(\w+)\}/g, (_, name: string) => encodeURI(decodeURI(ids[name] ?? name)));
    const url = made === 'page' ? `${path}${path.includes('?') ? '&' : '?'}limit=${limit}` : path;
    // A cookie keeps the answer out of the memory of public answers; no strategy of the API reads it.
    const ask = () => (by ? callers[by] : test.anyone).get(url).set('Cookie', 'none=1').expect(200);
    // The first asking may fill what a process remembers, as the calendar.
    await ask();
    const { sent: count, result } = await sent.during(ask);
    found.set(route, { sent: count, rows: elementsIn(result.body) });
  }
  return found;
}

/** How many elements all lists of an answer have together. */
function elementsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce((sum: number, one) => sum + elementsIn(one), 0);
  return Array.isArray(value) ? inside + value.length : inside;
}

async function signedIn({ anyone, app }: TestApplication, name: string): Promise<Caller> {
  const wanted = { email: `${name}@kenes.example`, password: 'kenes-demo-only' };
  const session = await anyone.post('/sessions').send(wanted).expect(201);
  return callerOf(app, (session.body as { token: string }).token);
}
