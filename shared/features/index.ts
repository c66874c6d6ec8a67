export * from './transform.ts';

import type { Transform } from './transform.ts';
export declare function parseTransform(text: string, where: string): Transform;
