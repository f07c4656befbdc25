import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { manyComments } from '../factories/many-comments.js';
import { download } from '../support/download.js';
import { person, signIn, type Person } from '../support/people.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';

const REASONS = { kk: 'Ескерту ескерілді', ru: 'Замечание учтено' };

describe('completion reports', () => {
  let test: TestApplication;
  beforeAll(async () => {
    test = await startTestApplication();
  });
  afterAll(() => test.close());

  const comment = async (by: Person, consultationId: string, language: 'kk' | 'ru'): Promise<string> => {
    const wanted = { text: language === 'kk' ? 'Түнде тыныш болсын' : 'Пусть ночью будет тихо', language };
    const made = await by.post(`/consultations/${consultationId}/comments`).send(wanted).expect(201);
    return (made.body as { id: string }).id;
  };
  const again = (by: Person): Promise<Person> => signIn(test, by.email, by.accountId);
  const open = (): Promise<PreparedConsultation> => {
    test.clock.set(BEGIN);
    return publishedConsultation(test, { provisions: 1, closesInWorkingDays: 10 });
  };
  const answer = (by: Person, id: string, outcome: string) =>
    by.put(`/comments/${id}/answer`).send({ outcome, reasons: REASONS }).expect(200);

  it('counts what was said and answered, and is refused while one comment is unanswered', async () => {
    const { consultationId: id, officer } = await open();
    const [one, two] = [await person(test), await person(test)];
    const first = await comment(one, id, 'kk');
    const second = await comment(one, id, 'ru');
    const third = await comment(two, id, 'ru');
    const fourth = await comment(two, id, 'kk');
    await two.put(`/comments/${fourth}/withdrawal`).expect(200);
    await answer(officer, first, 'accepted');

    const early = await officer.put(`/consultations/${id}/report`).send({}).expect(409);
    const possible = ['extension', 'withdrawal'];
    expect(early.body).toMatchObject({ code: 'discussion-still-open', state: 'published', possible });

    test.clock.set('2026-03-18T09:00:00+05:00');
    const later = await again(officer);
    const refused = await later.put(`/consultations/${id}/report`).send({}).expect(409);
    expect(refused.body).toMatchObject({
      ...{ code: 'comments-unanswered', state: 'published', unanswered: 2 },
      possible: ['withdrawal'],
    });
    expect((refused.body as { detail: string }).detail).toMatch(/2/);
    await test.anyone.get(`/consultations/${id}/report`).expect(404);

    await answer(later, second, 'declined');
    await answer(later, third, 'declined');
    const summary = { kk: 'Барлық ескерту қаралды', ru: 'Все замечания рассмотрены' };
    const published = await later.put(`/consultations/${id}/report`).send({ summary }).expect(200);
    const report = await test.anyone.get(`/consultations/${id}/report`).expect(200);
    expect(report.body).toEqual(published.body);
    expect(report.body).toMatchObject({
      consultationId: id,
      summary,
      publishedOn: '2026-03-18',
      lastAnswerOn: '2026-03-18',
      dueOn: '2026-03-26',
      provisional: false,
      counts: {
        ...{ total: 4, withdrawn: 1, answered: 3, answeredOnTime: 3, participants: 2 },
        ...{ byChannel: { public: 4 }, byLanguage: { kk: 2, ru: 2 }, byOutcome: { accepted: 1, declined: 2 } },
      },
      breaches: [],
    });
    expect(report.text).not.toContain('Person');
    const shown = await test.anyone.get(`/consultations/${id}`).expect(200);
    expect(shown.body).toMatchObject({ state: 'reported', phase: 'reported', reportedOn: '2026-03-18' });
    const journal = await test.anyone.get(`/journal?subject=consultation:${id}`).expect(200);
    const acts = (journal.body as { items: { what: string; rules: { id: string }[] }[] }).items;
    expect(acts.map(({ what }) => what)).toEqual(['consultation.published', 'consultation.reported']);
    expect(acts[1]?.rules.map((rule) => rule.id)).toEqual(['K8.answers', 'K8.report']);

    await later.put(`/consultations/${id}/report`).send({}).expect(409);
    const late = { text: 'Кеш', language: 'kk' };
    await (await again(one)).post(`/consultations/${id}/comments`).send(late).expect(409);
  });

  it('show answers and a report that came late', async () => {
    const { consultationId: id, officer } = await open();
    const only = await comment(await person(test), id, 'ru');
    test.clock.set('2026-04-06T00:00:00+05:00');
    await answer(await again(officer), only, 'partly');
    test.clock.set('2026-04-10T09:00:00+05:00');
    const report = await (await again(officer)).put(`/consultations/${id}/report`).send({}).expect(200);
    expect(report.body).toMatchObject({
      summary: null,
      counts: { answered: 1, answeredOnTime: 0 },
      breaches: [
        { rule: 'K8.answers', required: '2026-04-03', actual: '2026-04-06' },
        { rule: 'K8.report', required: '2026-04-09', actual: '2026-04-10' },
      ],
    });
  });

  it('count an answer of the last minute of the term as on time', async () => {
    const { consultationId: id, officer } = await open();
    const only = await comment(await person(test), id, 'ru');
    test.clock.set('2026-04-03T23:59:59.999+05:00');
    const late = await again(officer);
    await answer(late, only, 'accepted');
    const report = await late.put(`/consultations/${id}/report`).send({}).expect(200);
    expect(report.body).toMatchObject({ counts: { answeredOnTime: 1 }, breaches: [] });
  });

  it('are published of a discussion in which nobody spoke', async () => {
    const { consultationId: id, officer } = await open();
    test.clock.set('2026-03-18T09:00:00+05:00');
    const report = await (await again(officer)).put(`/consultations/${id}/report`).expect(200);
    expect(report.body).toMatchObject({ lastAnswerOn: null, dueOn: '2026-03-20', counts: { total: 0, byChannel: {} } });
  });

  it('are for an officer of the body, and of what was published', async () => {
    const { consultationId: id, officer } = await open();
    test.clock.set('2026-03-18T09:00:00+05:00');
    const bodies = await test.anyone.get('/bodies?kind=central&limit=1').expect(200);
    const bodyId = (bodies.body as { items: { id: string }[] }).items[0]?.id ?? '';
    const stranger = await person(test, { role: 'officer', bodyId });
    await stranger.put(`/consultations/${id}/report`).send({}).expect(403);
    await (await person(test)).put(`/consultations/${id}/report`).send({}).expect(403);
    const later = await again(officer);
    await later.put(`/consultations/${id}/report`).set('If-Match', '"v1"').send({}).expect(412);
    const wrong = await later
      .put(`/consultations/${id}/report`)
      .send({ summary: { kk: 'х' } })
      .expect(422);
    expect(wrong.body).toMatchObject({ errors: [{ pointer: '/summary/ru' }] });
    await later.put('/consultations/0192f0c0-0000-7000-8000-000000000000/report').send({}).expect(404);
  });

  it('say in a document for people that it does not print all texts, and have them all in the files for programs', async () => {
    const { consultationId: id, officer: by } = await open();
    const other = await person(test);
    await other.post(`/consultations/${id}/comments`).send({ text: 'Бірінші', language: 'kk' }).expect(201);
    test.clock.set('2026-03-18T09:00:00+05:00');
    const list = await test.anyone.get(`/consultations/${id}/comments`).expect(200);
    const [first] = (list.body as { items: { id: string }[] }).items;
    const now = await signIn(test, by.email, by.accountId);
    const answer = { outcome: 'partly', reasons: REASONS };
    await now
      .put(`/comments/${first?.id ?? ''}/answer`)
      .send(answer)
      .expect(200);
    await manyComments(test.database, id, 449);
    const hash = `encode(sha256(convert_to(text, 'UTF8')), 'hex')`;
    await test.database.query(`update comments set text_hash = ${hash} where consultation_id = $1`, [id]);
    const made = (await now.put(`/consultations/${id}/report`).send({}).expect(200)).body as {
      counts: object;
      hashes: { content: string };
    };
    expect(made.counts).toMatchObject({ total: 450, texts: 450 });
    const file = await download(test, `/consultations/${id}/report/report.jsonl`);
    const hashed = createHash('sha256').update(file.bytes).digest('hex');
    expect([file.trailers['x-rows'], hashed]).toEqual(['451', made.hashes.content]);
    const csv = await download(test, `/consultations/${id}/report/report.csv`);
    expect(csv.trailers['x-rows']).toBe('450');
    const docx = unzipSync((await download(test, `/consultations/${id}/report/report.docx?lang=ru`)).bytes);
    const xml = Buffer.from(docx['word/document.xml'] ?? []).toString();
    const said = [...xml.matchAll(/напечатаны первые ([0-9]+) из 450 текстов/g)].map(([, printed]) => Number(printed));
    expect(said).toHaveLength(2);
    expect(said[0]).toBe(said[1]);
    expect(xml.match(/>№ [0-9]+</g)).toHaveLength(said[0] ?? 0);
    expect(said[0]).toBeLessThan(200);
  });

  it('lead to a conclusion: the act that was adopted, or the reasons why not', async () => {
    const { consultationId: id, officer } = await open();
    test.clock.set('2026-03-18T09:00:00+05:00');
    const later = await again(officer);
    const conclude = (wanted: object) => later.put(`/consultations/${id}/conclusion`).send(wanted);
    const soon = await conclude({ result: 'rejected' }).expect(409);
    expect(soon.body).toMatchObject({ code: 'not-in-this-state', state: 'published' });
    await later.put(`/consultations/${id}/report`).send({}).expect(200);
    const title = { kk: 'Түнгі тыныштық туралы', ru: 'О ночной тишине' };
    const act = { title, number: '112', adoptedOn: '2026-03-18', url: 'https://adilet.zan.kz/rus/docs/V2600000112' };
    const contradiction = await conclude({ result: 'rejected', act }).expect(422);
    expect(contradiction.body).toMatchObject({ errors: [{ pointer: '/act', code: 'act-of-rejected' }] });
    const future = await conclude({ result: 'adopted', act: { ...act, adoptedOn: '2026-03-19' } }).expect(422);
    expect(future.body).toMatchObject({ errors: [{ pointer: '/act/adoptedOn', code: 'date-in-future' }] });
    const early = await conclude({ result: 'adopted', act: { ...act, adoptedOn: '2026-03-01' } }).expect(422);
    expect(early.body).toMatchObject({ errors: [{ pointer: '/act/adoptedOn', code: 'adopted-before-discussion' }] });
    const unlinked = await conclude({ result: 'adopted', act: { ...act, url: 'javascript:alert(1)' } }).expect(422);
    expect(unlinked.body).toMatchObject({ errors: [{ pointer: '/act/url', code: 'url-expected' }] });
    const nameless = await conclude({ result: 'adopted', reasons: REASONS }).expect(422);
    expect(nameless.body).toMatchObject({ errors: [{ pointer: '/act', code: 'adopted-needs-act' }] });
    const silent = await conclude({ result: 'rejected' }).expect(422);
    expect(silent.body).toMatchObject({ errors: [{ pointer: '/reasons', code: 'rejection-needs-reasons' }] });
    const concluded = await conclude({ result: 'adopted', act }).expect(200);
    expect(concluded.body).toMatchObject({
      state: 'concluded',
      phase: 'concluded',
      conclusion: { on: '2026-03-18', result: 'adopted', act, reasons: null },
      moves: [],
    });
    const journal = await test.anyone.get(`/journal?subject=consultation:${id}`).expect(200);
    const acts = (journal.body as { items: { what: string; data: object }[] }).items;
    const told = acts.filter(({ what }) => what === 'consultation.concluded');
    const { number, adoptedOn, url } = act;
    expect(told).toMatchObject([
      { data: { concludedOn: '2026-03-18', result: 'adopted', act: { number, adoptedOn, url } } },
    ]);
    await conclude({ result: 'rejected' }).expect(409);
    await later.put(`/consultations/${id}/withdrawal`).send({ reasons: REASONS }).expect(409);
  });
});
