import type { Env } from '../config/index.js';
import { startEmbedded } from './embedded-server.js';

/** The logins of the database this process works on. */
export interface OpenDatabase {
  readonly url: string;
  readonly ownerUrl: string;
  /** True when the database was started for this one command. */
  readonly embedded: boolean;
  /** Ends an embedded server; does nothing to another. */
  close(): Promise<void>;
}

/** The database named by the settings, or the embedded one when none is named; with `share` also beside its owner. */
export async function openDatabase(env: Env, say: (line: string) => void, share = false): Promise<OpenDatabase> {
  if (env.databaseUrl !== undefined) {
    const ownerUrl = env.databaseOwnerUrl ?? env.databaseUrl;
    return { url: env.databaseUrl, ownerUrl, embedded: false, close: () => Promise.resolve() };
  }
  const server = await startEmbedded({ dataDir: env.dataDir, say, share });
  return { url: server.url, ownerUrl: server.ownerUrl, embedded: true, close: () => server.stop() };
}
