export * from './fit.ts';
export * from './html.ts';
export * from './markdown.ts';
export * from './numbers.ts';
export * from './report-input.ts';
export * from './report-page.ts';
export * from './text-charts.ts';
