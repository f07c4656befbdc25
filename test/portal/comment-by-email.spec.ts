import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const SAID = { text: 'Please keep the nights quiet', email: 'guest@example.kz' };

describe('a comment without an account, on pages', () => {
  let test: TestApplication;
  let of: PreparedConsultation;
  let letters = 0;
  beforeAll(async () => {
    test = await startTestApplication({ worker: true });
    of = await publishedConsultation(test, { provisions: 2, change: { commentsByEmail: true } });
  });
  afterAll(() => test.close());

  const path = (language: string, { consultationId } = of): string => `/${language}/consultations/${consultationId}`;
  const letter = async (): Promise<string> => (await test.letters((letters += 1)))[letters - 1] ?? '';
  const linkIn = (text: string): string => /127\.0\.0\.1:3000(\/\S+token=\S+)/.exec(text)?.[1] ?? '';
  const sent = async (reader: Reader, filling: Record<string, string>): Promise<Seen> => {
    const done = await reader.submit(await reader.get(`${path('en')}/comment-by-email`), { ...SAID, ...filling });
    expect(done.url).toBe(`${path('en')}/comment-by-email/sent`);
    return reader.get(linkIn(await letter()));
  };
  const button = 'form[action$="/comment-confirmation"] button';

  it('is offered beside signing in where the body takes it, and the whole way leads to the receipt', async () => {
    const reader = new Reader(test);
    const draft = await reader.get(path('ru'));
    expect(draft.$('main').text()).toContain('Учётная запись не обязательна');
    const part = draft.$(`a[href*="/comment?provision=${of.provisionIds[1] ?? ''}"]`).attr('href') ?? '';
    const ways = await reader.get(part);
    expect(ways.status).toBe(200);
    const next = ways.$('main a[href*="/sign-in?next="]').attr('href') ?? '';
    expect(new URL(next, 'http://a').searchParams.get('next')).toBe(part);
    const form = await reader.get(ways.$('main a[href*="/comment-by-email"]').attr('href') ?? '');
    expect(form.$('main').text()).toContain('Уровень ночного шума 2');
    expect(form.$('main').text()).toMatch(/хранятся не дольше 24 часов и удаляются/);
    const refused = await reader.submit(form, { showName: 'true' });
    const faults = refused.$('.govuk-error-summary a').toArray();
    const places = faults.map((one) => refused.$(one).attr('href'));
    expect([refused.status, places.sort()]).toEqual([422, ['#email', '#text']]);
    const nameless = await reader.submit(refused, { ...SAID, language: 'en' });
    expect(nameless.$('.govuk-error-summary a').attr('href')).toBe('#displayName');
    const done = await reader.submit(nameless, { displayName: 'Ann Guest' });
    expect(done.$('h1').text()).toBe('Замечание ещё не отправлено');
    const said = await letter();
    expect(said).not.toMatch(/nights quiet|Ann Guest/);
    const confirmation = await reader.get(linkIn(said));
    expect(confirmation.url).toMatch(/^\/en\/comment-confirmation/);
    const summary = confirmation.$('.govuk-summary-list').text();
    for (const shown of [SAID.text, 'Ann Guest']) expect(summary).toContain(shown);
    expect(confirmation.$(button)).toHaveLength(1);
    // Opening it, as programs that check mail do, sent nothing.
    expect((await new Reader(test).get(`${path('en')}/comments`)).html).not.toContain(SAID.text);
    const receipt = await reader.submit(confirmation, {}, button);
    expect(receipt.url).toMatch(/^\/en\/receipts\//);
    expect(await letter()).toContain(receipt.url);
    expect((await new Reader(test).get(`${path('en')}/comments`)).html).toContain(SAID.text);
    expect((await reader.get('/en/account')).url).toMatch(/sign-in/);
  });

  it('by a link that was used leads to the receipt that came by letter; the same words lead to the first one', async () => {
    const reader = new Reader(test);
    const first = await sent(reader, { email: 'second@example.kz' });
    const twice = await sent(reader, { email: 'second@example.kz' });
    await reader.submit(first, {}, button);
    await letter();
    for (const again of [await reader.submit(first, {}, button), await reader.get(first.url)]) {
      expect([again.status, again.$('main a').attr('href')]).toEqual([404, '/en/receipts']);
      expect(again.$('main').text()).toContain('its receipt number came to your address');
    }
    const already = await reader.submit(twice, {}, button);
    expect([already.status, already.$('main a[href*="/receipts/"]').length]).toEqual([409, 1]);
    expect((await reader.get('/en/comment-confirmation')).url).toBe('/en/receipts');
  });

  it('is not offered where the body does not take it, until its officer does', async () => {
    const other = await publishedConsultation(test, { body: of, provisions: 1 });
    const reader = new Reader(test);
    expect((await reader.get(`${path('en', other)}/comment`)).url).toMatch(/^\/en\/sign-in\?next=/);
    expect((await reader.get(`${path('en', other)}/comment-by-email`)).status).toBe(409);
    expect((await reader.get(path('en', other))).$('main').text()).not.toContain('You need no account');
    const officer = new Reader(test);
    await officer.signIn(of.officer.email);
    const desk = await officer.get(`/en/desk/consultations/${other.consultationId}`);
    const taken = await officer.submit(desk, {}, 'form[action$="/comments-by-email"] button');
    expect(taken.url).toBe(`/en/desk/consultations/${other.consultationId}`);
    expect(taken.$('form[action$="/comments-by-email"]')).toHaveLength(0);
    expect(taken.$('.govuk-summary-list').text()).toContain('taken, confirmed by e-mail');
    expect((await reader.get(path('en', other))).$('main').text()).toContain('You need no account');
    const prepared = await officer.get(`/en/desk/bodies/${of.bodyId}/draft`);
    expect(prepared.$('input[name=commentsByEmail]').attr('checked')).toBeUndefined();
  });

  it('cannot be sent when comments are closed, and shows its words then', async () => {
    const reader = new Reader(test);
    const open = await sent(reader, { email: 'late@example.kz' });
    const now = test.clock.now();
    test.clock.set(`${of.closesOn}T23:59:59+05:00`);
    const late = await sent(reader, { email: 'later@example.kz', text: 'Too late' });
    test.clock.pass(1);
    const refused = await reader.submit(late, {}, button);
    expect([refused.status, refused.$('.govuk-error-summary').length, refused.$(button).length]).toEqual([409, 1, 0]);
    expect(refused.$('.govuk-summary-list').text()).toContain('Too late');
    expect((await reader.get(open.url)).status).toBe(404);
    test.clock.set(now.toISOString());
  });

  it('is shown to nobody who is signed in as the way to comment', async () => {
    const citizen = new Reader(test);
    await citizen.signIn((await person(test)).email);
    const form = await citizen.get(`${path('kk')}/comment`);
    expect(form.$('form[enctype="multipart/form-data"] textarea')).toHaveLength(1);
  });
});
