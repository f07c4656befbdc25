import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  preparedConsultation,
  provisionsOf,
  publishedConsultation,
  type PreparedConsultation,
} from '../factories/consultations.js';
import { postAll } from '../factories/meetings.js';
import { person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

interface Compared {
  readonly provisionId: string;
  readonly change: string;
  readonly moved: boolean;
  readonly renumbered: boolean;
  readonly before: { number: string } | null;
  readonly after: { number: string } | null;
  readonly text: Record<string, { kind: string; text: string }[]> | null;
}

interface Comparison {
  readonly from: number;
  readonly to: number;
  readonly counts: Record<string, number>;
  readonly provisions: Compared[];
}

interface Kept {
  readonly id: string;
  readonly text: { readonly kk: string; readonly ru: string };
}

const NOBODY = '0192f0c0-0000-7000-8000-000000000000';

describe('a comment on a draft that is changed', () => {
  let test: TestApplication;
  beforeAll(async () => {
    test = await startTestApplication();
  });
  afterAll(() => test.close());

  it('is kept, and tells whether its place stands in the same words, in other words, or no more', async () => {
    const open = await publishedConsultation(test, { provisions: 3 });
    const [one = '', two = '', three = ''] = open.provisionIds;
    const citizen = await person(test);
    const path = `/consultations/${open.consultationId}`;
    const ids = await postAll(
      citizen,
      `${path}/comments`,
      [one, two, three, undefined].map((provisionId) => ({ text: 'Пікір', language: 'kk', provisionId })),
    );
    const places = async (): Promise<unknown[]> => {
      const listed = await test.anyone.get(`${path}/comments`).expect(200);
      const single = await Promise.all(ids.map((id) => test.anyone.get(`/comments/${id}`).expect(200)));
      const of = (comments: unknown[]): unknown[] => comments.map((each) => (each as { place: unknown }).place);
      expect(of((listed.body as { items: unknown[] }).items.slice(0, 4))).toEqual(
        of(single.map(({ body }) => body as unknown)),
      );
      return of(single.map(({ body }) => body as unknown));
    };
    expect(await places()).toEqual(['same', 'same', 'same', null]);
    const [same, changed] = provisionsOf(2);
    if (!same || !changed) throw new Error('Two provisions are needed.');
    const text = { kk: changed.text.kk, ru: 'Иначе' };
    const make = (provisions: object[]) => open.officer.post(`${path}/versions`).send({ provisions }).expect(201);
    await make([
      { id: two, number: '9', text },
      { id: one, number: '8', heading: same.heading, text: same.text },
    ]);
    expect(await places()).toEqual(['same', 'changed', 'gone', null]);
    const [later = ''] = await postAll(citizen, `${path}/comments`, [
      { text: 'Енді', language: 'kk', provisionId: two },
    ]);
    expect((await test.anyone.get(`/comments/${later}`).expect(200)).body).toMatchObject({
      place: 'same',
      versionNumber: 2,
    });
    await make([{ id: one, number: '8', text: same.text }]);
    expect(await places()).toEqual(['changed', 'gone', 'gone', null]);
    const counted = await test.anyone.get(`${path}/comments`).expect(200);
    expect((counted.body as { items: unknown[] }).items).toHaveLength(5);
  });
});

describe('the comparison of two versions of a draft', () => {
  let test: TestApplication;
  let open: PreparedConsultation;
  beforeAll(async () => {
    test = await startTestApplication();
    open = await publishedConsultation(test, { provisions: 4 });
    const [one, two, three, four] = provisionsOf(4).map((each, at): Kept =>
      Object.assign({ id: open.provisionIds[at] ?? '' }, each),
    );
    if (!one || !two || !three || !four) throw new Error('Four provisions are needed.');
    const changed = { ...two, text: { kk: 'Түнгі шу деңгейі қырық децибел', ru: two.text.ru } };
    const fresh = { number: '5', text: { kk: 'Жаңа норма', ru: 'Новая норма' } };
    await version([four, one, { ...changed, number: '3' }, fresh]);
  });
  afterAll(() => test.close());

  const version = (provisions: object[]) =>
    open.officer.post(`/consultations/${open.consultationId}/versions`).send({ provisions }).expect(201);
  const path = (query = '', id = open.consultationId): string => `/consultations/${id}/comparison${query}`;
  const compare = async (query = ''): Promise<Comparison> =>
    (await test.anyone.get(path(query)).expect(200)).body as Comparison;

  it('shows from the first public version to the latest what moved, changed, was added and removed', async () => {
    const { from, to, counts, provisions } = await compare();
    expect([from, to]).toEqual([1, 2]);
    const [one, two, three, four] = open.provisionIds;
    expect(
      provisions.map(({ provisionId, change, moved, renumbered }) => [provisionId, change, moved, renumbered]),
    ).toEqual([
      [four, 'same', true, false],
      [one, 'same', false, false],
      [two, 'changed', false, true],
      [three, 'removed', false, false],
      [expect.any(String), 'added', false, false],
    ]);
    expect(counts).toEqual({ same: 2, changed: 1, added: 1, removed: 1, moved: 1 });
    expect(provisions[2]).toMatchObject({ before: { number: '2' }, after: { number: '3' } });
  });

  it('marks the words of the language that was changed, and leaves the other as it is', async () => {
    const changed = (await compare()).provisions.find(({ change }) => change === 'changed');
    expect(changed?.text).toMatchObject({
      kk: [
        { kind: 'same', text: 'Түнгі шу деңгейі ' },
        { kind: 'removed', text: '2' },
        { kind: 'added', text: 'қырық децибел' },
      ],
      ru: [{ kind: 'same', text: 'Уровень ночного шума 2' }],
    });
  });

  it('may be asked for backwards, and of a version with itself finds nothing', async () => {
    expect((await compare('?from=2&to=1')).counts).toMatchObject({ added: 1, removed: 1, changed: 1 });
    expect((await compare('?from=2&to=2')).counts).toEqual({ same: 4, changed: 0, added: 0, removed: 0, moved: 0 });
  });

  it('tells nobody but its body of versions before publication', async () => {
    const { consultationId, officer } = await preparedConsultation(test, { provisions: 1 });
    await test.anyone.get(path('', consultationId)).expect(404);
    await officer.get(path('', consultationId)).expect(200);
    const next = { provisions: provisionsOf(2) };
    await officer.post(`/consultations/${consultationId}/versions`).send(next).expect(201);
    await officer.put(`/consultations/${consultationId}/publication`).expect(200);
    await test.anyone.get(path('?from=1&to=2', consultationId)).expect(404);
    const own = await officer.get(path('?from=1&to=2', consultationId)).expect(200);
    expect(own.body).toMatchObject({ from: 1, counts: { added: 2, removed: 1 } });
    expect((await test.anyone.get(path('', consultationId)).expect(200)).body).toMatchObject({ from: 2, to: 2 });
  });

  it.each(['?from=0', '?to=x', '?from=1e3', '?from=1&from=2', '?to=1000001', '?since=1'])(
    'refuses %s',
    async (query) => {
      await test.anyone.get(path(query)).expect(400);
    },
  );

  it('knows neither versions that are not there nor consultations that are not', async () => {
    await test.anyone.get(path('?to=3')).expect(404);
    await test.anyone.get(path('', NOBODY)).expect(404);
    await test.anyone.get(path('', 'x')).expect(404);
  });
});
