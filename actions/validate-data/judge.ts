import type { Configuration } from '../../shared/config/index.ts';

export function judge(
  errors: number,
  warnings: number,
  failOn: Configuration['validation']['failOn'],
): 'pass' | 'warn' | 'fail' {
  if (errors + warnings === 0) return 'pass';
  if (failOn === 'never') return 'warn';
  return errors > 0 || failOn === 'warning' ? 'fail' : 'warn';
}
