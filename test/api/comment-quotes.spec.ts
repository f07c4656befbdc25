import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const NOBODY = '0192f0c0-0000-7000-8000-000000000000';

describe('a comment that quotes the draft', () => {
  let test: TestApplication;
  let open: PreparedConsultation;
  let citizen: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    open = await publishedConsultation(test, { provisions: 3 });
    citizen = await person(test);
  });
  afterAll(() => test.close());

  const wanted = { text: 'Түнде шу болмасын.', language: 'kk' };
  const post = (by: Person, body: object, id = open.consultationId) =>
    by.post(`/consultations/${id}/comments`).send(body);

  it('is refused when the words do not stand where they are said to stand, whatever their blanks and line breaks', async () => {
    const [first, second] = open.provisionIds;
    const quoted = (quote: string, provisionId?: string) => post(citizen, { ...wanted, quote, provisionId });
    await quoted('Уровень  ночного\nшума 1', first).expect(201);
    await quoted('Түнгі шу деңгейі 2', second).expect(201);
    await quoted('Пункт 2').expect(201);
    for (const [quote, provisionId] of [
      ['Уровень ночного шума 2', first],
      ['уровень ночного', first],
      ['Уровень%шума', first],
      ['Этого нигде нет', undefined],
    ] as const) {
      expect((await quoted(quote, provisionId).expect(422)).body).toMatchObject({
        errors: [{ pointer: '/quote', code: 'quote-not-found' }],
      });
    }
    await post(citizen, { ...wanted, quote: 'x' }, NOBODY).expect(404);
  });

  it('is given its receipt again when the words were taken out of the text meanwhile', async () => {
    const changing = await publishedConsultation(test, { provisions: 1 });
    const send = () =>
      post(citizen, { ...wanted, quote: 'шума 1' }, changing.consultationId).set('Idempotency-Key', 'quoted');
    const made = (await send().expect(201)).body as { id: string };
    const provisions = [{ id: changing.provisionIds[0], text: { kk: 'Басқа', ru: 'Другое' } }];
    await changing.officer.post(`/consultations/${changing.consultationId}/versions`).send({ provisions }).expect(201);
    expect(((await send().expect(201)).body as { id: string }).id).toBe(made.id);
    await post(citizen, { ...wanted, quote: 'шума 1' }, changing.consultationId).expect(422);
  });

  describe('that stands at several places of a provision', () => {
    const TEXT = 'Срок – десять дней. Ответ – десять дней со дня запроса.';
    const quote = 'десять дней';
    const first = { quote, quoteBefore: 'Срок – ', quoteAfter: '. Ответ' };
    const second = { quote, quoteAfter: ' со дня' };
    let doubled: PreparedConsultation;
    let pinned: { id: string; text: string };
    const say = (body: object) => post(citizen, { ...wanted, language: 'ru', ...body }, doubled.consultationId);
    beforeAll(async () => {
      const provisions = [{ number: '1', text: { kk: 'Мерзімі – он күн.', ru: TEXT } }];
      doubled = await publishedConsultation(test, { change: { provisions } });
      const made = await say({ ...second, provisionId: doubled.provisionIds[0] }).expect(201);
      pinned = made.body as typeof pinned;
    });

    it('is pinned to one by the words around it, which everybody reads with it', async () => {
      expect(pinned).toMatchObject({ quote, quoteBefore: null, quoteAfter: ' со дня', place: 'same' });
      const list = await test.anyone.get(`/consultations/${doubled.consultationId}/comments`).expect(200);
      const [item] = (list.body as { items: object[] }).items;
      expect(item).toMatchObject({ id: pinned.id, quote, quoteBefore: null, quoteAfter: ' со дня' });
      const mine = await citizen.get('/me/comments?limit=1').expect(200);
      expect((mine.body as { items: object[] }).items[0]).toMatchObject({ quoteAfter: ' со дня' });
      const file = await test.anyone.get(`/consultations/${doubled.consultationId}/export/comments.jsonl`);
      expect(file.text).toContain('"quoteBefore":null,"quoteAfter":" со дня"');
      const data = (await citizen.get('/me/data').expect(200)).body as { comments: { id: string }[] };
      expect(data.comments.find(({ id }) => id === pinned.id)).toMatchObject({ quoteAfter: ' со дня' });
    });

    it('is said once more when it is said of the other place, and refused when of the same', async () => {
      const provisionId = doubled.provisionIds[0];
      await say({ ...first, provisionId }).expect(201);
      await say({ ...first, provisionId }).expect(409);
      await say({ ...second, provisionId }).expect(409);
      await say({ quote, provisionId }).expect(201);
    });

    it.each([
      [{ quote: 'десять дней', quoteBefore: 'Ответ: ' }, '/quoteBefore', 'context-not-found'],
      [{ quote: 'десять дней', quoteBefore: 'Ответ – ', quoteAfter: '. Ответ' }, '/quoteBefore', 'context-not-found'],
      [{ quote: 'десять дней', quoteAfter: ' с дня' }, '/quoteAfter', 'context-not-found'],
      [{ quote: 'десять лет', quoteAfter: ' со дня' }, '/quote', 'quote-not-found'],
      [{ quoteBefore: 'Срок – ' }, '/quote', 'context-needs-quote'],
      [{ quote: 'десять дней', quoteBefore: 'x'.repeat(65) }, '/quoteBefore', 'too-long'],
      [{ quote: 'десять дней', quoteAfter: ' ' }, '/quoteAfter', 'blank'],
    ])('is refused with what is not around it: %j', async (body, pointer, code) => {
      const refused = await say({ ...body, provisionId: doubled.provisionIds[0] }).expect(422);
      expect(refused.body).toMatchObject({ errors: [{ pointer, code }] });
    });

    it('needs a provision to be around something', async () => {
      expect((await say(second).expect(422)).body).toMatchObject({
        errors: [{ pointer: '/provisionId', code: 'context-needs-provision' }],
      });
      await post(citizen, { ...wanted, ...second, provisionId: doubled.provisionIds[0] }, NOBODY).expect(404);
    });

    it('hides the words around it with the comment', async () => {
      await citizen.put(`/comments/${pinned.id}/withdrawal`).expect(200);
      const { body } = await test.anyone.get(`/comments/${pinned.id}`).expect(200);
      expect(body).toMatchObject({ quote: null, quoteBefore: null, quoteAfter: null });
      const list = await test.anyone.get(`/consultations/${doubled.consultationId}/comments?limit=1`).expect(200);
      expect((list.body as { items: object[] }).items[0]).toMatchObject({ id: pinned.id, quoteAfter: null });
    });
  });
});
