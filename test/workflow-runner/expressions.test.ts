import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makeWorkspace } from '../support/run-bundle.ts';
import { evaluateTemplate, evaluateText, holds, type Scope } from './expressions.ts';

const running = { success: true, failure: false, cancelled: false };
const failed = { success: false, failure: true, cancelled: false };
const scope = (contexts: Scope['contexts'], status = running): Scope => ({ contexts, status });

describe('a template', () => {
  test('keeps the type of a single expression and makes a string of anything else', () => {
    const there = scope({ matrix: { list: [1, 2], on: true }, inputs: { name: 'x' } });
    expect(evaluateTemplate('${{ matrix.list }}', there)).toEqual([1, 2]);
    expect(evaluateTemplate('${{ matrix.on }}', there)).toBe(true);
    expect(evaluateTemplate('a ${{ inputs.name }} b ${{ matrix.on }}', there)).toBe('a x b true');
    expect(evaluateTemplate({ k: ['${{ fromJSON(\'{"a":1}\') }}'] }, there)).toEqual({
      k: [{ a: 1 }],
    });
  });

  test('is text where text is wanted: null is empty, numbers as GitHub writes them', () => {
    const there = scope({ env: { none: null, number: 1.5 } });
    expect(evaluateText('${{ env.none }}|${{ env.missing }}|${{ env.number }}', there)).toBe(
      '||1.5',
    );
    expect(evaluateText(true, there)).toBe('true');
    expect(evaluateText(undefined, there)).toBe('');
  });

  test('ends an expression at its own braces, not at those in a string', () => {
    expect(evaluateText("${{ format('{{{0}}}', 'x') }}!", scope({}))).toBe('{x}!');
  });

  test('refuses a context that is not to be had there', () => {
    expect(() => evaluateText('${{ secrets.key }}', scope({ github: {} }))).toThrow(/secrets/);
  });
});

describe('a condition', () => {
  test.each([
    [undefined, running, true],
    [undefined, failed, false],
    ["inputs.a == 'x'", running, true],
    ["inputs.a == 'x'", failed, false],
    ["${{ inputs.a == 'y' }}", running, false],
    ['always()', failed, true],
    ['failure()', failed, true],
    ["failure() && inputs.a == 'x'", failed, true],
    ['!cancelled()', failed, true],
    // Only a call asks for the status, not a string that reads like one.
    ["inputs.a != 'always()'", failed, false],
    ["inputs.missing || inputs.a == 'always('", running, false],
    // Text beside the braces makes it a string that is not empty.
    ['${{ false }} && true', running, true],
  ])('%s', (condition, status, expected) => {
    expect(holds(condition, scope({ inputs: { a: 'x' } }, status))).toBe(expected);
  });
});

test('hashFiles changes with the files that match, and is empty without any', async () => {
  await using folder = await makeWorkspace();
  const workspace = folder.path;
  const hash = (patterns: string) =>
    evaluateText(`\${{ hashFiles(${patterns}) }}`, { ...scope({}), workspace });
  expect(hash("'*.lock'")).toBe('');
  await writeFile(join(workspace, 'a.lock'), 'one');
  const first = hash("'*.lock'");
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  await writeFile(join(workspace, 'b.lock'), 'two');
  expect(hash("'*.lock'")).not.toBe(first);
  expect(hash("'*.lock', '!b.lock'")).toBe(first);
});
