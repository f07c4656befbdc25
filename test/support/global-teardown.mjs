import { rm } from 'node:fs/promises';

/** Ends the run's cluster and removes all temporary files of the run. */
export default async function tearDown() {
  const { server, scratch } = globalThis.kenesCluster;
  await server.stop();
  await rm(server.directory, { recursive: true, force: true });
  await rm(scratch, { recursive: true, force: true });
}
