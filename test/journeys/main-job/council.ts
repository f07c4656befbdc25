import { expect } from '@jest/globals';
import { text } from '../../factories/assessments.js';
import { person } from '../../support/people.js';
import type { Story, Thing } from './story.js';

/** Lets the authority form a council that the law allows, and shows when it is incomplete. */
export async function formCouncil(story: Story): Promise<void> {
  const { people, ids, memberIds, on, made, moved, read, appoint } = story;
  const council = await made('authority', '/councils', {
    name: text('Облыстың қоғамдық кеңесі', 'Общественный совет области'),
    level: 'regional',
    kind: 'local',
    bodyId: ids['body'],
    territoryId: ids['territory'],
    seats: 15,
    foundedOn: '2026-03-02',
  });
  ids['council'] = council.id;
  await appoint(9, 'civil_society');
  await appoint(5, 'state_body');
  const { body } = await people.authority.put(`/councils/${council.id}/activation`).send({}).expect(409);
  expect(body).toMatchObject({ type: '/problems/not-possible-now', rule: { id: 'C1', value: { fraction: '2/3' } } });
  expect(JSON.stringify(body)).toMatch(/"missing":1/);

  await appoint(1, 'civil_society');
  expect(await moved('authority', `/councils/${council.id}/activation`)).toMatchObject({ state: 'active' });
  const [, , , , , , , , , resigning] = memberIds;
  expect((await read('/councils?incomplete=true'))['items']).toEqual([]);

  const { email } = await person(story.test);
  people.secretary = await person(story.test, { role: 'secretary', councilId: council.id });
  await people.authority.post('/grants').send({ email, role: 'secretary', councilId: council.id }).expect(201);
  await moved('authority', `/members/${resigning ?? ''}/end`, { on: '2026-03-03', reason: 'resigned' });
  await on('2026-03-03T09:00:00+05:00');
  const incomplete = (await read('/councils?incomplete=true'))['items'] as Thing[];
  expect(incomplete.map(({ id }) => id)).toContain(council.id);
  await made('secretary', `/councils/${council.id}/members`, {
    person: { familyName: 'Жаңа', givenName: 'Мүше' },
    seat: 'civil_society',
    since: '2026-03-03',
  });
  expect((await read('/councils?incomplete=true'))['items']).toEqual([]);
}

/** Lets the secretary hold a meeting, and builds the minutes from what was recorded. */
export async function holdMeeting(story: Story): Promise<void> {
  const { people, ids, memberIds, on, made, moved, read } = story;
  const council = `/councils/${ids['council']}`;
  const [chair = '', ...others] = memberIds.filter((_, at) => at !== 9);
  await made('secretary', `/members/${chair}/roles`, { role: 'chair', since: '2026-03-03' });
  const meeting = await made('secretary', `${council}/meetings`, {
    kind: 'regular',
    format: 'in_person',
    startsAt: '2026-03-17T15:00:00+05:00',
    place: text('Көкшетау, Абай көшесі, 96', 'Кокшетау, улица Абая, 96'),
  });
  ids['meeting'] = meeting.id;
  const items: Thing[] = [];
  for (const [power, kind, title] of [
    ['5', 'draft_act', 'Қаулы жобасы'],
    ['2', 'report_hearing', 'Әкімдіктің есебі'],
    ['6', 'other', 'Өтініштер'],
  ]) {
    const item = { title: text(title ?? ''), power, kind, bodyId: ids['body'] };
    items.push(await made('secretary', `/meetings/${meeting.id}/agenda-items`, item));
  }
  await people.secretary
    .post(`/meetings/${meeting.id}/agenda-items`)
    .send({ title: text('Билік'), power: 'q1', kind: 'other' })
    .expect(422);
  await moved('secretary', `/meetings/${meeting.id}/announcement`);
  expect(await read(`/meetings/${meeting.id}`)).toMatchObject({ state: 'announced', breaches: [] });
  await people.secretary.put(`/meetings/${meeting.id}/opening`).send({}).expect(409);

  await on('2026-03-17T14:50:00+05:00');
  const records = others.map((memberId, at) => ({ memberId, status: at < 10 ? 'present' : 'absent' }));
  await moved('secretary', `/meetings/${meeting.id}/attendance`, {
    records: [{ memberId: chair, status: 'remote' }, ...records],
  });
  const opened = await moved('secretary', `/meetings/${meeting.id}/opening`, { presidingMemberId: chair });
  expect(opened).toMatchObject({ state: 'open', quorum: { members: 15, present: 11, needed: 10, reached: true } });

  const [draft, report] = items;
  const present = [chair, ...others.slice(0, 10)];
  const votes = present.map((memberId, at) => ({
    memberId,
    choice: at < 7 ? 'for' : at < 10 ? 'against' : 'conflict',
  }));
  const result = await moved('secretary', `/agenda-items/${report?.id ?? ''}/votes`, { votes });
  expect(result).toMatchObject({ base: 10, outcome: 'carried' });
  const wanted = {
    text: text('Жолдарды жөндеу кестесін жариялау', 'Опубликовать график ремонта дорог'),
    power: '2',
    bodyId: ids['body'],
  };
  await people.secretary
    .post(`/agenda-items/${draft?.id ?? ''}/recommendations`)
    .send(wanted)
    .expect(409);
  ids['recommendation'] = (await made('secretary', `/agenda-items/${report?.id ?? ''}/recommendations`, wanted)).id;
  await on('2026-03-17T17:00:00+05:00');
  expect(await moved('secretary', `/meetings/${meeting.id}/closing`)).toMatchObject({ state: 'closed' });

  const minutes = `/meetings/${meeting.id}/minutes`;
  await story.test.anyone.get(minutes).expect(404);
  await moved('secretary', minutes, { notes: text('Отырыс ашық өтті', 'Заседание прошло открыто') });
  await moved('secretary', `${minutes}/circulation`);
  await people.secretary
    .put(`${minutes}/signature`)
    .send({ signedOn: '2026-03-17', chairSignatory: others[0] })
    .expect(422);
  await moved('secretary', `${minutes}/signature`, { signedOn: '2026-03-17', chairSignatory: chair });
  await moved('secretary', `${minutes}/publication`);
  const published = await read(minutes);
  expect(published).toMatchObject({ state: 'published' });
  const words = JSON.stringify(published);
  expect(words).toContain('Әкімдіктің есебі');
  expect(words).toContain('Опубликовать график ремонта дорог');
  await people.secretary
    .put(minutes)
    .send({ notes: text('Басқа') })
    .expect(409);
}

/** Records a meeting with too few members as inquorate, without decisions. */
export async function recordInquorateMeeting(story: Story): Promise<void> {
  const { people, ids, memberIds, on, made, moved, read } = story;
  const meeting = await made('secretary', `/councils/${ids['council']}/meetings`, {
    kind: 'extraordinary',
    format: 'online',
    startsAt: '2026-03-18T10:00:00+05:00',
    broadcastUrl: 'https://example.kz/live',
  });
  const item = await made('secretary', `/meetings/${meeting.id}/agenda-items`, {
    title: text('Мәселе'),
    power: '6',
    kind: 'other',
  });
  await moved('secretary', `/meetings/${meeting.id}/announcement`);
  const late = (await read(`/meetings/${meeting.id}`))['breaches'] as Thing[];
  expect(late).toMatchObject([{ rule: 'M5.notice' }]);
  await on('2026-03-18T10:00:00+05:00');
  const [chair = '', ...others] = memberIds;
  const records = others.slice(0, 8).map((memberId) => ({ memberId, status: 'present' }));
  await moved('secretary', `/meetings/${meeting.id}/attendance`, {
    records: [{ memberId: chair, status: 'present' }, ...records],
  });
  const opened = await moved('secretary', `/meetings/${meeting.id}/opening`);
  expect(opened).toMatchObject({ state: 'inquorate', quorum: { present: 9, needed: 10, reached: false } });
  await people.secretary
    .put(`/agenda-items/${item.id}/votes`)
    .send({ votes: [{ memberId: chair, choice: 'for' }] })
    .expect(409);
}

/** Gives the akimat its term by the calendar, and takes no reply without reasons and signer. */
export async function answerRecommendation(story: Story): Promise<void> {
  const { people, ids, moved, read } = story;
  const recommendation = `/recommendations/${ids['recommendation']}`;
  expect(await moved('secretary', `${recommendation}/dispatch`)).toMatchObject({
    state: 'sent',
    dueOn: '2026-04-20',
  });
  const list = await read(`/recommendations?body=${ids['body']}&state=sent`);
  expect((list['items'] as Thing[]).map(({ id }) => id)).toEqual([ids['recommendation']]);
  const reply = {
    decision: 'accepted',
    reasons: text('Кесте жарияланады', 'График будет опубликован'),
    signedBy: 'Әкім А. Б.',
  };
  for (const missing of ['reasons', 'signedBy']) {
    const { body } = await people.officer
      .put(`${recommendation}/reply`)
      .send({ ...reply, [missing]: undefined })
      .expect((answer) => {
        expect([409, 422]).toContain(answer.status);
      });
    expect(JSON.stringify(body)).toContain('R3');
  }
  await people.secretary.put(`${recommendation}/reply`).send(reply).expect(403);
  expect(await moved('officer', `${recommendation}/reply`, reply)).toMatchObject({
    state: 'answered',
    decision: 'accepted',
  });
}
