import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GroupsAtWork, LIGHT, QUIET } from '../factories/comment-groups.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const main = (seen: Seen): string => seen.$('main').text().replaceAll(/\s+/g, ' ');
const numbersIn = (seen: Seen): string[] =>
  seen
    .$('main .govuk-checkboxes__label')
    .toArray()
    .map((label) => /№ (\d+)/.exec(seen.$(label).text())?.[1] ?? '');

describe('the work list of officers on pages', () => {
  let test: TestApplication;
  let work: GroupsAtWork;
  let officer: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    work = await GroupsAtWork.begin(test);
    officer = new Reader(test);
    await officer.signIn(work.open.officer.email);
  });
  afterAll(() => test.close());

  it('gives comments to an officer, shows him his own, and leads from one of them to the next', async () => {
    const of = work.open;
    const texts = [QUIET, LIGHT, `${QUIET} біз`, `${LIGHT} <b>Срочно</b>`];
    const [first, second, third, fourth] = await work.written(of, texts);
    const path = `/ru/desk/consultations/${of.consultationId}/work-list`;
    const desk = await officer.get(`/ru/desk/consultations/${of.consultationId}`);
    expect(desk.$(`main a[href="${path}"]`)).toHaveLength(1);
    const all = await officer.get(path);
    expect(numbersIn(all)).toEqual(['1', '2', '3', '4']);
    expect(all.$('main b')).toHaveLength(0);
    expect(main(all)).toContain('2 замечания с тем же текстом');
    const button = `main form[action="${path}?state=accepted"] button`;
    const silent = await officer.submit(all, { to: 'me' }, button);
    expect(silent.status).toBe(422);
    expect(main(silent)).toContain('Отметьте хотя бы одно замечание.');
    const nobody = await officer.submit(all, { comments: [first?.id ?? ''] }, button);
    expect(main(nobody)).toContain('Выберите исполнителя.');
    const chosen = { comments: [second?.id ?? '', fourth?.id ?? ''], to: 'me' };
    const assigned = await officer.submit(all, chosen, button);
    expect(assigned.url).toBe(`${path}?state=accepted`);
    expect(main(assigned)).toContain('без исполнителя: 2');
    const mine = await officer.get(`${path}?assigned=me`);
    expect(numbersIn(mine)).toEqual(['2', '4']);
    const answer = { outcome: 'partly', 'reasons.kk': 'Ескерілді', 'reasons.ru': 'Учтено' };
    const form = await officer.get(String(mine.$('main .govuk-checkboxes__hint a').first().attr('href')));
    const next = await officer.submit(
      form,
      answer,
      `main form[action$="/desk/comments/${second?.id ?? ''}?assigned=me"] button`,
    );
    expect(next.url).toBe(`/ru/desk/comments/${fourth?.id ?? ''}?assigned=me`);
    expect(numbersIn(await officer.get(`${path}?assigned=none`))).toEqual(['1', '3']);
    const taken = await officer.get(path);
    const freed = await officer.submit(taken, { comments: [fourth?.id ?? ''], to: 'none' }, button);
    expect(numbersIn(freed)).toEqual(['1', '3', '4']);
    expect(main(freed)).not.toContain('исполнитель:');
    expect(third?.number).toBe(3);
    for (const [language, words] of [
      ['kk', 'Жұмыс тізімі'],
      ['en', 'Work list'],
    ] as const) {
      expect(main(await officer.get(path.replace('/ru/', `/${language}/`)))).toContain(words);
    }
  });

  it('changes the answers of a group from its page', async () => {
    const of = await work.fresh();
    await work.written(of, [QUIET, `${QUIET} біз`]);
    const [group] = (await work.groupsOf(of)).items;
    const reasons = { kk: 'Ескерілмейді', ru: 'Не учитывается' };
    await of.officer
      .put(`${work.path(of, group?.id)}/answer`)
      .send({ outcome: 'declined', reasons })
      .expect(200);
    const page = `/ru/desk/consultations/${of.consultationId}/groups/${group?.id ?? ''}`;
    const seen = await officer.get(page);
    const form = await officer.get(String(seen.$('main a[href$="/revision"]').attr('href')));
    const button = `main form[action="${page}/revision"] button`;
    const texts = { outcome: 'accepted', 'reasons.kk': 'Ескеріледі', 'reasons.ru': 'Учитывается' };
    expect((await officer.submit(form, texts, button)).status).toBe(422);
    const done = await officer.submit(form, { ...texts, 'why.kk': 'Қате', 'why.ru': 'Ошибка' }, button);
    expect(done.url).toBe(page);
    const anyone = await new Reader(test).get(`/ru/consultations/${of.consultationId}/groups/${group?.id ?? ''}`);
    expect(main(anyone)).toContain('Прежний ответ');
    expect(main(anyone)).toContain('Не учитывается');
  });
});
