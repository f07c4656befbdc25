import { type ChartTexts, type ChartWidth, COLOURS, drawn, FONT_SIZE, PATTERNS, TEXT, WIDTHS } from './drawing.js';
import { columnWidth, wrapped } from './text-layout.js';

/** A score from 0 to 100 with its words (“87.5”); null is missing, and the words say why (“no data”). */
export interface ScoreBar {
  readonly name: string;
  readonly score: number | null;
  readonly label: string;
}

/** A dimension and the indicators it is made of. */
export interface ScoredDimension extends ScoreBar {
  readonly indicators: readonly ScoreBar[];
}

/** What the chart of an assessment shows; `axis` names the scale. */
export interface ScoreChart extends ChartTexts {
  readonly axis: string;
  readonly dimensions: readonly ScoredDimension[];
}

interface Row extends ScoreBar {
  readonly isDimension: boolean;
}

/** Bars of the scores of an assessment, by dimension and indicator; what is missing is an empty dashed bar. */
export function scoreChart(chart: ScoreChart, size: ChartWidth = 'wide'): string {
  const width = WIDTHS[size];
  const rows = chart.dimensions.flatMap((dimension): Row[] => [
    { ...dimension, isDimension: true },
    ...dimension.indicators.map((indicator) => ({ ...indicator, isDimension: false })),
  ]);
  const nameWidth = columnWidth(namesOf(rows), width * 0.38, width * 0.5, FONT_SIZE);
  const names = rows.map(({ name }) => wrapped(name, nameWidth, FONT_SIZE));
  const lines = Math.max(1, ...names.map((name) => name.length));
  const rowHeight = Math.max(36, lines * LINE_HEIGHT + 12);
  const option = {
    grid: { left: nameWidth + 16, right: LABEL_WIDTH, top: 8, bottom: BELOW, outerBoundsMode: 'none' },
    xAxis: hundredAxis(chart.axis, width - nameWidth - LABEL_WIDTH),
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ isDimension }, at) => ({
        value: String(at),
        textStyle: { fontWeight: isDimension ? 'bold' : 'normal' },
      })),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLOURS.muted } },
      axisLabel: {
        ...TEXT,
        interval: 0,
        lineHeight: LINE_HEIGHT,
        formatter: (_: string, at: number) => names[at]?.join('\n'),
      },
    },
    series: [
      measured(rows, true, { color: COLOURS.brand }),
      measured(rows, false, { color: COLOURS.second, decal: PATTERNS.diagonal }),
      missing(rows),
    ],
  };
  return drawn(option, chart, width, rows.length * rowHeight + 8 + BELOW);
}

/** A scale from 0 to 100 whose name, in lines if need be, is not longer than so many pixels. */
export function hundredAxis(name: string, length: number): object {
  return {
    ...{ type: 'value', nameLocation: 'middle', nameGap: 24, min: 0, max: 100, interval: 25 },
    name: wrapped(name, length, FONT_SIZE).join('\n'),
    nameTextStyle: { ...TEXT, lineHeight: LINE_HEIGHT },
    axisLabel: TEXT,
    splitLine: { lineStyle: { color: COLOURS.line } },
  };
}

const namesOf = (rows: readonly Row[]): string[] => rows.map(({ name }) => name);

const LINE_HEIGHT = 18;
/** Room for the scale and its name in up to three lines. */
const BELOW = 84;
const LABEL_WIDTH = 52;
const BARS = { type: 'bar', barGap: '-100%', barMaxWidth: 20, silent: true } as const;

function measured(rows: readonly Row[], ofDimensions: boolean, itemStyle: object): object {
  const shown = ({ isDimension, score }: Row) => isDimension === ofDimensions && score !== null;
  const fontWeight = ofDimensions ? 'bold' : 'normal';
  const formatter = ({ dataIndex }: { readonly dataIndex: number }) => rows[dataIndex]?.label ?? '';
  const label = { ...TEXT, show: true, position: 'right', fontWeight, formatter };
  return { ...BARS, itemStyle, label, data: rows.map((row) => (shown(row) ? row.score : '-')) };
}

function missing(rows: readonly Row[]): object {
  return {
    ...BARS,
    itemStyle: { color: 'transparent', borderColor: COLOURS.muted, borderType: 'dashed', borderWidth: 1 },
    label: {
      ...TEXT,
      ...{ show: true, position: 'insideLeft', color: COLOURS.muted, fontStyle: 'italic' },
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => rows[dataIndex]?.label ?? '',
    },
    data: rows.map(({ score }) => (score === null ? 100 : '-')),
  };
}
