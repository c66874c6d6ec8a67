import type { SourceLocation } from '../errors/index.ts';
import type { FieldPath } from './schema-problems.ts';
import type { ClassWeights } from './training-configuration.ts';

export function classWeightsOf(
  weights: ClassWeights['weights'],
  placeOfKey: (path: FieldPath) => SourceLocation,
): ClassWeights {
  const field = ['training', 'class-weight'];
  const where = placeOfKey(field);
  if (weights === 'balanced') return { weights, where };
  const places = Object.keys(weights).map((name) => [name, placeOfKey([...field, name])] as const);
  return { weights, where, places: new Map(places) };
}
