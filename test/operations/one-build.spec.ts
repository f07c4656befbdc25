import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const NO_PROCESS = '2147483647';

/** Takes a while, notes that it built, and is broken while a file says so. */
const BUILD = `
  import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
  import { setTimeout as sleep } from 'node:timers/promises';
  appendFileSync('builds.txt', 'built ');
  rmSync('dist', { recursive: true, force: true });
  for (const folder of ['dist/programs', 'dist/assets']) mkdirSync(folder, { recursive: true });
  if (existsSync('broken')) process.exit(3);
  await sleep(300);
  writeFileSync('dist/assets/names.json', '{}');
  writeFileSync('dist/programs/cli.js', 'console.log("runs")');`;

describe('a command on a fresh checkout', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'kenes-start-'));
    for (const folder of ['src', 'migrations', 'node_modules']) await mkdir(join(root, folder));
    await copyFile(join(ROOT, 'start.mjs'), join(root, 'start.mjs'));
    await writeFile(join(root, 'build.mjs'), BUILD);
    await writeFile(join(root, 'src', 'a.ts'), '');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const command = async (): Promise<{ code: number; output: string }> => {
    const child = spawn(process.execPath, ['start.mjs', 'cli'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    return { code, output: output.trim() };
  };
  const builds = (): Promise<string> => readFile(join(root, 'builds.txt'), 'utf8');
  const RUNS = { code: 0, output: 'runs' };

  it('builds once when three are given at the same time, and all of them run', async () => {
    expect(await Promise.all([command(), command(), command()])).toEqual([RUNS, RUNS, RUNS]);
    expect(await command()).toEqual(RUNS);
    expect(await builds()).toBe('built ');
  });

  it('builds although another one was killed while it built', async () => {
    await writeFile(join(root, 'node_modules', '.kenes-build'), NO_PROCESS);
    expect(await command()).toEqual(RUNS);
    expect(await builds()).toBe('built ');
  });

  it('says that the build failed, and builds again the next time', async () => {
    await writeFile(join(root, 'broken'), '');
    expect(await command()).toEqual({ code: 3, output: '' });
    await rm(join(root, 'broken'));
    expect(await command()).toEqual(RUNS);
    expect(await builds()).toBe('built built ');
  });
});
