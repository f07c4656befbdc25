import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { renderToString } from 'preact-render-to-string';
import { compile } from 'sass';
import { type RegionTile, TileMap } from './index.js';

const HOSTILE = '<script>alert("1")</script> & </li>';

describe('the map of the regions', () => {
  const territories = parse<Record<string, string>>(
    readFileSync(new URL('../../bodies/territories.csv', import.meta.url)),
    { columns: true },
  );
  const regions = territories.filter((row) => row['parent_code'] === 'KZ');
  const tiles = regions.map(({ code = '', name_kk: name = '' }, at): RegionTile => {
    return {
      code,
      name,
      href: `/kk/councils?region=${code}`,
      value: at === 0 ? 'дерек жоқ' : String(at),
      level: at === 0 ? null : 2,
    };
  });
  const html = renderToString(<TileMap label="Қоғамдық кеңестер" tiles={tiles} />);
  const $ = load(html);
  const placeOf = (name: string): number[] => {
    const names = $(`li:contains("${name}")`).attr('class') ?? '';
    return ['row', 'column'].map((way) => Number(new RegExp(`--${way}-(\\d)`).exec(names)?.[1]));
  };

  it('has a tile for each of the 17 regions and 3 cities, none upon another', () => {
    const places = $('li')
      .toArray()
      .map((one) => /--row-\d .*--column-\d/.exec($(one).attr('class') ?? '')?.[0]);
    expect(new Set(places).size).toBe(20);
    expect(places).not.toContain(undefined);
  });

  it('puts them where they lie: north above south, west before east, cities beside their regions', () => {
    const [north, south] = [placeOf('Солтүстік Қазақстан облысы'), placeOf('Түркістан облысы')];
    const [west, east] = [placeOf('Батыс Қазақстан облысы'), placeOf('Шығыс Қазақстан облысы')];
    expect(north[0]).toBeLessThan(south[0] ?? 0);
    expect(west[1]).toBeLessThan(east[1] ?? 0);
    for (const [city, around] of [
      ['Астана қаласы', 'Ақмола облысы'],
      ['Алматы қаласы', 'Алматы облысы'],
      ['Шымкент қаласы', 'Түркістан облысы'],
    ] as const) {
      const [[row = 0, column = 0], [otherRow = 0, otherColumn = 0]] = [placeOf(city), placeOf(around)];
      expect(Math.abs(row - otherRow) + Math.abs(column - otherColumn)).toBe(1);
    }
  });

  it('is read and tabbed through in the order in which it is seen', () => {
    const order = $('li')
      .toArray()
      .map((one) => {
        const [row = 0, column = 0] = placeOf($(one).find('a').text());
        return row * 10 + column;
      });
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it('is a list of links with their values that needs no styles, and has no inline ones', () => {
    expect($('ul').attr('aria-label')).toBe('Қоғамдық кеңестер');
    expect($('ul > li > span > a[href^="/kk/councils?region="]')).toHaveLength(20);
    expect($('li:contains("Абай облысы")').text()).toBe('Абай облысы дерек жоқ');
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+=/);
  });

  it('has a rule in the style sheet for every class it uses, and a border of its own for what is missing', () => {
    const css = compile(fileURLToPath(new URL('_tile-map.scss', import.meta.url))).css;
    const used = [...html.matchAll(/kenes-[\w-]+/g)].map(([name]) => name);
    for (const name of used) expect(css).toContain(`.${name} {`);
    expect(css).toMatch(/--missing \{[^}]*dashed/);
  });

  it('takes names as text and refuses a code that is no region', () => {
    const tile = { name: HOSTILE, value: HOSTILE, level: 0 } as const;
    const hostile = renderToString(<TileMap label={HOSTILE} tiles={[{ ...tile, code: '71' }]} />);
    expect(load(hostile)('script')).toHaveLength(0);
    expect(load(hostile)('li').text()).toBe(`${HOSTILE} ${HOSTILE}`);
    expect(() => renderToString(<TileMap label="" tiles={[{ ...tile, code: '990000000' }]} />)).toThrow(RangeError);
  });
});
