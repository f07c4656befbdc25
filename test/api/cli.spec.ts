import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbedded } from '../../src/platform/database/embedded-server.js';
import { portalPage } from '../factories/portal-pages.js';
import { putCluster } from '../database/scratch.js';
import { kenes, kenesHere, onDatabase, type Ended } from '../support/command-line.js';
import { packPath, withDataPack } from '../support/data-pack.js';
import { cloneDatabase, setting, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await cloneDatabase();
  folder = await mkdtemp(join(setting('KENES_TEST_DATA_DIR'), 'cli-'));
});
afterAll(() => database.drop());

/** As a program of its own, which takes seconds to start. */
const start = (...words: string[]): Promise<Ended> => kenes(onDatabase(database, folder), ...words);
const run = (...words: string[]): Promise<Ended> => kenesHere(onDatabase(database, folder), ...words);

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const acts = async (): Promise<number> =>
  (await database.query<{ count: number }>('select count(*)::int as count from journal'))[0]?.count ?? -1;

describe('the operator’s program', () => {
  it('explains itself when asked to, and ends with 2 when the words are no command', async () => {
    expect(await kenes({}, 'help')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('journal verify') });
    const wrong = [
      [],
      ['import'],
      ['import', 'laws', 'x.csv'],
      ['import', 'days'],
      ['admin', 'a@b.kz'],
      ['migrate', 'x'],
    ];
    for (const ended of await Promise.all(wrong.map((words) => kenes({}, ...words)))) {
      expect(ended).toMatchObject({ code: 2, out: '' });
      expect(ended.err).toContain('import open-npa <page.html…>');
    }
  });

  it('says in one sentence that a file is absent or not UTF-8, before it opens a database', async () => {
    const absent = await kenes({}, 'import', 'days', '/nowhere/days.csv');
    expect(absent).toEqual({ code: 1, out: '', err: '/nowhere/days.csv cannot be read (ENOENT).\n' });
    const path = await file('latin.csv', new Uint8Array([0x64, 0xe9]));
    expect(await kenes({}, 'import', 'days', path)).toMatchObject({ code: 1, err: `${path} is not UTF-8.\n` });
  });

  it('names every wrong setting', async () => {
    const ended = await kenes({ DATABASE_URL: 'mysql://x', PORT: '-1' }, 'migrate');
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/DATABASE_URL must be[^]*|PORT must be/);
    expect(ended.err).not.toContain('    at ');
  });

  it('says that a database is away', async () => {
    const ended = await kenes({ DATABASE_URL: 'postgres://a:b@127.0.0.1:9/none', KENES_DATA_DIR: folder }, 'migrate');
    expect(ended).toEqual({ code: 1, out: '', err: 'The database cannot be reached. Nothing was stored.\n' });
  });

  it('migrates what is migrated already to the same', async () => {
    expect(await start('migrate')).toEqual({ code: 0, out: 'The database is of this version already.\n', err: '' });
  });
});

describe('import of tables', () => {
  const days = 'date,kind,name_kk,name_ru,name_en,basis,confidence\n';

  it('stores nothing of a file with a wrong cell, and names line and column', async () => {
    const before = await acts();
    const good = '2031-01-06,holiday,а,б,c,law,high\n';
    const path = await file(
      'days.csv',
      `${days}${good}2031-02-30,holiday,а,б,c,law,high\n2031-01-06,feast,,б,c,law,high\n`,
    );
    const ended = await run('import', 'days', path);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err.split('\n')).toEqual([
      'line 3, column date: Must be an existing date, YYYY-MM-DD, from 1900 to 2199.',
      'line 4, column kind: Must be one of: holiday, day_off, working_day_moved.',
      'line 4, column name_kk: A text is needed, not only spaces and invisible characters.',
      'line 4, column date: This stands here for the second time.',
      '4 fields are not right. Nothing was stored.',
      '',
    ]);
    expect(await acts()).toBe(before);
    expect(await database.query(`select 1 from calendar_days where date >= '2031-01-01'`)).toEqual([]);
  });

  it('names a column that is missing and a line that is no CSV', async () => {
    const headless = await start('import', 'bodies', await file('bodies.csv', 'id,kind\nx,central\n'));
    expect(headless.err).toContain('line 1, column subkind: This column is missing.');
    const broken = await run('import', 'territories', await file('broken.csv', 'code,level\n"KZ\n'));
    expect(broken.err).toContain('From this line on the file is not valid CSV.');
  });

  it('stores a right file once', async () => {
    const path = await file('right.csv', `${days}2031-01-06,holiday,а,б,c,law,high\n`);
    expect(await start('import', 'days', path)).toEqual({ code: 0, out: '1 rows read.\n', err: '' });
    const after = await acts();
    expect(await run('import', 'days', path)).toMatchObject({ code: 0 });
    expect(await acts()).toBe(after);
  });
});

describe('the first administrator', () => {
  const rows = (email: string) =>
    database.query<{ role: string }>(
      `select g.role from accounts a join grants g on g.account_id = a.id where a.email = $1`,
      [email],
    );

  it('is invited and gets the role in one go', async () => {
    const ended = await start('admin', 'Head@Example.kz', 'Head', 'of', 'Office');
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(await rows('head@example.kz')).toEqual([{ role: 'admin' }]);
    const [account] = await database.query(`select display_name from accounts where email = 'head@example.kz'`);
    expect(account).toEqual({ display_name: 'Head of Office' });
  });

  it('is not invited twice, and not at what is no address', async () => {
    const before = await acts();
    expect(await run('admin', 'head@example.kz', 'Head')).toEqual({
      code: 1,
      out: '',
      err: 'There is an account with this address already.\n',
    });
    expect((await run('admin', 'head', 'Head')).err).toBe('“head” is not an e-mail address.\n');
    expect(await acts()).toBe(before);
  });
});

describe('import of pages', () => {
  it('names everything that an unknown page lacks, and stores nothing, not even of the good page beside it', async () => {
    const before = await acts();
    const [good, unknown] = [await file('good.html', portalPage()), await file('unknown.html', '<h1>404</h1>')];
    const ended = await run('import', 'open-npa', good, unknown);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(
      /unknown\.html: .*Missing: content block \(main_1\), .*title, .*channels of comments\.\nNothing was stored\.\n$/,
    );
    expect(await acts()).toBe(before);
  });
});

describe('the embedded database', () => {
  it('takes a command beside the process that owns its running server, and lives on', async () => {
    const dataDir = await mkdtemp(join(setting('KENES_TEST_DATA_DIR'), 'embedded-'));
    // As root PostgreSQL runs as another user, who must be able to reach the data.
    await chmod(dataDir, 0o755);
    await putCluster(dataDir);
    const server = await startEmbedded({ dataDir, durable: false });
    try {
      const page = await file('page.html', portalPage());
      const ended = await kenes({ KENES_DATA_DIR: dataDir }, 'import', 'open-npa', page, page);
      expect(ended.err).toBe('');
      expect(ended.out).toMatch(
        /page\.html: consultation \S+ created, 2 comments added\.\n.* unchanged, 0 comments added\.\n$/,
      );
      const verified = await kenes({ KENES_DATA_DIR: dataDir }, 'journal', 'verify');
      expect(verified.out).toMatch(/^The journal is sound: \d+ entries\.\n$/);
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      expect((await client.query('select external_id from imports')).rows).toEqual([{ external_id: '77' }]);
      await client.end();
    } finally {
      await server.stop();
    }
  });
});

withDataPack('the data pack', () => {
  it('has pages that are taken over as two consultations', async () => {
    const page = (name: string): string => packPath(`open-npa/document_${name}.content.html`);
    const ended = await run('import', 'open-npa', page('with_comments'), page('no_comments'), page('with_comments_kk'));
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out.split('\n').map((line) => line.replace(/^.*consultation \S+ /, ''))).toEqual([
      'created, 10 comments added.',
      'created, 0 comments added.',
      'completed, 0 comments added.',
      '',
    ]);
  });

  it.each([
    ['territories', 'territories.csv', 255],
    ['bodies', 'bodies.csv', 48],
    ['days', 'days.csv', 100],
  ])('is read whole: %s', async (kind, csv, count) => {
    const read = { code: 0, out: `${count} rows read.\n`, err: '' };
    expect(await run('import', kind, packPath(csv))).toEqual(read);
  });
});

describe('the journal', () => {
  it('is sound, and reading it again says so', async () => {
    const ended = await run('journal', 'verify');
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toBe(`The journal is sound: ${await acts()} entries.\n`);
  });

  it('is found out when an entry was changed or left out behind its back', async () => {
    const last = await acts();
    await database.query('alter table journal disable trigger user');
    await database.query(`update journal set entry = replace(entry, '"what"', '"what" ') where seq = 2`);
    await database.query('delete from journal where seq in (3, $1)', [last]);
    const ended = await run('journal', 'verify');
    expect(ended).toEqual({
      code: 1,
      out: '',
      err: `Entry 2: the hash is not that of its text.\nEntry 3 is missing.\nEntry ${last} is missing.\n`,
    });
  });
});
