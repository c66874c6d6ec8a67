export * from './c-source.ts';
export * from './prefer-micro-operators.ts';
