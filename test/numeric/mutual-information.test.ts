import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { equalFrequencyBins, mutualInformation } from '../../shared/numeric/index.ts';

describe('mutualInformation', () => {
  test('is that of scikit-learn 1.9.1, mutual_info_score', () => {
    const a = Int32Array.of(0, 0, 1, 1, 2, 2, 2, 0, 1, 2, 0, 1);
    const b = Int32Array.of(1, 1, 0, 0, 2, 1, 2, 1, 0, 2, 0, 0);
    expect(mutualInformation(a, b).nats).toBeCloseTo(0.702666230654262, 12);
    expect(mutualInformation(a, a).nats).toBeCloseTo(1.0986122886681096, 12);
    expect(mutualInformation(Int32Array.of(0, 1, 0, 1), Int32Array.of(0, 0, 1, 1)).nats).toBe(0);
    expect(mutualInformation(a, b).bias).toBe((2 * 2) / 24);
    expect(mutualInformation(Int32Array.of(), Int32Array.of())).toEqual({ nats: 0, bias: 0 });
  });

  test('of independent variables is the bias on average', () => {
    let sum = 0;
    let state = 1;
    const next = (below: number) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const draw = (values: number) => Int32Array.from({ length: 200 }, () => next(values));
    for (let trial = 0; trial < 400; trial++) {
      const { nats, bias } = mutualInformation(draw(5), draw(4));
      sum += (nats - bias) / 400;
    }
    // 0.03 is the bias; its deviation over 400 trials is 0.0006.
    expect(Math.abs(sum)).toBeLessThan(0.003);
  });

  test('is symmetric and never more than either tells', () => {
    const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(6)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(pairs, (rows) => {
        const [a, b] = [0, 1].map((at) => Int32Array.from(rows, (row) => row[at] as number)) as [
          Int32Array,
          Int32Array,
        ];
        const { nats } = mutualInformation(a, b);
        expect(nats).toBeCloseTo(mutualInformation(b, a).nats, 10);
        expect(nats).toBeLessThanOrEqual(mutualInformation(a, a).nats + 1e-10);
        expect(nats).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('equalFrequencyBins', () => {
  test('hold as many numbers each, equal numbers together, and what is missing apart', () => {
    expect([...equalFrequencyBins([5, 1, 3, 2, 4, 6], 3)]).toEqual([2, 0, 1, 0, 1, 2]);
    expect([...equalFrequencyBins([7, 7, 7, Number.NaN, 8], 2)]).toEqual([0, 0, 0, 2, 1]);
    expect([...equalFrequencyBins([], 4)]).toEqual([]);
  });
});
