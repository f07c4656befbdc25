import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GroupsAtWork, LIGHT, QUIET } from '../factories/comment-groups.js';
import { provisionsOf, publishedConsultation } from '../factories/consultations.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const MARKUP = '<script>alert(1)</script>';
const main = (seen: Seen): string => seen.$('main').text().replaceAll(/\s+/g, ' ');

describe('a changed answer on pages', () => {
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

  const button = (id: string): string => `main form[action$="/desk/comments/${id}/revision"] button`;

  it('is written by the officer and read by everybody with the earlier one and the reason', async () => {
    const of = work.open;
    const [comment, other] = await work.written(of, [QUIET, LIGHT]);
    const id = comment?.id ?? '';
    expect(main(await officer.get(`/ru/desk/comments/${id}/revision`))).toContain('Ответа на него ещё нет.');
    const reasons = { kk: `Ескерілмейді ${MARKUP}`, ru: `Не учитывается ${MARKUP}` };
    await of.officer.put(`/comments/${id}/answer`).send({ outcome: 'declined', reasons }).expect(200);
    const desk = await officer.get(`/ru/desk/comments/${id}`);
    const form = await officer.get(String(desk.$(`main a[href$="/revision"]`).attr('href')));
    expect(form.$('#reasons-ru').text()).toContain('Не учитывается');
    const texts = { outcome: 'accepted', 'reasons.kk': 'Ескеріледі', 'reasons.ru': 'Учитывается' };
    const silent = await officer.submit(form, texts, button(id));
    expect(silent.status).toBe(422);
    expect(silent.$('.govuk-error-summary a').attr('href')).toBe('#why-kk');
    expect(silent.$('#reasons-ru').text().trim()).toBe('Учитывается');
    const why = { 'why.kk': `Қате болған ${MARKUP}`, 'why.ru': `Была ошибка ${MARKUP}` };
    const done = await officer.submit(form, { ...texts, ...why }, button(id));
    expect(done.url).toBe(`/ru/desk/comments/${id}`);
    const again = await officer.submit(form, { ...texts, ...why, outcome: 'partly' }, button(id));
    expect(again.status).toBe(412);

    const anyone = new Reader(test);
    const paths = [`/receipts/${comment?.receipt.number ?? ''}`, `/consultations/${of.consultationId}/comments`];
    const [group] = (await work.groupsOf(of)).items.filter(({ sample }) => sample?.commentId === id);
    for (const path of [...paths, `/consultations/${of.consultationId}/groups/${group?.id ?? ''}`]) {
      const seen = await anyone.get(`/ru${path}`);
      for (const words of ['изменён', 'Прежний ответ', `Не учитывается ${MARKUP}`, `Была ошибка ${MARKUP}`]) {
        expect(main(seen)).toContain(words);
      }
      expect(seen.$('main .kenes-beside__notes details')).toHaveLength(1);
      expect(seen.$('main script')).toHaveLength(0);
      expect(main(await anyone.get(`/kk${path}`))).toContain('Бұрынғы жауап');
      expect(main(await anyone.get(`/en${path}`))).toContain('Earlier answer');
    }
    expect(main(await anyone.get(`/ru/consultations/${of.consultationId}`))).toContain('изменён');
    await of.officer
      .put(`/comments/${other?.id ?? ''}/answer`)
      .send({ outcome: 'partly', reasons })
      .expect(200);
    const fresh = await officer.get(`/ru/desk/comments/${other?.id ?? ''}/revision`);
    expect(fresh.$('main .kenes-beside__notes')).toHaveLength(1);
    expect(fresh.$('main details')).toHaveLength(0);
  });

  it('leads to what was changed, wherever it is read; the officer chooses the provision from the draft', async () => {
    const of = await publishedConsultation(test, { provisions: 90, body: work.open });
    const [comment, ...copies] = await work.written(of, [QUIET, QUIET]);
    const [id, receipt] = [comment?.id ?? '', comment?.receipt.number ?? ''];
    const kept = provisionsOf(90).map((one, at) => Object.assign(one, { id: of.provisionIds[at] }));
    const changed = (at: number) => ({ text: { kk: `${MARKUP} ${at}`, ru: `${MARKUP} ${at}` } });
    const provisions = kept.map((one, at) => Object.assign(one, at < 20 ? {} : changed(at)));
    await of.officer
      .post(`/consultations/${of.consultationId}/versions`)
      .send({ provisions: provisions.slice(0, 80) })
      .expect(201);
    const [first = '', last = '', gone = ''] = [0, 75, 85].map((at) => of.provisionIds[at] ?? '');
    const desk = await officer.get(`/ru/desk/comments/${id}`);
    expect(desk.$('#provisionId option')).toHaveLength(81);
    expect(desk.$(`#provisionId option[value="${last}"]`).text()).toBe('76. Пункт 76');
    const texts = { outcome: 'partly', 'reasons.kk': 'Ескеріледі', 'reasons.ru': 'Учитывается' };
    const form = `main form[action*="/desk/comments/${id}"] button`;
    const strange = await officer.submit(desk, { ...texts, provisionId: work.open.provisionIds[0] ?? '' }, form);
    expect([strange.status, strange.$('.govuk-error-summary a').attr('href')]).toEqual([422, '#provisionId']);
    await officer.submit(desk, { ...texts, provisionId: last }, form);
    const [group] = (await work.groupsOf(of)).items;
    const whole = `/ru/desk/consultations/${of.consultationId}/groups/${group?.id ?? ''}`;
    const rest = await officer.submit(await officer.get(whole), { ...texts, provisionId: first }, 'main form button');
    expect(rest.status).toBe(200);

    const anyone = new Reader(test);
    const list = `/consultations/${of.consultationId}/comments`;
    for (const [lang, compared, plain] of [
      ['kk', 'Не өзгерді: 76. 76-тармақ', 'Жобаның құрылымдық элементі: 1. 1-тармақ'],
      ['ru', 'Что изменено: 76. Пункт 76', 'Структурный элемент проекта: 1. Пункт 1'],
      ['en', 'What changed: 76.', 'Provision of the draft: 1.'],
    ] as const) {
      for (const path of [list, `/consultations/${of.consultationId}/groups/${group?.id ?? ''}`]) {
        const seen = main(await anyone.get(`/${lang}${path}`));
        expect([seen.includes(compared), seen.includes(plain)]).toEqual([true, true]);
      }
    }
    const shown = await anyone.get(`/ru/receipts/${receipt}`);
    const link = shown.$('main .kenes-beside__notes a').attr('href') ?? '';
    expect(link).toMatch(/comparison\?at=.*#c-/);
    const comparison = await anyone.get(link.replace(/#.*/, ''));
    expect(comparison.$(link.replace(/.*#/, '#'))).toHaveLength(1);
    const other = await anyone.get(`/ru/receipts/${copies[0]?.receipt.number ?? ''}`);
    const place = other.$('main .kenes-beside__notes a').attr('href') ?? '';
    const text = await anyone.get(place.replace(/#.*/, ''));
    expect(text.$(place.replace(/.*#/, '#'))).toHaveLength(1);

    const again = await officer.get(`/ru/desk/comments/${id}/revision`);
    expect(again.$('#provisionId option[selected]').attr('value')).toBe(last);
    const why = { 'why.kk': 'Қате', 'why.ru': 'Ошибка' };
    await officer.submit(again, { ...texts, ...why, provisionId: '' }, button(id));
    const earlier = await anyone.get(`/ru/receipts/${receipt}`);
    expect(earlier.$('main .kenes-beside__notes details a').attr('href')).toBe(link);
    expect(earlier.$('main .kenes-beside__notes a')).toHaveLength(1);
    const revision = { outcome: 'accepted', reasons: { kk: 'Иә', ru: 'Да' }, why: { kk: 'Қате', ru: 'Ошибка' } };
    await of.officer
      .put(`/comments/${id}/answer/revision`)
      .send({ ...revision, provisionId: gone })
      .expect(200);
    const taken = await officer.get(`/ru/desk/comments/${id}/revision`);
    expect(taken.$('#provisionId option[selected]').text()).toBe('86. Пункт 86');
    const removed = (await anyone.get(`/ru/receipts/${receipt}`)).$('main .kenes-beside__notes a').attr('href') ?? '';
    expect((await anyone.get(removed.replace(/#.*/, ''))).$(removed.replace(/.*#/, '#'))).toHaveLength(1);
    const groupForm = await officer.get(`${whole}/revision`);
    const done = await officer.submit(groupForm, { ...texts, ...why, provisionId: last }, 'main form button');
    expect(done.status).toBe(200);
    expect((await work.commentsOf(of)).map(({ answer }) => answer)).toMatchObject([
      { provisionId: last },
      { provisionId: last },
    ]);
  });
});
