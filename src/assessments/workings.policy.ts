import { Rational } from '../platform/kernel/index.js';
import {
  coverageOf,
  exactText,
  HUNDRED,
  officialIndex,
  scoreOnScale,
  TWICE_HUNDRED,
  weightedMean,
  weightedTotal,
  type Weighed,
} from './score.policy.js';

/** What is known of an indicator: three different things, never mixed up. */
export const STATUSES = ['value', 'missing', 'not_applicable'] as const;
export type Status = (typeof STATUSES)[number];

/** Where a value can be looked up. */
export interface Evidence {
  readonly title: string;
  readonly url: string;
}

/** One indicator's entry; `carried` is the last published value, for a missing one that carries over. */
export interface Entry {
  readonly indicator: string;
  readonly status: Status;
  readonly raw: string | null;
  readonly carried?: { readonly raw: string; readonly evidence: readonly Evidence[] } | undefined;
  readonly evidence: readonly Evidence[];
}

/** The part of a methodology's indicator that a score needs. */
export interface ScoredIndicator {
  readonly code: string;
  readonly weight: string | null;
  readonly scale: { readonly kind: 'linear'; readonly from: string; readonly to: string };
  readonly missing: 'exclude' | 'carry_over' | 'zero';
  readonly source: string;
  readonly influence: string | null;
  readonly index: 'G' | 'S' | null;
}

/** The part of a methodology that a score needs. */
export interface ScoredDefinition {
  readonly id: string;
  /** Number of the edition. */
  readonly version: number;
  readonly formula: 'weighted_mean' | 'e1';
  readonly dimensions: readonly {
    readonly code: string;
    readonly weight: string | null;
    readonly indicators: readonly ScoredIndicator[];
  }[];
}

/** What was assessed. */
export interface Subject {
  readonly id: string;
  readonly bodyId: string;
  readonly from: string;
  readonly to: string;
  readonly version: number;
}

/** An indicator as the workings show it; influence and index only under e1. */
export type WorkedIndicator = Pick<ScoredIndicator, 'code' | 'weight' | 'scale' | 'missing' | 'source'> & {
  readonly influence?: string | null;
  readonly index?: 'G' | 'S' | null;
};

/** Everything a stranger needs to recompute a score. Raw values and weights exact, the rest at 20 digits half-even. */
export interface Workings {
  readonly assessment: Subject;
  readonly methodology: {
    readonly id: string;
    readonly version: number;
    readonly formula: 'weighted_mean' | 'e1';
    /** The value of rule E1, only under that formula. */
    readonly factor?: string;
    readonly dimensions: readonly {
      readonly code: string;
      readonly weight: string | null;
      readonly indicators: readonly WorkedIndicator[];
    }[];
  };
  readonly values: readonly {
    readonly indicator: string;
    readonly status: Status;
    readonly raw: string | null;
    readonly normalized: string | null;
    readonly evidence: readonly Evidence[];
  }[];
  readonly dimensions: readonly {
    readonly code: string;
    readonly score: string | null;
    readonly counted: number;
    readonly of: number;
  }[];
  readonly total: { readonly score: string | null; readonly coverage: string };
}

interface Scored {
  readonly indicator: ScoredIndicator;
  readonly entry: Entry | undefined;
  readonly score: Rational | null;
}

/** Scores the entries by the definition; `factor` is the value of rule E1. An indicator without entry does not count. */
export function workingsOf(
  subject: Subject,
  definition: ScoredDefinition,
  entries: readonly Entry[],
  factor: Rational,
): Workings {
  const byCode = new Map(entries.map((entry) => [entry.indicator, entry]));
  const isE1 = definition.formula === 'e1';
  const dimensions = definition.dimensions.map(({ code, weight, indicators }) => ({
    code,
    weight: weightOf(weight),
    scored: indicators.map((indicator): Scored => {
      const entry = byCode.get(indicator.code);
      return { indicator, entry, score: scoreOf(indicator, entry, isE1 ? TWICE_HUNDRED : HUNDRED) };
    }),
  }));
  const all = dimensions.flatMap(({ scored }) => scored);
  const means = dimensions.map(({ scored, weight }) => ({ weight, score: weightedMean(scored.map(weighed)) }));
  const total = isE1 ? totalE1(all, factor) : weightedTotal(means);
  return {
    assessment: subject,
    methodology: shownMethodology(definition, factor),
    values: all.flatMap(shownValue),
    dimensions: dimensions.map(({ code, scored }, at) => ({
      code,
      score: printed(means[at]?.score ?? null),
      counted: scored.filter(({ score }) => score !== null).length,
      of: scored.length,
    })),
    total: { score: printed(total), coverage: coverage(dimensions, isE1).toString() },
  };
}

/** Codes of indicators whose score is under the threshold; one without a score is not weak but unknown. */
export function weakIn({ values }: Workings, threshold: number): string[] {
  const least = Rational.of(threshold);
  return values
    .filter(({ normalized }) => normalized !== null && Rational.parse(normalized).compare(least) < 0)
    .map(({ indicator }) => indicator);
}

/** As on public pages: half-even to two places, zeros kept. */
export function twoPlaces(score: string | null): string | null {
  return score === null ? null : Rational.parse(score).rounded(2);
}

function scoreOf({ scale, missing }: ScoredIndicator, entry: Entry | undefined, ceiling: Rational): Rational | null {
  if (!entry || entry.status === 'not_applicable') return null;
  if (entry.status === 'missing' && missing === 'zero') return Rational.zero;
  const raw = rawOf(entry, missing);
  return raw === null ? null : scoreOnScale(Rational.parse(raw), scale, ceiling);
}

function rawOf(entry: Entry, missing: ScoredIndicator['missing']): string | null {
  if (entry.status === 'value') return entry.raw;
  return entry.status === 'missing' && missing === 'carry_over' ? (entry.carried?.raw ?? null) : null;
}

function weighed({ indicator, score }: Scored): Weighed {
  return { weight: weightOf(indicator.influence ?? indicator.weight), score };
}

function totalE1(all: readonly Scored[], factor: Rational): Rational | null {
  const mean = (index: 'G' | 'S'): Rational | null =>
    weightedMean(all.filter(({ indicator }) => indicator.index === index).map(weighed));
  return officialIndex(mean('G'), mean('S'), factor);
}

function coverage(
  dimensions: readonly { readonly weight: Rational; readonly scored: readonly Scored[] }[],
  isE1: boolean,
): Rational {
  return coverageOf(
    dimensions.flatMap(({ weight, scored }) =>
      scored.map((one) => {
        const own = weighed(one).weight;
        return { weight: isE1 ? own : own.multiply(weight), measured: one.entry?.status === 'value' };
      }),
    ),
  );
}

function shownMethodology(definition: ScoredDefinition, factor: Rational): Workings['methodology'] {
  const { id, version, formula, dimensions } = definition;
  const isE1 = formula === 'e1';
  return {
    id,
    version,
    formula,
    ...(isE1 ? { factor: exactText(factor) } : {}),
    dimensions: dimensions.map(({ code, weight, indicators }) => ({
      code,
      weight,
      indicators: indicators.map(({ code: own, weight: share, scale, missing, source, influence, index }) => ({
        code: own,
        weight: share,
        scale,
        missing,
        source,
        ...(isE1 ? { influence, index } : {}),
      })),
    })),
  };
}

function shownValue({ indicator, entry, score }: Scored): Workings['values'] {
  if (!entry) return [];
  const carries = entry.status === 'missing' && indicator.missing === 'carry_over';
  return [
    {
      indicator: indicator.code,
      status: entry.status,
      raw: rawOf(entry, indicator.missing),
      normalized: printed(score),
      evidence: carries ? [...entry.evidence, ...(entry.carried?.evidence ?? [])] : entry.evidence,
    },
  ];
}

function weightOf(weight: string | null): Rational {
  return weight === null ? Rational.zero : Rational.parse(weight);
}

function printed(score: Rational | null): string | null {
  return score === null ? null : score.toString();
}
