import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GroupsAtWork, LIGHT, QUIET } from '../factories/comment-groups.js';
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
});
