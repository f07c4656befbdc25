import { createHash } from 'node:crypto';
import { chown, lstat, mkdir, realpath, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayEnter, systemUser, type SystemUser } from './as-postgres-user.js';

/** The folder that holds the cluster (and copied binaries), and whom PostgreSQL runs as; undefined = as ourselves. */
export interface Place {
  home: string;
  user: SystemUser | undefined;
}

/** Name of the cluster's folder within its home. */
export const CLUSTER = 'postgres';

/** Name of the file in the data folder that tells where the data are when they are not in it. */
export const NOTE = 'postgres-is-elsewhere.txt';

/**
 * Where the data of `dataDir` are: there, or, when we are root and a parent folder is closed to the user `postgres`,
 * in a folder of that user which is the same at every start. Throws when no folder is open to that user.
 */
export async function choosePlace(dataDir: string, say: (line: string) => void): Promise<Place> {
  await mkdir(dataDir, { recursive: true });
  const asked = await realpath(dataDir);
  if (process.getuid?.() !== 0) return { home: asked, user: undefined };
  const present = await ownerOf(join(asked, CLUSTER));
  const user = present ?? (await systemUser('postgres'));
  const open = await mayEnter(user, asked);
  if (present !== undefined) return open ? { home: asked, user } : refuseClosed(asked, user);
  const home = await findElsewhere(asked, user, open);
  if (home === undefined) return { home: asked, user };
  await tellWhere(asked, home, say);
  return { home, user };
}

// Data made by an ordinary user stay his when root starts the application once.
async function ownerOf(folder: string): Promise<SystemUser | undefined> {
  const found = await lstat(folder).catch(() => undefined);
  return found === undefined || found.uid === 0 ? undefined : { uid: found.uid, gid: found.gid };
}

function refuseClosed(asked: string, user: SystemUser): never {
  throw new Error(
    `The database in ${join(asked, CLUSTER)} belongs to the user with id ${user.uid}, ` +
      'to whom a folder above it has been closed (mode without x). Open that folder to him, or move the data.',
  );
}

async function findElsewhere(asked: string, user: SystemUser, open: boolean): Promise<string | undefined> {
  const name = `kenes-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`;
  const candidates = ['/var/lib', '/var/tmp', tmpdir()].map((parent) => join(parent, name));
  // Data once placed elsewhere are found again even if the closed folder has been opened since.
  for (const folder of candidates) if (await belongsTo(user, folder)) return folder;
  if (open) return undefined;
  for (const folder of candidates) if (await makeFor(user, folder)) return folder;
  throw new Error(`No folder for the database is open to the user with id ${user.uid}: ${candidates.join(', ')}`);
}

// In a folder open to everyone someone else could have put his own of this name.
async function belongsTo(user: SystemUser, folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  return found !== undefined && found.isDirectory() && found.uid === user.uid && (found.mode & 0o077) === 0;
}

async function makeFor(user: SystemUser, folder: string): Promise<boolean> {
  const made = await mkdir(folder, { mode: 0o700 }).then(
    () => true,
    () => false,
  );
  const found = await lstat(folder).catch(() => undefined);
  if (!found?.isDirectory() || ![0, user.uid].includes(found.uid)) return false;
  await chown(folder, user.uid, user.gid);
  if (await mayEnter(user, folder)) return true;
  if (made) await rmdir(folder);
  return false;
}

async function tellWhere(asked: string, home: string, say: (line: string) => void): Promise<void> {
  const line = `A folder above ${asked} is closed to the database's user, so the database is in ${home}.`;
  await writeFile(join(asked, NOTE), `${line}\nDelete that folder too, to start afresh.\n`);
  say(line);
}
