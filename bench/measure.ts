import autocannon from 'autocannon';
import type { Row } from './rows.js';

/** How a row went, side by side: requests a second of the floor and of Kenes. */
export interface Measured {
  readonly row: string;
  readonly connections: number;
  readonly floor: number;
  readonly kenes: number;
  readonly ratio: number;
  readonly unit: 'requests/s';
  readonly errors: number;
  readonly commit: string;
}

/** What is measured and how. */
export interface Course {
  readonly floorUrl: string;
  readonly kenesUrl: string;
  readonly seconds: number;
  readonly rounds: number;
  readonly commit: string;
}

/** How a load went. */
export interface Load {
  readonly perSecond: number;
  readonly errors: number;
}

/** Until the compiler of Node has rested: what few functions a floor has are ready at once, those of Kenes are not. */
const WARM_UP_SECONDS = 5;

/** Floor and Kenes in turns. Only Kenes' errors and the floor's count, never the speed. */
export async function measure(row: Row, { floorUrl, kenesUrl, seconds, rounds, commit }: Course): Promise<Measured> {
  await load(row, floorUrl, WARM_UP_SECONDS);
  await load(row, kenesUrl, WARM_UP_SECONDS);
  const inTurns = { floor: () => load(row, floorUrl, seconds), kenes: () => load(row, kenesUrl, seconds), rounds };
  const { name, connections } = row;
  return { row: name, connections, ...(await compare(inTurns)), unit: 'requests/s', commit };
}

/** Two loads and how often each is laid on. */
export interface InTurns {
  readonly floor: () => Promise<Load>;
  readonly kenes: () => Promise<Load>;
  readonly rounds: number;
}

/**
 * The mean of each and their ratio. Rounds are short and many, and each side is first every other time: the speed of a
 * machine changes within minutes, and so it changes for both.
 */
export async function compare(inTurns: InTurns): Promise<Pick<Measured, 'floor' | 'kenes' | 'ratio' | 'errors'>> {
  const loads = { floor: [] as Load[], kenes: [] as Load[] };
  for (let round = 0; round < inTurns.rounds; round += 1) {
    const order = round % 2 === 0 ? (['floor', 'kenes'] as const) : (['kenes', 'floor'] as const);
    for (const side of order) loads[side].push(await inTurns[side]());
  }
  const [floor, kenes] = [mean(loads.floor), mean(loads.kenes)];
  const errors = [...loads.floor, ...loads.kenes].reduce((sum, one) => sum + one.errors, 0);
  return { floor, kenes, ratio: Math.round((kenes / floor) * 100) / 100, errors };
}

/** Requests with these answers a second, and the errors. */
export async function load({ connections, requests, expected }: Row, url: string, seconds: number): Promise<Load> {
  const result = await autocannon({ url, connections, duration: seconds, requests });
  const right = expected.reduce((sum, status) => sum + (result.statusCodeStats[String(status)]?.count ?? 0), 0);
  const answered = Object.values(result.statusCodeStats).reduce((sum, { count }) => sum + count, 0);
  const errors = result.errors + result.timeouts + answered - right;
  return { perSecond: Math.round(right / result.duration), errors };
}

function mean(loads: readonly Load[]): number {
  return Math.round(loads.reduce((sum, { perSecond }) => sum + perSecond, 0) / loads.length);
}
