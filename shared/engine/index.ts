export * from './describe-engine.ts';
export * from './divergence.ts';
export * from './native-engine.ts';
export * from './select-engine.ts';
