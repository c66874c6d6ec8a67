export * from './configuration.ts';
export { LESS_IS_BETTER } from './consistency.ts';
export * from './load-configuration.ts';
export * from './request.ts';
