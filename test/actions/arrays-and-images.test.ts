import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { action as evaluateGate } from '../../actions/evaluate-gate/main.ts';
import { action as exportTflite } from '../../actions/export-tflite/main.ts';
import { action as reportDrift } from '../../actions/report-drift/main.ts';
import { action as trainModel } from '../../actions/train-model/main.ts';
import { action as validateData } from '../../actions/validate-data/main.ts';
import { executeAction } from '../../shared/action/index.ts';
import type { RunRecord } from '../../shared/lineage/index.ts';
import { type MemoryPorts, memoryPorts } from '../../shared/platform/index.ts';
import type { ExportReport } from '../../shared/tflite/index.ts';

type AnyAction = Parameters<typeof executeAction>[0];

async function step(action: unknown, ports: MemoryPorts, given: Record<string, string> = {}) {
  return await executeAction(
    action as AnyAction,
    {
      read: (name) => given[name],
      given: Object.keys(given),
      describe: (name) => `input "${name}"`,
    },
    ports,
  );
}

function read<T>(ports: MemoryPorts, path: string): T {
  return JSON.parse(new TextDecoder().decode(ports.files.content.get(path))) as T;
}

/** 2 × 2 pixels of which the left ones are bright or the lower ones. */
function pixelsOf(row: number): number[] {
  const noise = (place: number) => (row * 37 + place * 101) % 60;
  return [0, 1, 2, 3].map((place) => noise(place) + ((row % 2 ? place % 2 : place >> 1) ? 0 : 150));
}

function png(pixels: readonly number[]): Uint8Array {
  const chunk = (type: string, content: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(type), content, Buffer.alloc(4)]);
  };
  const [a = 0, b = 0, c = 0, d = 0] = pixels;
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0])),
      chunk('IDAT', deflateSync(Buffer.from([0, a, b, 0, c, d]))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

const ROWS = Array.from({ length: 120 }, (_, row) => row);
const labelOf = (row: number) => (row % 2 ? 'left' : 'top');
const groupOf = (row: number) => 'abc'[row % 3];

const KINDS = {
  'columns of numbers': {
    data: 'd.csv',
    feature: "{ kind: array, columns: ['p_*'], shape: [2, 2, 1] }",
    files: {
      'd.csv': `p_1,p_2,p_3,p_4,group,label\n${ROWS.map((row) => `${pixelsOf(row).join(',')},${groupOf(row)},${labelOf(row)}\n`).join('')}`,
    },
  },
  'a column of lists': {
    data: 'd.jsonl',
    feature: '{ kind: array, columns: [p], shape: [2, 2, 1], scaling: min-max }',
    files: {
      'd.jsonl': ROWS.map(
        (row) =>
          `${JSON.stringify({ p: pixelsOf(row), group: groupOf(row), label: labelOf(row) })}\n`,
      ).join(''),
    },
  },
  images: {
    data: 'in/d.csv',
    feature: '{ kind: image, size: [2, 2], channels: 1 }',
    files: {
      'in/d.csv': `picture,group,label\n${ROWS.map((row) => `i/${row}.png,${groupOf(row)},${labelOf(row)}\n`).join('')}`,
      ...Object.fromEntries(ROWS.map((row) => [`in/i/${row}.png`, png(pixelsOf(row))])),
    },
  },
} as const;

function portsOf({ data, feature, files }: (typeof KINDS)[keyof typeof KINDS]): MemoryPorts {
  const yaml = [
    `data: { path: ${data}, label: label, ignore: [] }`,
    `features: { picture: ${feature} }`,
    'training: { epochs: 30, architecture: { kind: mlp, hidden: [8] }, feature-importance: { repeats: 2 } }',
    'evaluation: { slices: [[group]], gates: [{ metric: accuracy, at-least: 0.9 }] }',
    `monitoring: { reference: ${data}, current: ${data} }`,
    '',
  ];
  return memoryPorts({ 'mlops.yml': yaml.join('\n'), ...files });
}

describe.each(Object.entries(KINDS))('a picture as %s', (_name, kind) => {
  test('is validated, learned, judged, exported, watched and learned again', async () => {
    const ports = portsOf(kind);
    // It may warn of texts that are all different.
    expect((await step(validateData, ports)).exitCode).toBe(0);
    for (const action of [trainModel, evaluateGate, exportTflite, reportDrift]) {
      const { exitCode, result } = await step(action, ports);
      expect([exitCode, result?.verdict]).toEqual([0, 'pass']);
    }
    const report = read<ExportReport>(ports, '.mlops/export.json');
    const schema = JSON.parse(readFileSync('schemas/export.schema.json', 'utf8'));
    const validate = new Ajv2020({ strict: true }).compile(schema);
    expect([validate(report), validate.errors]).toEqual([true, null]);
    const input = report.inputs.find(({ column }) => column === 'picture');
    expect(input).toMatchObject({ name: 'picture', type: 'float32', shape: [1, 4] });
    for (const variant of report.variants) expect(variant.status).toBe('pass');
    const again = await step(trainModel, ports, { rebuild: 'verify' });
    expect([again.exitCode, again.result?.verdict]).toEqual([0, 'pass']);
  });
});

describe('images', () => {
  test('are of the data: another picture is noticed where the table is the same', async () => {
    const ports = portsOf(KINDS.images);
    expect((await step(trainModel, ports)).exitCode).toBe(0);
    const before = read<RunRecord>(ports, '.mlops/run.json').training?.data;
    expect(before?.map(({ path }) => path)).toEqual(['in/d.csv', 'images of the column "picture"']);
    ports.files.content.set('in/i/7.png', png([1, 2, 3, 4]));
    const { exitCode } = await step(trainModel, ports, { rebuild: 'verify' });
    expect(exitCode).toBe(2);
    expect((await step(trainModel, ports)).exitCode).toBe(0);
    const after = read<RunRecord>(ports, '.mlops/run.json').training;
    expect(after?.data[0]).toEqual(before?.[0]);
    expect(after?.data[1]?.sha256).not.toBe(before?.[1]?.sha256);
  });
});
