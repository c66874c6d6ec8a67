import { beforeAll, describe, expect, test } from '@jest/globals';
import { prettyJson, sha256 } from '../../../shared/lineage/index.ts';
import {
  type Changes,
  change,
  decode,
  evaluateFiles,
  GATES,
  modelAt,
  refuse,
} from './evaluating.ts';
import { CONFIGURATION, deployInto, type Files, makeRows, trainInto } from './trained-model.ts';

/** `mlops.yml`, `data.csv` and what train-model left. */
let trained: Files;
let regression: Files;

beforeAll(async () => {
  const files = { 'mlops.yml': CONFIGURATION + GATES, 'data.csv': makeRows() };
  trained = { ...files, ...(await trainInto(files)) };
  const numbers = {
    'mlops.yml': CONFIGURATION.replace('label: label', 'label: y').replace(
      ', region]',
      ', region, label]',
    ),
    'data.csv': makeRows(),
  };
  regression = { ...numbers, ...(await trainInto(numbers)) };
});

const withFiles = (changes: Changes) => change(trained, changes);

describe('the baseline', () => {
  const against = (rule: string) =>
    `${CONFIGURATION}evaluation:\n  baseline: models/clouds\n  gates:\n    - { metric: accuracy, against: baseline, ${rule} }\n`;

  test.each([
    [
      'none is configured',
      'evaluation:\n  gates:\n    - { metric: accuracy, against: baseline, may-drop: 0 }\n',
    ],
    ['its folder is not there', against('may-drop: 0').slice(CONFIGURATION.length)],
  ])('%s: no-baseline', async (_, evaluation) => {
    const { result, report } = await evaluateFiles(
      withFiles({ 'mlops.yml': CONFIGURATION + evaluation }),
    );
    expect(result).toMatchObject({ verdict: 'no-baseline', outcome: 'warn' });
    expect(report.baseline).toBeUndefined();
  });

  test('that was deployed by force is compared with, and said to have never passed', async () => {
    const { ports, result } = await evaluateFiles(
      withFiles({
        'mlops.yml': against('may-drop: 0'),
        ...(await deployInto(trained, 'models', 'the demo is tomorrow')),
      }),
    );
    expect(result.verdict).toBe('pass');
    expect(ports.journal.annotations).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        title: 'The baseline never passed its gates',
        message: expect.stringContaining('the demo is tomorrow'),
      }),
    );
  });

  test('is no file', async () => {
    const files = withFiles({ 'mlops.yml': against('may-drop: 0'), 'models/clouds': 'a file' });
    expect(await refuse(files)).toContain('The baseline models/clouds is a file');
  });

  test('is a folder with a model', async () => {
    const { report } = await evaluateFiles(
      withFiles({ 'mlops.yml': against('may-drop: 0'), ...modelAt('models/clouds', trained) }),
    );
    expect(report.baseline).toMatchObject({
      path: 'models/clouds',
      modelDigest: report.modelDigest,
    });
  });

  test.each([
    ['the version that deploy-model calls current', 'models/clouds', 'models/clouds/1'],
    ["a deployment target's path", 'models', 'models/clouds/1'],
    ['one version', 'models/clouds/1', 'models/clouds/1'],
  ])('is %s', async (_, baseline, path) => {
    const configuration = against('may-drop: 0').replace(': models/clouds', `: ${baseline}`);
    const { report, result } = await evaluateFiles(
      withFiles({ 'mlops.yml': configuration, ...(await deployInto(trained, 'models')) }),
    );
    expect(report.baseline).toMatchObject({ path, modelDigest: report.modelDigest });
    expect(report.baseline?.metrics).toEqual(report.metrics);
    expect(result.verdict).toBe('pass');
    expect(result.record({ version: 1, model: '', actions: {} }).evaluation?.baseline).toEqual({
      path,
      modelDigest: report.modelDigest,
    });
  });

  const version = 'models/clouds/1';
  test.each<[string, string, (deployed: Files) => Changes, string]>([
    [
      'weights of zeros',
      'models/clouds',
      (deployed) => ({
        [`${version}/weights.bin`]: new Uint8Array(deployed[`${version}/weights.bin`]?.length ?? 0),
      }),
      'The baseline models/clouds/1 is damaged: weights.bin is not the file that was deployed',
    ],
    [
      "weights of zeros where the target's path is named",
      'models',
      (deployed) => ({
        [`${version}/weights.bin`]: new Uint8Array(deployed[`${version}/weights.bin`]?.length ?? 0),
      }),
      'weights.bin is not the file that was deployed',
    ],
    [
      'weights of zeros where the version is named',
      version,
      (deployed) => ({
        [`${version}/weights.bin`]: new Uint8Array(deployed[`${version}/weights.bin`]?.length ?? 0),
      }),
      'weights.bin is not the file that was deployed',
    ],
    [
      'another transform and the checksum that it has',
      'models/clouds',
      (deployed) => {
        const path = `${version}/transform.json`;
        const text = decode(deployed[path]).replace('"mean": ', '"mean": 1');
        const checksums = decode(deployed[`${version}/checksums.txt`]);
        return {
          [path]: text,
          [`${version}/checksums.txt`]: checksums.replace(
            /.{64}(?= {2}transform\.json)/,
            sha256(text),
          ),
        };
      },
      'READY names another model',
    ],
    ['no READY', 'models/clouds', () => ({ [`${version}/READY`]: undefined }), 'READY is missing'],
    [
      'no READY where the version is named',
      version,
      () => ({ [`${version}/READY`]: undefined }),
      'READY is missing',
    ],
    [
      'no checksums where the version is named',
      version,
      () => ({ [`${version}/checksums.txt`]: undefined }),
      'checksums.txt is missing',
    ],
    [
      'a version that is gone',
      'models/clouds',
      (deployed) =>
        Object.fromEntries(
          Object.keys(deployed)
            .filter((path) => path.startsWith(`${version}/`))
            .map((path) => [path, undefined]),
        ),
      'READY is missing',
    ],
    [
      'a pointer to another model',
      'models/clouds',
      () => ({
        'models/clouds/current.json': prettyJson({ version: '1', modelDigest: 'a'.repeat(64) }),
      }),
      'models/clouds/current.json speaks of another model than the one in models/clouds/1',
    ],
    [
      'versions without a pointer',
      'models/clouds',
      () => ({ 'models/clouds/current.json': undefined }),
      'models/clouds/current.json is missing',
    ],
    [
      'a plain model put over the versions',
      'models/clouds',
      (deployed) => ({
        ...modelAt('models/clouds', trained),
        [`${version}/weights.bin`]: new Uint8Array(deployed[`${version}/weights.bin`]?.length ?? 0),
      }),
      'weights.bin is not the file that was deployed',
    ],
  ])('%s: damaged, neither compared with nor absent', async (_, baseline, damage, message) => {
    const deployed = await deployInto(trained, 'models');
    const configuration = against('may-drop: 1').replace(': models/clouds', `: ${baseline}`);
    const files = { ...deployed, ...damage(deployed), 'mlops.yml': configuration };
    expect(await refuse(withFiles(files))).toContain(message);
  });

  test('a better baseline with features of its own fails the gate', async () => {
    const configuration = CONFIGURATION.replace('ignore: [id, region]', 'ignore: [id]').replace(
      'epochs: 8',
      'epochs: 60',
    );
    const better = await trainInto({ 'mlops.yml': configuration, 'data.csv': makeRows() });
    const { report } = await evaluateFiles(
      withFiles({
        'mlops.yml': against('may-drop: 0.01, confidence: 0.95'),
        ...modelAt('models/clouds', better),
      }),
    );
    expect(report.verdict).toBe('fail');
    expect(report.gates[0]?.reason).toMatch(
      /^accuracy fell from 0\.9\d+ to 0\.\d+ \(n = \d+, 95 % interval of the change −/,
    );
    expect(report.gates[0]?.detectableChange).toBeGreaterThan(0.01);
  });

  test.each([
    ['../../etc', '{ "version": "../../etc" }'],
    ['no version', '{}'],
    ['no JSON', '{'],
    ['null', 'null'],
  ])('a pointer with %s is damaged, not absent', async (_, pointer) => {
    const message = await refuse(
      withFiles({ 'mlops.yml': against('may-drop: 0'), 'models/clouds/current.json': pointer }),
    );
    expect(message).toContain(
      'models/clouds/current.json does not say which version is the current one',
    );
  });

  test('a folder that lacks a file is damaged, not absent', async () => {
    const { 'models/clouds/weights.bin': _, ...rest } = modelAt('models/clouds', trained);
    const message = await refuse(withFiles({ 'mlops.yml': against('may-drop: 0'), ...rest }));
    expect(message).toContain('weights.bin is missing');
  });

  test('other classes are refused by name', async () => {
    const other = await trainInto({
      'mlops.yml': CONFIGURATION,
      'data.csv': makeRows({ classes: ['no', 'perhaps', 'yes'] }),
    });
    const message = await refuse(
      withFiles({ 'mlops.yml': against('may-drop: 0'), ...modelAt('models/clouds', other) }),
    );
    expect(message).toContain(
      'The baseline models/clouds has other classes than this model: it knows "perhaps" besides',
    );
  });

  test('another label is refused', async () => {
    const message = await refuse(
      withFiles({ 'mlops.yml': against('may-drop: 0'), ...modelAt('models/clouds', regression) }),
    );
    expect(message).toContain('predicts "y", this model predicts "label"');
  });

  test('a feature that the data lacks is named', async () => {
    const renamed = { 'mlops.yml': CONFIGURATION, 'data.csv': makeRows().replace('x,y', 'a,y') };
    const other = await trainInto(renamed);
    const message = await refuse(
      withFiles({ 'mlops.yml': against('may-drop: 0'), ...modelAt('models/clouds', other) }),
    );
    expect(message).toContain(
      'The baseline models/clouds can\'t be applied to this data: There is no feature column "a"',
    );
  });
});
