import { chown, link, readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runAs } from './as-postgres-user.js';

/** What the lock file of a cluster says of its server; `status` is `starting`, `ready` or `stopping`. */
export interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

const LOCK_FILE = 'postmaster.pid';
// A server writes its lock file in one go: one that is unreadable for longer was cut short by a crash.
const WRITING_MS = 5_000;
// No process has it, and PostgreSQL reads it as a number.
const NOBODYS_PID = 2_147_483_647;

/**
 * The living server of the cluster, or undefined. A lock file left by a server that is gone is put out of the way
 * first, where PostgreSQL itself would stumble over it: its pid a zombie, or taken by another program since.
 */
export async function livingPostmaster(directory: string): Promise<Postmaster | undefined> {
  const text = await readLockFile(directory);
  if (text === undefined) return undefined;
  const [pid, , , port, , , , status] = text.split('\n');
  if (!/^\d+$/.test(pid ?? '')) {
    await removeCutShort(directory);
    return undefined;
  }
  const standing = await standingOf(Number(pid), directory);
  if (standing === 'stranger') await disown(directory, text);
  return standing === 'alive' ? { pid: Number(pid), port: Number(port), status: (status ?? '').trim() } : undefined;
}

async function readLockFile(directory: string): Promise<string | undefined> {
  return readFile(join(directory, LOCK_FILE), 'utf8').catch(() => undefined);
}

async function removeCutShort(directory: string): Promise<void> {
  const file = join(directory, LOCK_FILE);
  const written = await stat(file).catch(() => undefined);
  if (written !== undefined && Date.now() - written.mtimeMs > WRITING_MS) await rm(file, { force: true });
}

type Standing = 'alive' | 'dead' | 'stranger';

async function standingOf(pid: number, directory: string): Promise<Standing> {
  if (process.platform === 'linux') return standingOnLinux(pid, directory);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'dead';
  }
  if (process.platform === 'win32') return 'alive';
  const { output } = await runAs(undefined, 'ps', ['-o', 'state=', '-o', 'comm=', '-p', String(pid)]);
  return !output.startsWith('Z') && output.includes('postgres') ? 'alive' : 'stranger';
}

async function standingOnLinux(pid: number, directory: string): Promise<Standing> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (text === undefined) return 'dead';
  const [, command, state] = /^\d+ \((.*)\) (\S)/s.exec(text) ?? [];
  if (command !== 'postgres' || state === 'Z' || state === 'X') return 'stranger';
  // A server works in its data folder; another one may have got this pid, as pids in containers repeat.
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => directory);
  return folder === directory ? 'alive' : 'stranger';
}

/**
 * Gives the lock file a pid nobody has. It is not simply deleted, because its other lines let PostgreSQL see whether
 * orphans of the dead server still use the shared memory. A server started by someone else in this moment keeps its own.
 */
async function disown(directory: string, judged: string): Promise<void> {
  const file = join(directory, LOCK_FILE);
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
    if ((await readFile(aside, 'utf8')) === judged) {
      const { uid, gid } = await stat(aside);
      await writeFile(file, judged.replace(/^\d+/, String(NOBODYS_PID)), { flag: 'wx', mode: 0o600 });
      // PostgreSQL must be able to replace it when we are root.
      await chown(file, uid, gid);
    } else await link(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  await rm(aside, { force: true });
}
