import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 20;
const MOST_MS = 120_000;

/** Waits until it is so; two minutes at most, since two cores may be busy with other things. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + MOST_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It did not become so within ${MOST_MS / 1000} s.`);
    await sleep(PAUSE_MS);
  }
}
