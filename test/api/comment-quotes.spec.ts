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
});
