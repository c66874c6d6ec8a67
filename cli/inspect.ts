import { UserError } from '../shared/errors/index.ts';
import { FileSystem, neutralize } from '../shared/platform/index.ts';
import { formatBytes, formatCount, formatQuantity, visible } from '../shared/report/index.ts';
import {
  type FileListing,
  listContent,
  type SubgraphListing,
  type TensorListing,
} from '../shared/tflite/index.ts';
import { readWords } from './command-flags.ts';

/** `mlops inspect <file.tflite>`: what stands in a file, on plain lines. */
export async function inspect(
  words: readonly string[],
  root: string,
  output: NodeJS.WritableStream,
): Promise<number> {
  const { plain, flags } = readWords(words);
  flags.finish();
  const [path] = plain;
  if (path === undefined || plain.length > 1) {
    throw new UserError({
      what: 'inspect needs one .tflite file',
      remedy: 'Run "npx mlops inspect .mlops/export/model.tflite"',
    });
  }
  const bytes = await new FileSystem(root).read(path);
  output.write(`${neutralize(renderListing(path, bytes.length, listFile(path, bytes)))}\n`);
  return 0;
}

function listFile(path: string, bytes: Uint8Array): FileListing {
  try {
    return listContent(bytes);
  } catch (error) {
    throw new UserError(
      {
        what: `This can't be read as a TFLite file: ${(error as Error).message}`,
        where: { file: path },
        remedy: 'Give a .tflite file, such as .mlops/export/model.tflite',
      },
      { cause: error },
    );
  }
}

function renderListing(path: string, bytes: number, listing: FileListing): string {
  const { description, minRuntimeVersion, metadata, signatures, subgraphs } = listing;
  const facts = [
    formatBytes(bytes),
    ...(minRuntimeVersion === undefined ? [] : [`needs TFLite ${minRuntimeVersion}`]),
    ...(metadata.length === 0 ? [] : [`metadata ${metadata.join(', ')}`]),
  ];
  return [
    `${path}  ${facts.join(' · ')}`,
    ...(description === '' ? [] : [`  ${visible(description)}`]),
    ...signatures.flatMap(({ key, subgraph, inputs, outputs }) => [
      '',
      `Signature ${visible(key)}`,
      ...align([
        ...inputs.map((entry) => ['in', ...describe(entry, subgraphs[subgraph])]),
        ...outputs.map((entry) => ['out', ...describe(entry, subgraphs[subgraph])]),
      ]),
    ]),
    ...subgraphs.flatMap((subgraph, index) => [
      '',
      ...(subgraphs.length === 1 ? [] : [`Subgraph ${index} ${visible(subgraph.name)}`, '']),
      ...renderSubgraph(subgraph),
    ]),
  ].join('\n');
}

function describe(
  { name, tensor }: { readonly name: string; readonly tensor: number },
  subgraph: SubgraphListing | undefined,
): string[] {
  const found = subgraph?.tensors[tensor];
  return [visible(name), found === undefined ? `no tensor ${tensor}` : describeTensor(found)];
}

function renderSubgraph({ tensors, operators }: SubgraphListing): string[] {
  const nameOf = (place: number) =>
    place === -1 ? 'none' : visible(tensors[place]?.name ?? `no tensor ${place}`);
  return [
    `Operators, in order of execution (${formatCount(operators.length)})`,
    ...align(
      operators.map(({ name, version, inputs, outputs }, index) => [
        String(index),
        `${visible(name)} v${version}`,
        `${inputs.map(nameOf).join(', ')} → ${outputs.map(nameOf).join(', ')}`,
      ]),
    ),
    '',
    `Tensors (${formatCount(tensors.length)})`,
    ...align(
      tensors.map((tensor, index) => [
        String(index),
        visible(tensor.name),
        describeTensor(tensor),
        tensor.bytes === undefined ? '' : `constant, ${formatBytes(tensor.bytes)}`,
      ]),
    ),
  ];
}

/** `int8 [1, 3], scale 0.003906, zero point −128`. */
function describeTensor({ type, shape, scales, zeroPoints }: TensorListing): string {
  const [scale] = scales;
  const quantization =
    scale === undefined
      ? ''
      : scales.length > 1
        ? `, ${scales.length} scales`
        : `, scale ${formatQuantity(scale)}, zero point ${formatCount(zeroPoints[0] ?? 0)}`;
  return `${type} [${shape.join(', ')}]${quantization}`;
}

/** Names of tensors can be long; a column is no wider than this. */
const WIDEST = 40;

/** Two spaces in front, columns as wide as their cells. */
function align(rows: readonly (readonly string[])[]): string[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.min(
      WIDEST,
      rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0),
    ),
  );
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}
