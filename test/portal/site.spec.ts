import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPowers, readRules } from '../../src/rulebook/index.js';
import { publishedConsultation } from '../factories/consultations.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { closedMeeting } from '../factories/meetings.js';
import { person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const LANGUAGES = ['kk', 'ru', 'en'] as const;
/** A council at work is made by many requests. */
const MAKING_MS = 400_000;
const BASIS = { kk: 'Кеңес туралы <i>ереже</i>', ru: 'Положение о совете <i>', en: 'Regulation <i>' };

interface Entry {
  readonly seq: number;
  readonly what: string;
  readonly leafHash: string;
  readonly rules: readonly { readonly id: string }[];
  readonly subject: { readonly kind: string; readonly id: string };
}

describe('the rulebook, the journal and what the site says of itself', () => {
  let test: TestApplication;
  let reader: Reader;
  let council: CouncilAtWork;
  beforeAll(async () => {
    test = await startTestApplication();
    reader = new Reader(test);
    council = await activeCouncil(test);
    await closedMeeting(test, council);
    await publishedConsultation(test);
    const admin = await person(test, { role: 'admin' });
    const wanted = { value: { amount: 7, unit: 'wd' }, basis: BASIS, since: test.clock.today() };
    await admin.put('/rules/M5.notice').send(wanted).expect(200);
  }, MAKING_MS);
  afterAll(() => test.close());

  const seen = async (path: string): Promise<Seen> => {
    const page = await reader.get(path);
    expect([path, page.status]).toEqual([path, 200]);
    return page;
  };
  const entries = async (query: string): Promise<Entry[]> =>
    ((await test.anyone.get(`/journal?limit=100${query}`).expect(200)).body as { items: Entry[] }).items;

  it('open in three languages, each whole', async () => {
    for (const path of ['/rules', '/timeline', '/open-data', '/accessibility', '/privacy']) {
      const titles = new Set<string>();
      for (const language of LANGUAGES) {
        const { $, headers } = await seen(`/${language}${path}`);
        expect([path, $('html').attr('lang'), $('h1').length]).toEqual([path, language, 1]);
        expect(headers['cache-control']).toContain('public');
        expect($('[style], form[method=post]')).toHaveLength(0);
        expect(
          $('footer a')
            .get()
            .map((link) => $(link).attr('href')),
        ).toContain(`/${language}/timeline`);
        titles.add($('title').text());
      }
      expect(titles.size).toBe(3);
    }
  });

  describe('the rulebook', () => {
    it('has every rule once, with its value and its article', async () => {
      const page = await seen('/ru/rules');
      expect(
        page
          .$('main li[id]')
          .get()
          .map((item) => page.$(item).attr('id'))
          .sort(),
      ).toEqual(
        readRules()
          .map(({ id }) => id)
          .sort(),
      );
      const share = page.$('[id="C2.civil"]').text();
      expect(share).toContain('2/3');
      expect(share).toContain('статья 8');
      expect(page.$('#R1').text()).toContain('10 рабочих дней');
      expect(page.$('[id="C3.local"]').text()).toContain('от 15 до 30');
      expect((await seen('/en/rules')).$('#R2').text()).toContain('1 month');
    });

    it('says which values are not verified, until the administrator gives them a basis', async () => {
      const page = await seen('/ru/rules');
      const unverified = readRules().filter(({ trust, id }) => trust === 'setting' && id !== 'M5.notice');
      const marked = page.$('main li[id]').filter((_, item) => page.$(item).text().includes('не проверено'));
      expect(
        marked
          .get()
          .map((item) => page.$(item).attr('id'))
          .sort(),
      ).toEqual(unverified.map(({ id }) => id).sort());
      const set = page.$('[id="M5.notice"]').text();
      expect(set).toContain('7 рабочих дней');
      expect(set).toContain(BASIS.ru);
      expect(set).toContain('настройка, заданная администратором');
      expect(page.$('[id="M5.notice"] i')).toHaveLength(0);
    });

    it('lists the powers with the rule of the reply', async () => {
      const page = await seen('/kk/rules');
      expect(page.$('main table tbody tr')).toHaveLength(readPowers().length);
      expect(page.$('main table a[href="#R4"]').length).toBeGreaterThan(0);
    });
  });

  describe('the journal', () => {
    it('tells every public act in words, latest first, in three languages', async () => {
      const known = await entries('');
      const all: Entry[] = [...known];
      for (let page = known; page.length === 100;) {
        page = await entries(`&after=${Buffer.from(JSON.stringify([page.at(-1)?.seq])).toString('base64url')}`);
        all.push(...page);
      }
      const kinds = new Set(all.map(({ what }) => what));
      expect(kinds).toContain('consultation.published');
      expect(kinds).toContain('agenda-item.voted-on');
      for (const language of LANGUAGES) {
        const seqs: number[] = [];
        for (let path: string | undefined = `/${language}/timeline?limit=100`; path;) {
          const page: Seen = await seen(path);
          const { $ } = page;
          expect($('main').text()).not.toMatch(/Өзге әрекет|Иное действие|Another act/);
          seqs.push(
            ...$('.kenes-timeline details summary')
              .get()
              .map((item) => Number(/\d+/.exec($(item).text())?.[0])),
          );
          path = $('.govuk-pagination__next a').attr('href');
        }
        expect(seqs).toEqual(all.map(({ seq }) => seq).reverse());
      }
    });

    it('shows acts about one kind or one thing', async () => {
      const page = await seen('/ru/timeline?subject=consultation');
      const texts = page
        .$('.kenes-timeline__event p.govuk-body')
        .get()
        .map((item) => page.$(item).text());
      expect(texts).toEqual(['Проект размещён для публичного обсуждения']);
      expect(page.$('option[selected]').attr('value')).toBe('consultation');
      const of = await seen(`/ru/timeline?subject=council:${council.councilId}`);
      expect(of.$('.kenes-timeline__event')).toHaveLength(
        (await entries(`&subject=council:${council.councilId}`)).length,
      );
      expect(of.$(`main a[href="/ru/councils/${council.councilId}"]`).length).toBeGreaterThan(0);
      expect(of.$('option[selected]').text()).toBe('Только об этой записи');
      const none = await seen('/ru/timeline?subject=methodology');
      expect(none.$('main').text()).toContain('Таких записей нет');
    });

    it('gives the number, the hash and the rules of an act', async () => {
      const [first] = await entries(`&subject=rule`);
      const page = await seen('/en/timeline?subject=rule');
      expect(page.$('.kenes-timeline__event').text()).toContain(`Entry no. ${first?.seq}`);
      expect(page.$('.kenes-timeline__event code').text()).toBe(first?.leafHash);
      expect(page.$('.kenes-timeline__event a').first().attr('href')).toBe('/en/rules#M5.notice');
      const [activated] = (await entries(`&subject=council:${council.councilId}`)).filter(
        ({ what }) => what === 'council.activated',
      );
      const of = await seen(`/en/timeline?subject=council:${council.councilId}`);
      expect(activated?.rules.length).toBeGreaterThan(0);
      for (const { id } of activated?.rules ?? []) {
        expect(of.$(`main a[href="/en/rules#${id}"]`).length).toBeGreaterThan(0);
      }
    });

    it('refuses what is no subject and no cursor', async () => {
      for (const query of ['subject=DROP%20TABLE', 'after=x', 'limit=0', 'limit=101']) {
        expect([query, (await reader.get(`/ru/timeline?${query}`)).status >= 400]).toEqual([query, true]);
      }
    });
  });

  it('the page of open data leads to the lists it names', async () => {
    const page = await seen('/ru/open-data');
    const lists = page
      .$('main dd a')
      .get()
      .map((link) => page.$(link).attr('href') ?? '');
    expect(lists).toHaveLength(11);
    for (const list of lists) await test.anyone.get(list.replace('/api/v1', '')).expect(200);
    expect(page.$('main').text()).toContain('SHA-256');
    expect(page.$('main a[href="/api/docs"]')).toHaveLength(1);
  });
});
