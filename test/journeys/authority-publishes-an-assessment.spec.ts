import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedMethodology, VALUES } from '../factories/assessments.js';
import { activeCouncil, memberPerson, type CouncilAtWork } from '../factories/councils.js';
import { openSite, type Site, type VisitWish } from '../support/browser.js';
import type { Visitor } from '../support/browser-visitor.js';
import { person, type Person } from '../support/people.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';

/** The same person’s job, by other means. */
const WAYS: readonly [string, number, VisitWish][] = [
  ['on a phone, in Kazakh', 2024, { language: 'kk', screen: 'phone' }],
  ['at a desk, in Russian', 2025, { language: 'ru', screen: 'desktop' }],
];

/** Half of the dimension’s indicators are judged; their median, to be found in what is published. */
const SCORES = ['40', '55,5', '90'];
const MEDIAN = /55[,.]50/;

describe('the authority publishes an assessment', () => {
  let test: TestApplication;
  let site: Site;
  let council: CouncilAtWork;
  let methodologyId: string;
  let authority: Person;
  let officer: Person;
  let assessors: readonly Person[];
  beforeAll(async () => {
    test = await startTestApplication();
    council = await activeCouncil(test);
    const { councilId, bodyId, memberIds } = council;
    methodologyId = await publishedMethodology(council.authority);
    authority = await person(test, { role: 'authority' });
    officer = await person(test, { role: 'officer', bodyId });
    const seats = [memberIds[0] ?? '', memberIds[1] ?? '', memberIds.at(-1) ?? ''];
    const people: Person[] = [];
    for (const seat of seats) people.push(await memberPerson(test, councilId, seat));
    assessors = people;
    site = await openSite(test);
  });
  afterEach(() => site.leave());
  afterAll(async () => {
    await site.close();
    await test.close();
  });

  it.each(WAYS)('%s', async (_, year, way) => {
    test.clock.set(BEGIN);
    const conducting = await signedIn(way, authority);
    const id = await open(conducting, year);
    await enterValues(conducting, id);
    await nameAssessors(conducting);
    await judge(await signedIn(way, assessors[0]), id);
    await conducting.open(`/desk/assessments/${id}`);
    await conducting.go(conducting.button('portal.assessing.move.replyRequest'));
    await reply(await signedIn(way, officer), id);
    await conducting.open('/desk');
    await conducting.go(conducting.page.locator(`main a[href$="/desk/assessments/${id}"]`).first());
    await conducting.go(conducting.button('portal.assessing.move.adoption'));
    await publish(conducting, id);
    await readAsAnyone(await site.visitor(way), id);
    await promise(conducting, id);
  });

  async function signedIn(way: VisitWish, who: Person | undefined): Promise<Visitor> {
    const visitor = await site.visitor(way);
    await visitor.open('/sign-in');
    await visitor.signIn(who?.email ?? '');
    return visitor;
  }

  /** From the desk; gives the id. */
  async function open(conducting: Visitor, year: number): Promise<string> {
    await conducting.go(conducting.link('portal.account.links.desk'));
    await conducting.go(conducting.button('portal.assessing.plan.title'));
    const { councilId, bodyId } = council;
    for (const [name, value] of Object.entries({ methodologyId, bodyId, councilId }))
      await conducting.choose(name, value);
    await conducting.fill({ from: `${year}-01-01`, to: `${year}-12-31` });
    await conducting.go(conducting.button('portal.assessing.plan.button'));
    await conducting.go(conducting.button('portal.assessing.move.collection'));
    return /assessments\/([0-9a-f-]{36})/.exec(conducting.path)?.[1] ?? '';
  }

  /** A measured one without evidence is refused; one has no data; the rest goes by the API, as from a file. */
  async function enterValues(conducting: Visitor, id: string): Promise<void> {
    await conducting.go(conducting.page.locator('main a[href$="/values/budget"]').first());
    await conducting.mark('status', 'value');
    await conducting.fill({ value: '71,3' });
    await conducting.go(conducting.button('portal.assessing.value.button'), 422);
    await conducting.fill({ 'evidence[0].title': 'Есеп', 'evidence[0].url': 'https://stat.example.kz/report' });
    await conducting.go(conducting.button('portal.assessing.value.button'));
    await conducting.go(conducting.page.locator('main a[href$="/values/satisfaction"]').first());
    await conducting.mark('status', 'missing');
    await conducting.go(conducting.button('portal.assessing.value.button'));
    for (const [code, value] of Object.entries(VALUES).filter(([code]) => !['budget', 'satisfaction'].includes(code)))
      await authority.put(`/assessments/${id}/values/${code}`).send(value).expect(200);
  }

  /** Two of three are of civil society, as A3 asks. */
  async function nameAssessors(conducting: Visitor): Promise<void> {
    await conducting.visit(conducting.path);
    const { memberIds } = council;
    for (const seat of [memberIds[0], memberIds[1], memberIds.at(-1)]) await conducting.mark('assessors', seat ?? '');
    await conducting.go(conducting.button('portal.assessing.review.button'));
    expect(await conducting.text()).toContain('A3');
  }

  async function judge(assessor: Visitor, id: string): Promise<void> {
    await assessor.open('/desk');
    await assessor.go(assessor.page.locator(`main a[href$="/desk/assessments/${id}"]`).first());
    for (const code of ['services', 'dialogue']) {
      await assessor.go(assessor.page.locator(`main a[href$="/judgements/${code}"]`).first());
      await assessor.fill({ score: SCORES[0] ?? '', grounds: 'Отырыста тыңдалды' });
      await assessor.go(assessor.button('portal.assessing.judgement.button'));
    }
    expect(await assessor.text()).toContain(assessor.say('portal.assessing.judgement.done'));
    for (const [at, other] of assessors.slice(1).entries())
      for (const code of ['services', 'dialogue']) {
        const judgement = { score: SCORES[at + 1]?.replace(',', '.'), grounds: 'Отырыста тыңдалды' };
        await other.put(`/assessments/${id}/judgements/${code}`).send(judgement).expect(200);
      }
  }

  async function reply(answering: Visitor, id: string): Promise<void> {
    await answering.open('/desk');
    await answering.go(answering.page.locator(`main a[href$="/desk/assessments/${id}"]`).first());
    await answering.go(answering.button('portal.assessing.reply.title'));
    await answering.fill({ 'text.kk': 'Келісеміз', 'text.ru': 'Согласны' });
    await answering.go(answering.button('portal.assessing.reply.button'));
  }

  /** What everybody will see stands in the preview; nobody else sees it before. */
  async function publish(conducting: Visitor, id: string): Promise<void> {
    await conducting.open(`/desk/assessments/${id}/preview`);
    expect(await conducting.text()).toMatch(MEDIAN);
    const stranger = await site.visitor({ language: conducting.language });
    await stranger.open(`/assessments/${id}`, 404);
    await conducting.go(conducting.button('portal.assessing.preview.button'), 422);
    await conducting.mark('when', 'now');
    await conducting.go(conducting.button('portal.assessing.preview.button'));
  }

  /** Score, missing data as missing, the reply, and the workings, beside the picture and in a table. */
  async function readAsAnyone(reader: Visitor, id: string): Promise<void> {
    await reader.open('/assessments');
    await reader.open(`/assessments/${id}`);
    const text = await reader.text();
    expect(text).toMatch(MEDIAN);
    expect(text).toContain(reader.say('portal.assessments.status.missing'));
    expect(text).toContain(reader.language === 'kk' ? 'Келісеміз' : 'Согласны');
    const picture = reader.page.locator('main img').first();
    expect(await picture.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(100);
    expect(await reader.page.locator('main table').count()).toBeGreaterThan(0);
    await reader.open(`/assessments/${id}/workings`);
  }

  /** A weak indicator gets its measure, which everybody can follow. */
  async function promise(conducting: Visitor, id: string): Promise<void> {
    await conducting.open(`/desk/assessments/${id}`);
    await conducting.go(conducting.page.locator('main a[href*="/measures/budget"]').first());
    await conducting.fill({ 'measure.kk': 'Бюджетті түзету', 'measure.ru': 'Исправить бюджет', dueOn: '2026-12-01' });
    await conducting.go(conducting.button('portal.assessing.measure.button'));
    const reader = await site.visitor({ language: conducting.language });
    await reader.open('/follow-ups');
    expect(await reader.text()).toContain(conducting.language === 'kk' ? 'Бюджетті түзету' : 'Исправить бюджет');
  }
});
