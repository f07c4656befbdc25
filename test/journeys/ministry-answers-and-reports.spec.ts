import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { GroupingService } from '../../src/comment-groups/index.js';
import { workingDaysAhead } from '../factories/consultations.js';
import { docxOf, paragraph } from '../factories/documents.js';
import { pdf } from '../factories/sample-files.js';
import { openSite, type Site } from '../support/browser.js';
import type { Visitor } from '../support/browser-visitor.js';
import { download } from '../support/download.js';
import { person, signIn, type Person } from '../support/people.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';

const DOCUMENTS = {
  kk: docxOf(
    ['1-тарау. Шу', '1. Түнде сағат 23:00-ден тыныш', '2. Күндіз тыныш'].map((one) => paragraph(one)).join(''),
  ),
  ru: docxOf(['Глава 1. Шум', '1. Ночью тихо с 23:00', '2. Днём тихо'].map((one) => paragraph(one)).join('')),
};
const SAME = 'Түнде құрылыс жұмыстары жүргізілмесін, балалар ұйықтай алмайды деп сұраймыз.';
const ON_PLACE = 'Пусть ночь <b>начинается</b> раньше, в 22:00.';
const ON_WHOLE = 'Просим осветить двор дома и поставить скамейки у каждого подъезда до начала зимы.';
const ANSWERS = {
  place: { kk: 'Уақыт өзгертілді', ru: 'Время изменено' },
  whole: { kk: 'Бұл – басқа актінің мәселесі', ru: 'Это предмет другого акта' },
  changed: { kk: 'Орындықтар жоспарға енгізілді', ru: 'Скамейки внесены в план' },
  group: { kk: 'Түнде құрылыс салынбайды', ru: 'Ночью строить не будут' },
};
const WHY = { kk: 'Жоспар бекітілді', ru: 'План утверждён' };
const ACT = { kk: 'Тыныштық туралы', ru: 'О тишине', url: 'https://adilet.zan.kz/rus/docs/V2600000112' };

/** Whose work it is, on what, and who is waiting for it. */
interface Work {
  readonly bodyId: string;
  readonly by: Person;
  readonly closesOn: string;
  readonly consultationId: string;
  /** Of the comments in their order. */
  readonly receipts: readonly string[];
}

describe('a ministry answers and reports (K7–K9)', () => {
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

  it.each(['kk', 'ru'] as const)('on a phone: %s', async (language) => {
    test.clock.set(BEGIN);
    const officer = await site.visitor({ language, screen: 'phone' });
    const citizen = await site.visitor({ language, screen: 'phone' });
    const begun = await prepare(officer);
    await takeText(officer);
    await addDocument(officer, begun);
    await officer.go(officer.button('portal.desk.work.publish'));
    const work = { ...begun, receipts: await comment(begun) };
    await divide(officer, work);
    await answerMine(officer, work);
    await answerGroup(officer, work);
    await changeAnswer(officer, work);
    await changeDraft(officer, work);
    await report(officer, work);
    await readReport(citizen, work);
    await checkFiles(citizen, work);
    await conclude(officer, work);
    await readReceipts(citizen, work);
  });

  /** From the desk: what is to be discussed, with one line of text in the place of the documents. */
  async function prepare(officer: Visitor): Promise<Omit<Work, 'receipts'>> {
    const bodies = await test.anyone.get('/bodies?kind=central&limit=1').expect(200);
    const bodyId = (bodies.body as { items: { id: string }[] }).items[0]?.id ?? '';
    const by = await person(test, { role: 'officer', bodyId });
    const closesOn = await workingDaysAhead(test, 10);
    await officer.open('/desk');
    await officer.signIn(by.email);
    await officer.go(officer.page.locator(`main a[href$="/desk/bodies/${bodyId}/draft"]`));
    for (const name of ['title', 'summary', 'objectives', 'provisionText'])
      await officer.fill({ [`${name}.kk`]: 'Тыныштық туралы', [`${name}.ru`]: 'О тишине' });
    await officer.choose('actType', 'ministerial_order');
    await officer.choose('category', 'natural-resources-and-ecology');
    await officer.fill({ closesOn });
    await officer.go(officer.button('portal.desk.draft.button'));
    return { bodyId, by, closesOn, consultationId: officer.path.split('/').at(-1) ?? '' };
  }

  /** The text is that of two documents, corrected before it is saved. */
  async function takeText(officer: Visitor): Promise<void> {
    await officer.go(officer.link('portal.desk.documents.link'));
    await officer.attach('kk', { name: 'жоба.docx', bytes: DOCUMENTS.kk });
    await officer.go(officer.button('portal.desk.documents.convert'), 422);
    for (const language of ['kk', 'ru'] as const)
      await officer.attach(language, { name: `${language}.docx`, bytes: DOCUMENTS[language] });
    await officer.go(officer.button('portal.desk.documents.convert'));
    expect(await officer.text()).toContain(officer.say('portal.desk.documents.unsaved', { count: 3 }));
    await officer.fill({ 'provisions[2].text.ru': 'Днём тоже тихо' });
    await officer.go(officer.button('portal.desk.text.save'));
  }

  async function addDocument(officer: Visitor, { consultationId }: Pick<Work, 'consultationId'>): Promise<void> {
    await officer.go(officer.link('portal.documents.title'));
    await officer.choose('kind', 'calculations');
    await officer.fill({ 'title.kk': 'Есептер', 'title.ru': 'Расчёты' });
    await officer.attach('fileId', { name: 'есептер.pdf', bytes: pdf() });
    await officer.go(officer.button('portal.documents.add'));
    await officer.open(`/desk/consultations/${consultationId}`);
  }

  /** Two say the same; two say something of their own, one of them about words of a provision. */
  async function comment({ consultationId }: Pick<Work, 'consultationId'>): Promise<string[]> {
    const path = `/consultations/${consultationId}`;
    const draft = await test.anyone.get(`${path}/draft`).expect(200);
    const provisionId = (draft.body as { provisions: { id: string }[] }).provisions[1]?.id;
    const receipts: string[] = [];
    for (const wanted of [
      { text: SAME, language: 'kk' },
      { text: ON_PLACE, language: 'ru', provisionId, quote: 'с 23:00' },
      { text: SAME, language: 'kk' },
      { text: ON_WHOLE, language: 'ru' },
    ]) {
      const citizen = await person(test);
      const made = await citizen.post(`${path}/comments`).send(wanted).expect(201);
      receipts.push((made.body as { receipt: { number: string } }).receipt.number);
    }
    await test.app.get(GroupingService).sweep();
    return receipts;
  }

  /** He takes the comments that nobody else says. */
  async function divide(officer: Visitor, { consultationId }: Work): Promise<void> {
    await officer.open(`/desk/consultations/${consultationId}`);
    await officer.go(officer.link('portal.desk.workList.link'));
    expect(await officer.text()).toContain(officer.say('portal.desk.workList.sameText', { count: 2 }));
    const boxes = officer.page.locator('main [name="comments"]');
    await expect(boxes.count()).resolves.toBe(4);
    for (const at of [1, 3]) await boxes.nth(at).check();
    await officer.choose('to', 'me');
    await officer.go(officer.button('portal.desk.workList.assign'));
    await officer.choose('assigned', 'me');
    await officer.go(officer.button('portal.desk.workList.show'));
    await expect(boxes.count()).resolves.toBe(2);
  }

  /** One after the other; what was chosen stays when reasons are wanted. */
  async function answerMine(officer: Visitor, { consultationId }: Work): Promise<void> {
    await officer.go(officer.link('portal.desk.workList.open', { number: 2 }));
    expect(await officer.text()).toContain(ON_PLACE);
    await expect(officer.page.locator('main blockquote').innerText()).resolves.toBe('с 23:00');
    await officer.mark('outcome', 'accepted');
    await officer.go(officer.button('portal.desk.answer.button'), 422);
    await expect(officer.page.locator('[name="outcome"][value="accepted"]').isChecked()).resolves.toBe(true);
    await give(officer, ANSWERS.place, 'portal.desk.answer.button');
    expect(await officer.text()).toContain(ON_WHOLE);
    await officer.mark('outcome', 'declined');
    await give(officer, ANSWERS.whole, 'portal.desk.answer.button');
    expect(officer.path).toBe(`/${officer.language}/desk/consultations/${consultationId}`);
  }

  async function answerGroup(officer: Visitor, { consultationId }: Work): Promise<void> {
    await officer.go(officer.link('portal.desk.groups.link'));
    await officer.go(officer.page.locator('main .kenes-list a').first());
    await officer.mark('outcome', 'partly');
    await give(officer, ANSWERS.group, 'portal.desk.groups.button', { unanswered: 2 });
    await officer.open(`/desk/consultations/${consultationId}`);
    expect(await officer.text()).toContain(officer.say('portal.desk.work.allAnswered'));
  }

  /** Not without saying why. */
  async function changeAnswer(officer: Visitor, { consultationId }: Work): Promise<void> {
    await officer.open(`/desk/consultations/${consultationId}/work-list?state=answered`);
    await officer.go(officer.link('portal.desk.workList.open', { number: 4 }));
    await officer.go(officer.link('portal.desk.revision.to'));
    await officer.mark('outcome', 'partly');
    await give(officer, ANSWERS.changed, 'portal.desk.revision.button', {}, 422);
    await officer.fill({ 'why.kk': WHY.kk, 'why.ru': WHY.ru });
    await officer.go(officer.button('portal.desk.revision.button'));
  }

  async function give(
    officer: Visitor,
    { kk, ru }: typeof WHY,
    button: string,
    params: Readonly<Record<string, number>> = {},
    status = 200,
  ): Promise<void> {
    await officer.fill({ 'reasons.kk': kk, 'reasons.ru': ru });
    await officer.go(officer.button(button, params), status);
  }

  /** The draft is changed where a comment was accepted. */
  async function changeDraft(officer: Visitor, { consultationId }: Work): Promise<void> {
    await officer.open(`/desk/consultations/${consultationId}`);
    await officer.go(officer.link('portal.desk.text.newVersion'));
    await officer.fill({
      ...{ 'provisions[1].text.kk': 'Түнде сағат 22:00-ден тыныш', 'provisions[1].text.ru': 'Ночью тихо с 22:00' },
      ...{ 'note.kk': '2-ескерту бойынша', 'note.ru': 'По замечанию № 2' },
    });
    await officer.go(officer.button('portal.desk.text.publish'));
  }

  /** When the term is over; the session is over too. */
  async function report(officer: Visitor, { by, closesOn, consultationId }: Work): Promise<void> {
    test.clock.set(`${closesOn}T09:00:00+05:00`);
    test.clock.pass(24 * 3600);
    await officer.open('/desk');
    await officer.signIn(by.email);
    await officer.go(officer.page.locator(`main a[href$="/desk/consultations/${consultationId}"]`).first());
    await officer.go(officer.button('portal.desk.work.publishReport'));
    expect(await officer.text()).toContain(officer.say('portal.desk.work.states.reported'));
  }

  /** Figures, groups, every text once with its answer, what changed in the draft. */
  async function readReport(citizen: Visitor, { consultationId }: Work): Promise<void> {
    await citizen.open(`/consultations/${consultationId}`);
    await expect(citizen.page.locator('main a[href*="/files/"]').count()).resolves.toBe(1);
    await citizen.go(citizen.link('portal.report.toReport'));
    const shown = await citizen.text();
    const language = citizen.language === 'ru' ? 'ru' : 'kk';
    for (const said of [
      citizen.say('portal.report.alike', { total: 4, texts: 3 }),
      citizen.say('portal.report.groups', { groups: 1, inGroups: 2 }),
      citizen.say('portal.report.changed', { from: 2, to: 3, changed: 1, added: 0, removed: 0, moved: 0 }),
      citizen.say('portal.report.onProvision', { comments: 1, accepted: 1, partly: 0, declined: 0 }),
      citizen.say('portal.report.copies', { count: 2 }),
      citizen.say('portal.comments.earlier', { count: 1 }),
      ...[SAME, ON_PLACE, ON_WHOLE],
      ...[ANSWERS.place, ANSWERS.changed, ANSWERS.group].map((reasons) => reasons[language]),
    ]) {
      expect(shown).toContain(said);
    }
    await expect(citizen.page.locator('main article').count()).resolves.toBe(3);
  }

  /** Each format is offered; the hash of the lines is the one in the journal. */
  async function checkFiles(citizen: Visitor, { consultationId }: Work): Promise<void> {
    const links = await citizen.page.locator('main section[aria-labelledby="files"] a').all();
    const hrefs = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
    const types = ['application/pdf', 'wordprocessingml', 'text/csv', 'text/csv', 'x-ndjson'];
    expect(hrefs).toHaveLength(types.length);
    for (const [at, href] of hrefs.entries()) {
      const { status, headers, bytes } = await download(test, href.replace('/api/v1', ''));
      expect([status, bytes.length > 100]).toEqual([200, true]);
      expect(headers['content-type']).toContain(types[at]);
      if (at < types.length - 1) continue;
      const journal = await test.anyone.get(`/journal?subject=consultation:${consultationId}`).expect(200);
      const acts = (journal.body as { items: { what: string; data: object }[] }).items;
      const told = acts.filter(({ what }) => what === 'consultation.reported');
      const contentSha256 = createHash('sha256').update(bytes).digest('hex');
      expect(told).toMatchObject([{ data: { contentSha256 } }]);
      expect(await citizen.text()).toContain(contentSha256);
    }
  }

  /** Not as adopted without the act. */
  async function conclude(officer: Visitor, { by, consultationId }: Work): Promise<void> {
    await officer.open(`/desk/consultations/${consultationId}`);
    await officer.mark('result', 'adopted');
    await officer.go(officer.button('portal.desk.ending.concludeButton'), 422);
    await officer.fill({
      ...{ 'act.title.kk': ACT.kk, 'act.title.ru': ACT.ru, 'act.number': '112' },
      ...{ 'act.adoptedOn': test.clock.today(), 'act.url': ACT.url },
    });
    await officer.go(officer.button('portal.desk.ending.concludeButton'));
    expect(await officer.text()).toContain(officer.say('portal.desk.work.states.concluded'));
    const later = await signIn(test, by.email, by.accountId);
    await later.put(`/consultations/${consultationId}/withdrawal`).send({ reasons: WHY }).expect(409);
  }

  /** Each of them finds his answer, also the one that stood before, and the act. */
  async function readReceipts(citizen: Visitor, { receipts }: Work): Promise<void> {
    const language = citizen.language === 'ru' ? 'ru' : 'kk';
    const answers = [ANSWERS.group, ANSWERS.place, ANSWERS.group, ANSWERS.changed];
    for (const [at, receipt] of receipts.entries()) {
      await citizen.open(`/receipts/${receipt}`);
      const shown = await citizen.text();
      expect(shown).toContain(answers[at]?.[language]);
      expect(shown).toContain(citizen.say('portal.consultation.result.adopted'));
      await expect(citizen.page.locator(`main a[href="${ACT.url}"]`).innerText()).resolves.toBe(ACT[language]);
    }
    await citizen.page.locator('main details summary').click();
    expect(await citizen.text()).toContain(WHY[language]);
  }
});
