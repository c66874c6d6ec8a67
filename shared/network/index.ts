export { LAYER_CLASSES } from './layer-classes.ts';
export * from './layers-part.ts';
export * from './model-files.ts';
export * from './network.ts';
export * from './parse-layers-part.ts';
export * from './parse-model.ts';
export * from './refuse-empty-part.ts';
export * from './task-of-model.ts';
export * from './wide-and-deep.ts';
