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

const PASSWORD = 'kenes-demo-only';

describe('a database made by an earlier landing', () => {
  it('is kept as a snapshot', () => {
    expect(LANDINGS).toContain('2026-11-22.jsonl.gz');
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

  it('numbers comments and meetings on from where they were', async () => {
    if (!test) throw new Error('The application did not start.');
    const citizen = await signedIn(test, 'citizen');
    const open = await idOf(test, '/consultations?phase=commenting');
    const said = await lengthOf(test, `/consultations/${open}/comments?limit=100`);
    const wanted = { text: 'Жаңа нұсқадағы пікір.', language: 'kk' };
    const made = await citizen.post(`/consultations/${open}/comments`).send(wanted).expect(201);
    expect(said).toBeGreaterThan(0);
    expect(made.body).toMatchObject({ number: said + 1, participant: 1 });
    const council = await idOf(test, '/councils');
    const held = await database.query<{ number: number }>('select number from meetings');
    const secretary = await signedIn(test, 'secretary');
    const plan = { kind: 'regular', format: 'in_person', startsAt: `${landing.day.slice(0, 4)}-12-30T10:00:00+05:00` };
    const place = { kk: 'Көкшетау', ru: 'Кокшетау' };
    const meeting = await secretary
      .post(`/councils/${council}/meetings`)
      .send({ ...plan, place })
      .expect(201);
    expect(meeting.body).toMatchObject({ number: Math.max(...held.map(({ number }) => number)) + 1 });
  });

  it('knows a key of before: the request that was repeated after the upgrade makes nothing new', async () => {
    if (!test) throw new Error('The application did not start.');
    const citizen = await signedIn(test, 'citizen');
    const [{ id, text } = { id: '', text: '' }] = await database.query<{ id: string; text: string }>(
      `select c.consultation_id as id, c.text from comments c join idempotency_keys k on k.thing_id = c.id`,
    );
    const again = citizen.post(`/consultations/${id}/comments`).set('Idempotency-Key', 'landing');
    const answer = await again.send({ text, language: 'kk' }).expect(201);
    expect(answer.headers['idempotency-replayed']).toBe('true');
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

async function itemsOf({ anyone }: TestApplication, path: string): Promise<{ id: string }[]> {
  return ((await anyone.get(path).expect(200)).body as { items: { id: string }[] }).items;
}

const idOf = async (test: TestApplication, path: string): Promise<string> => (await itemsOf(test, path))[0]?.id ?? '';
const lengthOf = async (test: TestApplication, path: string): Promise<number> => (await itemsOf(test, path)).length;
