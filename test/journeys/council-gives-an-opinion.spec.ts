import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { dayText } from '../../src/platform/i18n/index.js';
import { preparedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { plannedMeeting, voteOn } from '../factories/opinions.js';
import { openSite, type Site, type VisitWish } from '../support/browser.js';
import type { Visitor } from '../support/browser-visitor.js';
import { person, signIn, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const OPINION = { kk: 'Түнгі жұмыс <b>шектелсін</b>', ru: 'Ночные работы <b>ограничить</b>' };
const REASONS = { kk: 'Жөндеу тек түнде мүмкін', ru: 'Ремонт возможен только ночью' };

/** The councils are notified on 25 December: ten working days over the New Year end on 13 January (K1). */
const PUBLISHED = '2026-12-25T10:00:00+05:00';
const DUE = '2027-01-13';

/** The same job, by other means. */
const WAYS: readonly [string, VisitWish][] = [
  ['on a phone, in Kazakh', { language: 'kk', screen: 'phone' }],
  ['at a desk, in Russian, without scripts', { language: 'ru', screen: 'desktop', scripts: false }],
];

interface Work {
  readonly council: CouncilAtWork;
  readonly officer: Person;
  readonly draft: PreparedConsultation;
  readonly path: string;
}

describe('a council gives its opinion on a draft act (Law on Legal Acts, Art. 20; K1–K6)', () => {
  let test: TestApplication;
  let site: Site;
  let work: Work;
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
    await prepare();
    const secretary = await site.visitor(way);
    await give(secretary, await hold(secretary));
    const officer = await site.visitor(way);
    await rejectWithReasons(officer);
    test.clock.set(`${DUE}T23:59:00+05:00`);
    await readAwaited(await site.visitor(way));
    test.clock.pass(120);
    // A browser of its own each: a public page may be kept there for a moment.
    await readSilence(await site.visitor(way));
    await report(officer);
    const reader = await site.visitor(way);
    await readAnnex(reader);
    await readJournal(reader);
  });

  /** A draft of which its own council and another one are notified when the officer publishes it. */
  async function prepare(): Promise<void> {
    test.clock.set(PUBLISHED);
    const council = await activeCouncil(test);
    const { councilId: silentId } = await activeCouncil(test);
    const { bodyId } = council;
    const officer = await person(test, { role: 'officer', bodyId });
    const change = { councilIds: [council.councilId, silentId] };
    const wish = { provisions: 2, closesInWorkingDays: 10, body: { bodyId, officer }, change };
    const draft = await preparedConsultation(test, wish);
    await officer.put(`/consultations/${draft.consultationId}/publication`).expect(200);
    work = { council, officer, draft, path: `/consultations/${draft.consultationId}` };
  }

  /** The next week the council meets: the draft is put on the agenda, and the item is carried. */
  async function hold(secretary: Visitor): Promise<string> {
    test.clock.set('2026-12-29T10:00:00+05:00');
    const { council, draft } = work;
    const { email, accountId } = council.secretary;
    const host = { ...council, secretary: await signIn(test, email, accountId) };
    const meetingId = await plannedMeeting(test, host);
    await secretary.open(`/desk/meetings/${meetingId}/agenda`);
    await secretary.signIn(email);
    await secretary.fill({ 'title.kk': 'Акт жобасы', 'title.ru': 'Проект акта' });
    await secretary.choose('power', '5');
    await secretary.mark('kind', 'draft_act');
    await secretary.choose('consultationId', draft.consultationId);
    await secretary.go(secretary.button('portal.desk.plan.addButton'));
    const { body } = await host.secretary.get(`/meetings/${meetingId}`).expect(200);
    const itemId = (body as { agenda: { id: string }[] }).agenda[0]?.id ?? '';
    await voteOn(host, { meetingId, itemId });
    return itemId;
  }

  /** From the desk, which names the last day; without Russian it is refused by K6. */
  async function give(secretary: Visitor, itemId: string): Promise<void> {
    await secretary.open('/desk');
    expect(await secretary.text()).toContain(secretary.say('portal.desk.task.give-opinion'));
    const address = `/desk/consultations/${work.draft.consultationId}/opinion`;
    await secretary.go(secretary.page.locator(`main a[href*="${address}"]`));
    expect(await secretary.text()).toContain(sayAwaited(secretary));
    await secretary.mark('stance', 'remarks');
    await secretary.fill({ 'text.kk': OPINION.kk });
    await secretary.choose('agendaItemId', itemId);
    await secretary.go(secretary.button('portal.desk.opinion.button'), 422);
    expect(await secretary.text()).toContain('K6');
    await secretary.fill({ 'text.ru': OPINION.ru });
    await secretary.go(secretary.button('portal.desk.opinion.button'));
    const said = await secretary.text();
    expect(said).toContain(OPINION[languageOf(secretary)]);
    expect(said).toContain(secretary.say('portal.opinions.noAnswer.waiting'));
    await secretary.go(secretary.link('portal.opinions.toItem'));
  }

  /** Without reasons it is refused by K4 with its article; what was chosen stays. */
  async function rejectWithReasons(officer: Visitor): Promise<void> {
    await officer.open('/desk');
    await officer.signIn(work.officer.email);
    await officer.go(officer.page.locator(`main a[href*="/desk/opinions/"]`));
    expect(await officer.text()).toContain(OPINION[languageOf(officer)]);
    await officer.mark('decision', 'rejected');
    await officer.fill({ signedBy: 'Серіков А. Б.' });
    await officer.go(officer.button('portal.desk.opinionAnswer.button'), 422);
    expect(await officer.text()).toContain('K4');
    await expect(officer.page.locator('[name="decision"][value="rejected"]').isChecked()).resolves.toBe(true);
    await officer.fill({ 'reasons.kk': REASONS.kk, 'reasons.ru': REASONS.ru });
    await officer.go(officer.button('portal.desk.opinionAnswer.button'));
    await expect(officer.page.locator(`main a[href*="/desk/opinions/"]`).count()).resolves.toBe(0);
  }

  /** The other council is awaited to the end of the last day; only then its silence is approval (K2). */
  async function readAwaited(reader: Visitor): Promise<void> {
    await reader.open(work.path);
    const text = await reader.text();
    expect(text).toContain(sayAwaited(reader));
    expect(text).not.toContain(reader.say('portal.opinions.silent'));
  }

  async function readSilence(reader: Visitor): Promise<void> {
    await reader.open(work.path);
    const text = await reader.text();
    expect(text).toContain(reader.say('portal.opinions.silent'));
    expect(text).toContain('K2.');
    expect(text).not.toContain(sayAwaited(reader));
    expect(text).toContain(reader.say('portal.opinions.block'));
  }

  async function report(officer: Visitor): Promise<void> {
    test.clock.set('2027-01-15T10:00:00+05:00');
    await officer.open(`/desk${work.path}`);
    await officer.signIn(work.officer.email);
    await officer.go(officer.button('portal.desk.work.publishReport'));
    expect(await officer.text()).toContain(officer.say('portal.desk.work.states.reported'));
  }

  /** Opinion and reasons stay with the report. */
  async function readAnnex(reader: Visitor): Promise<void> {
    await reader.open(work.path);
    const text = await reader.text();
    for (const said of [
      reader.say('portal.opinions.annex'),
      reader.say('portal.opinions.stance.remarks'),
      OPINION[languageOf(reader)],
      reader.say('portal.opinions.decision.rejected'),
      REASONS[languageOf(reader)],
      reader.say('portal.opinions.silent'),
    ])
      expect(text).toContain(said);
    await reader.open(`/councils/${work.council.councilId}`);
    expect(await reader.text()).toContain(reader.say('portal.opinions.counts.inTime'));
  }

  /** What was done, on which rules and with which values. */
  async function readJournal(reader: Visitor): Promise<void> {
    await reader.open('/timeline?subject=opinion');
    const text = await reader.text();
    for (const what of ['given', 'answered'])
      expect(text).toContain(reader.say(`portal.timeline.what.opinion.${what}`));
    expect(text).toContain(reader.say('portal.timeline.result.opinion-rejected'));
    const { body } = await test.anyone.get(`/opinions?consultation=${work.draft.consultationId}`).expect(200);
    const [opinion] = (body as { items: { id: string }[] }).items;
    const journal = await test.anyone.get(`/journal?subject=opinion:${opinion?.id ?? ''}`).expect(200);
    expect(journal.body).toMatchObject({
      items: [
        {
          what: 'opinion.given',
          rules: [
            { id: 'K1.act', value: { amount: 10, unit: 'wd' } },
            { id: 'K3', value: { amount: 10, unit: 'wd' } },
            { id: 'K6' },
          ],
          data: { stance: 'remarks', termEndsOn: DUE, late: false, receivedOn: '2026-12-29', dueOn: '2027-01-15' },
        },
        { what: 'opinion.answered', rules: [{ id: 'K4' }], data: { decision: 'rejected', late: false } },
      ],
    });
  }
});

function languageOf({ language }: Visitor): 'kk' | 'ru' {
  return language === 'kk' ? 'kk' : 'ru';
}

function sayAwaited(visitor: Visitor): string {
  return visitor.say('portal.opinions.awaited', { date: dayText(visitor.language, DUE) });
}
