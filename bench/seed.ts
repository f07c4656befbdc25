import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

/** What the loads are aimed at. */
export interface Seed {
  readonly consultationId: string;
  /** The consultation whose many comments are read. */
  readonly readId: string;
  readonly comments: number;
  readonly tokens: readonly string[];
}

/** As many as a service has: 256 alone lie on four pages, which PostgreSQL would read whole for each key it looks up. */
const ACCOUNTS = 10_000;
/** Those who write. */
const WRITERS = 256;
const COMMENTS = 100_000;
const IDS = { post: '0190f000-0000-7000-8000-000000000001', read: '0190f000-0000-7000-8000-000000000002' };

/** Signed-in people, a consultation to comment on, and one with many comments; and the floor's bare table. */
export async function seed(ownerUrl: string, login: string, count = COMMENTS): Promise<Seed> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const tokens = await people(client);
    for (const id of Object.values(IDS)) await consultation(client, id);
    await comments(client, count);
    await client.query(`
      create table floor_comments as select * from comments with no data;
      alter table floor_comments add primary key (id);
      grant select, insert on floor_comments to ${client.escapeIdentifier(login)}`);
    await client.query('vacuum analyze');
    return { consultationId: IDS.post, readId: IDS.read, comments: count, tokens };
  } finally {
    await client.end();
  }
}

async function people(client: pg.Client): Promise<string[]> {
  const tokens = Array.from({ length: ACCOUNTS }, () => randomBytes(32).toString('base64url'));
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest());
  await client.query(
    `with people as (
       insert into accounts (id, version, email, display_name, language, created_at, confirmed_at)
       select gen_random_uuid(), 1, 'person-' || n || '@example.kz', 'Person ' || n, 'kk', now(), now()
       from generate_series(1, $1::int) n returning id),
     numbered as (select id, row_number() over () as n from people)
     insert into sessions (token_hash, id, account_id, started_at, expires_at)
     select t.hash, gen_random_uuid(), p.id, now(), now() + interval '1 day'
     from unnest($2::bytea[]) with ordinality as t (hash, n) join numbered p using (n)`,
    [ACCOUNTS, hashes],
  );
  return tokens.slice(0, WRITERS);
}

async function consultation(client: pg.Client, id: string): Promise<void> {
  const text = JSON.stringify({ kk: 'Жоба', ru: 'Проект' });
  await client.query(
    `insert into consultations (id, version, state, body_id, stage, act_type, category, public_service, title, summary,
       objectives, questions, current_version, first_public_version, published_on, closes_on, answers_term,
       answers_due_on, answers_due_provisional)
     select $1, 1, 'published', (select id from bodies limit 1), 'draft', 'ministerial_order', 'other', false, $2, $2,
       $2, '[]', 1, 1, current_date - 1, current_date + 30, '{"amount": 10, "unit": "wd"}', current_date + 45, false`,
    [id, text],
  );
}

async function comments(client: pg.Client, count: number): Promise<void> {
  await client.query(
    `insert into comments (id, version, consultation_id, number, state, channel, language, text, text_hash, show_name,
       account_id, participant, first_of_participant, accepted_at, receipt, version_number)
     select gen_random_uuid(), 1, $1, n, 'accepted', 'public', 'ru', $2 || ' ' || n,
       encode(sha256(n::text::bytea), 'hex'), n % 4 = 0, a.id, a.place, n <= $4, now() - interval '1 day',
       'seed-' || n, 1
     from generate_series(1, $3::int) n join (select id, row_number() over ()::int as place from accounts) a
       on a.place = 1 + (n - 1) % $4::int`,
    [IDS.read, TEXT, count, WRITERS],
  );
  await client.query('insert into comment_counters (consultation_id, comments, participants) values ($1, $2, $3)', [
    IDS.read,
    count,
    WRITERS,
  ]);
  // They are of yesterday: the worker was done with them before anyone measured.
  await client.query(
    `with indexed as (insert into search_scopes (consultation_id, indexed) values ($1, $2))
     insert into comment_group_cursors (consultation_id, grouped) values ($1, $2)`,
    [IDS.read, count],
  );
}

/** A comment of usual length. */
export const TEXT =
  'Предлагаемая редакция пункта 12 не учитывает интересы жителей сельских округов: до ближайшего центра обслуживания ' +
  'более ста километров, а связь есть не везде. Прошу сохранить возможность подать заявление на бумаге и указать срок ' +
  'ответа в рабочих днях. Основание: статья 15 закона о государственных услугах.';
