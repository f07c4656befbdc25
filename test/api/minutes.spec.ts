import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MinutesResponse } from '../../src/minutes/index.js';
import { activeCouncil, formingCouncil, memberPerson, type CouncilAtWork } from '../factories/councils.js';
import { both, closedMeeting, type HeldMeeting } from '../factories/meetings.js';
import { person, signIn, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const NOBODY = '0192f0c0-0000-7000-8000-000000000000';

/** Of a meeting that was held on 2 March. */
describe('minutes', () => {
  let test: TestApplication;
  let council: CouncilAtWork;
  let secretary: Person;
  let held: HeldMeeting;

  const at = async (instant: string): Promise<void> => {
    test.clock.set(instant);
    secretary = await signIn(test, council.secretary.email, council.secretary.accountId);
  };

  beforeAll(async () => {
    test = await startTestApplication();
    council = await activeCouncil(test);
    secretary = council.secretary;
    held = await closedMeeting(test, council);
  });
  afterAll(() => test.close());

  it('are drafted, circulated and signed before others see them', async () => {
    const path = `/meetings/${held.meetingId}/minutes`;
    await secretary.get(path).expect(404);
    await secretary.put(`${path}/signature`).send({ signedOn: '2026-03-02', chairSignatory: NOBODY }).expect(409);
    const notes = both('Ескертпе');
    const drafted = await secretary.put(path).send({ notes }).expect(200);
    expect(drafted.body).toMatchObject({ version: 1, state: 'draft', notes, moves: ['revision', 'circulation'] });
    await test.anyone.get(path).expect(404);
    const stranger = await person(test, { role: 'secretary', councilId: (await formingCouncil(test)).councilId });
    await stranger.get(path).expect(404);
    await stranger.put(`${path}/circulation`).expect(404);
    await secretary.put(`${path}/publication`).expect(409);
    await secretary.put(`${path}/circulation`).expect(200);
    const member = await memberPerson(test, council.councilId, council.chairId);
    const read = (await member.get(path).expect(200)).body as MinutesResponse;
    expect(read).toMatchObject({ state: 'circulated', moves: [] });
    expect(read.text.kk).toHaveLength(read.text.ru.length);
    const signature = { signedOn: '2026-03-02', chairSignatory: council.memberIds[1] };
    const wrong = await secretary.put(`${path}/signature`).send(signature).expect(422);
    expect(wrong.body).toMatchObject({ errors: [{ pointer: '/chairSignatory', code: 'not-the-presiding-member' }] });
    const ahead = { signedOn: '2026-03-03', chairSignatory: council.chairId };
    await secretary.put(`${path}/signature`).send(ahead).expect(422);
    await at('2026-03-11T10:00:00+05:00');
    expect((await secretary.get(path).expect(200)).body).toMatchObject({
      breaches: [{ rule: 'M5.signed', actual: null }],
    });
    const late = { signedOn: '2026-03-11', chairSignatory: council.chairId, scan: 'https://example.kz/scan.pdf' };
    const signed = (await secretary.put(`${path}/signature`).send(late).expect(200)).body as MinutesResponse;
    expect(signed.breaches).toEqual([{ rule: 'M5.signed', required: '2026-03-10', actual: '2026-03-11' }]);
    await secretary.put(path).send({ notes }).expect(409);
    await test.anyone.get(path).expect(404);
  });

  it('are published in kk and ru, frozen as they were circulated', async () => {
    const path = `/meetings/${held.meetingId}/minutes`;
    await secretary.put(`${path}/publication`).expect(200);
    const shown = (await test.anyone.get(path).expect(200)).body as MinutesResponse;
    expect(shown).toMatchObject({ state: 'published', version: 1, publishedOn: '2026-03-11' });
    expect(shown).not.toHaveProperty('moves');
    expect(shown.facts).toMatchObject({ number: 1, on: '2026-03-02', quorum: { members: 15, present: 15 } });
    expect(shown.facts.items.map(({ state, result }) => [state, result?.outcome ?? null])).toEqual([
      ['listed', 'carried'],
      ['listed', 'carried'],
      ['listed', 'carried'],
    ]);
    expect(shown.text.ru.join('\n')).toMatch(/Кворум: всего членов совета – 15, требуется не менее 10/);
    expect(shown.text.kk.join('\n')).toContain('Ұсыным (');
    await test.database.query(`update persons set family_name = 'Басқа'`);
    expect((await test.anyone.get(path).expect(200)).body).toEqual(shown);
    const inKazakh = (await test.anyone.get(`${path}?lang=kk`).expect(200)).body as { text: string[] };
    expect(inKazakh.text).toEqual(shown.text.kk);
    await secretary.put(path).send({ notes: null }).expect(409);
    await secretary.put(`${path}/circulation`).expect(409);
  });

  it('are superseded once published, with a reason, which keeps the old edition readable', async () => {
    const path = `/meetings/${held.meetingId}/minutes`;
    const before = (await test.anyone.get(path).expect(200)).body as MinutesResponse;
    await secretary.post(`${path}/corrections`).send({}).expect(422);
    const send = () =>
      secretary
        .post(`${path}/corrections`)
        .set('Idempotency-Key', 'correct')
        .send({ reason: both('Қате') })
        .expect(201);
    const made = (await send()).body as MinutesResponse;
    expect(made).toMatchObject({ version: 2, state: 'draft', reason: both('Қате'), notes: before.notes });
    expect((await send()).body).toMatchObject({ id: made.id });
    await secretary
      .post(`${path}/corrections`)
      .send({ reason: both('Тағы') })
      .expect(409);
    expect((await test.anyone.get(path).expect(200)).body).toEqual(before);
    await test.anyone.get(`${path}?version=2`).expect(404);
    await secretary.put(`${path}/circulation`).expect(200);
    const signature = { signedOn: '2026-03-11', chairSignatory: council.chairId };
    await secretary.put(`${path}/signature`).send(signature).expect(200);
    await secretary.put(`${path}/publication`).expect(200);
    const after = (await test.anyone.get(path).expect(200)).body as MinutesResponse;
    expect(after).toMatchObject({
      version: 2,
      state: 'published',
      versions: [
        { version: 1, state: 'superseded' },
        { version: 2, state: 'published' },
      ],
    });
    expect(after.text.ru[1]).toContain('Редакция № 2');
    const old = (await test.anyone.get(`${path}?version=1`).expect(200)).body as MinutesResponse;
    expect(old).toMatchObject({ state: 'superseded', facts: before.facts, text: before.text });
    await test.anyone.get(`${path}?version=0`).expect(400);
    await test.anyone.get(`${path}?version=9`).expect(404);
  });
});
