// Runs a part of Kenes, `main` or `cli`, and builds first when the sources are newer than the last build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = import.meta.dirname;
const [part = 'main'] = process.argv.splice(2, 1);
const built = join(root, 'dist', 'programs', `${part}.js`);
const assets = join(root, 'dist', 'assets', 'names.json');
/** Names the process that builds: a second one would empty the folder under the hands of the first. */
const lock = join(root, 'node_modules', '.kenes-build');
const PAUSE_MS = 200;

function newest(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

function isBuilt() {
  const made = statSync(built, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return existsSync(assets) && made > Math.max(newest(join(root, 'src')), newest(join(root, 'migrations')));
}

/** False while another process builds; the lock of one that was killed is taken away first. */
function takesLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!builderLives()) rmSync(lock, { force: true });
  return false;
}

function builderLives() {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}

/** Builds unless another process just did. */
function build() {
  if (isBuilt()) return;
  console.error('Building …');
  const { status } = spawnSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}

if (existsSync(lock) || !isBuilt()) {
  if (existsSync(lock)) console.error('Waiting until another command has built …');
  while (!takesLock()) await sleep(PAUSE_MS);
  try {
    build();
  } finally {
    rmSync(lock, { force: true });
  }
}
if (process.exitCode === undefined) await import(built);
