import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { Reader, type Seen } from '../support/reader.js';
import { person, signIn } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const REASONS = { kk: 'Ескерілді', ru: 'Учтено' };
const SAME = 'Түнде тыныш болсын';
const PAGES = ['kk', 'ru', 'en'] as const;

describe('the completion report for readers (K8.report)', () => {
  let test: TestApplication;
  let reader: Reader;
  let open: PreparedConsultation;
  const path = (language: string): string => `/${language}/consultations/${open.consultationId}/report`;
  const main = ({ $ }: Seen): string => $('main').text().replaceAll(/\s+/g, ' ');

  beforeAll(async () => {
    test = await startTestApplication();
    reader = new Reader(test);
    open = await publishedConsultation(test, { provisions: 2, closesInWorkingDays: 10 });
    const [citizen, other] = [await person(test), await person(test)];
    const comments = `/consultations/${open.consultationId}/comments`;
    const provisionId = open.provisionIds[0];
    for (const by of [citizen, other])
      await by.post(comments).send({ text: SAME, language: 'kk', provisionId }).expect(201);
    const long = Array.from({ length: 2_000 }, (_, at) => `${at.toString(36)}сөз`).join(' ');
    for (let at = 0; at < 4; at += 1) {
      await citizen
        .post(comments)
        .send({ text: `${at} ${long}`, language: 'kk', showName: at === 0 })
        .expect(201);
    }
  });
  afterAll(() => test.close());

  it('tells the officer before it is published what will be in it', async () => {
    const officer = new Reader(test);
    test.clock.set('2026-03-18T09:00:00+05:00');
    await officer.signIn(open.officer.email);
    const work = await officer.get(`/ru/desk/consultations/${open.consultationId}`);
    expect(main(work)).toContain('6 замечаний и предложений, 5 разных текстов.');
    expect(work.$('main form[action$="/report"]')).toHaveLength(0);
    expect((await reader.get(path('ru'))).status).toBe(404);
    const by = await signIn(test, open.officer.email, open.officer.accountId);
    const list = await test.anyone.get(`/consultations/${open.consultationId}/comments?limit=100`).expect(200);
    for (const { id } of (list.body as { items: { id: string }[] }).items) {
      await by.put(`/comments/${id}/answer`).send({ outcome: 'accepted', reasons: REASONS }).expect(200);
    }
    const ready = await officer.get(`/ru/desk/consultations/${open.consultationId}`);
    const done = await officer.submit(ready, {}, 'main form[action$="/report"] button');
    expect(done.url).toBe(`/ru/desk/consultations/${open.consultationId}`);
    const discussion = await reader.get(`/ru/consultations/${open.consultationId}`);
    expect(discussion.$(`main a[href="${path('ru')}"]`)).toHaveLength(1);
  });

  it.each(PAGES)('shows in %s figures, files and the hash of the journal', async (language) => {
    const seen = await reader.get(path(language));
    expect(seen.status).toBe(200);
    const report = await test.anyone.get(`/consultations/${open.consultationId}/report`).expect(200);
    const { hashes } = report.body as { hashes: { content: string; byLine: string } };
    for (const hash of [hashes.content, hashes.byLine]) expect(main(seen)).toContain(hash);
    const links = seen.$('section[aria-labelledby="files"] a').get();
    const types = ['application/pdf', 'wordprocessingml', 'text/csv', 'text/csv', 'x-ndjson'];
    expect(links).toHaveLength(types.length);
    for (const [at, link] of links.entries()) {
      const href = seen.$(link).attr('href') ?? '';
      const file = await test.anyone.get(href.replace('/api/v1', '')).expect(200);
      expect(file.headers['content-type']).toContain(types[at]);
    }
    const journal = seen.$('main a[href*="/journal?subject="]').attr('href') ?? '';
    const acts = await test.anyone.get(journal.replace('/api/v1', '')).expect(200);
    expect(acts.text).toContain(hashes.content);
  });

  it('prints every text once, page by page, each of at most 60 kB over the wire', async () => {
    const numbers: string[] = [];
    let [address, pages] = [path('kk'), 0];
    while (address !== '') {
      const seen = await reader.get(address);
      const packed = await test.app.inject({ url: address, headers: { 'accept-encoding': 'gzip' } });
      expect(packed.rawPayload.length).toBeLessThan(60_000);
      numbers.push(
        ...seen
          .$('main article')
          .map((_, one) => seen.$(one).attr('id') ?? '')
          .get(),
      );
      address = seen.$('.govuk-pagination__next a').attr('href') ?? '';
      pages += 1;
    }
    expect(pages).toBeGreaterThan(1);
    expect(numbers).toEqual([1, 3, 4, 5, 6].map((number) => `comment-${number}`));
    const first = main(await reader.get(path('ru')));
    for (const said of ['2 одинаковых замечания', 'Участник 1', 'Учтено', 'текст проекта не изменился']) {
      expect(first).toContain(said);
    }
  });
});
