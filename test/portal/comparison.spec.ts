import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { provisionsOf, publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

interface Kept {
  readonly id: string;
  readonly text: { readonly kk: string; readonly ru: string };
}

const COMMENT = { text: 'Пікір', language: 'kk' };

describe('the page on which versions of a draft are compared', () => {
  let test: TestApplication;
  let open: PreparedConsultation;
  let reader: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    open = await publishedConsultation(test, { provisions: 50 });
    reader = new Reader(test);
    const kept = provisionsOf(50).map((one, at): Kept => Object.assign({ id: open.provisionIds[at] ?? '' }, one));
    const provisions = kept.flatMap((one, at) => {
      if (at === 1) return [];
      if (at === 2) return [{ ...one, text: { ...one.text, ru: `${one.text.ru} <b>дБ</b>` } }];
      return at < 6 ? [one] : [{ ...one, text: { kk: `${one.text.kk} дБ`, ru: `${one.text.ru} дБ` } }];
    });
    await open.officer.post(`/consultations/${open.consultationId}/versions`).send({ provisions }).expect(201);
  });
  afterAll(() => test.close());

  const look = (language: string, query = ''): Promise<Seen> =>
    reader.get(`/${language}/consultations/${open.consultationId}/comparison${query}`);
  const sections = ({ $ }: Seen): string[] =>
    $('main article')
      .toArray()
      .map((section) => $(section).text().replaceAll(/\s+/g, ' ').trim());

  it('is found from the draft once the text was changed', async () => {
    const draft = await reader.get(`/ru/consultations/${open.consultationId}`);
    const link = draft.$('main a[href$="/comparison"]');
    expect(link.text().trim()).toBe('Сравнить с прежней версией');
    expect((await reader.get(link.attr('href') ?? '')).status).toBe(200);
  });

  it('is led to from a comment whose place was changed or is gone', async () => {
    const [, gone = '', changed = ''] = open.provisionIds;
    const citizen = await person(test);
    const path = `/consultations/${open.consultationId}/comments`;
    for (const provisionId of [gone, changed])
      await citizen
        .post(path)
        .send({ ...COMMENT, provisionId })
        .expect(201);
    await test.database.query('update comments set version_number = 1');
    const page = await reader.get(`/ru${path}`);
    const said = page.$('main').text().replaceAll(/\s+/g, ' ');
    expect(said).toContain('Этого места в тексте больше нет; замечание относится к версии 1.');
    expect(said).toContain('После этого замечания место изменено; замечание относится к версии 1.');
    const beside = await reader.get(`/kk/consultations/${open.consultationId}`);
    const link = beside.$('main .kenes-beside a[href*="/comparison"]');
    expect(link.attr('href')).toBe(`/kk/consultations/${open.consultationId}/comparison?from=1`);
  });

  it('counts what changed and shows only that, with the words marked and said aloud', async () => {
    const page = await look('ru');
    const counts = page.$('main dl dd').toArray();
    expect(counts.map((one) => page.$(one).text().trim())).toEqual(['45', '0', '1', '0', '4']);
    const [gone = '', changed = ''] = sections(page);
    expect(gone).toContain('исключено');
    expect(changed).toMatch(/изменено .*Уровень ночного шума 3Добавлено: <b>дБ<\/b>$/);
    expect(page.$('main ins b')).toHaveLength(0);
  });

  it('shows the words of the other language where only they changed, and says so', async () => {
    const page = await look('kk');
    expect(sections(page)[1]).toContain('Тек орыс тіліндегі мәтінде өзгертілді');
    expect(page.$('main article').eq(1).find('p[lang="ru"] ins')).toHaveLength(1);
    expect(page.$('main article').eq(2).find('p[lang]')).toHaveLength(0);
  });

  it('has long changes on several pages, which keep the versions chosen', async () => {
    const first = await look('en', '?from=1&to=2');
    expect(first.$('main article')).toHaveLength(40);
    const next = first.$('main nav a[rel="next"]').attr('href') ?? '';
    expect(next).toContain('from=1&to=2&part=2#changes');
    const second = await reader.get(next.replace('#changes', ''));
    expect(second.$('main article')).toHaveLength(6);
    expect((await look('en', '?part=3')).status).toBe(404);
  });

  it('says that nothing differs when a version is compared with itself', async () => {
    const page = await look('en', '?from=2&to=2');
    expect(page.$('main').text()).toContain('Nothing in the text differs between these versions.');
    expect(page.$('main select[name="from"] option[selected]').attr('value')).toBe('2');
  });

  it('answers odd versions with a page that says what is wrong', async () => {
    expect((await look('kk', '?from=x')).status).toBe(400);
    expect((await look('kk', '?to=9')).status).toBe(404);
  });

  it('shows a table as one, with the words of a cell and whole rows marked', async () => {
    const path = `/consultations/${open.consultationId}/versions`;
    const table = { columns: 2, headerRows: 1, merged: [] };
    const words = (...rows: string[]) => ({ kk: rows.join('\n'), ru: rows.join('\n') });
    const version = async (sent: object): Promise<{ version: number; provisions: readonly { id: string }[] }> =>
      (
        await open.officer
          .post(path)
          .send({ provisions: [sent] })
          .expect(201)
      ).body as never;
    const first = await version({ text: words('A\tB', 'x\t3 күн', 'y\t5'), table });
    const id = first.provisions[0]?.id;
    const { version: number } = await version({ id, text: words('A\tB', 'x\t1 күн', '<i>z</i>\t7', 'y\t5'), table });
    const { $ } = await look('kk', `?from=${number - 1}&to=${number}`);
    const rows = $('main article table tr').toArray();
    const marked = rows.map((row) =>
      $(row)
        .find('ins, del')
        .toArray()
        .map((mark) => $(mark).text().split(' ').at(-1)),
    );
    expect(marked).toEqual([[], ['3', '1'], ['<i>z</i>', '7'], []]);
    expect(rows.map((row) => $(row).find('td').length)).toEqual([2, 2, 2, 2]);
  });
});
