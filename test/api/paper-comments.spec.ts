import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GroupingService } from '../../src/comment-groups/index.js';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { pdf } from '../factories/sample-files.js';
import { person, signIn, type Person } from '../support/people.js';
import { BEGIN, startTestApplication, type Caller, type TestApplication } from '../support/test-application.js';

interface Letter {
  readonly id: string;
  readonly number: number;
  readonly receipt: string;
  readonly scan: { readonly id: string; readonly hash: string; readonly path: string } | null;
}

const TODAY = BEGIN.slice(0, 10);
const LETTER = {
  ...{ channel: 'paper', receivedOn: TODAY, text: 'Түнгі шу азайсын.', language: 'kk' },
  authorName: 'Серікбаева Айгүл',
};
const ORGANIZATION = { name: '«Тыныш түн» қоғамдық бірлестігі', bin: '971240001315' };

const faultsIn = ({ body }: { body: unknown }): string[] =>
  (body as { errors: { pointer: string; code: string }[] }).errors.map(({ pointer, code }) => `${pointer} ${code}`);

describe('comments on behalf of an organisation', () => {
  let test: TestApplication;
  let path: string;
  beforeAll(async () => {
    test = await startTestApplication();
    path = `/consultations/${(await publishedConsultation(test, { provisions: 1 })).consultationId}/comments`;
  });
  afterAll(() => test.close());

  it('name it as their author states, in the answer, the list, the receipt and the author’s data', async () => {
    const by = await person(test);
    const wanted = { text: 'Бірлестік қарсы', language: 'kk', onBehalfOf: ORGANIZATION };
    const posted = (await by.post(path).send(wanted).expect(201)).body as { id: string; receipt: { number: string } };
    const bare = await by
      .post(path)
      .send({ ...wanted, text: 'БСН-сіз', onBehalfOf: { name: 'ЖШС' } })
      .expect(201);
    const list = await test.anyone.get(path).expect(200);
    const expected = [ORGANIZATION, { name: 'ЖШС', bin: null }].map((onBehalfOf) => ({ onBehalfOf, author: null }));
    expect(list.body).toMatchObject({ items: expected });
    expect([posted, bare.body]).toMatchObject(expected);
    const receipt = await test.anyone.get(`/receipts/${posted.receipt.number}`).expect(200);
    expect(receipt.body).toMatchObject({ onBehalfOf: ORGANIZATION, receivedOn: null });
    const data = await by.get('/me/data').expect(200);
    expect(data.body).toMatchObject({ comments: expected.map(({ onBehalfOf }) => ({ onBehalfOf })) });
    await by.put(`/comments/${posted.id}/withdrawal`).expect(200);
    expect((await test.anyone.get(path).expect(200)).text).not.toContain(ORGANIZATION.name);
    const after = await test.anyone.get(`/receipts/${posted.receipt.number}`).expect(200);
    expect(after.body).toMatchObject({ state: 'withdrawn', onBehalfOf: null });
  });

  it('are refused with a number that is none', async () => {
    const by = await person(test);
    const cases: [object, string][] = [
      [{ name: 'ЖШС', bin: '123' }, '/onBehalfOf/bin bin-wrong'],
      [{ bin: ORGANIZATION.bin }, '/onBehalfOf/name text-expected'],
      [{ name: ' ' }, '/onBehalfOf/name blank'],
    ];
    for (const [onBehalfOf, fault] of cases) {
      const refused = await by.post(path).send({ text: 'Мәтін', language: 'kk', onBehalfOf }).expect(422);
      expect(faultsIn(refused)).toContain(fault);
    }
  });
});

describe('comments on paper and by e-mail', () => {
  let test: TestApplication;
  let of: PreparedConsultation;
  let citizen: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    of = await publishedConsultation(test, { provisions: 2, closesInWorkingDays: 10 });
    citizen = await person(test);
  });
  afterAll(() => test.close());

  const enter = (wanted: object = {}, by: Caller = of.officer, into = of.consultationId) =>
    by.post(`/consultations/${into}/paper-comments`).send({ ...LETTER, ...wanted });
  const entered = async (wanted: object = {}, by?: Caller): Promise<Letter> =>
    (await enter(wanted, by).expect(201)).body as Letter;
  const shown = async (id: string, by: Caller = test.anyone): Promise<Record<string, unknown>> =>
    (await by.get(`/comments/${id}`).expect(200)).body as Record<string, unknown>;
  const again = ({ email, accountId }: Person): Promise<Person> => signIn(test, email, accountId);

  it('are numbered with the others, show channel and both dates, and keep the author to the body', async () => {
    const path = `/consultations/${of.consultationId}/comments`;
    const posted = await citizen.post(path).send({ text: 'Бірінші', language: 'kk' }).expect(201);
    const letter = await entered({ provisionId: of.provisionIds[1], onBehalfOf: ORGANIZATION });
    const last = await citizen.post(path).send({ text: 'Соңғы', language: 'kk' }).expect(201);
    expect([posted, last].map(({ body }) => (body as Letter).number)).toEqual([letter.number - 1, letter.number + 1]);
    const list = await test.anyone.get(`${path}?limit=100`).expect(200);
    const item = (list.body as { items: { id: string }[] }).items.find(({ id }) => id === letter.id);
    expect(item).toEqual(await shown(letter.id));
    expect(item).toMatchObject({
      ...{ channel: 'paper', receivedOn: TODAY, provisionId: of.provisionIds[1], place: 'same', versionNumber: 1 },
      ...{ author: null, onBehalfOf: null, participant: 2, acceptedAt: test.clock.now().toISOString() },
    });
    expect(posted.body).toMatchObject({ receivedOn: null, onBehalfOf: null });
    const own = await of.officer.get(`/paper-comments/${letter.id}`).expect(200);
    expect(own.body).toMatchObject({ authorName: LETTER.authorName, onBehalfOf: ORGANIZATION, isNameShown: false });
    expect(own.body).toEqual(letter);
    const receipt = await test.anyone.get(`/receipts/${letter.receipt}`).expect(200);
    expect(receipt.body).toMatchObject({ commentId: letter.id, state: 'accepted' });
    const journal = await test.anyone.get(`/journal?subject=comment:${letter.id}`).expect(200);
    const [entry] = (journal.body as { items: { what: string; data: object; rules: { id: string }[] }[] }).items;
    expect(entry).toMatchObject({ what: 'comment.accepted', data: { channel: 'paper', receivedOn: TODAY } });
    expect(entry?.rules.map(({ id }) => id)).toEqual(['K8.window']);
    expect(journal.text).not.toMatch(/Серікбаева|Тыныш/);
  });

  it('show author and organisation where that is wanted, in the export too', async () => {
    const both = await entered({ showName: true, onBehalfOf: ORGANIZATION, channel: 'npo' });
    const email = await entered({
      showName: true,
      channel: 'email',
      authorName: undefined,
      onBehalfOf: { name: 'ЖШС' },
    });
    const named = { author: { name: LETTER.authorName }, participant: null };
    expect(await shown(both.id)).toMatchObject({ ...named, onBehalfOf: ORGANIZATION, channel: 'npo' });
    expect(await shown(email.id)).toMatchObject({ author: null, onBehalfOf: { name: 'ЖШС', bin: null } });
    const list = await test.anyone.get(`/consultations/${of.consultationId}/comments?limit=100`).expect(200);
    expect((list.body as { items: unknown[] }).items).toContainEqual(await shown(both.id));
    const csv = await test.anyone.get(`/consultations/${of.consultationId}/export/comments.csv`).expect(200);
    expect(csv.text).toContain(`,${TODAY},`);
    expect(csv.text).toContain(ORGANIZATION.bin);
    await of.officer
      .put(`/comments/${both.id}/concealment`)
      .send({ ground: 'personal_data', explanation: { kk: 'Дерек', ru: 'Данные' } })
      .expect(200);
    expect(await shown(both.id)).toMatchObject({ text: null, author: null, onBehalfOf: null });
    const hidden = await test.anyone.get(`/consultations/${of.consultationId}/comments?limit=100`).expect(200);
    expect(hidden.text).not.toMatch(/Серікбаева|971240001315/);
  });

  it('keep their scan to officers of the body, and prove it in the journal', async () => {
    const sent = await of.officer.post('/files?name=hat.pdf').type('application/pdf').send(pdf('Хат')).expect(201);
    const { id: scanId } = sent.body as { id: string };
    const { id, scan } = await entered({ scanId });
    const path = scan?.path.replace('/api/v1', '') ?? '';
    const colleague = await person(test, { role: 'officer', bodyId: of.bodyId });
    await colleague.get(path).expect(200);
    await citizen.get(path).expect(404);
    await test.anyone.get(path).expect(404);
    const files = await test.anyone.get(`/comments/${id}/files`).expect(200);
    expect(files.body).toEqual({ items: [] });
    const journal = await test.anyone.get(`/journal?subject=comment:${id}`).expect(200);
    expect(journal.body).toMatchObject({ items: [{ data: { scanHash: scan?.hash } }] });
    expect(faultsIn(await enter({ scanId }).expect(422))).toEqual(['/scanId file-used']);
  });

  it('are refused with the field that is wrong', async () => {
    const other = await publishedConsultation(test, { provisions: 1 });
    const cases: [object, string][] = [
      [{ receivedOn: '2026-03-03' }, '/receivedOn date-in-future'],
      [{ receivedOn: '2026-03-01' }, '/receivedOn before-publication'],
      [{ authorName: undefined }, '/authorName author-needed'],
      [{ provisionId: other.provisionIds[0] }, '/provisionId not-found'],
      [{ channel: 'public' }, '/channel choice-unknown'],
      [{ onBehalfOf: { name: 'ЖШС', bin: '971240001316' } }, '/onBehalfOf/bin bin-wrong'],
      [{ scanId: of.consultationId }, '/scanId not-found'],
      [{ text: ' ' }, '/text blank'],
      [{ acceptedAt: BEGIN }, '/acceptedAt unknown-field'],
    ];
    for (const [wrong, fault] of cases) expect(faultsIn(await enter(wrong).expect(422))).toEqual([fault]);
  });

  it('are entered and read by officers of the body alone, and the same request makes one', async () => {
    const bodies = await test.anyone.get('/bodies?kind=local_executive&limit=2').expect(200);
    const bodyId = (bodies.body as { items: { id: string }[] }).items[1]?.id ?? '';
    const stranger = await person(test, { role: 'officer', bodyId });
    const send = () => of.officer.post(`/consultations/${of.consultationId}/paper-comments`);
    const first = await send().set('Idempotency-Key', 'once').send(LETTER).expect(201);
    const second = await send().set('Idempotency-Key', 'once').send(LETTER).expect(201);
    expect(second.body).toEqual(first.body);
    for (const by of [stranger, citizen]) {
      await enter({}, by).expect(403);
      await by.get(`/paper-comments/${(first.body as Letter).id}`).expect(403);
    }
    await enter({}, test.anyone).expect(401);
    const posted = await citizen
      .post(`/consultations/${of.consultationId}/comments`)
      .send({ text: 'А', language: 'kk' });
    await of.officer.get(`/paper-comments/${(posted.body as Letter).id}`).expect(404);
  });

  it('get numbers without gaps when they come at once, and a place in groups of the same text', async () => {
    const into = (await publishedConsultation(test, { provisions: 1 })).consultationId;
    const same = { text: 'Түнгі шу азайсын, бейсенбіде музыка қойылмасын.', language: 'kk' };
    const crowd: Person[] = [];
    while (crowd.length < 6) crowd.push(await person(test));
    await Promise.all([
      ...crowd.map(() => enter(same, of.officer, into).expect(201)),
      ...crowd.map((one) => one.post(`/consultations/${into}/comments`).send(same).expect(201)),
    ]);
    await test.app.get(GroupingService).sweep();
    const list = await test.anyone.get(`/consultations/${into}/comments?limit=100`).expect(200);
    const { items } = list.body as { items: { number: number; participant: number; groupId: string | null }[] };
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
    expect(items.map(({ participant }) => participant)).toEqual(items.map(({ number }) => number));
    expect(new Set(items.map(({ groupId }) => groupId)).size).toBe(1);
    expect(items[0]?.groupId).not.toBeNull();
  });

  it('count when they came by the closing day though entered later, until the report (K8)', async () => {
    const { consultationId: id, officer, closesOn } = await publishedConsultation(test, { closesInWorkingDays: 10 });
    test.clock.set('2026-03-19T09:00:00+05:00');
    const later = await again(officer);
    const late = await enter({ receivedOn: '2026-03-19' }, later, id).expect(422);
    expect(late.body).toMatchObject({ rule: { id: 'K8.window' }, errors: [{ code: 'received-after-closing' }] });
    const intime = await enter({ receivedOn: closesOn, channel: 'email' }, later, id).expect(201);
    await later.put(`/consultations/${id}/report`).send({}).expect(409);
    const answer = { outcome: 'accepted', reasons: { kk: 'Ескерілді', ru: 'Учтено' } };
    await later
      .put(`/comments/${(intime.body as Letter).id}/answer`)
      .send(answer)
      .expect(200);
    const report = await later.put(`/consultations/${id}/report`).send({}).expect(200);
    expect(report.body).toMatchObject({ counts: { total: 1, participants: 1, byChannel: { email: 1 } } });
    const refused = await enter({ receivedOn: closesOn }, later, id).expect(409);
    expect(refused.body).toMatchObject({ code: 'letters-are-over', state: 'reported' });
  });
});
