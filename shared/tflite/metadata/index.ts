export * from './append-files.ts';
export * from './metadata-writer.ts';
export * from './model-metadata.ts';
