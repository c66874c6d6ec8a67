import { type ContentSample, SAMPLE_THRESHOLDS } from '../scan/index.ts';
import type { RepeatedRows } from './reports.ts';

/**
 * How many rows are equal to an earlier one. Of the sampled contents each stands for 1 / share of all (Horvitz and
 * Thompson 1952), whose variance is Σ(count − 1)²·(1 − share) / share².
 */
export function countRepeatedRows({ level, counts }: ContentSample): RepeatedRows {
  let repeated = 0;
  let squares = 0;
  for (const count of counts) {
    repeated += count - 1;
    squares += (count - 1) ** 2;
  }
  if (level === 0) return { count: repeated };
  const share = (Number(SAMPLE_THRESHOLDS[level] ?? 0n) + 1) / 2 ** 64;
  return {
    count: Math.round(repeated / share),
    standardError: Math.sqrt(squares * (1 - share)) / share,
  };
}
