import { describe, expect, test } from '@jest/globals';
import { isUserError } from '../../shared/errors/index.ts';
import { prettyJson, sha256 } from '../../shared/lineage/index.ts';
import { digestModel, readModelDirectory } from '../../shared/model-directory/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';

const TRANSFORM = {
  version: 1,
  features: [{ kind: 'standardize', column: 'x', offset: 0, width: 2, mean: 1, deviation: 2 }],
  width: 2,
  label: { kind: 'classes', column: 'y', classes: ['a', 'b'] },
};
const MODEL = {
  modelJson: '{}',
  weights: Uint8Array.of(1, 2, 3, 4),
  transformJson: prettyJson(TRANSFORM),
};
const CONTENT = {
  'm/model.json': MODEL.modelJson,
  'm/weights.bin': MODEL.weights,
  'm/transform.json': MODEL.transformJson,
};

async function refusal(content: Record<string, string | Uint8Array>): Promise<string> {
  const error = await readModelDirectory(memoryPorts(content).files, 'm').then(
    () => new Error('it was read'),
    (reason: Error) => reason,
  );
  if (!isUserError(error)) throw error;
  return error.message;
}

describe('a model directory', () => {
  test('is read with its transform and its digest', async () => {
    const { weights, ...rest } = await readModelDirectory(memoryPorts(CONTENT).files, 'm');
    expect([...weights]).toEqual([1, 2, 3, 4]);
    expect(rest).toEqual({
      kind: 'network',
      path: 'm',
      modelJson: MODEL.modelJson,
      transformJson: MODEL.transformJson,
      transform: TRANSFORM,
      digest: digestModel(MODEL),
    });
  });

  test.each(['model.json', 'weights.bin', 'transform.json'])(
    'without %s is refused',
    async (name) => {
      const files = Object.entries(CONTENT).filter(([path]) => path !== `m/${name}`);
      expect(await refusal(Object.fromEntries(files))).toContain(
        `There is no trained model in m: ${name} is missing`,
      );
    },
  );

  test('with a damaged transform is refused', async () => {
    expect(await refusal({ ...CONTENT, 'm/transform.json': '{' })).toMatch(
      /^m\/transform\.json: .*not JSON/,
    );
  });

  test('has the digest that sha256sum makes of its files, and another for any other byte', () => {
    const lines = [
      `${sha256(MODEL.modelJson)}  model.json`,
      `${sha256(MODEL.weights)}  weights.bin`,
      `${sha256(MODEL.transformJson)}  transform.json`,
    ];
    expect(digestModel(MODEL)).toBe(sha256(`${lines.join('\n')}\n`));
    const others = [
      { ...MODEL, modelJson: '{} ' },
      { ...MODEL, weights: Uint8Array.of(1, 2, 3, 5) },
      { ...MODEL, transformJson: `${MODEL.transformJson} ` },
    ];
    expect(new Set([MODEL, ...others].map(digestModel)).size).toBe(4);
  });
});
