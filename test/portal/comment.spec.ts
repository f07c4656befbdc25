import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SENTENCES } from '../../src/platform/i18n/index.js';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { person, type Person } from '../support/people.js';
import { formOf, Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const TEXT = 'Түнде тыныш болсын.\n\n  Бос орындар да,\n"тырнақшалар" мен <b>таңбалар</b> да сол күйінде & қалады 🌙';

describe('writing a comment without scripts', () => {
  let test: TestApplication;
  let consultation: PreparedConsultation;
  let citizen: Person;
  let reader: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    consultation = await publishedConsultation(test, { provisions: 3 });
    citizen = await person(test);
    reader = new Reader(test);
  });
  afterAll(() => test.close());

  const path = (language = 'kk'): string => `/${language}/consultations/${consultation.consultationId}`;
  const send = (page: Seen, filling = {}): Promise<Seen> => reader.submit(page, filling, 'button[value=send]');
  const check = (page: Seen, filling: Record<string, string | null>): Promise<Seen> =>
    reader.submit(page, filling, 'button[value=check]');
  const stored = (): Promise<{ text: string; receipt: string }[]> =>
    test.database.query('select text, receipt from comments order by number');

  it('asks to sign in first, then goes on to the form', async () => {
    const draft = await reader.get(path());
    const link = draft.$(`a[href^="${path()}/comment?provision="]`).first().attr('href') ?? '';
    const signIn = await reader.get(link);
    expect(signIn.url).toMatch(/^\/kk\/sign-in\?next=/);
    const form = await reader.submit(signIn, { email: citizen.email, password: 'a long enough password' });
    expect(form.url).toBe(link);
    expect(form.headers['cache-control']).toBe('no-store');
    expect(form.$('.govuk-inset-text').first().text()).toContain('Түнгі шу деңгейі 1');
  });

  it('names what is missing, at the field and in the summary, and keeps what was chosen', async () => {
    const form = await reader.get(`${path('ru')}/comment`);
    const again = await check(form, { text: '', language: 'kk', showName: 'true' });
    expect(again.status).toBe(422);
    const sentence = SENTENCES.ru.get('portal.comment.textEmpty') ?? '';
    expect(again.$('.govuk-error-summary a[href="#text"]').text()).toBe(sentence);
    expect(again.$('#text-error').text()).toContain(sentence);
    expect(again.$('input[name=language][value=kk]').attr('checked')).toBeDefined();
    expect(again.$('input[name=showName]').attr('checked')).toBeDefined();
    expect(await stored()).toEqual([]);
  });

  it('counts characters as the API does: 16,000 and no more, line breaks as one', async () => {
    const form = await reader.get(`${path()}/comment`);
    const tooLong = await check(form, { text: 'ә'.repeat(16_001) });
    expect(tooLong.status).toBe(422);
    expect(tooLong.$('textarea').text()).toBe('ә'.repeat(16_001));
    const fits = await check(form, { text: `${'ә'.repeat(15_000)}${'\n'.repeat(999)}.` });
    expect(fits.$('h1').text()).toBe(SENTENCES.kk.get('portal.comment.checkTitle'));
  });

  it('shows what will be sent, lets it be changed, and stores it exactly', async () => {
    const form = await reader.get(`${path()}/comment`);
    const shown = await check(form, { text: TEXT });
    expect(shown.status).toBe(200);
    expect(shown.$('.kenes-as-written').text()).toBe(TEXT);
    const changed = await reader.submit(shown, {}, 'button[value=change]');
    expect(changed.$('textarea').text()).toBe(TEXT);
    const receipt = await send(await check(changed, { text: TEXT }));
    expect(receipt.url).toMatch(/^\/kk\/receipts\/[0-9A-Z-]+$/);
    expect(receipt.$('.govuk-panel__body').text()).toContain((await stored())[0]?.receipt);
    expect((await stored()).map(({ text }) => text)).toEqual([TEXT]);
    const draft = await reader.get(`${path()}/comments`);
    expect(draft.$('.kenes-as-written').text()).toBe(TEXT);
  });

  it('makes one comment of a double click, and of coming back and sending again', async () => {
    const before = (await stored()).length;
    const shown = await check(await reader.get(`${path()}/comment`), { text: 'Бір рет' });
    const { action, fields } = formOf(shown, {}, 'button[value=send]');
    const answers = await Promise.all([reader.post(action, fields), reader.post(action, fields)]);
    const later = await reader.post(action, fields);
    expect(new Set([...answers, later].map(({ url }) => url)).size).toBe(1);
    expect(await stored()).toHaveLength(before + 1);
  });

  it('says in all languages that the same was sent before, and leads to the receipt of the first', async () => {
    const before = (await stored()).length;
    const first = await send(await check(await reader.get(`${path()}/comment`), { text: 'Тағы да сол' }));
    for (const language of ['kk', 'ru', 'en']) {
      const form = await reader.get(`${path(language)}/comment`);
      const again = await send(await check(form, { text: 'Тағы да сол' }));
      expect([again.status, again.$('h1').length]).toEqual([409, 1]);
      const [link = ''] = again
        .$('main a')
        .map((_, one) => again.$(one).attr('href'))
        .get();
      expect(link).toBe(first.url.replace('/kk/', `/${language}/`));
    }
    expect(await stored()).toHaveLength(before + 1);
  });

  it('says so when a form that was sent comes back with another text, and takes it on the next press', async () => {
    const before = (await stored()).length;
    const shown = await check(await reader.get(`${path()}/comment`), { text: 'Бірінші' });
    await send(shown);
    const other = await send(shown, { text: 'Екінші' });
    expect(other.status).toBe(409);
    expect(other.$('textarea').text()).toBe('Екінші');
    await send(await check(other, {}));
    expect((await stored()).slice(before).map(({ text }) => text)).toEqual(['Бірінші', 'Екінші']);
  });

  it('loses nothing when the session ended meanwhile', async () => {
    const before = (await stored()).length;
    const text = `${TEXT} Тағы.`;
    const shown = await check(await reader.get(`${path()}/comment`), { text, showName: 'true' });
    test.clock.pass(13 * 3600);
    const signIn = await send(shown);
    expect(signIn.status).toBe(401);
    expect(signIn.headers['www-authenticate']).toMatch(/^Cookie/);
    const wrong = await reader.submit(signIn, { email: citizen.email, password: 'not the right one' });
    expect(wrong.status).toBe(401);
    const goOn = await reader.submit(wrong, { email: citizen.email, password: 'a long enough password' });
    expect(goOn.$('blockquote').text()).toContain(TEXT);
    const receipt = await reader.submit(goOn);
    expect(receipt.url).toMatch(/^\/kk\/receipts\//);
    const rows = await stored();
    expect(rows.slice(before).map((row) => row.text)).toEqual([text]);
  });

  it('loses nothing when the reader signed in anew in another window', async () => {
    const before = (await stored()).length;
    const text = `${TEXT} Басқа терезеде.`;
    const shown = await check(await reader.get(`${path()}/comment`), { text });
    reader.cookies.delete('sid');
    await reader.signIn(citizen.email);
    const again = await send(shown);
    expect(again.status).toBe(403);
    expect(again.$('blockquote').text()).toBe(text);
    expect((await reader.submit(again)).url).toMatch(/^\/kk\/receipts\//);
    expect(await stored()).toHaveLength(before + 1);
  });

  it('finds a receipt however it is typed, and says when there is none', async () => {
    const number = (await stored())[0]?.receipt ?? '';
    const form = await reader.get('/en/receipts');
    const typed = form.$('form[action="/en/receipts"]').length;
    expect(typed).toBe(1);
    const spelt = number.toLowerCase().replaceAll('-', ' ');
    expect((await reader.get(`/en/receipts?number=${encodeURIComponent(spelt)}`)).$('.govuk-panel').text()).toContain(
      number,
    );
    const none = await reader.get('/en/receipts?number=0000');
    expect([none.status, none.$('.govuk-error-summary a').attr('href')]).toEqual([404, '#number']);
  });

  it('refuses after the last day of the term, and keeps the text', async () => {
    const shown = await check(await reader.get(`${path()}/comment`), { text: 'Кеш' });
    test.clock.set(`${consultation.closesOn}T23:59:59+05:00`);
    await reader.signIn(citizen.email);
    test.clock.pass(2);
    expect((await reader.get(`${path()}/comment`)).status).toBe(409);
    const late = await reader.submit(await signedAgain(shown), {}, 'main form button');
    expect(late.status).toBe(409);
    expect(late.html).toContain(SENTENCES.kk.get('problem.detail.comments-closed'));
  });

  async function signedAgain(shown: Seen): Promise<Seen> {
    return send(shown);
  }
});
