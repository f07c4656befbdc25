import { expect } from '@jest/globals';
import { text } from '../../factories/assessments.js';
import { consultationRequest, workingDaysAhead } from '../../factories/consultations.js';
import type { Story, Thing } from './story.js';

/** Opens a draft regulation for comments no shorter than the law allows. */
export async function openConsultation(story: Story): Promise<void> {
  const { people, ids, made, moved } = story;
  const closesOn = await workingDaysAhead(story.test, 9);
  const consultation = await made('officer', '/consultations', consultationRequest(ids['body'] ?? '', closesOn, 20));
  ids['consultation'] = consultation.id;
  await story.test.anyone.get(`/consultations/${consultation.id}`).expect(404);
  const { body } = await people.officer.put(`/consultations/${consultation.id}/publication`).send({}).expect(409);
  expect(body).toMatchObject({ rule: { id: 'K8.window', value: { amount: 10, unit: 'wd' } } });
  const enough = await workingDaysAhead(story.test, 10);
  await people.officer.patch(`/consultations/${consultation.id}`).send({ closesOn: enough }).expect(200);
  expect(await moved('officer', `/consultations/${consultation.id}/publication`)).toMatchObject({
    state: 'published',
    closesOn: enough,
  });
  ids['closesOn'] = enough;
}

/** Takes citizens’ comments until the end of the last day, and gives receipts. */
export async function takeComments(story: Story): Promise<void> {
  const { people, ids, on, made, read } = story;
  const path = `/consultations/${ids['consultation']}/comments`;
  const draft = await read(`/consultations/${ids['consultation']}/draft`);
  const provisions = draft['provisions'] as Thing[];
  expect(provisions).toHaveLength(20);
  const whole = { text: 'Түнгі тыныштық ерте басталсын.', language: 'kk' };
  const first = await people.aigul.post(path).set('Idempotency-Key', 'once').send(whole).expect(201);
  const again = await people.aigul.post(path).set('Idempotency-Key', 'once').send(whole).expect(201);
  expect(again.body).toEqual(first.body);
  const provision = {
    text: 'Пункт 3 неясен.',
    language: 'ru',
    provisionId: provisions[2]?.id,
    quote: 'ночного шума',
  };
  const second = await made('bolat', path, provision);
  expect(second).toMatchObject({
    author: null,
    receipt: { number: expect.any(String), textHash: expect.any(String) },
  });
  ids['receipt'] = (second['receipt'] as { number: string }).number;
  ids['commentA'] = (first.body as Thing).id;
  ids['commentB'] = second.id;
  expect(await read(`/receipts/${ids['receipt']}`)).not.toHaveProperty('author.name');

  await on(`${ids['closesOn']}T23:59:59+05:00`);
  ids['commentC'] = (await made('aigul', path, { text: 'Соңғы сәтте.', language: 'kk' })).id;
  story.test.clock.pass(1);
  const { body } = await people.bolat.post(path).send({ text: 'Опоздал.', language: 'ru' }).expect(409);
  expect(body).toMatchObject({ type: '/problems/not-possible-now' });
  expect((await read(path))['items']).toHaveLength(3);
}

/** Publishes the completion report only when every comment is answered. */
export async function reportConsultation(story: Story): Promise<void> {
  const { people, ids, moved, read } = story;
  const consultation = `/consultations/${ids['consultation']}`;
  const answer = { outcome: 'partly', reasons: text('Ескерілді', 'Учтено частично') };
  await moved('officer', `/comments/${ids['commentA']}/answer`, answer);
  await moved('officer', `/comments/${ids['commentB']}/answer`, { ...answer, outcome: 'accepted' });
  await people.officer.put(`${consultation}/report`).send({}).expect(409);
  await people.officer.put(`/comments/${ids['commentC']}/answer`).send({ outcome: 'declined' }).expect(422);
  await moved('officer', `/comments/${ids['commentC']}/answer`, { ...answer, outcome: 'declined' });
  await moved('officer', `${consultation}/report`, {});
  expect(JSON.stringify(await read(`${consultation}/report`))).toContain('"accepted":1');
  expect(await read(`/receipts/${ids['receipt']}`)).toMatchObject({
    state: 'answered',
    answer: { outcome: 'accepted' },
  });
  expect(
    await moved('officer', `${consultation}/conclusion`, {
      result: 'adopted',
      act: {
        title: text('Қаулы'),
        number: '12',
        adoptedOn: story.test.clock.today(),
        url: 'https://adilet.example.kz/12',
      },
    }),
  ).toMatchObject({ state: 'concluded' });
}
