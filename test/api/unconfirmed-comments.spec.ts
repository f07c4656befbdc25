import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Test } from 'supertest';
import { UnconfirmedCommentsTasks } from '../../src/unconfirmed-comments/index.js';
import {
  preparedConsultation,
  publishedConsultation,
  type ConsultationWish,
  type PreparedConsultation,
} from '../factories/consultations.js';
import { PASSWORD, person, signIn } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const SAID = { text: 'Түнде тыныш болсын.', language: 'kk' };
const OPEN = { commentsByEmail: true };

interface Comment {
  readonly id: string;
  readonly number: number;
  readonly participant: number | null;
  readonly author: { readonly name: string } | null;
  readonly receipt: { readonly number: string };
}

let addresses = 0;
const newAddress = (): string => `guest-${(addresses += 1)}@example.kz`;

describe('a comment without an account', () => {
  let test: TestApplication;
  let of: PreparedConsultation;
  let letters = 0;
  beforeAll(async () => {
    test = await startTestApplication({ worker: true });
    of = await open();
  });
  afterAll(() => test.close());

  const open = (wish: ConsultationWish = {}): Promise<PreparedConsultation> =>
    publishedConsultation(test, { provisions: 2, ...wish, change: { ...OPEN, ...wish.change } });
  const send = (wanted: object, { consultationId } = of): Test =>
    test.anyone.post(`/consultations/${consultationId}/unconfirmed-comments`).send({ ...SAID, ...wanted });
  const nextLetter = async (): Promise<string> => (await test.letters((letters += 1)))[letters - 1] ?? '';
  const linkIn = (letter: string): string => /token=([\w-]+)/.exec(letter)?.[1] ?? '';
  const confirm = (token: string): Test => test.anyone.put('/unconfirmed-comments/confirmation').send({ token });
  const linkFor = async (wanted: object, where = of): Promise<string> => {
    await send(wanted, where).expect(202, { status: 'letter-sent' });
    return linkIn(await nextLetter());
  };
  /** Posted, with the letter of its receipt read. */
  const posted = async (wanted: object, where = of): Promise<Comment> => {
    const { body } = await confirm(await linkFor(wanted, where)).expect(200);
    await nextLetter();
    return body as Comment;
  };
  const waiting = () => test.database.query<{ email: string }>('select email from unconfirmed_comments');
  const accounts = (email: string) =>
    test.database.query<{ id: string; name: string }>(
      `select id, display_name as name from accounts where email = '${email}'`,
    );

  it('is nowhere to be seen until the link of the letter is used, and is then posted with a receipt', async () => {
    const of = await open();
    const email = newAddress();
    const displayName = 'Айгүл Сұлтан';
    const provisionId = of.provisionIds[1];
    const wanted = { provisionId, quote: 'Түнгі шу деңгейі 2', onBehalfOf: { name: 'ЖШС' } };
    await send({ ...wanted, email: email.toUpperCase(), displayName, showName: true }, of).expect(202);
    const letter = await nextLetter();
    expect(letter).toContain(`To: ${email}`);
    expect(letter).toContain('«Түнгі тыныштық туралы»');
    expect(letter).toMatch(/\/kk\/comment-confirmation\?token=[\w-]{43}/);
    expect(letter).not.toMatch(/тыныш болсын|Айгүл/);
    const comments = `/consultations/${of.consultationId}/comments`;
    expect((await test.anyone.get(comments).expect(200)).body).toMatchObject({ items: [] });
    const { body } = await confirm(linkIn(letter)).expect(200);
    const comment = body as Comment;
    expect(comment).toMatchObject({ ...SAID, ...wanted, onBehalfOf: { name: 'ЖШС', bin: null }, number: 1 });
    expect([comment.author, comment.participant]).toEqual([{ name: displayName }, null]);
    expect((await test.anyone.get(comments).expect(200)).body).toMatchObject({ items: [{ id: comment.id }] });
    const receipt = await nextLetter();
    expect(receipt).toContain(`To: ${email}`);
    expect(receipt).toContain(`/kk/receipts/${comment.receipt.number}`);
    await test.anyone.get(`/receipts/${comment.receipt.number}`).expect(200);
    expect((await waiting()).map((row) => row.email)).not.toContain(email);
    const journal = await test.database.query<{ entry: string }>('select entry from journal');
    expect(JSON.stringify(journal)).not.toMatch(/guest-|Айгүл|тыныш болсын/);
  });

  it('is posted once by a link: used again it is of no use, and two presses at once make one comment', async () => {
    const of = await open();
    const link = await linkFor({ email: newAddress() }, of);
    const answers = await Promise.all([confirm(link), confirm(link), confirm(link)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    await nextLetter();
    expect((await confirm(link).expect(404)).body).toMatchObject({ code: 'comment-link-useless' });
    await confirm('no-such-link').expect(404);
    const list = await test.anyone.get(`/consultations/${of.consultationId}/comments`).expect(200);
    expect((list.body as { items: unknown[] }).items).toHaveLength(1);
  });

  it('belongs to an account that begins no session, and whose password is chosen by the letter of recovery', async () => {
    const email = newAddress();
    const { id } = await posted({ email });
    await test.anyone.post('/sessions').send({ email, password: PASSWORD }).expect(401);
    // Signing up gives a stranger no password to it either: its holder chooses one by the letter.
    const signUp = { email, displayName: 'Бөгде', language: 'kk', password: PASSWORD };
    await test.anyone.post('/accounts/sign-up').send(signUp).expect(202);
    expect(await nextLetter()).toContain('/kk/new-password?token=');
    await test.anyone.post('/accounts/confirmation-letter').send({ email }).expect(202);
    const letter = await nextLetter();
    await test.anyone
      .put('/accounts/password')
      .send({ token: linkIn(letter), password: PASSWORD })
      .expect(204);
    await nextLetter();
    const [account] = await accounts(email);
    const by = await signIn(test, email, account?.id ?? '');
    expect((await by.get('/me/comments').expect(200)).body).toMatchObject({ items: [{ id, moves: ['withdrawal'] }] });
    await linkFor({ email, text: 'Тағы бір сөз' });
    expect((await by.get('/me/data').expect(200)).body).toMatchObject({
      account: { displayName: 'Қатысушы', hasPassword: true },
      unconfirmedComments: [{ text: 'Тағы бір сөз', displayName: null }],
    });
    await by.put('/me/closure').send({ password: PASSWORD }).expect(204);
    await nextLetter();
  });

  it('keeps the participant’s number and the name that others have seen', async () => {
    const of = await open();
    const email = newAddress();
    const first = await posted({ email }, of);
    const named = { email, showName: true, displayName: 'Айша' };
    const second = await posted({ ...named, text: 'Екінші' }, of);
    const third = await posted({ ...named, text: 'Үшінші', displayName: 'Басқа есім' }, of);
    const fourth = await posted({ email: newAddress() }, of);
    const shown = [first, second, third, fourth].map(({ participant, author }) => participant ?? author?.name);
    expect(shown).toEqual([1, 'Айша', 'Айша', 2]);
    expect(await accounts(email)).toMatchObject([{ name: 'Айша' }]);
  });

  it('is the account’s that the address has, unless that was disabled; the answer tells nobody of it', async () => {
    const by = await person(test);
    const { id } = await posted({ email: by.email, showName: true, displayName: 'Басқа есім' });
    const mine = await by.get('/me/comments').expect(200);
    expect(mine.body).toMatchObject({ items: [{ id }] });
    expect(JSON.stringify(mine.body)).toMatch(/"author":{"name":"Person/);
    const link = await linkFor({ email: by.email, text: 'Тағы да' });
    const admin = await person(test, { role: 'admin' });
    await admin.put(`/accounts/${by.accountId}/disablement`).expect(200);
    expect((await confirm(link).expect(409)).body).toMatchObject({ code: 'account-disabled' });
    const again = await linkFor({ email: by.email, text: 'Тағы да' });
    expect((await confirm(again).expect(409)).body).toMatchObject({ code: 'account-disabled' });
  });

  it('confirms an account that signed up, whose own link still sets the password', async () => {
    const email = newAddress();
    const signUp = { email, displayName: 'Бөгде адам', language: 'kk', password: PASSWORD };
    await test.anyone.post('/accounts/sign-up').send(signUp).expect(202);
    const token = linkIn(await nextLetter());
    const { author } = await posted({ email, showName: true, displayName: 'Өз есімім' });
    expect(author).toEqual({ name: 'Өз есімім' });
    await test.anyone.post('/sessions').send({ email, password: PASSWORD }).expect(401);
    await test.anyone.put('/accounts/confirmation').send({ token }).expect(200);
    await test.anyone.post('/sessions').send({ email, password: PASSWORD }).expect(201);
  });

  it('makes one account and one participant of two links that are used at once', async () => {
    const of = await open();
    const email = newAddress();
    const links = [await linkFor({ email }, of), await linkFor({ email, text: 'Екінші' }, of)];
    const answers = await Promise.all(links.map((link) => confirm(link).expect(200)));
    await nextLetter();
    await nextLetter();
    const numbers = answers.map(({ body }) => [(body as Comment).number, (body as Comment).participant]);
    expect(numbers.sort()).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(await accounts(email)).toHaveLength(1);
  });

  it('that says the same once more is refused with the first receipt, and its link is used', async () => {
    const email = newAddress();
    const { receipt } = await posted({ email });
    const link = await linkFor({ email });
    const { body } = await confirm(link).expect(409);
    expect(body).toMatchObject({ code: 'comment-sent-already', receipt: { number: receipt.number } });
    await confirm(link).expect(404);
  });

  it('is refused as any comment is, with the field that is wrong, and no letter is sent', async () => {
    const other = await open();
    const before = (await waiting()).length;
    const refused: [object, string, string][] = [
      [{ text: '' }, '/text', 'too-short'],
      [{ text: 'ш'.repeat(16_001) }, '/text', 'too-long'],
      [{ language: 'de' }, '/language', 'choice-unknown'],
      [{ provisionId: other.provisionIds[0] }, '/provisionId', 'not-found'],
      [{ quote: 'Мұндай сөз жоқ' }, '/quote', 'quote-not-found'],
      [{ quoteBefore: 'Түнгі' }, '/quote', 'context-needs-quote'],
      [{ onBehalfOf: { name: 'ЖШС', bin: '1' } }, '/onBehalfOf/bin', 'bin-wrong'],
      [{ files: [] }, '/files', 'unknown-field'],
      [{ email: 'nobody' }, '/email', 'email-expected'],
      [{ showName: true }, '/displayName', 'text-expected'],
    ];
    for (const [change, pointer, code] of refused) {
      const { body } = (await send({ email: newAddress(), ...change }).expect(422)) as { body: { errors: unknown[] } };
      expect(body.errors).toMatchObject([{ pointer, code }]);
    }
    expect(await waiting()).toHaveLength(before);
    // The next letter is that of the next who is not refused.
    const email = newAddress();
    await linkFor({ email, text: 'Бас тартылмаған' });
    expect((await test.letters(letters)).at(letters - 1)).toContain(`To: ${email}`);
  });

  it('is refused where none is taken without an account, and where nobody knows of the draft', async () => {
    const email = newAddress();
    const closed = await publishedConsultation(test, { provisions: 1 });
    expect((await send({ email }, closed).expect(409)).body).toMatchObject({ code: 'comments-by-email-not-taken' });
    await send({ email }, await preparedConsultation(test, { provisions: 1, change: OPEN })).expect(404);
    await send({ email }, { ...of, consultationId: '01980000-0000-7000-8000-000000000000' }).expect(404);
    const reasons = { kk: 'Басқа жоба', ru: 'Другой проект' };
    const withdrawn = await open();
    const token = await linkFor({ email }, withdrawn);
    await withdrawn.officer.put(`/consultations/${withdrawn.consultationId}/withdrawal`).send({ reasons }).expect(200);
    for (const answer of [await send({ email }, withdrawn), await confirm(token)]) {
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, 'not-open-for-comments']);
    }
    expect(await accounts(email)).toEqual([]);
  });

  it('sends few letters to one address, whatever is written', async () => {
    const email = newAddress();
    for (let count = 0; count < 5; count += 1) await linkFor({ email, text: `Сөз ${count}` });
    const limited = await send({ email, text: 'Сөз 6' }).expect(429);
    expect(limited.body).toMatchObject({ code: 'too-many-letters' });
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(3_000);
    await test.anyone.post('/accounts/password-reset').send({ email }).expect(429);
  });

  it('is confirmed until comments close, and within a day; after that it is removed with the address', async () => {
    const now = test.clock.now();
    const closing = await open({ closesInWorkingDays: 10 });
    test.clock.set(`${closing.closesOn}T23:59:00+05:00`);
    const email = newAddress();
    const token = await linkFor({ email }, closing);
    const wanted = { email: newAddress(), text: 'Бір күн күтеді' };
    const another = await open({ closesInWorkingDays: 20, body: await officerAnew(closing) });
    const [slow, slower] = [await linkFor(wanted, another), await linkFor({ ...wanted, text: 'Екі күн' }, another)];
    test.clock.pass(60);
    expect((await confirm(token).expect(409)).body).toMatchObject({ code: 'comments-closed' });
    expect((await send({ email }, closing).expect(409)).body).toMatchObject({ code: 'comments-closed' });
    expect(await accounts(email)).toEqual([]);
    test.clock.pass(86_400 - 61);
    await confirm(slow).expect(200);
    await nextLetter();
    test.clock.pass(1);
    await confirm(slower).expect(404);
    expect(await waiting()).toContainEqual({ email: wanted.email });
    expect(await test.app.get(UnconfirmedCommentsTasks).sweep()).toBeGreaterThanOrEqual(2);
    expect(await waiting()).toEqual([]);
    expect(await test.app.get(UnconfirmedCommentsTasks).sweep()).toBe(0);
    test.clock.set(now.toISOString());
  });

  const officerAnew = async ({ bodyId, officer }: PreparedConsultation) => ({
    bodyId,
    officer: await signIn(test, officer.email, officer.accountId),
  });
});

describe('a confirmed comment', () => {
  let test: TestApplication;
  beforeAll(async () => {
    test = await startTestApplication({ worker: true, settings: { COMMENTS_PER_PERSON: '1/600' } });
  });
  afterAll(() => test.close());

  it('counts towards the limits of its author as any other; the link waits until it may be sent', async () => {
    const { consultationId } = await publishedConsultation(test, { provisions: 1, change: OPEN });
    const [email, path] = [newAddress(), `/consultations/${consultationId}/unconfirmed-comments`];
    for (const text of ['Бірінші', 'Екінші']) {
      const wanted = { ...SAID, text, email };
      await test.anyone.post(path).send(wanted).expect(202);
    }
    const [first = '', second = ''] = (await test.letters(2)).map((text) => /token=([\w-]+)/.exec(text)?.[1] ?? '');
    const confirm = (token: string) => test.anyone.put('/unconfirmed-comments/confirmation').send({ token });
    await confirm(first).expect(200);
    expect((await confirm(second).expect(429)).body).toMatchObject({ code: 'too-many-comments' });
    expect(await test.database.query('select from unconfirmed_comments')).toHaveLength(1);
  });
});
