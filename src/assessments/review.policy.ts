import { Rational } from '../platform/kernel/index.js';
import { exactText, medianOf } from './score.policy.js';
import type { Status } from './workings.policy.js';

/** A member of the council chosen to judge. */
export interface Assessor {
  readonly memberId: string;
  readonly seat: 'civil_society' | 'state_body';
}

/** How many of the assessors are of civil society. */
export interface Mix {
  readonly assessors: number;
  readonly civilSociety: number;
}

export function mixOf(assessors: readonly Pick<Assessor, 'seat'>[]): Mix {
  return {
    assessors: assessors.length,
    civilSociety: assessors.filter(({ seat }) => seat === 'civil_society').length,
  };
}

/** True when civil society holds at least the share of rule A3, without rounding; nobody is no mix. */
export function isMixLawful({ assessors, civilSociety }: Mix, share: Rational): boolean {
  if (assessors === 0) return false;
  return Rational.of(civilSociety, assessors).compare(share) >= 0;
}

/** How many of so many assessors must be of civil society. */
export function civilNeeded(assessors: number, share: Rational): number {
  const { numerator, denominator } = share.multiply(Rational.of(assessors));
  return Number((numerator + denominator - 1n) / denominator);
}

/** Codes that still have neither value, nor missing, nor not applicable; the assessors' own come with their scores. */
export function unsettled(
  indicators: readonly { readonly code: string; readonly source: string }[],
  entries: readonly { readonly indicator: string; readonly status: Status }[],
): string[] {
  const settled = new Set(entries.map(({ indicator }) => indicator));
  return indicators.filter(({ code, source }) => source !== JUDGED && !settled.has(code)).map(({ code }) => code);
}

/** Pairs of indicator and assessor without a score, for indicators that were not set to missing or not applicable. */
export function unjudged(
  indicators: readonly { readonly code: string; readonly source: string }[],
  entries: readonly { readonly indicator: string }[],
  assessors: readonly Pick<Assessor, 'memberId'>[],
  judgements: readonly { readonly indicator: string; readonly memberId: string }[],
): { indicator: string; memberId: string }[] {
  const settled = new Set(entries.map(({ indicator }) => indicator));
  const given = new Set(judgements.map(({ indicator, memberId }) => `${indicator} ${memberId}`));
  return indicators
    .filter(({ code, source }) => source === JUDGED && !settled.has(code))
    .flatMap(({ code }) => assessors.map(({ memberId }) => ({ indicator: code, memberId })))
    .filter(({ indicator, memberId }) => !given.has(`${indicator} ${memberId}`));
}

/** The exact medians of the judged indicators that were not settled otherwise, by code. */
export function mediansOf(
  indicators: readonly { readonly code: string; readonly source: string }[],
  entries: readonly { readonly indicator: string }[],
  judgements: readonly { readonly indicator: string; readonly score: string }[],
): Map<string, string> {
  const settled = new Set(entries.map(({ indicator }) => indicator));
  const medians = new Map<string, string>();
  for (const { code, source } of indicators) {
    if (source !== JUDGED || settled.has(code)) continue;
    const given = judgements.filter(({ indicator }) => indicator === code);
    const median = medianOf(given.map(({ score }) => Rational.parse(score)));
    if (median) medians.set(code, exactText(median));
  }
  return medians;
}

/** The source whose raw value is the median of the assessors' scores. */
export const JUDGED = 'council_judgement';
