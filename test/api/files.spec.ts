import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FilesTasks, MOST_WAITING_FILES, Storage } from '../../src/platform/files/index.js';
import { docx, odt, pdf, PNG, xlsx, zip } from '../factories/sample-files.js';
import { uploadInPieces, uploadPath, type Uploaded } from '../factories/uploads.js';
import { person, type Person } from '../support/people.js';
import { startS3Server, type S3Server } from '../support/s3-server.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { until } from '../support/until.js';

const MOST = 26_214_400;
const DAY = 24 * 3600;

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe.each(['disk', 'S3'])('files in a storage on %s', (where) => {
  let test: TestApplication;
  let s3: S3Server | undefined;
  let owner: Person;
  let stranger: Person;
  beforeAll(async () => {
    s3 = where === 'S3' ? await startS3Server() : undefined;
    test = await startTestApplication(s3 ? { settings: s3.settings } : {});
    owner = await person(test);
    stranger = await person(test);
  });
  afterAll(async () => {
    await test.close();
    await s3?.close();
  });

  const upload = async (name: string, bytes: Buffer, by = owner): Promise<Uploaded> => {
    const answer = await by.post(uploadPath(name)).type('application/octet-stream').send(bytes).expect(201);
    return answer.body as Uploaded;
  };
  const bytesOf = (path: string, by = owner) => by.get(path.replace('/api/v1', '')).buffer(true).parse(whole);
  const isStored = (bytes: Buffer): Promise<boolean> => test.app.get(Storage).has(hashOf(bytes));
  const arriving = (): Promise<string[]> => readdir(join(test.dataDir, 'files', 'incoming')).catch(() => []);

  it('gives back what was uploaded, under its name, to its owner alone', async () => {
    const bytes = pdf();
    const file = await upload('Түсіндірме жазба – "жоба" №5.pdf', bytes);
    expect(file).toMatchObject({ kind: 'pdf', type: 'application/pdf', size: bytes.length, hash: hashOf(bytes) });
    const answer = await bytesOf(file.path).expect(200);
    expect(hashOf(answer.body as Buffer)).toBe(file.hash);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition':
        'attachment; filename="__________ _____ _ ______ _5.pdf"; ' +
        "filename*=UTF-8''%D0%A2%D2%AF%D1%81%D1%96%D0%BD%D0%B4%D1%96%D1%80%D0%BC%D0%B5%20%D0%B6%D0%B0%D0%B7%D0%B1%D0%B0" +
        '%20%E2%80%93%20%22%D0%B6%D0%BE%D0%B1%D0%B0%22%20%E2%84%965.pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      etag: `"${file.hash}"`,
    });
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    for (const reader of [stranger, test.anyone]) {
      await reader.get(`/files/${file.id}`).expect(404);
      await reader.get(file.path.replace('/api/v1', '')).expect(404);
    }
    await owner.get(`/files/${file.id}/other.pdf`).expect(404);
  });

  it('stores the same bytes once, also when they come twice at a time', async () => {
    const bytes = pdf(randomBytes(8).toString('hex'), 300_000);
    const both = await Promise.all([upload('one.pdf', bytes), upload('two.pdf', bytes, stranger)]);
    expect(both[0].hash).toBe(both[1].hash);
    expect(both[0].id).not.toBe(both[1].id);
    const rows = await test.database.query('select 1 from file_contents where hash = $1', [both[0].hash]);
    expect(rows).toHaveLength(1);
    for (const [file, by] of [
      [both[0], owner],
      [both[1], stranger],
    ] as const) {
      expect(hashOf((await bytesOf(file.path, by).expect(200)).body as Buffer)).toBe(hashOf(bytes));
    }
    expect(await arriving()).toEqual([]);
  });

  it('gives one part where one is asked for, and the whole for what it cannot give', async () => {
    const bytes = pdf('0123456789', 1000);
    const { path, hash } = await upload('part.pdf', bytes);
    const part = async (range: string, more = {}): Promise<[number, string | undefined, string]> => {
      const { status, headers, body } = await bytesOf(path).set({ range, ...more });
      return [status, headers['content-range'], (body as Buffer).toString('latin1')];
    };
    expect(await part('bytes=0-4')).toEqual([206, 'bytes 0-4/1000', '%PDF-']);
    expect(await part('bytes=-3')).toEqual([206, 'bytes 997-999/1000', '   ']);
    expect((await part('bytes=990-5000'))[1]).toBe('bytes 990-999/1000');
    for (const range of ['bytes=1000-', 'bytes=5-1', 'bytes=0-1,3-4', 'bytes=-', 'pages=1-2']) {
      expect([range, (await part(range))[0]]).toEqual([range, 200]);
    }
    expect((await part('bytes=0-4', { 'if-range': '"other"' }))[0]).toBe(200);
    expect((await part('bytes=0-4', { 'if-range': `"${hash}"` }))[0]).toBe(206);
  });

  it('takes 25 MiB and not one byte more, with little in memory', async () => {
    const most = pdf('most', MOST);
    const { status, file, grown } = await uploadInPieces(test, owner, most);
    expect(status).toBe(201);
    expect(grown).toBeLessThan(MOST / 2);
    expect(hashOf((await bytesOf(file.path).expect(200)).body as Buffer)).toBe(hashOf(most));
    const more = Buffer.concat([most, Buffer.from(' ')]);
    const refused = await owner.post(uploadPath('more.pdf')).type('application/pdf').send(more).expect(413);
    expect(refused.body).toMatchObject({ type: '/problems/too-large', code: 'file-too-large' });
    expect((refused.body as { detail: string }).detail).toContain('25');
    expect(await isStored(more)).toBe(false);
    expect(await arriving()).toEqual([]);
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    const headers = {
      authorization: `Bearer ${owner.token}`,
      'content-type': 'application/pdf',
      'content-length': '1000000',
    };
    const broken = http.request({ port, method: 'POST', path: `/api/v1${uploadPath('broken.pdf')}`, headers });
    broken.on('error', () => undefined);
    broken.write(pdf('broken', 200_000));
    await until(async () => (await arriving()).length === 1);
    broken.destroy();
    await until(async () => (await arriving()).length === 0);
    expect(await test.database.query(`select 1 from files where name = 'broken.pdf'`)).toEqual([]);
  });

  it('removes what nothing uses after a day, the bytes once no file has them', async () => {
    const bytes = pdf(randomBytes(8).toString('hex'));
    const first = await upload('first.pdf', bytes);
    test.clock.pass(DAY / 2);
    const second = await upload('second.pdf', bytes, await person(test));
    test.clock.pass(DAY / 2 + 1);
    await test.app.get(FilesTasks).sweep();
    await expect(test.database.query('select 1 from files where id = $1', [first.id])).resolves.toEqual([]);
    expect(await isStored(bytes)).toBe(true);
    test.clock.pass(DAY / 2);
    expect(await test.app.get(FilesTasks).sweep()).toMatchObject({ files: 1, contents: 1 });
    await expect(test.database.query('select 1 from files where id = $1', [second.id])).resolves.toEqual([]);
    expect(await isStored(bytes)).toBe(false);
    owner = await person(test);
    stranger = await person(test);
    await bytesOf((await upload('again.pdf', bytes)).path).expect(200);
  });

  if (where === 'S3') {
    it('says so when its storage is away, and stores nothing', async () => {
      await s3?.close();
      s3 = undefined;
      const answer = await owner.post(uploadPath('away.pdf')).type('application/pdf').send(pdf('away')).expect(503);
      expect(answer.headers['retry-after']).toBe('5');
      expect(await test.database.query(`select 1 from files where name = 'away.pdf'`)).toEqual([]);
    });
  }
});

describe('an uploaded file', () => {
  let test: TestApplication;
  let owner: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    owner = await person(test);
  });
  afterAll(() => test.close());

  const send = (name: string, bytes: Buffer, type = 'application/octet-stream') =>
    owner.post(uploadPath(name)).type(type).send(bytes);
  const fault = async (name: string, bytes: Buffer, type?: string): Promise<string> => {
    const answer = await send(name, bytes, type);
    const { errors } = answer.body as { errors?: { pointer: string; code: string }[] };
    return `${answer.status} ${errors?.[0]?.pointer ?? ''} ${errors?.[0]?.code ?? ''}`;
  };
  const text = Buffer.from('Ауданы;Саны\nАлмалы;5\n');

  it.each([
    ['a.pdf', pdf(), 'application/pdf'],
    ['a.docx', docx(), 'application/octet-stream'],
    ['A.XLSX', xlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.odt', odt(), 'application/vnd.oasis.opendocument.text'],
    ['a.rtf', Buffer.from('{\\rtf1\\ansi a}'), 'application/msword'],
    ['a.txt', text, 'text/plain;charset=UTF-8'],
    ['a.csv', text, 'application/vnd.ms-excel'],
    ['a.jpeg', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1'), 'image/jpeg'],
    ['a.png', PNG, 'image/png'],
    ['a.webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'],
    ['a.tif', Buffer.from('II*\0\x08\0\0\0'), 'image/tiff'],
  ])('is taken when it is what it says: %s', async (name, bytes, type) => {
    owner = await person(test);
    await send(name, bytes, type).expect(201);
  });

  it.each<[string, string, Buffer, string]>([
    ['an ending that is none of ours', 'a.exe', pdf(), 'file-name-ending'],
    ['no ending', 'pdf', pdf(), 'file-name-ending'],
    ['an ending of another kind', 'a.docx', pdf(), 'file-kind-other'],
    ['a text that calls itself a PDF', 'a.pdf', text, 'file-kind-other'],
    ['a sheet that calls itself a document', 'a.docx', xlsx(), 'file-kind-other'],
    ['a page', 'a.txt', Buffer.from('\ufeff <!DOCTYPE html><script>1</script>'), 'file-kind-unknown'],
    ['a drawing that can run', 'a.txt', Buffer.from('<svg onload="x()"/>'), 'file-kind-unknown'],
    ['a script', 'a.txt', Buffer.from('#!/bin/sh\nrm'), 'file-kind-unknown'],
    ['a program', 'a.txt', Buffer.from('MZ\x90\0\x03\0'), 'file-kind-unknown'],
    ['a text that is no UTF-8', 'a.txt', Buffer.from('Қала', 'utf16le'), 'file-kind-unknown'],
    ['a text that ends in the middle of a character', 'a.csv', Buffer.from([0x61, 0xd2]), 'file-kind-unknown'],
    ['an archive of something else', 'a.docx', zip([['a.txt', 'a']]), 'file-kind-unknown'],
    ['macros in a document', 'a.docx', docx([['word/vbaProject.bin', 'x']]), 'file-macros'],
    [
      'a document for macros without any',
      'a.docx',
      docx([], 'application/vnd.ms-word.document.macroEnabled.main+xml'),
      'file-macros',
    ],
    ['an archive with a part twice', 'a.docx', docx([['word/document.xml', 'x']]), 'file-broken'],
    ['an archive that is locked', 'a.docx', zip([['[Content_Types].xml', 'x']], 1), 'file-broken'],
    ['an archive without an end', 'a.docx', docx().subarray(0, -8), 'file-broken'],
    ['a bomb in the list of parts', 'a.docx', zip([['[Content_Types].xml', ' '.repeat(3_000_000)]]), 'file-broken'],
    ['nothing', 'a.pdf', Buffer.alloc(0), 'file-empty'],
  ])('is refused: %s', async (_, name, bytes, code) => {
    expect(await fault(name, bytes)).toBe(`422 /file ${code}`);
  });

  it('is refused when it is declared as another kind', async () => {
    expect(await fault('a.pdf', pdf(), 'image/png')).toBe('422 /file file-declared-other');
  });

  it.each([
    ['', 'file-name-missing'],
    [' ', 'file-name-missing'],
    [`${'ә'.repeat(252)}.pdf`, 'too-long'],
    ['../a.pdf', 'file-name-forbidden'],
    ['a/b.pdf', 'file-name-forbidden'],
    ['a\\b.pdf', 'file-name-forbidden'],
    ['.a.pdf', 'file-name-forbidden'],
    ['a.pdf ', 'file-name-forbidden'],
    ['a\u202efdp.exe.pdf', 'file-name-forbidden'],
    ['a\u200b.pdf', 'file-name-forbidden'],
    ['a\r\nb.pdf', 'file-name-forbidden'],
    ['a\ufffd.pdf', 'file-name-forbidden'],
  ])('is never renamed, so a name that cannot be kept is refused: %j', async (name, code) => {
    expect(await fault(name, pdf())).toBe(`422 /name ${code}`);
  });

  it('keeps the longest name, and refuses NUL and none at all', async () => {
    const name = `${'ә'.repeat(251)}.pdf`;
    expect((await send(name, pdf()).expect(201)).body).toMatchObject({ name });
    await send('a\0b.pdf', pdf()).expect(400);
    await owner.post('/files').type('application/pdf').send(pdf()).expect(400);
  });

  it('asks for an account, and for bytes as they are', async () => {
    await test.anyone.post(uploadPath('a.pdf')).type('application/pdf').send(pdf()).expect(401);
    await send('a.csv', text, 'application/json').expect(415);
    await send('a.csv', text, 'application/x-www-form-urlencoded').expect(415);
    await send('a.pdf', pdf(), 'application/pdf').set('content-encoding', 'gzip').expect(415);
    await owner.post(uploadPath('a.pdf')).expect(415);
  });

  it('is made once for one key, and refused for another file under it', async () => {
    const one = await send('once.pdf', pdf('once')).set('Idempotency-Key', 'once').expect(201);
    const again = await send('once.pdf', pdf('once')).set('Idempotency-Key', 'once').expect(201);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((again.body as Uploaded).id).toBe((one.body as Uploaded).id);
    await send('once.pdf', pdf('twice')).set('Idempotency-Key', 'once').expect(409);
  });

  it('waits with few others until something uses it', async () => {
    owner = await person(test);
    for (let at = 0; at < MOST_WAITING_FILES; at += 1) await send(`${at}.pdf`, pdf()).expect(201);
    const refused = await send('more.pdf', pdf()).expect(429);
    expect(refused.body).toMatchObject({ code: 'files-waiting' });
  });
});

function whole(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const stream = response as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => {
    done(null, Buffer.concat(parts));
  });
}
