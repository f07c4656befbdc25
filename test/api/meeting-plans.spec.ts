import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CouncilRules } from '../../src/councils/index.js';
import type { AgendaItemResponse, MeetingResponse } from '../../src/meetings/index.js';
import { activeCouncil, formingCouncil, type CouncilAtWork } from '../factories/councils.js';
import { announcedMeeting, both, closedMeeting, meetingRequest, presentMembers } from '../factories/meetings.js';
import { person, signIn } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const NOBODY = '0192f0c0-0000-7000-8000-000000000000';

describe('plans of meetings', () => {
  let test: TestApplication;
  let council: CouncilAtWork;
  beforeAll(async () => {
    test = await startTestApplication();
    council = await activeCouncil(test);
  });
  afterAll(() => test.close());

  const plan = (body: object) => council.secretary.post(`/councils/${council.councilId}/meetings`).send(body);

  it('are refused to a council that is not active, to strangers, and without what is needed', async () => {
    const forming = await formingCouncil(test);
    const secretary = await person(test, { role: 'secretary', councilId: forming.councilId });
    const body = meetingRequest('2026-04-10T10:00:00+05:00');
    const refused = await secretary.post(`/councils/${forming.councilId}/meetings`).send(body).expect(409);
    expect(refused.body).toMatchObject({ code: 'council-not-active', state: 'forming' });
    await secretary.post(`/councils/${council.councilId}/meetings`).send(body).expect(403);
    await secretary.post(`/councils/${NOBODY}/meetings`).send(body).expect(404);
    await test.anyone.post(`/councils/${council.councilId}/meetings`).send(body).expect(401);
    await test.anyone.get(`/councils/${NOBODY}/meetings`).expect(404);
    await plan({ ...body, startsAt: '2026-02-30T10:00:00+05:00', kind: 'other' }).expect(422);
  });

  it('have numbers of their own in each year: the given or the next', async () => {
    const number = async (startsAt: string, given?: number): Promise<number> => {
      const made = await plan(meetingRequest(startsAt, given === undefined ? {} : { number: given })).expect(201);
      return (made.body as MeetingResponse).number;
    };
    expect(await number('2026-04-10T10:00:00+05:00')).toBe(1);
    expect(await number('2026-04-11T10:00:00+05:00', 7)).toBe(7);
    expect(await number('2026-04-12T10:00:00+05:00')).toBe(8);
    // 2027 begins in Kazakhstan at 19:00 UTC.
    expect(await number('2026-12-31T20:00:00Z')).toBe(1);
    const taken = await plan(meetingRequest('2026-05-10T10:00:00+05:00', { number: 7 })).expect(409);
    expect(taken.body).toMatchObject({ code: 'meeting-number-taken' });
    const both = await Promise.all(['13', '14'].map((day) => number(`2026-04-${day}T10:00:00+05:00`)));
    expect(both.sort()).toEqual([10, 9].sort());
  });

  it('are judged by M5.notice anew when an announced meeting is moved, by the stricter value of the council', async () => {
    await test.database.query(
      `insert into council_rules (id, council_id, rule_id, value, decided_on, set_at)
       values ($1, $2, 'M5.notice', '{"amount": 10, "unit": "wd"}', '2026-03-01', '2026-03-01T10:00:00Z')`,
      [NOBODY, council.councilId],
    );
    const rules = await test.app.get(CouncilRules).on(council.councilId, '2026-03-02');
    expect(rules.term('M5.notice')).toEqual({ amount: 10, unit: 'wd' });
    const { meetingId } = await announcedMeeting(council, '2026-03-12T10:00:00+05:00');
    const read = async (): Promise<unknown> =>
      ((await test.anyone.get(`/meetings/${meetingId}`).expect(200)).body as MeetingResponse).breaches;
    expect(await read()).toEqual([{ rule: 'M5.notice', required: '2026-02-25', actual: '2026-03-02' }]);
    await council.secretary.patch(`/meetings/${meetingId}`).send({ startsAt: '2026-04-10T10:00:00+05:00' }).expect(200);
    expect(await read()).toEqual([]);
  });

  it('can be called off, with a reason, before the opening', async () => {
    const { meetingId } = await announcedMeeting(council, '2026-04-20T10:00:00+05:00');
    const reason = both('Себеп');
    const cancelled = await council.secretary.put(`/meetings/${meetingId}/cancellation`).send({ reason }).expect(200);
    expect(cancelled.body).toMatchObject({ state: 'cancelled', cancelledOn: '2026-03-02', cancelReason: reason });
    await council.secretary.put(`/meetings/${meetingId}/opening`).send({}).expect(409);
    const none = await council.secretary.put(`/meetings/${meetingId}/minutes`).send({}).expect(409);
    expect(none.body).toMatchObject({ code: 'meeting-not-over', state: 'cancelled' });
  });

  it('are listed the latest first, page by page, and since an instant', async () => {
    const path = `/councils/${council.councilId}/meetings`;
    const first = (await test.anyone.get(`${path}?limit=1`).expect(200)).body as {
      items: MeetingResponse[];
      next: string;
    };
    expect(first.items).toHaveLength(1);
    const rest = (await test.anyone.get(`${path}?limit=1&after=${first.next}`).expect(200)).body as typeof first;
    expect(rest.items).toHaveLength(1);
    expect(rest.next).toBeNull();
    expect([first.items[0]?.startsAt, rest.items[0]?.startsAt].map(String)).toEqual([
      '2026-04-20T05:00:00.000Z',
      '2026-04-10T05:00:00.000Z',
    ]);
    const cancelled = await test.anyone.get(`${path}?state=cancelled`).expect(200);
    expect((cancelled.body as typeof first).items).toHaveLength(1);
    test.clock.pass(60);
    const since = encodeURIComponent(test.clock.now().toISOString());
    expect((await test.anyone.get(`${path}?modifiedSince=${since}`).expect(200)).body).toMatchObject({ items: [] });
    const { meetingId } = await announcedMeeting(council, '2026-05-20T10:00:00+05:00');
    const changed = (await test.anyone.get(`${path}?modifiedSince=${since}`).expect(200)).body as typeof first;
    expect(changed.items.map(({ id }) => id)).toEqual([meetingId]);
    await test.anyone.get(`${path}?after=${Buffer.from('[1,"x"]').toString('base64url')}`).expect(400);
    await test.anyone.get(`${path}?sort=number`).expect(400);
  });

  it('need a presiding member where the council has no chair', async () => {
    const other = await activeCouncil(test);
    await test.database.query('delete from member_roles where member_id = $1', [other.chairId]);
    const { meetingId } = await announcedMeeting(other, test.clock.now().toISOString());
    const records = presentMembers(other.memberIds);
    await other.secretary.put(`/meetings/${meetingId}/attendance`).send({ records }).expect(200);
    const refused = await other.secretary.put(`/meetings/${meetingId}/opening`).send({}).expect(422);
    expect(refused.body).toMatchObject({
      errors: [{ pointer: '/presidingMemberId', code: 'presiding-member-needed' }],
    });
    const presidingMemberId = other.memberIds[3];
    const opened = await other.secretary.put(`/meetings/${meetingId}/opening`).send({ presidingMemberId }).expect(200);
    expect(opened.body).toMatchObject({ state: 'open', presidingMemberId });
  });

  it('mark an item that is added after the announcement, and flag it when it is too late (M5.notice)', async () => {
    const other = await activeCouncil(test);
    const { meetingId, itemIds } = await announcedMeeting(other, '2026-03-20T10:00:00+05:00');
    let { secretary } = other;
    const agenda = async () =>
      ((await test.anyone.get(`/meetings/${meetingId}`).expect(200)).body as MeetingResponse).agenda;
    const item = { title: both('Жер'), power: '11', kind: 'other' };
    const path = `/meetings/${meetingId}/agenda-items`;
    const early = (await secretary.post(path).send(item).expect(201)).body as AgendaItemResponse;
    expect(early).toMatchObject({ position: 4, addedLate: true, breaches: [] });
    test.clock.set('2026-03-18T10:00:00+05:00');
    secretary = await signIn(test, secretary.email, secretary.accountId);
    const late = (await secretary.post(path).send(item).expect(201)).body as AgendaItemResponse;
    const breach = { rule: 'M5.notice', required: '2026-03-13', actual: '2026-03-18' };
    expect(late).toMatchObject({ position: 5, addedLate: true, breaches: [breach] });
    const moved = await secretary.patch(`/agenda-items/${late.id}`).send({ position: 2 }).expect(200);
    expect(moved.body).toMatchObject({ position: 2 });
    const order = (await agenda()).map(({ id }) => id);
    expect(order).toEqual([itemIds[0], late.id, itemIds[1], itemIds[2], early.id]);
    await secretary.patch(`/agenda-items/${late.id}`).send({ position: 99 }).expect(200);
    await secretary.patch(`/agenda-items/${late.id}`).send({ postponed: true }).expect(200);
    const off = await secretary.delete(`/agenda-items/${early.id}`).expect(200);
    expect(off.body).toMatchObject({ state: 'taken_off' });
    await secretary.delete(`/agenda-items/${early.id}`).expect(409);
    expect((await agenda()).map(({ position, state }) => [position, state])).toEqual([
      [1, 'listed'],
      [2, 'listed'],
      [3, 'listed'],
      [4, 'taken_off'],
      [5, 'postponed'],
    ]);
    const journal = await test.anyone.get(`/journal?subject=agenda-item:${early.id}`).expect(200);
    expect((journal.body as { items: { what: string }[] }).items.map(({ what }) => what)).toEqual([
      'agenda-item.added',
      'agenda-item.taken-off',
    ]);
  });

  it('take a link to the recording even after the closing, but no other change', async () => {
    const other = await activeCouncil(test);
    const { meetingId } = await closedMeeting(test, other);
    await other.secretary.patch(`/meetings/${meetingId}`).send({ format: 'online' }).expect(409);
    const recordingUrl = 'https://example.kz/recording';
    const linked = await other.secretary.patch(`/meetings/${meetingId}`).send({ recordingUrl }).expect(200);
    expect(linked.body).toMatchObject({ recordingUrl });
  });
});
