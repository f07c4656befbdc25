import { realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** A server that may be ours: where it listens and whose it would be. */
export interface Address {
  port: number;
  password: string;
  directory: string;
}

/** What came of the attempt to own a server; `not yet` = it does not answer, or another process is leaving it. */
export type Claim =
  | { state: 'owner'; lock: OwnerLock }
  | { state: 'in use'; ownerPid: number }
  | { state: 'not yet'; reason: string };

// Advisory locks belong to a database: everyone takes this one in `postgres`.
const KEY = 0x4b656e65;
const NAME = 'kenes owner';
const LEAVING = 'stopping';
const RETAKE_MS = 250;
const RETAKE_TRIES = 240;

/** Tries to become the owner of the server: the holder of its session advisory lock. Never rejects, never waits. */
export async function claim(address: Address): Promise<Claim> {
  const found = await connectAsOwner(address);
  return found.state === 'owner' ? { state: 'owner', lock: new OwnerLock(found.client, address) } : found;
}

/** A superuser's connection that is not yet open and never ends the process when the server goes away. */
export function adminClient(port: number, password: string, database: string, name = NAME): Client {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database,
    application_name: name,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  return client;
}

type Refused = Exclude<Claim, { state: 'owner' }>;

async function connectAsOwner(address: Address): Promise<{ state: 'owner'; client: Client } | Refused> {
  const client = adminClient(address.port, address.password, 'postgres', `${NAME} ${process.pid}`);
  try {
    await client.connect();
    const refused = await takeLock(client, address.directory);
    if (refused === undefined) return { state: 'owner', client };
    await client.end();
    return refused;
  } catch (error) {
    void client.end().catch(() => undefined);
    return { state: 'not yet', reason: String(error) };
  }
}

async function takeLock(client: Client, directory: string): Promise<Refused | undefined> {
  const where = await client.query<{ directory: string }>(`select current_setting('data_directory') as directory`);
  const answered = where.rows[0]?.directory ?? '';
  if ((await realpath(answered)) !== directory)
    return { state: 'not yet', reason: `the server of ${answered} answers` };
  const got = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [KEY]);
  return got.rows[0]?.locked === true ? undefined : refusal(client);
}

async function refusal(client: Client): Promise<Refused> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1 and a.datname = 'postgres'`,
    [KEY],
  );
  const owner = rows[0]?.name;
  if (owner === undefined || owner.endsWith(LEAVING)) return { state: 'not yet', reason: 'its owner is stopping it' };
  return { state: 'in use', ownerPid: Number(/\d+/.exec(owner)?.[0]) };
}

/**
 * The lock of a server's owner: held as long as its connection, so it ends with the process however that ends.
 * When the server drops all connections and lives on, as after the crash of one of its processes, it is taken anew.
 */
export class OwnerLock {
  private leaving = false;
  private taken = false;

  constructor(
    private client: Client,
    private readonly address: Address,
  ) {
    this.watch();
  }

  /** True once another process has become the owner while we had lost the lock. */
  get lost(): boolean {
    return this.taken;
  }

  /** Tells other starts to wait for the end of the server instead of being refused. */
  async announceStop(): Promise<void> {
    this.leaving = true;
    await this.client.query(`set application_name = '${NAME} ${process.pid} ${LEAVING}'`).catch(() => undefined);
  }

  /** Gives the lock up; harmless when the server is gone. */
  async release(): Promise<void> {
    this.leaving = true;
    await this.client.end().catch(() => undefined);
  }

  private watch(): void {
    this.client.once('end', () => {
      void this.retake();
    });
  }

  private async retake(): Promise<void> {
    for (let tries = 0; tries < RETAKE_TRIES && !this.leaving; tries++) {
      const found = await connectAsOwner(this.address);
      if (found.state === 'owner') return this.holdBy(found.client);
      if (found.state === 'in use') {
        this.taken = true;
        return;
      }
      // Must not keep the process alive.
      await sleep(RETAKE_MS, undefined, { ref: false });
    }
  }

  private async holdBy(client: Client): Promise<void> {
    this.client = client;
    this.watch();
    if (this.leaving) await this.release();
  }
}
