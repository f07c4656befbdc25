// Builds everything into dist: the pages' assets while the compiler works, then the programs from what it made.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

const root = import.meta.dirname;
await rm(join(root, 'dist'), { recursive: true, force: true });
const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
const compiler = spawn(process.execPath, [nest, 'build'], { cwd: root, stdio: 'inherit' });
const [[code]] = await Promise.all([once(compiler, 'exit'), import('./build-assets.mjs')]);
if (code === 0) await import('./build-programs.mjs');
else process.exitCode = 1;
