import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { closedMeeting } from '../factories/meetings.js';
import { person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const ABSENT = '0192f0c0-0000-7000-8000-000000000000';
const button = (action: string): string => `main form[action$="${action}"] button`;

describe('the desk of a secretary', () => {
  let test: TestApplication;
  let council: CouncilAtWork;
  let secretary: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    council = await activeCouncil(test);
    secretary = new Reader(test);
    await secretary.signIn(council.secretary.email);
  });
  afterAll(() => test.close());

  const opened = async (path: string): Promise<void> => {
    for (const language of ['kk', 'ru', 'en']) {
      const seen = await secretary.get(`/${language}${path}`);
      expect([seen.url, seen.status]).toEqual([`/${language}${path}`, 200]);
      expect(seen.$('html').attr('lang')).toBe(language);
      expect(seen.$('h1')).toHaveLength(1);
      expect(seen.headers['cache-control']).toBe('no-store');
      const ids = seen
        .$('[id]')
        .toArray()
        .map((one) => seen.$(one).attr('id'));
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    }
  };
  const main = (seen: Seen): string => seen.$('main').text().replaceAll(/\s+/g, ' ');
  /** All members marked the same in the attendance. */
  const attendance = (status: (at: number) => string | null): Record<string, string | null> =>
    Object.fromEntries(council.memberIds.map((_, at) => [`records[${at}].status`, status(at)]));
  const planned = async (startsAt: string): Promise<Seen> => {
    const form = await secretary.get(`/ru/desk/councils/${council.councilId}/meeting`);
    return secretary.submit(form, { startsAt, 'place.kk': 'Көкшетау', 'place.ru': 'Кокшетау' });
  };
  const idIn = (seen: Seen): string => /meetings\/([0-9a-f-]+)/.exec(seen.url)?.[1] ?? '';

  it('is for those who work for councils or bodies; others are told so, strangers sign in first', async () => {
    const { email } = await person(test);
    const citizen = new Reader(test);
    expect((await citizen.get('/ru/desk')).url).toContain('/ru/sign-in?next=');
    await citizen.signIn(email);
    expect(main(await citizen.get('/ru/desk'))).toContain('Такой роли у вас нет');
    expect((await citizen.get(`/ru/desk/meetings/${ABSENT}`)).status).toBe(403);
    expect((await secretary.get(`/ru/desk/meetings/${ABSENT}`)).status).toBe(404);
    await opened('/desk');
  });

  it('keeps other councils’ meetings from a secretary', async () => {
    const other = await activeCouncil(test);
    const { meetingId } = await closedMeeting(test, other);
    for (const page of ['', '/agenda', '/minutes', '/plan']) {
      expect((await secretary.get(`/ru/desk/meetings/${meetingId}${page}`)).status).toBe(403);
    }
    expect((await secretary.get(`/ru/desk/councils/${other.councilId}/meeting`)).status).toBe(403);
  });

  it('plans a meeting with its agenda and announces it', async () => {
    const wrong = await secretary.submit(await secretary.get(`/ru/desk/councils/${council.councilId}/meeting`), {
      'place.kk': 'Көкшетау',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.$('#startsAt-error').text()).toContain('Укажите дату и время начала');
    expect(wrong.$('input[name="place.kk"]').val()).toBe('Көкшетау');

    const agenda = await planned('2026-03-20T10:00');
    const id = idIn(agenda);
    expect(main(agenda)).toContain('20 марта 2026 г. в 10:00');
    await opened(`/desk/meetings/${id}/agenda`);
    await opened(`/desk/meetings/${id}/plan`);
    const desk = main(await secretary.get('/ru/desk'));
    expect(desk).toContain('Объявить заседание № 1');
    // M5.notice: five working days before the meeting.
    expect(desk).toMatch(/Срок: 1\d марта 2026/);

    const added = await secretary.submit(
      agenda,
      { 'title.kk': 'Есеп', 'title.ru': 'Отчёт акимата', power: '3', kind: 'report_hearing' },
      button('/agenda'),
    );
    expect(main(added)).toContain('Отчёт акимата');
    const unfinished = await secretary.submit(added, { 'title.ru': 'Второй' }, button('/agenda'));
    expect(unfinished.status).toBe(422);
    expect(unfinished.$('input[name="title.ru"]').val()).toBe('Второй');
    const postponed = await secretary.submit(added, {}, 'main button[value=postpone]');
    expect(main(postponed)).toContain('отложен');
    const resumed = await secretary.submit(postponed, {}, 'main button[value=resume]');

    const plan = await secretary.get(`/ru/desk/meetings/${id}/plan`);
    expect(plan.$('input[name=startsAt]').val()).toBe('2026-03-20T10:00');
    const moved = await secretary.submit(plan, { startsAt: '2026-03-20T11:30' });
    expect(main(moved)).toContain('11:30');
    const stale = await secretary.submit(plan, { startsAt: '2026-03-20T15:00' });
    expect(stale.status).toBe(412);
    expect(main(stale)).toContain('запись изменил кто-то другой');
    expect(main(stale)).toContain('11:30');
    expect(main(stale)).toContain('15:00');

    const tooOld = await secretary.submit(resumed, {}, button('/announcement'));
    expect(tooOld.status).toBe(412);
    const announced = await secretary.submit(tooOld, {}, button('/announcement'));
    expect(main(announced)).toContain('объявлено');
    await test.anyone.get(`/meetings/${id}`).expect(200);
    const cancel = await secretary.get(`/ru/desk/meetings/${id}/agenda`);
    expect((await secretary.submit(cancel, {}, button('/cancellation'))).url).toBe('/ru/desk');
    expect((await secretary.get(`/ru/desk/meetings/${id}`)).status).toBe(200);
  });

  it('runs a meeting on one screen, from the attendance to the published minutes', async () => {
    const agenda = await planned('2026-03-02T10:00');
    const id = idIn(agenda);
    const item = { 'title.kk': 'Есеп', 'title.ru': 'Отчёт акимата', power: '3', kind: 'report_hearing' };
    const withItem = await secretary.submit(agenda, item, button('/agenda'));
    const two = await secretary.submit(withItem, { ...item, 'title.ru': 'Иное', kind: 'other' }, button('/agenda'));
    let screen = await secretary.submit(two, {}, button('/announcement'));
    await opened(`/desk/meetings/${id}`);
    expect(screen.$('[data-quorum]').attr('data-members')).toBe('15');
    expect(screen.$('[data-quorum]').attr('data-reached')).toContain('%{present}');
    expect(main(screen)).toContain('Кворума нет: присутствуют 0 из 15, требуется не менее 10');

    // A member who leaves before he comes is no record; what was marked stays.
    const times = { 'records[0].arrivedAt': '11:00', 'records[0].leftAt': '10:30' };
    const wrong = await secretary.submit(screen, { ...attendance(() => 'present'), ...times }, button('/attendance'));
    expect(wrong.status).toBe(422);
    expect(wrong.$('#records-0-leftAt-error')).toHaveLength(1);
    expect(wrong.$('input[name="records[3].status"][value=present]').attr('checked')).toBeDefined();

    const unmarked = await secretary.submit(screen, {}, button('/attendance'));
    expect(unmarked.$('#records-0-status-error').text()).toContain('хотя бы одного члена');
    const marks = (at: number): string | null => (at === 13 ? 'excused' : at === 14 ? null : 'present');
    const attended = await secretary.submit(screen, attendance(marks), button('/attendance'));
    expect(attended.url).toContain(`/ru/desk/meetings/${id}`);
    expect(main(attended)).toContain('Кворум имеется: присутствуют 13 из 15');
    const stale = await secretary.submit(
      screen,
      attendance(() => 'remote'),
      button('/attendance'),
    );
    expect(stale.status).toBe(412);
    expect(main(stale)).toContain('Сохранено сейчас');

    screen = await secretary.submit(attended, {}, button('/opening'));
    expect(main(screen)).toContain('Вопрос 1: Отчёт акимата');
    const first = /votes\/([0-9a-f-]+)/.exec(screen.html)?.[0] ?? '';
    const nobody = await secretary.submit(screen, {}, button(first));
    expect(nobody.status).toBe(422);
    expect(nobody.$('#_others-error').text()).toContain('Ничей голос не отмечен');
    expect(nobody.$('.govuk-error-summary a').attr('href')).toBe('#_others');
    const voted = await secretary.submit(screen, { 'votes[0].choice': 'against', _others: 'for' }, button(first));
    expect(main(voted)).toContain('За – 12, против – 1');
    expect(main(voted)).toContain('решение принято');

    const asked = { 'text.kk': 'Жолды жөндеу', 'text.ru': 'Отремонтировать дорогу' };
    const half = await secretary.submit(
      voted,
      { 'text.ru': 'Дорога' },
      'main form[action*="/recommendations/"] button',
    );
    expect(half.status).toBe(422);
    expect(half.$('textarea[name="text.ru"]').text()).toBe('Дорога');
    const adopted = await secretary.submit(voted, asked, 'main form[action*="/recommendations/"] button');
    expect(main(adopted)).toContain('Отремонтировать дорогу');
    // The same form once more, as by a double click: one record.
    const twice = await secretary.submit(voted, asked, 'main form[action*="/recommendations/"] button');
    expect(twice.$('main form[action*="/dispatch/"]')).toHaveLength(1);
    const sent = await secretary.submit(adopted, {}, 'main form[action*="/dispatch/"] button');
    expect(main(sent)).toContain('Срок ответа');

    const next = await secretary.get(sent.$('main a:contains("Следующий вопрос")').attr('href') ?? '');
    expect(main(next)).toContain('Вопрос 2: Иное');
    const closed = await secretary.submit(next, {}, button('/closing'));
    expect(closed.url).toBe(`/ru/desk/meetings/${id}/minutes`);
    expect(main(await secretary.get('/ru/desk'))).toContain('Составить протокол заседания № 2');

    const draft = await secretary.submit(closed);
    expect(main(draft)).toContain('Отремонтировать дорогу');
    await opened(`/desk/meetings/${id}/minutes`);
    const notes = { 'notes.kk': 'Ескерту', 'notes.ru': 'Заседание <b>прошло</b>' };
    const noted = await secretary.submit(draft, notes, button('/minutes'));
    expect(main(noted)).toContain('Заседание <b>прошло</b>');
    const late = await secretary.submit(draft, { 'notes.kk': 'Б', 'notes.ru': 'Мой текст' }, button('/minutes'));
    expect(late.status).toBe(412);
    expect(late.$('table').text()).toContain('Мой текст');
    const circulated = await secretary.submit(noted, {}, button('/circulation'));
    const early = await secretary.submit(circulated, { signedOn: '2026-03-01' }, button('/signature'));
    expect(early.status).toBe(422);
    expect(early.$('#signedOn-error')).toHaveLength(1);
    const signed = await secretary.submit(circulated, { signedOn: '2026-03-02' }, button('/signature'));
    const published = await secretary.submit(signed, {}, button('/publication'));
    expect(main(published)).toContain('опубликован');
    await test.anyone.get(`/meetings/${id}/minutes`).expect(200);
    const corrected = await secretary.submit(
      published,
      { 'reason.kk': 'Қате', 'reason.ru': 'Опечатка' },
      button('/corrections'),
    );
    expect(main(corrected)).toContain('редакция № 2');
  });

  it('fills in who is not marked, all present and all in favour; the law’s vote by name is stored when it is saved', async () => {
    const agenda = await planned('2026-03-02T11:00');
    const id = idIn(agenda);
    const item = { 'title.kk': 'Өзге', 'title.ru': 'Иное', power: '6', kind: 'other' };
    const withItem = await secretary.submit(agenda, item, button('/agenda'));
    const screen = await secretary.submit(withItem, {}, button('/announcement'));
    const all = (mark: string): string => `main button[name=_all][value=${mark}]`;
    const checked = (seen: Seen, value: string): number => seen.$(`main input[value=${value}][checked]`).length;

    // The chair opens the meeting, wherever he stands in the list.
    const chair = screen.$(`main input[name$=".memberId"][value="${council.chairId}"]`).attr('name');
    const rows = Array.from({ length: 15 }, (_, at) => `records[${at}]`).filter((row) => `${row}.memberId` !== chair);
    expect(rows).toHaveLength(14);
    const [comesLate, excused, absent] = rows;
    const marked = { ...attendance(() => null), [`${excused}.status`]: 'excused', [`${comesLate}.arrivedAt`]: '11:05' };
    const filled = await secretary.submit(screen, marked, all('present'));
    expect(filled.status).toBe(200);
    expect([checked(filled, 'present'), checked(filled, 'excused')]).toEqual([14, 1]);
    expect(filled.$(`input[name="${comesLate}.arrivedAt"]`).val()).toBe('11:05');
    expect(main(filled)).toContain('Это ещё не сохранено');
    expect(main(await secretary.get(`/ru/desk/meetings/${id}`))).toContain('Кворума нет: присутствуют 0 из 15');
    const attended = await secretary.submit(filled, { [`${absent}.status`]: 'absent' }, button('/attendance'));
    // Two are absent, and one has not come yet.
    expect(main(attended)).toContain('Кворум имеется: присутствуют 12 из 15');
    expect(main(attended)).not.toContain('Это ещё не сохранено');

    const opening = await secretary.submit(attended, {}, button('/opening'));
    const votes = /votes\/([0-9a-f-]+)/.exec(opening.html) ?? [];
    const agreed = await secretary.submit(opening, { 'votes[1].choice': 'conflict' }, all('for'));
    expect(agreed.status).toBe(200);
    expect([checked(agreed, 'for'), checked(agreed, 'conflict')]).toEqual([11, 1]);
    expect(main(agreed)).toContain('проверьте голос каждого члена');
    const before = await council.secretary.get(`/agenda-items/${votes[1] ?? ''}`).expect(200);
    expect((before.body as { votes: unknown[] }).votes).toEqual([]);
    const saved = await secretary.submit(agreed, { 'votes[0].choice': 'abstain' }, button(votes[0] ?? ''));
    expect(main(saved)).toContain('За – 10, против – 0, воздержались – 1, конфликт интересов – 1');
    const after = await council.secretary.get(`/agenda-items/${votes[1] ?? ''}`).expect(200);
    const stored = (after.body as { votes: { memberId: string; choice: string }[] }).votes;
    expect(new Set(stored.map(({ memberId }) => memberId)).size).toBe(12);
    expect(stored.filter(({ choice }) => choice === 'for')).toHaveLength(10);
    await secretary.submit(saved, {}, button('/closing'));
    // Once it is over nothing is filled in any more: 409, by its state.
    const late = await secretary.submit(agreed, {}, button(votes[0] ?? ''));
    expect([409, 412]).toContain(late.status);
  });

  it('records that a meeting without quorum was not held, having warned of it', async () => {
    const agenda = await planned('2026-03-02T12:00');
    const id = idIn(agenda);
    const screen = await secretary.submit(agenda, {}, button('/announcement'));
    const few = await secretary.submit(
      screen,
      attendance((at) => (at < 4 ? 'present' : null)),
      button('/attendance'),
    );
    expect(few.$('.govuk-warning-text').text()).toContain('кворума нет');
    const opened = await secretary.submit(few, {}, button('/opening'));
    expect(main(opened)).toContain('Заседание не состоялось');
    expect(opened.$('main form')).toHaveLength(0);
    expect((await secretary.get(`/ru/desk/meetings/${id}/attendance`)).url).toBe(`/ru/desk/meetings/${id}`);
  });

  it('verifies a measure that the body reports as done', async () => {
    const { recommendationId } = await closedMeeting(test, council);
    await council.secretary.put(`/recommendations/${recommendationId}/dispatch`).send({}).expect(200);
    const officer = await person(test, { role: 'officer', bodyId: council.bodyId });
    const text = { kk: 'Жол жөнделді', ru: 'Дорога отремонтирована' };
    const reply = { decision: 'accepted', reasons: text, signedBy: 'Серіков А. Б., әкім' };
    await officer.put(`/recommendations/${recommendationId}/reply`).send(reply).expect(200);
    const measure = { measure: text, bodyId: council.bodyId, dueOn: '2026-09-01' };
    const made = await council.secretary
      .post(`/recommendations/${recommendationId}/follow-ups`)
      .send(measure)
      .expect(201);
    const { id } = made.body as { id: string };
    const evidence = [{ title: 'Акт', url: 'https://example.kz/akt' }];
    await officer.put(`/follow-ups/${id}/completion`).send({ note: text, evidence }).expect(200);

    expect(main(await secretary.get('/ru/desk'))).toContain('Проверить исполнение меры: Дорога отремонтирована');
    await opened(`/desk/follow-ups/${id}`);
    const form = await secretary.get(`/ru/desk/follow-ups/${id}`);
    const empty = await secretary.submit(form);
    expect(empty.status).toBe(422);
    expect(main(empty)).toContain('Выберите вывод');
    const filled = { verdict: 'fulfilled', 'grounds.kk': 'Көрдік', 'grounds.ru': 'Осмотрено' };
    expect((await secretary.submit(form, filled)).url).toBe('/ru/desk');
    expect((await secretary.get(`/ru/desk/follow-ups/${ABSENT}`)).status).toBe(404);
  });
});
