import { type MemoryPorts, memoryPorts } from '../../shared/platform/index.ts';
import { openTracking, type TrackingPatience } from '../../shared/platform/mlflow-server.ts';
import { readMlflowSettings } from '../../shared/platform/mlflow-settings.ts';
import type { Fault } from './server.ts';

/** The real rules with short waits. */
const QUICK: TrackingPatience = {
  retryDelays: [1, 2, 3],
  answerTimeout: 150,
  silence: 150,
  failureBudget: 2_000,
  totalBudget: 5_000,
};

export const WEIGHTS = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256);
const FILES = { '.mlops/model/weights.bin': WEIGHTS, '.mlops/training.json': '{"a": 1}' };

/** Ports in memory that log to the server at `url` for real. */
export function trackedPorts(
  url: string,
  environment: Readonly<Record<string, string>> = {},
  patience: Partial<TrackingPatience> = {},
): MemoryPorts {
  const run = {
    repository: 'octo/models',
    commit: 'c0ffee',
    ref: 'main',
    runUrl: 'https://github.com/octo/models/actions/runs/1',
    actor: 'octocat',
  };
  const plain = memoryPorts(FILES, { run });
  const settings = readMlflowSettings({ MLFLOW_TRACKING_URI: url, ...environment });
  const { log, cancellation } = plain;
  const options = { log, signal: cancellation.signal, patience: { ...QUICK, ...patience } };
  return { ...plain, tracking: openTracking(settings, options) };
}

export function warningsOf({ journal }: MemoryPorts): string[] {
  return journal.annotations.map(({ title, message }) => `${title}: ${message}`);
}

/** The first requests of a kind go wrong. */
export function faults(each: Readonly<Record<string, readonly Fault[]>>) {
  const left = new Map(Object.entries(each).map(([line, list]) => [line, [...list]]));
  return (line: string) => left.get(line)?.shift();
}
