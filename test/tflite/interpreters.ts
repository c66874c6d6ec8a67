// npm run interpreters: runs files of every variant by the official interpreters of LiteRT and of TFLite Micro, in Python, and
// holds their answers against those of the same arithmetic in JavaScript. Ends with 1 when one differs; where Python or
// PyPI is not to be had, it says so in one line and ends with 0.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPython } from '../../scripts/checks/python.mjs';
import { EXPORT_VARIANTS, type ExportVariant, type Task } from '../../shared/config/index.ts';
import { applyTransform } from '../../shared/features/index.ts';
import { parseModel, taskOfModel } from '../../shared/network/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';
import { executeGraph } from '../../shared/tflite/execute-graph.ts';
import { writeFlatbuffer } from '../../shared/tflite/flatbuffer-writer.ts';
import type { Graph } from '../../shared/tflite/graph.ts';
import { halveWeights } from '../../shared/tflite/half-precision.ts';
import {
  describeInputs,
  exportModel,
  feedVectors,
  OUTPUT_NAMES,
  readRawFeatures,
} from '../../shared/tflite/index.ts';
import { orderGraph } from '../../shared/tflite/order-graph.ts';
import { exampleAt } from '../../shared/tflite/raw-features.ts';
import { drawn, drawWeights, lower, WRITTEN } from './layer-graphs.ts';
import { allRows, type ModelPlan, makeModel } from './random-model.ts';

const LITERT = ['ai-edge-litert==2.3.0', 'numpy==2.4.6'];
/** Nightly releases are all that there is; it has wheels for Linux alone. */
const MICRO = 'tflite-micro==0.dev20261023182759';
const MODELS = 40;
const ROWS = 20;
/** Of the output's unit; the integers of int8 may differ by one step where a kernel rounds otherwise. */
const TOLERANCE = 1e-6;
/** The multipliers that 16-bit kernels put sums back into 16 bits with have 16 bits themselves. */
const INT16_TOLERANCE = 3e-4;
/** Hybrid kernels round the values, too, each interpreter in its own way. */
const HYBRID_TOLERANCE = 0.05;
const TASKS: readonly Task[] = ['multiclass-classification', 'binary-classification', 'regression'];
/** Deviation of the label of a regression in `makeModel`. */
const REGRESSION_UNIT = 801.9;

interface Case {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly arena: number | null;
  readonly rows: readonly Readonly<Record<string, readonly (number | 'nan')[]>>[];
  readonly expected: readonly (readonly number[])[];
  readonly tolerance: number;
}

interface Answers {
  readonly litert: readonly (readonly number[])[];
  readonly micro?: readonly (readonly number[])[];
}

const python = findPython([...LITERT, MICRO]) ?? findPython(LITERT);
if (python === null) console.log('official interpreters: skipped (no Python or no PyPI)');
else checkAll(python);

function checkAll(python: string): void {
  const scratch = mkdtempSync(join(tmpdir(), 'mlops-interpreters-'));
  try {
    const cases = [...makeCases(), ...layerCases()];
    const answers = askPython(python, cases, scratch);
    let micro = 0;
    const problems = cases.flatMap((one, index) => {
      const given = answers[index] as Answers;
      if (given.micro !== undefined) micro++;
      return [
        ...judge('LiteRT', one, given.litert),
        ...(given.micro === undefined ? [] : judge('TFLite Micro', one, given.micro)),
      ];
    });
    for (const problem of problems) console.log(problem);
    console.log(
      `${cases.length} files on ${ROWS} examples each: ${LITERT[0]} and ${micro === 0 ? 'no TFLite Micro (not to be had here)' : `${MICRO} (${micro} files, each in the arena that its header names)`} answer ${problems.length === 0 ? 'like the model' : `otherwise in ${problems.length} cases`}`,
    );
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function makeCases(): Case[] {
  const random = new SeededRandom(23, 'interpreters');
  const pick = <T>(values: readonly T[]) => values[random.integer(values.length)] as T;
  return Array.from({ length: MODELS }, (_, seed): Case[] => {
    const task = TASKS[seed % 3] as Task;
    const classes = { 'multiclass-classification': 4, 'binary-classification': 2, regression: 1 };
    const plan: ModelPlan = {
      task,
      numeric: random.integer(9),
      vocabularies: Array.from({ length: 1 + (seed % 4) }, () => pick([1, 3, 40, 200])),
      hidden: Array.from({ length: random.integer(4) }, () => ({
        units: pick([3, 17, 64, 300]),
        activation: pick(['relu', 'tanh'] as const),
      })),
      classes: classes[task],
    };
    // Every other one as a microcontroller gets it.
    return casesOf(plan, seed, seed % 2 === 0);
  }).flat();
}

function casesOf(plan: ModelPlan, seed: number, microcontroller: boolean): Case[] {
  const made = makeModel(plan, seed, ROWS);
  const { transform, table } = made;
  const model = parseModel(made, 'model');
  const task = taskOfModel(model.network, transform, 'model');
  const inputs = readRawFeatures(transform, describeInputs(transform, task), table, allRows(table));
  const vectors = applyTransform(transform, table, allRows(table));
  const files = exportModel({
    model,
    transform,
    task,
    variants: EXPORT_VARIANTS,
    calibration: { features: inputs, vectors },
    description: 'check',
    ...(microcontroller ? { microcontroller: { model: 'check' } } : {}),
  });
  const unit = task === 'regression' ? REGRESSION_UNIT : 1;
  return files.map(({ variant, graph, bytes, micro, endpoints }) => {
    const fed = endpoints === undefined ? inputs : [feedVectors(vectors, endpoints)];
    const examples = Array.from({ length: ROWS }, (_, row) => exampleAt(fed, row));
    return {
      name: `model ${seed}, ${variant}${microcontroller ? ', for microcontrollers' : ''}`,
      bytes,
      arena: micro?.arena ?? null,
      rows: examples.map((example) =>
        Object.fromEntries([...example].map(([name, data]) => [name, Array.from(data, asJson)])),
      ),
      expected: examples.map((example) => [
        ...(executeGraph(graph, example).get(OUTPUT_NAMES[task]) ?? []),
      ]),
      tolerance: endpoints === undefined ? unit * toleranceOf(variant, graph) : 1,
    };
  });
}

/** Networks of other layers, without a transform, in single and half precision. */
function layerCases(): Case[] {
  return WRITTEN.flatMap(([name, network]) => {
    const width = network.inputs;
    const order = Int32Array.from({ length: width }, (_, index) => index);
    const graph = lower(network, drawWeights(network), order);
    const rows = Array.from({ length: ROWS }, (_, row) => drawn(width, row, 4).map(Math.abs));
    return [graph, orderGraph(halveWeights(graph))].map((one, index) => ({
      name: `${name}, ${index === 0 ? 'float32' : 'float16'}`,
      bytes: writeFlatbuffer(one, 'check'),
      arena: null,
      rows: rows.map((values) => ({ features: Array.from(values, asJson) })),
      expected: rows.map((values) => [
        ...(executeGraph(one, new Map([['features', values]])).get(one.outputs[0] ?? '') ?? []),
      ]),
      tolerance: 2 * TOLERANCE,
    }));
  });
}

/** Of real numbers at the ends of a file, as a share of the output's unit. */
function toleranceOf(variant: ExportVariant, graph: Graph): number {
  switch (variant) {
    case 'int8': {
      const last = [...graph.tensors.values()].findLast(({ type }) => type === 'int8');
      return Math.max(TOLERANCE, 1.001 * (last?.quantization?.scale ?? 0));
    }
    case 'int16x8':
      return INT16_TOLERANCE;
    case 'dynamic-range':
      return HYBRID_TOLERANCE;
    default:
      return TOLERANCE;
  }
}

/** JSON has no NaN. */
function asJson(value: number): number | 'nan' {
  return Number.isNaN(value) ? 'nan' : value;
}

function askPython(python: string, cases: readonly Case[], scratch: string): Answers[] {
  const listed = join(scratch, 'list.json');
  const answers = join(scratch, 'answers.json');
  const entries = cases.map(({ bytes, arena, rows }, index) => {
    const path = join(scratch, `${index}.tflite`);
    writeFileSync(path, bytes);
    return { path, arena, rows };
  });
  writeFileSync(listed, JSON.stringify(entries));
  const script = fileURLToPath(new URL('interpreters.py', import.meta.url));
  const { status, stderr } = spawnSync(python, [script, listed, answers], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Python ended with ${status}:\n${stderr}`);
  return JSON.parse(readFileSync(answers, 'utf8')) as Answers[];
}

function judge(
  interpreter: string,
  { name, expected, tolerance }: Case,
  given: Answers['litert'],
): string[] {
  const differences = expected.flatMap((row, index) =>
    row.map((value, at) => Math.abs(value - (given[index]?.[at] ?? Number.NaN))),
  );
  const worst = differences.reduce((most, one) => (one <= most ? most : one), 0);
  return worst <= tolerance
    ? []
    : [`${name}: ${interpreter} differs by ${worst}, more than ${tolerance}`];
}
