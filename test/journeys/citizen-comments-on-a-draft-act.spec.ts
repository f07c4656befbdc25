import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { openSite, type Site, type VisitWish } from '../support/browser.js';
import type { Visitor } from '../support/browser-visitor.js';
import { PASSWORD, signIn } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const LONG = 'Түнде тыныш болсын: «шу» мен <b>даңғаза</b> – денсаулыққа зиян.\n\n'.repeat(80).trim();
const REASONS = { kk: 'Мерзім нақтыланды.', ru: 'Срок уточнён.' };
const SESSION_HOURS = 13;

/** The same person’s job, by other means. */
const WAYS: readonly [string, VisitWish][] = [
  ['on a phone, in Kazakh', { language: 'kk', screen: 'phone' }],
  ['at a desk, in Russian, by the keyboard alone', { language: 'ru', screen: 'desktop', keyboard: true }],
  ['on a phone, in Russian, without scripts', { language: 'ru', screen: 'phone', scripts: false, axe: true }],
];

describe('a citizen comments on a draft act', () => {
  let test: TestApplication;
  let site: Site;
  let draft: PreparedConsultation;
  let letters = 0;
  beforeAll(async () => {
    test = await startTestApplication({ worker: true });
    draft = await publishedConsultation(test, { provisions: 3 });
    site = await openSite(test);
  });
  afterEach(() => site.leave());
  afterAll(async () => {
    await site.close();
    await test.close();
  });

  it.each(WAYS)('%s', async (_, way) => {
    const citizen = await site.visitor(way);
    const email = await signUp(citizen);
    await openForm(citizen);
    const receipt = await comment(citizen, way.scripts ?? true);
    await outliveSession(citizen, email);
    await answerAll();
    await readAnswers(citizen, receipt);
  });

  it('until the end of the last day, and no longer', async () => {
    const citizen = await site.visitor({ language: 'ru' });
    test.clock.set(`${draft.closesOn}T23:59:59+05:00`);
    await citizen.open(`/consultations/${draft.consultationId}`);
    const place = citizen.link('portal.consultation.writeHere');
    await expect(place.count()).resolves.toBe(1);
    test.clock.pass(1);
    // Past the moment for which a browser may show what it has.
    const later = await site.visitor({ language: 'ru' });
    await later.open(`/consultations/${draft.consultationId}`);
    await expect(later.link('portal.consultation.writeHere').count()).resolves.toBe(0);
  });

  /** From the home page to the account, by the link of a letter. */
  async function signUp(citizen: Visitor): Promise<string> {
    const email = `citizen-${(letters += 1)}@example.kz`;
    await citizen.open('');
    await citizen.go(citizen.page.locator(`main a[href$="/consultations/${draft.consultationId}"]`));
    await citizen.go(citizen.link('portal.consultation.writeHere'));
    expect(citizen.path).toMatch(/\/sign-in\?next=/);
    await citizen.go(citizen.link('portal.account.new'));
    await citizen.fill({ email, displayName: 'Айгүл', password: 'short' });
    await citizen.go(citizen.button('portal.account.signUp.button'), 422);
    await citizen.fill({ password: PASSWORD });
    await citizen.go(citizen.button('portal.account.signUp.button'));
    expect(await citizen.text()).toContain(citizen.say('portal.account.sent.title'));
    const letter = (await test.letters(letters)).at(-1) ?? '';
    await citizen.visit(/http:\/\/[^/\s]+(\/\w\w\/confirm\?token=[\w-]+)/.exec(letter)?.[1] ?? '');
    await citizen.go(citizen.button('portal.account.confirm.button'));
    await citizen.signIn(email);
    return email;
  }

  async function openForm(citizen: Visitor): Promise<void> {
    await citizen.open(`/consultations/${draft.consultationId}`);
    const places = citizen.page.getByRole('link', { name: citizen.say('portal.consultation.writeHere') });
    await citizen.go(places.nth(1));
    expect(await citizen.text()).toContain(citizen.language === 'kk' ? 'Түнгі шу деңгейі 2' : 'Уровень ночного шума 2');
  }

  /** Writes, checks, changes, sends by a double click; gives the receipt. */
  async function comment(citizen: Visitor, scripts: boolean): Promise<string> {
    const before = await stored();
    await citizen.go(citizen.button('portal.comment.check'), 422);
    const focused = citizen.page.locator('.govuk-error-summary:focus');
    await expect(focused.count()).resolves.toBe(scripts ? 1 : 0);
    await citizen.fill({ text: 'Алғашқы ой' });
    await citizen.mark('language', 'kk');
    await citizen.mark('showName', 'true');
    await citizen.go(citizen.button('portal.comment.check'));
    await citizen.go(citizen.button('portal.comment.change'));
    await citizen.fill({ text: 'Екінші ой' });
    await citizen.go(citizen.button('portal.comment.check'));
    const checked = await citizen.text();
    expect(checked).toContain('Екінші ой');
    expect(checked).toContain('Айгүл');
    await citizen.goTwice(citizen.button('portal.comment.send'));
    expect(await stored()).toEqual([...before, 'Екінші ой']);
    expect(await citizen.text()).toContain(citizen.say('portal.receipt.title'));
    return (await citizen.page.locator('.govuk-panel__body strong').innerText()).trim();
  }

  /** The session ends while a long text is written: nothing of it is lost. */
  async function outliveSession(citizen: Visitor, email: string): Promise<void> {
    const before = await stored();
    await citizen.go(citizen.link('portal.receipt.draft'));
    await citizen.go(citizen.button('portal.consultation.write'));
    await citizen.fill({ text: LONG });
    test.clock.pass(SESSION_HOURS * 3600);
    await citizen.go(citizen.button('portal.comment.check'), 401);
    await citizen.signIn(email);
    await citizen.go(citizen.button('portal.carried.continue'));
    await citizen.go(citizen.button('portal.comment.send'));
    expect(await stored()).toEqual([...before, LONG]);
  }

  async function answerAll(): Promise<void> {
    const officer = await signIn(test, draft.officer.email, draft.officer.accountId);
    const open = await test.database.query<{ id: string }>(`select id from comments where state = 'accepted'`);
    expect(open).toHaveLength(2);
    for (const { id } of open) {
      await officer.put(`/comments/${id}/answer`).send({ outcome: 'partly', reasons: REASONS }).expect(200);
    }
  }

  async function readAnswers(citizen: Visitor, receipt: string): Promise<void> {
    await citizen.section('account');
    await citizen.go(citizen.link('portal.account.links.comments'));
    const mine = await citizen.text();
    expect(mine.split(REASONS[citizen.language === 'kk' ? 'kk' : 'ru'])).toHaveLength(3);
    expect(mine).toContain(citizen.say('portal.account.comments.outcome.partly'));
    await citizen.go(citizen.page.getByRole('link', { name: receipt }));
    expect(await citizen.text()).toContain(citizen.say('portal.commentState.answered'));
  }

  async function stored(): Promise<string[]> {
    const rows = await test.database.query<{ text: string }>('select text from comments order by number');
    return rows.map(({ text }) => text);
  }
});
