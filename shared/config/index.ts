export * from './configuration.ts';
export * from './request.ts';
