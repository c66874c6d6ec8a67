export * from './html.ts';
export * from './markdown.ts';
export * from './numbers.ts';
