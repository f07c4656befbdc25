import { describe, expect, it } from '@jest/globals';
import { type CheerioAPI, load } from 'cheerio';
import { scoreChart, timelinessChart, trendChart, WIDTHS } from './index.js';
import { columnWidth, textWidth, wrapped } from './text-layout.js';

const HOSTILE = '<script>alert("1")</script> & </text>';
const ABOUT = {
  lang: 'kk',
  title: `Бағалау ${HOSTILE}`,
  description: 'Төрт көрсеткіштің екеуі бойынша дерек бар.',
} as const;

const scores = {
  ...ABOUT,
  axis: 'Балл',
  dimensions: [
    {
      ...{ name: 'Тиімділік', score: 72.5, label: '72,5' },
      indicators: [
        { name: 'Мерзімдердің сақталуы', score: 100, label: '100' },
        { name: HOSTILE, score: 45, label: '45' },
      ],
    },
    {
      ...{ name: 'Ашықтық', score: null, label: 'дерек жоқ' },
      indicators: [{ name: 'Жауаптар', score: 0, label: '0' }],
    },
  ],
};

const trend = {
  ...ABOUT,
  axis: 'Балл',
  missing: 'балл есептелмеген',
  versions: [
    {
      name: '1-редакция',
      points: [
        { year: 2019, score: 40, label: '40,0' },
        { year: 2020, score: 55.5, label: '55,5' },
      ],
    },
    {
      name: `2-редакция ${HOSTILE}`,
      points: [
        { year: 2022, score: 61, label: '61,0' },
        { year: 2023, score: null, label: '' },
        { year: 2024, score: 70, label: '70,0' },
        { year: 2025, score: 80, label: '80,0' },
      ],
    },
  ],
};

const answers = {
  ...ABOUT,
  axis: 'Мерзімі келген жауаптардың пайызы',
  ...{ inTime: 'мерзімінде', late: 'кешігіп', unanswered: 'жауап жоқ' },
  rows: [
    { name: 'Қаржы министрлігі', inTime: 6, late: 1, unanswered: 1, label: '75 %' },
    { name: HOSTILE, inTime: 0, late: 0, unanswered: 0, label: 'мерзімі келмеген' },
    { name: 'Абай облысы', inTime: 0, late: 0, unanswered: 23, label: '0 %' },
  ],
};

const drawings = () => [scoreChart(scores), trendChart(trend), timelinessChart(answers)];
const read = (svg: string): CheerioAPI => load(svg, { xml: true });
const textsIn = ($: CheerioAPI): string[] =>
  $('text')
    .toArray()
    .map((one) => $(one).text());

/** Width of a bar's outline `M x y l w 0 …` in pixels. */
const widthOf = (d: string | undefined): number => Number(/^M[\d.]+ [\d.]+l([\d.]+) /.exec(d ?? '')?.[1]);
const barsOf = ($: CheerioAPI, colour: string): number[] =>
  $(`path[fill="${colour}"]`)
    .toArray()
    .map((one) => widthOf($(one).attr('d')))
    .filter((width) => width > 0);

describe('every chart', () => {
  it('says what it is to those who do not see it, in its language', () => {
    for (const svg of drawings()) {
      const $ = read(svg);
      expect($('svg').attr()).toMatchObject({ role: 'img', lang: 'kk' });
      expect($(`#${String($('svg').attr('aria-labelledby'))}`).text()).toBe(ABOUT.title);
      expect($(`#${String($('svg').attr('aria-describedby'))}`).text()).toBe(ABOUT.description);
    }
  });

  it('shows markup in a name as text', () => {
    for (const svg of drawings()) {
      expect(read(svg)('script')).toHaveLength(0);
      expect(svg).not.toContain('<script');
      expect(textsIn(read(svg)).join(' ')).toContain('<script>');
    }
  });

  it('refers to nothing outside itself and holds nothing that runs', () => {
    for (const svg of drawings()) {
      const addresses = [...svg.matchAll(/(?:href|src)="([^"]*)"|url\(([^)]*)\)/g)].map(
        ([, one, other]) => one ?? other,
      );
      for (const address of addresses) expect(address).toMatch(/^#kenes-\w+$/);
      expect(svg).not.toMatch(/<(?:image|foreignObject|style|a|iframe)\b|\son\w+=|@import/);
      expect(svg.replace(/xmlns(?::xlink)?="[^"]*"/g, '')).not.toMatch(/https?:/);
      for (const [, pattern] of svg.matchAll(/url\(#([\w-]+)\)/g))
        expect(read(svg)(`#${String(pattern)}`)).toHaveLength(1);
    }
  });

  it('is the same bytes for the same data, whatever was drawn before', () => {
    expect(drawings()).toEqual(drawings());
  });

  it('is drawn for a phone with texts of the same size and nothing outside the picture', () => {
    for (const svg of [scoreChart(scores, 'narrow'), trendChart(trend, 'narrow'), timelinessChart(answers, 'narrow')]) {
      const $ = read(svg);
      expect($('svg').attr('width')).toBe(String(WIDTHS.narrow));
      expect(new Set([...svg.matchAll(/font-size:(\d+)px/g)].map(([, size]) => size))).toEqual(new Set(['14']));
      const level = $('text').filter((_, one) => /^translate/.test($(one).attr('transform') ?? ''));
      expect(level.length).toBeGreaterThan(8);
      for (const one of level.toArray()) {
        const x = Number(/translate\(([-\d.]+)/.exec($(one).attr('transform') ?? '')?.[1]);
        const width = textWidth($(one).text(), 14);
        const left = { end: x - width, middle: x - width / 2 }[$(one).attr('text-anchor') ?? ''] ?? x;
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(WIDTHS.narrow);
      }
    }
  });
});

describe('the chart of scores', () => {
  it('has a bar as long as each score, with its words', () => {
    const $ = read(scoreChart(scores));
    const [dimension = 0] = barsOf($, '#0b5563');
    const [full = 0, less = 0] = barsOf($, '#4a8f9c');
    expect(dimension / full).toBeCloseTo(0.725, 2);
    expect(less / full).toBeCloseTo(0.45, 2);
    expect(textsIn($)).toEqual(expect.arrayContaining(['Тиімділік', '72,5', '100', '45', 'Балл']));
  });

  it('shows a missing score as an empty dashed bar with its words, and zero as zero', () => {
    const $ = read(scoreChart(scores));
    expect($('path[stroke-dasharray]')).toHaveLength(1);
    expect(textsIn($)).toContain('дерек жоқ');
    expect(textsIn($).filter((text) => text === '0')).toHaveLength(2); // the label, and the scale
    const without = scores.dimensions.slice(0, 1);
    expect(read(scoreChart({ ...scores, dimensions: without }))('path[stroke-dasharray]')).toHaveLength(0);
  });

  it('tells indicators from dimensions by a pattern and by weight, not by colour alone', () => {
    const $ = read(scoreChart(scores));
    expect($('pattern').length).toBeGreaterThan(0);
    const bold = $('text').filter((_, one) => /font-weight:bold/.test($(one).attr('style') ?? ''));
    expect(bold.toArray().map((one) => $(one).text())).toEqual(expect.arrayContaining(['Тиімділік', 'Ашықтық']));
    expect(bold.toArray().map((one) => $(one).text())).not.toContain('Жауаптар');
  });
});

describe('the chart through the years', () => {
  /** Each stroke of a line as the number of years it joins. */
  const strokes = (colour: string): number[] => {
    const $ = read(trendChart(trend));
    const lines = $(`path[stroke="${colour}"][fill="none"]`)
      .toArray()
      .map((one) => $(one).attr('d') ?? '');
    // The legend draws its sample as a stroke of two points at x = 0.
    return lines
      .filter((d) => !d.startsWith('M0 '))
      .flatMap((d) => d.split('M').slice(1))
      .map((part) => part.split('L').length);
  };

  it('has one line a version of the methodology, not joined to the next', () => {
    expect(strokes('#0b5563')).toEqual([2]);
    expect(read(trendChart(trend)).text()).toContain('1-редакция');
  });

  it('breaks the line where the score is missing, and marks that year', () => {
    expect(strokes('#b3261e').filter((points) => points > 1)).toEqual([2]);
    expect(textsIn(read(trendChart(trend)))).toContain('балл есептелмеген');
    const complete = { ...trend, versions: trend.versions.slice(0, 1) };
    expect(textsIn(read(trendChart(complete)))).not.toContain('балл есептелмеген');
  });

  it('has every year of the scale, also those without an assessment, and the words of each score', () => {
    const texts = textsIn(read(trendChart(trend)));
    expect(texts).toEqual(expect.arrayContaining(['2019', '2020', '2021', '2022', '2023', '2024', '2025']));
    expect(texts).toEqual(expect.arrayContaining(['40,0', '55,5', '61,0', '70,0', '80,0']));
  });

  it('is drawn without data too', () => {
    expect(read(trendChart({ ...trend, versions: [] }))('svg')).toHaveLength(1);
  });
});

describe('the chart of answers in time', () => {
  it('shares the bar by what was answered in time, late and not, with the numbers', () => {
    const $ = read(timelinessChart(answers));
    // The legend repeats each colour in a small sample.
    const largest = (colour: string): number => Math.max(...barsOf($, colour));
    expect(largest('#1b6b45') / largest('#8a4b08')).toBeCloseTo(6, 0);
    expect(textsIn($)).toEqual(expect.arrayContaining(['6', '1', '23', '75 %', 'мерзімінде', 'кешігіп', 'жауап жоқ']));
  });

  it('has no bar, only words, where nothing was due', () => {
    const nothing = { ...answers, rows: answers.rows.slice(1, 2) };
    const svg = timelinessChart(nothing);
    expect(textsIn(read(svg)).join(' ')).toContain('мерзімі келмеген');
    expect(svg).not.toContain('NaN');
  });

  it('tells the parts by patterns of their own', () => {
    expect(read(timelinessChart(answers))('pattern').length).toBeGreaterThanOrEqual(2);
  });
});

describe('the layout of texts', () => {
  it('breaks at spaces, cuts only a word that is longer than the line, and loses nothing', () => {
    const name = 'Мемлекеттік қызметтерді көрсету мерзімдерінің сақталуы';
    const lines = wrapped(name, 160, 14);
    expect(lines.join(' ')).toBe(name);
    for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(160);
    expect(wrapped('Өнеркәсіптендірілмегендіктен', 60, 14).join('')).toBe('Өнеркәсіптендірілмегендіктен');
    expect(wrapped('', 60, 14)).toEqual(['']);
  });

  it('widens a column for its longest word, but not without end', () => {
    const width = columnWidth(['Азаматтардың қанағаттанушылығы', 'Мерзім'], 60, 200, 14);
    expect(wrapped('Азаматтардың қанағаттанушылығы', width, 14)).toEqual(['Азаматтардың', 'қанағаттанушылығы']);
    expect(columnWidth(['Мерзім'], 60, 200, 14)).toBe(60);
    expect(columnWidth(['Өнеркәсіптендірілмегендіктен'], 60, 120, 14)).toBe(120);
  });

  it('knows that Cyrillic letters are no squares', () => {
    expect(textWidth('қоғамдық кеңес', 10)).toBeLessThan(100);
    expect(textWidth('қоғамдық кеңес', 10)).toBeGreaterThan(70);
  });
});
