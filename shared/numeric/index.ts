export * from './fisher-exact.ts';
export * from './intervals.ts';
export * from './kolmogorov-smirnov.ts';
export * from './moments.ts';
export * from './multiple-testing.ts';
export * from './random.ts';
export * from './sparse-homogeneity.ts';
export * from './special-functions.ts';
