export * from './find-baseline.ts';
