import type { JSX } from 'preact';
import { ChoiceField, HtmlText } from '../../platform/http/index.js';
import { WIDTHS, type ChartWidth } from '../charts/index.js';
import type { PageContext, QueryValues } from '../frame/index.js';

/** From this width of a window on the chart for wider screens is shown. */
const WIDE_FROM = '48.0625em';

/** A chart styles itself, and does nothing else wherever it is opened. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/** Which of the two drawings of a chart is asked for. */
export class ChartQuery {
  @ChoiceField(Object.keys(WIDTHS), { optional: true })
  width?: ChartWidth;
}

/** An SVG as the answer to a request for a chart. */
export function chartAnswer(ctx: PageContext, svg: string): HtmlText {
  return new HtmlText(svg, 200, {
    'content-type': 'image/svg+xml; charset=utf-8',
    'content-language': ctx.lang,
    'content-security-policy': POLICY,
  });
}

/** A chart in the width of the reader's screen; `alt` says what it shows and where the same stands in words. */
export function Chart({ ctx, path, query, alt }: ChartProps): JSX.Element {
  const address = (width: ChartWidth): string => ctx.url(path, { ...query, width });
  return (
    <picture class="kenes-chart">
      <source media={`(min-width: ${WIDE_FROM})`} srcset={address('wide')} />
      <img src={address('narrow')} alt={alt} />
    </picture>
  );
}

interface ChartProps {
  readonly ctx: PageContext;
  readonly path: string;
  readonly query?: QueryValues;
  readonly alt: string;
}
