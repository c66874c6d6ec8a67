export * from './model-files.ts';
export * from './network.ts';
export * from './parse-model.ts';
export * from './task-of-model.ts';
