import { UserError } from '../../errors/index.ts';
import { sha256 } from '../../lineage/index.ts';
import { type Graph, tensorOf } from '../graph.ts';
import { listRegistrations } from './micro-operators.ts';
import { estimateArena } from './plan-arena.ts';

/** The largest microcontrollers have 16 MB of flash; as source a file takes six times its size. */
const LARGEST_FILE = 16_000_000;
const BYTES_A_LINE = 12;
const LONGEST_IDENTIFIER = 60;

export interface CSource {
  /** `model.h`: array, length, arena, and a function that registers the operators. */
  readonly header: string;
  /** `model.cc`: the bytes. */
  readonly source: string;
  /** Bytes of the arena, at most. */
  readonly arena: number;
  /** Methods of the resolver. */
  readonly registrations: readonly string[];
}

export interface CSourceRequest {
  readonly graph: Graph;
  /** Of the `.tflite` file. */
  readonly bytes: Uint8Array;
  /** What the array is named after, e.g. the model and the variant. */
  readonly name: string;
  /** Name of the header as the source includes it. */
  readonly headerFile: string;
}

/**
 * A `.tflite` file as C++ source for TFLite Micro. Throws a `UserError` for an operator that TFLite Micro does not have and for a
 * file that no microcontroller holds.
 */
export function renderCSource({ graph, bytes, name, headerFile }: CSourceRequest): CSource {
  if (bytes.length > LARGEST_FILE) {
    throw new UserError({
      what: `The file of ${bytes.length} bytes is larger than the ${LARGEST_FILE} that a microcontroller holds`,
      remedy: 'Write export.microcontroller: false, or train a smaller model',
    });
  }
  const registrations = listRegistrations(graph);
  const arena = estimateArena(graph);
  const identifier = toIdentifier(name);
  const guard = `${identifier.toUpperCase()}_H_`;
  const header = `// ${bytes.length} bytes, sha256 ${sha256(bytes)}. Made by export-tflite: do not edit.
#ifndef ${guard}
#define ${guard}

// The bytes of the .tflite file, for tflite::GetModel.
extern const unsigned char ${identifier}[];
extern const unsigned int ${identifier}_len;

// Bytes of the arena for tflite::MicroInterpreter, at most: measured with 64-bit addresses, fewer are needed with 32.
constexpr int ${identifier}_arena_size = ${arena};

${renderEndpoints(graph, identifier)}// Operators, for tflite::MicroMutableOpResolver<${identifier}_operators>.
constexpr int ${identifier}_operators = ${registrations.length};

// Registers them. Returns 0 (kTfLiteOk), or what the first one that fails returns.
template <typename Resolver>
inline int ${identifier}_register(Resolver& resolver) {
  int status = 0;
${registrations.map((method) => `  if ((status = resolver.${method}()) != 0) return status;`).join('\n')}
  return status;
}

#endif  // ${guard}
`;
  const source = `// Made by export-tflite: do not edit.
#include "${headerFile}"

alignas(16) const unsigned char ${identifier}[] = {
${toLines(bytes)}
};
const unsigned int ${identifier}_len = ${bytes.length};
`;
  return { header, source, arena, registrations };
}

/** For a program without real numbers: what the integers at the ends stand for, scale × (stored − zero point). */
function renderEndpoints(graph: Graph, identifier: string): string {
  const constants = [
    ['input', graph.inputs[0]],
    ['output', graph.outputs[0]],
  ].flatMap(([end, name]) => {
    const { type, quantization } = tensorOf(graph, name ?? '');
    if (type !== 'int8' || quantization === undefined) return [];
    const { scale, zeroPoint } = quantization;
    return [
      `constexpr float ${identifier}_${end}_scale = ${toFloatLiteral(scale)};`,
      `constexpr int ${identifier}_${end}_zero_point = ${zeroPoint};`,
    ];
  });
  if (constants.length === 0) return '';
  return `// What the integers of input and output stand for: scale * (stored - zero point).\n${constants.join('\n')}\n\n`;
}

/** The shortest decimal that is the same number of single precision, as C++ writes it. */
function toFloatLiteral(value: number): string {
  for (let digits = 1; digits <= 9; digits++) {
    const text = value.toExponential(digits);
    if (Math.fround(Number(text)) === Math.fround(value)) return `${text}f`;
  }
  return `${value.toExponential(9)}f`;
}

function toLines(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += BYTES_A_LINE) {
    const line = Array.from(
      bytes.subarray(start, start + BYTES_A_LINE),
      (byte) => `0x${byte.toString(16).padStart(2, '0')},`,
    );
    lines.push(`    ${line.join(' ')}`);
  }
  return lines.join('\n');
}

/** A name that C++ takes and that no other name of the program's is likely to be: `g_` and letters, digits, underscores. */
function toIdentifier(name: string): string {
  const plain = name
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
  return `g_${plain.slice(0, LONGEST_IDENTIFIER) || 'model'}`;
}
