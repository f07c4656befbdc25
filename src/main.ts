import { readEnv } from './platform/config/index.js';

// The first line of defence against a half-started process: say why in one paragraph and leave. Settings come first:
// who has one wrong is told before the application, which takes seconds, is loaded.
try {
  readEnv();
  const { startServer } = await import('./start-up.js');
  await startServer();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
