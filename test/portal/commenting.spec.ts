import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { pdf } from '../factories/sample-files.js';
import { person, type Person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const TODAY = '2026-03-02';
const BIN = '971240001315';
const LETTER = {
  ...{ channel: 'paper', receivedOn: TODAY, text: 'Түнгі шу азайсын.', authorName: 'Серікбаева Айгүл' },
  ...{ 'onBehalfOf.name': 'Тыныш түн', 'onBehalfOf.bin': BIN },
};
const SCAN = { field: 'scanId', files: [{ name: 'Хат.pdf', bytes: pdf('Хат'), type: 'application/pdf' }] };

describe('commenting', () => {
  let test: TestApplication;
  let of: PreparedConsultation;
  let citizen: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    of = await publishedConsultation(test, { provisions: 2 });
    citizen = await person(test);
  });
  afterAll(() => test.close());

  const signedIn = async (by: Person): Promise<Reader> => {
    const reader = new Reader(test);
    await reader.signIn(by.email);
    return reader;
  };
  const facts = ({ $ }: Seen, id: string): string[] =>
    $(`#${id} .kenes-list__facts span`)
      .toArray()
      .map((fact) => $(fact).text());

  it('on behalf of an organisation is said as the author states it', async () => {
    const reader = await signedIn(citizen);
    const { consultationId } = await publishedConsultation(test, { provisions: 1 });
    const form = await reader.get(`/en/consultations/${consultationId}/comment`);
    const filling = { text: 'We object', 'onBehalfOf.bin': BIN };
    const again = await reader.submit(form, filling, 'button[value=check]');
    expect([again.status, again.$('details[open]').length]).toEqual([422, 1]);
    const check = await reader.submit(again, { 'onBehalfOf.name': 'Quiet Night' }, 'button[value=check]');
    expect(check.$('.govuk-summary-list').text()).toContain(`Quiet Night (BIN ${BIN})`);
    const receipt = await reader.submit(check, {}, 'button[value=send]');
    expect(receipt.$('main').text()).toContain(`Quiet Night (BIN ${BIN})`);
    const said = `on behalf of Quiet Night (BIN ${BIN}), as stated by the author`;
    const list = await new Reader(test).get(`/en/consultations/${consultationId}/comments`);
    expect(facts(list, 'comment-1').at(-1)).toBe(said);
    expect((await reader.get('/en/account/comments')).$('main').text()).toContain(said);
  });

  it('is kept for later, listed on the account, shown again, and begun anew', async () => {
    const by = await person(test);
    const reader = await signedIn(by);
    const { consultationId, provisionIds } = await publishedConsultation(test, { provisions: 2 });
    const address = `/ru/consultations/${consultationId}/comment`;
    const form = await reader.get(`${address}?provision=${provisionIds[1] ?? ''}`);
    const empty = await reader.submit(form, {}, 'button[value=keep]');
    expect([empty.status, empty.$('.govuk-error-summary a').attr('href')]).toEqual([422, '#text']);
    const said = { text: 'Половина мысли', 'onBehalfOf.name': 'ТОО', showName: 'true' };
    const account = await reader.submit(form, said, 'button[value=keep]');
    expect(account.url).toBe('/ru/account?done=kept');
    const link = account.$(`section[aria-labelledby=drafts] a[href="${address}"]`);
    expect(link).toHaveLength(1);
    const again = await reader.get(link.attr('href') ?? '');
    expect(again.$('textarea').text()).toBe('Половина мысли');
    expect(again.$('input[name=provisionId]').attr('value')).toBe(provisionIds[1]);
    expect(again.$('input[name="onBehalfOf.name"]').attr('value')).toBe('ТОО');
    expect(again.$('input[name=showName]').attr('checked')).toBeDefined();
    const anew = await reader.submit(again, {}, 'form[action$="/comment/discard"] button');
    expect([anew.url, anew.$('textarea').text()]).toEqual([address, '']);
    expect((await reader.get('/ru/account')).$('section[aria-labelledby=drafts]')).toHaveLength(0);
  });

  describe('on quoted words', () => {
    const RU = 'Срок – десять дней. Ответ – десять дней со дня запроса.';
    const quote = 'десять  дней';
    let quoted: PreparedConsultation;
    beforeAll(async () => {
      const provisions = [{ number: '1', text: { kk: 'Мерзімі – он күн. Жауап – он күн.', ru: RU } }];
      quoted = await publishedConsultation(test, { change: { provisions } });
    });
    const path = (language: string, rest = ''): string => `/${language}/consultations/${quoted.consultationId}${rest}`;
    const formIn = async (reader: Reader, language: string): Promise<Seen> =>
      reader.get(path(language, `/comment?provision=${quoted.provisionIds[0] ?? ''}`));
    const marks = ({ $ }: Seen, within: string): string[] =>
      $(`${within} mark`)
        .toArray()
        .map((one) => $(one).clone().find('.govuk-visually-hidden').remove().end().text());

    it.each(['kk', 'ru', 'en'])('offers the places where they stand, each among its words: %s', async (language) => {
      const reader = await signedIn(citizen);
      const form = await formIn(reader, language);
      const asked = await reader.submit(form, { quote, text: 'Мало' }, 'button[value=check]');
      expect([asked.status, asked.$('.govuk-error-summary a').attr('href')]).toEqual([422, '#quotePlace']);
      expect(asked.$('#quotePlace').attr('type')).toBe('radio');
      expect(marks(asked, '.govuk-radios')).toEqual(['десять дней', 'десять дней']);
      expect(asked.$('.govuk-radios .kenes-quote__around').last().text()).toBe(' со дня запроса.…');
      expect(asked.$('input[name=quotePlace][checked]')).toHaveLength(0);
      const missing = await reader.submit(asked, { quote: 'десять лет' }, 'button[value=check]');
      expect([missing.status, missing.$('.govuk-error-summary a').attr('href')]).toEqual([422, '#quote']);
      expect(missing.$('input[name=quotePlace]')).toHaveLength(0);
    });

    it('does not take a place for words that were typed since, and keeps the one that was chosen', async () => {
      const reader = await signedIn(citizen);
      const form = await formIn(reader, 'ru');
      const asked = await reader.submit(form, { quote, text: 'Мало' }, 'button[value=check]');
      const other = await reader.submit(asked, { quote: 'дней', quotePlace: '2' }, 'button[value=check]');
      expect([other.status, other.$('input[name=quotePlace][checked]').length]).toEqual([422, 0]);
      const checked = await reader.submit(other, { quotePlace: '2' }, 'button[value=check]');
      expect(checked.$('.govuk-summary-list .kenes-quote__around').last().text()).toBe(' со дня запроса.…');
      const changed = await reader.submit(checked, {}, 'button[value=change]');
      expect(changed.$('input[name=quotePlace][checked]').attr('value')).toBe('2');
      expect(changed.$('#quote').text()).toBe('дней');
    });

    it('marks them in the text and beside it, and says later that they stand there no more', async () => {
      const reader = await signedIn(citizen);
      const form = await formIn(reader, 'ru');
      const asked = await reader.submit(form, { quote, text: 'Этого мало' }, 'button[value=check]');
      const checked = await reader.submit(asked, { quotePlace: '2' }, 'button[value=check]');
      const receipt = await reader.submit(checked, {}, 'button[value=send]');
      expect(marks(receipt, '.kenes-record')).toEqual(['десять дней']);
      const [{ quote_context: context } = { quote_context: {} }] = await test.database.query<{ quote_context: object }>(
        'select quote_context from comments where consultation_id = $1',
        [quoted.consultationId],
      );
      expect(context).toEqual({ before: 'Срок – десять дней. Ответ – ', after: ' со дня запроса.' });
      const text = await new Reader(test).get(path('ru'));
      expect(marks(text, '.kenes-beside > div:first-child')).toEqual(['десять дней']);
      expect(text.$('.kenes-beside > div:first-child mark').parent().text()).toMatch(
        /^Срок – десять дней\. Ответ – \s*\[/,
      );
      expect(marks(text, '.kenes-beside blockquote')).toEqual(['десять дней']);
      // In another language the text has other words: what is quoted is seen beside it.
      const kazakh = await new Reader(test).get(path('kk'));
      expect(marks(kazakh, '.kenes-beside > div:first-child')).toEqual([]);
      expect(kazakh.$('.kenes-beside blockquote').attr('lang')).toBe('ru');
      const change = async (ru: string): Promise<void> => {
        const provisions = [{ id: quoted.provisionIds[0], number: '1', text: { kk: 'Мерзімі – он күн.', ru } }];
        await quoted.officer.post(`/consultations/${quoted.consultationId}/versions`).send({ provisions }).expect(201);
      };
      await change('Общие положения. Срок – десять дней. Ответ – десять дней со дня запроса.');
      const moved = await new Reader(test).get(path('ru', '/comments'));
      expect(marks(moved, 'blockquote')).toEqual(['десять дней']);
      expect(moved.$('blockquote .kenes-quote__around').first().text()).toContain('Общие положения. Срок');
      await change('Срок – десять дней. Ответ – сразу.');
      const unsure = await new Reader(test).get(path('ru', '/comments'));
      expect(unsure.$('main').text()).toContain('какое именно место имелось в виду, определить нельзя');
      await change('Сроков нет.');
      for (const page of ['', '/comments']) {
        const gone = await new Reader(test).get(path('ru', page));
        expect(gone.$('main').text()).toContain('В последней версии текста этих слов больше нет.');
      }
    });
  });

  it('under somebody’s account by another is said so, and marked for everybody', async () => {
    const by = await person(test);
    const { consultationId } = await publishedConsultation(test, { provisions: 1 });
    const wanted = { text: 'Not mine', language: 'en', showName: true };
    const posted = await by.post(`/consultations/${consultationId}/comments`).send(wanted).expect(201);
    const { id } = posted.body as { id: string };
    const reader = await signedIn(by);
    const button = 'form[action$="/disowning"] button';
    const done = await reader.submit(await reader.get('/en/account/comments'), { reason: 'Lost phone' }, button);
    expect(done.url).toBe('/en/account/comments?done=disowned');
    expect(done.$('form[action$="/disowning"], form[action$="/withdrawal"]')).toHaveLength(0);
    const mark = 'The account’s holder said on 2 March 2026';
    const list = await new Reader(test).get(`/en/consultations/${consultationId}/comments`);
    const receipt = await reader.get(`/en/receipts/${(posted.body as { receipt: { number: string } }).receipt.number}`);
    for (const page of [done, list, receipt]) expect(page.$('main').text()).toContain(mark);
    expect(facts(list, 'comment-1')[0]).toBe('Participant 1');
    const officer = await signedIn((await publishedConsultation(test, { body: of })).officer);
    expect((await officer.get(`/en/desk/comments/${id}`)).$('main').text()).toContain('His explanation: Lost phone');
    expect(list.html).not.toContain('Lost phone');
  });

  describe('by letter', () => {
    it('is entered with its day, its scan and its author, whom the body alone sees (K8)', async () => {
      const officer = await signedIn(of.officer);
      const desk = `/kk/desk/consultations/${of.consultationId}`;
      const work = await officer.get(desk);
      const form = await officer.get(work.$(`a[href="${desk}/paper-comment"]`).attr('href') ?? '');
      const wrong = { ...LETTER, receivedOn: '2026-03-03', 'onBehalfOf.bin': '971240001316' };
      const refused = await officer.submitFiles(form, wrong, 'form[enctype] button', SCAN);
      expect(refused.status).toBe(422);
      expect(refused.$('.govuk-error-summary a').attr('href')).toBe('#onBehalfOf-bin');
      expect(refused.$('input[type=hidden][name=scanId]')).toHaveLength(1);
      const entered = await officer.submitFiles(refused, LETTER, 'form[enctype] button', { ...SCAN, files: [] });
      expect(entered.url).toMatch(/^\/kk\/desk\/paper-comments\//);
      expect(entered.$('main').text()).toContain(`Тыныш түн (БСН ${BIN})`);
      expect(entered.$('main').text()).toContain(LETTER.authorName);
      const receipt = entered.$('.govuk-panel strong').text();
      const reader = new Reader(test);
      const proof = await reader.get(`/kk/receipts/${receipt}`);
      expect(proof.$('main').text()).toContain('2026 ж. 2 наурыз');
      const list = await reader.get(`/kk/consultations/${of.consultationId}/comments`);
      expect(facts(list, 'comment-1').slice(2)).toEqual(['Қағаз жеткізгіште', 'орган хатты 2026 ж. 2 наурыз алды']);
      expect(list.html).not.toMatch(/Серікбаева|Тыныш түн/);
      const link = entered.$('main a[download]').attr('href') ?? '';
      expect((await officer.get(link)).status).toBe(200);
      expect((await reader.get(link)).status).not.toBe(200);
    });

    it('shows author and organisation where that is agreed, as stated by the author', async () => {
      const officer = await signedIn(of.officer);
      const shown = { ...LETTER, showName: 'true', channel: 'npo' };
      const form = await officer.get(`/ru/desk/consultations/${of.consultationId}/paper-comment`);
      await officer.submitFiles(form, shown, 'form[enctype] button', { ...SCAN, files: [] });
      const list = await new Reader(test).get(`/ru/consultations/${of.consultationId}/comments`);
      expect(facts(list, 'comment-2')).toEqual([
        LETTER.authorName,
        expect.stringContaining('2026'),
        `от имени Тыныш түн (БИН ${BIN}), со слов автора`,
        'Некоммерческая организация',
        'письмо получено органом 2 марта 2026 г.',
      ]);
      const whole = await new Reader(test).get(`/ru/consultations/${of.consultationId}`);
      expect(whole.$('main').text()).toContain(`от имени Тыныш түн (БИН ${BIN})`);
      const citizenPage = await (
        await signedIn(citizen)
      ).get(`/ru/desk/consultations/${of.consultationId}/paper-comment`);
      expect(citizenPage.status).toBe(403);
    });
  });
});
