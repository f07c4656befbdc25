import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WordingsService } from '../../src/answers/index.js';
import { GroupingService } from '../../src/comment-groups/index.js';
import { crowd, everybodySays } from '../factories/campaign.js';
import { publishedConsultation } from '../factories/consultations.js';
import { openSite, type Site } from '../support/browser.js';
import type { Visitor } from '../support/browser-visitor.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const PEOPLE = 10_000;
const SAME = 'Орталық саябақтағы ағаштарды кеспей, оның орнына балалар алаңын салуды сұраймыз.';
const OWN = 'Саябаққа шам мен орындық қойылса екен, кешке қараңғы болады.';
const REASONS = { kk: 'Ағаштар сақталады, жоба өзгертілді.', ru: 'Деревья сохранят, проект изменён.' };

describe('a campaign of 10,000 identical comments', () => {
  let test: TestApplication;
  let site: Site;
  beforeAll(async () => {
    test = await startTestApplication();
    site = await openSite(test);
  });
  afterAll(async () => {
    await site.close();
    await test.close();
  });

  it('is heard as one text of 10,000 people, answered once, and each of them finds the answer', async () => {
    const draft = await publishedConsultation(test, { provisions: 1 });
    const { consultationId, officer } = draft;
    const receipts = await everybodySays(test, consultationId, await crowd(test, PEOPLE), said);
    expect(new Set(receipts).size).toBe(PEOPLE);
    // While a rush lasts, grouping gives way to it.
    test.clock.pass(60);
    await test.app.get(GroupingService).sweep();

    const citizen = await site.visitor({ language: 'ru', screen: 'phone' });
    await readGroups(citizen, consultationId);
    const desk = await site.visitor({ language: 'kk', screen: 'phone' });
    await answerOnce(desk, officer.email, consultationId);
    for (const at of [0, 1, 9_998, 9_999]) await readAnswer(citizen, receipts[at] ?? '');
    await everyoneIsAnswered(consultationId);
    await readShare(citizen, consultationId);
  });

  /** One in a hundred changes a letter, one person says something of his own. */
  function said(at: number): string {
    if (at === 5_000) return OWN;
    return at % 100 === 99 ? SAME.replace('сұраймыз', 'сұраймын') : SAME;
  }

  async function readGroups(citizen: Visitor, consultationId: string): Promise<void> {
    await citizen.open(`/consultations/${consultationId}/groups`);
    const page = await citizen.text();
    expect(page).toMatch(/9\s999 замечаний, 2 разных текста/);
    expect(page).toContain(SAME);
    expect(page).not.toContain(OWN);
  }

  async function answerOnce(officer: Visitor, email: string, consultationId: string): Promise<void> {
    await officer.open(`/desk/consultations/${consultationId}/groups`);
    await officer.signIn(email);
    await officer.go(officer.page.locator('main .kenes-list a').first());
    await officer.mark('outcome', 'accepted');
    await officer.fill({ 'reasons.kk': REASONS.kk, 'reasons.ru': REASONS.ru });
    await officer.go(officer.button('portal.desk.groups.button', { unanswered: PEOPLE - 1 }));
    expect(officer.path).toBe(`/kk/desk/consultations/${consultationId}/groups`);
    expect(await officer.text()).toContain(OWN);
    expect(await officer.text()).not.toContain(SAME);
  }

  async function readAnswer(citizen: Visitor, receipt: string): Promise<void> {
    await citizen.open(`/receipts/${receipt}`);
    expect(await citizen.text()).toContain(REASONS.ru);
  }

  /** Nobody is counted twice or left out, and each answer has its own entry in the journal. */
  async function everyoneIsAnswered(consultationId: string): Promise<void> {
    const [counted] = await test.database.query<Record<string, number>>(
      `select (count(*) filter (where state = 'answered'))::int as answered, count(distinct participant)::int as people,
         count(distinct account_id)::int as accounts, max(number) as last,
         count(j.seq)::int as recorded
       from comments c left join journal j on j.subject_id = c.id::text and j.what = 'comment.answered'
       where c.consultation_id = $1`,
      [consultationId],
    );
    const all = PEOPLE;
    expect(counted).toEqual({ answered: all - 1, people: all, accounts: all, last: all, recorded: all - 1 });
  }

  /** An answer given once to a group is one answer, not a template that was pasted under many. */
  async function readShare(citizen: Visitor, consultationId: string): Promise<void> {
    await test.app.get(WordingsService).sweep();
    const figures = await test.anyone.get(`/consultations/${consultationId}/answers`).expect(200);
    expect(figures.body).toMatchObject({ answers: 1, distinct: 1 });
    await citizen.open(`/consultations/${consultationId}/comments`);
    expect(await citizen.text()).toContain(REASONS.ru);
  }
});
