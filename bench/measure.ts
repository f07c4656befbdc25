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

/** Floor and Kenes in turns; the median of each. Only Kenes' errors and the floor's count, never the speed. */
export async function measure(row: Row, { floorUrl, kenesUrl, seconds, rounds, commit }: Course): Promise<Measured> {
  await load(row, floorUrl, WARM_UP_SECONDS);
  await load(row, kenesUrl, WARM_UP_SECONDS);
  const floors: Load[] = [];
  const ours: Load[] = [];
  for (let round = 0; round < rounds; round += 1) {
    floors.push(await load(row, floorUrl, seconds));
    ours.push(await load(row, kenesUrl, seconds));
  }
  const floor = median(floors.map(({ perSecond }) => perSecond));
  const kenes = median(ours.map(({ perSecond }) => perSecond));
  const errors = [...floors, ...ours].reduce((sum, one) => sum + one.errors, 0);
  const ratio = Math.round((kenes / floor) * 100) / 100;
  const { name, connections } = row;
  return { row: name, connections, floor, kenes, ratio, unit: 'requests/s', errors, commit };
}

/** Requests with these answers a second, and the errors. */
export async function load({ connections, requests, expected }: Row, url: string, seconds: number): Promise<Load> {
  const result = await autocannon({ url, connections, duration: seconds, requests });
  const right = expected.reduce((sum, status) => sum + (result.statusCodeStats[String(status)]?.count ?? 0), 0);
  const answered = Object.values(result.statusCodeStats).reduce((sum, { count }) => sum + count, 0);
  const errors = result.errors + result.timeouts + answered - right;
  return { perSecond: Math.round(right / result.duration), errors };
}

/** The middle one. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
