import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FilesTasks } from '../../src/platform/files/index.js';
import {
  developingBody,
  preparedConsultation,
  publishedConsultation,
  type PreparedConsultation,
} from '../factories/consultations.js';
import { pdf } from '../factories/sample-files.js';
import { inOtherWords } from '../factories/other-words.js';
import { PASSWORD, person, type Person } from '../support/people.js';
import { startTestApplication, type Caller, type TestApplication } from '../support/test-application.js';

interface Uploaded {
  readonly id: string;
  readonly hash: string;
  readonly path: string;
}

interface Posted {
  readonly id: string;
  readonly receipt: { readonly number: string };
}

let made = 0;

async function upload(by: Caller, name = 'Қосымша.pdf'): Promise<Uploaded> {
  made += 1;
  const answer = await by
    .post(`/files?name=${encodeURIComponent(name)}`)
    .type('application/pdf')
    .send(pdf(`№${made}`));
  expect(answer.status).toBe(201);
  return answer.body as Uploaded;
}

const statusOf = async (by: Caller, { path }: Uploaded): Promise<number> =>
  (await by.get(path.replace('/api/v1', ''))).status;
const faultsIn = ({ body }: { body: unknown }): string[] =>
  (body as { errors: { pointer: string; code: string }[] }).errors.map(({ pointer, code }) => `${pointer} ${code}`);

const OTHERWISE = inOtherWords('Қосымшаны қараңыз.');

describe('files of a comment', () => {
  let test: TestApplication;
  let consultation: PreparedConsultation;
  let author: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    consultation = await publishedConsultation(test, { provisions: 2 });
    author = await person(test);
  });
  afterAll(() => test.close());

  const comment = (files: string[], key?: string, by: Caller = author) => {
    const sent = by.post(`/consultations/${consultation.consultationId}/comments`);
    if (key !== undefined) void sent.set('Idempotency-Key', key);
    // The same key means the same request; anything else is said in other words.
    const text = key === undefined ? OTHERWISE.text : 'Қосымшаны қараңыз.';
    return sent.send({ text, language: 'kk', files });
  };
  const filesOf = async (id: string, by: Caller = test.anyone): Promise<string[]> => {
    const answer = await by.get(`/comments/${id}/files`).expect(200);
    return (answer.body as { items: { id: string }[] }).items.map((file) => file.id);
  };

  it('are stored with it in their order, read by everybody, and proved by the journal', async () => {
    const files = [await upload(author, 'b.pdf'), await upload(author, 'a.pdf')];
    const [first, second] = files as [Uploaded, Uploaded];
    const { id } = (await comment(files.map((file) => file.id)).expect(201)).body as Posted;
    expect(await filesOf(id)).toEqual([first.id, second.id]);
    expect((await test.anyone.get(`/comments/${id}`).expect(200)).body).toMatchObject({ fileCount: 2 });
    const answer = await test.anyone.get(first.path.replace('/api/v1', '')).expect(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=15, must-revalidate');
    const entries = await test.anyone.get(`/journal?subject=comment:${id}`).expect(200);
    expect(entries.body).toMatchObject({ items: [{ data: { fileHashes: [first.hash, second.hash] } }] });
    await test.anyone.get(first.path.replace('/api/v1', '')).set('If-None-Match', `"${first.hash}"`).expect(304);
  });

  it('are the author’s own, at most five, each used once', async () => {
    const own = await upload(author);
    const other = await upload(await person(test));
    expect(faultsIn(await comment([own.id, other.id]).expect(422))).toEqual(['/files/1 not-found']);
    expect(faultsIn(await comment([own.id, own.id]).expect(422))).toEqual(['/files/1 file-used']);
    expect(faultsIn(await comment(Array.from({ length: 6 }, () => own.id)).expect(422))).toEqual(['/files too-many']);
    expect(faultsIn(await comment(['x']).expect(422))).toEqual(['/files id-expected']);
    const before = await test.database.query('select count(*) from comments');
    await comment([own.id]).expect(201);
    expect(faultsIn(await comment([own.id]).expect(422))).toEqual(['/files/0 file-used']);
    const after = await test.database.query<{ count: string }>('select count(*) from comments');
    expect(Number(after[0]?.count)).toBe(Number((before[0] as { count: string }).count) + 1);
  });

  it('make one comment for one key, also when the request comes many times at once', async () => {
    const { id } = await upload(author);
    const answers = await Promise.all(Array.from({ length: 6 }, () => comment([id], 'same')));
    const ids = answers.map(({ body }) => (body as Posted).id);
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 201));
    expect(new Set(ids).size).toBe(1);
    expect(await filesOf(ids[0] ?? '')).toEqual([id]);
  });

  it('are free again when the consultation takes no comment', async () => {
    const over = await publishedConsultation(test, { provisions: 1, body: consultation });
    await over.officer
      .put(`/consultations/${over.consultationId}/withdrawal`)
      .send({ reasons: { kk: 'Қате', ru: 'Ошибка' } })
      .expect(200);
    const { id } = await upload(author);
    const refused = await author
      .post(`/consultations/${over.consultationId}/comments`)
      .send({ text: 'Кеш', language: 'kk', files: [id] });
    expect(refused.status).toBe(409);
    await comment([id]).expect(201);
  });

  it('number the same person once when comments with and without files come together', async () => {
    const someone = await person(test);
    const files = await Promise.all(Array.from({ length: 4 }, () => upload(someone)));
    const answers = await Promise.all([
      ...files.map(({ id }) => comment([id], undefined, someone)),
      ...files.map(() => comment([], undefined, someone)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body }) => (body as { participant: number }).participant)).size).toBe(1);
    const numbers = answers.map(({ body }) => (body as { number: number }).number).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at));
  });

  it('go with the words: concealed, they are read by the author and who decides; withdrawn, by the author', async () => {
    const concealed = await upload(author);
    const withdrawn = await upload(author);
    const { id } = (await comment([concealed.id]).expect(201)).body as Posted;
    const other = (await comment([withdrawn.id]).expect(201)).body as Posted;
    await consultation.officer
      .put(`/comments/${id}/concealment`)
      .send({ ground: 'insult', explanation: { kk: 'Қорлау', ru: 'Оскорбление' } })
      .expect(200);
    await author.put(`/comments/${other.id}/withdrawal`).expect(200);
    const readers = [test.anyone, author, consultation.officer] as const;
    expect(await Promise.all(readers.map((by) => statusOf(by, concealed)))).toEqual([404, 200, 200]);
    expect(await Promise.all(readers.map((by) => statusOf(by, withdrawn)))).toEqual([404, 200, 404]);
    expect(await filesOf(id)).toEqual([]);
    expect(await filesOf(id, author)).toEqual([concealed.id]);
    const listed = await test.anyone
      .get(`/consultations/${consultation.consultationId}/comments?limit=100`)
      .expect(200);
    const shown = (listed.body as { items: { id: string; fileCount: number }[] }).items;
    expect(shown.filter((one) => [id, other.id].includes(one.id)).map(({ fileCount }) => fileCount)).toEqual([0, 0]);
    expect((await author.get(`/comments/${id}`).expect(200)).body).toMatchObject({ fileCount: 1 });
    expect(await filesOf(other.id)).toEqual([]);
    const own = await author.get(concealed.path.replace('/api/v1', '')).expect(200);
    expect(own.headers['cache-control']).toBe('private, no-store');
  });

  it('are told to their owner, and leave with the account as far as nobody reads them', async () => {
    const leaving = await person(test);
    const [open, unused, withdrawn] = [await upload(leaving), await upload(leaving), await upload(leaving)];
    await comment([open.id], undefined, leaving).expect(201);
    const other = (await comment([withdrawn.id], undefined, leaving).expect(201)).body as Posted;
    await leaving.put(`/comments/${other.id}/withdrawal`).expect(200);
    const data = await leaving.get('/me/data').expect(200);
    expect((data.body as { files: object[] }).files).toMatchObject([
      { id: open.id, usedAs: 'comment' },
      { id: unused.id, usedAs: null },
      { id: withdrawn.id, usedAs: 'comment' },
    ]);
    await leaving.put('/me/closure').send({ password: PASSWORD }).expect(204);
    test.clock.pass(25 * 3600);
    await test.app.get(FilesTasks).sweep();
    const left = await test.database.query('select id from files where account_id = $1', [leaving.accountId]);
    expect(left).toEqual([{ id: open.id }]);
    const counts = await test.database.query('select files from comments where id = $1', [other.id]);
    expect(counts).toEqual([{ files: 0 }]);
    expect(await statusOf(test.anyone, open)).toBe(200);
  });
});

describe('documents of a consultation', () => {
  let test: TestApplication;
  let draft: PreparedConsultation;
  let officer: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    draft = await preparedConsultation(test, { provisions: 1, body: await developingBody(test) });
    officer = draft.officer;
  });
  afterAll(() => test.close());

  const title = { kk: 'Түсіндірме жазба', ru: 'Пояснительная записка' };
  const add = (fileId: string, more = {}, by: Caller = officer) =>
    by
      .post(`/consultations/${draft.consultationId}/documents`)
      .send({ fileId, kind: 'explanatory_note', title, ...more });
  const list = async (by: Caller): Promise<{ id: string; replacedById: string | null }[]> => {
    const answer = await by.get(`/consultations/${draft.consultationId}/documents`).expect(200);
    return (answer.body as { items: { id: string; replacedById: string | null }[] }).items;
  };

  it('are the body’s alone before publication, and can be taken away', async () => {
    const file = await upload(officer);
    const { id } = (await add(file.id).expect(201)).body as { id: string };
    expect(await statusOf(test.anyone, file)).toBe(404);
    expect(await statusOf(officer, file)).toBe(200);
    await test.anyone.get(`/consultation-documents/${id}`).expect(404);
    await test.anyone.get(`/consultations/${draft.consultationId}/documents`).expect(404);
    const foreign = await upload(await person(test));
    expect(faultsIn(await add(foreign.id).expect(422))).toEqual(['/fileId not-found']);
    await (await person(test)).post(`/consultations/${draft.consultationId}/documents`).send({}).expect(403);
    await officer.delete(`/consultation-documents/${id}`).set('If-Match', '"v9"').expect(412);
    await officer.delete(`/consultation-documents/${id}`).expect(204);
    expect(await list(officer)).toEqual([]);
    expect(await statusOf(officer, file)).toBe(200);
  });

  it('are read by everybody for ever once published: added and replaced, never taken away', async () => {
    const file = await upload(officer, 'Түсіндірме жазба.pdf');
    const { id } = (await add(file.id).expect(201)).body as { id: string };
    await officer.put(`/consultations/${draft.consultationId}/publication`).expect(200);
    const answer = await test.anyone.get(file.path.replace('/api/v1', '')).expect(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await officer.delete(`/consultation-documents/${id}`).expect(409)).body).toMatchObject({
      code: 'document-published',
    });
    const next = await upload(officer);
    const replacing = (await add(next.id, { replacesId: id }).expect(201)).body as { id: string };
    expect(await list(test.anyone)).toMatchObject([
      { id, replacedById: replacing.id, title },
      { id: replacing.id, replacesId: id, replacedById: null },
    ]);
    expect(await statusOf(test.anyone, file)).toBe(200);
    const again = await upload(officer);
    expect((await add(again.id, { replacesId: id }).expect(409)).body).toMatchObject({ code: 'document-replaced' });
    const elsewhere = { replacesId: '00000000-0000-4000-8000-000000000000' };
    expect(faultsIn(await add(again.id, elsewhere).expect(422))).toEqual(['/replacesId not-found']);
    const entries = await test.anyone.get(`/journal?subject=consultation:${draft.consultationId}`).expect(200);
    const acts = (entries.body as { items: { what: string; data: object }[] }).items;
    expect(acts.find(({ what }) => what === 'consultation.document-replaced')?.data).toMatchObject({ hash: next.hash });
  });

  it('are no longer added once the body has taken its draft back', async () => {
    const { id } = await upload(officer);
    await officer
      .put(`/consultations/${draft.consultationId}/withdrawal`)
      .send({ reasons: { kk: 'Қате', ru: 'Ошибка' } })
      .expect(200);
    expect((await add(id).expect(409)).body).toMatchObject({ code: 'documents-are-final' });
    expect(
      await statusOf(officer, { id, hash: '', path: `/api/v1/files/${id}/${encodeURIComponent('Қосымша.pdf')}` }),
    ).toBe(200);
  });
});
