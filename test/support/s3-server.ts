import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setting } from './database.js';

interface Server {
  run(): Promise<{ readonly port: number }>;
  close(): Promise<void>;
}

const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as new (options: object) => Server;

/** An S3 server on this machine: it checks signatures, as all do. */
export interface S3Server {
  /** The settings of an application that keeps its files there. */
  readonly settings: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts one with an empty bucket. The key is the one that it knows. */
export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(setting('KENES_TEST_DATA_DIR'), 's3-'));
  const configureBuckets = [{ name: 'kenes-files', configs: [] }];
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets });
  const { port } = await server.run();
  return {
    settings: {
      FILES_S3_URL: `http://127.0.0.1:${port}/kenes-files`,
      FILES_S3_ACCESS_KEY: 'S3RVER',
      FILES_S3_SECRET_KEY: 'S3RVER',
    },
    close: () => server.close(),
  };
}
