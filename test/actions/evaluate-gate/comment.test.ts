import { beforeAll, describe, expect, test } from '@jest/globals';
import { action } from '../../../actions/evaluate-gate/main.ts';
import { executeAction } from '../../../shared/action/index.ts';
import { UserError } from '../../../shared/errors/index.ts';
import { parseRunRecord, prettyJson } from '../../../shared/lineage/index.ts';
import { memoryPorts } from '../../../shared/platform/index.ts';
import { type Changes, change, evaluateFiles, GATES, INPUTS, PULL_REQUEST } from './evaluating.ts';
import { CONFIGURATION, type Files, makeRows, trainInto } from './trained-model.ts';

const { run } = action;

let trained: Files;

beforeAll(async () => {
  const files = { 'mlops.yml': CONFIGURATION + GATES, 'data.csv': makeRows() };
  trained = { ...files, ...(await trainInto(files)) };
});

const withFiles = (changes: Changes) => change(trained, changes);

describe('the comment', () => {
  test('is not made without a pull request, a token, or when it is not wanted', async () => {
    for (const [options, inputs] of [
      [{ withGitHub: true }, INPUTS],
      [{ run: { pullRequest: 5 } }, INPUTS],
      [PULL_REQUEST, { ...INPUTS, comment: false }],
    ] as const) {
      const { ports, outputs, content } = await evaluateFiles(trained, options, inputs);
      expect(ports.journal.published).toEqual([]);
      expect(outputs.comment).toBe('');
      expect(content('comment.md')).toContain('clouds: passes its gates');
    }
  });

  test('is not tried from a fork, and the log says how to post it', async () => {
    const { ports, result } = await evaluateFiles(trained, {
      run: { pullRequest: 5, fromFork: true },
      withGitHub: true,
    });
    expect(ports.journal.published).toEqual([]);
    expect(result.verdict).toBe('pass');
    expect(ports.journal.log.map(({ text }) => text).join()).toContain('workflow_run');
  });

  test('carries a label of its own', async () => {
    const { ports } = await evaluateFiles(trained, PULL_REQUEST, {
      ...INPUTS,
      commentLabel: 'nightly',
    });
    expect(ports.journal.published[0]?.item).toMatchObject({
      marker: '<!-- mlops-actions: clouds nightly -->',
    });
  });

  test.each([
    [
      'a missing permission',
      new UserError({ what: 'The token may not comment', remedy: 'Add pull-requests: write' }),
      'pull-requests: write',
    ],
    [
      'any other trouble',
      new Error('502 Bad Gateway'),
      '502 Bad Gateway The comment is in .mlops/comment.md.',
    ],
  ])('that fails for %s does not lose the evaluation', async (_, error, message) => {
    const ports = memoryPorts(trained, PULL_REQUEST);
    const github =
      ports.github === null
        ? null
        : { ...ports.github, publishComment: () => Promise.reject(error) };
    const result = await run(INPUTS, { ...ports, github });
    expect(result).toMatchObject({ verdict: 'pass', outputs: { comment: '' } });
    expect(ports.journal.annotations).toEqual([]);
    expect(await result.publish?.()).toEqual({ comment: '' });
    expect(ports.journal.annotations).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringContaining(message) }),
    ]);
  });

  test.each([
    ['the run ends in an error', { 'data.csv': undefined }, null],
    ['the files can not be written', {}, '.mlops'],
  ])('is not made when %s', async (_, changes, readOnly) => {
    const ports = memoryPorts(withFiles(changes), PULL_REQUEST);
    if (readOnly !== null) ports.files.readOnly.add(readOnly);
    const source = { read: () => undefined, describe: (name: string) => name };
    expect((await executeAction(action, source, ports)).exitCode).toBe(2);
    expect(ports.journal).toMatchObject({ published: [], outputs: {}, summary: [] });
  });

  test('is made after the files are written, and its address is an output', async () => {
    const ports = memoryPorts(trained, PULL_REQUEST);
    const source = { read: () => undefined, describe: (name: string) => name };
    expect((await executeAction(action, source, ports)).exitCode).toBe(0);
    expect(ports.files.content.has('.mlops/comment.md')).toBe(true);
    expect(ports.journal.outputs.comment).toBe('https://github.example/comment/1');
  });
});

describe('what the comment tells of the run', () => {
  const place = (line: number) => ({ file: 'data.csv', line });
  const anomaly = (severity: 'error' | 'warning', lines: readonly number[]) => ({
    type: 'ENUM_TYPE_UNEXPECTED_STRING_VALUES',
    severity,
    column: 'region',
    title: 'Unexpected values',
    description: 'Some values are not in the domain',
    count: lines.length,
    values: [],
    places: lines.map(place),
  });
  const anomalies = (found: readonly ReturnType<typeof anomaly>[]) =>
    prettyJson({ version: 1, schema: 'schema.json', examples: 400, anomalies: found });
  const exported = (modelDigest: string) => {
    const files = [
      ['float32', 'export/model.tflite', 6100, 0],
      ['int8', 'export/model-int8.tflite', 3200, 2],
    ] as const;
    return prettyJson({
      version: 1,
      modelDigest,
      examples: 150,
      runtime: { name: 'LiteRT.js', version: '2.0.0' },
      inputs: [{ name: 'x', column: 'x', type: 'float32', shape: [1, 1], missing: 'NaN' }],
      output: { name: 'probabilities', classes: ['no', 'yes'] },
      variants: files.map(([variant, path, bytes, disagreements]) => ({
        variant,
        file: { path, bytes, sha256: 'a'.repeat(64) },
        status: 'pass',
        reason: 'It agrees',
        maxDifference: 0.001,
        meanDifference: 0.0001,
        agreement: 1 - disagreements / 150,
        disagreements,
        metrics: [],
        operators: ['FULLY_CONNECTED v4'],
      })),
    });
  };
  /** The record after validate-data, which looked at these data files. */
  const validated = (changes: { sha256?: string } = {}) => {
    const record = parseRunRecord(String(trained['.mlops/run.json']), 'run.json');
    const files = (record.training?.data ?? []).map((file) => ({ ...file, ...changes }));
    return prettyJson({ ...record, data: { files, examples: 400, columns: 5 } });
  };
  const commentOf = async (changes: Changes) => {
    const { content, result } = await evaluateFiles(withFiles(changes));
    expect(result.verdict).toBe('pass');
    return String(content('comment.md'));
  };

  test('the learning curve is folded away after the tables', async () => {
    const comment = await commentOf({});
    const { history } = JSON.parse(String(trained['.mlops/training.json']));
    expect(comment).toContain('<details><summary>Learning curve (8 of 8 epochs, best 8)</summary>');
    expect(comment.match(/^ {2}line \[(.*)\]$/m)?.[1]?.split(',')).toHaveLength(history.length);
    expect(comment.indexOf('```mermaid')).toBeGreaterThan(comment.indexOf('Confusion matrix'));
    expect(comment).not.toMatch(/^(Data|Files):/m);
  });

  test.each<[string, (report: string) => Changes]>([
    ['is not there', () => ({ '.mlops/training.json': undefined })],
    ['has no record beside it', () => ({ '.mlops/run.json': undefined })],
    [
      'is of another training',
      (report) => ({ '.mlops/training.json': report.replace('"seed": 7', '"seed": 8') }),
    ],
    [
      'is damaged',
      (report) => ({
        '.mlops/training.json': report.replace('"trainLoss": ', '"trainLoss": [], "x": '),
      }),
    ],
  ])('no learning curve when training.json %s', async (_, changes) => {
    const report = String(trained['.mlops/training.json']);
    expect(changes(report)['.mlops/training.json']).not.toBe(report);
    expect(await commentOf(changes(report))).not.toContain('mermaid');
  });

  test('the data with its anomalies and their first places, before the folded sections', async () => {
    const comment = await commentOf({
      '.mlops/run.json': validated(),
      '.mlops/anomalies.json': anomalies([
        anomaly('error', [7, 9]),
        anomaly('warning', [14]),
        anomaly('warning', [14, 20, 31, 45]),
      ]),
    });
    expect(comment).toContain(
      'Data: 400 examples, 1 anomaly (<code>data.csv&#58;7</code>, <code>data.csv&#58;9</code>), 2 warnings (<code>data.csv&#58;14</code>, <code>data.csv&#58;20</code>, <code>data.csv&#58;31</code>, …).',
    );
    expect(comment.indexOf('Data: ')).toBeLessThan(comment.indexOf('<details>'));
    expect(comment.indexOf('Data: ')).toBeGreaterThan(comment.indexOf('| gate |'));
    expect(
      await commentOf({ '.mlops/run.json': validated(), '.mlops/anomalies.json': anomalies([]) }),
    ).toContain('Data: 400 examples, no anomalies.');
  });

  test.each<[string, () => string, string]>([
    ['of other data', () => validated({ sha256: 'b'.repeat(64) }), anomalies([])],
    [
      'of data that the record does not name',
      () => String(trained['.mlops/run.json']),
      anomalies([]),
    ],
    ['of another form', () => validated(), anomalies([{} as never])],
    ['that are no JSON', () => validated(), '{'],
  ])('nothing of anomalies %s', async (_, record, found) => {
    const comment = await commentOf({
      '.mlops/run.json': record(),
      '.mlops/anomalies.json': found,
    });
    expect(comment).not.toContain('Data: ');
  });

  test('exported files of this model, and of no other', async () => {
    const digest = parseRunRecord(String(trained['.mlops/run.json']), '').training?.modelDigest;
    expect(await commentOf({ '.mlops/export.json': exported(digest ?? '') })).toContain(
      'Files: <code>export/model.tflite</code> 6.1 kB, agrees with the trained model on 150 of 150; <code>export/model&#45;int8.tflite</code> 3.2 kB, on 148 of 150.',
    );
    const other = exported('b'.repeat(64));
    expect(await commentOf({ '.mlops/export.json': other })).not.toContain('Files: ');
  });
});
