export * from './apply-transform.ts';
export type { DroppedColumn } from './dropped.ts';
export { MOST_CATEGORIES } from './fit-categories.ts';
export * from './fit-transform.ts';
export * from './infer-task.ts';
export * from './labels.ts';
export { scalingOf } from './number-features.ts';
export * from './parse-transform.ts';
export * from './transform.ts';
