import { startWorker } from './start-up.js';

startWorker().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
