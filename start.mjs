// Runs a part of Kenes, `main` or `cli`, and builds first when the sources are newer than the last build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = import.meta.dirname;
const [part = 'main'] = process.argv.splice(2, 1);
const built = join(root, 'dist', 'programs', `${part}.js`);
const assets = join(root, 'dist', 'assets', 'names.json');

function newest(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

function isBuilt() {
  const made = statSync(built, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return existsSync(assets) && made > Math.max(newest(join(root, 'src')), newest(join(root, 'migrations')));
}

if (!isBuilt()) {
  console.error('Building …');
  const { status } = spawnSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
await import(built);
