export { type ChartTexts, type ChartWidth, WIDTHS } from './drawing.js';
export { type ScoreBar, type ScoreChart, scoreChart, type ScoredDimension } from './score-chart.js';
export { type RegionTile, TileMap, type TileMapProps } from './tile-map.js';
export { type AnsweredInTime, type TimelinessChart, timelinessChart } from './timeliness-chart.js';
export { type TrendChart, trendChart, type TrendLine, type TrendPoint } from './trend-chart.js';
