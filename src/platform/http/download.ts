import { Readable } from 'node:stream';

/** A reader that takes nothing for so long, or has not finished by then, is given up. */
const STALLED_MS = 60_000;
const LONGEST_MS = 15 * 60_000;

/** A file that is made while it is read. */
export interface Download {
  /** Its bytes; `asked` is to be called whenever the reader wants more. */
  pieces(asked: () => void): AsyncIterable<Buffer>;
  /** Its end, whichever: frees what is held for it. */
  close(): Promise<void>;
  /** Hears why it broke off. */
  broke(error: Error): void;
}

/** The file as a stream that makes no more than the reader takes, and is given up when he takes nothing. */
export function streamOf(download: Download): Readable {
  const stalled = setTimeout(giveUp, STALLED_MS);
  const longest = setTimeout(giveUp, LONGEST_MS);
  const stream = Readable.from(
    download.pieces(() => stalled.refresh()),
    { objectMode: false },
  );
  function giveUp(): void {
    stream.destroy(new Error('the reader was too slow'));
  }
  stream.on('error', (error) => {
    download.broke(error);
  });
  stream.once('close', () => {
    clearTimeout(stalled);
    clearTimeout(longest);
    void download.close();
  });
  return stream;
}
