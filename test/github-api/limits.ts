import type { FaultKind } from './faults.ts';
import { Refusal } from './refusal.ts';

type Primary = Extract<FaultKind, { kind: 'rate-limit' }>;
type Secondary = Extract<FaultKind, { kind: 'secondary' }>;

/** No requests left until the reset, which is a point in time in whole seconds. */
export function primaryLimit({ resetsIn, status = 403 }: Omit<Primary, 'kind'>): Refusal {
  return new Refusal(
    status,
    'API rate limit exceeded for installation ID 1.',
    {},
    {
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-used': '1000',
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1_000 + resetsIn)),
      'x-ratelimit-resource': 'core',
    },
  );
}

/** Too much at once; there may be many requests left. */
export function secondaryLimit({ retryAfter, status = 403 }: Omit<Secondary, 'kind'>): Refusal {
  return new Refusal(
    status,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    {},
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  );
}
