import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadFacts } from '../../src/facts.js';
import { migrations } from '../../migrations/index.js';
import { migrate } from '../../src/platform/database/index.js';
import { JournalVerification } from '../../src/platform/journal/index.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { callerOf, startTestApplication, type Caller, type TestApplication } from '../support/test-application.js';
import { LANDINGS, readLanding, restore } from './landings/landing.js';

/** Names of the columns, table by table. */
type Columns = ReadonlyMap<string, readonly string[]>;

/** A row's values as PostgreSQL writes them, by column. */
type Row = Readonly<Record<string, string | null>>;
type Rows = ReadonlyMap<string, readonly Row[]>;

/** A request that was sent under a key, and what it made. */
interface Repeated {
  readonly id: string;
  readonly who: string;
  readonly path: string;
  readonly body: object;
}

const PASSWORD = 'kenes-demo-only';

describe('a database made by an earlier landing', () => {
  it('is kept as a snapshot', () => {
    expect(LANDINGS).toEqual(
      expect.arrayContaining([
        '2026-11-22.jsonl.gz',
        '2026-11-28.jsonl.gz',
        '2026-11-29.jsonl.gz',
        '2026-11-30.jsonl.gz',
        '2026-11-30b.jsonl.gz',
        '2026-11-30c.jsonl.gz',
      ]),
    );
  });
});

describe.each(LANDINGS)('the database of %s', (file) => {
  const landing = readLanding(file);
  let database: TestDatabase;
  let test: TestApplication | undefined;
  let before: Rows;
  let old: Columns;
  beforeAll(async () => {
    database = await cloneDatabase('template0');
    await restore(landing, database);
    old = await columnsIn(database);
    before = await rowsIn(database, old);
  });
  afterAll(() => test?.close() ?? database.drop());

  it('is filled as it was: every row of the snapshot, in every table', () => {
    expect([...landing.tables.keys()].sort()).toEqual([...old.keys()].filter((table) => table !== 'migrations'));
    for (const [table, rows] of landing.tables)
      expect([table, before.get(table)?.length]).toEqual([table, rows.length]);
  });

  it('is brought to this version by the migrations that came since', async () => {
    const since = migrations.map(({ name }) => name).filter((name) => !landing.migrations.includes(name));
    expect(await migrate(database.ownerUrl, database.url)).toEqual(since);
    expect(await migrate(database.ownerUrl, database.url)).toEqual([]);
  });

  it('has lost no row, and no value in a column that still exists', async () => {
    const now = await columnsIn(database);
    expect([...old.keys()].filter((table) => !now.has(table))).toEqual([]);
    const after = await rowsIn(database, now);
    for (const [table, rows] of before) {
      const kept = (old.get(table) ?? []).filter((column) => now.get(table)?.includes(column));
      const line = (row: Row): string => JSON.stringify(kept.map((column) => row[column]));
      const left = new Set(after.get(table)?.map(line));
      expect([table, rows.map(line).filter((row) => !left.has(row))]).toEqual([table, []]);
      expect(after.get(table)?.length).toBeGreaterThanOrEqual(rows.length);
    }
  });

  it('has rows that fit every constraint of this version', async () => {
    const constraints = await database.query<{ table: string; name: string; definition: string }>(
      `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
         from pg_constraint where contype in ('f', 'c') and convalidated and connamespace = 'public'::regnamespace and conrelid <> 0`,
    );
    expect(constraints.length).toBeGreaterThan(100);
    for (const { table, name, definition } of constraints) {
      await database.query(`alter table ${table} drop constraint ${name}, add constraint ${name} ${definition}`);
    }
  });

  it('is worked on: its journal is sound and goes on without a gap', async () => {
    test = await startTestApplication({ at: `${landing.day}T12:00:00+05:00`, database });
    const verification = test.app.get(JournalVerification);
    const acts = landing.tables.get('journal')?.length ?? 0;
    await loadFacts(test.app);
    const ministry = await signedIn(test, 'ministry');
    const { entries, faults } = await verification.run();
    expect(faults).toEqual([]);
    expect(entries).toBeGreaterThan(acts);
    const name = { kk: 'Қауым', ru: 'Объединение' };
    await ministry.post('/organizations').send({ kind: 'npo', name }).expect(201);
    expect(await verification.run()).toEqual({ entries: entries + 1, faults: [] });
  });

  it('numbers comments on from where they were', async () => {
    if (!test) throw new Error('The application did not start.');
    const citizen = await signedIn(test, 'citizen');
    const list = await test.anyone.get('/consultations?phase=commenting').expect(200);
    const [open] = (list.body as { items: { id: string }[] }).items;
    const [said] = await database.query<{ last: number; participant: number }>(
      `select max(number) as last, max(participant) filter (where account_id =
         (select id from accounts where email = 'citizen@kenes.example')) as participant
         from comments where consultation_id = $1`,
      [open?.id],
    );
    const { last, participant } = said ?? { last: 0, participant: 0 };
    expect(last).toBeGreaterThan(0);
    const wanted = { text: 'Жаңа нұсқадағы пікір.', language: 'kk' };
    const made = await citizen.post(`/consultations/${open?.id}/comments`).send(wanted).expect(201);
    expect(made.body).toMatchObject({ number: last + 1, participant });
  });

  it('numbers meetings on from where they were', async () => {
    if (!test) throw new Error('The application did not start.');
    const secretary = await signedIn(test, 'secretary');
    const { grants } = (await secretary.get('/me').expect(200)).body as { grants: { councilId: string | null }[] };
    const council = grants.find(({ councilId }) => councilId !== null)?.councilId;
    const year = landing.day.slice(0, 4);
    const [held] = await database.query<{ last: number }>(
      'select max(number) as last from meetings where council_id = $1 and year = $2',
      [council, year],
    );
    const place = { kk: 'Көкшетау', ru: 'Кокшетау' };
    const plan = { kind: 'regular', format: 'in_person', startsAt: `${year}-12-30T10:00:00+05:00`, place };
    const meeting = await secretary.post(`/councils/${council}/meetings`).send(plan).expect(201);
    expect(held?.last).toBeGreaterThan(0);
    expect(meeting.body).toMatchObject({ number: (held?.last ?? 0) + 1 });
  });

  it('knows a key of before: a request that is repeated after the upgrade makes nothing new', async () => {
    if (!test) throw new Error('The application did not start.');
    const kept = await database.query<Repeated>(
      `select c.id, 'citizen' as who, '/consultations/' || c.consultation_id || '/comments' as path,
              json_build_object('text', c.text, 'language', c.language) as body
         from comments c where c.idempotency_key = 'landing'
        union all
       select o.id, 'ministry', '/organizations', json_build_object('kind', o.kind, 'name', o.name)
         from organizations o join idempotency_keys k on k.thing_id = o.id and k.key = 'landing'`,
    );
    expect(kept.map(({ who }) => who)).toContain('citizen');
    for (const { id, who, path, body } of kept) {
      const sender = await signedIn(test, who);
      const answer = await sender.post(path).set('Idempotency-Key', 'landing').send(body).expect(201);
      expect(answer.headers['idempotency-replayed']).toBe('true');
      expect(answer.body).toMatchObject({ id });
    }
  });
});

async function columnsIn(database: TestDatabase): Promise<Columns> {
  const rows = await database.query<{ table: string; names: string[] }>(
    `select c.table_name as table, array_agg(c.column_name::text order by c.column_name::text) as names
       from information_schema.columns c join pg_tables t on t.schemaname = 'public' and t.tablename = c.table_name
      where c.table_schema = 'public' group by 1 order by 1`,
  );
  return new Map(rows.map(({ table, names }) => [table, names]));
}

async function rowsIn(database: TestDatabase, columns: Columns): Promise<Rows> {
  const tables = new Map<string, Row[]>();
  for (const [table, names] of columns) {
    const values = names.map((name) => `"${name}"::text as "${name}"`).join(', ');
    tables.set(table, await database.query<Row>(`select ${values} from ${table}`));
  }
  return tables;
}

async function signedIn({ anyone, app }: TestApplication, name: string): Promise<Caller> {
  const session = await anyone
    .post('/sessions')
    .send({ email: `${name}@kenes.example`, password: PASSWORD })
    .expect(201);
  return callerOf(app, (session.body as { token: string }).token);
}
