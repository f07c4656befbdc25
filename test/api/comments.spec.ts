import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newReceiptNumber } from '../../src/comments/index.js';
import { startOf } from '../../src/platform/kernel/index.js';
import { publishedConsultation, preparedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { inOtherWords } from '../factories/other-words.js';
import { person, signIn, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

interface Comment {
  id: string;
  number: number;
  state: string;
  text: string | null;
  author: { name: string } | null;
  participant: number | null;
  acceptedAt: string;
  answer: { outcome: string } | null;
  receipt: { number: string; acceptedAt: string; textHash: string };
  moves?: string[];
}

const NOBODY = '0192f0c0-0000-7000-8000-000000000000';
const REASONS = { kk: 'Ескерілді', ru: 'Учтено' };

describe('comments', () => {
  let test: TestApplication;
  let open: PreparedConsultation;
  let citizen: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    open = await publishedConsultation(test);
    citizen = await person(test);
  });
  afterAll(() => test.close());

  const wanted = inOtherWords('Түнде шу болмасын.');
  const path = (id = open.consultationId): string => `/consultations/${id}/comments`;
  const post = (by: Person = citizen, body: object = wanted, id?: string) => by.post(path(id)).send(body);
  const posted = async (by?: Person, body?: object, id?: string): Promise<Comment> =>
    (await post(by, body, id).expect(201)).body as Comment;
  const listed = async (query = '', id?: string): Promise<{ items: Comment[]; next: string | null }> =>
    (await test.anyone.get(path(id) + query).expect(200)).body as { items: Comment[]; next: string | null };

  it('gives a receipt for a comment, and later tells what became of it without telling who', async () => {
    const body = { text: 'Пункт 3 неясен.', language: 'ru', provisionId: open.provisionIds[2], quote: 'шум' };
    const comment = await posted(citizen, body);
    const textHash = createHash('sha256').update(body.text).digest('hex');
    expect(comment).toMatchObject({ ...body, state: 'accepted', author: null, moves: ['withdrawal'] });
    expect(comment.receipt).toEqual({
      number: expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/),
      acceptedAt: test.clock.now().toISOString(),
      textHash,
    });
    const typed = comment.receipt.number.toLowerCase().replaceAll('-', '');
    const known = await test.anyone.get(`/receipts/${typed}`).expect(200);
    expect(known.body).toEqual({
      ...comment.receipt,
      commentId: comment.id,
      consultationId: open.consultationId,
      state: 'accepted',
      ...{ receivedOn: null, onBehalfOf: null, answer: null, withdrawnAt: null, disownedAt: null, concealment: null },
    });
    const answer = { outcome: 'partly', reasons: REASONS };
    await open.officer.put(`/comments/${comment.id}/answer`).send(answer).expect(200);
    const answered = await test.anyone.get(`/receipts/${comment.receipt.number}`).expect(200);
    expect(answered.body).toMatchObject({ state: 'answered', answer });
    const mine = await citizen.get('/me/comments?limit=1').expect(200);
    expect(mine.body).toMatchObject({ items: [{ id: comment.id, answer, receipt: comment.receipt }] });
  });

  it('shows the name only where the author wants it, otherwise the number of the participant', async () => {
    const other = await publishedConsultation(test, { body: open });
    const [first, second] = [await person(test), await person(test)];
    await posted(first, wanted, other.consultationId);
    await posted(second, { ...wanted, showName: true }, other.consultationId);
    await posted(second, wanted, other.consultationId);
    await posted(first, wanted, other.consultationId);
    const { items } = await listed('', other.consultationId);
    expect(items.map(({ number, participant }) => [number, participant])).toEqual([
      [1, 1],
      [2, null],
      [3, 2],
      [4, 1],
    ]);
    expect(items.map(({ author }) => author?.name.startsWith('Person') ?? false)).toEqual([false, true, false, false]);
    expect(JSON.stringify(items)).not.toContain('receipt');
  });

  it('counts code points: 16,000 characters are taken, one more is not', async () => {
    const text = '𐰴'.repeat(16_000);
    expect((await posted(citizen, { ...wanted, text })).text).toBe(text);
    const long = await post(citizen, { ...wanted, text: `${text}а` }).expect(422);
    expect(long.body).toMatchObject({ errors: [{ pointer: '/text', code: 'too-long' }] });
  });

  it('keeps markup as the text it is', async () => {
    const text = '<script>alert("1")</script> & <b>жоқ</b> \\ {"a"} \'\n';
    const { id } = await posted(citizen, { ...wanted, text });
    const read = await test.anyone.get(`/comments/${id}`).expect(200);
    expect((read.body as Comment).text).toBe(text);
  });

  it.each([
    [{ text: '  \n ' }, '/text', 'blank'],
    [{ text: '' }, '/text', 'too-short'],
    [{ text: 'a\u0000' }, '/text', 'control-character'],
    [{ text: ['a'] }, '/text', 'text-expected'],
    [{ language: 'de' }, '/language', 'choice-unknown'],
    [{ provisionId: 'x' }, '/provisionId', 'id-expected'],
    [{ provisionId: NOBODY }, '/provisionId', 'not-found'],
    [{ showName: 'true' }, '/showName', 'flag-expected'],
    [{ quote: ' ' }, '/quote', 'blank'],
    [{ accountId: NOBODY }, '/accountId', 'unknown-field'],
  ])('refuses %j at its field', async (change, pointer, code) => {
    const refused = await post(citizen, { ...wanted, ...change }).expect(422);
    expect(refused.body).toMatchObject({ errors: [{ pointer, code }] });
  });

  it('refuses a provision of another consultation', async () => {
    const other = await publishedConsultation(test, { body: open });
    await post(citizen, { ...wanted, provisionId: other.provisionIds[0] }).expect(422);
  });

  it('refuses comments of nobody, and on what is not published', async () => {
    await test.anyone.post(path()).send(wanted).expect(401);
    await post(citizen, wanted, NOBODY).expect(404);
    const draft = await preparedConsultation(test, { body: open });
    await post(citizen, wanted, draft.consultationId).expect(404);
    await test.anyone.get(path(draft.consultationId)).expect(404);
    await test.anyone.get(path(NOBODY)).expect(404);
    await citizen.post(path()).expect(400);
  });

  it.each<[string, (one: Person) => Promise<unknown>]>([
    ['signed out', (one) => one.delete('/sessions/current').expect(204)],
    [
      'been disabled',
      ({ accountId }) =>
        test.database.query('update accounts set disabled_at = $2 where id = $1', [accountId, test.clock.now()]),
    ],
    [
      'stayed longer than a session lasts',
      ({ accountId }) =>
        test.database.query('update sessions set expires_at = $2 where account_id = $1', [accountId, test.clock.now()]),
    ],
  ])('refuses the next comment of somebody who has %s, also a repeated one, and stores nothing', async (_, leave) => {
    const one = await person(test);
    const same = { ...wanted };
    const send = () => post(one, same).set('Idempotency-Key', 'left');
    await send().expect(201);
    const before = (await listed()).items.length;
    await leave(one);
    expect((await send().expect(401)).body).toMatchObject({ type: '/problems/sign-in-required' });
    await post(one).expect(401);
    expect((await listed()).items).toHaveLength(before);
  });

  it('shows the name that the author has now, also when he wrote a moment ago under another', async () => {
    const one = await person(test);
    await posted(one, { ...wanted, showName: true });
    await test.database.query(`update accounts set display_name = 'Жаңа Есім' where id = $1`, [one.accountId]);
    expect((await posted(one, { ...wanted, showName: true })).author).toEqual({ name: 'Жаңа Есім' });
  });

  it('refuses comments once the consultation is withdrawn, and waits for the withdrawal under way', async () => {
    const other = await publishedConsultation(test, { body: open });
    const client = new pg.Client({ connectionString: test.database.ownerUrl });
    await client.connect();
    await client.query('begin');
    await client.query('select from consultations where id = $1 for update', [other.consultationId]);
    const waiting = post(citizen, wanted, other.consultationId).then((answer) => answer);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await client.query(
      `update consultations set state = 'withdrawn', withdrawn_on = published_on,
         withdrawal_reasons = '{"kk": "Ж", "ru": "О"}' where id = $1`,
      [other.consultationId],
    );
    await client.query('commit');
    await client.end();
    const refused = await waiting;
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'not-open-for-comments', state: 'withdrawn', possible: [] });
  });

  it('leaves a tombstone of a comment that its author withdraws', async () => {
    const author = await person(test);
    const comment = await posted(author, { ...wanted, text: 'Қайтарып аламын', showName: true });
    await test.anyone.put(`/comments/${comment.id}/withdrawal`).expect(401);
    await citizen.put(`/comments/${comment.id}/withdrawal`).expect(403);
    await open.officer.put(`/comments/${comment.id}/withdrawal`).expect(403);
    await author.put(`/comments/${NOBODY}/withdrawal`).expect(404);
    await author.put(`/comments/${comment.id}/withdrawal`).set('If-Match', '"v7-x"').expect(412);
    await author.put(`/comments/${comment.id}/withdrawal`).expect(200);
    const read = await test.anyone.get(`/comments/${comment.id}`).expect(200);
    expect(read.body).toMatchObject({ state: 'withdrawn', text: null, author: null, participant: null });
    const { items } = await listed('?state=withdrawn');
    expect(items.map(({ id, text }) => [id, text])).toEqual([[comment.id, null]]);
    const again = await author.put(`/comments/${comment.id}/withdrawal`).expect(409);
    expect(again.body).toMatchObject({ state: 'withdrawn', possible: [] });
    await open.officer
      .put(`/comments/${comment.id}/answer`)
      .send({ outcome: 'declined', reasons: REASONS })
      .expect(409);
  });

  it('lets only an officer of the developing body answer, once, with reasons in both languages', async () => {
    const comment = await posted();
    const answer = { outcome: 'declined', reasons: REASONS };
    const url = `/comments/${comment.id}/answer`;
    const [elsewhere] = await test.database.query<{ id: string }>('select id from bodies where id <> $1 limit 1', [
      open.bodyId,
    ]);
    const stranger = await person(test, { role: 'officer', bodyId: elsewhere?.id ?? '' });
    await test.anyone.put(url).send(answer).expect(401);
    await citizen.put(url).send(answer).expect(403);
    await stranger.put(url).send(answer).expect(403);
    await open.officer.put(`/comments/${NOBODY}/answer`).send(answer).expect(404);
    const half = await open.officer.put(url).send({ ...answer, reasons: { kk: 'Жоқ' } });
    expect([half.status, half.body]).toMatchObject([422, { errors: [{ pointer: '/reasons/ru' }] }]);
    const offered = await open.officer.get(`/comments/${comment.id}`).expect(200);
    expect((offered.body as Comment).moves).toEqual(['answer']);
    await open.officer.put(url).send(answer).expect(200);
    await open.officer.put(url).send(answer).expect(409);
    await citizen.put(`/comments/${comment.id}/withdrawal`).expect(409);
  });

  it('pages through the comments in the order of acceptance and filters by provision', async () => {
    const other = await publishedConsultation(test, { body: open });
    const [provision] = other.provisionIds;
    for (let at = 0; at < 5; at += 1) {
      await posted(citizen, { ...wanted, ...(at % 2 ? { provisionId: provision } : {}) }, other.consultationId);
    }
    const seen: number[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await listed(`?limit=2${next && `&after=${next}`}`, other.consultationId);
      seen.push(...page.items.map(({ number }) => number));
      next = page.next;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    const about = await listed(`?provision=${provision ?? ''}`, other.consultationId);
    expect(about.items.map(({ number }) => number)).toEqual([2, 4]);
    for (const item of (await listed('?limit=100')).items) {
      expect((await test.anyone.get(`/comments/${item.id}`).expect(200)).body).toEqual(item);
    }
    await test.anyone.get(`${path()}?after=xx`).expect(400);
    await test.anyone.get(`${path()}?sort=x`).expect(400);
    await test.anyone.get('/receipts/ABC').expect(404);
    await test.anyone.get(`/receipts/${newReceiptNumber()}`).expect(404);
  });

  it('tells what changed since an instant', async () => {
    const other = await publishedConsultation(test, { body: open });
    const old = await posted(citizen, wanted, other.consultationId);
    const changed = await posted(citizen, wanted, other.consultationId);
    test.clock.pass(60);
    const since = encodeURIComponent(test.clock.now().toISOString());
    await citizen.put(`/comments/${changed.id}/withdrawal`).expect(200);
    const { items } = await listed(`?modifiedSince=${since}`, other.consultationId);
    expect(items.map(({ id }) => id)).toEqual([changed.id]);
    expect(items.map(({ id }) => id)).not.toContain(old.id);
  });

  // Last, because the journal's time does not go back with the clock.
  it('accepts a comment at 23:59:59.999 of the last day, and refuses it at 00:00:00', async () => {
    const late = await publishedConsultation(test, { body: open });
    const close = startOf(late.closesOn).getTime() + 86_400_000;
    const before = test.clock.now().toISOString();
    test.clock.set(new Date(close - 1).toISOString());
    const awake = await signIn(test, citizen.email, citizen.accountId);
    const comment = await posted(awake, wanted, late.consultationId);
    expect(comment.acceptedAt).toBe(new Date(close - 1).toISOString());
    test.clock.set(new Date(close).toISOString());
    const refused = await post(awake, wanted, late.consultationId).expect(409);
    expect(refused.body).toMatchObject({ type: '/problems/not-possible-now', code: 'comments-closed' });
    test.clock.set(before);
  });

  it('gives the same receipt again however late, and never lets its key stand for another comment', async () => {
    const late = await publishedConsultation(test, { body: open, closesInWorkingDays: 15 });
    const before = test.clock.now().toISOString();
    const same = { ...wanted };
    const send = (by: Person) => post(by, same, late.consultationId).set('Idempotency-Key', 'again');
    test.clock.set(new Date(startOf(late.closesOn).getTime() + 86_340_000).toISOString());
    const evening = await signIn(test, citizen.email, citizen.accountId);
    const first = (await send(evening).expect(201)).body as Comment;
    test.clock.pass(3600);
    expect(((await send(evening).expect(201)).body as Comment).receipt).toEqual(first.receipt);
    test.clock.pass(24 * 3600);
    const later = await signIn(test, citizen.email, citizen.accountId);
    expect(((await send(later).expect(201)).body as Comment).receipt).toEqual(first.receipt);
    const other = post(later, { ...wanted, text: 'Басқа мәтін' }, late.consultationId);
    await other.set('Idempotency-Key', 'again').expect(409);
    test.clock.set(before);
  });
});
