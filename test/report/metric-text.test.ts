import { describe, expect, test } from '@jest/globals';
import {
  formatMetric,
  formatMetricChange,
  formatMetricChangeInterval,
  formatMetricInterval,
} from '../../shared/report/index.ts';

describe('metrics as text', () => {
  test('scores have three digits, errors in units four significant ones', () => {
    expect(formatMetric('accuracy', 0.98765)).toBe('0.988');
    expect(formatMetric('rmse', 12345.678)).toBe('12,346');
    expect(formatMetric('mae', 0.00012346)).toBe('0.0001235');
    expect(formatMetric('accuracy', 0.94996, 5)).toBe('0.94996');
    expect(formatMetricInterval('accuracy', [0.9, 1])).toBe('0.900 … 1.000');
  });

  test('a change has its sign, and none where it reads as zero', () => {
    expect(formatMetricChange('accuracy', 0.016)).toBe('+0.016');
    expect(formatMetricChange('accuracy', -0.016)).toBe('−0.016');
    expect(formatMetricChange('accuracy', 0.0001)).toBe('0.000');
    expect(formatMetricChange('accuracy', -0.0001)).toBe('0.000');
    expect(formatMetricChange('accuracy', 0.0001, 4)).toBe('+0.0001');
    expect(formatMetricChangeInterval('mae', [-1.5, 2])).toBe('−1.5 … +2');
  });

  test.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY, '0.5'])(
    '%p is not known',
    (value) => {
      expect(formatMetric('accuracy', value)).toBe('–');
      expect(formatMetricChange('rmse', value)).toBe('–');
    },
  );
});
