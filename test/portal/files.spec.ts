import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SENTENCES } from '../../src/platform/i18n/index.js';
import { CONCEALMENT } from '../factories/concealments.js';
import { preparedConsultation, publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { pdf, PNG } from '../factories/sample-files.js';
import { person, type Person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { until } from '../support/until.js';

const NOTE = { name: 'Түсіндірме.pdf', bytes: pdf('a', 1_258_292), type: 'application/pdf' };
const PICTURE = { name: 'сурет.png', bytes: PNG, type: 'image/png' };

describe('files on pages, without scripts', () => {
  let test: TestApplication;
  let consultation: PreparedConsultation;
  let citizen: Person;
  let reader: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    consultation = await publishedConsultation(test, { provisions: 1 });
    citizen = await person(test);
    reader = new Reader(test);
    await reader.signIn(citizen.email);
  });
  afterAll(() => test.close());

  const path = (language = 'kk'): string => `/${language}/consultations/${consultation.consultationId}`;
  const choose = (page: Seen, text: string, files: readonly (typeof NOTE)[]): Promise<Seen> =>
    reader.submitFiles(page, { text, language: 'kk' }, 'button[value=check]', { field: 'files', files });
  const linksOf = ({ $ }: Seen): string[] =>
    $('main a[download]')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
  const arriving = (): Promise<string[]> => readdir(join(test.dataDir, 'files', 'incoming')).catch(() => []);
  /** Files of a form are dropped when it has been answered, so a moment after that. */
  const nothingArriving = (): Promise<void> => until(async () => (await arriving()).length === 0);

  it('come with a comment, are shown before it is sent, and with it after that', async () => {
    const form = await reader.get(`${path()}/comment`);
    expect(form.$('form[enctype="multipart/form-data"] input[type=file]')).toHaveLength(1);
    const check = await choose(form, 'Қосымша бар.\nЕкінші жол', [NOTE, PICTURE]);
    expect(check.status).toBe(200);
    expect(check.$('main').text()).toContain('Түсіндірме.pdf (PDF, 1,2 МБ)');
    const own = check.$('main a[download]').first().attr('href') ?? '';
    expect(own).toMatch(/^\/kk\/files\//);
    expect((await reader.get(own)).headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
    });
    expect((await new Reader(test).get(own)).status).toBe(404);
    const receipt = await reader.submit(check, {}, 'button[value=send]');
    expect(receipt.url).toMatch(/^\/kk\/receipts\//);
    for (const page of [receipt, await reader.get(`${path()}/comments`)]) {
      const links = page
        .$('main a[download]')
        .toArray()
        .map((link) => page.$(link).attr('href') ?? '');
      expect(links).toHaveLength(2);
      expect((await new Reader(test).get(links[0] ?? '')).status).toBe(200);
    }
    await nothingArriving();
  });

  it('are not lost when something else is wrong, and can be left out again', async () => {
    const form = await reader.get(`${path('ru')}/comment`);
    const again = await choose(form, '', [NOTE]);
    expect(again.status).toBe(422);
    const kept = again.$('input[name=files][type=checkbox]');
    expect([kept.length, kept.attr('checked') !== undefined]).toEqual([1, true]);
    const check = await choose(again, 'Мәтін', [PICTURE]);
    expect(check.$('input[name=files]')).toHaveLength(2);
    const change = await reader.submit(check, {}, 'button[value=change]');
    expect(change.$('input[name=files][type=checkbox]')).toHaveLength(2);
    const without = await reader.submit(change, { files: null }, 'button[value=check]');
    expect(without.$('main a[download]')).toHaveLength(0);
  });

  it('are seen by their author among his comments, and by who hides the comment or decides on that', async () => {
    const form = await reader.get(`${path('ru')}/comment`);
    await reader.submit(await choose(form, 'С приложением', [NOTE]), {}, 'button[value=send]');
    const mine = await reader.get('/ru/account/comments');
    const [own = ''] = linksOf(mine);
    expect((await reader.get(own)).status).toBe(200);
    const officer = new Reader(test);
    await officer.signIn(consultation.officer.email);
    const list = await officer.get(`/ru/desk/consultations/${consultation.consultationId}/comments`);
    expect(linksOf(list)).toContain(own);
    const [{ id } = { id: '' }] = await test.database.query<{ id: string }>(
      `select id from comments where text = 'С приложением'`,
    );
    expect(linksOf(await officer.get(`/ru/desk/comments/${id}/concealment`))).toEqual([own]);
    await consultation.officer.put(`/comments/${id}/concealment`).send(CONCEALMENT).expect(200);
    expect(linksOf(await reader.get('/ru/account/comments'))).toContain(own);
    expect(linksOf(await reader.get(`/ru/account/comments/${id}/appeal`))).toEqual([own]);
    expect((await officer.get(own)).status).toBe(200);
    expect((await new Reader(test).get(own)).status).toBe(404);
    const [, , , fileId = '-'] = own.split('/');
    expect((await new Reader(test).get(`${path('ru')}/comments`)).html).not.toContain(fileId);
  });

  it('are refused at their field, and what was written stays', async () => {
    const form = await reader.get(`${path('en')}/comment`);
    const wrong = { ...NOTE, name: 'program.exe' };
    const refused = await choose(form, 'Менің мәтінім', [wrong]);
    expect(refused.status).toBe(422);
    expect(refused.$('.govuk-error-summary a').attr('href')).toBe('#files');
    expect(refused.$('#files-error').text()).toContain('must end in one of');
    expect(refused.$('textarea').text()).toBe('Менің мәтінім');
    const large = await choose(form, 'Менің мәтінім', [{ ...NOTE, bytes: pdf('a', 26_214_401) }]);
    expect([large.status, large.$('textarea').text()]).toEqual([422, 'Менің мәтінім']);
    expect(large.$('#files-error').text()).toContain('25');
    await nothingArriving();
  });

  it('are not taken of somebody who is not signed in, whose text is not lost', async () => {
    const stranger = new Reader(test);
    const form = await reader.get(`${path()}/comment`);
    const signIn = await stranger.submitFiles(form, { text: 'Жоғалмайтын ұзақ мәтін осында' }, 'button[value=check]', {
      field: 'files',
      files: [NOTE],
    });
    expect(signIn.status).toBe(401);
    await nothingArriving();
    expect(signIn.html).toContain('Жоғалмайтын ұзақ мәтін осында');
  });

  it('are put to a draft by its officer, taken away before publication, replaced after it', async () => {
    const draft = await preparedConsultation(test, { provisions: 1, body: consultation });
    const officer = new Reader(test);
    await officer.signIn(draft.officer.email);
    const desk = `/kk/desk/consultations/${draft.consultationId}`;
    const add = (page: Seen, filling = {}, files = [NOTE]): Promise<Seen> =>
      officer.submitFiles(
        page,
        { kind: 'explanatory_note', 'title.kk': 'Түсіндірме жазба', 'title.ru': 'Записка', ...filling },
        'form[enctype] button',
        { field: 'fileId', files },
      );
    const work = await officer.get(desk);
    const form = await officer.get(work.$(`a[href="${desk}/documents"]`).attr('href') ?? '');
    const empty = await add(form, {}, []);
    expect([empty.status, empty.$('#fileId-error').text()]).toEqual([
      422,
      expect.stringContaining(SENTENCES.kk.get('portal.documents.chooseFile') ?? '-'),
    ]);
    const untitled = await add(form, { 'title.ru': '' });
    expect(untitled.status).toBe(422);
    const added = await add(untitled, {}, []);
    expect(added.$('main a[download]').text()).toBe('Түсіндірме жазба');
    const removed = await officer.submit(added, {}, 'form[action$=document-removal] button');
    expect(removed.$('main a[download]')).toHaveLength(0);
    await add(removed);
    await draft.officer.put(`/consultations/${draft.consultationId}/publication`).expect(200);
    const open = await officer.get(`${desk}/documents`);
    expect(open.$('form[action$=document-removal]')).toHaveLength(0);
    const replacesId = open.$('select[name=replacesId] option').last().attr('value') ?? '';
    await add(open, { replacesId, 'title.kk': 'Жаңа жазба' });
    const shown = await new Reader(test).get(`/kk/consultations/${draft.consultationId}`);
    const titles = shown
      .$('[aria-labelledby=documents] a[download]')
      .toArray()
      .map((link) => shown.$(link).text());
    expect(titles).toEqual(['Түсіндірме жазба', 'Жаңа жазба']);
    expect(shown.$('[aria-labelledby=documents]').text()).toContain(SENTENCES.kk.get('portal.documents.replaced'));
  });
});
