import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsultationResponse, DraftResponse } from '../../src/consultations/index.js';
import {
  developingBody,
  preparedConsultation,
  publishedConsultation,
  type DevelopingBody,
  type PreparedConsultation,
} from '../factories/consultations.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const inBoth = (text: string) => ({ kk: `${text} қаз`, ru: `${text} рус` });

/** A table of two columns under a heading that goes over both. */
const TABLE = {
  text: { kk: 'Шу\t\nкүндіз\t55 дБ\nтүнде\t45 дБ', ru: 'Шум\t\nднём\t55 дБ\nночью\t45 дБ' },
  table: { columns: 2, headerRows: 1, merged: [{ row: 1, column: 1, rows: 1, columns: 2 }] },
};

describe('what belongs to a draft', () => {
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
  const draftOf = async (id: string, by: { get: Person['get'] } = officer): Promise<DraftResponse> =>
    (await by.get(`/consultations/${id}/draft`).expect(200)).body as DraftResponse;

  describe('its tables', () => {
    const version = async (provisions: object[]) => {
      const { consultationId } = await prepared();
      return { consultationId, answer: officer.post(`/consultations/${consultationId}/versions`).send({ provisions }) };
    };

    it('are provisions: their words can be quoted, and a change of one cell is marked', async () => {
      const open = await publishedConsultation(test, { body, change: { provisions: [TABLE] } });
      const [tableId = ''] = open.provisionIds;
      const path = `/consultations/${open.consultationId}`;
      expect((await draftOf(open.consultationId, test.anyone)).provisions).toEqual([
        { id: tableId, position: 1, level: null, number: null, label: null, heading: null, ...TABLE },
      ]);
      const citizen = await person(test);
      const comment = { text: 'Көп', language: 'kk', provisionId: tableId, quote: 'ночью 45 дБ' };
      await citizen.post(`${path}/comments`).send(comment).expect(201);
      await citizen
        .post(`${path}/comments`)
        .send({ ...comment, quote: 'ночью 55 дБ' })
        .expect(422);
      const text = { ...TABLE.text, ru: TABLE.text.ru.replace('45', '40') };
      const provisions = [{ ...TABLE, id: tableId, text }];
      await officer.post(`${path}/versions`).send({ provisions }).expect(201);
      const { body: compared } = await test.anyone.get(`${path}/comparison?from=1&to=2`).expect(200);
      const [{ change, text: words }] = (compared as { provisions: [{ change: string; text: { ru: object[] } }] })
        .provisions;
      expect(change).toBe('changed');
      expect(words.ru).toEqual([
        { kind: 'same', text: 'Шум\t\nднём\t55 дБ\nночью\t' },
        { kind: 'removed', text: '45' },
        { kind: 'added', text: '40' },
        { kind: 'same', text: ' дБ' },
      ]);
    });

    it.each([
      ['text/ru', 'table-rows', { text: { ...TABLE.text, ru: 'Шум\t\nднём\t55 дБ' } }],
      ['text/kk', 'table-columns', { text: { ...TABLE.text, kk: 'Шу\t\nкүндіз\t55\tдБ\nтүнде\t45 дБ' } }],
      [
        'table/merged/0',
        'table-merged',
        { table: { ...TABLE.table, merged: [{ row: 3, column: 1, rows: 2, columns: 1 }] } },
      ],
      [
        'table/merged/0',
        'table-merged',
        { table: { ...TABLE.table, merged: [{ row: 2, column: 1, rows: 1, columns: 2 }] } },
      ],
      ['table/headerRows', 'table-rows', { table: { ...TABLE.table, headerRows: 4 } }],
      ['text', 'provision-without-words', { text: undefined }],
    ])('are refused at %s as %s when they are torn', async (at, code, change) => {
      const { answer } = await version([{ ...TABLE, ...change }]);
      expect((await answer.expect(422)).body).toMatchObject({
        errors: [{ pointer: `/provisions/0/${at}`, code }],
      });
    });

    it('stand beside headings without a text and marks as each language prints them', async () => {
      const chapter = {
        ...{ level: 'section', number: '1', label: { kk: '1-тарау.', ru: 'Глава 1.' } },
        heading: inBoth('Жалпы'),
      };
      const { consultationId, answer } = await version([chapter, { text: inBoth('мәтін') }]);
      await answer.expect(201);
      expect((await draftOf(consultationId)).provisions[0]).toMatchObject({ ...chapter, text: { kk: '', ru: '' } });
      const bare = await version([{ level: 'section', number: '1' }]);
      await bare.answer.expect(422);
    });
  });

  describe('its comparative table', () => {
    const row = {
      place: inBoth('5-бап'),
      current: inBoth('бұрын'),
      proposed: inBoth('енді'),
      reason: inBoth('себебі'),
    };
    const put = (id: string, comparativeTable: object[], by: Person = officer) =>
      by.put(`/consultations/${id}/comparative-table`).send({ comparativeTable });

    it('says what is in force, what is proposed and why, is public with the draft and kept by the next version', async () => {
      const { consultationId, provisionIds } = await prepared();
      const added = { place: inBoth('6-бап'), proposed: inBoth('жаңа'), reason: inBoth('керек') };
      await put(consultationId, [{ ...row, position: 2 }, added]).expect(200);
      await officer.put(`/consultations/${consultationId}/publication`).expect(200);
      const stored = [
        { ...row, provisionId: provisionIds[1] },
        { ...added, current: null, provisionId: null },
      ];
      expect((await draftOf(consultationId, test.anyone)).comparativeTable).toEqual(stored);
      const late = await put(consultationId, []).set('Accept-Language', 'ru').expect(409);
      expect(late.body).toMatchObject({ code: 'comparative-table-public', state: 'published' });
      const provisions = [{ id: provisionIds[1], text: inBoth('мәтін') }];
      const path = `/consultations/${consultationId}/versions`;
      await officer.post(path).send({ provisions }).expect(201);
      expect((await draftOf(consultationId)).comparativeTable).toEqual(stored);
      await officer.post(path).send({ provisions, comparativeTable: [] }).expect(201);
      expect((await draftOf(consultationId)).comparativeTable).toEqual([]);
    });

    it('is refused without any wording, for a provision that is not there, and to strangers', async () => {
      const { consultationId } = await prepared();
      const wrong = [
        { place: row.place, reason: row.reason },
        { ...row, position: 3 },
      ];
      expect((await put(consultationId, wrong).expect(422)).body).toMatchObject({
        errors: [
          { pointer: '/comparativeTable/0/proposed', code: 'wording-missing' },
          { pointer: '/comparativeTable/1/position', code: 'not-found' },
        ],
      });
      await put(consultationId, [], await person(test)).expect(403);
    });
  });

  describe('a draft law (K10)', () => {
    const law = (change: object = {}) => prepared({ actType: 'law', ...change });
    const publish = ({ consultationId }: PreparedConsultation) =>
      officer.put(`/consultations/${consultationId}/publication`).set('Accept-Language', 'ru');
    const document = (change: object = {}) =>
      publishedConsultation(test, { body, provisions: 1, change: { stage: 'consultative_document', ...change } });

    it('is not published while nothing precedes it; the refusal names field, rule and article', async () => {
      const refused = await publish(await law()).expect(409);
      expect(refused.body).toMatchObject({
        code: 'early-engagement-missing',
        rule: { id: 'K10', basis: { ru: expect.stringContaining('статья 17-1, пункт 4') as unknown } },
        errors: [{ pointer: '/consultativeDocumentId', code: 'early-engagement-missing' }],
      });
    });

    it('is published after its consultative document, which the journal names with the rule', async () => {
      const { consultationId: consultativeDocumentId } = await document();
      const draft = await law({ consultativeDocumentId });
      await publish(draft).expect(200);
      const read = await test.anyone.get(`/consultations/${draft.consultationId}`).expect(200);
      expect(read.body as ConsultationResponse).toMatchObject({ consultativeDocumentId, exemption: null });
      const journal = await test.anyone.get(`/journal?subject=consultation:${draft.consultationId}`).expect(200);
      expect((journal.body as { items: { what: string }[] }).items.at(-1)).toMatchObject({
        what: 'consultation.published',
        data: { consultativeDocumentId },
        rules: expect.arrayContaining([expect.objectContaining({ id: 'K10' })]) as unknown,
      });
    });

    it('or with the ground of an exemption, of a closed list with its basis in three languages', async () => {
      const { body: listed } = await test.anyone.get('/exemptions').expect(200);
      const { items } = listed as { items: { code: string; basis: Record<string, string> }[] };
      expect(items.map(({ basis }) => Object.keys(basis))).toEqual(items.map(() => ['kk', 'ru', 'en']));
      await publish(await law({ exemption: items[0]?.code })).expect(200);
      const { consultationId } = await law();
      const path = `/consultations/${consultationId}`;
      expect((await officer.patch(path).send({ exemption: 'bequemlichkeit' }).expect(422)).body).toMatchObject({
        errors: [{ pointer: '/exemption', code: 'choice-unknown' }],
      });
    });

    it('is linked to a public consultative document of its own body only', async () => {
      const { consultationId } = await law();
      const change = (wanted: object) => officer.patch(`/consultations/${consultationId}`).send(wanted);
      const refused = async (wanted: object, pointer: string, code: string): Promise<void> => {
        expect((await change(wanted).expect(422)).body).toMatchObject({ errors: [{ pointer, code }] });
      };
      const at = '/consultativeDocumentId';
      const other = await publishedConsultation(test, { body, provisions: 1 });
      await refused({ consultativeDocumentId: other.consultationId }, at, 'not-consultative-document');
      const own = await prepared({ stage: 'consultative_document' });
      await refused({ consultativeDocumentId: own.consultationId }, at, 'document-not-public');
      await refused({ consultativeDocumentId: '0192f0c0-0000-7000-8000-000000000000' }, at, 'not-found');
      const { consultationId: consultativeDocumentId } = await document();
      await refused({ consultativeDocumentId, exemption: 'republican_budget' }, '/exemption', 'document-and-exemption');
      await change({ consultativeDocumentId }).expect(200);
      const reasons = { reasons: inBoth('себеп') };
      await officer.put(`/consultations/${consultativeDocumentId}/withdrawal`).send(reasons).expect(200);
      const late = await officer.put(`/consultations/${consultationId}/publication`).expect(422);
      expect(late.body).toMatchObject({ errors: [{ pointer: at, code: 'document-not-public' }] });
    });

    it('binds no other act, and is found by the type of act and the territory of its body', async () => {
      const { consultationId } = await prepared({ actType: 'government_decree' });
      await officer.put(`/consultations/${consultationId}/publication`).expect(200);
      const own = await test.anyone.get(`/bodies/${body.bodyId}`).expect(200);
      const { territoryId } = own.body as { territoryId: string };
      const found = async (query: string): Promise<string[]> => {
        const { body: list } = await test.anyone.get(`/consultations?limit=100&${query}`).expect(200);
        return (list as { items: { id: string }[] }).items.map(({ id }) => id);
      };
      expect(await found(`actType=government_decree&territory=${territoryId}`)).toEqual([consultationId]);
      expect(await found('actType=maslikhat_decision')).toEqual([]);
      expect(await found(`actType=government_decree&territory=${consultationId}`)).toEqual([]);
      await test.anyone.get('/consultations?actType=nonsense').expect(400);
    });
  });
});
