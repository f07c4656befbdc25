import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GroupsAtWork, LIGHT, QUIET } from '../factories/comment-groups.js';
import type { PreparedConsultation } from '../factories/consultations.js';
import { person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const MARKUP = '<script>alert(1)</script>';
const main = (seen: Seen): string => seen.$('main').text().replaceAll(/\s+/g, ' ');
const REASON = { 'reason.kk': 'Басқа нәрсе', 'reason.ru': `О другом ${MARKUP}` };

describe('the pages of comments of the same text', () => {
  let test: TestApplication;
  let work: GroupsAtWork;
  let officer: Reader;
  let anyone: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    work = await GroupsAtWork.begin(test);
    officer = new Reader(test);
    await officer.signIn(work.open.officer.email);
    anyone = new Reader(test);
  });
  afterAll(() => test.close());

  const pathOf = ({ consultationId }: PreparedConsultation): string => `/ru/consultations/${consultationId}`;
  const deskOf = ({ consultationId }: PreparedConsultation): string => `/ru/desk/consultations/${consultationId}`;

  it('list groups with their counts, and say how they were found', async () => {
    const of = await work.fresh();
    await work.written(of, [QUIET, QUIET, `${QUIET} <i>`, LIGHT]);
    expect((await anyone.get(pathOf(of))).$(`a[href="${pathOf(of)}/groups"]`)).toHaveLength(1);
    expect((await anyone.get(`${pathOf(of)}/comments`)).$(`a[href="${pathOf(of)}/groups"]`)).toHaveLength(1);
    const seen = await anyone.get(`${pathOf(of)}/groups`);
    expect(seen.$('.kenes-list__item')).toHaveLength(1);
    for (const text of [
      '3 замечания, 2 разных текста',
      'без ответа: 3',
      'не менее 80',
      'по 5 знаков',
      'короче 6 слов',
    ]) {
      expect(main(seen)).toContain(text);
    }
    const group = await anyone.get(String(seen.$('.kenes-list__item a').attr('href')));
    expect(group.$('main article')).toHaveLength(3);
    expect(group.$('main i')).toHaveLength(0);
    expect(main(group)).toContain('<i>');
    for (const language of ['kk', 'en']) {
      expect((await anyone.get(seen.url.replace('/ru/', `/${language}/`))).status).toBe(200);
    }
  });

  it('show a withdrawn copy without its words, neither in the list nor in the group', async () => {
    const of = await work.fresh();
    const author = await person(test);
    const [mine] = await work.written(of, [`${QUIET} Абай 1`], author);
    await work.written(of, [QUIET, QUIET]);
    await author.put(`/comments/${mine?.id ?? ''}/withdrawal`).expect(200);
    const seen = await anyone.get(`${pathOf(of)}/groups`);
    expect(main(seen)).toContain('отозвано: 1');
    const group = await anyone.get(String(seen.$('.kenes-list__item a').attr('href')));
    expect(main(group)).toContain('Автор отозвал это замечание.');
    expect(seen.html + group.html).not.toContain('Абай 1');
  });

  it('lead the officer from the discussion to one answer for all, which each author reads at his receipt', async () => {
    const of = await work.fresh();
    await work.written(of, [QUIET, QUIET]);
    const [mine] = await work.written(of, [`${QUIET}!`]);
    const desk = await officer.get(deskOf(of));
    const list = await officer.get(String(desk.$('main a[href$="/groups"]').attr('href')));
    expect(main(list)).toContain('без ответа: 3');
    const group = await officer.get(String(list.$('.kenes-list__item a').attr('href')));
    expect(main(group)).toContain('Ответить сразу на 3 замечания');
    const empty = await officer.submit(group, { 'reasons.kk': 'Иә' });
    expect(empty.status).toBe(422);
    expect(main(empty)).toContain('Выберите решение.');
    const filled = { outcome: 'accepted', 'reasons.kk': 'Ескеріледі', 'reasons.ru': 'Будет учтено' };
    const after = await officer.submit(empty, filled);
    expect(after.url).toBe(`${deskOf(of)}/groups`);
    expect(main(after)).toContain('Групп без ответа нет.');
    expect(main(await anyone.get(`/ru/receipts/${mine?.receipt.number ?? ''}`))).toContain('Будет учтено');
    await work.written(of, [QUIET]);
    expect(main(await officer.get(`${deskOf(of)}/groups`))).toContain('без ответа: 1');
  });

  it('refuse an answer to a group that another text joined meanwhile, and keep what was written', async () => {
    const of = await work.fresh();
    await work.written(of, [QUIET, QUIET]);
    const [group] = (await work.groupsOf(of)).items;
    const stale = await officer.get(`${deskOf(of)}/groups/${group?.id ?? ''}`);
    await work.written(of, [`${QUIET} біз`]);
    const filled = { outcome: 'declined', 'reasons.kk': 'Жоқ', 'reasons.ru': 'Нет, потому что' };
    const refused = await officer.submit(stale, filled);
    expect(refused.status).toBe(412);
    expect(refused.$('main textarea[name="reasons.ru"]').val()).toBe('Нет, потому что');
    expect(await work.one(of, group?.id)).toMatchObject({ answered: 0 });
    expect((await officer.submit(refused, {})).url).toBe(`${deskOf(of)}/groups`);
    expect(await work.one(of, group?.id)).toMatchObject({ answered: 3 });
  });

  it('split comments off and merge groups, with the reason for everybody to read', async () => {
    const of = await work.fresh();
    const [, , strange] = await work.written(of, [QUIET, QUIET, `${QUIET} емес`, LIGHT, LIGHT]);
    const [quiet, light] = (await work.groupsOf(of)).items;
    const form = await officer.get(`${deskOf(of)}/groups/${quiet?.id ?? ''}/separation`);
    const nothing = await officer.submit(form, REASON);
    expect(nothing.status).toBe(422);
    expect(main(nothing)).toContain('Отметьте хотя бы одно замечание.');
    const apart = await officer.submit(form, { comments: [strange?.id ?? ''], ...REASON });
    expect(apart.url).toMatch(new RegExp(`^${deskOf(of)}/groups/[0-9a-f-]+$`));
    expect(main(apart)).toContain('1 замечание, 1 разный текст');
    const merger = await officer.get(`${deskOf(of)}/groups/${light?.id ?? ''}/merger`);
    const wrong = await officer.submit(merger, REASON);
    expect(wrong.status).toBe(422);
    expect(main(wrong)).toContain('Выберите группу.');
    const merged = await officer.submit(merger, { into: quiet?.id ?? '', ...REASON });
    expect(main(merged)).toContain('4 замечания, 2 разных текста');
    const group = await anyone.get(`${pathOf(of)}/groups/${quiet?.id ?? ''}`);
    for (const text of ['Выделено 1 замечание', 'Присоединены 2 замечания', `О другом ${MARKUP}`]) {
      expect(main(group)).toContain(text);
    }
    expect(group.$('main script')).toHaveLength(0);
    expect(main(await anyone.get(`${pathOf(of)}/groups/${light?.id ?? ''}`))).toContain(
      'Эта группа объединена с другой.',
    );
  });

  it('are no business of officers of other bodies', async () => {
    const of = await work.fresh();
    await work.written(of, [QUIET, QUIET]);
    const [group] = (await work.groupsOf(of)).items;
    const strange = new Reader(test);
    await strange.signIn((await work.strangeOfficer()).email);
    for (const part of ['', `/${group?.id ?? ''}`, `/${group?.id ?? ''}/separation`, `/${group?.id ?? ''}/merger`]) {
      expect((await strange.get(`${deskOf(of)}/groups${part}`)).status).toBe(403);
    }
    const other = await work.fresh();
    expect((await officer.get(`${deskOf(other)}/groups/${group?.id ?? ''}`)).status).toBe(404);
    expect((await anyone.get(`${pathOf(other)}/groups/${group?.id ?? ''}`)).status).toBe(404);
  });
});
