import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { openSite, type Site, type VisitWish } from '../support/browser.js';
import type { Visitor } from '../support/browser-visitor.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';

const ASKED = { kk: 'Түнгі жөндеуді тоқтату', ru: 'Прекратить ночной ремонт' };
const NOTES = { kk: 'Қатысушылар көп болды', ru: 'Слушателей было много' };

/** The same person’s job, by other means. */
const WAYS: readonly [string, VisitWish][] = [
  ['on a phone, in Kazakh', { language: 'kk', screen: 'phone' }],
  ['at a desk, in Russian', { language: 'ru', screen: 'desktop' }],
  ['at a desk, in Kazakh, without scripts', { language: 'kk', screen: 'desktop', scripts: false }],
];

describe('a secretary runs a meeting', () => {
  let test: TestApplication;
  let site: Site;
  let council: CouncilAtWork;
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
    council = await activeCouncil(test);
    const secretary = await site.visitor(way);
    await planAndAnnounce(secretary);
    test.clock.set('2026-03-20T09:45:00+05:00');
    await comeBack(secretary);
    await recordAttendance(secretary, way.scripts ?? true);
    await vote(secretary);
    await recommend(secretary);
    await secretary.go(secretary.link('portal.desk.meeting.next', { position: 2 }));
    await secretary.choose('_others', 'for');
    await secretary.go(secretary.button('portal.desk.meeting.saveVotes'));
    await secretary.go(secretary.button('portal.desk.meeting.close'));
    await writeMinutes(secretary);
    await readMinutes(secretary);
  });

  /** From the account to the desk, then the plan with two items, announced in time. */
  async function planAndAnnounce(secretary: Visitor): Promise<void> {
    await secretary.open('/sign-in');
    await secretary.signIn(council.secretary.email);
    await secretary.go(secretary.link('portal.account.links.desk'));
    await secretary.go(secretary.link('portal.desk.toPlan'));
    await secretary.go(secretary.button('portal.desk.plan.button'), 422);
    expect(await secretary.text()).toContain(secretary.say('portal.desk.plan.startsEmpty'));
    await secretary.fill({ startsAt: '2026-03-20T10:00', 'place.kk': 'Көкшетау', 'place.ru': 'Кокшетау' });
    await secretary.go(secretary.button('portal.desk.plan.button'));
    for (const [kk, ru] of [
      ['Әкімдіктің есебі', 'Отчёт акимата'],
      ['Өзге мәселе', 'Иное'],
    ] as const) {
      await secretary.fill({ 'title.kk': kk, 'title.ru': ru });
      await secretary.choose('power', '3');
      await secretary.go(secretary.button('portal.desk.plan.addButton'));
    }
    await secretary.go(secretary.button('portal.desk.plan.announce'));
    expect(await secretary.text()).toContain(secretary.say('portal.desk.meeting.state.announced'));
  }

  /** The day of the meeting: the session is over, the desk says what is to be done today. */
  async function comeBack(secretary: Visitor): Promise<void> {
    await secretary.open('/desk');
    await secretary.signIn(council.secretary.email);
    expect(secretary.path).toBe(`/${secretary.language}/desk`);
    await secretary.go(secretary.link('portal.desk.task.hold', { number: 1 }));
  }

  async function recordAttendance(secretary: Visitor, scripts: boolean): Promise<void> {
    await secretary.go(secretary.button('portal.desk.meeting.saveAttendance'), 422);
    for (const at of council.memberIds.keys()) {
      await secretary.mark(`records[${at}].status`, at < 9 ? 'present' : at < 12 ? 'remote' : 'excused');
    }
    const reached = secretary.say('portal.desk.meeting.quorumReached', { members: 15, needed: 10, present: '12' });
    const missing = secretary.say('portal.desk.meeting.quorumMissing', { members: 15, needed: 10, present: '0' });
    // With scripts it is counted while marks are made.
    expect(await secretary.text()).toContain(scripts ? reached : missing);
    await secretary.go(secretary.button('portal.desk.meeting.saveAttendance'));
    expect(await secretary.text()).toContain(reached);
    await secretary.go(secretary.button('portal.desk.meeting.open'));
    expect(await secretary.text()).toContain(secretary.say('portal.desk.meeting.state.open'));
  }

  async function vote(secretary: Visitor): Promise<void> {
    await secretary.go(secretary.button('portal.desk.meeting.saveVotes'), 422);
    await secretary.mark('votes[0].choice', 'against');
    await secretary.mark('votes[1].choice', 'conflict');
    await secretary.choose('_others', 'for');
    await secretary.go(secretary.button('portal.desk.meeting.saveVotes'));
    const text = await secretary.text();
    expect(text).toContain(secretary.say('portal.desk.meeting.outcome.carried'));
    const tally = { for: 10, against: 1, abstain: 0, conflict: 1, base: 11 };
    expect(text).toContain(secretary.say('portal.desk.meeting.tally', tally));
  }

  async function recommend(secretary: Visitor): Promise<void> {
    await secretary.fill({ 'text.kk': ASKED.kk, 'text.ru': ASKED.ru });
    await secretary.go(secretary.button('portal.desk.meeting.adopt'));
    await secretary.go(secretary.button('portal.desk.meeting.dispatch'));
    expect(await secretary.text()).toContain(secretary.say('portal.desk.meeting.recommendation.sent'));
  }

  async function writeMinutes(secretary: Visitor): Promise<void> {
    await secretary.go(secretary.button('portal.desk.minutes.beginButton'));
    await secretary.fill({ 'notes.kk': NOTES.kk, 'notes.ru': NOTES.ru });
    await secretary.go(secretary.button('portal.desk.minutes.saveNotes'));
    await secretary.go(secretary.button('portal.desk.minutes.circulate'));
    await secretary.go(secretary.button('portal.desk.minutes.sign'));
    await secretary.go(secretary.button('portal.desk.minutes.publish'));
    expect(await secretary.text()).toContain(secretary.say('portal.desk.minutes.states.published'));
  }

  /** As everybody reads them: the facts of the meeting, and what was asked. */
  async function readMinutes(secretary: Visitor): Promise<void> {
    await secretary.go(secretary.link('portal.desk.meeting.toPublic'));
    await secretary.go(secretary.page.locator('main a[href$="/minutes"]'));
    const language = secretary.language === 'kk' ? 'kk' : 'ru';
    const minutes = await secretary.text();
    for (const said of [ASKED[language], NOTES[language]]) expect(minutes).toContain(said);
  }
});
