import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { both, closedMeeting, postAll, publishMinutes, type HeldMeeting } from '../factories/meetings.js';
import { openSite, type Site, type VisitWish } from '../support/browser.js';
import type { Visitor } from '../support/browser-visitor.js';
import { person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

/** The same person’s job, by other means. */
const WAYS: readonly [string, VisitWish][] = [
  ['on a phone, in Kazakh', { language: 'kk', screen: 'phone' }],
  ['at a desk, in Russian', { language: 'ru', screen: 'desktop' }],
];

describe('a reader follows a recommendation to its end', () => {
  let test: TestApplication;
  let site: Site;
  let council: CouncilAtWork;
  let held: HeldMeeting;
  beforeAll(async () => {
    test = await startTestApplication();
    council = await activeCouncil(test);
    held = await closedMeeting(test, council);
    await publishMinutes(council, held.meetingId, test.clock.today());
    await verifiedMeasure();
    site = await openSite(test);
  });
  afterEach(() => site.leave());
  afterAll(async () => {
    await site.close();
    await test.close();
  });

  it.each(WAYS)('%s', async (_, way) => {
    const reader = await site.visitor(way);
    const lead = (path: string): Promise<void> => reader.go(reader.page.locator(`main a[href*="${path}"]`).first());
    await reader.open('');
    await reader.section('councils');
    await lead(`/councils/${council.councilId}`);
    await lead(`/meetings/${held.meetingId}`);
    expect(await reader.text()).toContain(reader.say('portal.meetings.outcome.carried'));
    await lead(`/recommendations/${held.recommendationId}`);
    await readThread(reader);
    await reader.section('follow-ups');
    await lead('/follow-ups/');
    expect(await reader.text()).toContain(both('Көрдік')[reader.language === 'kk' ? 'kk' : 'ru']);
    await lead(`/recommendations/${held.recommendationId}`);
    await reader.section('journal');
    await findInTimeline(reader);
  });

  /** The reply, the measure that was promised, its report and what the council found. */
  async function readThread(reader: Visitor): Promise<void> {
    const language = reader.language === 'kk' ? 'kk' : 'ru';
    const thread = await reader.text();
    expect(thread).toContain(reader.say('portal.recommendations.decision.accepted'));
    const course = ['Жөндеу', 'Қаражат бар', 'Жолды жөндеу', 'Жол жөнделді', 'Көрдік'].map((said) =>
      thread.indexOf(both(said)[language]),
    );
    expect(course).not.toContain(-1);
    expect(course).toEqual([...course].sort((one, other) => one - other));
  }

  async function findInTimeline(reader: Visitor): Promise<void> {
    await reader.use(reader.page.locator('main .govuk-details summary').first());
    await reader.go(reader.link('portal.timeline.same'));
    const acts = await reader.page.locator('main .kenes-timeline__event').count();
    expect(acts).toBeGreaterThan(1);
  }

  async function verifiedMeasure(): Promise<void> {
    const { secretary, bodyId } = council;
    const recommendation = `/recommendations/${held.recommendationId}`;
    await secretary.put(`${recommendation}/dispatch`).send({}).expect(200);
    const officer = await person(test, { role: 'officer', bodyId });
    const reply = { decision: 'accepted', reasons: both('Қаражат бар'), signedBy: 'Серіков А. Б., әкім' };
    await officer.put(`${recommendation}/reply`).send(reply).expect(200);
    const measure = { measure: both('Жолды жөндеу'), bodyId, dueOn: '2026-09-01' };
    const [id = ''] = await postAll(secretary, `${recommendation}/follow-ups`, [measure]);
    const done = { note: both('Жол жөнделді'), evidence: [{ title: 'Акт', url: 'https://example.kz/akt' }] };
    await officer.put(`/follow-ups/${id}/completion`).send(done).expect(200);
    const verdict = { verdict: 'fulfilled', grounds: both('Көрдік') };
    await secretary.put(`/follow-ups/${id}/verification`).send(verdict).expect(200);
  }
});
