export * from './model-directory.ts';
