import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const NOBODY = '0192f0c0-0000-7000-8000-000000000000';

/** Three rows like one that is there, the third with other belongings. */
const copies = (change: string): string => `
  insert into comments (id, version, consultation_id, number, state, channel, language, text, text_hash, show_name,
    account_id, participant, first_of_participant, accepted_at, receipt)
  select gen_random_uuid(), 1, coalesce(x.consultation_id, c.consultation_id), 1000 + n, state, channel, language, text,
    text_hash, show_name, coalesce(x.account_id, c.account_id), participant, false, accepted_at, 'copy-' || n
  from (select * from comments limit 1) c, generate_series(1, 3) n
    left join (select 3 as n, ${change}) x using (n)`;

describe('whose a comment is and where it was said', () => {
  let test: TestApplication;
  let open: PreparedConsultation;
  let author: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    open = await publishedConsultation(test);
    author = await person(test);
    const path = `/consultations/${open.consultationId}/comments`;
    await author.post(path).send({ text: 'Менің сөзім.', language: 'kk' }).expect(201);
  });
  afterAll(() => test.close());

  const asOwner = (sql: string): Promise<unknown[]> => test.database.query(sql);
  const stored = async (): Promise<unknown> =>
    asOwner('select id, account_id, consultation_id from comments order by id');

  it.each([
    ['consultation', `'${NOBODY}'::uuid as consultation_id, null::uuid as account_id`, 'comments_consultation_id_fkey'],
    ['account', `null::uuid as consultation_id, '${NOBODY}'::uuid as account_id`, 'comments_account_id_fkey'],
  ])('is refused for all rows of a statement when one names an unknown %s', async (_what, change, constraint) => {
    const before = await stored();
    await expect(asOwner(copies(change))).rejects.toMatchObject({ code: '23503', constraint, table: 'comments' });
    expect(await stored()).toEqual(before);
  });

  it('is known: rows of nobody, and of those who are there, are taken', async () => {
    await asOwner(copies('null::uuid as consultation_id, null::uuid as account_id'));
    await asOwner(`update comments set text = text where receipt like 'copy-%'`);
    await asOwner(`delete from comments where receipt like 'copy-%'`);
    expect(await stored()).toHaveLength(1);
  });

  it.each([
    'delete from accounts',
    'delete from consultations',
    'truncate accounts cascade',
    'truncate consultations cascade',
    'update accounts set id = gen_random_uuid()',
    'update consultations set id = gen_random_uuid()',
    'update comments set account_id = null',
    `update comments set account_id = '${NOBODY}'`,
    `update comments set consultation_id = '${NOBODY}'`,
  ])('stays so, whoever asks: %s', async (sql) => {
    await expect(asOwner(sql)).rejects.toMatchObject({ code: '23001' });
  });
});
