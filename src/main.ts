import { startServer } from './start-up.js';

// The first line of defence against a half-started process: say why in one paragraph and leave.
startServer().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
