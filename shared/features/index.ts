export * from './apply-transform.ts';
export * from './fit-transform.ts';
export * from './infer-task.ts';
export * from './labels.ts';
export * from './parse-transform.ts';
export * from './transform.ts';
