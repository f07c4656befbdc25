import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startKenes, untilReady, type KenesProcess } from '../support/process.js';

const README = join(import.meta.dirname, '..', '..', 'README.md');

describe('the tour in the README', () => {
  let dataDir: string;
  let kenes: KenesProcess;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'kenes-tour-'));
    await chmod(dataDir, 0o755);
    kenes = await startKenes({ KENES_DATA_DIR: dataDir, KENES_DEMO: '1' });
    await untilReady(kenes);
  });
  afterAll(async () => {
    await kenes.end();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('prints the address and the demonstration accounts at the start', () => {
    for (const name of ['admin', 'ministry', 'director', 'secretary', 'member', 'officer', 'citizen']) {
      expect(kenes.output()).toContain(`${name}@kenes.example`);
    }
    expect(kenes.output()).toContain('kenes-demo-only');
  });

  it('can be pasted as it stands', async () => {
    const [, tour = ''] = /<!-- tour:.*?```bash\n(.*?)```/s.exec(await readFile(README, 'utf8')) ?? [];
    const env = { PATH: process.env['PATH'], KENES: kenes.address };
    const { stdout, stderr } = await promisify(execFile)('bash', ['--norc', '-eu', '-c', tour], {
      env,
      maxBuffer: 10_000_000,
    });
    expect(stderr).toBe('');
    const answers = stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown);
    const [rule, composition, minutes, refused, replied, answered, receipt, followed, shorter, ...rest] = answers;
    const [comparison, groups, opinions, moderation, found, withFile, file, ...last] = rest;
    const [byEmail, unconfirmed, letter, report, hashes, journal] = last;
    expect(withFile).toMatchObject({ state: 'accepted' });
    expect(byEmail).toMatchObject({ commentsByEmail: true });
    expect(unconfirmed).toEqual({ status: 'letter-sent' });
    expect(letter).toMatchObject({ channel: 'paper', isNameShown: false });
    expect(file).toMatchObject({ name: 'table.csv', kind: 'csv' });
    expect(rule).toMatchObject({ id: 'M1', value: { fraction: '2/3' } });
    expect(composition).toMatchObject({ members: 15, civilSociety: 10, stateBody: 5 });
    expect(minutes).toMatchObject({ state: 'published' });
    expect(refused).toMatchObject({ status: 422, rule: { id: 'R3' } });
    expect(replied).toMatchObject({ state: 'answered', decision: 'accepted' });
    expect(answered).toMatchObject({ state: 'answered' });
    expect(receipt).toMatchObject({ state: 'answered', answer: { outcome: 'accepted' } });
    expect(followed).toMatchObject({ phase: 'commenting', news: [] });
    expect(shorter).toMatchObject({ status: 422, errors: [{ pointer: '/closesOn', code: 'closing-not-later' }] });
    expect(comparison).toMatchObject({ counts: { removed: 0 } });
    expect(groups).toMatchObject({ method: { similarity: 0.8 } });
    expect(opinions).toHaveProperty('items');
    expect(moderation).toMatchObject({ from: null, until: null });
    expect(found).toMatchObject({ more: false });
    expect((found as { items: unknown[] }).items.length).toBeGreaterThan(0);
    expect(report).toMatchObject({ status: 409 });
    expect(hashes).toBe(1);
    const { items } = journal as { items: { what: string }[] };
    expect(items.map(({ what }) => what)).toEqual([
      'recommendation.adopted',
      'recommendation.sent',
      'recommendation.answered',
    ]);
  });
});
