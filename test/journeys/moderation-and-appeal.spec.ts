import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { openSite, type Site, type VisitWish } from '../support/browser.js';
import type { Visitor } from '../support/browser-visitor.js';
import { person, type Person } from '../support/people.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';

const TEXT = 'Абай көшесі, 10-үйде түнде шулайды';
const EXPLANATION = { kk: 'Мекенжай көрсетілген', ru: 'Указан адрес' };
const REASONS = { kk: 'Бұл – қоғамдық орынның мекенжайы', ru: 'Это адрес общественного места' };

/** The same job, by other means; the citizen is always on a phone. */
const WAYS: readonly [string, VisitWish][] = [
  ['on a phone, in Kazakh', { language: 'kk', screen: 'phone' }],
  ['on a phone, in Russian, without scripts', { language: 'ru', screen: 'phone', scripts: false }],
];

describe('a comment is hidden, appealed and shown again (N1–N3)', () => {
  let test: TestApplication;
  let site: Site;
  /** All discuss with one body, whose figures grow. */
  let turn = 0;
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
    turn += 1;
    const draft = await publishedConsultation(test, { provisions: 1 });
    const both = await person(test, { role: 'officer', bodyId: draft.bodyId }, { role: 'authority' });
    const [author, another] = [await person(test), await person(test, { role: 'authority' })];
    const { language = 'kk' } = way;
    const citizen = await site.visitor(way);
    const officer = await site.visitor({ language, screen: 'desktop' });
    const reader = await site.visitor({ language, screen: 'phone' });
    const authority = await site.visitor({ language, screen: 'desktop' });

    await comment(citizen, author, draft);
    await conceal(officer, both, draft);
    await readReason(reader, draft);
    await appeal(citizen);
    await beRefused(officer, both);
    await lift(authority, another);
    await readAgain(citizen, reader, draft);
    await readFigures(reader, draft);
    await readJournal(reader, draft);
  });

  async function comment(citizen: Visitor, { email }: Person, { consultationId }: PreparedConsultation): Promise<void> {
    await citizen.open(`/consultations/${consultationId}/comment`);
    await citizen.signIn(email);
    await citizen.fill({ text: TEXT });
    await citizen.mark('language', 'kk');
    await citizen.go(citizen.button('portal.comment.check'));
    await citizen.go(citizen.button('portal.comment.send'));
  }

  /** A ground and both languages are asked for; then the text is gone from the public and stays at the desk. */
  async function conceal(officer: Visitor, { email }: Person, { consultationId }: PreparedConsultation): Promise<void> {
    await officer.open(`/desk/consultations/${consultationId}`);
    await officer.signIn(email);
    await officer.go(officer.link('portal.moderation.desk.all'));
    await officer.go(officer.link('portal.desk.answer.title', { number: 1 }));
    await officer.fill({ 'explanation.kk': EXPLANATION.kk });
    await officer.go(officer.button('portal.moderation.desk.button'), 422);
    expect(await officer.text()).toContain(officer.say('portal.moderation.groundEmpty'));
    await officer.mark('ground', 'personal_data');
    await officer.fill({ 'explanation.ru': EXPLANATION.ru });
    await officer.go(officer.button('portal.moderation.desk.button'));
    const shown = await officer.text();
    expect(shown).toContain(officer.say('portal.moderation.desk.hidden'));
    expect(shown).toContain(TEXT);
  }

  async function readReason(reader: Visitor, { consultationId }: PreparedConsultation): Promise<void> {
    for (const path of ['', '/comments']) {
      await reader.open(`/consultations/${consultationId}${path}`);
      const shown = await reader.text();
      expect(shown).not.toContain('шулайды');
      expect(shown).toContain(EXPLANATION[reader.language === 'ru' ? 'ru' : 'kk']);
      expect(shown).toContain(reader.say('portal.moderation.appeal.none'));
      expect(shown).toContain(reader.say('portal.comments.number', { number: '1' }));
    }
    await reader.go(reader.link('portal.moderation.statistics.ofBody'));
    expect(await figure(reader, 'comments')).toBe(String(turn));
    expect(await figure(reader, 'concealed')).toMatch(new RegExp(`^${turn} \\(100`));
    expect(await figure(reader, 'inForce')).toBe('1');
  }

  /** From the receipt's page, or from the author's own comments. */
  async function appeal(citizen: Visitor): Promise<void> {
    await citizen.page.reload();
    await citizen.look();
    expect(await citizen.text()).toContain(citizen.say('portal.moderation.author.toAppeal'));
    await citizen.open('/account/comments');
    expect(await citizen.text()).toContain(TEXT);
    await citizen.go(citizen.link('portal.moderation.author.toAppeal'));
    await citizen.go(citizen.button('portal.moderation.author.button'), 422);
    await citizen.fill({ grounds: 'Бұл – саябақ, үй емес' });
    await citizen.go(citizen.button('portal.moderation.author.button'));
    expect(await citizen.text()).toContain(citizen.say('portal.account.done.appealed'));
    await expect(citizen.link('portal.moderation.author.toAppeal').count()).resolves.toBe(0);
  }

  /** Who hid the comment holds the authority’s role too, reads the appeal, and has no form of the decision (N2). */
  async function beRefused(officer: Visitor, both: Person): Promise<void> {
    await officer.open('/desk');
    await officer.go(officer.link('portal.moderation.appeals.open', { count: 1 }));
    await officer.go(officer.link('portal.desk.answer.title', { number: 1 }));
    const shown = await officer.text();
    expect(shown).toContain('Бұл – саябақ, үй емес');
    expect(shown).toContain(officer.say('problem.detail.concealed-by-you'));
    expect(shown).toContain('N2');
    await expect(officer.button('portal.moderation.decision.button').count()).resolves.toBe(0);
    const id = officer.path.split('/').at(-1) ?? '';
    const tried = both.put(`/comments/${id}/appeal/decision`).send({ outcome: 'upheld', reasons: REASONS });
    expect((await tried.expect(403)).body).toMatchObject({ code: 'concealed-by-you', rule: { id: 'N2' } });
  }

  async function lift(authority: Visitor, { email }: Person): Promise<void> {
    await authority.open('/desk/appeals');
    await authority.signIn(email);
    await authority.go(authority.link('portal.desk.answer.title', { number: 1 }));
    await authority.mark('outcome', 'lifted');
    await authority.go(authority.button('portal.moderation.decision.button'), 422);
    await authority.fill({ 'reasons.kk': REASONS.kk, 'reasons.ru': REASONS.ru });
    await authority.go(authority.button('portal.moderation.decision.button'));
    expect(await authority.text()).toContain(authority.say('portal.moderation.appeals.none'));
    await authority.go(authority.link('portal.moderation.appeals.toDecided'));
    expect(await authority.text()).toContain(authority.say('portal.moderation.outcome.lifted'));
  }

  async function readAgain(citizen: Visitor, reader: Visitor, { consultationId }: PreparedConsultation): Promise<void> {
    await reader.visit(`/${reader.language}/consultations/${consultationId}/comments?limit=100`);
    expect(await reader.text()).toContain(TEXT);
    await citizen.open('/account/comments');
    const told = await citizen.text();
    expect(told).toContain(citizen.say('portal.moderation.outcome.lifted'));
    expect(told).toContain(REASONS[citizen.language === 'ru' ? 'ru' : 'kk']);
  }

  async function readFigures(reader: Visitor, { bodyId }: PreparedConsultation): Promise<void> {
    // A browser may show for a moment what it has.
    await reader.visit(`/${reader.language}/moderation?body=${bodyId}&from=2026-03-02`);
    expect(await figure(reader, 'inForce')).toBe('0');
    expect(await figure(reader, 'appealed')).toBe(String(turn));
    expect(await figure(reader, 'lifted')).toBe(String(turn));
  }

  /** Every act is told with the rules it rested on, and none with a word of the comment. */
  async function readJournal(reader: Visitor, { consultationId }: PreparedConsultation): Promise<void> {
    const { body } = await test.anyone.get(`/consultations/${consultationId}/comments`).expect(200);
    const [hidden] = (body as { items: { id: string }[] }).items;
    await reader.open(`/timeline?subject=comment:${hidden?.id ?? ''}`);
    const told = await reader.text();
    for (const act of ['concealed', 'concealment-appealed', 'appeal-decided'])
      expect(told).toContain(reader.say(`portal.timeline.what.comment.${act}`));
    for (const rule of ['N1.appeal', 'N1.decision', 'N2', 'N3']) expect(told).toContain(rule);
    expect(told).toContain(reader.say('portal.timeline.result.lifted'));
    expect(told).not.toMatch(/шулайды|саябақ|Мекенжай/);
  }

  /** What stands beside a name in the figures in all. */
  async function figure(reader: Visitor, name: string): Promise<string> {
    const key = reader.say(`portal.moderation.statistics.${name}`);
    const row = reader.page.locator('main .govuk-summary-list__row').filter({
      has: reader.page.locator('dt', { hasText: new RegExp(`^\\s*${key}\\s*$`) }),
    });
    return (await row.locator('dd').innerText()).trim();
  }
});
