import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developingBody, publishedConsultation, type DevelopingBody } from '../factories/consultations.js';
import { person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { MARKUP } from './world.js';

const ABSENT = '0192f0c0-0000-7000-8000-000000000000';
const main = ({ $ }: Seen): string => $('main').text().replaceAll(/\s+/g, ' ');
const errors = ({ $ }: Seen): string[] =>
  $('.govuk-error-summary a')
    .toArray()
    .map((link) => $(link).attr('href') ?? '');

interface Draft {
  readonly version: number;
  readonly note: object | null;
  readonly provisions: { readonly id: string; readonly number: string | null; readonly text: { ru: string } }[];
}

interface Bodies {
  readonly items: readonly { readonly id: string }[];
}

describe('the text of a draft', () => {
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

  const prepared = async (provisions: readonly object[]): Promise<string> => {
    const both = { kk: 'Тыныштық', ru: 'О тишине' };
    const wanted = { stage: 'draft', actType: 'akimat_decision', category: 'family', closesOn: '2026-04-30' };
    const words = { title: both, summary: both, objectives: both, bodyId: body.bodyId };
    const made = await body.officer
      .post('/consultations')
      .send({ ...wanted, ...words, provisions })
      .expect(201);
    return (made.body as { id: string }).id;
  };
  const provision = (at: number, change: object = {}) => ({
    ...{ level: 'article', number: String(at), heading: { kk: `Т${at}`, ru: `З${at}` } },
    ...{ text: { kk: `Бап ${at}`, ru: `Статья ${at}` }, ...change },
  });
  const draftOf = async (id: string): Promise<Draft> =>
    (await body.officer.get(`/consultations/${id}/draft`).expect(200)).body as Draft;
  const textPage = (id: string, query = ''): Promise<Seen> => officer.get(`/ru/desk/consultations/${id}/text${query}`);
  const rows = ({ $ }: Seen): number => $('main select').length;

  it('is edited provision by provision, rows added and removed without scripts, and kept as the next version', async () => {
    const id = await prepared([1, 2, 3].map((at) => provision(at)));
    const before = await draftOf(id);
    expect(main(await officer.get(`/ru/desk/consultations/${id}`))).toContain('Изменить текст проекта');
    const form = await textPage(id);
    expect([form.status, rows(form)]).toEqual([200, 3]);
    expect(form.$('input[name="provisions[1].heading.ru"]').val()).toBe('З2');
    const typed = { 'provisions[0].text.ru': `Новое ${MARKUP}`, 'provisions[1].number': '2-1' };
    const added = await officer.submit(form, typed, 'main button[value="add:1"]');
    expect([added.status, rows(added)]).toEqual([200, 4]);
    expect(added.$('textarea[name="provisions[0].text.ru"]').text()).toBe(`Новое ${MARKUP}`);
    expect(added.$('input[name="provisions[2].number"]').val()).toBe('2-1');
    expect(added.$('main script, main img')).toHaveLength(0);
    const removed = await officer.submit(added, {}, 'main button[value="remove:3"]');
    expect(rows(removed)).toBe(3);
    expect((await draftOf(id)).version).toBe(1);

    const fresh = {
      ...{ 'provisions[1].level': 'paragraph', 'provisions[1].number': '1-1' },
      ...{ 'provisions[1].text.kk': 'Жаңа', 'provisions[1].text.ru': 'Вставлено' },
    };
    const saved = await officer.submit(removed, fresh);
    expect(saved.url).toBe(`/ru/desk/consultations/${id}`);
    expect((await officer.submit(removed, fresh)).url).toBe(saved.url);
    const after = await draftOf(id);
    expect(after.version).toBe(2);
    expect(after.provisions.map(({ number, text }) => [number, text.ru])).toEqual([
      ['1', `Новое ${MARKUP}`],
      ['1-1', 'Вставлено'],
      ['2-1', 'Статья 2'],
    ]);
    expect([after.provisions[0]?.id, after.provisions[2]?.id]).toEqual([
      before.provisions[0]?.id,
      before.provisions[1]?.id,
    ]);
  });

  it('wants words in both languages, at the field and in the summary, and one provision at least', async () => {
    const id = await prepared([provision(1), provision(2)]);
    const form = await textPage(id);
    const half = await officer.submit(form, { 'provisions[1].text.kk': '', 'provisions[0].heading.ru': '' });
    expect(half.status).toBe(422);
    expect(errors(half)).toEqual(['#provisions-0-heading-ru', '#provisions-1-text-kk']);
    expect(half.$('#provisions-1-text-kk-error')).toHaveLength(1);
    const one = await officer.submit(form, {}, 'main button[value="remove:0"]');
    const none = await officer.submit(one, {}, 'main button[value="remove:0"]');
    expect(rows(none)).toBe(0);
    const refused = await officer.submit(none);
    expect(refused.status).toBe(422);
    expect(main(refused)).toContain('В тексте должен быть хотя бы один структурный элемент');
    expect(refused.$('#provisions')).toHaveLength(1);
    expect((await draftOf(id)).version).toBe(1);
  });

  it('keeps the other parts of a long text, and English words that the form did not ask for', async () => {
    const english = { text: { kk: 'Бап', ru: 'Статья', en: 'Article' } };
    const id = await prepared(Array.from({ length: 45 }, (_, at) => provision(at + 1, english)));
    const last = await textPage(id, '?part=2');
    expect(rows(last)).toBe(5);
    expect(last.$('textarea[name="provisions[0].text.en"]').text()).toBe('Article');
    const wanted = { 'provisions[4].text.ru': 'Последняя' };
    expect((await officer.submit(last, wanted)).url).toBe(`/ru/desk/consultations/${id}`);
    const { provisions } = await draftOf(id);
    expect(provisions).toHaveLength(45);
    expect(provisions.at(-1)?.text).toEqual({ kk: 'Бап', ru: 'Последняя', en: 'Article' });
    expect(provisions[0]?.text).toEqual(english.text);
    expect((await textPage(id, '?part=3')).status).toBe(404);
    expect((await textPage(id, '?part=x')).status).toBe(404);
  });

  it('shows what somebody else stored meanwhile beside mine, and saves mine when it is sent again', async () => {
    const id = await prepared([provision(1), provision(2)]);
    const form = await textPage(id);
    await officer.submit(form, { 'provisions[0].text.ru': 'Чужое слово' });
    const mine = await textPage(id);
    await officer.submit(await textPage(id), { 'provisions[1].text.ru': 'Их второе' });
    const stale = await officer.submit(mine, { 'provisions[0].text.ru': 'Моё слово' });
    expect(stale.status).toBe(412);
    const table = stale.$('table').text();
    for (const words of ['Чужое слово', 'Моё слово', 'Их второе']) expect(table).toContain(words);
    expect((await officer.submit(stale)).status).toBe(200);
    expect((await draftOf(id)).provisions.map(({ text }) => text.ru)).toEqual(['Моё слово', 'Статья 2']);
  });

  it('gets a new public version during the discussion, with a word on what changed', async () => {
    const { consultationId: id } = await publishedConsultation(test, { provisions: 2, body });
    const citizen = new Reader(test);
    expect(main(await citizen.get(`/ru/consultations/${id}`))).not.toContain('Текст изменён');
    const form = await textPage(id);
    expect(main(form)).toContain('Новая версия публикуется сразу');
    const note = { 'note.kk': `Түзетілді ${MARKUP}`, 'note.ru': `Уточнено ${MARKUP}` };
    const half = await officer.submit(form, { 'note.ru': 'Уточнено' });
    expect(errors(half)).toEqual(['#note-kk']);
    await officer.submit(form, { ...note, 'provisions[0].text.ru': 'Тихо после десяти' });
    const seen = await citizen.get(`/ru/consultations/${id}`);
    expect(main(seen)).toContain('Текст изменён в ходе обсуждения: версия 2');
    expect(main(seen)).toContain(`Уточнено ${MARKUP}`);
    expect(main(seen)).toContain('Тихо после десяти');
    expect(seen.$('main script, main img')).toHaveLength(0);
  });

  it('is final after the withdrawal: refused, and the page leads back', async () => {
    const { consultationId: id } = await publishedConsultation(test, { provisions: 1, body });
    const form = await textPage(id);
    const reasons = { kk: 'Қайта қаралады', ru: 'Пересматривается' };
    await body.officer.put(`/consultations/${id}/withdrawal`).send({ reasons }).expect(200);
    expect((await textPage(id)).url).toBe(`/ru/desk/consultations/${id}`);
    const stale = await officer.submit(form, { 'provisions[0].text.ru': 'Поздно' });
    expect(stale.status).toBe(412);
    const late = await officer.submit(stale);
    expect(late.status).toBe(409);
    expect(main(late)).toContain('новая редакция текста не добавляется');
    expect(late.$('textarea[name="provisions[0].text.ru"]').text()).toBe('Поздно');
  });

  it('is nobody else’s: absent before publication, refused after it', async () => {
    const id = await prepared([provision(1)]);
    const { consultationId: published } = await publishedConsultation(test, { provisions: 1, body });
    const bodies = (await test.anyone.get('/bodies?kind=local_executive&limit=2').expect(200)).body as Bodies;
    const bodyId = bodies.items.find(({ id: one }) => one !== body.bodyId)?.id ?? '';
    const other = new Reader(test);
    await other.signIn((await person(test, { role: 'officer', bodyId })).email);
    expect((await other.get(`/ru/desk/consultations/${id}/text`)).status).toBe(404);
    expect((await other.get(`/ru/desk/consultations/${published}/text`)).status).toBe(403);
    expect((await textPage(ABSENT)).status).toBe(404);
    const own = await other.get(`/ru/desk/bodies/${bodyId}/draft`);
    const sent: [string, string][] = [
      ['_token', String(own.$('main input[name=_token]').val())],
      ['provisions[0].level', ''],
      ['provisions[0].text.kk', 'Бөтен'],
      ['provisions[0].text.ru', 'Чужое'],
    ];
    expect((await other.post(`/ru/desk/consultations/${published}/text`, sent)).status).toBe(403);
    expect((await other.post(`/ru/desk/consultations/${published}/text`, [...sent, ['_rows', 'add:1']])).status).toBe(
      403,
    );
  });
});
