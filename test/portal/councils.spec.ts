import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { collectingAssessment, EVIDENCE, text } from '../factories/assessments.js';
import { activeCouncil, formingCouncil, type CouncilAtWork } from '../factories/councils.js';
import { announcedMeeting, closedMeeting, postAll, publishMinutes, type HeldMeeting } from '../factories/meetings.js';
import { SENTENCES } from '../../src/platform/i18n/index.js';
import { person, signIn, type Person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const ABSENT = '0192f0c0-0000-7000-8000-000000000000';
const MARKUP = '<script>alert(1)</script> & "x"';

/** A council met on 2 March; its recommendation was answered late, and a measure came of it. */
describe('the public pages of councils', () => {
  let test: TestApplication;
  let reader: Reader;
  let council: CouncilAtWork;
  let other: CouncilAtWork;
  let secretary: Person;
  let officer: Person;
  let held: HeldMeeting;
  let comingId: string;
  let overdueId: string;
  let followUpId: string;

  const at = async (instant: string): Promise<void> => {
    test.clock.set(instant);
    secretary = await signIn(test, council.secretary.email, council.secretary.accountId);
    officer = await signIn(test, officer.email, officer.accountId);
  };
  const words = ({ $ }: Seen, within = 'main'): string => $(within).text().replaceAll(/\s+/g, ' ');
  const links = ({ $ }: Seen): string[] =>
    $('main a')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
  const sentence = (language: 'kk' | 'ru' | 'en', key: string): string =>
    SENTENCES[language].get(`portal.${key}`) ?? '';

  beforeAll(async () => {
    test = await startTestApplication();
    reader = new Reader(test);
    council = await activeCouncil(test);
    other = await activeCouncil(test, { civil: 12, state: 5 });
    officer = await person(test, { role: 'officer', bodyId: council.bodyId });
    secretary = council.secretary;
    held = await closedMeeting(test, council);
    await publishMinutes(council, held.meetingId, test.clock.today());
    await secretary.put(`/recommendations/${held.recommendationId}/dispatch`).send({}).expect(200);
    overdueId = (await closedMeeting(test, other)).recommendationId;
    await other.secretary.put(`/recommendations/${overdueId}/dispatch`).send({}).expect(200);
    await at('2026-04-06T10:00:00+05:00');
    const reply = { decision: 'partly', reasons: text(`Кесте ${MARKUP}`, 'График'), signedBy: 'Әкім А. Б. Серіков' };
    await officer.put(`/recommendations/${held.recommendationId}/reply`).send(reply).expect(200);
    await promiseAndVerify();
    const host = { ...council, secretary };
    comingId = (await announcedMeeting(host, '2026-05-20T10:00:00+05:00')).meetingId;
  });
  afterAll(() => test.close());

  async function promiseAndVerify(): Promise<void> {
    const measure = {
      measure: text('Жолды жөндеу кестесі', 'График ремонта дорог'),
      bodyId: council.bodyId,
      dueOn: '2026-09-01',
      milestones: [{ name: text('Жоба', 'Проект'), dueOn: '2026-06-01' }],
    };
    const path = `/recommendations/${held.recommendationId}/follow-ups`;
    [followUpId = ''] = await postAll(secretary, path, [measure]);
    const done = { note: text('Жөнделді', 'Отремонтировано'), evidence: EVIDENCE };
    await officer.put(`/follow-ups/${followUpId}/completion`).send(done).expect(200);
    const found = { verdict: 'partly', grounds: text('Екі көше қалды', 'Остались две улицы') };
    await secretary.put(`/follow-ups/${followUpId}/verification`).send(found).expect(200);
  }

  it('open in three languages, each with one heading of the first order, its language and its way', async () => {
    const pages = [
      '/councils',
      `/councils/${council.councilId}`,
      `/councils/${council.councilId}/meetings`,
      `/meetings/${held.meetingId}`,
      `/meetings/${held.meetingId}/minutes`,
      `/meetings/${comingId}`,
      '/recommendations',
      `/recommendations/${held.recommendationId}`,
      '/follow-ups',
      `/bodies/${council.bodyId}`,
    ];
    for (const language of ['kk', 'ru', 'en'] as const) {
      for (const path of pages) {
        const seen = await reader.get(`/${language}${path}`);
        expect([path, seen.status, seen.$('html').attr('lang'), seen.$('h1').length]).toEqual([path, 200, language, 1]);
        expect(seen.headers['cache-control']).toMatch(/^public/);
        expect(seen.$('form[method=post], [style], main script')).toHaveLength(0);
        expect(seen.$('.govuk-breadcrumbs li').length).toBeGreaterThan(1);
        expect(seen.$('table:not(:has(caption))')).toHaveLength(0);
      }
    }
  });

  it('answer 404 for what does not exist, is not an id, or is not announced', async () => {
    const [plannedId = ''] = await postAll(secretary, `/councils/${council.councilId}/meetings`, [
      { kind: 'regular', format: 'online', startsAt: '2026-06-20T10:00:00+05:00' },
    ]);
    for (const path of [
      `councils/${ABSENT}`,
      'councils/x',
      `councils/${ABSENT}/meetings`,
      `meetings/${ABSENT}`,
      `meetings/${plannedId}`,
      `meetings/${comingId}/minutes`,
      `meetings/${held.meetingId}/minutes?version=2`,
      `recommendations/${ABSENT}`,
      `bodies/${ABSENT}`,
    ]) {
      expect([path, (await reader.get(`/ru/${path}`)).status]).toEqual([path, 404]);
    }
    expect((await reader.get('/kk/councils?level=moon')).status).toBe(400);
    expect((await reader.get(`/kk/councils/${council.councilId}?on=2026-02-30`)).status).toBe(400);
  });

  describe('the list', () => {
    it('counts the councils of each region on a map, and says where there are none', async () => {
      const seen = await reader.get('/en/councils');
      expect(seen.$('.kenes-tile-map li')).toHaveLength(20);
      expect(words(seen, '.kenes-tile-map')).toContain('no council');
      expect(words(seen, '.kenes-tile-map')).toMatch(/\d councils?/);
      expect(links(seen)).toContain(`/en/councils/${council.councilId}`);
    });

    it('filters by region, state, words and incompleteness, and names the incomplete ones', async () => {
      const forming = await formingCouncil(test);
      const seen = (query: string): Promise<Seen> => reader.get(`/kk/councils?${query}`);
      const own = `/kk/councils/${council.councilId}`;
      const theirs = `/kk/councils/${forming.councilId}`;
      expect(links(await seen('state=forming'))).toEqual(expect.arrayContaining([theirs]));
      expect(links(await seen('state=forming'))).not.toContain(own);
      expect(links(await seen(`q=${council.bodyId}`))).toContain(own);
      expect(links(await seen(`territory=${council.territoryId}&level=regional`))).toContain(own);
      expect(links(await seen(`territory=${council.territoryId}`))).not.toContain(`/kk/councils/${other.councilId}`);
      expect(words(await seen('q=жоқ-кеңес'))).toContain(sentence('kk', 'councils.none'));
      expect(links(await seen('incomplete=true'))).not.toContain(own);
      const [, second = ''] = other.memberIds;
      const authority = await signIn(test, other.authority.email, other.authority.accountId);
      await authority.put(`/members/${second}/end`).send({ on: '2026-04-06', reason: 'resigned' }).expect(200);
      const incomplete = await seen('incomplete=true');
      expect(links(incomplete)).toContain(`/kk/councils/${other.councilId}`);
      expect(words(incomplete, '.kenes-list')).toContain(sentence('kk', 'councils.incomplete'));
      const alarm = words(await reader.get(`/en/councils/${other.councilId}`), '.govuk-warning-text');
      expect(alarm).toContain('1 seat is vacant');
    });
  });

  describe('a council', () => {
    it('shows its composition with its share and article, on any day', async () => {
      const seen = await reader.get(`/ru/councils/${council.councilId}`);
      expect(seen.$('table tbody tr')).toHaveLength(15);
      expect(words(seen)).toContain('10 из 15 (66,7');
      expect(words(seen)).toContain('не менее 2/3');
      expect(words(seen)).toContain('статья 1, пункт 7');
      expect(words(seen)).toContain('председатель');
      expect(seen.$('.govuk-warning-text')).toHaveLength(0);
      const before = await reader.get(`/ru/councils/${council.councilId}?on=2025-01-01`);
      expect(before.$('table')).toHaveLength(0);
      expect(words(before)).toContain(sentence('ru', 'councils.nobody'));
    });

    it('shows what comes and what was, and how its recommendations were answered', async () => {
      const seen = await reader.get(`/en/councils/${council.councilId}`);
      expect(links(seen)).toEqual(
        expect.arrayContaining([
          `/en/meetings/${comingId}`,
          `/en/meetings/${held.meetingId}`,
          `/en/recommendations/${held.recommendationId}`,
          `/en/bodies/${council.bodyId}`,
          `/en/follow-ups?council=${council.councilId}`,
          `/en/councils/${council.councilId}/meetings`,
        ]),
      );
      expect(words(seen)).toContain('0%: 0 of 1');
      expect(words(seen)).toContain('accepted in part');
      expect(words(seen)).toContain('4 days late');
      const closed = await reader.get(`/en/councils/${council.councilId}/meetings?state=closed`);
      expect(links(closed)).toContain(`/en/meetings/${held.meetingId}`);
      expect(links(closed)).not.toContain(`/en/meetings/${comingId}`);
    });
  });

  describe('a meeting', () => {
    it('shows powers, quorum with its computation, votes by name, and what was late', async () => {
      const seen = await reader.get(`/en/meetings/${held.meetingId}`);
      expect(words(seen, 'section[aria-labelledby=quorum]')).toMatch(/15 × 2\/3.*Needed ?10.*Present ?15/);
      expect(words(seen, 'section[aria-labelledby=quorum]')).toContain('Art. 13(2)');
      expect(words(seen)).toContain('Discussion of reports on target indicators (Law on Public Councils, Art. 5(1))');
      expect(words(seen)).toContain('For – 15, against – 0');
      expect(seen.$('details table tbody tr')).toHaveLength(45);
      expect(words(seen, '.govuk-inset-text')).toMatch(/Breach.*M5\.notice/);
      expect(words(seen)).toContain('Сәрсенов Ерлан');
      expect(seen.$('section[aria-labelledby=attendance] tbody tr')).toHaveLength(15);
      expect(links(seen)).toEqual(
        expect.arrayContaining([
          `/en/councils/${council.councilId}`,
          `/en/recommendations/${held.recommendationId}`,
          `/en/meetings/${held.meetingId}/minutes`,
        ]),
      );
      const coming = await reader.get(`/en/meetings/${comingId}`);
      expect(coming.$('section[aria-labelledby=attendance], section[aria-labelledby=minutes]')).toHaveLength(0);
    });

    it('has its minutes for paper, in the language they are written in', async () => {
      const path = `/meetings/${held.meetingId}/minutes`;
      expect(words(await reader.get(`/ru${path}`), '.kenes-record')).toContain('Ашық өтті (рус.)');
      const english = await reader.get(`/en${path}`);
      expect(english.$('.kenes-record').attr('lang')).toBe('kk');
      expect(words(english, '.kenes-record')).toContain('Ашық өтті (қаз.)');
    });
  });

  describe('recommendations', () => {
    it('are found by state, overdue, body and council', async () => {
      const seen = (query: string): Promise<Seen> => reader.get(`/ru/recommendations?${query}`);
      const [own, late] = [`/ru/recommendations/${held.recommendationId}`, `/ru/recommendations/${overdueId}`];
      expect(links(await seen(''))).toEqual(expect.arrayContaining([own, late]));
      const overdue = await seen('overdue=true&state=&body=');
      expect(links(overdue)).toContain(late);
      expect(links(overdue)).not.toContain(own);
      expect(words(overdue, '.kenes-list')).toContain('просрочен на 4 дня');
      expect(links(await seen(`body=${council.bodyId}&state=answered`))).toContain(own);
      expect(links(await seen(`council=${other.councilId}`))).not.toContain(own);
      expect(words(await seen(`council=${other.councilId}&state=answered`))).toContain(
        sentence('ru', 'recommendations.none'),
      );
    });

    it('lead from the adoption to the last finding, in the order of the days', async () => {
      const seen = await reader.get(`/en/recommendations/${held.recommendationId}`);
      const events = seen
        .$('.kenes-timeline h3')
        .toArray()
        .map((title) => seen.$(title).text());
      expect(events).toEqual([
        'The council adopted the recommendation',
        'It was sent to the body',
        'The body replied: accepted in part, 4 days late',
        expect.stringContaining('The body promised a measure'),
        'The body reported completion',
        'The council found: fulfilled in part',
      ]);
      expect(words(seen, '.govuk-inset-text')).toContain('R2');
      expect(words(seen)).toContain('within 1 month of the dispatch');
      expect(words(seen)).toContain('Әкім А. Б. Серіков');
      expect(words(seen)).toContain('Екі көше қалды');
      expect(links(seen)).toContain(EVIDENCE[0]?.url);
      expect(links(seen)).toContain(`/en/meetings/${held.meetingId}#item-${held.itemIds[1] ?? ''}`);
    });

    it('show what people wrote as text, and in which language it is', async () => {
      const seen = await reader.get(`/en/recommendations/${held.recommendationId}`);
      expect(words(seen)).toContain(`Кесте ${MARKUP}`);
      expect(seen.$('main script')).toHaveLength(0);
      expect(seen.$('section[aria-labelledby=reply] [lang=kk]').text()).toContain('Кесте');
    });

    it('say that a reply is overdue, and by which rule', async () => {
      const seen = await reader.get(`/kk/recommendations/${overdueId}`);
      expect(words(seen)).toContain(sentence('kk', 'recommendations.noReply.overdue'));
      expect(words(seen, '.kenes-timeline')).toContain('4 күн кешіктірілді');
      expect(words(seen)).toContain('5-бап');
    });
  });

  it('track the measures that were promised, by state, body and lateness', async () => {
    const seen = (query: string): Promise<Seen> => reader.get(`/ru/follow-ups?${query}`);
    const thread = `/ru/follow-ups/${followUpId}`;
    const verified = await seen('state=verified');
    expect(links(verified)).toContain(thread);
    expect(words(verified, '.kenes-list')).toContain('Исполнена частично');
    expect(words(verified, '.kenes-list')).toContain('Отремонтировано');
    expect(links(verified)).toContain(EVIDENCE[0]?.url);
    expect(links(await seen(`body=${other.bodyId}`))).not.toContain(thread);
    expect(words(await seen('overdue=true'))).toContain(sentence('ru', 'follow-ups.none'));
    const body = (await reader.get(`/ru/recommendations/${held.recommendationId}`)).$(`#follow-up-${followUpId}`);
    expect(body.text()).toContain('График ремонта дорог');
  });

  it('show of a body what it was asked, what it answered, and who works with it', async () => {
    await collectingAssessment(test, { council: { ...council, authority: await person(test, { role: 'authority' }) } });
    const seen = await reader.get(`/en/bodies/${council.bodyId}`);
    expect(links(seen)).toEqual(
      expect.arrayContaining([
        `/en/councils/${council.councilId}`,
        `/en/recommendations/${held.recommendationId}`,
        `/en/follow-ups/${followUpId}`,
      ]),
    );
    expect(words(seen)).toContain('4 days late');
    expect(words(seen)).toContain(sentence('en', 'bodies.none.assessments'));
    expect(words(seen)).toContain(sentence('en', 'bodies.none.consultations'));
  });
});
