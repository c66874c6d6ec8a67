export * from './build-info.ts';
export * from './definition.ts';
export * from './inputs.ts';
