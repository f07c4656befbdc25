import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { NO_LIMITS, type TestApplication } from './test-application.js';
import { until } from './until.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** Kenes as its own process, from the build. */
export interface KenesProcess {
  readonly child: ChildProcess;
  readonly port: number;
  readonly address: string;
  /** What it printed so far. */
  output(): string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `dist/programs/main.js` with these variables and no others of ours. */
export async function startKenes(variables: Record<string, string>): Promise<KenesProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ['dist/programs/main.js'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], PORT: String(port), KENES_DEMO: '0', LOG_LEVEL: 'error', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (output += part.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const end = (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return { child, port, address: `http://127.0.0.1:${port}`, output: () => output, ended, end };
}

/** Waits until the process is ready to work, or throws with what it printed. */
export async function untilReady({ address, child, output }: KenesProcess): Promise<void> {
  const isReady = async (): Promise<boolean> =>
    (await fetch(`${address}/health/ready`).catch(() => undefined))?.status === 200;
  await until(async () => child.exitCode !== null || (await isReady()));
  if (child.exitCode !== null) throw new Error(`Kenes was not ready: ${output()}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const MS_BETWEEN_STARTS = 600_000;

/** Starts a process beside a test's application, on its database; each later start has a later clock. */
export function startBeside({ database, dataDir, clock }: TestApplication, start: number): Promise<KenesProcess> {
  return startKenes({
    ...NO_LIMITS,
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
    KENES_DATA_DIR: dataDir,
    KENES_NOW: new Date(clock.now().getTime() + start * MS_BETWEEN_STARTS).toISOString(),
  });
}
