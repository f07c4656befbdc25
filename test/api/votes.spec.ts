import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { announcedMeeting, presentMembers, votesOf } from '../factories/meetings.js';
import type { Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const NOBODY = '0192f0c0-0000-7000-8000-000000000000';

/** 15 members; ten make the quorum of two thirds. The meeting begins on 2 March at 10:00. */
describe('attendance and votes', () => {
  let test: TestApplication;
  let council: CouncilAtWork;
  let secretary: Person;
  let meetingId: string;
  let itemIds: string[];

  const members = (from: number, to: number): string[] => council.memberIds.slice(from, to);

  beforeAll(async () => {
    test = await startTestApplication();
    council = await activeCouncil(test);
    secretary = council.secretary;
    ({ meetingId, itemIds } = await announcedMeeting(council, '2026-03-02T10:00:00+05:00'));
  });
  afterAll(() => test.close());

  it('are refused of strangers, twice of the same member, and with times that cannot be', async () => {
    const [one = '', other = ''] = council.memberIds;
    const record = { memberId: one, status: 'present' };
    const refused = await secretary
      .put(`/meetings/${meetingId}/attendance`)
      .send({
        records: [
          record,
          record,
          { memberId: NOBODY, status: 'present' },
          { memberId: other, status: 'absent', arrivedAt: '2026-03-02T10:00:00+05:00' },
        ],
      })
      .expect(422);
    expect(refused.body).toMatchObject({
      errors: [
        { pointer: '/records/1/memberId', code: 'duplicate' },
        { pointer: '/records/2/memberId', code: 'not-a-member' },
        { pointer: '/records/3/arrivedAt', code: 'only-if-present' },
      ],
    });
    const times = { arrivedAt: '2026-03-02T11:00:00+05:00', leftAt: '2026-03-02T10:00:00+05:00' };
    const backwards = { records: [{ ...record, ...times }] };
    await secretary.put(`/meetings/${meetingId}/attendance`).send(backwards).expect(422);
  });

  it('are recorded before the opening, for the quorum', async () => {
    await secretary
      .patch(`/agenda-items/${itemIds[0] ?? ''}`)
      .send({ postponed: true })
      .expect(200);
    const records = [
      ...presentMembers(members(0, 9)),
      { memberId: council.memberIds[9], status: 'remote', leftAt: '2026-03-02T11:30:00+05:00' },
      { memberId: council.memberIds[10], status: 'present', arrivedAt: '2026-03-02T11:00:00+05:00' },
    ];
    await secretary.put(`/meetings/${meetingId}/attendance`).send({ records }).expect(200);
    const opened = await secretary.put(`/meetings/${meetingId}/opening`).send({}).expect(200);
    expect(opened.body).toMatchObject({ state: 'open', quorum: { present: 10, reached: true } });
    const attendance = await test.anyone.get(`/meetings/${meetingId}/attendance`).expect(200);
    const shown = (attendance.body as { records: { memberId: string; status: string | null }[] }).records;
    expect(shown).toHaveLength(15);
    expect(shown.find(({ memberId }) => memberId === council.memberIds[14])).toMatchObject({ status: null });
  });

  it('are refused of those who are not there, and of one member twice', async () => {
    const votes = votesOf([...members(9, 12), council.memberIds[0] ?? '', council.memberIds[0] ?? '', NOBODY]);
    const refused = await secretary
      .put(`/agenda-items/${itemIds[2] ?? ''}/votes`)
      .send({ votes })
      .expect(422);
    expect(refused.body).toMatchObject({
      errors: [
        { pointer: '/votes/1/memberId', code: 'not-present' },
        { pointer: '/votes/2/memberId', code: 'not-present' },
        { pointer: '/votes/4/memberId', code: 'duplicate' },
        { pointer: '/votes/5/memberId', code: 'not-a-member' },
      ],
    });
    const early = { votes: [], votedAt: '2026-03-02T09:59:00+05:00' };
    await secretary
      .put(`/agenda-items/${itemIds[2] ?? ''}/votes`)
      .send(early)
      .expect(422);
    await secretary
      .put(`/agenda-items/${itemIds[0] ?? ''}/votes`)
      .send({ votes: [] })
      .expect(409);
  });

  it('are judged by the quorum of their instant, by arrival and leaving; without it nothing is carried (M1)', async () => {
    test.clock.set('2026-03-02T11:40:00+05:00');
    const third = `/agenda-items/${itemIds[2] ?? ''}/votes`;
    const now = await secretary
      .put(third)
      .send({ votes: votesOf([...members(0, 9), ...members(10, 11)]) })
      .expect(200);
    expect(now.body).toMatchObject({ quorum: { present: 10, reached: true }, outcome: 'carried' });
    const between = { votes: votesOf(members(0, 11)), votedAt: '2026-03-02T11:15:00+05:00' };
    expect((await secretary.put(third).send(between).expect(200)).body).toMatchObject({
      quorum: { present: 11, reached: true },
    });
    const records = [
      ...presentMembers(members(0, 9)),
      { memberId: council.memberIds[9], status: 'remote', leftAt: '2026-03-02T11:30:00+05:00' },
      {
        memberId: council.memberIds[10],
        status: 'present',
        arrivedAt: '2026-03-02T11:00:00+05:00',
        leftAt: '2026-03-02T11:35:00+05:00',
      },
    ];
    await secretary.put(`/meetings/${meetingId}/attendance`).send({ records }).expect(200);
    const lacking = await secretary
      .put(third)
      .send({ votes: votesOf(members(0, 9)) })
      .expect(200);
    expect(lacking.body).toMatchObject({ quorum: { present: 9, needed: 10, reached: false }, outcome: 'rejected' });
    await secretary.put(third).send(between).expect(200);
    const contradiction = { records: records.slice(0, 10) };
    const refused = await secretary.put(`/meetings/${meetingId}/attendance`).send(contradiction).expect(409);
    expect(refused.body).toMatchObject({ code: 'vote-of-an-absent-member' });
    const chairless = { records: [{ memberId: council.chairId, status: 'absent' }, ...records.slice(1)] };
    const absent = await secretary.put(`/meetings/${meetingId}/attendance`).send(chairless).expect(409);
    expect(absent.body).toMatchObject({ code: 'presiding-member-absent' });
  });
});
