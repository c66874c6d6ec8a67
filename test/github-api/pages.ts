import type { Answer, Call } from './call.ts';

const DEFAULT_SIZE = 30;

/** One page of `items` as the query asks for it, with GitHub's Link header. */
export function paged<T>(
  call: Call,
  items: readonly T[],
  render: (item: T) => unknown,
  wrap: (page: unknown[], total: number) => unknown = (page) => page,
): Answer {
  const size = Math.min(100, Math.max(1, Number(call.query.per_page ?? DEFAULT_SIZE)));
  const number = Math.max(1, Number(call.query.page ?? 1));
  const last = Math.max(1, Math.ceil(items.length / size));
  const page = items.slice((number - 1) * size, number * size).map(render);
  const link = (target: number, relation: string) => {
    const address = new URL(call.address);
    address.searchParams.set('page', String(target));
    return `<${address}>; rel="${relation}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
    ...(number > 1 ? [link(1, 'first')] : []),
  ];
  return {
    status: 200,
    body: wrap(page, items.length),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
}
