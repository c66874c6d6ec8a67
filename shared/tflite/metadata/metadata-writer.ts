import { Builder } from 'flatbuffers';
import type {
  AssociatedFile,
  AssociatedFileKind,
  ModelMetadata,
  TensorMetadata,
} from './model-metadata.ts';

/** Names of the entry in the model and of the file format, as `metadata_schema.fbs` of TFLite Support declares them. */
export const METADATA_ENTRY = 'TFLITE_METADATA';
const METADATA_IDENTIFIER = 'M001';

/** Field slots of the tables that are written; a slot is a field's place in its table, from 0. */
const TABLES = {
  model: {
    fields: 8,
    name: 0,
    description: 1,
    version: 2,
    subgraphs: 3,
    author: 4,
    license: 5,
    minParserVersion: 7,
  },
  subgraph: { fields: 10, inputs: 2, outputs: 3 },
  tensor: { fields: 7, name: 0, description: 1, content: 3, files: 6 },
  content: { fields: 3, kind: 0, properties: 1 },
  featureProperties: { fields: 0 },
  file: { fields: 5, name: 0, description: 1, kind: 2 },
} as const;

/** Tag of FeatureProperties in `union ContentProperties`: numbers with a meaning of their own, no image and no sound. */
const FEATURE_PROPERTIES = 1;

/** `enum AssociatedFileType`. */
const FILE_KINDS: Readonly<Record<AssociatedFileKind, number>> = {
  'axis-labels': 2,
  'value-labels': 3,
  vocabulary: 5,
};

/** A position in the builder. */
type Offset = number;

/** The bytes of the metadata's own flatbuffer, which stand in a buffer of the model. Equal metadata give equal bytes. */
export function writeMetadata(metadata: ModelMetadata): Uint8Array<ArrayBuffer> {
  const builder = new Builder(1024);
  const inputs = writeOffsets(
    builder,
    metadata.inputs.map((tensor) => writeTensor(builder, tensor)),
  );
  const outputs = writeOffsets(
    builder,
    metadata.outputs.map((tensor) => writeTensor(builder, tensor)),
  );
  builder.startObject(TABLES.subgraph.fields);
  builder.addFieldOffset(TABLES.subgraph.inputs, inputs, 0);
  builder.addFieldOffset(TABLES.subgraph.outputs, outputs, 0);
  const subgraphs = writeOffsets(builder, [builder.endObject()]);
  const slot = TABLES.model;
  const texts: readonly (readonly [slot: number, text: Offset])[] = [
    [slot.name, builder.createString(metadata.name)],
    [slot.description, builder.createString(metadata.description)],
    [slot.version, builder.createString(metadata.version)],
    [slot.author, writeOptional(builder, metadata.author)],
    [slot.license, writeOptional(builder, metadata.license)],
    [slot.minParserVersion, builder.createString(minParserVersion(metadata))],
  ];
  builder.startObject(slot.fields);
  for (const [place, text] of texts) builder.addFieldOffset(place, text, 0);
  builder.addFieldOffset(slot.subgraphs, subgraphs, 0);
  builder.finish(builder.endObject(), METADATA_IDENTIFIER);
  return builder.asUint8Array().slice();
}

/** The oldest version of the metadata's schema that has all that is used. */
function minParserVersion({ inputs, outputs }: ModelMetadata): string {
  const hasVocabulary = [...inputs, ...outputs].some(({ file }) => file?.kind === 'vocabulary');
  return hasVocabulary ? '1.0.1' : '1.0.0';
}

function writeTensor(builder: Builder, { name, description, file }: TensorMetadata): Offset {
  const slot = TABLES.tensor;
  const nameText = builder.createString(name);
  const descriptionText = builder.createString(description);
  const files = file === undefined ? 0 : writeOffsets(builder, [writeFile(builder, file)]);
  builder.startObject(TABLES.featureProperties.fields);
  const properties = builder.endObject();
  builder.startObject(TABLES.content.fields);
  builder.addFieldInt8(TABLES.content.kind, FEATURE_PROPERTIES, 0);
  builder.addFieldOffset(TABLES.content.properties, properties, 0);
  const content = builder.endObject();
  builder.startObject(slot.fields);
  builder.addFieldOffset(slot.name, nameText, 0);
  builder.addFieldOffset(slot.description, descriptionText, 0);
  builder.addFieldOffset(slot.content, content, 0);
  builder.addFieldOffset(slot.files, files, 0);
  return builder.endObject();
}

function writeFile(builder: Builder, { name, description, kind }: AssociatedFile): Offset {
  const slot = TABLES.file;
  const nameText = builder.createString(name);
  const descriptionText = builder.createString(description);
  builder.startObject(slot.fields);
  builder.addFieldOffset(slot.name, nameText, 0);
  builder.addFieldOffset(slot.description, descriptionText, 0);
  builder.addFieldInt8(slot.kind, FILE_KINDS[kind], 0);
  return builder.endObject();
}

function writeOptional(builder: Builder, text: string | undefined): Offset {
  return text === undefined ? 0 : builder.createString(text);
}

function writeOffsets(builder: Builder, offsets: readonly Offset[]): Offset {
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  return builder.endVector();
}
