import { rm } from 'node:fs/promises';

/** Ends the run's cluster and removes its data. */
export default async function tearDown() {
  const { server, dataDir } = globalThis.kenesCluster;
  await server.stop();
  await rm(server.directory, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}
