import { createRequire } from 'node:module';
import type { EChartsCoreOption } from 'echarts/core';
import type { Language } from '../../platform/kernel/index.js';

const require = createRequire(import.meta.url);

/** What every chart says of itself to those who do not see it, in the page's language. */
export interface ChartTexts {
  readonly lang: Language;
  readonly title: string;
  readonly description: string;
}

/** A chart for phones or for wider screens; texts are of the same size in both. */
export type ChartWidth = 'narrow' | 'wide';

/** Widths in pixels. */
export const WIDTHS: Readonly<Record<ChartWidth, number>> = { narrow: 340, wide: 720 };

/** Size of all texts in a chart, in pixels. */
export const FONT_SIZE = 14;

/** Colours that have a contrast of at least 3 with the paper (WCAG 1.4.11), texts of at least 4.5. */
export const COLOURS = {
  ink: '#16242b',
  muted: '#48585f',
  line: '#bccbd0',
  paper: '#ffffff',
  brand: '#0b5563',
  second: '#4a8f9c',
  done: '#1b6b45',
  late: '#b3261e',
  waiting: '#8a4b08',
} as const;

/** Colours of series in their order; each series also has a symbol or a pattern of its own. */
export const SERIES_COLOURS: readonly string[] = [
  COLOURS.brand,
  COLOURS.late,
  COLOURS.done,
  COLOURS.waiting,
  COLOURS.muted,
];

/** Patterns over the colour of a bar, so that no colour stands alone (WCAG 1.4.1). */
export const PATTERNS = {
  diagonal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 6], rotation: -Math.PI / 4, color: COLOURS.paper },
  dots: {
    symbol: 'circle',
    symbolSize: 0.7,
    dashArrayX: [
      [8, 8],
      [0, 8, 8, 0],
    ],
    dashArrayY: [6, 0],
    color: COLOURS.paper,
  },
} as const;

/** A text style of ECharts in our font. */
export const TEXT = {
  fontSize: FONT_SIZE,
  fontFamily: 'system-ui, Roboto, Arial, sans-serif',
  color: COLOURS.ink,
} as const;

/** The chart as a whole SVG document: the same bytes for the same data, nothing in it that a browser would fetch. */
export function drawn(option: EChartsCoreOption, texts: ChartTexts, width: number, height: number): string {
  const whole = { animation: false, backgroundColor: COLOURS.paper, textStyle: TEXT, ...option };
  return described(plain(engine().rendered(whole, width, height)), texts);
}

/** ECharts is a fifth of what a start has to read, so it is read with the first chart, and by no command. */
function engine(): typeof import('./engine.js') {
  return require('./engine.js') as typeof import('./engine.js');
}

// ECharts numbers its charts, marks shapes for scripts and styles them for a mouse: bytes that change or serve nobody.
function plain(svg: string): string {
  return svg
    .replace(/<style[^>]*>[^]*?<\/style>\n?/g, '')
    .replace(/<[^>]+>/g, (tag) => tag.replace(/ (?:ecmeta_\w+|class)="[^"]*"/g, '').replace(/\bzr\d+-/g, 'kenes-'));
}

function described(svg: string, { lang, title, description }: ChartTexts): string {
  const words = `<title id="kenes-title">${escaped(title)}</title><desc id="kenes-desc">${escaped(description)}</desc>`;
  const root = `<svg role="img" lang="${lang}" aria-labelledby="kenes-title" aria-describedby="kenes-desc"`;
  return svg.replace(/^<svg([^>]*)>/, (_, attributes: string) => `${root}${attributes}>\n${words}`);
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
