import { describe, expect, test } from '@jest/globals';
import { readAssignments, readEnvironment, readPaths } from './file-commands.ts';
import { parseLogCommand } from './log-commands.ts';
import { Masks, RunLog, StepLog } from './run-log.ts';

describe('files for the runner', () => {
  test('hold values of one line and of several', () => {
    expect(readAssignments('a=1=2\nb<<END\nx\ny=z\nEND\n\nc=')).toEqual({
      a: '1=2',
      b: 'x\ny=z',
      c: '',
    });
  });

  test.each([
    ['just text', "Invalid format 'just text'"],
    ['=value', "Invalid format '=value'"],
    ['a<<END\nx', "Invalid value. Matching delimiter not found 'END'"],
  ])('%j is refused', (text, message) => {
    expect(() => readAssignments(text)).toThrow(message);
  });

  test.each(['GITHUB_TOKEN', 'RUNNER_TEMP', 'NODE_OPTIONS'])('cannot set %s', (name) => {
    expect(() => readEnvironment(`${name}=x`)).toThrow(`Can't store ${name}`);
  });

  test('put the last folder first', () => {
    expect(readPaths('/a\n/b\n')).toEqual(['/b', '/a']);
  });
});

describe('a line of a log', () => {
  test('is a command in the new form at its beginning, with escapes undone', () => {
    expect(parseLogCommand('  ::error file=a%2Cb.csv,line=3::50%25%0Anext')).toEqual({
      name: 'error',
      properties: { file: 'a,b.csv', line: '3' },
      data: '50%\nnext',
    });
    expect(parseLogCommand('x ::error::no')).toBeNull();
  });

  test('is a command in the old form anywhere', () => {
    expect(parseLogCommand('column ##[set-output name=a;]value')).toMatchObject({
      name: 'set-output',
      properties: { name: 'a' },
      data: 'value',
    });
  });

  test('is text when nobody knows the command', () => {
    expect(parseLogCommand('::frobnicate::x')).toBeNull();
    expect(parseLogCommand('a ##[b] c')).toBeNull();
  });
});

describe('the log of a step', () => {
  const takeAll = (...lines: string[]) => {
    const run = new RunLog();
    const step = new StepLog(run, new Masks(['hunter2']), 'job', 'step');
    for (const line of lines) step.take(line);
    return { run, step };
  };

  test('hides secrets, tells of it, and takes new ones', () => {
    const { run } = takeAll('is hunter2', '::add-mask::other', 'an other', '::error::hunter2');
    expect(run.lines).toEqual(['job | is ***', 'job | an ***', 'job | ##[error]***']);
    expect(run.masked).toEqual(['job / step: is ***', 'job / step: an ***', 'job / step: error']);
  });

  test('obeys nothing between stop-commands and its word', () => {
    const { run } = takeAll('::stop-commands::w0rd', '::error::a', '::w0rd::', '::error::b');
    expect(run.annotations.map(({ message }) => message)).toEqual(['b']);
    expect(run.lines).toContain('job | ::error::a');
  });

  test('refuses commands that have been given up', () => {
    for (const name of ['set-output name=a', 'save-state name=a', 'set-env name=a', 'add-path']) {
      expect(takeAll(`::${name}::x`).step.refused).toBe(true);
    }
    expect(takeAll('::warning::x').step.refused).toBe(false);
  });
});
