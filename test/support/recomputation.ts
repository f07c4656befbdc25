import { Rational } from '../../src/platform/kernel/index.js';

/** The part of `/workings` that a stranger reads; written down anew from the contract, not from the code. */
interface PublishedWorkings {
  readonly methodology: {
    readonly formula: string;
    readonly factor?: string;
    readonly dimensions: readonly {
      readonly weight: string | null;
      readonly indicators: readonly {
        readonly code: string;
        readonly source: string;
        readonly weight: string | null;
        readonly influence?: string | null;
        readonly index?: string | null;
        readonly missing: string;
        readonly scale: { readonly from: string; readonly to: string };
      }[];
    }[];
  };
  readonly values: readonly { readonly indicator: string; readonly status: string; readonly raw: string | null }[];
}

const read = (text: string | null | undefined): Rational => Rational.parse(text ?? '0');

/** The score as a stranger computes it from the published workings alone: by the formula in words, from raw values. */
export function recomputed(workings: PublishedWorkings): { dimensions: (Rational | null)[]; total: Rational | null } {
  const { formula, factor, dimensions } = workings.methodology;
  const ceiling = Rational.of(formula === 'e1' ? 200 : 100);
  const known = new Map(workings.values.map((value) => [value.indicator, value]));
  const points = (code: string, { from, to }: { from: string; to: string }, treatment: string): Rational | null => {
    const value = known.get(code);
    if (!value || value.status === 'not_applicable') return null;
    if (value.raw === null) return value.status === 'missing' && treatment === 'zero' ? Rational.zero : null;
    const span = read(to).subtract(read(from));
    const place = read(value.raw).subtract(read(from)).multiply(Rational.of(100)).divide(span);
    if (place.compare(Rational.zero) < 0) return Rational.zero;
    return place.compare(ceiling) > 0 ? ceiling : place;
  };
  const counting = dimensions.map(({ indicators }) =>
    indicators.flatMap(({ code, scale, missing, weight, influence, index }) => {
      const score = points(code, scale, missing);
      return score === null ? [] : [{ score, weight: read(influence ?? weight), index }];
    }),
  );
  const mean = (parts: readonly { score: Rational; weight: Rational }[]): Rational | null => {
    if (parts.length === 0) return null;
    const top = Rational.sum(parts.map(({ score, weight }) => score.multiply(weight)));
    return top.divide(Rational.sum(parts.map(({ weight }) => weight)));
  };
  const means = counting.map(mean);
  if (formula === 'e1') {
    const [g, s] = ['G', 'S'].map((name) => mean(counting.flat().filter(({ index }) => index === name)));
    const one = Rational.of(100);
    const total = g && s ? g.multiply(one.add(s.subtract(one).multiply(read(factor)))).divide(one) : null;
    return { dimensions: means, total };
  }
  let total: Rational | null = Rational.zero;
  for (const [at, score] of means.entries()) {
    total = total && score ? total.add(score.multiply(read(dimensions[at]?.weight))) : null;
  }
  return { dimensions: means, total };
}
