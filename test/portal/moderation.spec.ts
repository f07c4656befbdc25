import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { APPEAL, CONCEALMENT, ModerationWork, TEXT } from '../factories/concealments.js';
import { person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';

const MARKUP = '<script>alert(1)</script> & "x"';

describe('the pages of moderation', () => {
  let test: TestApplication;
  let work: ModerationWork;
  beforeAll(async () => {
    test = await startTestApplication();
    work = await ModerationWork.begin(test);
  });
  afterAll(() => test.close());
  beforeEach(() => {
    test.clock.set(BEGIN);
  });

  const main = (seen: Seen): string => seen.$('main').text().replaceAll(/\s+/g, ' ');
  const button = (action: string): string => `main form[action$="${action}"] button`;
  const signedIn = async (email: string): Promise<Reader> => {
    const reader = new Reader(test);
    await reader.signIn(email);
    return reader;
  };

  it('hide a comment by a form that asks for a ground and for both languages, and keeps what was typed', async () => {
    const id = await work.posted();
    const officer = await signedIn(work.officer.email);
    const form = await officer.get(`/ru/desk/comments/${id}/concealment`);
    expect(main(form)).toContain(TEXT);
    const half = await officer.submit(form, { 'explanation.kk': MARKUP }, button('/concealment'));
    expect(half.status).toBe(422);
    expect(half.$('.govuk-error-summary a')).toHaveLength(2);
    expect(half.$('[name="explanation.kk"]').val()).toBe(MARKUP);
    const done = await officer.submit(
      half,
      { ground: 'insult', 'explanation.kk': MARKUP, 'explanation.ru': MARKUP },
      button('/concealment'),
    );
    expect([done.status, done.url]).toEqual([200, `/ru/desk/comments/${id}/concealment`]);
    expect(done.$('main script')).toHaveLength(0);
    expect(done.$(button('/concealment'))).toHaveLength(0);
    const again = await officer.submit(
      form,
      { ground: 'insult', 'explanation.kk': 'Т', 'explanation.ru': 'П' },
      button('/concealment'),
    );
    expect(again.status).toBe(412);
    expect(main(again)).toContain(MARKUP);
    const read = await new Reader(test).get(`/ru/consultations/${work.open.consultationId}/comments?limit=100`);
    expect(read.$(`#comment-${(await numberOf(id)).toString()}`).text()).toContain(MARKUP);
    const answer = await officer.get(`/ru/desk/comments/${id}`);
    expect(main(answer)).toContain(TEXT);
    expect(main(answer)).toContain(MARKUP);
    const back = await officer.get(`/ru/desk/comments/${id}/reversal`);
    expect(back.url).toBe(`/ru/desk/comments/${id}/concealment`);
    const empty = await officer.submit(back, {}, button('/reversal'));
    expect(empty.status).toBe(422);
    const shown = await officer.submit(empty, { 'reasons.kk': 'Қ', 'reasons.ru': 'О' }, button('/reversal'));
    expect(shown.status).toBe(200);
    expect((await work.seen(id)).text).toBe(work.words(id));
  });

  const numberOf = async (id: string): Promise<number> =>
    ((await test.anyone.get(`/comments/${id}`)).body as { number: number }).number;

  it('show neither words, quote nor name of a hidden comment on any public page, in any language', async () => {
    const id = await work.posted();
    const { receipt } = (await work.author.get(`/comments/${id}`)).body as { receipt: { number: string } };
    await work.conceal(id).expect(200);
    const number = await numberOf(id);
    const reader = new Reader(test);
    for (const language of ['kk', 'ru', 'en'] as const) {
      const list = await reader.get(`/${language}/consultations/${work.open.consultationId}/comments?limit=100`);
      const article = list.$(`#comment-${number}`).text();
      expect(article).toContain(CONCEALMENT.explanation[language === 'ru' ? 'ru' : 'kk']);
      expect(article).not.toMatch(/шулайды|Person \d|null/);
      expect(article).not.toMatch(/(Участник|Participant) 0|0-қатысушы/);
      const seen = await reader.get(`/${language}/receipts/${receipt.number}`);
      expect(seen.$(`main a[href="/${language}/account/comments/${id}/appeal"]`)).toHaveLength(1);
      expect(main(seen)).not.toContain('шулайды');
    }
  });

  it('let the author alone appeal, tell him until when, and afterwards why not any more', async () => {
    const id = await work.concealed();
    const author = await signedIn(work.author.email);
    const stranger = await signedIn((await person(test)).email);
    expect((await stranger.get(`/ru/account/comments/${id}/appeal`)).status).toBe(403);
    const unknown = await author.get('/ru/account/comments/0192f0c0-0000-7000-8000-000000000000/appeal');
    expect(unknown.status).toBe(404);
    const form = await author.get(`/ru/account/comments/${id}/appeal`);
    expect(main(form)).toContain('17 марта 2026');
    expect(main(form)).toContain(CONCEALMENT.explanation.ru);
    const empty = await author.submit(form, { grounds: ' ' }, button('/appeal'));
    expect(empty.status).toBe(422);
    test.clock.set('2026-03-18T00:00:00+05:00');
    const awake = await signedIn(work.author.email);
    const late = await awake.get(`/ru/account/comments/${id}/appeal`);
    expect(main(late)).toContain('Срок подачи жалобы истёк');
    expect(late.$(button('/appeal'))).toHaveLength(0);
    const mine = await awake.get('/ru/account/comments');
    expect(mine.$(`a[href$="/account/comments/${id}/appeal"]`)).toHaveLength(0);
    test.clock.set(BEGIN);
    const stale = await (await signedIn(work.author.email)).get(`/ru/account/comments/${id}/appeal`);
    test.clock.set('2026-03-18T00:00:00+05:00');
    const evening = await signedIn(work.author.email);
    const fields = stale.$(`main form[action$="/appeal"] input`).toArray();
    const version = fields.map((one) => stale.$(one)).find((one) => one.attr('name') === '_version');
    expect(version?.val()).toBe('1');
    const page = await evening.get('/ru/account/data');
    const token = String(page.$('main form input[name="_token"]').val());
    const refused = await evening.post(`/ru/account/comments/${id}/appeal`, [
      ['_token', token],
      ['_version', '1'],
      ['grounds', APPEAL.grounds],
    ]);
    expect([refused.status, main(refused).includes('N1.appeal')]).toEqual([409, true]);
  });

  it('give the authority its appeals with their last days, overdue ones marked, and the decision once', async () => {
    const id = await work.appealed();
    await work.at('2026-03-18T12:00:00+05:00');
    const authority = await signedIn(work.authority.email);
    const desk = await authority.get('/ru/desk');
    expect(desk.$('section[aria-labelledby="appeals"] .govuk-tag--red')).toHaveLength(1);
    const list = await authority.get('/ru/desk/appeals');
    expect(list.$(`main a[href="/ru/desk/appeals/${id}"]`)).toHaveLength(1);
    const form = await authority.get(`/ru/desk/appeals/${id}`);
    expect(main(form)).toContain(APPEAL.grounds);
    expect(main(form)).toContain(TEXT);
    const half = await authority.submit(form, { outcome: 'upheld', 'reasons.kk': 'Қ' }, button(id));
    expect(half.status).toBe(422);
    const done = await authority.submit(half, { outcome: 'upheld', 'reasons.kk': 'Қ', 'reasons.ru': 'О' }, button(id));
    expect(done.url).toBe('/ru/desk/appeals');
    const decided = await authority.get(`/ru/desk/appeals/${id}`);
    expect(decided.$(button(id))).toHaveLength(0);
    expect(decided.$('.govuk-tag--red')).toHaveLength(1);
    for (const email of [work.officer.email, work.author.email])
      expect((await (await signedIn(email)).get('/ru/desk/appeals')).status).toBe(403);
    const mine = await (await signedIn(work.author.email)).get('/ru/account/comments');
    expect(main(mine)).toContain('скрытие оставлено в силе');
  });

  it('are closed to officers of other bodies', async () => {
    const id = await work.posted();
    const stranger = await signedIn((await work.anotherOfficer()).email);
    expect((await stranger.get(`/ru/desk/comments/${id}/concealment`)).status).toBe(403);
    expect((await stranger.get(`/ru/desk/consultations/${work.open.consultationId}/comments`)).status).toBe(403);
    expect((await new Reader(test).get(`/ru/desk/comments/${id}/concealment`)).url).toContain('/sign-in');
  });

  it('tell the figures with the grounds, what they mean and rest on, the same bytes for everyone', async () => {
    await work.concealed();
    const officer = await signedIn(work.officer.email);
    for (const language of ['kk', 'ru', 'en']) {
      const path = `/${language}/moderation?body=${work.open.bodyId}`;
      const seen = await new Reader(test).get(path);
      expect(seen.status).toBe(200);
      expect(seen.$('section[aria-labelledby="grounds"] li')).toHaveLength(7);
      expect(seen.$('section[aria-labelledby="grounds"] .govuk-tag--orange')).toHaveLength(3);
      expect((await officer.get(path)).html).toBe(seen.html);
    }
    const all = await new Reader(test).get('/ru/moderation?from=&until=');
    expect(all.$(`section[aria-labelledby="bodies"] a[href="/ru/moderation?body=${work.open.bodyId}"]`)).toHaveLength(
      1,
    );
    const rules = await new Reader(test).get('/ru/rules');
    for (const rule of ['N1.appeal', 'N1.decision', 'N2', 'N3']) expect(rules.$(`[id="${rule}"]`)).toHaveLength(1);
    const body = await new Reader(test).get(`/ru/bodies/${work.open.bodyId}`);
    expect(body.$(`a[href="/ru/moderation?body=${work.open.bodyId}"]`)).toHaveLength(1);
  });
});
