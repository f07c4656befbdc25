import { FONT_SIZE, TEXT } from './drawing.js';
import { wrapped } from './text-layout.js';

const LINE_HEIGHT = 18;
const GAP = 8;
const SAMPLE = 40;

/** A legend under a chart of this width, one name below the other in as many lines as it needs, and its height. */
export function legendOf(names: readonly string[], width: number): { option: object; height: number } {
  const linesOf = (name: string) => wrapped(name, width - SAMPLE - 4 * GAP, FONT_SIZE);
  const option = {
    ...{ orient: 'vertical', left: GAP, bottom: 0, itemWidth: SAMPLE, itemGap: GAP, selectedMode: false, data: names },
    textStyle: { ...TEXT, lineHeight: LINE_HEIGHT },
    formatter: (name: string) => linesOf(name).join('\n'),
  };
  const height = names.reduce((sum, name) => sum + linesOf(name).length * LINE_HEIGHT + GAP, GAP);
  return { option, height };
}
