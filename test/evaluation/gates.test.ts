import { describe, expect, test } from '@jest/globals';
import type { GateConfiguration, MetricName } from '../../shared/config/index.ts';
import { judgeGate } from '../../shared/evaluation/gates.ts';
import type { GateResult, MetricValue } from '../../shared/evaluation/index.ts';
import type { Measurement } from '../../shared/evaluation/measurement.ts';
import { decideVerdict } from '../../shared/evaluation/verdict.ts';

function gate(
  rule: GateConfiguration['rule'],
  rest: Partial<GateConfiguration> = {},
): GateConfiguration {
  return { metric: 'accuracy', minExamples: 1, rule, line: 3, ...rest };
}

function value(metric: MetricName, number: number | null, reason?: string): MetricValue {
  return { metric, value: number, ...(reason === undefined ? {} : { reason }) };
}

interface Numbers {
  readonly metric?: MetricName;
  readonly now: number | null;
  readonly before?: number | null;
  /** Bootstrap distribution of the change: evenly from low to high, so that its 95 % interval is known. */
  readonly spread?: readonly [low: number, high: number];
  readonly examples?: number;
}

function measurement({
  metric = 'accuracy',
  now,
  before,
  spread,
  examples = 82,
}: Numbers): Measurement {
  const changes =
    spread === undefined
      ? []
      : [
          [
            metric,
            Float64Array.from(
              { length: 1001 },
              (_, step) => spread[0] + ((spread[1] - spread[0]) * step) / 1000,
            ),
          ] as const,
        ];
  return {
    examples,
    metrics: [value(metric, now, now === null ? 'there is one class' : undefined)],
    ...(before === undefined
      ? {}
      : { baseline: [value(metric, before, before === null ? 'there is one class' : undefined)] }),
    changes: new Map(changes),
  };
}

function judge(configuration: GateConfiguration, numbers: Numbers): GateResult {
  const [result] = judgeGate(configuration, 0, measurement(numbers), []);
  if (result === undefined) throw new Error('no result');
  return result;
}

describe('absolute rules', () => {
  test.each([
    ['at-least', 0.95, 0.96, 'pass'],
    ['at-least', 0.95, 0.95, 'pass'],
    ['at-least', 0.95, 0.95 - 1e-12, 'pass'],
    ['at-least', 0.95, 0.9499, 'fail'],
    ['at-most', 0.15, 0.14, 'pass'],
    ['at-most', 0.15, 0.15 + 1e-12, 'pass'],
    ['at-most', 0.15, 0.1501, 'fail'],
  ] as const)('%s %d: %d is %s', (kind, limit, now, status) => {
    expect(judge(gate({ kind, value: limit }), { now }).status).toBe(status);
  });

  test('a value is written with the digits that show its side of the limit', () => {
    expect(judge(gate({ kind: 'at-least', value: 0.95 }), { now: 0.94996 }).reason).toBe(
      'accuracy is 0.94996, not at least 0.95',
    );
  });
});

describe('rules against the baseline, without confidence', () => {
  test.each([
    ['may-drop', 'accuracy', 0.01, 0.97, 0.99, 'fail'],
    ['may-drop', 'accuracy', 0.01, 0.965, 0.975, 'pass'],
    ['may-drop', 'accuracy', 0.01, 0.99, 0.97, 'pass'],
    ['may-drop', 'accuracy', 0, 0.97, 0.97, 'pass'],
    ['may-rise', 'log-loss', 0.01, 0.13, 0.11, 'fail'],
    ['may-rise', 'log-loss', 0.01, 0.12, 0.11, 'pass'],
    ['may-rise', 'log-loss', 0.01, 0.05, 0.11, 'pass'],
  ] as const)('%s of %s %d: %d after %d is %s', (kind, metric, allowed, now, before, status) => {
    expect(
      judge(gate({ kind, value: allowed }, { metric }), { metric, now, before }),
    ).toMatchObject({
      status,
      baselineValue: before,
      change: now - before,
    });
  });
});

describe('rules against the baseline, with confidence', () => {
  const drop = gate({ kind: 'may-drop', value: 0.01, confidence: 0.95 });
  const rise = gate({ kind: 'may-rise', value: 0.01, confidence: 0.95 }, { metric: 'log-loss' });

  test.each([
    ['even the better end is worse than allowed', [-0.07, -0.02], 'fail'],
    ['the better end is allowed', [-0.07, 0.01], 'warn'],
    ['there is no interval', undefined, 'warn'],
  ] as const)('a drop beyond the allowed one where %s', (_, spread, status) => {
    const result = judge(drop, {
      now: 0.93,
      before: 0.97,
      ...(spread === undefined ? {} : { spread }),
    });
    expect(result.status).toBe(status);
    expect(result.reason.includes('could be chance')).toBe(status === 'warn');
  });

  test('an allowed drop passes, however unsure', () => {
    expect(judge(drop, { now: 0.965, before: 0.97, spread: [-0.3, 0.3] }).status).toBe('pass');
  });

  test.each([
    [[0.02, 0.07], 'fail'],
    [[-0.01, 0.07], 'warn'],
  ] as const)('a rise with a change within %j', (spread, status) => {
    expect(judge(rise, { metric: 'log-loss', now: 0.15, before: 0.11, spread }).status).toBe(
      status,
    );
  });

  test('the interval is at the confidence of the gate', () => {
    const wide = gate({ kind: 'may-drop', value: 0.01, confidence: 0.5 });
    const { changeInterval } = judge(wide, { now: 0.9, before: 0.95, spread: [-0.1, 0] });
    expect(changeInterval?.[0]).toBeCloseTo(-0.075, 12);
    expect(changeInterval?.[1]).toBeCloseTo(-0.025, 12);
  });

  test('the reason gives values, sample, interval and what is allowed', () => {
    expect(judge(drop, { now: 0.927, before: 0.968, spread: [-0.0736, -0.0084] }).reason).toBe(
      'accuracy fell from 0.968 to 0.927 (n = 82, 95 % interval of the change −0.072 … −0.010; allowed −0.01)',
    );
  });

  test('the smallest detectable change is allowed + (z₀.₉₇₅ + z₀.₈) · s', () => {
    // SciPy 1.17.1: norm.ppf(0.975) = 1.959963984540054, norm.ppf(0.8) = 0.8416212335729143. The distribution is uniform
    // on 1,001 steps of 0.0001: its deviation is 0.0001 · √((1001² − 1) / 12).
    const error = 0.0001 * Math.sqrt((1001 ** 2 - 1) / 12);
    const numbers: Numbers = { now: 0.93, before: 0.97, spread: [-0.09, 0.01] };
    expect(judge(drop, numbers).detectableChange).toBeCloseTo(
      0.01 + (1.959963984540054 + 0.8416212335729143) * error,
      10,
    );
    const sure = gate({ kind: 'may-drop', value: 0.01 });
    expect(judge(sure, numbers).detectableChange).toBeCloseTo(
      0.01 + 0.8416212335729143 * error,
      10,
    );
  });

  test('models that agree on every example show no detectable change', () => {
    const result = judge(drop, { now: 0.9, before: 0.9, spread: [0, 0] });
    expect(result.status).toBe('pass');
    expect(result.detectableChange).toBeUndefined();
  });
});

describe('fails closed', () => {
  const atLeast = gate({ kind: 'at-least', value: 0 });
  const mayDrop = gate({ kind: 'may-drop', value: 1 });

  test('no examples', () => {
    expect(judge(atLeast, { now: null, examples: 0 })).toMatchObject({ status: 'fail' });
  });

  test('an undefined metric', () => {
    expect(judge(atLeast, { now: null })).toMatchObject({
      status: 'fail',
      reason: 'accuracy is undefined: there is one class',
    });
  });

  test('an undefined metric of the baseline', () => {
    expect(judge(mayDrop, { now: 0.9, before: null })).toMatchObject({
      status: 'fail',
      baselineValue: null,
      change: null,
    });
  });

  test('an undefined metric comes before a missing baseline', () => {
    expect(judge(mayDrop, { now: null }).status).toBe('fail');
    expect(judge(mayDrop, { now: 0.9 }).status).toBe('no-baseline');
  });

  test('a rule with the wrong direction for the metric is a mistake of ours', () => {
    const wrong = gate({ kind: 'may-drop', value: 0.1 }, { metric: 'log-loss' });
    expect(() => judge(wrong, { metric: 'log-loss', now: 0.2, before: 0.1 })).toThrow('direction');
  });
});

describe('slices', () => {
  const slices = [
    { slice: { sex: 'f', island: 'a' }, measurement: measurement({ now: 0.7, examples: 40 }) },
    { slice: { sex: 'm', island: 'a' }, measurement: measurement({ now: 0.9, examples: 5 }) },
    { slice: { sex: 'f', island: 'b' }, measurement: measurement({ now: 0.99, examples: 60 }) },
  ];
  const overall = measurement({ now: 0.9 });
  const rule = { kind: 'at-least', value: 0.8 } as const;

  test('a star judges each value, a value picks one', () => {
    const results = judgeGate(
      gate(rule, { slice: { sex: '*', island: 'a' }, minExamples: 30 }),
      2,
      overall,
      slices,
    );
    expect(results.map(({ gate: text, status, examples }) => [text, status, examples])).toEqual([
      ['accuracy ≥ 0.8, sex = f, island = a', 'fail', 40],
      ['accuracy ≥ 0.8, sex = m, island = a', 'skipped', 5],
    ]);
    expect(results[0]?.configured).toEqual({
      index: 2,
      text: 'accuracy ≥ 0.8, island = a, each sex',
    });
    expect(results[0]?.reason).toBe('accuracy for sex = f, island = a is 0.700, not at least 0.8');
  });

  test('a value that the data lacks fails', () => {
    const [result] = judgeGate(
      gate(rule, { slice: { sex: 'x', island: '*' } }),
      0,
      overall,
      slices,
    );
    expect(result).toMatchObject({
      status: 'fail',
      examples: 0,
      value: null,
      reason: 'no evaluation example has sex = x, island = *',
    });
  });
});

describe('decideVerdict', () => {
  const METRICS = [value('accuracy', 0.9)];
  const settings = { slices: [], gates: [], onNoBaseline: 'warn', onNoThresholds: 'warn' } as const;
  let count = 0;
  const result = (status: GateResult['status'], index = count++): GateResult => ({
    gate: `gate ${index}`,
    metric: 'accuracy',
    examples: 10,
    status,
    value: 0.9,
    reason: `reason ${index}`,
    configured: { index, text: `gate ${index}` },
  });
  const verdictOf = (...statuses: GateResult['status'][]) => {
    count = 0;
    const { verdict, outcome } = decideVerdict(
      statuses.map((status) => result(status)),
      METRICS,
      settings,
    );
    return `${verdict} → ${outcome}`;
  };

  test.each([
    [['pass'], 'pass → pass'],
    [['pass', 'fail'], 'fail → fail'],
    [['no-baseline', 'fail', 'warn'], 'fail → fail'],
    [['no-baseline', 'pass'], 'no-baseline → warn'],
    [['no-baseline', 'warn'], 'no-baseline → warn'],
    [['warn', 'pass'], 'warn → warn'],
    [['skipped'], 'warn → warn'],
    [['skipped', 'pass'], 'warn → warn'],
    [[], 'no-thresholds → warn'],
  ] as const)('%j gives %s', (statuses, expected) => {
    expect(verdictOf(...statuses)).toBe(expected);
  });

  test('skipped slices of a gate that judged others do not warn', () => {
    const gates = [result('pass', 0), result('skipped', 0)];
    expect(decideVerdict(gates, METRICS, settings)).toEqual({
      verdict: 'pass',
      outcome: 'pass',
      reason: 'The gate passed; 1 slice had too few examples to judge',
    });
  });

  test.each(['pass', 'warn', 'fail'] as const)(
    'the configuration decides what is %s',
    (outcome) => {
      const own = { ...settings, onNoBaseline: outcome, onNoThresholds: outcome };
      expect(decideVerdict([result('no-baseline')], METRICS, own)).toMatchObject({
        verdict: 'no-baseline',
        outcome,
      });
      expect(decideVerdict([], METRICS, own)).toMatchObject({ verdict: 'no-thresholds', outcome });
    },
  );

  test('a warning is not lost where no baseline counts as a pass', () => {
    const own = { ...settings, onNoBaseline: 'pass' } as const;
    expect(
      decideVerdict([result('no-baseline', 0), result('skipped', 1)], METRICS, own).outcome,
    ).toBe('warn');
    expect(decideVerdict([result('no-baseline', 0), result('warn', 1)], METRICS, own).outcome).toBe(
      'warn',
    );
  });

  test('a model without one defined metric fails, gates or not', () => {
    const broken = [value('accuracy', null, '3 of 9 predictions are not finite numbers')];
    expect(decideVerdict([], broken, { ...settings, onNoThresholds: 'pass' })).toEqual({
      verdict: 'fail',
      outcome: 'fail',
      reason: "The model can't be judged: 3 of 9 predictions are not finite numbers",
    });
    expect(decideVerdict([result('no-baseline')], broken, settings).verdict).toBe('fail');
  });

  test('the reason of several failures begins with the worst slice of the first', () => {
    const gates = [
      { ...result('fail', 0), value: 0.9, reason: 'mild' },
      { ...result('fail', 0), value: 0.5, reason: 'severe' },
      result('fail', 1),
      result('pass', 2),
    ];
    expect(decideVerdict(gates, METRICS, settings).reason).toBe(
      '2 of 3 gates failed: severe, and 1 more',
    );
  });
});
