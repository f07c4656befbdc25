// Builds the style sheet and the script of the pages into dist/assets, named by the hash of their content, packed once.
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { compileAsync } from 'sass';

const root = import.meta.dirname;
const from = join(root, 'src', 'portal');
const to = join(root, 'dist', 'assets');
/** What browsers without module scripts cannot read is not written for them: they get the pages without scripts. */
const TARGET = 'es2020';

async function style() {
  const options = { loadPaths: [join(root, 'node_modules')], style: 'compressed', sourceMap: false };
  const { css } = await compileAsync(join(from, 'styles', 'kenes.scss'), options);
  return css;
}

async function script() {
  const bundle = await rolldown({
    input: join(from, 'browser', 'main.ts'),
    tsconfig: join(from, 'browser', 'tsconfig.json'),
    transform: { target: TARGET },
    onLog: (level, { message }) => {
      if (level === 'warn') throw new Error(message);
    },
  });
  const { output } = await bundle.generate({ format: 'es', minify: true });
  await bundle.close();
  return output[0].code;
}

async function put(name, extension, text) {
  const bytes = Buffer.from(text);
  const hash = createHash('sha256').update(bytes).digest('base64url').replaceAll(/[-_]/g, '').slice(0, 12);
  const file = `${name}.${hash}.${extension}`;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(join(to, file), bytes);
  await writeFile(join(to, `${file}.br`), brotliCompressSync(bytes, { params }));
  await writeFile(join(to, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  return file;
}

await rm(to, { recursive: true, force: true });
await mkdir(to, { recursive: true });
const [css, js, icon] = await Promise.all([style(), script(), readFile(join(from, 'icon.svg'), 'utf8')]);
const names = {
  style: await put('kenes', 'css', css),
  script: await put('kenes', 'js', js),
  icon: await put('icon', 'svg', icon),
};
await writeFile(join(to, 'names.json'), JSON.stringify(names));
