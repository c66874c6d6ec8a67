export * from './run-content.ts';
export * from './track-run.ts';
export * from './training-content.ts';
