export * from './evaluation-content.ts';
export * from './extend-run.ts';
export * from './register-model.ts';
export * from './run-content.ts';
export * from './track-run.ts';
export * from './tracked-result.ts';
export * from './training-content.ts';
