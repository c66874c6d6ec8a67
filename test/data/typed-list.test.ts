import { expect, test } from '@jest/globals';
import { TypedList } from '../../shared/data/typed-list.ts';

test('grows, gives its items away at the right length, and begins anew', () => {
  const list = new TypedList(Int32Array);
  for (let item = 0; item < 1000; item++) list.push(item * 3);
  const items = list.take();
  expect(items).toEqual(Int32Array.from({ length: 1000 }, (_, item) => item * 3));
  expect(items.buffer.byteLength).toBe(4000);
  expect(list.take()).toEqual(new Int32Array());
  list.extend(3, -1);
  list.push(7);
  expect([...list.view()]).toEqual([-1, -1, -1, 7]);
  // What was given away is nobody else's.
  expect([items[0], items[999]]).toEqual([0, 2997]);
});

test('puts two lists together', () => {
  const [left, right] = [new TypedList(Float64Array), new TypedList(Float64Array)];
  left.extend(50, 0.5);
  right.extend(70, Number.NaN);
  left.append(right);
  expect([left.length, left.view()[49], left.view()[50]]).toEqual([120, 0.5, Number.NaN]);
  expect(right.length).toBe(70);
});
