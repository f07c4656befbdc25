import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { formOf, Reader } from '../support/reader.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';
import { at, AssessingPeople, button, main, MAKING_MS, value, where } from './assessing-people.js';
import { MARKUP } from './world.js';

const ABSENT = '0192f0c0-0000-7000-8000-000000000000';

describe('what will be public of an assessment', () => {
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

  describe('the preview', () => {
    let id: string;
    beforeAll(async () => {
      id = await people.adopted(2019);
    }, MAKING_MS);

    /** The page without where its chart and workings are. */
    const shown = (html: string | null): string =>
      (html ?? '').replaceAll(`/desk/assessments/${id}/preview`, `/assessments/${id}`);

    it('is what everybody sees after the publication, to the letter, and nobody sees before', async () => {
      const stranger = new Reader(test);
      expect((await stranger.get(`/ru/assessments/${id}`)).status).toBe(404);
      expect((await people.foreign.get(at(id, '/preview'))).status).toBe(403);
      const before = new Map<string, string>();
      for (const language of ['kk', 'ru', 'en']) {
        const preview = await people.authority.get(`/${language}/desk/assessments/${id}/preview`);
        expect(preview.headers['cache-control']).toBe('no-store');
        expect(preview.html).not.toContain('<img src=x');
        before.set(language, shown(preview.$('#public').html()));
      }
      const workings = await people.authority.get(at(id, '/preview/workings'));
      const chart = await drawn(at(id, '/preview/chart'));
      expect(chart).toMatch(/^<svg role="img" lang="ru"/);

      const preview = await people.authority.get(at(id, '/preview'));
      expect(main(preview)).toContain('Это предварительный просмотр');
      await people.authority.submit(preview, { when: 'now' }, button('/publication'));
      for (const language of ['kk', 'ru', 'en']) {
        const page = await stranger.get(`/${language}/assessments/${id}`);
        expect(page.status).toBe(200);
        expect(page.$('main').html()).toBe(before.get(language));
      }
      const open = await stranger.get(`/ru/assessments/${id}/workings`);
      expect(open.$('main').html()).toBe(shown(workings.$('main').html()));
      expect(await drawn(`/ru/assessments/${id}/chart`)).toBe(chart);
      const again = await people.authority.submit(preview, { when: 'now' }, button('/publication'));
      expect(where(again)).toBe(at(id));
    });

    const drawn = async (path: string): Promise<string> => {
      const cookie = [...people.authority.cookies].map(([name, text]) => `${name}=${text}`).join('; ');
      const answer = await request(test.app.getHttpServer()).get(path).set({ cookie }).buffer(true).expect(200);
      return String(answer.body);
    };

    it('leads to the measures: a gap is answered by a promise, which everybody sees', async () => {
      const work = await people.authority.get(at(id));
      expect(main(work)).toContain('меры нет');
      expect(main(await people.authority.get('/ru/desk'))).toMatch(/Показатели без меры.*показател/);
      await opened(people.authority, `/desk/assessments/${id}/measures/budget`);
      const form = await people.authority.get(at(id, '/measures/budget'));
      const past = { 'measure.kk': `Шара ${MARKUP}`, 'measure.ru': 'Мера', dueOn: '2026-01-01' };
      const refused = await people.authority.submit(form, past);
      expect(refused.status).toBe(422);
      expect(refused.$('#dueOn-error').text()).toContain('уже прошла');
      expect(refused.html).not.toContain('<img src=x');
      const step = { 'milestones[0].name.kk': 'Кезең', 'milestones[0].name.ru': 'Этап' };
      const steps = { ...step, 'milestones[0].dueOn': '2026-04-01' };
      const sent = formOf(form, { ...past, dueOn: '2026-06-01', ...steps }, 'main form button');
      const first = await people.authority.post(sent.action, sent.fields);
      expect(main(first)).toContain('обещана');
      // A double click makes one record.
      await people.authority.post(sent.action, sent.fields);
      const { body } = await test.anyone.get(`/follow-ups?assessment=${id}`).expect(200);
      expect((body as { items: object[] }).items).toMatchObject([{ indicator: 'budget', dueOn: '2026-06-01' }]);
      expect((await people.authority.get(at(id, '/measures/budget'))).url).toContain(at(id));
      expect((await people.officer.get(at(id, '/measures/trust'))).status).toBe(403);
      expect((await people.authority.get(at(ABSENT, '/measures/budget'))).status).toBe(404);
    });

    it(
      'of a publication to come stays readable to the authority alone until its instant',
      async () => {
        const coming = await people.adopted(2018);
        const preview = await people.authority.get(at(coming, '/preview'));
        const undated = await people.authority.submit(preview, { when: 'later' }, button('/publication'));
        expect(undated.status).toBe(422);
        expect(undated.$('#at-error').text()).toContain('Укажите день и время');
        const passed = await people.authority.submit(
          preview,
          { when: 'later', at: '2026-01-01T10:00' },
          button('/publication'),
        );
        expect(passed.status).toBe(422);
        expect(passed.$('input[name=at]').val()).toBe('2026-01-01T10:00');
        const work = await people.authority.submit(
          preview,
          { when: 'later', at: '2026-03-10T10:00' },
          button('/publication'),
        );
        expect(main(work)).toContain('10 марта 2026');
        expect(main(work)).not.toContain('Исправить опубликованную оценку');
        const waiting = await people.authority.get(at(coming, '/preview'));
        expect(main(waiting)).toContain('станет видна всем 10 марта 2026');
        expect(waiting.$(button('/publication'))).toHaveLength(0);
        expect((await new Reader(test).get(`/ru/assessments/${coming}`)).status).toBe(404);
        const before = waiting.$('#public').html();
        test.clock.set('2026-03-10T10:00:00+05:00');
        const open = await new Reader(test).get(`/ru/assessments/${coming}`);
        const address = `/desk/assessments/${coming}/preview`;
        expect(open.$('main').html()).toBe(before?.replaceAll(address, `/assessments/${coming}`));
        test.clock.set(BEGIN);
      },
      MAKING_MS,
    );
  });

  it(
    'open a correction with its reason; the published version stays until the next is published',
    async () => {
      const id = await people.adopted(2017);
      const preview = await people.authority.get(at(id, '/preview'));
      const work = await people.authority.submit(preview, { when: 'now' }, button('/publication'));
      const bare = await people.authority.submit(work, { 'reason.ru': 'Ошибка' }, button('/corrections'));
      expect(bare.status).toBe(422);
      expect(bare.$('#reason-kk-error')).toHaveLength(1);
      const reason = { 'reason.kk': `Қате ${MARKUP}`, 'reason.ru': 'Ошибка в данных' };
      const { action, fields } = formOf(work, reason, button('/corrections'));
      const begins = await people.authority.post(action, fields);
      expect(main(begins)).toContain('собираются данные');
      expect(main(begins)).toContain('опубликованная версия 1');
      expect(where(await people.authority.post(action, fields))).toBe(at(id));
      expect((await new Reader(test).get(`/ru/assessments/${id}`)).status).toBe(200);

      expect(where(await people.entered(id, 'budget', value('96')))).toBe(at(id));
      await people.named(id);
      await people.judged(id);
      await people.moved(id, 'reply-request');
      await people.replied(id);
      await people.moved(id, 'adoption');
      const next = await people.authority.get(at(id, '/preview'));
      expect(main(next)).toContain('Эта оценка исправляет версию 1');
      expect(next.$('#versions').parent().find('li')).toHaveLength(2);
      const before = next.$('#public').html()?.replaceAll(`/desk/assessments/${id}/preview`, `/assessments/${id}`);
      await people.authority.submit(next, { when: 'now' }, button('/publication'));
      expect((await new Reader(test).get(`/ru/assessments/${id}`)).$('main').html()).toBe(before);
    },
    MAKING_MS,
  );
});
