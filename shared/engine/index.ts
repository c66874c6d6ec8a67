export * from './describe-engine.ts';
export * from './divergence.ts';
