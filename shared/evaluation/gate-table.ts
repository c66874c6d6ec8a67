import { isLessBetter, METRIC_TITLES } from '../config/index.ts';
import {
  code,
  formatMetric,
  formatMetricChange,
  formatMetricChangeInterval,
  formatMetricInterval,
  Markdown,
  type MarkdownColumn,
  markdownTable,
  md,
} from '../report/index.ts';
import type { EvaluationReport, GateResult } from './evaluation-report.ts';
import { describeSlice, formatConfidence } from './gate-text.ts';
import { POWER } from './gates.ts';
import { sentence } from './markdown-text.ts';
import { type GateGroup, groupGates, statusOf, worstFirst } from './verdict.ts';

export const STATUS_SYMBOLS = {
  pass: '✅',
  warn: '⚠️',
  fail: '❌',
  'no-baseline': '➖',
  skipped: '⏭️',
} as const satisfies Record<GateResult['status'], string>;

/** A page shows this many gates, the ones that matter first; the rest is in evaluation.json. */
const MOST_GATES = 40;
/** Slices named in the cell of one gate. */
const MOST_SLICES_NAMED = 3;

/** The table of gates, one row each, and what the sample could have shown. `subject`: what the candidate is called. */
export function renderGates(report: EvaluationReport, subject: string): Markdown[] {
  const groups = groupGates(report.gates);
  const shown =
    groups.length <= MOST_GATES
      ? groups
      : [...groups].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_GATES);
  const { baseline } = report;
  const right = (title: Markdown): MarkdownColumn => ({ title, align: 'right' });
  const columns: MarkdownColumn[] = [
    { title: md`gate` },
    ...(baseline === undefined ? [] : [right(md`baseline ${code(baseline.path)}`)]),
    right(md`${subject}`),
    ...(baseline === undefined ? [] : [right(md`change`)]),
    { title: md` `, align: 'center' },
  ];
  const rows = shown.map((group) => {
    const status = statusOf(group);
    const result = representative(group, status);
    return [
      sentence(group.text),
      ...(baseline === undefined ? [] : [renderBaseline(result)]),
      renderCandidate(result),
      ...(baseline === undefined ? [] : [renderChange(result)]),
      renderStatus(group, status),
    ];
  });
  const hidden = groups.length - shown.length;
  return [
    markdownTable(columns, rows),
    ...(hidden > 0 ? [md`${hidden} more gates are in <code>evaluation.json</code>.`] : []),
    ...(baseline !== undefined && baseline.modelDigest === report.modelDigest
      ? [md`The baseline is this very model: there is nothing that could have changed.`]
      : renderPower(groups)),
  ];
}

function rank(group: GateGroup): number {
  return ['fail', 'no-baseline', 'warn', 'skipped', 'pass'].indexOf(statusOf(group));
}

/** The result that a row shows for all slices of its gate: the worst of those that made the status. */
function representative({ results }: GateGroup, status: GateResult['status']): GateResult {
  const [worst] = worstFirst(results.filter((result) => result.status === status));
  if (worst === undefined) throw new Error('a gate has at least one result');
  return worst;
}

function renderBaseline({ metric, baselineValue }: GateResult): Markdown {
  return typeof baselineValue === 'number' ? md`${formatMetric(metric, baselineValue)}` : md`–`;
}

function renderCandidate({ metric, value, interval }: GateResult): Markdown {
  if (value === null) return md`–`;
  const text = formatMetric(metric, value);
  return interval === undefined
    ? md`${text}`
    : md`${text} (${formatMetricInterval(metric, interval)})`;
}

function renderChange({
  metric,
  value,
  baselineValue,
  changeInterval,
  status,
}: GateResult): Markdown {
  if (value === null || typeof baselineValue !== 'number') return md`–`;
  const text = formatMetricChange(metric, value - baselineValue);
  const change = status === 'fail' && changeInterval !== undefined ? md`**${text}**` : md`${text}`;
  return changeInterval === undefined
    ? change
    : md`${change} (${formatMetricChangeInterval(metric, changeInterval)})`;
}

function renderStatus(group: GateGroup, status: GateResult['status']): Markdown {
  const symbol = STATUS_SYMBOLS[status];
  if (status === 'no-baseline') return md`${symbol} no baseline`;
  const skipped = group.results.filter((result) => result.status === 'skipped').length;
  const over = group.results.some(({ slice }) => slice !== undefined);
  if (!over) return status === 'skipped' ? md`${symbol} too few examples` : md`${symbol}`;
  const note = skipped === 0 ? md`` : md` (${skipped} of ${group.results.length} too small)`;
  if (status === 'pass' || status === 'skipped') return md`${symbol}${note}`;
  const concerned = worstFirst(group.results.filter((result) => result.status === status));
  const names = concerned
    .slice(0, MOST_SLICES_NAMED)
    .map(({ slice }) => code(describeSlice(slice ?? {})));
  const more =
    concerned.length > names.length ? md` and ${concerned.length - names.length} more` : md``;
  return md`${symbol} ${new Markdown(names.map(String).join(', '))}${more}${note}`;
}

/** "This sample could have shown, with a power of 80 %, a drop in accuracy of 0.014 or more." */
function renderPower(groups: readonly GateGroup[]): Markdown[] {
  const shown = groups.flatMap((group) => {
    const amounts = group.results.flatMap(({ detectableChange }) => detectableChange ?? []);
    const metric = group.results[0]?.metric;
    if (amounts.length === 0 || metric === undefined) return [];
    const direction = isLessBetter(metric) ? 'rise' : 'drop';
    const amount = formatMetric(metric, Math.max(...amounts));
    const each = group.text.indexOf(', each ');
    const scope = each < 0 ? '' : ` for${group.text.slice(each + 1)}`;
    return [`a ${direction} in ${METRIC_TITLES[metric]} of ${amount} or more${scope}`];
  });
  if (shown.length === 0) return [];
  const all = [...new Set(shown)].slice(0, MOST_GATES).join('; ');
  return [
    sentence(`This sample could have shown, with a power of ${formatConfidence(POWER)}, ${all}.`),
  ];
}
