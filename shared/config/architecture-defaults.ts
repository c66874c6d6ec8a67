import type { Configuration } from './configuration.ts';
import type { RawConfiguration } from './defaults.ts';

/** Of the architectures whose own layers come before the hidden ones. */
const HIDDEN: Readonly<Record<string, readonly number[]>> = {
  cnn: [64],
  text: [32],
  'time-series': [32],
};

/** What `training.architecture` stands for, with every default filled in. */
export function architectureOf(
  raw: NonNullable<RawConfiguration['training']>['architecture'],
  resolve: (path: string) => string,
): Configuration['training']['architecture'] {
  if (raw?.kind === 'linear') return { kind: 'linear' };
  if (raw?.kind === 'module') return { kind: 'module', path: resolve(raw.path ?? '') };
  if (raw?.kind === 'command') {
    return {
      kind: 'command',
      run: raw.run ?? '',
      timeoutMinutes: raw['timeout-minutes'] ?? 60,
    };
  }
  const { activation = 'relu', dropout = 0 } = raw ?? {};
  const { hidden = HIDDEN[raw?.kind ?? 'mlp'] ?? [32, 16] } = raw ?? {};
  const chain = { hidden, activation, dropout };
  const { units = 32 } = raw ?? {};
  if (raw?.kind === 'cnn') {
    return { kind: 'cnn', filters: raw.filters ?? [16, 32], kernel: raw.kernel ?? 3, ...chain };
  }
  if (raw?.kind === 'text') {
    const encoder = raw.encoder === 'gru' ? 'lstm' : (raw.encoder ?? 'average');
    return { kind: 'text', encoder, embedding: raw.embedding ?? 32, units, ...chain };
  }
  if (raw?.kind === 'time-series') {
    const encoder = raw.encoder === 'average' ? 'lstm' : (raw.encoder ?? 'lstm');
    return { kind: 'time-series', encoder, units, ...chain };
  }
  if (raw?.kind === 'wide-and-deep') {
    return { kind: 'wide-and-deep', ...chain, embedding: raw.embedding ?? 8 };
  }
  return { kind: 'mlp', ...chain };
}
