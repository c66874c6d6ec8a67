import { describe, expect, test } from '@jest/globals';
import { isInLabelUnits, isLessBetter, METRIC_TITLES, METRICS } from '../../shared/config/index.ts';

describe('facts about metrics', () => {
  test('each has a title, a direction and units', () => {
    expect(Object.keys(METRIC_TITLES)).toEqual([...METRICS]);
    expect(METRICS.filter(isLessBetter)).toEqual(['log-loss', 'rmse', 'mae']);
    expect(METRICS.filter(isInLabelUnits)).toEqual(['rmse', 'mae']);
  });
});
