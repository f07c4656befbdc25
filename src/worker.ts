import { readEnv } from './platform/config/index.js';

// Settings first, as in main.
try {
  readEnv();
  const { startWorker } = await import('./start-up.js');
  await startWorker();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
