import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const NOBODY = '0192f0c0-0000-7000-8000-000000000000';

/** Three rows like the one that is there, the third of another account or in another consultation. */
const copies = ({ account = 'c.account_id', consultation = 'c.consultation_id' }): string => `
  insert into comments (id, version, consultation_id, number, state, channel, language, text, text_hash, show_name,
    account_id, participant, first_of_participant, accepted_at, receipt)
  select gen_random_uuid(), 1, case n when 3 then ${consultation} else c.consultation_id end, 1000 + n, state, channel,
    language, text, text_hash, show_name, case n when 3 then ${account} else c.account_id end, participant, false,
    accepted_at, 'copy-' || n
  from (select * from comments limit 1) c, generate_series(1, 3) n`;

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
    ['consultation', { consultation: `'${NOBODY}'` }, 'comments_consultation_id_fkey'],
    ['account', { account: `'${NOBODY}'` }, 'comments_account_id_fkey'],
  ])('is refused for all rows of a statement when one names an unknown %s', async (_what, change, constraint) => {
    const before = await stored();
    await expect(asOwner(copies(change))).rejects.toMatchObject({ code: '23503', constraint, table: 'comments' });
    expect(await stored()).toEqual(before);
  });

  it('may be nobody: comments on paper are by no account', async () => {
    await asOwner(copies({ account: 'null' }));
    expect(await asOwner('select account_id from comments order by number')).toEqual([
      ...Array.from({ length: 3 }, () => ({ account_id: author.accountId })),
      { account_id: null },
    ]);
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
