import type { SplitConfiguration } from '../../shared/config/index.ts';
import type { RowSplits } from '../../shared/data/index.ts';
import { type Problem, UserError } from '../../shared/errors/index.ts';

/** Fewer examples than these can't be learned from, stopped by or judged by. */
const FEWEST_EXAMPLES = { train: 5, validation: 2, evaluation: 2 } as const;
const SPLIT_NAMES = ['train', 'validation', 'evaluation'] as const;

export type ExampleCounts = Readonly<Record<keyof RowSplits, number>>;

/** Rows of each split. */
export function countRows({ train, validation, evaluation }: RowSplits): ExampleCounts {
  return { train: train.length, validation: validation.length, evaluation: evaluation.length };
}

/** Throws a `UserError` where a split has too few rows. */
export function refuseSmallSplits(examples: ExampleCounts, split: SplitConfiguration): void {
  const counts = SPLIT_NAMES.map((name) => `${name} ${examples[name]}`).join(', ');
  const problems = SPLIT_NAMES.flatMap((name): Problem[] => {
    const count = examples[name];
    const fewest = FEWEST_EXAMPLES[name];
    if (count >= fewest) return [];
    return [
      {
        what: `The ${name} split has ${count} of the at least ${fewest} examples that it needs (examples by split: ${counts})`,
        remedy:
          split.by === 'file'
            ? `Add rows to its files (data.split.files.${name})`
            : `Add rows, or enlarge data.split.fractions.${name} (now ${split.fractions[name]})`,
      },
    ];
  });
  if (problems.length > 0) throw new UserError(problems);
}
