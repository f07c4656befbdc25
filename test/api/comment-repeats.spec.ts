import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { newReceiptNumber } from '../../src/comments/index.js';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

interface Comment {
  readonly id: string;
  readonly text: string;
  readonly receipt: { readonly number: string; readonly acceptedAt: string; readonly textHash: string };
}

interface Refusal {
  readonly detail: string;
  readonly code: string;
  readonly commentId: string;
  readonly receipt: Comment['receipt'];
  readonly link: string;
}

const AT_ONCE = 50;

describe('the same words once more', () => {
  let test: TestApplication;
  let open: PreparedConsultation;
  let author: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    open = await publishedConsultation(test);
  });
  afterAll(() => test.close());

  const send = (by: Person, body: object, { consultationId } = open) =>
    by.post(`/consultations/${consultationId}/comments`).send({ language: 'kk', ...body });
  const count = async ({ accountId }: Person): Promise<number> =>
    (await test.database.query('select from comments where account_id = $1', [accountId])).length;
  const onlyOne = (answers: readonly Response[]): Comment => {
    const made = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 409).map(({ body }) => body as Refusal);
    expect([made.length, refused.length]).toEqual([1, answers.length - 1]);
    const comment = made[0]?.body as Comment;
    expect(new Set(refused.map(({ receipt }) => receipt.number))).toEqual(new Set([comment.receipt.number]));
    return comment;
  };

  it('are refused with the receipt of the first, which leads to what became of it, in the author’s language', async () => {
    author = await person(test);
    const first = (await send(author, { text: 'Тыныш болсын' }).expect(201)).body as Comment;
    const sentences = new Set<string>();
    for (const lang of ['kk', 'ru', 'en']) {
      const answer = await send(author, { text: 'Тыныш болсын', showName: true }).set('Accept-Language', lang);
      const body = answer.body as Refusal;
      expect([answer.status, body]).toMatchObject([409, { type: '/problems/conflict', code: 'comment-sent-already' }]);
      expect([body.commentId, body.receipt]).toEqual([first.id, first.receipt]);
      const found = await test.anyone.get(body.link.replace('/api/v1', '')).expect(200);
      expect(found.body).toMatchObject({ ...first.receipt, commentId: first.id });
      sentences.add(body.detail);
    }
    expect(sentences.size).toBe(3);
    expect(await count(author)).toBe(1);
  });

  it('are another comment from another person, about another place, about another draft, and with a blank more', async () => {
    const [one, other] = open.provisionIds;
    const elsewhere = await publishedConsultation(test, { body: open });
    const text = 'Осы сөздер';
    await send(author, { text }).expect(201);
    await send(await person(test), { text }).expect(201);
    await send(author, { text, provisionId: one }).expect(201);
    await send(author, { text, provisionId: other }).expect(201);
    await send(author, { text, provisionId: other, quote: 'шу' }).expect(201);
    await send(author, { text }, elsewhere).expect(201);
    await send(author, { text: `${text} ` }).expect(201);
    await send(author, { text, provisionId: one?.toUpperCase() }).expect(409);
    await send(author, { text, provisionId: other, quote: 'шу' }).expect(409);
  });

  it('may be said again once the first is withdrawn, and then once', async () => {
    const text = 'Қайтарып алып, қайта айтамын';
    const first = (await send(author, { text }).expect(201)).body as Comment;
    await author.put(`/comments/${first.id}/withdrawal`).expect(200);
    const second = (await send(author, { text }).expect(201)).body as Comment;
    expect(second.receipt.number).not.toBe(first.receipt.number);
    const third = (await send(author, { text }).expect(409)).body as Refusal;
    expect(third.receipt).toEqual(second.receipt);
  });

  it('are refused also after the first was answered', async () => {
    const text = 'Жауап алған сөз';
    const { id, receipt } = (await send(author, { text }).expect(201)).body as Comment;
    const answer = { outcome: 'declined', reasons: { kk: 'Жоқ', ru: 'Нет' } };
    await open.officer.put(`/comments/${id}/answer`).send(answer).expect(200);
    expect(((await send(author, { text }).expect(409)).body as Refusal).receipt).toEqual(receipt);
  });

  it(`make one comment of ${AT_ONCE} same requests at once that have no key`, async () => {
    const one = await person(test);
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => send(one, { text: 'Бір рет' })));
    onlyOne(answers);
    expect(await count(one)).toBe(1);
  });

  it(`make one comment of ${AT_ONCE} same requests at once that have each a key of their own`, async () => {
    const one = await person(test);
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, at) => send(one, { text: 'Бір рет' }).set('Idempotency-Key', `own-${at}`)),
    );
    const { receipt } = onlyOne(answers);
    const winner = answers.findIndex(({ status }) => status === 201);
    const again = await send(one, { text: 'Бір рет' }).set('Idempotency-Key', `own-${winner}`).expect(201);
    expect((again.body as Comment).receipt).toEqual(receipt);
  });

  describe('what a comment may say is kept to the last code point', () => {
    it.each([
      ['one code point', '𐰴'],
      ['Cyrillic Kazakh', 'Әңгіме өте ұзақ: ғылым, қоғам, һәм іс – үшінші баптың негізі.'],
      ['Latin Kazakh', 'Áńgime óte uzaq: ǵylym, qoǵam, jáne is – úshinshi baptyń negizi. Şñöü'],
      ['Arabic Kazakh', 'ٴبىرىنشى باپ: قوعامدىق كەڭەس، ۇسىنىس جانە ەسكەرتۋ.'],
      ['marks upon marks', `Z${'\u0300\u0335\u0489\u036f'.repeat(60)}a${'\u0323\u0301'.repeat(40)}`],
      ['marks of direction', 'бап \u202e3\u202c және \u2066пункт\u2069 \u200f2'],
      ['an escape of a terminal', 'a\u001b[31mb\u0007\r\n\tв'],
      ['HTML', '<img src=x onerror=alert(1)></p><!-- --><script>1</script>&lt;&amp;'],
      ['Markdown', '# Тақырып\n\n**қою** [сілтеме](javascript:alert(1)) `код` | a | b |\n- [ ] ![](x)'],
      ['joined emoji and a byte order mark within', 'Отбасы 👩‍👩‍👧‍👦 және\ufeff туы 🇰🇿'],
      ['decomposed and composed letters side by side', 'й ≠ и\u0306, é ≠ e\u0301'],
    ])('%s', async (_, text) => {
      const made = (await send(author, { text }).expect(201)).body as Comment;
      const read = (await test.anyone.get(`/comments/${made.id}`).expect(200)).body as Comment;
      expect([made.text, read.text]).toEqual([text, text]);
      expect(made.receipt.textHash).toBe(hash('sha256', text));
      const page = await test.anyone.get(`/consultations/${open.consultationId}/comments?limit=100`).expect(200);
      const { items } = page.body as { items: Comment[] };
      expect(items.find(({ id }) => id === made.id)?.text).toBe(text);
    });
  });

  it.each([
    ['a surrogate alone', '"a\\ud800b"', 'lone-surrogate'],
    ['surrogates in the wrong order', '"\\udc00\\ud800"', 'lone-surrogate'],
    ['NUL', '"a\\u0000b"', 'control-character'],
    ['only marks of direction', '"\\u202e\\u2066\\u200f"', 'blank'],
    ['only what has no width', '"\\u200b\\u2060\\ufeff"', 'blank'],
    ['16,001 code points', `"${'𐰴'.repeat(16_001)}"`, 'too-long'],
    ['nothing', '""', 'too-short'],
  ])('refuses %s at its field and stores nothing', async (_, text, code) => {
    const before = await count(author);
    const refused = await author
      .post(`/consultations/${open.consultationId}/comments`)
      .set('Content-Type', 'application/json')
      .send(`{"language":"kk","text":${text}}`);
    expect([refused.status, refused.body]).toMatchObject([422, { errors: [{ pointer: '/text', code }] }]);
    expect(await count(author)).toBe(before);
  });

  it('refuses an anchor in another draft, with and without words of it', async () => {
    const other = await publishedConsultation(test, { body: open, provisions: 1 });
    const [foreign] = other.provisionIds;
    for (const anchor of [{ provisionId: foreign }, { provisionId: foreign, quote: 'шу' }]) {
      const refused = await send(author, { text: 'Басқа жоба', ...anchor }).expect(422);
      expect(refused.body).toMatchObject({ errors: [{ pointer: '/provisionId', code: 'not-found' }] });
    }
  });

  it('tells nothing to whoever guesses receipts: near ones, old ones, a comment’s own numbers', async () => {
    const { id, receipt } = (await send(author, { text: 'Талоны бар' }).expect(201)).body as Comment;
    const near = Array.from(receipt.number, (sign, at) =>
      sign === '-' ? '' : receipt.number.slice(0, at) + (sign === '0' ? '1' : '0') + receipt.number.slice(at + 1),
    );
    const guesses = [
      ...near.filter((one) => one !== ''),
      ...Array.from({ length: 50 }, newReceiptNumber),
      id,
      '1',
      '%',
    ];
    for (const guess of guesses) {
      const answer = await test.anyone.get(`/receipts/${encodeURIComponent(guess)}`);
      expect([guess, answer.status]).toEqual([guess, 404]);
      expect(answer.body).toMatchObject({ type: '/problems/not-found' });
      expect(JSON.stringify(answer.body)).not.toContain(receipt.textHash);
    }
  });
});
