import hooks from 'node:async_hooks';
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import jestCircus from 'jest-circus/runner';
import { setGlobals } from './globals.mjs';

const { default: circus } = jestCircus;
const require = createRequire(import.meta.url);
// Positions in stack traces are those of the TypeScript files, by the maps beside what runs.
process.setSourceMapsEnabled(true);
register('./typescript-hooks.mjs', import.meta.url);

/**
 * Runs a test file with Jest's own circus, but as an ordinary module of the process: Node imports Kenes and its
 * libraries once for all files of a worker, where Jest's sandbox would import them anew for each file, for seconds.
 */
export default async function runFile(globalConfig, config, environment, runtime, testPath, sendMessageToJest) {
  // Put there by Jest for its sandbox; Node's own knows the maps of modules.
  delete Error.prepareStackTrace;
  globalThis.console = environment.global.console;
  try {
    return await circus(globalConfig, config, environment, nativeOf(runtime), testPath, sendMessageToJest);
  } finally {
    for (const context of contexts.splice(0)) context.disable();
  }
}

/** Jest's runtime, with everything loaded by Node. */
function nativeOf(runtime) {
  return Object.assign(Object.create(runtime), {
    requireInternalModule: freshCircus,
    setGlobalsForRuntime: setGlobals,
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(pathToFileURL(path).href),
  });
}

/** Contexts of the circus that runs. Left on, those of every file before would be carried along by every promise. */
const contexts = [];

/** Each test file has a circus of its own: it keeps its tests in the module and its listeners on the global object. */
function freshCircus(path) {
  delete require.cache[path];
  delete globalThis[Symbol.for('EVENT_HANDLERS')];
  const { AsyncLocalStorage } = hooks;
  hooks.AsyncLocalStorage = class extends AsyncLocalStorage {
    constructor() {
      super();
      contexts.push(this);
    }
  };
  try {
    return require(path);
  } finally {
    hooks.AsyncLocalStorage = AsyncLocalStorage;
  }
}
