import { ACTION_NAMES, type ActionName, type Outcome, type Verdict } from '../config/index.ts';
import type { ActionEntry } from '../lineage/index.ts';
import { lookUp, type Tone } from './components.ts';
import type { ReportInput } from './report-input.ts';

export interface VerdictHeadline {
  readonly tone: Tone;
  readonly word: string;
  readonly reason: string;
  /** What else a reader must know before trusting the verdict. */
  readonly notes: readonly string[];
}

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  pass: 'Pass',
  fail: 'Fail',
  warn: 'Warning',
  'no-baseline': 'No baseline',
  'no-thresholds': 'No thresholds',
};

export function verdictTone(verdict: Verdict | undefined, outcome?: Outcome): Tone {
  if (verdict === 'pass' || verdict === 'fail' || verdict === 'warn') return verdict;
  if (outcome === 'pass' || outcome === 'fail' || outcome === 'warn') return outcome;
  return verdict === undefined ? 'neutral' : 'warn';
}

export function verdictWord(verdict: Verdict): string {
  return lookUp(VERDICT_WORDS, verdict) ?? 'Unknown';
}

/** The verdict of the whole run: fail where any step failed, else what the gates say of the model. */
export function verdictHeadline(input: ReportInput): VerdictHeadline {
  const entries = ACTION_NAMES.flatMap((name) => {
    const entry = input.record.actions?.[name];
    return entry === undefined ? [] : [{ name, entry }];
  });
  const others = entries.filter(({ name }) => name !== 'evaluate-gate');
  const judged = input.evaluation ?? input.record.evaluation;
  const failed = others.filter(({ entry }) => entry.verdict === 'fail');
  const notes = others
    .filter(({ entry }) => entry.verdict !== 'pass' && entry.verdict !== 'fail')
    .map(say);
  if (judged?.outcome === 'fail' || judged?.verdict === 'fail') {
    return {
      tone: 'fail',
      word: verdictWord(judged.verdict),
      reason: judged.reason,
      notes: [...failed.map(say), ...notes],
    };
  }
  const [first, ...rest] = failed;
  if (first !== undefined) {
    const gates = judged === undefined ? [] : [`evaluate-gate: ${judged.reason}`];
    return {
      tone: 'fail',
      word: 'Fail',
      reason: say(first),
      notes: [...rest.map(say), ...gates, ...notes],
    };
  }
  if (judged === undefined) {
    const done = entries.at(-1);
    const reason = done === undefined ? 'No step has run yet' : `So far: ${say(done)}`;
    return { tone: 'neutral', word: 'Not evaluated', reason, notes };
  }
  return {
    tone: verdictTone(judged.verdict, judged.outcome),
    word: verdictWord(judged.verdict),
    reason: judged.reason,
    notes,
  };
}

function say({ name, entry }: { readonly name: ActionName; readonly entry: ActionEntry }): string {
  return `${name}: ${entry.headline}`;
}
