import { type ChartTexts, type ChartWidth, COLOURS, drawn, FONT_SIZE, PATTERNS, TEXT, WIDTHS } from './drawing.js';
import { legendOf } from './legend.js';
import { hundredAxis } from './score-chart.js';
import { columnWidth, wrapped } from './text-layout.js';

/** How many answers of one body or year were given in time, late, or not at all though due. */
export interface AnsweredInTime {
  readonly name: string;
  readonly inTime: number;
  readonly late: number;
  readonly unanswered: number;
  /** The share in words (“75 %”); where nothing was due, that (“nothing due”). */
  readonly label: string;
}

/** What the chart of answers shows; the three words name its parts, `axis` the scale in per cent. */
export interface TimelinessChart extends ChartTexts {
  readonly axis: string;
  readonly inTime: string;
  readonly late: string;
  readonly unanswered: string;
  readonly rows: readonly AnsweredInTime[];
}

/** Bars of what was answered in time, late and not at all, in per cent of what was due, with the numbers in them. */
export function timelinessChart(chart: TimelinessChart, size: ChartWidth = 'wide'): string {
  const width = WIDTHS[size];
  const { rows } = chart;
  const words = rows.flatMap(({ name, label }) => [name, label]);
  const nameWidth = columnWidth(words, width * 0.35, width * 0.5, FONT_SIZE);
  const names = rows.map(({ name, label }) => [
    ...wrapped(name, nameWidth, FONT_SIZE),
    ...wrapped(label, nameWidth, FONT_SIZE),
  ]);
  const rowHeight = Math.max(44, ...names.map((lines) => lines.length * LINE_HEIGHT + 16));
  const legend = legendOf([chart.inTime, chart.late, chart.unanswered], width);
  const below = SCALE + legend.height;
  const option = {
    grid: { left: nameWidth + 16, right: 24, top: 8, bottom: below, outerBoundsMode: 'none' },
    legend: legend.option,
    xAxis: hundredAxis(chart.axis, width - nameWidth - 40),
    yAxis: {
      ...{ type: 'category', inverse: true, axisTick: { show: false }, data: rows.map((_, at) => String(at)) },
      axisLabel: {
        ...TEXT,
        interval: 0,
        lineHeight: LINE_HEIGHT,
        formatter: (_: string, at: number) => names[at]?.join('\n'),
      },
    },
    series: [
      partOf(rows, chart.inTime, ({ inTime }) => inTime, { color: COLOURS.done }),
      partOf(rows, chart.late, ({ late }) => late, { color: COLOURS.waiting, decal: PATTERNS.diagonal }),
      partOf(rows, chart.unanswered, ({ unanswered }) => unanswered, { color: COLOURS.late, decal: PATTERNS.dots }),
    ],
  };
  return drawn(option, chart, width, rows.length * rowHeight + below + 8);
}

const LINE_HEIGHT = 18;
/** Room for the scale and its name in up to three lines. */
const SCALE = 84;

function partOf(
  rows: readonly AnsweredInTime[],
  name: string,
  countIn: (row: AnsweredInTime) => number,
  itemStyle: object,
): object {
  const share = (row: AnsweredInTime) => (100 * countIn(row)) / (row.inTime + row.late + row.unanswered);
  const count = ({ dataIndex }: { readonly dataIndex: number }) => {
    const row = rows[dataIndex];
    return row ? String(countIn(row)) : '';
  };
  return {
    ...{ type: 'bar', name, stack: 'all', barMaxWidth: 28, silent: true },
    itemStyle: { ...itemStyle, borderColor: COLOURS.paper, borderWidth: 1 },
    label: {
      ...{ ...TEXT, show: true, position: 'inside', formatter: count },
      ...{ backgroundColor: COLOURS.paper, padding: [1, 4], borderRadius: 2 },
    },
    data: rows.map((row) => (countIn(row) > 0 ? share(row) : '-')),
  };
}
