import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type * as S3 from '@aws-sdk/client-s3';
import type { S3Settings } from '../config/index.js';
import { Problem } from '../kernel/index.js';
import { Storage, type ByteRange } from './storage.js';

const RETRY_AFTER_SECONDS = 5;
const CONNECT_MS = 2_000;
/** A storage that says nothing for so long is away. */
const SILENT_MS = 15_000;

/** Bytes in a bucket that speaks the S3 protocol. An object is there whole once its upload has ended, or not at all. */
export class S3Storage extends Storage {
  readonly #client: S3.S3Client;

  private constructor(
    private readonly s3: typeof S3,
    private readonly settings: S3Settings,
  ) {
    super();
    const { endpoint, region, accessKeyId, secretAccessKey } = settings;
    this.#client = new s3.S3Client({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      // Servers that are not AWS have no name for each bucket, and do not all know the newer checksums.
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: SILENT_MS },
    });
  }

  /** The library is big, and read only where it is used. */
  static async for(settings: S3Settings): Promise<S3Storage> {
    return new S3Storage(await import('@aws-sdk/client-s3'), settings);
  }

  override async has(hash: string): Promise<boolean> {
    try {
      await this.#client.send(new this.s3.HeadObjectCommand(this.#at(hash)));
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw away(error);
    }
  }

  override async put(hash: string, path: string, size: number): Promise<void> {
    const command = new this.s3.PutObjectCommand({
      ...this.#at(hash),
      Body: createReadStream(path),
      ContentLength: size,
      // What arrives is compared with it; a private object besides, whatever the bucket is set to.
      ChecksumSHA256: Buffer.from(hash, 'hex').toString('base64'),
      ContentType: 'application/octet-stream',
    });
    await this.#client.send(command).catch((error: unknown) => {
      throw away(error);
    });
  }

  override async read(hash: string, range?: ByteRange): Promise<Readable> {
    const asked = range ? { Range: `bytes=${range.from}-${range.to}` } : {};
    const command = new this.s3.GetObjectCommand({ ...this.#at(hash), ...asked });
    const { Body } = await this.#client.send(command).catch((error: unknown) => {
      throw away(error);
    });
    if (!Body) throw new Error(`The storage gave nothing for ${hash}.`);
    return Body as Readable;
  }

  override async remove(hash: string): Promise<void> {
    await this.#client.send(new this.s3.DeleteObjectCommand(this.#at(hash))).catch((error: unknown) => {
      throw away(error);
    });
  }

  #at(hash: string): { Bucket: string; Key: string } {
    return { Bucket: this.settings.bucket, Key: hash };
  }
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

/** What the caller may wait out; what is gone stays gone, and is our fault. */
function away(error: unknown): unknown {
  if (statusOf(error) === 404) return error;
  return new Problem('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS }, { cause: error });
}
