import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgendaItemResponse, MeetingResponse } from '../../src/meetings/index.js';
import type { MinutesResponse } from '../../src/minutes/index.js';
import type { RecommendationResponse } from '../../src/recommendations/index.js';
import { activeCouncil, formingCouncil, memberPerson, type CouncilAtWork } from '../factories/councils.js';
import {
  agendaOf,
  announcedMeeting,
  both,
  meetingRequest,
  postAll,
  presentMembers,
  votesOf,
} from '../factories/meetings.js';
import { person, signIn, type Person } from '../support/people.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';

const NOBODY = '0192f0c0-0000-7000-8000-000000000000';

/** 15 members; ten make the quorum of two thirds. */
describe('a meeting from its plan to its published minutes', () => {
  let test: TestApplication;
  let council: CouncilAtWork;
  let secretary: Person;
  let meetingId: string;
  let itemIds: string[];
  let recommendationId: string;

  const at = async (instant: string): Promise<void> => {
    test.clock.set(instant);
    secretary = await signIn(test, council.secretary.email, council.secretary.accountId);
  };
  const members = (from: number, to: number): string[] => council.memberIds.slice(from, to);
  const meeting = async (by: Person | TestApplication['anyone'] = test.anyone): Promise<MeetingResponse> =>
    (await by.get(`/meetings/${meetingId}`).expect(200)).body as MeetingResponse;

  beforeAll(async () => {
    test = await startTestApplication();
    council = await activeCouncil(test);
    secretary = council.secretary;
  });
  afterAll(() => test.close());

  it('is planned with a number of its own, unknown to others until it is announced', async () => {
    const path = `/councils/${council.councilId}/meetings`;
    const made = await secretary.post(path).send(meetingRequest('2026-03-20T10:00:00+05:00')).expect(201);
    const planned = made.body as MeetingResponse;
    meetingId = planned.id;
    expect(planned).toMatchObject({ state: 'planned', number: 1, year: 2026, quorum: null, breaches: [] });
    expect(planned.moves).toEqual(['announcement', 'cancellation', 'agenda-items']);
    await test.anyone.get(`/meetings/${meetingId}`).expect(404);
    await test.anyone.get(`/meetings/${meetingId}/attendance`).expect(404);
    expect((await test.anyone.get(path).expect(200)).body).toMatchObject({ items: [] });
    expect((await secretary.get(path).expect(200)).body).toMatchObject({ items: [{ id: meetingId }] });
    const member = await memberPerson(test, council.councilId, council.chairId);
    await member.get(`/meetings/${meetingId}`).expect(200);
    await member.put(`/meetings/${meetingId}/announcement`).expect(403);
    const stranger = await person(test, { role: 'secretary', councilId: (await formingCouncil(test)).councilId });
    await stranger.get(`/meetings/${meetingId}`).expect(404);
    await stranger.put(`/meetings/${meetingId}/announcement`).expect(404);
  });

  it('has an agenda whose items cite powers of the council', async () => {
    const path = `/meetings/${meetingId}/agenda-items`;
    itemIds = await postAll(secretary, path, agendaOf(council.bodyId));
    const [item] = agendaOf(council.bodyId);
    const foreign = await secretary
      .post(path)
      .send({ ...item, power: 'q1' })
      .expect(422);
    expect(foreign.body).toMatchObject({ errors: [{ pointer: '/power', code: 'power-not-of-this-council' }] });
    const unknown = await secretary
      .post(path)
      .send({ ...item, bodyId: NOBODY })
      .expect(422);
    expect(unknown.body).toMatchObject({ errors: [{ pointer: '/bodyId', code: 'not-found' }] });
    await secretary.post(path).send({ power: '3' }).expect(422);
    await test.anyone.get(`/agenda-items/${itemIds[0] ?? ''}`).expect(404);
    const { agenda } = await meeting(secretary);
    expect(agenda.map(({ position, power, kind }) => [position, power, kind])).toEqual([
      [1, '5', 'draft_act'],
      [2, '3', 'report_hearing'],
      [3, '6', 'other'],
    ]);
  });

  it('is announced in time: public, without a breach', async () => {
    const announced = await secretary.put(`/meetings/${meetingId}/announcement`).expect(200);
    expect(announced.body).toMatchObject({ state: 'announced', announcedOn: '2026-03-02', breaches: [] });
    await secretary.put(`/meetings/${meetingId}/announcement`).expect(409);
    const shown = await meeting();
    expect(shown.agenda).toHaveLength(3);
    expect(shown).not.toHaveProperty('moves');
    const stranger = await person(test);
    await stranger.put(`/meetings/${meetingId}/announcement`).expect(403);
    expect(await meeting(stranger)).toMatchObject({ moves: [] });
  });

  it('records attendance and opens from its day on only', async () => {
    const records = presentMembers(members(0, 11));
    const early = await secretary.put(`/meetings/${meetingId}/attendance`).send({ records }).expect(409);
    expect(early.body).toMatchObject({ code: 'before-the-day', state: 'announced' });
    await secretary.put(`/meetings/${meetingId}/opening`).send({}).expect(409);
    await at('2026-03-20T10:05:00+05:00');
  });

  it('becomes inquorate with too few, which is a fact and no fault', async () => {
    const few = await announcedMeeting({ ...council, secretary }, '2026-03-20T10:00:00+05:00');
    const records = presentMembers(members(0, 9));
    await secretary.put(`/meetings/${few.meetingId}/attendance`).send({ records }).expect(200);
    const opened = await secretary.put(`/meetings/${few.meetingId}/opening`).send({}).expect(200);
    expect(opened.body).toMatchObject({
      state: 'inquorate',
      number: 2,
      quorum: { members: 15, present: 9, needed: 10, reached: false, rule: { id: 'M1', value: { fraction: '2/3' } } },
      breaches: [{ rule: 'M5.notice', required: '2026-03-13', actual: '2026-03-20' }],
    });
    const votes = { votes: votesOf(members(0, 9)) };
    const refused = await secretary
      .put(`/agenda-items/${few.itemIds[0] ?? ''}/votes`)
      .send(votes)
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'meeting-not-open', state: 'inquorate' });
    const drafted = await secretary.put(`/meetings/${few.meetingId}/minutes`).send({}).expect(200);
    const { text } = drafted.body as MinutesResponse;
    expect(text.ru.at(-1)).toContain('Из-за отсутствия кворума заседание не состоялось');
  });

  it('opens under the chair of that day, with the computation of its quorum', async () => {
    const records = [
      ...presentMembers(members(0, 9)),
      { memberId: council.memberIds[9], status: 'remote', leftAt: '2026-03-20T11:30:00+05:00' },
      { memberId: council.memberIds[10], status: 'present', arrivedAt: '2026-03-20T11:00:00+05:00' },
      { memberId: council.memberIds[11], status: 'excused' },
    ];
    await secretary.put(`/meetings/${meetingId}/attendance`).send({ records }).expect(200);
    const absent = await secretary
      .put(`/meetings/${meetingId}/opening`)
      .send({ presidingMemberId: council.memberIds[12] })
      .expect(422);
    expect(absent.body).toMatchObject({ errors: [{ pointer: '/presidingMemberId', code: 'presiding-not-present' }] });
    const stranger = { presidingMemberId: NOBODY };
    await secretary.put(`/meetings/${meetingId}/opening`).send(stranger).expect(422);
    const opened = await secretary.put(`/meetings/${meetingId}/opening`).send({}).expect(200);
    expect(opened.body).toMatchObject({
      state: 'open',
      presidingMemberId: council.chairId,
      quorum: { members: 15, present: 10, needed: 10, reached: true },
    });
    const attendance = await test.anyone.get(`/meetings/${meetingId}/attendance`).expect(200);
    const { records: shown } = attendance.body as { records: { memberId: string; status: string | null }[] };
    expect(shown).toHaveLength(15);
    expect(shown.find(({ memberId }) => memberId === council.memberIds[14])).toMatchObject({ status: null });
  });

  it('counts open votes by name, conflicted members outside the base (M6, M7)', async () => {
    const [first = '', second = ''] = itemIds;
    const votes = [
      ...votesOf(members(0, 5)),
      ...votesOf(members(5, 7), 'against'),
      ...votesOf(members(7, 9), 'abstain'),
      ...votesOf(members(9, 10), 'conflict'),
    ];
    const counted = await secretary.put(`/agenda-items/${first}/votes`).send({ votes }).expect(200);
    expect(counted.body).toMatchObject({
      tally: { for: 5, against: 2, abstain: 2, conflict: 1 },
      base: 9,
      quorum: { present: 10, reached: true },
      outcome: 'carried',
    });
    const item = (await test.anyone.get(`/agenda-items/${first}`).expect(200)).body as AgendaItemResponse;
    expect(item.votes).toHaveLength(10);
    expect(item).toMatchObject({ result: { outcome: 'carried', base: 9 } });

    const tie = [...votesOf(members(0, 5)), ...votesOf(members(5, 10), 'against')];
    const even = await secretary.put(`/agenda-items/${second}/votes`).send({ votes: tie }).expect(200);
    expect(even.body).toMatchObject({ base: 10, outcome: 'carried' });
    const lost = [...votesOf(members(0, 5), 'against'), ...votesOf(members(5, 10))];
    const replaced = await secretary.put(`/agenda-items/${second}/votes`).send({ votes: lost }).expect(200);
    expect(replaced.body).toMatchObject({ outcome: 'rejected' });
    const journal = await test.anyone.get(`/journal?subject=agenda-item:${second}`).expect(200);
    const acts = (journal.body as { items: { what: string; rules: { id: string }[]; data: object }[] }).items;
    expect(acts.at(-1)).toMatchObject({
      what: 'agenda-item.votes-replaced',
      rules: [{ id: 'M1' }, { id: 'M6' }, { id: 'M7' }],
      data: { outcome: 'rejected' },
    });
  });

  it('recommends on a carried item only, under a power with a reply, to a body', async () => {
    const [first = '', second = ''] = itemIds;
    const wanted = { text: both('Жолды жөндеу'), power: '3', bodyId: council.bodyId };
    const refused = await secretary.post(`/agenda-items/${second}/recommendations`).send(wanted).expect(409);
    expect(refused.body).toMatchObject({ code: 'item-not-carried' });
    await secretary
      .put(`/agenda-items/${second}/votes`)
      .send({ votes: votesOf(members(0, 9)) })
      .expect(200);
    const opinion = await secretary
      .post(`/agenda-items/${first}/recommendations`)
      .send({ ...wanted, power: '5' })
      .expect(409);
    expect(opinion.body).toMatchObject({ code: 'answered-as-opinion', rule: { id: 'K1.act' } });
    const noBody = { ...wanted, bodyId: NOBODY };
    await secretary.post(`/agenda-items/${second}/recommendations`).send(noBody).expect(422);
    const foreign = { ...wanted, power: 'q1' };
    await secretary.post(`/agenda-items/${second}/recommendations`).send(foreign).expect(422);
    const send = () =>
      secretary.post(`/agenda-items/${second}/recommendations`).set('Idempotency-Key', 'once').send(wanted).expect(201);
    const made = (await send()).body as RecommendationResponse;
    expect((await send()).body).toEqual(made);
    expect(made).toMatchObject({ state: 'adopted', dueOn: null, adoptedOn: '2026-03-20', meetingId });
    recommendationId = made.id;
    const undo = { votes: votesOf(members(0, 9), 'against') };
    const kept = await secretary.put(`/agenda-items/${second}/votes`).send(undo).expect(409);
    expect(kept.body).toMatchObject({ code: 'outcome-relied-on' });
    await secretary.patch(`/agenda-items/${second}`).send({ power: '6' }).expect(409);
  });

  it('is closed, and its records stand', async () => {
    const stranger = await person(test, { role: 'secretary', councilId: (await formingCouncil(test)).councilId });
    await stranger.put(`/meetings/${meetingId}/closing`).send({}).expect(403);
    await secretary.put(`/meetings/${meetingId}/minutes`).send({}).expect(409);
    await secretary.put(`/meetings/${meetingId}/closing`).set('If-Match', '"v1-x"').send({}).expect(412);
    const early = { closedAt: '2026-03-20T10:00:00+05:00' };
    await secretary.put(`/meetings/${meetingId}/closing`).send(early).expect(422);
    const closed = await secretary.put(`/meetings/${meetingId}/closing`).send({}).expect(200);
    expect(closed.body).toMatchObject({ state: 'closed', moves: [] });
    await secretary.put(`/meetings/${meetingId}/attendance`).send({ records: [] }).expect(409);
    await secretary
      .put(`/agenda-items/${itemIds[0] ?? ''}/votes`)
      .send({ votes: [] })
      .expect(409);
    await secretary.post(`/meetings/${meetingId}/agenda-items`).send(agendaOf(council.bodyId)[0]).expect(409);
    await secretary.patch(`/meetings/${meetingId}`).send({ startsAt: BEGIN }).expect(409);
  });

  it('has minutes in kk and ru that are drafted, circulated, signed by the presiding member, and published', async () => {
    const path = `/meetings/${meetingId}/minutes`;
    await secretary
      .put(path)
      .send({ notes: both('Ескертпе') })
      .expect(200);
    await secretary.put(`${path}/circulation`).expect(200);
    await test.anyone.get(path).expect(404);
    const signature = { signedOn: '2026-03-20', chairSignatory: council.chairId };
    await secretary.put(`${path}/signature`).send(signature).expect(200);
    await secretary.put(`${path}/publication`).expect(200);
    const { text, breaches, facts } = (await test.anyone.get(path).expect(200)).body as MinutesResponse;
    expect(facts).toMatchObject({ number: 1, on: '2026-03-20', quorum: { members: 15, present: 10, needed: 10 } });
    expect(breaches).toEqual([]);
    expect(text.ru.join()).toContain('Кворум: всего членов совета – 15, требуется не менее 10');
    expect(text.kk.join()).toContain('Кворум: кеңес мүшелерінің жалпы саны – 15');
  });

  it('sends the recommendation, with a due date that the officer sees and answers in time', async () => {
    const officer = await person(test, { role: 'officer', bodyId: council.bodyId });
    const path = `/recommendations/${recommendationId}`;
    const reply = { decision: 'partly', reasons: both('Бюджет'), signedBy: 'Сәрсенов Е., әкім' };
    await officer.put(`${path}/reply`).send(reply).expect(409);
    await officer.put(`${path}/dispatch`).expect(403);
    const sent = await secretary.put(`${path}/dispatch`).send({}).expect(200);
    expect(sent.body).toMatchObject({ state: 'sent', sentOn: '2026-03-20', dueOn: '2026-04-20', replyRule: 'R2' });
    await secretary.put(`${path}/dispatch`).send({}).expect(409);
    const listed = await officer.get(`/recommendations?body=${council.bodyId}&state=sent`).expect(200);
    expect(listed.body).toMatchObject({ items: [{ id: recommendationId, dueOn: '2026-04-20', overdue: false }] });
    expect((await officer.get(path).expect(200)).body).toMatchObject({ moves: ['reply'] });

    const other = await person(test, { role: 'officer', bodyId: (await formingCouncil(test)).bodyId });
    await other.put(`${path}/reply`).send(reply).expect(403);
    await secretary.put(`${path}/reply`).send(reply).expect(403);
    await test.anyone.put(`${path}/reply`).send(reply).expect(401);
    await officer.put(`/recommendations/${NOBODY}/reply`).send(reply).expect(404);
    const { decision, reasons, signedBy } = reply;
    const bare = await officer.put(`${path}/reply`).send({ decision, signedBy }).expect(422);
    expect(bare.body).toMatchObject({ rule: { id: 'R3' }, errors: [{ pointer: '/reasons' }] });
    const unsigned = await officer.put(`${path}/reply`).send({ decision, reasons }).expect(422);
    expect(unsigned.body).toMatchObject({ rule: { id: 'R3' }, errors: [{ pointer: '/signedBy' }] });
    await officer
      .put(`${path}/reply`)
      .send({ ...reply, reasons: { kk: 'тек қазақша' } })
      .expect(422);

    const answered = await officer.put(`${path}/reply`).send(reply).expect(200);
    expect(answered.body).toMatchObject({ state: 'answered', answeredOn: '2026-03-20', ...reply, breaches: [] });
    await officer.put(`${path}/reply`).send(reply).expect(409);
    const journal = await test.anyone.get(`/journal?subject=recommendation:${recommendationId}`).expect(200);
    const acts = (journal.body as { items: { what: string; data: object }[] }).items;
    expect(acts.map(({ what }) => what)).toEqual([
      'recommendation.adopted',
      'recommendation.sent',
      'recommendation.answered',
    ]);
    expect(JSON.stringify(acts)).not.toContain('Сәрсенов');
  });
});
