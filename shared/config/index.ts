export { MOST_ARRAY_NUMBERS } from './array-features.ts';
export { matchesPattern } from './column-patterns.ts';
export * from './configuration.ts';
export { scheduleOf } from './gradient-steps.ts';
export * from './load-configuration.ts';
export * from './metrics.ts';
export * from './request.ts';
export * from './training-configuration.ts';
