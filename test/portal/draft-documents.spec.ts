import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DraftResponse } from '../../src/consultations/index.js';
import { developingBody, preparedConsultation, type DevelopingBody } from '../factories/consultations.js';
import { docxOf, paragraph, row } from '../factories/documents.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const text = (page: Seen, selector = 'main'): string => page.$(selector).text().replaceAll(/\s+/g, ' ');
const errors = ({ $ }: Seen): string[] =>
  $('.govuk-error-summary a')
    .toArray()
    .map((link) => $(link).attr('href') ?? '');

const TABLE = [
  row(['№', 'дБ'], true),
  row([['1', '<w:vMerge w:val="restart"/>'], '45']),
  row([['', '<w:vMerge/>'], '55']),
];
const IMAGE = '<w:r><w:drawing/></w:r>';
const table = `<w:tbl>${TABLE.join('')}</w:tbl>`;
const kk = docxOf(paragraph('1-тарау. Шу') + paragraph('1. Түнде тыныш') + table);
const ru = docxOf(paragraph('Глава 1. Шум', undefined, IMAGE) + paragraph('1. Ночью тихо') + table);

describe('the text of a draft from documents', () => {
  let test: TestApplication;
  let body: DevelopingBody;
  let officer: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    body = await developingBody(test);
    officer = new Reader(test);
    await officer.signIn(body.officer.email);
  });
  afterAll(() => test.close());

  const prepared = async (): Promise<string> =>
    (await preparedConsultation(test, { body, provisions: 2 })).consultationId;
  const draftOf = async (id: string): Promise<DraftResponse> =>
    (await body.officer.get(`/consultations/${id}/draft`).expect(200)).body as DraftResponse;
  const upload = (id: string): Promise<Seen> => officer.get(`/ru/desk/consultations/${id}/conversion`);

  it('is proposed beside each other with what is lost, corrected, and saved as the next version with its table', async () => {
    const id = await prepared();
    expect(text(await officer.get(`/ru/desk/consultations/${id}/text`))).toContain('Взять текст из документов');
    const proposal = await officer.submitDocuments(await upload(id), { kk, ru });
    expect(proposal.status).toBe(200);
    expect(text(proposal, '#losses ~ ul')).toContain('Документ на русском языке: изображения – 1');
    expect(text(proposal, '#removed ~ ul')).toContain('2.');
    expect(proposal.$('[name="provisions[0].heading.ru"]').val()).toBe('Шум');
    expect((await draftOf(id)).version).toBe(1);
    const saved = await officer.submit(proposal, { 'provisions[1].text.ru': 'Ночью очень тихо' });
    expect(saved.url).toBe(`/ru/desk/consultations/${id}`);
    const { version, provisions } = await draftOf(id);
    expect(version).toBe(2);
    expect(provisions).toMatchObject([
      {
        level: 'section',
        label: { kk: '1-тарау.', ru: 'Глава 1.' },
        heading: { kk: 'Шу', ru: 'Шум' },
        text: { ru: '' },
      },
      { level: 'paragraph', number: '1', text: { kk: 'Түнде тыныш', ru: 'Ночью очень тихо' } },
      {
        text: { kk: '№\tдБ\n1\t45\n\t55' },
        table: { columns: 2, headerRows: 1, merged: [{ row: 2, column: 1, rows: 2, columns: 1 }] },
      },
    ]);

    // An edit of the text keeps what the page does not show.
    const again = await officer.get(`/ru/desk/consultations/${id}/text`);
    await officer.submit(again, { 'provisions[2].text.ru': '№\tдБ\n1\t40\n\t55' });
    const edited = (await draftOf(id)).provisions[2];
    expect(edited).toMatchObject({
      id: provisions[2]?.id,
      table: provisions[2]?.table,
      text: { ru: '№\tдБ\n1\t40\n\t55' },
    });

    await body.officer.put(`/consultations/${id}/publication`).expect(200);
    const page = await new Reader(test).get(`/ru/consultations/${id}`);
    expect(text(page, '#p-1')).toBe('Глава 1. Шум');
    expect(
      page
        .$('main section table thead th')
        .toArray()
        .map((cell) => page.$(cell).text()),
    ).toEqual(['№', 'дБ']);
    expect(page.$('main section table tbody td[rowspan="2"]').text()).toBe('1');
    const wrong = await officer.get(`/ru/desk/consultations/${id}/text`);
    const torn = await officer.submit(wrong, { 'provisions[2].text.ru': '№\tдБ' });
    expect([torn.status, errors(torn)]).toEqual([422, ['#provisions-2-text-ru']]);
  });

  it('is refused at the document that is wrong, and at each place where the two are not built alike', async () => {
    const id = await prepared();
    const form = await upload(id);
    const none = await officer.submitDocuments(form, { ru });
    expect([none.status, errors(none)]).toEqual([422, ['#kk']]);
    const more = docxOf(paragraph('Глава 1. Шум') + paragraph('2. Ночью тихо') + table);
    const parted = await officer.submitDocuments(form, { kk, ru: more });
    expect([parted.status, errors(parted)]).toEqual([422, ['#ru']]);
    expect(text(parted, '.govuk-error-summary')).toContain('в казахском «1. Түнде тыныш», в русском «2. Ночью тихо»');
    const macros = docxOf(paragraph('1. Текст'), [{ name: 'word/vbaProject.bin', data: 'x' }]);
    expect(text(await officer.submitDocuments(form, { kk, ru: macros }), '#ru-error')).toContain('макросы');
  });

  it('is saved whole where it is too long for one page', async () => {
    const id = await prepared();
    const long = docxOf(Array.from({ length: 130 }, (_, at) => paragraph(`${at + 1}. т`)).join(''));
    const proposal = await officer.submitDocuments(await upload(id), { kk: long, ru: long });
    expect(text(proposal)).toContain('В тексте 130 структурных элементов');
    const saved = await officer.submitDocuments(proposal, { kk: long, ru: long });
    expect(saved.url).toBe(`/ru/desk/consultations/${id}/text`);
    expect((await draftOf(id)).provisions).toHaveLength(130);
  });

  it('has a comparative table, entered row by row and shown to everybody, with the explanatory note', async () => {
    const id = await prepared();
    const at = `/ru/desk/consultations/${id}`;
    const empty = await officer.get(`${at}/comparative-table`);
    const added = await officer.submit(empty, {}, 'main button[value="add:0"]');
    const row = (part: string, words: string) => ({
      [`comparativeTable[0].${part}.kk`]: `${words} қаз`,
      [`comparativeTable[0].${part}.ru`]: `${words} рус`,
    });
    const bare = { ...row('place', 'статья 5'), ...row('reason', 'нужно') };
    const half = await officer.submit(added, bare);
    expect([half.status, errors(half)]).toEqual([422, ['#comparativeTable-0-proposed-kk']]);
    const filled = { ...bare, ...row('proposed', 'будет'), 'comparativeTable[0].position': '2' };
    expect((await officer.submit(half, filled)).url).toBe(at);
    const note = { 'explanatoryNote.kk': 'түсіндіру', 'explanatoryNote.ru': 'пояснение' };
    const questions = { 'questionLines.kk': 'Неге?\nҚашан?', 'questionLines.ru': 'Почему?' };
    const edit = await officer.get(`${at}/edit`);
    const unequal = await officer.submit(edit, { ...note, ...questions });
    expect([unequal.status, errors(unequal)]).toEqual([422, ['#questionLines-ru']]);
    await officer.submit(unequal, { 'questionLines.ru': 'Почему?\nКогда?' });
    await body.officer.put(`/consultations/${id}/publication`).expect(200);
    const page = await new Reader(test).get(`/ru/consultations/${id}`);
    expect(text(page, '[aria-labelledby="comparative"] tbody tr')).toBe('статья 5 руснетбудет руснужно рус');
    expect(text(page, 'details')).toContain('пояснение');
    expect(
      page
        .$('main ol li')
        .toArray()
        .map((one) => page.$(one).text()),
    ).toEqual(['Почему?', 'Когда?']);
  });

  it('of a law names the consultative document before it, or the refusal names the rule', async () => {
    const early = await preparedConsultation(test, { body, provisions: 1, change: { stage: 'consultative_document' } });
    await body.officer.put(`/consultations/${early.consultationId}/publication`).expect(200);
    const { consultationId: id } = await preparedConsultation(test, {
      body,
      provisions: 1,
      change: { actType: 'law' },
    });
    const at = `/ru/desk/consultations/${id}`;
    const refused = await officer.submit(await officer.get(at), {}, 'form[action$="/publication"] button');
    expect(refused.status).toBe(409);
    expect(text(refused)).toContain('статья 17-1, пункт 4');
    const edit = await officer.get(`${at}/edit`);
    expect((await officer.submit(edit, { consultativeDocumentId: early.consultationId })).url).toBe(at);
    const done = await officer.submit(await officer.get(at), {}, 'form[action$="/publication"] button');
    expect(done.url).toBe(at);
    const page = await new Reader(test).get(`/ru/consultations/${id}`);
    expect(page.$(`main dl a[href="/ru/consultations/${early.consultationId}"]`)).toHaveLength(1);
  });
});
