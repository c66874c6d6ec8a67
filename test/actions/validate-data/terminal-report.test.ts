import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderTerminalReport } from '../../../actions/validate-data/terminal-report.ts';
import { neutralize } from '../../../shared/platform/index.ts';
import { collectDataFacts, displayWidth } from '../../../shared/report/index.ts';
import { hostileText } from '../../hostile/hostile-text.ts';
import { dataFixture, TRIP_COLUMNS } from '../../report/fixtures/data.ts';

const render = (names: readonly string[], width: number) => {
  const { statistics, anomalies } = dataFixture(names);
  return renderTerminalReport(collectDataFacts(statistics, anomalies), width);
};
const tableOf = (text: string) => text.split('\n').slice(0, 22);

describe('the report on a terminal', () => {
  test('has a line for each column, those with errors first', () => {
    const lines = render(TRIP_COLUMNS, 120).split('\n');
    expect(lines[0]).toMatch(
      /^ {2}column +missing +distinct {2}distribution {2}reference +values$/,
    );
    expect(lines[2]).toMatch(/^✖ zone +0 +7 {2}███▌░░░░░░ {4}████░░░░░░ {4}Gentoo 38 %, /);
    expect(lines[3]).toMatch(/^! pickup_hour +2\.1 % +4,120 {2}█·{8}▁ +█·{8}▁ +0\.00012 … /);
    expect(lines[4]).toMatch(/^ {2}trip_seconds .* 0 … 50 … 100, mean 45$/);
  });

  test('ends with what concerns more than one column', () => {
    expect(render(TRIP_COLUMNS, 120).split('\n').slice(-5)).toEqual([
      expect.stringMatching(/^strongest correlation: \S+ and \S+, −?0\.\d{3}$/),
      'repeated rows: about 1,234 ± 20 (0.1 %)',
      'weighted by trips, which sums to 4,580,000: see statistics.json',
      'slices: region = north ≈ 1,145,000; region = south ≈ 763,333; region = (missing) ≈ 572,500',
      'quantiles, distributions and correlations are of 100,000 rows (rank within 0.59 %)',
    ]);
  });

  test('names the largest difference where none is above a threshold', () => {
    expect(render(['zone', 'tip'], 120)).toMatch(
      /\nlargest difference: \S+, Jensen–Shannon divergence 0\.0\d+ from the reference, (not judged|threshold 0\.1)\n/,
    );
  });

  test.each([40, 60, 78, 100, 200])('fits %i characters', (width) => {
    for (const line of tableOf(render(TRIP_COLUMNS, width)).slice(0, 14)) {
      expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  test('a narrow one keeps names and values and leaves pictures out', () => {
    const [head] = render(TRIP_COLUMNS, 50).split('\n');
    expect(head).toMatch(/^ {2}column +missing +distinct +values$/);
  });

  test('of many columns shows twenty and counts the rest', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `c${index}`);
    const text = render(names, 100);
    expect(text).toContain('\n9,980 more columns in report.html\n');
    expect(text.split('\n').length).toBeLessThan(40);
  });

  test('whatever the names hold, the table keeps its lines and their width', () => {
    const names = fc.uniqueArray(hostileText, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(names, fc.integer({ min: 40, max: 160 }), (given, width) => {
        const text = render(given, width);
        // What the log would change could have been read by a terminal or a runner.
        expect(neutralize(text)).toBe(text);
        const lines = text.split('\n').slice(0, given.length + 2);
        expect(lines[1]).toMatch(/^─+$/);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 300 },
    );
  });
});
