// Puts each program and what it imports into a few files of dist/programs: Node finds and reads 3,000 modules, one by
// one, in two seconds, and these in less than one. The modules stay where they are, for the tests and for threads.
import { dirname, join, relative } from 'node:path';
import { rolldown } from 'rolldown';

const dist = join(import.meta.dirname, 'dist');
const to = join(dist, 'programs');
const programs = ['main', 'worker', 'cli'].map((name) => [name, join(dist, 'src', `${name}.js`)]);

const OUTSIDE = [
  // A library of the machine's own, and fonts that lie beside the code.
  '@node-rs/argon2',
  'pdfkit',
  // TypeORM asks for it by a name that is known only when it runs: there must not be two.
  'pg',
  // Asked for where an application uses them, or by libraries where they are installed; ours has no use for them.
  '@fastify/multipart',
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  'typescript',
];

/** Where a module lies is asked for the files beside it, which do not move. */
const placesOfModules = {
  name: 'places-of-modules',
  transform: (code, id) => {
    if (!id.startsWith(dist) || !code.includes('import.meta')) return null;
    const place = relative(to, id);
    return code
      .replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`)
      .replaceAll('import.meta.dirname', `(import.meta.dirname + ${JSON.stringify(`/${dirname(place)}`)})`);
  },
};

/** Without it TypeORM would be loaded a second time, from its folder, to ask for two names that it no longer has. */
const oneTypeorm = {
  name: 'one-typeorm',
  transform: (code, id) =>
    id.endsWith('/typeorm-compat.js') ? code.replace('const require = createRequire(import.meta.url);', '') : null,
};

const bundle = await rolldown({
  input: Object.fromEntries(programs),
  platform: 'node',
  external: (id) => OUTSIDE.some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [placesOfModules, oneTypeorm],
  onLog: (level, { message }) => {
    if (level === 'warn') throw new Error(message);
  },
});
// Decorators must run in the order in which Node would run them, and Nest and TypeORM go by the names of classes.
await bundle.write({ dir: to, format: 'esm', strictExecutionOrder: true, keepNames: true });
await bundle.close();
