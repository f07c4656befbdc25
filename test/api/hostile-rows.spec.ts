import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { collectingAssessment, publishedAssessment, text } from '../factories/assessments.js';
import { preparedConsultation, publishedConsultation } from '../factories/consultations.js';
import { activeCouncil, formingCouncil } from '../factories/councils.js';
import { announcedMeeting, closedMeeting, postAll } from '../factories/meetings.js';
import { faultOf, operationsOf, sampleOf, type ApiDocument, type Operation } from '../support/operations.js';
import { documentOf } from '../support/openapi-document.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const DATES = ['0000-01-01', '9999-12-31', '2199-12-31', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59-14:00'];
const OTHERS = ['9'.repeat(40), `1/${'9'.repeat(38)}`, '\u200b', { amount: 1000, unit: 'year' }];
const NUMBERS = [-1, 1e308];

/** What gets past the rules of form of such a field, or nearly, and then meets calendars, arithmetic and the database. */
function hostileTo(sample: unknown): readonly unknown[] {
  if (typeof sample === 'number') return NUMBERS;
  return typeof sample === 'string' && /^\d{4}-\d{2}-\d{2}/.test(sample) ? DATES : OTHERS;
}

/** Moves after which a thing takes no more, in the order in which they are tried at the end. */
const LAST = /\/(end|closing|cancellation|withdrawal|refusal|dissolution|disablement)$/;

type Ids = Readonly<Record<string, readonly string[]>>;

describe('hostile values for rows that exist', () => {
  let test: TestApplication;
  let everyone: Person;
  let ids: Ids;
  let given: Record<string, unknown>;
  let document: ApiDocument;
  beforeAll(async () => {
    test = await startTestApplication();
    document = documentOf(test) as ApiDocument;
    const council = await activeCouncil(test);
    const forming = await formingCouncil(test, {});
    const held = await closedMeeting(test, council);
    const coming = await announcedMeeting(council, '2026-04-01T10:00:00+05:00');
    const open = await publishedConsultation(test, { change: { councilIds: [council.councilId] } });
    const draft = await preparedConsultation(test, { body: open });
    const assessment = await collectingAssessment(test, { council });
    const { methodologyId } = assessment;
    const year = { council, methodologyId, from: '2024-01-01', to: '2024-12-31' };
    const { id: publishedId, authority } = await publishedAssessment(test, year);
    const promised = { measure: text('Шара', 'Мера'), bodyId: council.bodyId, dueOn: '2026-06-01' };
    const followUpIds = await postAll(authority, `/assessments/${publishedId}/follow-ups`, [promised]);
    const spoken = await open.officer
      .post(`/consultations/${open.consultationId}/comments`)
      .send({ text: 'Пікір', language: 'kk' });
    const paper = { channel: 'npo', organization: text('Қауым', 'Объединение'), stance: 'for', text: text('Иә', 'Да') };
    const opinions = `/consultations/${open.consultationId}/organization-opinions`;
    const opinionIds = await postAll(open.officer, opinions, [{ ...paper, receivedOn: test.clock.today() }]);
    everyone = await person(
      test,
      { role: 'admin' },
      { role: 'authority' },
      { role: 'officer', bodyId: open.bodyId },
      ...(council.bodyId === open.bodyId ? [] : [{ role: 'officer' as const, bodyId: council.bodyId }]),
      { role: 'secretary', councilId: council.councilId },
    );
    const other = await person(test);
    const [memberId = '', secondId = ''] = council.memberIds;
    const agenda = await everyone.get(`/meetings/${coming.meetingId}`).expect(200);
    ids = {
      accounts: [other.accountId],
      'agenda-items': (agenda.body as { agenda: { id: string }[] }).agenda.map(({ id }) => id),
      assessments: [assessment.id, publishedId],
      calendar: ['2026-12-12'],
      comments: [(spoken.body as { id: string }).id],
      consultations: [draft.consultationId, open.consultationId],
      councils: [council.councilId, forming.councilId],
      meetings: [coming.meetingId, held.meetingId],
      'follow-ups': followUpIds,
      members: [secondId],
      methodologies: [methodologyId],
      opinions: opinionIds,
      recommendations: [held.recommendationId],
      rules: ['M5.notice', 'C6', 'A2.threshold'],
    };
    given = {
      ...{ bodyId: open.bodyId, councilId: council.councilId, memberId, presidingMemberId: memberId },
      ...{ chairSignatory: memberId, assessors: [memberId], consultationId: open.consultationId },
      ...{ assessmentId: assessment.id, methodologyId, power: '2', closesOn: '2026-05-01' },
    };
  });
  afterAll(() => test.close());

  const send = async ({ method }: Operation, path: string, body: unknown): Promise<number> => {
    const answer = await everyone[method](path).send(body as object);
    const wrong = faultOf(answer);
    if (wrong) throw new Error(`${method} ${path} ${JSON.stringify(body).slice(0, 500)}: ${answer.status} ${wrong}`);
    return answer.status;
  };
  const addressesOf = (path: string): string[] => {
    const [, kind = ''] = path.replace('/api/v1', '').split('/');
    const first = path.includes('{') ? (ids[kind] ?? []) : [''];
    return first.map((id) =>
      path
        .replace('/api/v1', '')
        .replace(/\{\w+\}/, id)
        .replace('{ruleId}', 'M5.notice')
        .replace('{indicator}', 'budget'),
    );
  };
  const written = (): Operation[] =>
    operationsOf(document)
      .filter(({ body, path }) => body !== undefined && !/sessions|closure|sign-up|password|confirmation/.test(path))
      .sort((one, other) => Number(LAST.test(one.path)) - Number(LAST.test(other.path)));

  it('are refused with a problem or taken, wherever they stand, and never a fault of ours', async () => {
    const reached = new Set<string>();
    for (const operation of written()) {
      const sample = sampleOf(document, operation.body ?? {}, given);
      for (const address of addressesOf(operation.path)) {
        if (![409, 412, 422].includes(await send(operation, address, { nonsense: 1 }))) continue;
        reached.add(`${operation.method} ${operation.path}`);
        for (const [place, usual] of placesIn(sample)) {
          for (const value of hostileTo(usual)) await send(operation, address, replaced(sample, place, value));
        }
      }
    }
    expect(reached.size).toBeGreaterThan(40);
  }, 480_000);
});

type Place = readonly [path: readonly string[], usual: unknown];

/** Where something stands in a body, by names of fields and places in lists from the outside in, and what stands there. */
function placesIn(value: unknown, before: readonly string[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]): Place[] => {
    const path = [...before, key];
    return [[path, part], ...placesIn(part, path)];
  });
}

function replaced(whole: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  const part = (whole as Record<string, unknown>)[key];
  const changed = rest.length === 0 ? value : replaced(part, rest, value);
  if (Array.isArray(whole)) return whole.map((one: unknown, at) => (String(at) === key ? changed : one));
  return { ...(whole as object), [key]: changed };
}
