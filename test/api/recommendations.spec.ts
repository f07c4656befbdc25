import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CalendarService } from '../../src/calendar/index.js';
import { OPERATOR } from '../../src/platform/kernel/index.js';
import type { RecommendationResponse } from '../../src/recommendations/index.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { both, closedMeeting, type HeldMeeting } from '../factories/meetings.js';
import { person, signIn, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

/** Of a meeting that was held on 2 March. */
describe('recommendations', () => {
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

  it('are public from their adoption on, listed by council, body, item and state', async () => {
    const { recommendationId: id, itemIds } = held;
    const ids = async (query: string): Promise<string[]> => {
      const answer = await test.anyone.get(`/recommendations?${query}`).expect(200);
      return (answer.body as { items: RecommendationResponse[] }).items.map((one) => one.id);
    };
    const { councilId, bodyId } = council;
    expect(await ids(`council=${councilId}&state=adopted`)).toEqual([id]);
    expect(await ids(`agendaItem=${itemIds[1] ?? ''}&overdue=false`)).toEqual([id]);
    expect(await ids(`body=${bodyId}&state=sent`)).toEqual([]);
    expect(await ids(`council=${bodyId}`)).toEqual([]);
    await test.anyone.get('/recommendations?overdue=1').expect(400);
    await test.anyone.get('/recommendations?after=WyJ4Il0').expect(400);
    const since = encodeURIComponent(new Date(test.clock.now().getTime() + 1000).toISOString());
    expect(await ids(`modifiedSince=${since}`)).toEqual([]);
    const shown = await test.anyone.get(`/recommendations/${id}?lang=ru`).expect(200);
    expect(shown.body).toMatchObject({ state: 'adopted', text: both('Жөндеу').ru, lang: 'ru', dueOn: null });
    expect(shown.body).not.toHaveProperty('moves');
    const own = await secretary.get(`/recommendations/${id}`).expect(200);
    expect(own.body).toMatchObject({ moves: ['dispatch'] });
    const stranger = await person(test, { role: 'officer', bodyId });
    await stranger.put(`/recommendations/${id}/dispatch`).expect(403);
    await secretary.put(`/recommendations/${id}/dispatch`).set('If-Match', '"v9-x"').expect(412);
  });

  it('are overdue after their last day; a late reply is accepted and flagged', async () => {
    const path = `/recommendations/${held.recommendationId}`;
    const sent = await secretary.put(`${path}/dispatch`).send({}).expect(200);
    expect(sent.body).toMatchObject({ sentOn: '2026-03-02', dueOn: '2026-04-02', replyRule: 'R2', provisional: false });
    const overdue = `/recommendations?council=${council.councilId}&overdue=true`;
    expect((await test.anyone.get(overdue).expect(200)).body).toMatchObject({ items: [] });
    test.clock.set('2026-04-03T10:00:00+05:00');
    expect((await test.anyone.get(overdue).expect(200)).body).toMatchObject({
      items: [{ id: held.recommendationId, overdue: true, breaches: [] }],
    });
    const officer = await person(test, { role: 'officer', bodyId: council.bodyId });
    const reply = { decision: 'declined', reasons: both('Жоқ'), signedBy: 'Әкім' };
    const answered = await officer.put(`${path}/reply`).send(reply).expect(200);
    expect(answered.body).toMatchObject({
      overdue: false,
      breaches: [{ rule: 'R2', required: '2026-04-02', actual: '2026-04-03' }],
    });
    expect((await test.anyone.get(overdue).expect(200)).body).toMatchObject({ items: [] });
  });

  it('move their open due dates when the calendar changes', async () => {
    await at('2026-05-05T11:00:00+05:00');
    const again = await closedMeeting(test, { ...council, secretary });
    const path = `/recommendations/${again.recommendationId}`;
    const sent = await secretary.put(`${path}/dispatch`).send({}).expect(200);
    expect(sent.body).toMatchObject({ dueOn: '2026-06-05' });
    const admin = await person(test, { role: 'admin' });
    const day = { kind: 'day_off', name: both('Демалыс'), basis: 'Қаулы № 1' };
    await admin.put('/calendar/2026-06-05').send(day).expect(200);
    const moved = await admin.post('/calendar/recalculation').expect(200);
    expect(moved.body).toEqual({
      shifts: [
        {
          kind: 'recommendation',
          id: again.recommendationId,
          from: '2026-06-05',
          to: '2026-06-08',
          provisional: false,
        },
      ],
    });
    expect((await test.anyone.get(path).expect(200)).body).toMatchObject({ dueOn: '2026-06-08' });
  });

  it('have a provisional due date while its year is not loaded, and a final one after the recalculation', async () => {
    await at('2027-12-20T11:00:00+05:00');
    const { recommendationId: id } = await closedMeeting(test, { ...council, secretary });
    const path = `/recommendations/${id}`;
    const sent = await secretary.put(`${path}/dispatch`).send({}).expect(200);
    expect(sent.body).toMatchObject({ dueOn: '2028-01-20', provisional: true });
    const admin = await person(test, { role: 'admin' });
    expect((await admin.get('/calendar/recalculation').expect(200)).body).toEqual({ shifts: [] });
    const columns = 'date,kind,name_kk,name_ru,name_en,basis,confidence';
    const file = `${columns}\n2028-01-01,holiday,Жаңа жыл,Новый год,New Year,Law,high`;
    await test.app.get(CalendarService).import(file, OPERATOR);
    expect((await test.anyone.get(path).expect(200)).body).toMatchObject({ provisional: true });
    const settled = { kind: 'recommendation', id, from: '2028-01-20', to: '2028-01-20', provisional: false };
    expect((await admin.get('/calendar/recalculation').expect(200)).body).toEqual({ shifts: [settled] });
    expect((await admin.post('/calendar/recalculation').expect(200)).body).toEqual({ shifts: [settled] });
    expect((await test.anyone.get(path).expect(200)).body).toMatchObject({ dueOn: '2028-01-20', provisional: false });
    const acts = await test.anyone.get(`/journal?subject=recommendation:${id}`).expect(200);
    expect((acts.body as { items: object[] }).items.at(-1)).toMatchObject({
      what: 'recommendation.due-date-settled',
      data: { to: '2028-01-20', provisional: false },
    });
    expect((await admin.post('/calendar/recalculation').expect(200)).body).toEqual({ shifts: [] });
  });
});
