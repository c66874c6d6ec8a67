export * from './convolution-geometry.ts';
export { examplesAtOnce } from './images-as-columns.ts';
export * from './mend-kernels.ts';
export * from './no-such-row.ts';
