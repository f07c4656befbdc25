import { fork, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. */
export interface Served {
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/**
 * Starts a compiled script, with these options of Node, that listens on PORT and says so. `script` is relative to this
 * file.
 */
export async function serve(
  script: string,
  environment: Record<string, string>,
  options: readonly string[] = [],
): Promise<Served> {
  const port = await freePort();
  const path = fileURLToPath(new URL(script, import.meta.url));
  const asked = (process.env['KENES_BENCH_NODE_OPTIONS'] ?? '').split(' ').filter((one) => one !== '');
  const execArgv = [...options, ...asked];
  const env = { ...process.env, ...environment, PORT: String(port) };
  const child = fork(path, { env, execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => {
      resolve();
    });
    child.once('exit', (code) => {
      reject(new Error(`${script} ended with ${code ?? 'a signal'} before it listened.`));
    });
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) {
        resolve();
        return;
      }
      child.once('exit', () => {
        resolve();
      });
      child.kill('SIGTERM');
    });
  return { url: `http://127.0.0.1:${port}`, process: child, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address) resolve(address.port);
        else reject(new Error('No free port.'));
      });
    });
  });
}
