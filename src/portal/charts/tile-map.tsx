import type { JSX } from 'preact';
import { joined } from '../components/index.js';

/** Place of each region, by the first two digits of its KATO code: row from the north, column from the west. */
const PLACES: Readonly<Record<string, readonly [row: number, column: number]>> = {
  '59': [1, 4], // North Kazakhstan
  '27': [2, 1], // West Kazakhstan
  '39': [2, 3], // Kostanay
  '11': [2, 4], // Akmola
  '71': [2, 5], // Astana
  '55': [2, 6], // Pavlodar
  '23': [3, 1], // Atyrau
  '15': [3, 2], // Aktobe
  '62': [3, 4], // Ulytau
  '35': [3, 5], // Karaganda
  '10': [3, 6], // Abai
  '63': [3, 7], // East Kazakhstan
  '47': [4, 1], // Mangystau
  '43': [4, 3], // Kyzylorda
  '61': [4, 4], // Turkistan
  '31': [4, 5], // Jambyl
  '33': [4, 6], // Jetisu
  '79': [5, 4], // Shymkent
  '75': [5, 5], // Almaty, the city
  '19': [5, 6], // Almaty, the region
};

/** One region: its KATO code (nine digits, or the first two), its name, and what is said of it. */
export interface RegionTile {
  readonly code: string;
  readonly name: string;
  readonly href?: string | undefined;
  /** What is seen in the tile (“3 councils”); in words also where it is missing. */
  readonly value: string;
  /** Shade from 0 (least) to 4; null is missing and gets a dashed border. */
  readonly level: 0 | 1 | 2 | 3 | 4 | null;
}

/** What the map takes; `label` says what the tiles show. */
export interface TileMapProps {
  readonly label: string;
  readonly tiles: readonly RegionTile[];
}

/**
 * The regions as tiles of one size, each about where it lies: a small city is seen as well as a vast steppe. It is a list
 * of links, from north to south; classes alone place and shade the tiles, so it needs neither a script nor an inline
 * style, and without styles it stays a list that says everything. RangeError for a code that is no region.
 */
export function TileMap({ label, tiles }: TileMapProps): JSX.Element {
  const placed = tiles.map((tile) => ({ ...tile, place: placeOf(tile.code) }));
  placed.sort(({ place: [row, column] }, { place: [otherRow, otherColumn] }) => row - otherRow || column - otherColumn);
  return (
    <ul class="kenes-tile-map" aria-label={label}>
      {placed.map(({ place: [row, column], ...tile }) => (
        <li class={joined(BLOCK, `${BLOCK}--row-${row}`, `${BLOCK}--column-${column}`, shadeOf(tile.level))}>
          <span class={`${BLOCK}-name`}>
            {tile.href ? (
              <a class="govuk-link govuk-link--no-visited-state" href={tile.href}>
                {tile.name}
              </a>
            ) : (
              tile.name
            )}
          </span>{' '}
          <span class={`${BLOCK}-value`}>{tile.value}</span>
        </li>
      ))}
    </ul>
  );
}

const BLOCK = 'kenes-tile-map__tile';

function shadeOf(level: RegionTile['level']): string {
  return level === null ? `${BLOCK}--missing` : `${BLOCK}--level-${level}`;
}

function placeOf(code: string): readonly [number, number] {
  const place = PLACES[code.slice(0, 2)];
  if (!place) throw new RangeError(`No region has the KATO code ${JSON.stringify(code)}.`);
  return place;
}
