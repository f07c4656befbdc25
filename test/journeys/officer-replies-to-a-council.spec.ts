import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { activeCouncil } from '../factories/councils.js';
import { closedMeeting } from '../factories/meetings.js';
import { openSite, type Site, type VisitWish } from '../support/browser.js';
import type { Visitor } from '../support/browser-visitor.js';
import { person, type Person } from '../support/people.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';

const REASONS = { kk: 'Қаражат бөлінді', ru: 'Средства выделены' };

/** The same person’s job, by other means. */
const WAYS: readonly [string, VisitWish][] = [
  ['on a phone, in Kazakh', { language: 'kk', screen: 'phone' }],
  ['at a desk, in Russian', { language: 'ru', screen: 'desktop' }],
];

/** What lies on the officer’s desk. */
interface Work {
  readonly officer: Person;
  /** The one that was sent first is due first. */
  readonly recommendationIds: readonly [string, string];
}

describe('an officer answers a council (R3)', () => {
  let test: TestApplication;
  let site: Site;
  beforeAll(async () => {
    test = await startTestApplication();
    site = await openSite(test);
  });
  afterEach(() => site.leave());
  afterAll(async () => {
    await site.close();
    await test.close();
  });

  it.each(WAYS)('%s', async (_, way) => {
    test.clock.set(BEGIN);
    const work = await prepareWork();
    const officer = await site.visitor(way);
    await comeToDesk(officer, work);
    await reply(officer, work);
  });

  /** Two recommendations that are due one day after the other. */
  async function prepareWork(): Promise<Work> {
    const council = await activeCouncil(test);
    const [first, second] = [await closedMeeting(test, council), await closedMeeting(test, council)];
    const { secretary, bodyId } = council;
    await secretary.put(`/recommendations/${first.recommendationId}/dispatch`).send({}).expect(200);
    const officer = await person(test, { role: 'officer', bodyId });
    return { officer, recommendationIds: [first.recommendationId, await later(second.recommendationId)] };

    /** Sent on the next day, when the first session is over. */
    async function later(id: string): Promise<string> {
      test.clock.set('2026-03-03T09:00:00+05:00');
      const renewed = await person(test, { role: 'secretary', councilId: council.councilId });
      await renewed.put(`/recommendations/${id}/dispatch`).send({}).expect(200);
      return id;
    }
  }

  /** What is due first stands first. */
  async function comeToDesk(officer: Visitor, { officer: { email }, recommendationIds }: Work): Promise<void> {
    await officer.open('/sign-in');
    await officer.signIn(email);
    await officer.go(officer.link('portal.account.links.desk'));
    const tasks = officer.page.locator('main .govuk-task-list a[href*="/desk/recommendations/"]');
    const ids = (await tasks.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))).map((href) =>
      href.split('/').at(-1),
    );
    expect(ids).toEqual(recommendationIds);
    await officer.go(tasks.first());
  }

  /** A reply without reasons is refused by R3 with its article; what was chosen stays. */
  async function reply(officer: Visitor, { recommendationIds: [id] }: Work): Promise<void> {
    await officer.mark('decision', 'partly');
    await officer.go(officer.button('portal.desk.reply.button'), 422);
    expect(await officer.text()).toContain('R3');
    await expect(officer.page.locator('[name="decision"][value="partly"]').isChecked()).resolves.toBe(true);
    await officer.fill({ 'reasons.kk': REASONS.kk, 'reasons.ru': REASONS.ru, signedBy: 'Серіков А. Б.' });
    await officer.go(officer.button('portal.desk.reply.button'));
    expect(officer.path).toBe(`/${officer.language}/desk`);
    await expect(officer.page.locator(`main a[href$="${id}"]`).count()).resolves.toBe(0);
  }
});
