export * from './mend-kernels.ts';
