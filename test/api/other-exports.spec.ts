import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { NOBODY } from '../factories/concealments.js';
import { preparedConsultation } from '../factories/consultations.js';
import { both } from '../factories/meetings.js';
import { notifiedDraft, type NotifiedDraft } from '../factories/opinions.js';
import { Reader } from '../support/reader.js';
import { download } from '../support/download.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

interface Draft {
  readonly version: number;
  readonly madeAt: string;
  readonly note: object | null;
  readonly provisions: readonly ({ readonly id: string } & Record<string, unknown>)[];
}

describe('everything public about a consultation as files', () => {
  let test: TestApplication;
  let draft: NotifiedDraft;
  let hidden: string;
  const pathOf = (file: string, id = draft.consultationId): string => `/consultations/${id}/export/${file}`;
  const linesOf = async (file: string): Promise<unknown[]> => {
    const { bytes, trailers, headers } = await download(test, pathOf(`${file}.jsonl`));
    const lines = bytes.toString().split('\n');
    expect(lines.pop()).toBe('');
    const last = lines.pop() ?? '';
    const before = bytes.subarray(0, bytes.length - Buffer.byteLength(`${last}\n`));
    expect(JSON.parse(last)).toEqual({ rows: lines.length, sha256: createHash('sha256').update(before).digest('hex') });
    expect(trailers['x-rows']).toBe(String(lines.length));
    expect(headers['content-disposition']).toContain(`kenes-${file}-${draft.consultationId}.jsonl`);
    return lines.map((line) => JSON.parse(line) as unknown);
  };
  const rowsOf = async (file: string, query = ''): Promise<Record<string, string>[]> => {
    const { bytes, headers, trailers } = await download(test, pathOf(`${file}.csv`) + query);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    const delimiter = query === '' ? ',' : ';';
    const rows = parse<Record<string, string>>(bytes.toString(), { bom: true, columns: true, delimiter });
    expect(trailers['x-rows']).toBe(String(rows.length));
    return rows;
  };
  const read = async <T>(path: string): Promise<T> => (await test.anyone.get(path).expect(200)).body as T;
  beforeAll(async () => {
    test = await startTestApplication();
    draft = await notifiedDraft(test);
    const { consultationId, officer, provisionIds } = draft;
    const provisions = [
      { id: provisionIds[1], number: '1', text: { kk: '=Жаңа мәтін', ru: 'Новый текст' } },
      { number: '2', label: { kk: '2)', ru: '2)' }, text: { kk: 'Қосылды', ru: 'Добавлено' } },
    ];
    const note = { kk: 'Нақтыланды', ru: 'Уточнено' };
    await officer.post(`/consultations/${consultationId}/versions`).send({ provisions, note }).expect(201);
    const paper = { channel: 'npo', organization: both('Тыныш түн'), stance: 'remarks', text: both('-Ескерту') };
    const receivedOn = test.clock.today();
    await officer
      .post(`/consultations/${consultationId}/organization-opinions`)
      .send({ ...paper, receivedOn })
      .expect(201);
    hidden = (await preparedConsultation(test, { body: draft })).consultationId;
  });
  afterAll(() => test.close());

  it('has every provision in every version, as the API gives it', async () => {
    const lines = await linesOf('texts');
    const drafts = await Promise.all(
      [1, 2].map((version) => read<Draft>(`/consultations/${draft.consultationId}/draft?version=${version}`)),
    );
    const expected = drafts.flatMap(({ version, madeAt, note, provisions }) =>
      provisions.map(({ id: provisionId, ...provision }) => ({ version, madeAt, note, provisionId, ...provision })),
    );
    expect(lines).toEqual(expected);
    expect(lines).toHaveLength(4);
  });

  it.each(['', '?separator=semicolon'])('has the text as CSV%s, a row a provision and version', async (query) => {
    const rows = await rowsOf('texts', query);
    expect(rows.map(({ version, position }) => [version, position])).toEqual([
      ['1', '1'],
      ['1', '2'],
      ['2', '1'],
      ['2', '2'],
    ]);
    expect(rows[2]).toMatchObject({
      ...{ number: '1', textKk: "'=Жаңа мәтін", textRu: 'Новый текст', textEn: '', noteKk: 'Нақтыланды' },
      ...{ provisionId: draft.provisionIds[1] },
    });
    expect(rows[3]).toMatchObject({ labelRu: '2)', headingRu: '', table: '' });
  });

  it.each(['texts', 'opinions', 'notices'])('does not tell of what is not public: %s', async (file) => {
    for (const form of ['csv', 'jsonl']) {
      for (const id of [hidden, NOBODY]) await test.anyone.get(pathOf(`${file}.${form}`, id)).expect(404);
      await draft.officer.get(pathOf(`${file}.${form}`, hidden)).expect(404);
      await test.anyone.get(pathOf(`${file}.${form}?lang=kk`)).expect(400);
    }
  });

  it.each(['kk', 'ru', 'en'])('is led to from the page of the consultation: %s', async (language) => {
    const { $ } = await new Reader(test).get(`/${language}/consultations/${draft.consultationId}`);
    const links = $('section[aria-labelledby=downloads] a').toArray();
    expect(new Set(links.map((link) => $(link).text())).size).toBe(12);
    for (const link of links) {
      const file = await test.anyone.get(($(link).attr('href') ?? '').replace('/api/v1', '')).expect(200);
      expect(file.headers['content-disposition']).toMatch(/^attachment; filename="kenes-\w+-[0-9a-f-]{36}\.\w+"$/);
    }
  });

  it('has the opinions and the notices to councils as the API gives them, silence derived (K2)', async () => {
    const said = await read<{ items: object[]; notices: object[] }>(draft.path);
    expect(said.items).toHaveLength(1);
    expect(said.notices).toHaveLength(1);
    expect(await linesOf('opinions')).toEqual(said.items);
    expect(await linesOf('notices')).toEqual(said.notices);
    expect(await rowsOf('opinions')).toMatchObject([
      {
        channel: 'npo',
        organizationKk: 'Тыныш түн (қаз.)',
        textKk: "'-Ескерту (қаз.)",
        late: 'false',
        councilId: '',
        decision: '',
      },
    ]);
    const { councilId } = draft.council;
    const { name } = await read<{ name: { kk: string; ru: string } }>(`/councils/${councilId}`);
    const council = { councilId, councilNameKk: name.kk, councilNameRu: name.ru };
    expect(await rowsOf('notices')).toMatchObject([{ ...council, standing: 'awaited' }]);
    test.clock.pass(60 * 86_400);
    expect(await rowsOf('notices')).toMatchObject([{ standing: 'silent', silenceRule: 'K2', opinionId: '' }]);
    expect(await rowsOf('opinions')).toMatchObject([{ overdue: 'true' }]);
  });
});
