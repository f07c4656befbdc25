import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, chown, copyFile, lstat, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mayEnter, runAs } from '../../src/platform/database/as-postgres-user.js';
import { startEmbedded } from '../../src/platform/database/embedded-server.js';
import { copyProject, librariesOf, own, serverOf, stop, withoutLinks } from './owner-process.js';
import { ask, AS_ROOT, postmasterOf, Scratch, wipe } from './scratch.js';

const scratch = new Scratch();
let project: string;

beforeAll(async () => {
  project = await scratch.folder();
  await copyProject(project);
});

afterAll(() => scratch.clear());

describe('an ordinary user', () => {
  let user: { uid: number; gid: number };
  let node: string;

  async function folderOfHis(): Promise<string> {
    const folder = await scratch.folder();
    await chown(folder, user.uid, user.gid);
    return folder;
  }

  beforeAll(async () => {
    user = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
    node = process.execPath;
    if (!AS_ROOT) return;
    const [uid, gid] = await Promise.all(['-u', '-g'].map((which) => runAs(undefined, 'id', [which, 'nobody'])));
    user = { uid: Number(uid?.output), gid: Number(gid?.output) };
    if (await mayEnter(user, dirname(node))) return;
    node = join(project, 'node');
    await copyFile(process.execPath, node);
  });

  it('runs everything as himself below his folder', async () => {
    const dataDir = await folderOfHis();
    const owner = own(scratch, project, { dataDir }, { ...user, node });
    const { directory, url } = await serverOf(owner);
    expect(directory).toBe(join(dataDir, 'postgres'));
    expect(await ask(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect((await stat(`/proc/${(await postmasterOf(directory)) ?? 0}`)).uid).toBe(user.uid);
    expect((await stat(join(directory, 'kenes-passwords.json'))).mode & 0o777).toBe(0o600);
    expect(await stop(owner)).toBe(0);
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  it('gets a copy of the programs when the links of their libraries are missing and he may not make them', async () => {
    const dataDir = await folderOfHis();
    const bare = await scratch.folder();
    await copyProject(bare);
    await withoutLinks(bare);
    const owner = own(scratch, bare, { dataDir }, { ...user, node });
    expect(await ask((await serverOf(owner)).url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(await stop(owner)).toBe(0);
    expect(await readdir(dataDir)).toEqual([expect.stringMatching(/^binaries-[\w.-]+$/), 'postgres']);
    await chmod(await librariesOf(bare), 0o755);
  });

  it('makes those links in place when he may', async () => {
    const bare = await scratch.folder();
    await copyProject(bare);
    await withoutLinks(bare);
    const libraries = await librariesOf(bare);
    await chmod(libraries, 0o755);
    await chown(libraries, user.uid, user.gid);
    const dataDir = await folderOfHis();
    const owner = own(scratch, bare, { dataDir }, { ...user, node });
    expect(await ask((await serverOf(owner)).url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(await stop(owner)).toBe(0);
    expect(await readdir(dataDir)).toEqual(['postgres']);
    expect((await lstat(join(libraries, 'libpq.so.5'))).isSymbolicLink()).toBe(true);
  });
});

if (AS_ROOT) {
  describe('as root in a project below a folder closed to others', () => {
    it('places programs and data where the user postgres can go, tells where, and finds them again', async () => {
      const closed = await scratch.folder();
      await copyProject(join(closed, 'project'));
      await chmod(closed, 0o700);
      const dataDir = join(closed, 'project', '.kenes');
      const first = own(scratch, join(closed, 'project'), { dataDir });
      const server = await serverOf(first);
      scratch.atEnd(() => wipe(server.directory));
      const home = dirname(server.directory);
      expect((await first.report).said).toEqual([expect.stringContaining(`the database is in ${home}`)]);
      expect(await readFile(join(dataDir, 'postgres-is-elsewhere.txt'), 'utf8')).toContain(home);
      expect(await readdir(home)).toEqual([expect.stringMatching(/^binaries-[\w.-]+$/), 'postgres']);
      const { mode, uid } = await stat(home);
      expect(mode & 0o777).toBe(0o700);
      expect(uid).toBe((await stat(`/proc/${(await postmasterOf(server.directory)) ?? 0}`)).uid);
      await ask(server.ownerUrl, `create table note as select 'kept' as body`);
      expect(await stop(first)).toBe(0);

      const copied = (await stat(join(home, (await readdir(home))[0] ?? ''))).ctimeMs;
      await chmod(closed, 0o755);
      const second = own(scratch, join(closed, 'project'), { dataDir });
      expect(await ask((await serverOf(second)).ownerUrl, 'select body from note')).toEqual([{ body: 'kept' }]);
      expect((await stat(join(home, (await readdir(home))[0] ?? ''))).ctimeMs).toBe(copied);
      expect(await stop(second)).toBe(0);
    });

    it('leaves the data of an ordinary user his, and refuses them when they have become unreachable', async () => {
      const parent = await scratch.folder();
      const dataDir = join(parent, 'data');
      await mkdir(dataDir);
      const nobody = Number((await runAs(undefined, 'id', ['-u', 'nobody'])).output);
      const group = Number((await runAs(undefined, 'id', ['-g', 'nobody'])).output);
      await chown(dataDir, nobody, group);
      const his = own(scratch, project, { dataDir }, { uid: nobody, gid: group });
      await serverOf(his);
      expect(await stop(his)).toBe(0);
      const server = await startEmbedded({ dataDir, durable: false });
      expect((await stat(`/proc/${(await postmasterOf(server.directory)) ?? 0}`)).uid).toBe(nobody);
      await server.stop();
      await chmod(parent, 0o700);
      await expect(startEmbedded({ dataDir, durable: false })).rejects.toThrow(/a folder above it has been closed/);
    });
  });
}
