import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVIDENCE, publishedAssessment, text, type AssessmentAtWork } from '../factories/assessments.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { closedMeeting, postAll } from '../factories/meetings.js';
import { signIn, type Person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';
import { MARKUP } from './world.js';

const ABSENT = '0192f0c0-0000-7000-8000-000000000000';
const LANGUAGES = ['kk', 'ru', 'en'] as const;

const main = ({ $ }: Seen, within = 'main'): string => $(within).text().replaceAll(/\s+/g, ' ');
const links = ({ $ }: Seen): string[] =>
  $('main a')
    .toArray()
    .map((link) => $(link).attr('href') ?? '');

/** A council whose recommendation was accepted, and whose assessment of the body was published. */
describe('a promised measure', () => {
  let test: TestApplication;
  let reader: Reader;
  let council: CouncilAtWork;
  let assessment: AssessmentAtWork;
  let officer: Person;
  let recommendationId: string;

  beforeAll(async () => {
    test = await startTestApplication();
    reader = new Reader(test);
    council = await activeCouncil(test);
    ({ recommendationId } = await closedMeeting(test, council));
    assessment = await publishedAssessment(test, { council });
    ({ officer } = assessment);
    await council.secretary.put(`/recommendations/${recommendationId}/dispatch`).send({}).expect(200);
    const reply = { decision: 'partly', reasons: text('Ішінара', 'Частично'), signedBy: 'Әкім А. Б.' };
    await officer.put(`/recommendations/${recommendationId}/reply`).send(reply).expect(200);
  });
  afterAll(() => test.close());

  const promised = async (path = `/recommendations/${recommendationId}`, change: object = {}): Promise<string> => {
    const wanted = {
      measure: text(`Жол кестесі ${MARKUP}`, `График дорог ${MARKUP}`),
      ...{ bodyId: council.bodyId, dueOn: '2026-04-01', ...change },
    };
    const [id = ''] = await postAll(council.secretary, `${path}/follow-ups`, [wanted]);
    return id;
  };
  /** Sets the clock; sessions that ended meanwhile are begun again. */
  const at = async (instant: string): Promise<void> => {
    test.clock.set(instant);
    council = { ...council, secretary: await signIn(test, council.secretary.email, council.secretary.accountId) };
    officer = await signIn(test, officer.email, officer.accountId);
  };

  it('is missing on the page of a recommendation that was accepted until it is promised', async () => {
    const before = await reader.get(`/ru/recommendations/${recommendationId}`);
    expect(main(before)).toContain('меры по её исполнению пока не обещаны');
    const id = await promised();
    const after = await reader.get(`/ru/recommendations/${recommendationId}`);
    expect(main(after)).not.toContain('меры по её исполнению пока не обещаны');
    expect(links(after)).toContain(`/ru/follow-ups/${id}`);
  });

  it('shows owner, due date, origin and that nothing is found yet, in three languages', async () => {
    const milestones = [{ name: text('Жоба', 'Проект сметы'), dueOn: '2026-03-20' }];
    const id = await promised(undefined, { milestones });
    for (const language of LANGUAGES) {
      const seen = await reader.get(`/${language}/follow-ups/${id}`);
      expect([seen.status, seen.$('html').attr('lang'), seen.$('h1').length]).toEqual([200, language, 1]);
      expect(seen.headers['cache-control']).toMatch(/^public/);
      expect(links(seen)).toEqual(
        expect.arrayContaining([
          `/${language}/bodies/${council.bodyId}`,
          `/${language}/councils/${council.councilId}`,
          `/${language}/recommendations/${recommendationId}`,
        ]),
      );
      expect(main(seen)).toContain(MARKUP);
      expect(seen.$('main script, main img')).toHaveLength(0);
    }
    const seen = await reader.get(`/ru/follow-ups/${id}`);
    expect(main(seen)).toContain('1 апреля 2026');
    expect(main(seen)).toContain('Проект сметы');
    expect(main(seen)).toContain('мера ещё не исполнена, срок не истёк');
  });

  it('says after which indicator of which assessment it was promised, and the assessment leads to it', async () => {
    const path = `/assessments/${assessment.id}`;
    const id = await promised(path, { indicator: 'trust' });
    const seen = await reader.get(`/ru/follow-ups/${id}`);
    expect(links(seen)).toContain(`/ru${path}`);
    expect(main(seen, '.govuk-summary-list')).toContain('Показатель: Показатель trust');
    expect(links(await reader.get(`/ru${path}`))).toContain(`/ru/follow-ups/${id}`);
    const whole = await promised(path);
    expect(main(await reader.get(`/ru/follow-ups/${whole}`), '.govuk-summary-list')).not.toContain('Показатель:');
  });

  it('is overdue once its day has ended, then shows how late the body was and what the council found', async () => {
    const id = await promised();
    await at('2026-04-01T23:00:00+05:00');
    expect(main(await reader.get(`/ru/follow-ups/${id}`))).not.toContain('просрочено на');
    await at('2026-04-04T10:00:00+05:00');
    const late = await reader.get(`/ru/follow-ups/${id}`);
    expect(main(late)).toContain('просрочено на 3 дня');
    expect(main(late)).toContain('срок истёк, а орган не отчитался');
    expect(main(late, '.govuk-tag')).toContain('Просрочено');
    const done = { note: text('Жасалды', `Сделано ${MARKUP}`), evidence: [{ ...EVIDENCE[0], title: MARKUP }] };
    await officer.put(`/follow-ups/${id}/completion`).send(done).expect(200);
    const reported = await reader.get(`/ru/follow-ups/${id}`);
    expect(main(reported)).toContain('Орган сообщил об исполнении меры, на 3 дня позже срока');
    expect(main(reported)).toContain(`Сделано ${MARKUP}`);
    expect(links(reported)).toContain(EVIDENCE[0]?.url);
    const found = { verdict: 'not_fulfilled', grounds: text('Орындалмаған', 'Не видно') };
    await council.secretary.put(`/follow-ups/${id}/verification`).send(found).expect(200);
    const verified = await reader.get(`/kk/follow-ups/${id}`);
    expect(main(verified, 'section[aria-labelledby=verdict]')).toContain('Орындалмады');
    expect(main(verified, 'section[aria-labelledby=verdict]')).toContain('Орындалмаған');
    await at(BEGIN);
  });

  it('shows the reasons of a refusal', async () => {
    const id = await promised();
    await officer
      .put(`/follow-ups/${id}/refusal`)
      .send({ reasons: text('Қаражат жоқ', 'Нет средств') })
      .expect(200);
    const seen = await reader.get(`/ru/follow-ups/${id}`);
    expect(main(seen, 'section[aria-labelledby=verdict]')).toContain('Причины отказа');
    expect(main(seen, 'section[aria-labelledby=verdict]')).toContain('Нет средств');
  });

  it('is led to by the tracker, the page of its body and the journal', async () => {
    const id = await promised(undefined, { dueOn: '2026-03-03' });
    for (const path of ['/follow-ups', `/bodies/${council.bodyId}`, `/timeline?subject=follow-up:${id}`]) {
      expect([path, links(await reader.get(`/ru${path}`))]).toEqual([
        path,
        expect.arrayContaining([`/ru/follow-ups/${id}`]),
      ]);
    }
  });

  it('is absent where there is none', async () => {
    expect((await reader.get(`/ru/follow-ups/${ABSENT}`)).status).toBe(404);
    expect((await reader.get('/ru/follow-ups/x')).status).toBe(404);
  });
});
