import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DraftResponse } from '../../src/consultations/index.js';
import { ConversionThreads } from '../../src/conversions/index.js';
import { developingBody, preparedConsultation, type DevelopingBody } from '../factories/consultations.js';
import { docxOf, numbering, paragraph, row } from '../factories/documents.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const inBoth = (text: string) => ({ kk: `${text} қаз`, ru: `${text} рус` });

describe('documents of a draft', () => {
  let test: TestApplication;
  let body: DevelopingBody;
  let officer: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    body = await developingBody(test);
    ({ officer } = body);
  });
  afterAll(() => test.close());

  const prepared = (change: object = {}) => preparedConsultation(test, { body, provisions: 2, change });
  const draftOf = async (id: string): Promise<DraftResponse> =>
    (await officer.get(`/consultations/${id}/draft`).expect(200)).body as DraftResponse;

  const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const send = (id: string, language: string, document: Buffer, { type = DOCX, by = officer } = {}) =>
    by.post(`/consultations/${id}/outline?language=${language}`).set('Content-Type', type).send(document);
  const outlined = async (id: string, language: string, document: Buffer, type = DOCX): Promise<object[]> =>
    ((await send(id, language, document, { type }).expect(200)).body as { provisions: object[] }).provisions;
  const list = numbering(['decimal', '%1.']);
  const table = (cells: string[]) => `<w:tbl>${row(['№', 'дБ'], true)}${row(cells)}</w:tbl>`;
  const kkWords = docxOf(paragraph('1-тарау. Шу') + paragraph('Түнде тыныш', [1, 0]) + table(['1', '45']), [list]);
  const ruWords = Buffer.from(`<p>Глава 1. Шум</p><ol><li>Ночью тихо</li></ol>
    <table><tr><th>№<th>дБ</tr><tr><td>1<td>45</tr></table>`);

  it('become a proposal whose provisions are saved as the next version; nothing is stored before', async () => {
    const known = {
      level: 'paragraph' as const,
      number: '1',
      text: { kk: 'Түнде тым-тыныш', ru: 'Ночью очень тихо' },
    };
    const gone = { level: 'article' as const, number: '9', text: inBoth('артық') };
    const { consultationId: id, provisionIds } = await prepared({ provisions: [known, gone] });
    const [kk, ru] = [await outlined(id, 'kk', kkWords), await outlined(id, 'ru', ruWords, 'text/html')];
    const path = `/consultations/${id}`;
    const { body: proposal } = await officer.post(`${path}/proposal`).send({ kk, ru }).expect(200);
    const { provisions, removed } = proposal as { provisions: object[]; removed: string[] };
    expect(provisions).toEqual([
      { level: 'section', number: '1', label: { kk: '1-тарау.', ru: 'Глава 1.' }, heading: { kk: 'Шу', ru: 'Шум' } },
      {
        ...{ id: provisionIds[0], level: 'paragraph', number: '1', label: { kk: '1.', ru: '1.' } },
        text: { kk: 'Түнде тыныш', ru: 'Ночью тихо' },
      },
      {
        text: { kk: '№\tдБ\n1\t45', ru: '№\tдБ\n1\t45' },
        table: { columns: 2, headerRows: 1, merged: [] },
      },
    ]);
    expect(removed).toEqual([provisionIds[1]]);
    expect((await draftOf(id)).version).toBe(1);
    const saved = await officer.post(`${path}/versions`).send({ provisions }).expect(201);
    expect((saved.body as DraftResponse).provisions[1]).toMatchObject({ id: provisionIds[0], position: 2 });
  });

  it('are refused with a pointer to each place where the two languages are not built alike', async () => {
    const { consultationId: id } = await prepared();
    const ru = await outlined(id, 'ru', Buffer.from('<p>Глава 1. Шум</p><p>2. Ночью</p>'), 'text/html');
    const kk = await outlined(id, 'kk', kkWords);
    const refused = await officer
      .post(`/consultations/${id}/proposal`)
      .set('Accept-Language', 'kk')
      .send({ kk, ru })
      .expect(422);
    expect(refused.body).toMatchObject({
      errors: [
        {
          pointer: '/ru/1',
          code: 'languages-differ',
          detail: expect.stringContaining('«1. Түнде тыныш»') as unknown,
        },
        { pointer: '/kk/2', code: 'only-in-kk' },
      ],
    });
  });

  it('are refused by what is in them, whatever they are called, and the process goes on answering', async () => {
    const { consultationId: id } = await prepared();
    const bomb = docxOf('<w:p/>'.repeat(7_000_000));
    const deep = docxOf('<w:tbl><w:tr><w:tc>'.repeat(10_000));
    const slow = officer.get('/consultations');
    const answers = await Promise.all([send(id, 'kk', bomb), send(id, 'ru', deep), slow]);
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 200]);
    expect(answers[0].body).toMatchObject({ errors: [{ pointer: '/kk', code: 'document-too-large' }] });
    expect(answers[1].body).toMatchObject({ errors: [{ pointer: '/ru', code: 'document-too-deep' }] });
    const macros = docxOf(paragraph('1. Текст'), [{ name: 'word/vbaProject.bin', data: 'x' }]);
    expect((await send(id, 'ru', macros).expect(422)).body).toMatchObject({ errors: [{ code: 'document-macros' }] });
    expect((await send(id, 'ru', Buffer.alloc(0)).expect(422)).body).toMatchObject({
      errors: [{ pointer: '/ru', code: 'document-empty' }],
    });
    await send(id, 'ru', Buffer.alloc(17 * 1024 * 1024)).expect(413);
  });

  it('are taken from the body itself, in a language that is one of the two, and as a document', async () => {
    const { consultationId: id } = await prepared();
    await send(id, 'kk', kkWords, { by: await person(test) }).expect(403);
    await send(id, 'en', kkWords).expect(400);
    await send(id, 'kk', Buffer.from('{}'), { type: 'application/json' }).expect(415);
    await send(id, 'kk', kkWords, { type: 'application/pdf' }).expect(415);
    await officer.post('/consultations').set('Content-Type', 'text/html').send('<p>').expect(415);
    const torn = {
      level: null,
      number: null,
      label: null,
      heading: null,
      text: 'а\tб',
      table: { columns: 3, headerRows: 0 },
    };
    const refused = await officer
      .post(`/consultations/${id}/proposal`)
      .send({ kk: [torn], ru: [torn] })
      .expect(422);
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/kk/0/text/kk', code: 'table-columns' }, {}] });
  });

  it('are ended when they take too long, and others have their turn', async () => {
    const threads = test.app.get(ConversionThreads);
    const work = { documents: { ru: new Uint8Array(docxOf(paragraph('1. т').repeat(20))) }, stored: [] };
    const fast = threads.run(work);
    await expect(threads.run(work, 1)).rejects.toMatchObject({ code: 'document-too-complex' });
    expect((await fast).outline).toHaveLength(20);
    const turns = Array.from({ length: 12 }, () =>
      threads.run(work).then(
        () => 'done',
        (error: unknown) => (error as { kind: string }).kind,
      ),
    );
    const came = await Promise.all(turns);
    expect(came.filter((one) => one === 'unavailable')).toHaveLength(2);
    expect(came.filter((one) => one === 'done')).toHaveLength(10);
  });
});
