export * from './command-model.ts';
export * from './model-directory.ts';
