import { randomBytes } from 'node:crypto';
import { access, chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runAs, type Outcome, type SystemUser } from './as-postgres-user.js';
import { type Binaries } from './embedded-binaries.js';
import { livingPostmaster } from './embedded-postmaster.js';

/** A cluster: its data folder, whom it runs as, its programs, and how its server is to be run. */
export interface Cluster {
  directory: string;
  user: SystemUser | undefined;
  binaries: Binaries;
  durable: boolean;
  settings: Record<string, string>;
  /** A free one when absent. */
  port: number | undefined;
}

/** The passwords of the superuser and of the two logins, made with the cluster. */
export interface Passwords {
  postgres: string;
  kenes_owner: string;
  kenes_app: string;
}

const PASSWORDS = 'kenes-passwords.json';
const LOG = 'server.log';
// Correct upper and lower case of Cyrillic; a machine without it still gets UTF8 with C.
const LOCALES = ['C.UTF-8', 'C'];
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
const STOP_MS = 60_000;
const STOP_PAUSE_MS = 50;
const ENFORCED = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };

/**
 * Makes the cluster if there is none, in a folder beside it that is renamed when whole, so that one cut short is never
 * taken for a cluster. Throws when initdb fails, and, touching nothing, when the data are of another major version.
 */
export async function ensureCluster(cluster: Cluster): Promise<Passwords> {
  const { directory, binaries } = cluster;
  await clearDrafts(directory);
  if ((await versionOf(directory)) === undefined) await create(cluster);
  const version = await versionOf(directory);
  if (version === undefined)
    throw new Error(`${directory} is not empty and holds no PostgreSQL database; move it away`);
  if (version !== binaries.major) {
    throw new Error(
      `The data in ${directory} are of PostgreSQL ${version}, the installed programs are of PostgreSQL ${binaries.major}. ` +
        `Nothing was changed. Use the programs of ${version} (to dump the data) or another folder in KENES_DATA_DIR.`,
    );
  }
  return JSON.parse(await readFile(join(directory, PASSWORDS), 'utf8')) as Passwords;
}

/** Starts the server on a free port and waits until it accepts connections; a failure is in the outcome. */
export async function launch(cluster: Cluster): Promise<Outcome> {
  const { directory, user, binaries } = cluster;
  const port = String(cluster.port ?? (await freePort()));
  const settings = { ...(cluster.durable ? {} : CARELESS), ...cluster.settings, ...ENFORCED, port };
  const options = Object.entries(settings).map(([name, value]) => `-c ${quote(`${name}=${value}`)}`);
  const log = join(directory, LOG);
  const args = ['start', '-D', directory, '-w', '-l', log, '-o', options.join(' ')];
  const { code, output } = await runAs(user, binaries.pgCtl, args, true);
  return code === 0 ? { code, output } : { code, output: `${output}\n${await lastLines(log)}` };
}

/** Stops the server with that pid, ending its connections; throws when it lives after a minute. */
export async function halt({ directory, user, binaries }: Cluster, pid: number): Promise<void> {
  // Not `-w`: pg_ctl would wait for the end of the server that another start makes the moment this one is gone.
  const { output } = await runAs(user, binaries.pgCtl, ['stop', '-D', directory, '-m', 'fast', '-W'], true);
  for (let waited = 0; waited < STOP_MS; waited += STOP_PAUSE_MS) {
    if ((await livingPostmaster(directory))?.pid !== pid) return;
    await sleep(STOP_PAUSE_MS);
  }
  throw new Error(`PostgreSQL in ${directory} (process ${pid}) did not stop: ${output}`);
}

async function versionOf(directory: string): Promise<string | undefined> {
  try {
    return (await readFile(join(directory, 'PG_VERSION'), 'utf8')).trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`The database in ${directory} cannot be read by this user; was it made by another?`, { cause });
  }
}

async function create(cluster: Cluster): Promise<void> {
  const { directory, user } = cluster;
  const passwords = { postgres: secret(), kenes_owner: secret(), kenes_app: secret() };
  const draft = await mkdtemp(`${directory}.new-${process.pid}-`);
  try {
    const passwordFile = join(draft, 'password');
    await writeFile(passwordFile, passwords.postgres, { mode: 0o600 });
    if (user !== undefined) for (const path of [draft, passwordFile]) await chown(path, user.uid, user.gid);
    await initialise(cluster, join(draft, 'data'), passwordFile);
    await writeFile(join(draft, 'data', PASSWORDS), JSON.stringify(passwords), { mode: 0o600 });
    await rename(join(draft, 'data'), directory);
  } catch (error) {
    // Another start may have been quicker; then its cluster is the one.
    if (!(await exists(directory))) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function initialise({ user, binaries, durable }: Cluster, folder: string, passwordFile: string): Promise<void> {
  const args = ['-D', folder, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'];
  if (!durable) args.push('--no-sync');
  const said = [];
  for (const locale of LOCALES) {
    const { code, output } = await runAs(user, binaries.initdb, [...args, `--locale=${locale}`]);
    if (code === 0) return;
    said.push(output);
  }
  throw new Error(`initdb failed: ${said.join('\n')}`);
}

// What starts that were killed left behind, unless their process lives; a failure only leaves them for the next time.
async function clearDrafts(directory: string): Promise<void> {
  const prefix = `${basename(directory)}.new-`;
  for (const name of await readdir(dirname(directory))) {
    if (!name.startsWith(prefix) || lives(Number.parseInt(name.slice(prefix.length), 10))) continue;
    await rm(join(dirname(directory), name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

// pg_ctl hands the options to the machine's shell.
function quote(value: string): string {
  return process.platform === 'win32' ? `"${value.replaceAll('"', '\\"')}"` : `'${value.replaceAll("'", `'\\''`)}'`;
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-5).join('\n');
}

function secret(): string {
  return randomBytes(24).toString('hex');
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
