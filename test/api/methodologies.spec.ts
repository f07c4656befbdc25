import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicator, methodologyRequest } from '../factories/assessments.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { readerOf, type Thing } from '../support/assessment-reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const ABSENT = '0192f0c0-0000-7000-8000-000000000000';

describe('methodologies', () => {
  let test: TestApplication;
  let read: ReturnType<typeof readerOf>;
  let council: CouncilAtWork;
  beforeAll(async () => {
    test = await startTestApplication();
    read = readerOf(test);
    council = await activeCouncil(test);
  });
  afterAll(() => test.close());

  it('are prepared, published for good and retired, and nobody but the authority knows of a draft', async () => {
    const { authority, secretary } = council;
    const made = await authority.post('/methodologies').send(methodologyRequest()).expect(201);
    const { id } = made.body as Thing;
    expect(made.body).toMatchObject({
      state: 'draft',
      version: 1,
      formula: 'weighted_mean',
      formulaText: { kk: expect.any(String), ru: expect.any(String) },
      moves: ['publication'],
    });
    await test.anyone.get(`/methodologies/${id}`).expect(404);
    await secretary.get(`/methodologies/${id}`).expect(404);
    expect(await read.ids('/methodologies')).not.toContain(id);
    expect(await read.ids('/methodologies?state=draft', authority)).toContain(id);
    const draft = { methodologyId: id, bodyId: council.bodyId, councilId: council.councilId };
    const early = await authority
      .post('/assessments')
      .send({ ...draft, from: '2025-01-01', to: '2025-12-31' })
      .expect(409);
    expect(early.body).toMatchObject({ code: 'methodology-not-published' });

    await secretary.put(`/methodologies/${id}/publication`).expect(403);
    await authority.put(`/methodologies/${id}/publication`).set('If-Match', '"v7-x"').expect(412);
    await authority.put(`/methodologies/${id}/retirement`).expect(409);
    const published = await authority.put(`/methodologies/${id}/publication`).expect(200);
    expect(published.body).toMatchObject({ state: 'published', moves: ['retirement'] });
    const shown = await test.anyone.get(`/methodologies/${id}?lang=ru`).expect(200);
    expect(shown.body).toMatchObject({ lang: 'ru', name: expect.stringContaining('Методика') });
    expect(shown.body).not.toHaveProperty('moves');
    const [act] = await read.journal(`methodology:${id}`);
    expect(act).toMatchObject({ what: 'methodology.published', rules: [{ id: 'I1.languages' }] });

    await authority.put(`/methodologies/${id}/retirement`).expect(200);
    await authority.put(`/methodologies/${id}/retirement`).expect(409);
    expect(await read.ids('/methodologies?state=retired')).toContain(id);
    const next = await authority
      .post('/methodologies')
      .send(methodologyRequest({ previousId: id }))
      .expect(201);
    expect(next.body).toMatchObject({ version: 2, previousId: id });
    await authority
      .post('/methodologies')
      .send(methodologyRequest({ previousId: id }))
      .expect(409);
    await authority.get(`/methodologies/${ABSENT}`).expect(404);
  });

  it('are refused with pointers where weights, scales or codes are not right', async () => {
    const { authority, secretary } = council;
    await secretary.post('/methodologies').send(methodologyRequest()).expect(403);
    const dimensions = [
      { code: 'openness' as const, weight: '0.9', indicators: [indicator('a', '0.5'), indicator('a', '0.4')] },
    ];
    const wrong = await authority.post('/methodologies').send(methodologyRequest({ dimensions })).expect(422);
    expect((wrong.body as { errors: object[] }).errors).toMatchObject([
      { pointer: '/dimensions/0/indicators/1/code', code: 'duplicate' },
      { pointer: '/dimensions', code: 'weights-not-one' },
      { pointer: '/dimensions/0/indicators', code: 'weights-not-one' },
    ]);
    const badNumber = [{ code: 'openness' as const, weight: 'half', indicators: [indicator('a', '1')] }];
    const form = await authority
      .post('/methodologies')
      .send(methodologyRequest({ dimensions: badNumber }))
      .expect(422);
    expect(form.body).toMatchObject({ errors: [{ pointer: '/dimensions/0/weight', code: 'number-expected' }] });
  });

  it('are made once for a request repeated with the same key', async () => {
    const send = () =>
      council.authority.post('/methodologies').set('Idempotency-Key', 'methodology-1').send(methodologyRequest());
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((first.body as Thing).id).toBe((second.body as Thing).id);
  });
});
