import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Demo, type ShownClock } from '../../src/demo/index.js';
import { JournalVerification } from '../../src/platform/journal/index.js';
import { readerOf, type ReadAct } from '../support/assessment-reader.js';
import { recomputed } from '../support/recomputation.js';
import { callerOf, startTestApplication, type Caller, type TestApplication } from '../support/test-application.js';

/** Late enough for the whole story to lie after the facts of the template; a Sunday night, when nobody acts. */
const NOW = '2027-06-20T00:30:00+05:00';

interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

describe('the demonstration', () => {
  let test: TestApplication;
  let akmola: Row;
  const shownOn = (one: TestApplication, now = NOW): ShownClock => ({
    show: (at) => {
      one.clock.set(at.toISOString());
    },
    release: () => {
      one.clock.set(now);
    },
  });
  const nothing = (): Promise<void> => Promise.resolve();
  const rows = async (path: string, by: Pick<Caller, 'get'> = test.anyone): Promise<Row[]> =>
    ((await by.get(`${path}${path.includes('?') ? '&' : '?'}limit=100`).expect(200)).body as { items: Row[] }).items;
  const one = async (path: string): Promise<Row> => (await test.anyone.get(path).expect(200)).body as Row;
  const signedIn = async (name: string): Promise<Caller> => {
    const credentials = { email: `${name}@kenes.example`, password: 'kenes-demo-only' };
    const { body } = await test.anyone.post('/sessions').send(credentials).expect(201);
    return callerOf(test.app, (body as { token: string }).token);
  };
  const counted = (given: readonly Row[], field: string): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const row of given) counts[String(row[field])] = (counts[String(row[field])] ?? 0) + 1;
    return counts;
  };

  beforeAll(async () => {
    test = await startTestApplication({ at: NOW });
    await test.app.get(Demo).fill(shownOn(test), nothing);
    [akmola = { id: '' }] = await rows('/councils?q=Акмолин');
  });
  afterAll(() => test.close());

  it('speaks Kazakh, Russian and English wherever the platform lets it', async () => {
    const [consultations, councils] = await Promise.all([rows('/consultations'), rows('/councils')]);
    const meetings = (await Promise.all(councils.map(({ id }) => rows(`/councils/${id}/meetings`)))).flat();
    const told = await Promise.all([
      ...['/councils', '/recommendations', '/opinions', '/follow-ups', '/methodologies'].map((path) => rows(path)),
      ...consultations.flatMap(({ id }) => [one(`/consultations/${id}`), one(`/consultations/${id}/draft`)]),
      ...consultations.map(({ id }) => rows(`/consultations/${id}/comments`)),
      ...meetings.map(({ id }) => one(`/meetings/${id}`)),
    ]);
    const texts = localizedIn(told);
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter(({ kk, ru, en }) => [kk, ru, en].some((text) => !text))).toEqual([]);
  });

  it('is told in the order of its instants, all of them past, and says in the journal what is made up', async () => {
    const entries: (ReadAct & { seq: number; at: string })[] = [];
    for (let after: string | null = ''; after !== null;) {
      const path: string = `/journal?limit=100${after === '' ? '' : `&after=${after}`}`;
      const { body } = await test.anyone.get(path).expect(200);
      const page = body as { items: typeof entries; next: string | null };
      entries.push(...page.items);
      after = page.next;
    }
    const told = entries.slice(entries.findIndex(({ what }) => what === 'demonstration.begun'));
    const instants = told.map(({ at }) => Date.parse(at));
    expect(instants).toEqual(instants.toSorted((earlier, later) => earlier - later));
    expect(told.at(-1)).toMatchObject({ what: 'demonstration.completed', at: new Date(NOW).toISOString() });
    expect(new Set(instants).size).toBeGreaterThan(100);
    expect(await test.app.get(JournalVerification).run()).toMatchObject({ faults: [] });
    expect(test.clock.now()).toEqual(new Date(NOW));
    for (const personal of ['kenes.example', 'Сейітова', 'Сейілханов', 'тополей'])
      expect(JSON.stringify(entries)).not.toContain(personal);
  });

  it('has councils at work and being formed in many places, and one that lost a seat', async () => {
    const councils = await rows('/councils');
    expect(counted(councils, 'state')).toEqual({ active: 6, forming: 2 });
    expect(new Set(councils.map(({ territoryId }) => territoryId)).size).toBe(8);
    const [incomplete, ...others] = await rows('/councils?incomplete=true');
    expect(others).toEqual([]);
    expect(incomplete).toMatchObject({ name: { en: 'Public Council of Pavlodar Region (demonstration)' } });
    expect(await one(`/councils/${incomplete?.id ?? ''}/composition`)).toMatchObject({ members: 14, civilSociety: 9 });
    expect(await one(`/councils/${akmola.id}/composition`)).toMatchObject({ members: 15, civilSociety: 10 });
  });

  it('has meetings held with published minutes, one without quorum, and announced ones with an agenda', async () => {
    const meetings = await rows(`/councils/${akmola.id}/meetings`);
    expect(counted(meetings, 'state')).toEqual({ closed: 3, inquorate: 1, announced: 2 });
    for (const { id } of meetings.filter(({ state }) => state === 'closed')) {
      expect(await one(`/meetings/${id}/minutes`)).toMatchObject({ state: 'published' });
      expect(await one(`/meetings/${id}`)).toMatchObject({ quorum: { reached: true }, breaches: [] });
    }
    for (const { id, startsAt } of meetings.filter(({ state }) => state === 'announced')) {
      expect(Date.parse(String(startsAt))).toBeGreaterThan(Date.parse(NOW));
      expect((await one(`/meetings/${id}`))['agenda']).toHaveLength(2);
    }
    const drafts = await rows(`/councils/${akmola.id}/meetings?state=planned`, await signedIn('secretary'));
    expect(drafts).toHaveLength(1);
  });

  it('has recommendations in every state, and one that is overdue', async () => {
    const recommendations = await rows(`/recommendations?council=${akmola.id}`);
    expect(counted(recommendations, 'state')).toEqual({ adopted: 1, sent: 2, answered: 3 });
    const answered = recommendations.filter(({ state }) => state === 'answered');
    expect(counted(answered, 'decision')).toEqual({ accepted: 1, partly: 1, declined: 1 });
    const overdue = await rows('/recommendations?overdue=true');
    expect(overdue).toMatchObject([{ text: { ru: expect.stringContaining('карту состояния дорог') as unknown } }]);
  });

  it('has a consultation in every phase, and a discussion in two languages of text and provisions', async () => {
    const known = await rows('/consultations');
    expect(counted(known, 'phase')).toEqual({
      ...{ commenting: 1, answering: 1, overdue: 1 },
      ...{ reported: 1, concluded: 1, withdrawn: 1 },
    });
    expect(await rows('/consultations?drafts=true', await signedIn('officer'))).toHaveLength(1);
    const of = (phase: string): string => known.find((row) => row['phase'] === phase)?.id ?? '';
    const comments = await rows(`/consultations/${of('commenting')}/comments`);
    expect(comments.length).toBeGreaterThanOrEqual(12);
    expect(Object.keys(counted(comments, 'language')).sort()).toEqual(['kk', 'ru']);
    expect(Object.keys(counted(comments, 'state')).sort()).toEqual(['accepted', 'answered', 'withdrawn']);
    expect(comments.filter(({ provisionId }) => provisionId == null).length).toBeGreaterThan(1);
    expect(new Set(comments.map(({ provisionId }) => provisionId)).size).toBeGreaterThan(6);
    for (const phase of ['reported', 'concluded']) {
      const report = await one(`/consultations/${of(phase)}/report`);
      expect(JSON.stringify(report)).toMatch(/"unanswered":0|"answered":[23]/);
    }
    for (const phase of ['answering', 'overdue']) {
      const left = await rows(`/consultations/${of(phase)}/comments?state=accepted`);
      expect(left.length).toBeGreaterThan(0);
    }
  });

  it('has an opinion that its body answered in part, annexed to the report, and councils that kept silent', async () => {
    const [opinion, ...others] = await rows('/opinions');
    expect(others).toEqual([]);
    expect(opinion).toMatchObject({
      ...{ councilId: akmola.id, stance: 'remarks', late: false, breaches: [] },
      response: { decision: 'partly', letter: { en: expect.any(String) as unknown } },
    });
    const consultations = await rows('/consultations');
    const told = await Promise.all(consultations.map(({ id }) => one(`/consultations/${id}/opinions`)));
    const standings = told.flatMap(({ notices }) =>
      (notices as { standing: string }[]).map(({ standing }) => standing),
    );
    expect(standings).toContain('given');
    expect(standings).toContain('silent');
    const report = await one(`/consultations/${String(opinion?.['consultationId'])}/report`);
    expect(report).toMatchObject({ annex: [{ opinionId: opinion?.id, decision: 'partly' }] });
  });

  it('has a methodology of three dimensions and all sources', async () => {
    const [listed] = await rows('/methodologies?state=published');
    const { dimensions } = (await one(`/methodologies/${listed?.id ?? ''}`)) as unknown as {
      dimensions: { code: string; indicators: { source: string; name: object }[] }[];
    };
    expect(dimensions.map(({ code }) => code)).toEqual(['effectiveness', 'responsiveness', 'openness']);
    const indicators = dimensions.flatMap((dimension) => dimension.indicators);
    expect(indicators).toHaveLength(12);
    expect(new Set(indicators.map(({ source }) => source)).size).toBe(4);
    for (const { name } of indicators) expect(Object.keys(name).sort()).toEqual(['en', 'kk', 'ru']);
  });

  it('has the akimat assessed in two years by scores that anyone recomputes, and open assessments', async () => {
    const published = await rows(`/assessments?council=${akmola.id}`);
    expect(new Set(published.map((row) => JSON.stringify(row['from']))).size).toBe(2);
    for (const { id } of published) {
      const workings = await readerOf(test).workings(id);
      const anew = recomputed(workings);
      expect(workings.total.score).not.toBeNull();
      expect(anew.total?.toDecimal(20)).toBe(workings.total.score);
      expect(anew.dimensions.map((score) => score?.toDecimal(20))).toEqual(
        workings.dimensions.map(({ score }) => score),
      );
    }
    const [latest] = published;
    const { values } = await readerOf(test).workings(latest?.id ?? '');
    expect(Object.keys(counted(values as unknown as Row[], 'status')).sort()).toEqual([
      ...['missing', 'not_applicable', 'value'],
    ]);
    const record = JSON.stringify(await one(`/assessments/${latest?.id ?? ''}`));
    expect(record).toContain('72 процентов');
    const working = await rows('/assessments', await signedIn('ministry'));
    expect(counted(working, 'state')).toEqual({ published: 2, in_review: 1, collecting: 1 });
    const review = working.find(({ state }) => state === 'in_review');
    const judgement = { score: '55', grounds: 'Екі кездесуге қатыстым.' };
    const path = `/assessments/${review?.id ?? ''}/judgements/dialogue`;
    await (await signedIn('member')).put(path).send(judgement).expect(200);
  });

  it('follows the weak indicators in every way, and leaves one as a gap', async () => {
    const followUps = await rows(`/follow-ups?council=${akmola.id}`);
    expect(counted(followUps, 'state')).toEqual({ promised: 1, in_progress: 2, reported: 1, verified: 4, refused: 1 });
    const verdicts = followUps.flatMap(({ verification }) => (verification ? [verification as Row] : []));
    expect(counted(verdicts, 'verdict')).toEqual({ fulfilled: 3, partly: 1 });
    expect(followUps.filter(({ recommendationId }) => recommendationId != null)).toHaveLength(2);
    const overdue = await rows('/follow-ups?overdue=true');
    expect(overdue).toMatchObject([{ indicator: 'village-water', state: 'promised' }]);
    const [latest, previous] = await rows(`/assessments?council=${akmola.id}`);
    const gaps = await readerOf(test).gaps(latest?.id ?? '');
    expect(gaps).toMatchObject([{ indicator: 'dialogue', overdue: true }]);
    expect(await readerOf(test).gaps(previous?.id ?? '')).toEqual([]);
  });

  it('is not told twice', async () => {
    const before = await test.database.query('select seq from journal_head');
    await test.app.get(Demo).fill(shownOn(test), nothing);
    expect(await test.database.query('select seq from journal_head')).toEqual(before);
    expect(await test.app.get(Demo).lines()).toContain('  secretary@kenes.example');
  });

  it('is not written before acts that are recorded already, and says so', async () => {
    const young = await startTestApplication({ at: '2026-03-02T09:00:00+05:00' });
    await young.app.get(Demo).fill(shownOn(young, '2026-03-02T09:00:00+05:00'), nothing);
    expect(await young.database.query('select 1 from accounts')).toEqual([]);
    expect(await young.app.get(Demo).lines()).toEqual([expect.stringMatching(/^No demonstration/)]);
    await young.close();
  });

  it('tells that it was interrupted, and lets the clock go', async () => {
    const broken = await startTestApplication({ at: NOW });
    const shown = shownOn(broken);
    let shows = 0;
    const show = (at: Date): void => {
      shows += 1;
      if (shows === 20) throw new Error('ended');
      shown.show(at);
    };
    await expect(broken.app.get(Demo).fill({ ...shown, show }, nothing)).rejects.toThrow('ended');
    expect(broken.clock.now()).toEqual(new Date(NOW));
    expect(await broken.app.get(Demo).lines()).toEqual([expect.stringMatching(/interrupted/)]);
    await broken.close();
  });
});

interface Text {
  readonly kk?: string;
  readonly ru?: string;
  readonly en?: string;
}

/** All texts in several languages that lie anywhere in a value. */
function localizedIn(value: unknown): Text[] {
  if (Array.isArray(value)) return value.flatMap(localizedIn);
  if (typeof value !== 'object' || value === null) return [];
  return 'kk' in value && 'ru' in value ? [value as Text] : Object.values(value).flatMap(localizedIn);
}
