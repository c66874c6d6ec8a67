export * from './digest.ts';
export * from './model-directory.ts';
export * from './run-record.ts';
