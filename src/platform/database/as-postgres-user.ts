import { spawn } from 'node:child_process';
import { parse } from 'node:path';

/** Whom PostgreSQL's programs run as when we are root; PostgreSQL itself refuses root. */
export interface SystemUser {
  uid: number;
  gid: number;
}

/** How a program ended: `code` is null when it could not be run at all; `output` is all it wrote. */
export interface Outcome {
  code: number | null;
  output: string;
}

// Nothing of our own environment: neither our secrets nor a nonsensical LANG reach PostgreSQL. Node adds to it what
// Windows cannot do without.
const ENVIRONMENT = {
  LANG: 'C',
  LC_ALL: 'C',
  TZ: 'UTC',
  ...(process.platform === 'win32' ? {} : { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' }),
};
const LATE_OUTPUT_MS = 500;

/**
 * Runs a program as that user (undefined: as ourselves) to its end; never rejects.
 * `detached` keeps a Ctrl-C at our terminal from it.
 */
export function runAs(
  user: SystemUser | undefined,
  program: string,
  args: readonly string[],
  detached = false,
): Promise<Outcome> {
  return new Promise<Outcome>((resolve) => {
    const child = spawn(program, args, {
      ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
      // Our own folder may be closed to that user.
      cwd: parse(program).root || '/',
      env: ENVIRONMENT,
      detached,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    const finish = (code: number | null): void => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code, output: output.trim() });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.once('error', (error) => {
      resolve({ code: null, output: error.message });
    });
    child.once('close', finish);
    // On Windows the server inherits the pipes of pg_ctl, so that they never close.
    child.once('exit', (code) => setTimeout(finish, LATE_OUTPUT_MS, code).unref());
  }).catch((error: unknown) => ({ code: null, output: String(error) }));
}

/** The user of that name, made as a system user when absent; throws with the reason when that fails. Root only. */
export async function systemUser(name: string): Promise<SystemUser> {
  const known = await lookUp(name);
  if (known !== undefined) return known;
  const made = await runAs(undefined, 'useradd', [
    '--system',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ]);
  // Another start may have made it in the meantime, so the outcome of useradd alone decides nothing.
  const user = await lookUp(name);
  if (user !== undefined) return user;
  throw new Error(
    `PostgreSQL refuses to run as root, and the user ${name} for it could not be made (useradd: ${made.output}). ` +
      'Make that user, start as an ordinary user, or name a server in DATABASE_URL.',
  );
}

/** Whether that user may enter the folder, parents included. */
export async function mayEnter(user: SystemUser, folder: string): Promise<boolean> {
  return (await runAs(user, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder])).code === 0;
}

async function lookUp(name: string): Promise<SystemUser | undefined> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((which) => runAs(undefined, 'id', [which, '--', name])));
  if (uid?.code !== 0 || gid?.code !== 0) return undefined;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}
