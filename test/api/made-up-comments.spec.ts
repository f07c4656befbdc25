import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { kenesHere, onDatabase, type Ended } from '../support/command-line.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

describe('made-up comments', () => {
  let test: TestApplication;
  let open: PreparedConsultation;
  beforeAll(async () => {
    test = await startTestApplication();
    open = await publishedConsultation(test, { provisions: 3 });
  });
  afterAll(() => test.close());

  let hour = 11;
  /** Each command an hour after the last: a clock may not show an instant before the journal's last. */
  const run = (...words: string[]): Promise<Ended> => {
    hour += 1;
    const variables = { ...onDatabase(test.database, test.dataDir), KENES_NOW: `2026-03-02T${hour}:00:00+05:00` };
    return kenesHere(variables, ...words);
  };
  const of = (count: string, ...more: string[]): string[] => ['generate', 'comments', '--count', count, ...more];
  const made = () =>
    test.database.query(
      `select k.comments, k.participants, (select max(number) from comments c where c.consultation_id = $1::uuid) as numbers,
         (select count(*)::int from journal where what = 'comment.accepted' and entry like '%' || $1 || '%') as entries
       from comment_counters k where consultation_id = $1::uuid`,
      [open.consultationId],
    );

  it('come in as all others do: numbered, counted and recorded, the same for the same seed', async () => {
    const ended = await run(...of('1500', '--seed', '5'));
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toContain(`1500 comments were made up in consultation ${open.consultationId}`);
    const [counted] = await made();
    expect(counted).toEqual({ comments: 1500, participants: 1500, numbers: 1500, entries: 1500 });
    const texts = (from: number) =>
      test.database.query<{ text: string }>(
        `select count(*)::int as count, md5(string_agg(text_hash, ' ' order by text_hash)) as all from comments
         where number > $1 and number <= $1 + 1500`,
        [from],
      );
    const again = await run(...of('1500', '--seed', '5', '--consultation', open.consultationId));
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(await texts(1500)).toEqual(await texts(0));
    const acts = `select count(*)::int as count from journal where what = 'consultation.comments-made-up'`;
    expect(await test.database.query(acts)).toEqual([{ count: 2 }]);
  });

  it('are refused in production, for a consultation that is not there, and where it is not said how many', async () => {
    const [before] = await made();
    const production = {
      ...onDatabase(test.database, test.dataDir),
      ...{ NODE_ENV: 'production', PUBLIC_URL: 'https://kenes.example', SMTP_URL: 'smtp://127.0.0.1:1' },
    };
    const refused = await kenesHere(production, 'generate', 'comments', '--count', '5');
    expect(refused).toEqual({ code: 1, out: '', err: 'Comments are not made up in production. Nothing was stored.\n' });
    const absent = '0192f0c0-0000-7000-8000-000000000000';
    expect(await run('generate', 'comments', '--count', '5', '--consultation', absent)).toMatchObject({ code: 1 });
    for (const wrong of [
      ['--count', '0'],
      ['--count', 'x'],
      ['--seed', '1'],
      ['--count', '5', '--consultation', 'x'],
      ['5'],
    ])
      expect(await run('generate', 'comments', ...wrong)).toMatchObject({ code: 2 });
    expect(await made()).toEqual([before]);
  });
});
