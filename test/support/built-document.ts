import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..', '..');

const SCRIPT = `
  import { createApplication } from './dist/src/application.js';
  import { readEnv } from './dist/src/platform/config/index.js';
  import { openApiDocument } from './dist/src/platform/http/index.js';
  import { Clock } from './dist/src/platform/kernel/index.js';
  const env = readEnv({ LOG_LEVEL: 'error' });
  const app = await createApplication({ env, clock: new Clock(), databaseUrl: 'postgres://a@127.0.0.1/b' }, { preview: true });
  process.stdout.write(JSON.stringify(openApiDocument(app, 'https://kenes.example')));
  process.exitCode = 0;`;

/** The OpenAPI document of the built application: under Jest the compiler's plugin that reads comments does not run. */
export async function documentFromBuild(): Promise<object> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    cwd: ROOT,
    maxBuffer: 50_000_000,
  });
  return JSON.parse(stdout) as object;
}
