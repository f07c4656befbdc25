import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { Journal } from '../../src/platform/journal/index.js';
import { SYSTEM } from '../../src/platform/kernel/index.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

interface Entry {
  readonly seq: number;
  readonly entry: string;
  readonly leaf_hash: Buffer;
  readonly at: Date;
}

describe('the journal', () => {
  let test: TestApplication;
  beforeAll(async () => {
    test = await startTestApplication();
  });
  afterAll(() => test.close());

  const subject = { kind: 'trial', id: '0192f0c0-0000-7000-8000-000000000001' };
  const act = (what: string, data = {}): Parameters<Journal['append']>[0] => ({ what, subject, by: SYSTEM, data });
  const all = (): Promise<Entry[]> =>
    test.database.query<Entry>('select seq, entry, leaf_hash, at from journal order by seq');
  const write = (what: string, fails = false): Promise<void> =>
    test.app.get(UnitOfWork).run(() => {
      test.app.get(Journal).append(act(what));
      test.app.get(Journal).append(act(`${what}-again`));
      return fails ? Promise.reject(new Error('rolled back')) : Promise.resolve();
    });

  it('numbers without gaps when 50 writers write at once and some of them fail', async () => {
    const before = (await all()).length;
    const writers = Array.from({ length: 50 }, (_, at) =>
      write(`trial.written-${at}`, at % 5 === 0).catch(() => undefined),
    );
    await Promise.all(writers);
    const entries = await all();
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
    expect(entries.length - before).toBe(80);
  });

  it('never lets time run backwards in the order of numbers', async () => {
    test.clock.pass(-3600);
    await write('trial.clock-behind');
    test.clock.pass(3600);
    const instants = (await all()).map(({ at }) => at.getTime());
    expect(instants).toEqual([...instants].sort((one, other) => one - other));
  });

  it('hashes exactly the entry text, as RFC 9162 hashes a leaf', async () => {
    await test.app.get(UnitOfWork).run(() => {
      test.app.get(Journal).append(act('trial.hashed', { word: 'Қазақша «\\"» 🙂', number: 0.1 }));
      return Promise.resolve();
    });
    for (const { entry, leaf_hash } of await all()) {
      const expected = createHash('sha256')
        .update(Buffer.concat([Buffer.from([0]), Buffer.from(entry)]))
        .digest();
      expect(leaf_hash.equals(expected)).toBe(true);
    }
  });

  it('serves the very text that was hashed', async () => {
    const { body } = (await test.anyone.get('/journal?subject=trial&limit=100').expect(200)) as {
      body: { items: ({ leafHash: string } & Record<string, unknown>)[] };
    };
    const stored = new Set((await all()).map(({ entry }) => entry));
    expect(body.items.length).toBeGreaterThan(0);
    for (const { leafHash, ...entry } of body.items) {
      expect(stored.has(JSON.stringify(entry))).toBe(true);
      expect(leafHash).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('pages from oldest to newest without losing or repeating an entry', async () => {
    const seen: number[] = [];
    for (let after: string | null = ''; after !== null;) {
      const path: string = `/journal?limit=7${after ? `&after=${after}` : ''}`;
      const page = (await test.anyone.get(path).expect(200)).body as { items: { seq: number }[]; next: string | null };
      seen.push(...page.items.map(({ seq }) => seq));
      after = page.next;
    }
    const rows = await test.database.query<{ seq: string }>('select seq from journal where public order by seq');
    expect(seen).toEqual(rows.map(({ seq }) => seq));
  });

  it('refuses to be appended to outside a transaction', () => {
    expect(() => {
      test.app.get(Journal).append(act('trial.outside'));
    }).toThrow(/transaction/);
  });

  const attempts = [
    `update journal set entry = '{}' where seq = 1`,
    'delete from journal where seq = 1',
    'truncate journal',
    'truncate journal cascade',
    'delete from journal_head',
    'drop trigger journal_no_change on journal',
  ];

  it.each(attempts)('refuses the application: %s', async (statement) => {
    await expect(asLogin(test.database.url, statement)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(attempts.slice(0, 5))('refuses the owner too: %s', async (statement) => {
    await expect(asLogin(test.database.ownerUrl, statement)).rejects.toMatchObject({ code: '23001' });
  });

  it('leaves nothing of an act that was rolled back', async () => {
    await expect(write('trial.never', true)).rejects.toThrow('rolled back');
    const rows = await test.database.query(`select 1 from journal where what = 'trial.never'`);
    expect(rows).toEqual([]);
  });
});

async function asLogin(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
