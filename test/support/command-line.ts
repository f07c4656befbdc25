import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { runCommand } from '../../src/operator-commands.js';
import type { TestDatabase } from './database.js';

/** What a command left behind. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the compiled operator's program as `npm run kenes --` does, with these variables beside the machine's own. */
export function kenes(variables: Readonly<Record<string, string>>, ...words: string[]): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [resolve('dist/programs/cli.js'), ...words], {
    env: { PATH, HOME, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.err += text));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => {
      done({ code, ...texts });
    });
  });
}

/** Runs a command in this process, which has loaded the application already. */
export async function kenesHere(variables: Readonly<Record<string, string>>, ...words: string[]): Promise<Ended> {
  const before = process.env;
  const texts = { out: '', err: '' };
  process.env = { ...before, ...variables };
  try {
    const code = await runCommand(words, {
      say: (line) => (texts.out += `${line}\n`),
      complain: (line) => (texts.err += `${line}\n`),
    });
    return { code, ...texts };
  } finally {
    process.env = before;
  }
}

/** The variables by which a command finds a test's database, with folders of its own. */
export function onDatabase(database: TestDatabase, dataDir: string): Record<string, string> {
  return { DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl, KENES_DATA_DIR: dataDir };
}
