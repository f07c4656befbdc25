import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { person } from '../support/people.js';
import { Reader } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const TYPES = ['text/csv', 'text/csv', 'application/x-ndjson'];

describe('the way to the files of comments', () => {
  let test: TestApplication;
  let reader: Reader;
  let open: PreparedConsultation;
  beforeAll(async () => {
    test = await startTestApplication();
    reader = new Reader(test);
    open = await publishedConsultation(test);
    const comment = { text: 'Бірінші пікір', language: 'kk', provisionId: open.provisionIds[0] };
    const citizen = await person(test);
    await citizen.post(`/consultations/${open.consultationId}/comments`).send(comment).expect(201);
  });
  afterAll(() => test.close());

  it.each(['kk', 'ru', 'en'])('stands in %s below the comments, of one part of the text too', async (language) => {
    const path = `/${language}/consultations/${open.consultationId}/comments`;
    for (const query of ['', `?provision=${open.provisionIds[0] ?? ''}`]) {
      const { $ } = await reader.get(path + query);
      const links = $('section[aria-labelledby="export"] a').get();
      const texts = links.map((link) => $(link).text());
      expect(new Set(texts).size).toBe(3);
      for (const [at, link] of links.entries()) {
        const file = await test.anyone.get(($(link).attr('href') ?? '').replace('/api/v1', '')).expect(200);
        expect(file.headers['content-type']).toContain(TYPES[at]);
        expect(file.headers['content-disposition']).toMatch(
          /^attachment; filename="kenes-comments-[0-9a-f-]{36}\.\w+"$/,
        );
      }
    }
  });

  it('is not offered where nobody has said anything', async () => {
    const { consultationId } = await publishedConsultation(test, { body: open });
    const { $, status } = await reader.get(`/ru/consultations/${consultationId}/comments`);
    expect(status).toBe(200);
    expect($('#export')).toHaveLength(0);
  });

  it.each(['kk', 'ru', 'en'])('is told in %s to those who write programs', async (language) => {
    const { $ } = await reader.get(`/${language}/open-data`);
    const section = $('section[aria-labelledby="files"]').text();
    for (const word of ['CSV', 'separator=semicolon', 'JSON Lines', 'SHA-256', 'content-digest']) {
      expect(section).toContain(word);
    }
  });
});
