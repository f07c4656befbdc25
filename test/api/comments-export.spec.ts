import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { MOST_CURSORS, Statements } from '../../src/platform/database/index.js';
import { CONCEALMENT, NOBODY } from '../factories/concealments.js';
import {
  provisionsOf,
  preparedConsultation,
  publishedConsultation,
  type PreparedConsultation,
} from '../factories/consultations.js';
import { rowOf, type ExportedFile, type Item } from '../factories/exported-comments.js';
import { manyComments } from '../factories/many-comments.js';
import { uploadPath } from '../factories/uploads.js';
import { beginDownload, download, finishDownload } from '../support/download.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { until } from '../support/until.js';

const AWKWARD = [
  '=HYPERLINK("http://x.example";"Қараңыз")',
  '+7 701 000 00 00',
  '-1; -2, -3',
  '@SUM(A1:A9)',
  '\tшегініс',
  "'дәйексөз",
  'бірінші жол\r\nекінші жол\nүшінші "жол"',
  '<script>alert(1)</script> & <b>жоқ</b> \\ {"a"}',
  '𐰴'.repeat(5000),
  'Кәдімгі пікір',
];
const WITHDRAWN = 'Қайтарып алынған сөз';
const CONCEALED = 'Жасырылған сөз';

describe('the export of comments', () => {
  let test: TestApplication;
  let open: PreparedConsultation;
  let citizen: Person;
  let items: (Item & { readonly files: readonly ExportedFile[] })[];
  const pathOf = (file: string, id = open.consultationId): string => `/consultations/${id}/export/${file}`;
  const post = async (body: object, id = open.consultationId): Promise<string> => {
    const made = await citizen.post(`/consultations/${id}/comments`).send({ language: 'kk', ...body });
    expect(made.status).toBe(201);
    return (made.body as { id: string }).id;
  };
  const filed = async (name: string): Promise<ExportedFile> => {
    const bytes = Buffer.from(`${name};мазмұны`);
    const made = await citizen
      .post(uploadPath(name))
      .set('content-type', name.endsWith('.csv') ? 'text/csv' : 'text/plain')
      .send(bytes.toString())
      .expect(201);
    const { id } = made.body as { id: string };
    return { id, name, size: bytes.length, sha256: sha256(bytes).toString('hex') };
  };
  beforeAll(async () => {
    test = await startTestApplication();
    const quotable = { kk: `Деңгей =шу; ${WITHDRAWN}; ${CONCEALED}`, ru: 'Уровень' };
    const provisions = [...provisionsOf(2), { number: '3', text: quotable }];
    open = await publishedConsultation(test, { closesInWorkingDays: 90, change: { provisions } });
    citizen = await person(test);
    for (const text of AWKWARD) await post({ text });
    const [, , provisionId] = open.provisionIds;
    const files = [await filed('=кесте.csv'), await filed('Ә  файл.txt')];
    await post({ text: 'Файлдарымен', files: files.map(({ id }) => id) });
    const hidden = await post({ text: 'Жасырын файлымен', files: [(await filed('жасырын.txt')).id] });
    await open.officer.put(`/comments/${hidden}/concealment`).send(CONCEALMENT).expect(200);
    const answered = await post({ text: 'Бап туралы', quote: '=шу', provisionId, showName: true });
    const answer = { outcome: 'partly', reasons: { kk: '=Жартылай', ru: 'Частично; "да"' }, provisionId };
    await open.officer.put(`/comments/${answered}/answer`).send(answer).expect(200);
    const withdrawn = await post({ text: WITHDRAWN, quote: WITHDRAWN, showName: true });
    await citizen.put(`/comments/${withdrawn}/withdrawal`).expect(200);
    const concealed = await post({ text: CONCEALED, quote: CONCEALED, showName: true });
    await open.officer.put(`/comments/${concealed}/concealment`).send(CONCEALMENT).expect(200);
    const list = await test.anyone.get(`/consultations/${open.consultationId}/comments?limit=100`).expect(200);
    items = (list.body as { items: Item[] }).items.map((item) => ({
      ...item,
      files: item.text === 'Файлдарымен' ? files : [],
    }));
  });
  afterAll(() => test.close());

  it('gives in JSON Lines what the list gives, and ends by counting and hashing all that is before', async () => {
    const { bytes, headers, trailers } = await download(test, pathOf('comments.jsonl'));
    expect(headers).toMatchObject({
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="kenes-comments-${open.consultationId}.jsonl"`,
      'cache-control': 'no-store, no-transform',
      trailer: 'x-rows content-digest',
    });
    const lines = bytes.toString().split('\n');
    expect(lines.pop()).toBe('');
    const last = lines.pop() ?? '';
    const before = bytes.subarray(0, bytes.length - Buffer.byteLength(`${last}\n`));
    expect(JSON.parse(last)).toEqual({ rows: items.length, sha256: sha256(before).toString('hex') });
    const expected = items.map((item) => ({ ...item, provisionNumber: item.provisionId && '3' }));
    const linked = expected.map((item) => ({ ...item, answerProvisionNumber: item.answer && '3' }));
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(linked);
    expect(trailers).toEqual({
      'x-rows': String(items.length),
      'content-digest': `sha-256=:${sha256(bytes).toString('base64')}:`,
    });
  });

  it.each([
    ['', ','],
    ['?separator=comma', ','],
    ['?separator=semicolon', ';'],
  ])('gives in CSV%s the same, as texts that no spreadsheet takes for formulas', async (query, delimiter) => {
    const { bytes, headers, trailers } = await download(test, pathOf('comments.csv') + query);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['content-disposition']).toContain('.csv"');
    const text = bytes.toString();
    expect(text.lastIndexOf('\ufeff')).toBe(0);
    expect(text.startsWith(`\ufeffnumber${delimiter}state${delimiter}`)).toBe(true);
    const rows = parse<Record<string, string>>(text, { bom: true, columns: true, delimiter, record_delimiter: '\r\n' });
    expect(rows.map(meantBy)).toEqual(items.map(rowOf));
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(rows.filter((row) => row['answerProvisionNumber'] === '3')).toHaveLength(1);
    expect(rows[0]?.['text']).toBe(`'${AWKWARD[0] ?? ''}`);
    expect(trailers).toEqual({
      'x-rows': String(items.length),
      'content-digest': `sha-256=:${sha256(bytes).toString('base64')}:`,
    });
  });

  it.each(['comments.csv', 'comments.jsonl'])('has in %s neither words nor names of what is hidden', async (file) => {
    const text = (await download(test, pathOf(file))).bytes.toString();
    expect(text).not.toContain('жасырын.txt');
    expect(text).not.toContain(WITHDRAWN);
    expect(text).not.toContain(CONCEALED);
    expect(text.match(/Person/g)).toHaveLength(1);
    expect(text).toContain(CONCEALMENT.explanation.kk);
  });

  it('is the same for everyone: an author and an officer get no more of it', async () => {
    const { bytes } = await download(test, pathOf('comments.jsonl'));
    for (const reader of [citizen, open.officer]) {
      const { text } = await reader.get(pathOf('comments.jsonl')).buffer(true).expect(200);
      expect(text).toBe(bytes.toString());
    }
  });

  it('holds nobody and counts none where nobody has said anything', async () => {
    const { consultationId } = await publishedConsultation(test, { body: open });
    const csv = await download(test, pathOf('comments.csv', consultationId));
    expect(csv.bytes.toString().match(/\r\n/g)).toHaveLength(1);
    expect(csv.trailers['x-rows']).toBe('0');
    const lines = await download(test, pathOf('comments.jsonl', consultationId));
    const nothing = sha256(Buffer.alloc(0)).toString('hex');
    expect(lines.bytes.toString()).toBe(`{"rows":0,"sha256":"${nothing}"}\n`);
  });

  it.each(['comments.csv', 'comments.jsonl'])('does not tell of what is not public: %s', async (file) => {
    const { consultationId, officer } = await preparedConsultation(test, { body: open });
    for (const id of [consultationId, NOBODY, 'x']) await test.anyone.get(pathOf(file, id)).expect(404);
    await officer.get(pathOf(file, consultationId)).expect(404);
    await test.anyone.get(pathOf('comments.xlsx')).expect(404);
  });

  it.each([
    ['comments.csv?seperator=comma', '/seperator', 'unknown-parameter'],
    ['comments.csv?separator=tab', '/separator', 'choice-unknown'],
    ['comments.csv?separator=comma&separator=comma', '/separator', 'choice-unknown'],
    ['comments.jsonl?separator=comma', '/separator', 'unknown-parameter'],
    ['comments.jsonl?lang=kk', '/lang', 'unknown-parameter'],
    ['comments.csv?lang=kk', '/lang', 'unknown-parameter'],
  ])('refuses %s', async (file, pointer, code) => {
    const refused = await test.anyone.get(pathOf(file)).expect(400);
    expect(refused.body).toMatchObject({ errors: [{ pointer, code }] });
  });

  describe('of more comments than a connection holds', () => {
    const COUNT = 6_000;
    let many: string;
    const reading = async (): Promise<number> => {
      const { rows } = await test.app.get(Statements).pool.query<{ busy: number }>(
        `select count(*)::int as busy from pg_stat_activity
          where datname = current_database() and application_name = 'kenes-export' and state <> 'idle'`,
      );
      return rows[0]?.busy ?? -1;
    };
    const lastFetched = async (): Promise<string> => {
      const { rows } = await test.app.get(Statements).pool.query<{ at: string }>(
        `select max(query_start)::text as at from pg_stat_activity
          where datname = current_database() and application_name = 'kenes-export'`,
      );
      return rows[0]?.at ?? '';
    };
    const none = () => until(async () => (await reading()) === 0);
    const begun = (): Promise<IncomingMessage> => beginDownload(test, pathOf('comments.jsonl', many));
    beforeAll(async () => {
      many = (await publishedConsultation(test, { body: open, closesInWorkingDays: 90 })).consultationId;
      await post({ text: 'Бірінші' }, many);
      await manyComments(test.database, many, COUNT - 1);
    });

    it('is of the moment in which it began, and is read no faster than it is taken', async () => {
      const response = await begun();
      // Where nothing more is fetched while it is still under way, it waits for its reader.
      await until(async () => {
        const before = await lastFetched();
        await sleep(200);
        return before === (await lastFetched());
      });
      expect(await reading()).toBe(1);
      const latest = await test.database.query<{ id: string }>(
        `update comments set text = 'Кейін' where consultation_id = $1 and number = $2 returning id`,
        [many, COUNT],
      );
      expect(latest).toHaveLength(1);
      const { bytes, trailers } = await finishDownload(response);
      expect(trailers['x-rows']).toBe(String(COUNT));
      expect(bytes.includes('Кейін')).toBe(false);
      await none();
      expect((await download(test, pathOf('comments.jsonl', many))).bytes.includes('Кейін')).toBe(true);
    });

    it('frees its connection when the reader goes away', async () => {
      const responses = await Promise.all(Array.from({ length: MOST_CURSORS }, begun));
      expect(await reading()).toBe(MOST_CURSORS);
      for (const response of responses) response.destroy();
      await none();
      const { status, trailers } = await download(test, pathOf('comments.csv', many));
      expect([status, trailers['x-rows']]).toEqual([200, String(COUNT)]);
    });

    it('is refused while too many are under way, and asks to come again', async () => {
      const responses = await Promise.all(Array.from({ length: MOST_CURSORS }, begun));
      const refused = await test.anyone.get(pathOf('comments.csv')).set('Accept-Language', 'kk').expect(503);
      expect(refused.body).toMatchObject({ code: 'exports-busy', detail: expect.stringContaining('экспорт') });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      // Everything else is answered all the same.
      await test.anyone.get(`/consultations/${many}/comments`).expect(200);
      for (const response of responses) response.destroy();
      await none();
    });

    it('breaks off visibly when the database ends it', async () => {
      const response = await begun();
      await test.app.get(Statements).pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'kenes-export' and state <> 'idle'`,
      );
      await expect(finishDownload(response)).rejects.toThrow('aborted');
      const { status } = await download(test, pathOf('comments.csv'));
      expect(status).toBe(200);
    });

    it('is not read at all for who asks for its head only', async () => {
      const { consultationId } = open;
      const head = await fetch(`${await test.app.getUrl()}/api/v1${pathOf('comments.csv', consultationId)}`, {
        method: 'HEAD',
      });
      expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
      expect(await head.text()).toBe('');
      await none();
    });
  });
});

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** A row as who knows of the apostrophe reads it. */
function meantBy(row: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.replace(/^'/, '')]));
}
