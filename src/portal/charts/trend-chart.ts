import { type ChartTexts, type ChartWidth, COLOURS, drawn, SERIES_COLOURS, TEXT, WIDTHS } from './drawing.js';
import { legendOf } from './legend.js';
import { hundredAxis } from './score-chart.js';

/** The total of one year with its words; null is an assessment whose total is missing. */
export interface TrendPoint {
  readonly year: number;
  readonly score: number | null;
  readonly label: string;
}

/** The scores of a body by one version of the methodology; names are all different. */
export interface TrendLine {
  readonly name: string;
  readonly points: readonly TrendPoint[];
}

/** What the chart of a body through the years shows; `missing` is what the cross at the bottom means. */
export interface TrendChart extends ChartTexts {
  readonly axis: string;
  readonly missing: string;
  readonly versions: readonly TrendLine[];
}

/**
 * One body through the years: a line for each version of the methodology, as scores of different versions are not
 * compared. A year without a score breaks its line.
 */
export function trendChart(chart: TrendChart, size: ChartWidth = 'wide'): string {
  const years = yearsOf(chart.versions);
  const gaps = years.map((year) => (isMissing(chart.versions, year) ? 0 : '-'));
  const hasGaps = gaps.some((gap) => gap === 0);
  const names = [...chart.versions.map(({ name }) => name), ...(hasGaps ? [chart.missing] : [])];
  const legend = legendOf(names, WIDTHS[size]);
  const option = {
    grid: { left: 64, right: 24, top: 28, bottom: 40 + legend.height, outerBoundsMode: 'none' },
    legend: legend.option,
    xAxis: { type: 'category', data: years.map(String), axisLabel: TEXT, axisTick: { alignWithLabel: true } },
    yAxis: { ...hundredAxis(chart.axis, HEIGHT - 68), nameGap: 34 },
    series: [
      ...chart.versions.map((version, at) => lineOf(version, at, years)),
      ...(hasGaps ? [{ ...CROSSES, name: chart.missing, data: gaps }] : []),
    ],
  };
  return drawn(option, chart, WIDTHS[size], HEIGHT + legend.height);
}

const HEIGHT = 300;
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect'];
const DASHES = ['solid', 'dashed', 'dotted'];
const CROSSES = {
  ...{ type: 'scatter', symbol: 'path://M0,0L10,10M10,0L0,10', symbolSize: 11, silent: true },
  itemStyle: { color: 'transparent', borderColor: COLOURS.muted, borderWidth: 2 },
};

function lineOf({ name, points }: TrendLine, at: number, years: readonly number[]): object {
  const byYear = new Map(points.map((point) => [point.year, point]));
  const colour = SERIES_COLOURS[at % SERIES_COLOURS.length];
  return {
    ...{ type: 'line', name, connectNulls: false, silent: true, symbolSize: 10 },
    symbol: SYMBOLS[at % SYMBOLS.length],
    lineStyle: { width: 3, type: DASHES[at % DASHES.length], color: colour },
    itemStyle: { color: colour },
    label: {
      ...{ ...TEXT, show: true, position: at % 2 === 0 ? 'top' : 'bottom' },
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => byYear.get(years[dataIndex] ?? 0)?.label ?? '',
    },
    data: years.map((year) => byYear.get(year)?.score ?? '-'),
  };
}

/** All years from the first to the last, also those in which nothing was assessed. */
function yearsOf(versions: readonly TrendLine[]): number[] {
  const known = versions.flatMap(({ points }) => points.map(({ year }) => year));
  if (known.length === 0) return [];
  const first = Math.min(...known);
  return Array.from({ length: Math.max(...known) - first + 1 }, (_, at) => first + at);
}

function isMissing(versions: readonly TrendLine[], year: number): boolean {
  return versions.some(({ points }) => points.some((point) => point.year === year && point.score === null));
}
