import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { collectingAssessment, enterValues } from '../factories/assessments.js';
import { memberPerson } from '../factories/councils.js';
import { formOf, Reader } from '../support/reader.js';
import { SentStatements } from '../support/sent-statements.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';
import { at, AssessingPeople, button, main, MAKING_MS, value, where } from './assessing-people.js';
import { MARKUP } from './world.js';

const REMARK = { 'text.kk': 'Есеп қате', 'text.ru': 'Расчёт неверен' };

describe('the pages on which an assessment is conducted', () => {
  let test: TestApplication;
  let people: AssessingPeople;
  beforeAll(async () => {
    test = await startTestApplication();
    people = await AssessingPeople.at(test);
  }, MAKING_MS);
  afterAll(() => test.close());

  const opened = async (reader: Reader, path: string): Promise<void> => {
    for (const language of ['kk', 'ru', 'en']) {
      const seen = await reader.get(`/${language}${path}`);
      expect([seen.url, seen.status]).toEqual([`/${language}${path}`, 200]);
      expect(seen.headers['cache-control']).toBe('no-store');
      expect(seen.$('h1')).toHaveLength(1);
      expect(seen.$.text()).not.toMatch(/\bportal\.\w+|undefined|\[object|NaN/);
      const ids = seen.$('[id]').map((_, one) => seen.$(one).attr('id'));
      expect(new Set(ids.get()).size).toBe(ids.length);
    }
  };

  it(
    'lead an assessment from its plan to its publication, each person with his own rights only',
    async () => {
      await opened(people.authority, '/desk/assessments/new');
      const form = await people.authority.get('/ru/desk/assessments/new');
      const nothing = await people.authority.submit(form, { from: '', to: '' });
      expect(nothing.status).toBe(422);
      expect(main(nothing)).toContain('Выберите оцениваемый орган');
      expect(main(nothing)).toContain('Укажите дату');
      const id = await people.begun(2025);
      const begun = await people.authority.get(at(id));
      expect(main(begun)).toContain('Не внесено – 7');
      expect(begun.$('th[scope=row] a')).toHaveLength(9);
      expect(begun.$(`th[scope=row] a[href="${at(id, '/values/budget')}"]`).text()).toMatch(/: Внести$/);
      await opened(people.authority, `/desk/assessments/${id}`);
      await opened(people.authority, `/desk/assessments/${id}/values/budget`);
      await people.filledIn(id);
      expect(main(await people.authority.get('/ru/desk'))).toContain('Нужно назначить оценщиков');

      expect(main(await people.officer.get('/ru/desk'))).toContain('Внесено значений: 7. Их можно оспорить.');
      await opened(people.officer, `/desk/assessments/${id}`);
      await opened(people.officer, `/desk/assessments/${id}/disputes/trust`);
      const read = await people.officer.get(at(id));
      expect(read.$(`th[scope=row] a[href="${at(id, '/disputes/trust')}"]`)).toHaveLength(1);
      expect(read.$('th[scope=row] a[href*="/values/"]')).toHaveLength(0);
      const disputed = await people.officer.submit(await people.officer.get(at(id, '/disputes/trust')), REMARK);
      expect(main(disputed)).toContain('оспорено органом');

      const review = await people.named(id);
      expect(main(review)).toContain('Оценщиков – 3, из них представителей гражданского общества – 2');
      expect(main(review)).toContain('При доле не ниже 2/3 нужно не менее 2');
      const desk = await people.assessor(0).get('/ru/desk');
      expect(main(desk)).toContain('Ждут вашего балла: 2 показателя');
      await opened(people.assessor(0), `/desk/assessments/${id}/judgements/services`);
      await people.judged(id);
      const done = main(await people.assessor(0).get(at(id)));
      expect(done).toContain('Вы поставили все баллы');
      // Nobody follows another: scores are hidden until the body is asked to reply.
      expect(done).not.toContain('60,5');
      expect(main(await people.authority.get(at(id)))).toContain('баллы поставили 3 из 3');

      const awaiting = await people.moved(id, 'reply-request');
      expect(main(awaiting)).toContain('60,5');
      expect(main(await people.officer.get(at(id, '/reply')))).toContain(`80,5 – Негіздеме ${MARKUP}`);
      expect(main(awaiting)).toContain('ещё не ответил');
      expect(main(await people.officer.get('/ru/desk'))).toMatch(/Ответить на результаты\.\s*Срок: \d+ марта 2026/);
      await opened(people.officer, `/desk/assessments/${id}/reply`);
      const remark = { 'remarks[7].text.kk': 'Сенім өсті', 'remarks[7].text.ru': 'Доверие выросло' };
      const reply = { 'text.kk': 'Келісеміз', 'text.ru': 'Согласны', ...remark };
      expect(main(await people.officer.submit(await people.officer.get(at(id, '/reply')), reply))).toContain(
        'Доверие выросло',
      );
      expect(main(await people.authority.get('/ru/desk'))).toContain('Орган ответил. Нужно утвердить оценку.');
      const ready = await people.moved(id, 'adoption');
      expect(main(ready)).toContain('Оценка утверждена');

      await opened(people.authority, `/desk/assessments/${id}/preview`);
      const preview = await people.authority.get(at(id, '/preview'));
      const unsure = await people.authority.submit(preview, {}, button('/publication'));
      expect(unsure.status).toBe(422);
      expect(main(unsure)).toContain('Выберите, когда опубликовать');
      const published = await people.authority.submit(preview, { when: 'now' }, button('/publication'));
      expect(where(published)).toBe(at(id));
      expect(main(published)).toContain('опубликована');
      await test.anyone.get(`/assessments/${id}`).expect(200);
      expect((await new Reader(test).get(`/ru/assessments/${id}`)).status).toBe(200);
    },
    MAKING_MS,
  );

  it(
    'name by A3 why a mix of assessors is refused, and what was chosen stays',
    async () => {
      const id = await people.begun(2023);
      const early = await people.named(id);
      expect(early.status).toBe(409);
      expect(main(early)).toContain('нет ни значения, ни отметки');
      await people.filledIn(id);
      const none = await people.named(id, []);
      expect(none.status).toBe(422);
      expect(none.$('#assessors-error').text()).toContain('Выберите оценщиков');
      const states = people.council.memberIds.slice(-2);
      const civil = people.council.memberIds[0] ?? '';
      const unlawful = await people.named(id, [civil, ...states]);
      expect(unlawful.status).toBe(409);
      expect(main(unlawful)).toContain('1 из 3, нужно не менее 2');
      expect(main(unlawful)).toContain('Применено правило A3');
      expect(unlawful.$('input[name=assessors][checked]')).toHaveLength(3);
      const review = await people.named(id);
      expect(review.status).toBe(200);
      // An assessor who did not judge stands in the way of the next move.
      const soon = await people.moved(id, 'reply-request');
      expect(soon.status).toBe(409);
      expect(main(soon)).toContain('Оценщики не поставили');
      // A member who is no assessor learns nothing.
      const { email } = await memberPerson(test, people.council.councilId, people.council.memberIds[4] ?? '');
      const other = new Reader(test);
      await other.signIn(email);
      expect((await other.get(at(id))).status).toBe(404);
      expect((await other.get(at(id, '/judgements/services'))).status).toBe(404);
      expect((await people.authority.get(at(id, '/judgements/services'))).status).toBe(403);
      expect((await people.officer.get(at(id, '/judgements/services'))).status).toBe(403);
    },
    MAKING_MS,
  );

  it(
    'refuse the adoption while the body may still reply, by A1, and a reply after it',
    async () => {
      const id = await people.begun(2021);
      await people.filledIn(id);
      await people.named(id);
      await people.judged(id);
      const asked = await people.moved(id, 'reply-request');
      const early = await people.authority.submit(asked, {}, button('/adoption'));
      expect(early.status).toBe(409);
      expect(main(early)).toContain('Применено правило A1');
      expect(where(await people.authority.get(at(id, '/preview')))).toBe(at(id));
      // While a reply is awaited only what is disputed can be corrected.
      expect(main(await people.authority.get(at(id, '/values/budget')))).toContain(
        'Сейчас это значение изменить нельзя',
      );
      await people.officer.submit(await people.officer.get(at(id, '/disputes/budget')), REMARK);
      const closed = await people.authority.get(at(id, '/values/poverty'));
      expect(closed.$('main form')).toHaveLength(0);
      expect(where(await people.entered(id, 'budget', value('71,4')))).toBe(at(id));

      const form = await people.officer.get(at(id, '/reply'));
      const half = await people.officer.submit(form, { 'text.ru': 'Только по-русски' });
      expect(half.status).toBe(422);
      expect(half.$('#text-kk-error')).toHaveLength(1);
      expect(half.$('textarea[name="text.ru"]').text()).toBe('Только по-русски');
      const whole = { 'text.kk': `Бірінші ${MARKUP}`, 'text.ru': 'Первый' };
      expect(where(await people.officer.submit(form, whole))).toBe(at(id));
      const stale = await people.officer.submit(form, { ...whole, 'text.ru': 'Второй' });
      expect(stale.status).toBe(412);
      expect(stale.$('table').first().text()).toContain('Первый');
      expect(stale.$('table').first().text()).toContain('Второй');
      expect(stale.html).not.toContain('<img src=x');
      // The authority that looked before the reply came is told so.
      expect((await people.authority.submit(asked, {}, button('/adoption'))).status).toBe(412);
      const done = await people.moved(id, 'adoption');
      expect(main(done)).toContain('Оценка утверждена');
      expect(main(await people.officer.get(at(id, '/reply')))).toContain('Сейчас ответить нельзя');
      const late = await people.officer.submit(stale, whole);
      expect(late.status).toBe(412);
    },
    MAKING_MS,
  );

  it(
    'take silence for an answer when the term of A1 is over',
    async () => {
      const id = await people.begun(2020);
      await people.filledIn(id);
      await people.named(id);
      await people.judged(id);
      await people.moved(id, 'reply-request');
      test.clock.set('2026-03-31T09:00:00+05:00');
      await people.signIn();
      expect(main(await people.authority.get('/ru/desk'))).toContain('Срок ответа истёк, ответа нет');
      expect(main(await people.moved(id, 'adoption'))).toContain('Оценка утверждена');
      test.clock.set(BEGIN);
      await people.signIn();
    },
    MAKING_MS,
  );

  it('list what there is, and take a double click for one assessment', async () => {
    await opened(people.authority, '/desk/assessments');
    await opened(people.authority, '/desk');
    const count = async (): Promise<number> =>
      (await test.database.query<{ n: number }>('select count(*)::int as n from assessments'))[0]?.n ?? 0;
    const before = await count();
    const { bodyId, councilId } = people.council;
    const { methodologyId } = people;
    const wanted = { methodologyId, bodyId, councilId, from: '2016-01-01', to: '2016-12-31' };
    const sent = formOf(await people.authority.get('/ru/desk/assessments/new'), wanted, 'main form button');
    const [one, two] = await Promise.all([0, 1].map(() => people.authority.post(sent.action, sent.fields)));
    expect(where(one)).toBe(where(two));
    expect(await count()).toBe(before + 1);
    const wrong = { ...wanted, from: '2016-12-31', to: '2016-01-01' };
    const refused = await people.authority.submit(await people.authority.get('/ru/desk/assessments/new'), wrong);
    expect(refused.status).toBe(422);
    expect(refused.$('#to-error').text()).toContain('раньше его начала');
    for (const reader of [people.officer, people.foreign]) {
      expect((await reader.get('/ru/desk/assessments/new')).status).toBe(403);
      expect((await reader.get('/ru/desk/assessments')).status).toBe(403);
    }
    const moves = await people.authority.get(at(where(one).split('/').at(-1) ?? ''));
    const stale = await people.authority.submit(moves, {}, button('/collection'));
    expect(main(stale)).toContain('собираются данные');
    expect((await people.authority.submit(moves, {}, button('/collection'))).status).toBe(412);
    expect((await people.authority.get(at(where(one).split('/').at(-1) ?? '', '/collection'))).status).toBe(200);
  });

  it(
    'ask the database as often for many assessments as for one',
    async () => {
      const sent = new SentStatements(test);
      const counted = async (): Promise<number[]> => {
        const counts = [];
        for (const path of ['/ru/desk', '/ru/desk/assessments', '/ru/desk/assessments/new']) {
          counts.push((await sent.during(() => people.authority.get(path))).sent);
        }
        return counts;
      };
      await counted();
      const few = await counted();
      for (const year of [2010, 2011, 2012]) {
        const period = { from: `${year}-01-01`, to: `${year}-12-31` };
        await enterValues(
          await collectingAssessment(test, { council: people.council, methodologyId: people.methodologyId, ...period }),
        );
      }
      expect(await counted()).toEqual(few);
    },
    MAKING_MS,
  );
});
