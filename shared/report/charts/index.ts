export * from './bars.ts';
export * from './histogram.ts';
export * from './interval-plot.ts';
export * from './line-chart.ts';
export * from './quantile-strip.ts';
export * from './scale.ts';
export * from './scatter-chart.ts';
export * from './svg.ts';
