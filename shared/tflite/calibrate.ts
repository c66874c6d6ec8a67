import type { ValueRange } from './activation-format.ts';
import { executeGraph } from './execute-graph.ts';
import { type Graph, type TensorData, tensorOf } from './graph.ts';

/**
 * Examples that decide the ranges of an 8-bit file. Ranges settle within some hundred examples; more only costs time.
 */
export const MOST_CALIBRATION_EXAMPLES = 2000;

/** Smallest and largest value of each single-precision tensor over the examples (min–max calibration). */
export function calibrate(
  graph: Graph,
  examples: Iterable<ReadonlyMap<string, TensorData>>,
): Map<string, ValueRange> {
  const ranges = new Map<string, ValueRange>();
  for (const example of examples) {
    for (const [name, values] of executeGraph(graph, example)) {
      if (tensorOf(graph, name).type !== 'float32') continue;
      let { min, max } = ranges.get(name) ?? { min: Infinity, max: -Infinity };
      for (const value of values) {
        if (value < min) min = value;
        if (value > max) max = value;
      }
      ranges.set(name, { min, max });
    }
  }
  return ranges;
}

/** At most 2,000 of the rows, evenly spread over them, always the same ones. */
export function pickCalibrationRows(rows: Int32Array): Int32Array {
  const most = MOST_CALIBRATION_EXAMPLES;
  if (rows.length <= most) return rows;
  return Int32Array.from(
    { length: most },
    (_, index) => rows[Math.floor((index * rows.length) / most)] as number,
  );
}
