import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { CONCEALMENT, NOBODY } from '../factories/concealments.js';
import { provisionsOf, publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { byLine, sha256, type Line, type Report } from '../factories/report-lines.js';
import { GroupingService } from '../../src/comment-groups/index.js';
import { download } from '../support/download.js';
import { readPdf } from '../support/pdf-text.js';
import { person, signIn, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const REASONS = { kk: '=Ескерілді', ru: 'Учтено; "да"' };
const SAME = 'Түнгі құрылыс жүргізілмесін: Ә Ғ Қ Ң Ө Ұ Ү Һ І';
const SCRIPT = '<script>alert(1)</script> & "ұсыныс"';
const TURNED = 'Әріптер \u202eтерс\u202c айналмасын';
const LONG = 'Ө'.repeat(15_998) + '𐰴ы';
const LONGER = 'ұзын сөз '.repeat(1_500);
const FORMULA = '=HYPERLINK("http://x.example";"Қараңыз")';
const NAMED = 'Атымды көрсетіңіз';
const BODY = 'Тыныш түн';
const WITHDRAWN = 'Кері алынған пікір';
const HIDDEN = 'Жасырылған сөз бұрын';
const LATER = 'Көршінің телефоны 8 701 000 00 00';
const CHANGED = 'Жауабы өзгерген пікір';

describe('the completion report (K8.report) as it was published', () => {
  let test: TestApplication;
  let open: PreparedConsultation;
  let citizen: Person;
  let officer: Person;
  let report: Report;
  const ids = new Map<string, string>();
  const path = (file = ''): string => `/consultations/${open.consultationId}/report${file}`;
  const say = async (text: string, more: object = {}, by = citizen): Promise<string> => {
    const wanted = { text, language: 'kk', ...more };
    const made = await by.post(`/consultations/${open.consultationId}/comments`).send(wanted).expect(201);
    const { id } = made.body as { id: string };
    ids.set(text, id);
    return id;
  };
  const texts = async (): Promise<Line[]> => {
    const all: Line[] = [];
    for (let after = ''; after !== 'null';) {
      const page = await test.anyone.get(path(`/texts?limit=3${after && `&after=${after}`}`)).expect(200);
      const { items, next } = page.body as { items: Line[]; next: string | null };
      all.push(...items);
      after = String(next);
    }
    return all;
  };
  const lines = async (): Promise<{ texts: string[]; bytes: Buffer; hidden: string | undefined }> => {
    const { status, bytes, trailers } = await download(test, path('/report.jsonl'));
    expect(status).toBe(200);
    const texts = bytes.toString().split('\n');
    expect(texts.pop()).toBe('');
    return { texts, bytes, hidden: trailers['x-hidden'] };
  };

  beforeAll(async () => {
    test = await startTestApplication();
    open = await publishedConsultation(test, { provisions: 3, closesInWorkingDays: 10 });
    citizen = await person(test);
    const [provisionId = '', second = ''] = open.provisionIds;
    await say(SAME, { provisionId });
    const other = await person(test);
    await say(SAME, { provisionId }, other);
    await say(SAME, { provisionId }, await person(test));
    for (const text of [SCRIPT, TURNED, LONG, LONGER, FORMULA, HIDDEN, LATER, CHANGED]) await say(text);
    await say(NAMED, { showName: true, onBehalfOf: { name: BODY } });
    await citizen.put(`/comments/${await say(WITHDRAWN)}/withdrawal`).expect(200);
    await open.officer
      .put(`/comments/${ids.get(HIDDEN) ?? ''}/concealment`)
      .send(CONCEALMENT)
      .expect(200);
    const [first, middle, third] = provisionsOf(3);
    const text = { kk: 'Түнде құрылыс жүргізілмейді', ru: 'Ночью не строят' };
    const provisions = [
      Object.assign({}, first, { id: provisionId, text }),
      Object.assign({}, middle, { id: second }),
      third,
    ];
    await open.officer.post(`/consultations/${open.consultationId}/versions`).send({ provisions }).expect(201);
    await test.app.get(GroupingService).sweep();
    test.clock.set('2026-03-18T09:00:00+05:00');
    officer = await signIn(test, open.officer.email, open.officer.accountId);
    const list = await test.anyone.get(`/consultations/${open.consultationId}/comments?limit=100&state=accepted`);
    for (const { id } of (list.body as { items: { id: string }[] }).items) {
      const leads = id === ids.get(TURNED) ? { provisionId } : {};
      await officer
        .put(`/comments/${id}/answer`)
        .send({ outcome: 'partly', reasons: REASONS, ...leads })
        .expect(200);
    }
    const revision = { outcome: 'declined', reasons: { kk: 'Жоқ', ru: 'Нет' }, why: { kk: 'Қате', ru: 'Ошибка' } };
    await officer
      .put(`/comments/${ids.get(CHANGED) ?? ''}/answer/revision`)
      .send(revision)
      .expect(200);
    for (const file of ['', '/texts', '/report.jsonl', '/report.csv', '/report.pdf', '/report.docx']) {
      await test.anyone.get(path(file)).expect(404);
    }
    const summary = { kk: 'Қорытынды', ru: 'Итог', en: 'Result' };
    report = (await officer.put(path()).send({ summary }).expect(200)).body as Report;
  });
  afterAll(() => test.close());

  it('counts texts, groups and provisions', () => {
    expect(report.counts).toMatchObject({
      ...{ total: 13, withdrawn: 1, answered: 12, participants: 3, texts: 10, groups: 1, inGroups: 3 },
      byProvision: { [open.provisionIds[0] ?? '']: 3 },
    });
  });

  it('has in the public journal the hashes of what anybody can download', async () => {
    const { texts, bytes, hidden } = await lines();
    expect(hidden).toBe('0');
    expect(report.hashes).toEqual({ lines: texts.length, content: sha256(bytes), byLine: byLine(texts) });
    const journal = await test.anyone.get(`/journal?subject=consultation:${open.consultationId}`).expect(200);
    const acts = (journal.body as { items: { what: string; data: object }[] }).items;
    const reported = acts.filter(({ what }) => what === 'consultation.reported');
    expect(reported).toHaveLength(1);
    const { lines: count, content: contentSha256, byLine: linesSha256 } = report.hashes;
    expect(reported[0]?.data).toMatchObject({ reportId: report.id, lines: count, contentSha256, linesSha256 });
  });

  it('says in its lines the figures, what changed, and every comment with its answers, without names', async () => {
    const { texts } = await lines();
    const read = texts.map((text) => JSON.parse(text) as Line);
    expect(read[0]).toMatchObject({
      kind: 'report',
      form: 2,
      firstVersion: 1,
      currentVersion: 2,
      reportedOn: '2026-03-18',
    });
    const changes = read.filter(({ kind }) => kind === 'change');
    expect(changes.map(({ change }) => change).sort()).toEqual(['added', 'changed', 'removed']);
    const comments = read.filter(({ kind }) => kind === 'comment');
    expect(comments.map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1));
    const of = (text: string): Line | undefined => comments.find((one) => one.text === text);
    expect(of(LONG)).toMatchObject({ answer: { outcome: 'partly', reasons: REASONS }, participant: 1 });
    const [provisionId] = open.provisionIds;
    expect(of(TURNED)).toMatchObject({ text: TURNED, answer: { provisionId } });
    expect(of(NAMED)).toMatchObject({
      participant: null,
      onBehalfOf: { name: BODY },
      disownedAt: null,
      receivedOn: null,
    });
    expect(of(CHANGED)).toMatchObject({
      answer: { outcome: 'declined' },
      earlierAnswers: [{ number: 1, outcome: 'partly', reasons: REASONS, why: { kk: 'Қате', ru: 'Ошибка' } }],
    });
    const joined = texts.join('\n');
    for (const absent of ['Person', WITHDRAWN, HIDDEN]) expect(joined).not.toContain(absent);
    expect(comments.filter(({ concealment }) => concealment !== null)).toHaveLength(1);
    expect(new Set(comments.map(({ salt }) => salt)).size).toBe(13);
  });

  it('prints the same text with the same answer once, the ones sent most often first', async () => {
    const all = await texts();
    expect(all.find(({ text }) => text === TURNED)).toMatchObject({ answerProvisionNumber: '1' });
    expect(all[0]).toMatchObject({ position: 1, comments: 3, text: SAME, provisionNumber: '1', participant: 1 });
    expect(all.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(all.find(({ text }) => text === NAMED)).toMatchObject({ author: { name: expect.any(String) } });
    expect(all.find(({ text }) => text === CHANGED)).toMatchObject({ earlierAnswers: [{ outcome: 'partly' }] });
    expect(all.filter(({ text }) => text === null)).toMatchObject([{ concealment: CONCEALMENT }]);
  });

  it.each([
    ['', ','],
    ['?separator=semicolon', ';'],
  ])('is given as CSV%s that no spreadsheet takes for formulas', async (query, delimiter) => {
    const { bytes, trailers, headers } = await download(test, path(`/report.csv${query}`));
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    const options = { bom: true, columns: true, delimiter, record_delimiter: '\r\n' } as const;
    const rows = parse<Record<string, string>>(bytes.toString(), options);
    expect(trailers['x-rows']).toBe('10');
    expect(rows).toHaveLength(10);
    expect(rows[0]).toMatchObject({ comments: '3', text: SAME, reasonsKk: `'${REASONS.kk}`, reasonsRu: REASONS.ru });
    const led = rows.filter(({ answerProvisionNumber }) => answerProvisionNumber === '1');
    expect(led).toMatchObject([{ text: TURNED, answerProvisionId: open.provisionIds[0] }]);
    expect(rows.find(({ text }) => text === NAMED)).toMatchObject({ onBehalfOfName: BODY, disownedAt: '' });
    expect(rows.map(({ text }) => text)).toEqual(expect.arrayContaining([`'${FORMULA}`, SCRIPT, TURNED, LONG]));
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  it.each([
    ['kk', 'Талқылау қорытындысы туралы есеп', '1-қатысушы'],
    ['ru', 'Отчёт о завершении публичного обсуждения', 'Участник 1'],
    ['en', 'Completion report', 'Participant 1'],
  ])('is given in %s as PDF and as DOCX, with every letter of Kazakh', async (lang, title, participant) => {
    const pdf = await download(test, path(`/report.pdf?lang=${lang}`));
    expect(pdf.headers).toMatchObject({ 'content-type': 'application/pdf', 'content-language': lang });
    const { text, pages, source } = readPdf(pdf.bytes);
    for (const part of ['/MarkInfo', '/StructTreeRoot', '/Outlines', '/DisplayDocTitle true'])
      expect(source).toContain(part);
    expect(pages).toBeGreaterThan(3);
    for (let page = 1; page <= pages; page += 1) expect(text.includes(`Kenes – ${page}\n`)).toBe(true);
    const flat = text.replaceAll(/[\n\u200b]/g, '');
    const docx = await download(test, path(`/report.docx?lang=${lang}`));
    const unzipped = unzipSync(docx.bytes);
    const xml = Buffer.from(unzipped['word/document.xml'] ?? []).toString();
    for (const word of [title, participant, SAME, report.hashes.content]) {
      expect([flat.includes(word), xml.includes(word), word]).toEqual([true, true, word]);
    }
    expect(flat.includes(SCRIPT)).toBe(true);
    expect(xml.includes('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;ұсыныс&quot;')).toBe(true);
    expect(flat.match(/Ө/g)?.length).toBeGreaterThan(15_990);
    expect([flat.includes('�ы'), xml.includes('𐰴ы')]).toEqual([true, true]);
    for (const words of [flat, xml]) {
      expect([/[\u202a-\u202e]/.test(words), words.includes(WITHDRAWN), words.includes(HIDDEN)]).toEqual([
        false,
        false,
        false,
      ]);
    }
    expect(Buffer.from(unzipped['docProps/core.xml'] ?? []).toString()).toContain(`<dc:language>${lang}-`);
  });

  it.each([
    ['/report.jsonl?lang=kk', '/lang', 'unknown-parameter'],
    ['/report.csv?lang=kk', '/lang', 'unknown-parameter'],
    ['/report.csv?separator=tab', '/separator', 'choice-unknown'],
    ['/report.pdf?separator=comma', '/separator', 'unknown-parameter'],
    ['/texts?after=x', '/after', 'bad-cursor'],
  ])('refuses %s', async (file, pointer, code) => {
    const refused = await test.anyone.get(path(file)).expect(400);
    expect(refused.body).toMatchObject({ errors: [{ pointer, code }] });
    await test.anyone.get(`/consultations/${NOBODY}/report${file.replace(/\?.*/, '')}`).expect(404);
  });

  describe('when words have to be hidden later', () => {
    let before: string[];
    beforeAll(async () => {
      before = (await lines()).texts;
      await officer
        .put(`/comments/${ids.get(LATER) ?? ''}/concealment`)
        .send(CONCEALMENT)
        .expect(200);
      const holder = await signIn(test, citizen.email, citizen.accountId);
      await holder
        .put(`/comments/${ids.get(NAMED) ?? ''}/disowning`)
        .send({})
        .expect(200);
    });

    it('shows that they are, and can be checked line by line all the same', async () => {
      const { texts, bytes, hidden } = await lines();
      expect([hidden, bytes.includes(LATER), bytes.includes(BODY)]).toEqual(['2', false, false]);
      const [at = -1, named = -1] = [LATER, NAMED].map((words) => before.findIndex((line) => line.includes(words)));
      for (const [place, line] of before.entries())
        if (place !== at && place !== named) expect(texts[place]).toBe(line);
      expect(JSON.parse(texts[named] ?? '')).toMatchObject({
        text: NAMED,
        onBehalfOf: null,
        disownedAt: expect.stringMatching(/Z$/),
      });
      const read = JSON.parse(texts[at] ?? '') as Line;
      expect(read).toMatchObject({ text: null, concealment: CONCEALMENT, answer: { outcome: 'partly' } });
      expect(read.salt).toBeUndefined();
      expect(read.publishedLineSha256).toBe(sha256(before[at] ?? ''));
      expect(byLine(texts)).toBe(report.hashes.byLine);
      expect(sha256(bytes)).not.toBe(report.hashes.content);
      const now = (await test.anyone.get(path()).expect(200)).body as Report;
      expect(now.hashes).toEqual(report.hashes);
    });

    it.each(['/report.csv', '/report.docx?lang=kk', '/report.pdf?lang=kk'])('has them in %s no more', async (file) => {
      const { bytes } = await download(test, path(file));
      const words = file.includes('docx')
        ? Buffer.from(unzipSync(bytes)['word/document.xml'] ?? []).toString()
        : file.includes('pdf')
          ? readPdf(bytes).text.replaceAll('\n', '')
          : bytes.toString();
      expect([words.includes(LATER), words.includes(CONCEALMENT.explanation.kk)]).toEqual([false, true]);
    });

    it('shows a text as long as one of its comments is open, and the notice when none is', async () => {
      const all = await texts();
      expect(all.filter(({ text }) => text === null)).toHaveLength(2);
      const list = await test.anyone.get(`/consultations/${open.consultationId}/comments?limit=100`).expect(200);
      const same = (list.body as { items: { id: string; number: number; text: string }[] }).items;
      const copies = same.filter(({ text }) => text === SAME);
      const seen: unknown[] = [];
      for (const { id } of copies) {
        await officer.put(`/comments/${id}/concealment`).send(CONCEALMENT).expect(200);
        const page = await test.anyone.get(path('/texts?limit=1')).expect(200);
        seen.push((page.body as { items: Line[] }).items[0]);
      }
      expect(seen).toMatchObject([
        { comments: 3, text: SAME, number: copies[1]?.number, concealment: null },
        { comments: 3, text: SAME, number: copies[2]?.number, concealment: null },
        { comments: 3, text: null, concealment: CONCEALMENT },
      ]);
    });
  });
});
