// Builds the style sheet and the script of the pages into dist/assets, named by the hash of their content, packed once.
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { minify, transform } from '@swc/core';
import { rollup } from 'rollup';
import { compileAsync } from 'sass';

const root = import.meta.dirname;
const from = join(root, 'src', 'portal');
const to = join(root, 'dist', 'assets');
/** What browsers without module scripts cannot read is not written for them: they get the pages without scripts. */
const TARGET = 'es2020';

const typescript = {
  name: 'typescript',
  resolveId: (id, importer) => (/^\.\.?\//.test(id) && importer?.endsWith('.ts') ? tsOf(id, importer) : null),
  transform: (code, id) =>
    id.endsWith('.ts')
      ? transform(code, { filename: id, jsc: { parser: { syntax: 'typescript' }, target: TARGET }, sourceMaps: false })
      : null,
};

function tsOf(id, importer) {
  return join(importer, '..', id.replace(/\.js$/, '.ts'));
}

async function style() {
  const options = { loadPaths: [join(root, 'node_modules')], style: 'compressed', sourceMap: false };
  const { css } = await compileAsync(join(from, 'styles', 'kenes.scss'), options);
  return css;
}

async function script() {
  const bundle = await rollup({
    input: join(from, 'browser', 'main.ts'),
    plugins: [typescript, nodeResolve()],
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  const { output } = await bundle.generate({ format: 'es' });
  const { code } = await minify(output[0].code, { module: true, compress: { ecma: 2020 }, mangle: true });
  return code;
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
