export * from './build-info.ts';
export * from './definition.ts';
export * from './execute.ts';
export * from './input-sources.ts';
export * from './inputs.ts';
export * from './run-record-file.ts';
