import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { type EChartsCoreOption, init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { fontSizeIn, textWidth } from './text-layout.js';

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, SVGRenderer]);
setPlatformAPI({ measureText: (text, font) => ({ width: textWidth(text, fontSizeIn(font)) }) });

/** The chart as ECharts writes it, with its numbers and classes. */
export function rendered(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    // Not disposed of, a chart keeps its clock running, and with it the process.
    chart.dispose();
  }
}
