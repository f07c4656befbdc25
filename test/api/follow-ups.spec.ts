import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { text } from '../factories/assessments.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { closedMeeting, meetingRequest } from '../factories/meetings.js';
import { collectingAssessment } from '../factories/assessments.js';
import { readerOf, type Thing } from '../support/assessment-reader.js';
import { person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const ABSENT = '0192f0c0-0000-7000-8000-000000000000';

describe('follow-ups of recommendations', () => {
  let test: TestApplication;
  let council: CouncilAtWork;
  let read: ReturnType<typeof readerOf>;
  beforeAll(async () => {
    test = await startTestApplication();
    council = await activeCouncil(test);
    read = readerOf(test);
  });
  afterAll(() => test.close());

  const measure = (bodyId = council.bodyId): object => ({
    measure: text('Жолды жөндеу', 'Ремонт дороги'),
    bodyId,
    dueOn: '2026-09-01',
  });
  const answered = async (decision: string): Promise<string> => {
    const { recommendationId } = await closedMeeting(test, council);
    await council.secretary.put(`/recommendations/${recommendationId}/dispatch`).send({}).expect(200);
    const officer = await person(test, { role: 'officer', bodyId: council.bodyId });
    const reply = { decision, reasons: text('Негіздер', 'Обоснование'), signedBy: 'Әкім А. Б. Серіков' };
    await officer.put(`/recommendations/${recommendationId}/reply`).send(reply).expect(200);
    return recommendationId;
  };

  it('refuses a measure before the body has accepted, and after it has declined', async () => {
    const { recommendationId } = await closedMeeting(test, council);
    const early = await council.secretary
      .post(`/recommendations/${recommendationId}/follow-ups`)
      .send(measure())
      .expect(409);
    expect(early.body).toMatchObject({ code: 'recommendation-not-accepted', state: 'adopted' });
    const declined = await answered('declined');
    await council.secretary.post(`/recommendations/${declined}/follow-ups`).send(measure()).expect(409);
    await council.secretary.post(`/recommendations/${ABSENT}/follow-ups`).send(measure()).expect(404);
  });

  it('promises a measure after a recommendation that was accepted in part, once for a repeated request', async () => {
    const id = await answered('partly');
    const path = `/recommendations/${id}/follow-ups`;
    const other = await activeCouncil(test);
    await other.secretary.post(path).send(measure()).expect(403);
    const wrong = await council.secretary.post(path).send(measure(other.bodyId)).expect(422);
    expect(wrong.body).toMatchObject({ errors: [{ pointer: '/bodyId', code: 'not-the-body-concerned' }] });
    const late = { ...measure(), milestones: [{ name: text('Жоба', 'Проект'), dueOn: '2026-09-02' }] };
    const outside = await council.secretary.post(path).send(late).expect(422);
    expect(outside.body).toMatchObject({
      errors: [{ pointer: '/milestones/0/dueOn', code: 'milestone-outside-term' }],
    });
    await council.secretary
      .post(path)
      .send({ ...measure(), indicator: 'budget' })
      .expect(422);

    const send = () => council.secretary.post(path).set('Idempotency-Key', 'measure-1').send(measure());
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status, second.status]).toEqual([201, 201]);
    const { id: followUpId, ...followUp } = first.body as Thing;
    expect((second.body as Thing).id).toBe(followUpId);
    expect(followUp).toMatchObject({ state: 'promised', recommendationId: id, assessmentId: null, indicator: null });
    expect(await read.ids(`/follow-ups?recommendation=${id}`)).toEqual([followUpId]);
    expect(await read.ids(`/follow-ups?council=${council.councilId}&state=promised`)).toEqual([followUpId]);
    await test.anyone.get('/follow-ups?owner=x').expect(400);
    await test.anyone.get(`/follow-ups/${ABSENT}`).expect(404);
  });

  it('lets an agenda item name an assessment that exists, and no other', async () => {
    const { id } = await collectingAssessment(test, { council });
    const { secretary, councilId } = council;
    const startsAt = '2026-04-20T10:00:00+05:00';
    const meeting = await secretary.post(`/councils/${councilId}/meetings`).send(meetingRequest(startsAt)).expect(201);
    const path = `/meetings/${(meeting.body as Thing).id}/agenda-items`;
    const item = { title: text('Бағалау', 'Оценка'), power: '8', kind: 'assessment' };
    const made = await secretary
      .post(path)
      .send({ ...item, assessmentId: id })
      .expect(201);
    expect(made.body).toMatchObject({ assessmentId: id });
    const absent = await secretary
      .post(path)
      .send({ ...item, assessmentId: ABSENT })
      .expect(422);
    expect(absent.body).toMatchObject({ errors: [{ pointer: '/assessmentId' }] });
  });
});
