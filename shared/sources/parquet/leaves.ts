import { DEEPEST_NESTING } from '../limits.ts';
import { damaged } from '../source-fault.ts';
import type { ParquetMetadata, SchemaElement } from './metadata.ts';

/** A column as the file stores it: a leaf of the tree of its schema. */
export interface Leaf {
  /** Names of the groups around it and its own, joined by `.`; a list has the name of its group. */
  readonly name: string;
  readonly element: SchemaElement;
  /** Definition level of a value that is there. */
  readonly definition: number;
  /** 0, or 1 for a list. */
  readonly repetition: number;
  /** What it is instead of values or lists of values: such a column is not read. */
  readonly refusal: string | null;
}

const REPETITION = { required: 0, optional: 1, repeated: 2 } as const;
/** Of MAP, MAP_KEY_VALUE and LIST. */
const CONVERTED_LISTS: readonly number[] = [1, 2, 3];
/** Of MAP and LIST. */
const LOGICAL_LISTS: readonly number[] = [2, 3];

/** In the order of a row group's chunks. */
export function listLeaves({ schema }: ParquetMetadata): Leaf[] {
  const leaves: Leaf[] = [];
  let at = 1;
  const next = (): SchemaElement => {
    const element = schema[at++];
    if (element === undefined) throw damaged('Parquet file', 'its schema is incomplete');
    return element;
  };

  const visit = (prefix: string, around: Around, depth: number): void => {
    if (depth > DEEPEST_NESTING) {
      throw damaged('Parquet file', `its schema is nested more than ${DEEPEST_NESTING} deep`);
    }
    const element = next();
    const within = enter(around, element);
    const name = within.listName ?? prefix + element.name;
    if (element.type !== null) {
      const { definition, repetition } = within;
      const refusal = repetition > 1 ? 'lists of lists' : within.refusal;
      leaves.push({ name, element, definition, repetition, refusal });
      return;
    }
    if (element.children < 1) throw damaged('Parquet file', 'a group of its schema is empty');
    const inner = describeGroup(element, name, within, schema[at]);
    for (let index = 0; index < element.children; index++) {
      visit(`${inner.listName ?? name}.`, inner, depth + 1);
    }
  };

  const [root] = schema;
  for (let index = 0; index < (root?.children ?? 0); index++) {
    visit('', { definition: 0, repetition: 0, listName: null, refusal: null }, 0);
  }
  return leaves;
}

interface Around {
  readonly definition: number;
  readonly repetition: number;
  /** Set inside a list: its element needs no name of its own. */
  readonly listName: string | null;
  readonly refusal: string | null;
}

function enter(around: Around, { repetition }: SchemaElement): Around {
  return {
    ...around,
    definition: around.definition + (repetition === REPETITION.required ? 0 : 1),
    repetition: around.repetition + (repetition === REPETITION.repeated ? 1 : 0),
  };
}

/**
 * What stands around a group's children. Lists are groups of three (optional group, repeated group, element) or, from
 * older writers, of two; maps are lists of pairs.
 */
function describeGroup(
  group: SchemaElement,
  name: string,
  within: Around,
  firstChild: SchemaElement | undefined,
): Around {
  const isList =
    CONVERTED_LISTS.includes(group.convertedType) ||
    LOGICAL_LISTS.includes(group.logical?.kind ?? 0);
  if (isList && group.children === 1 && firstChild?.repetition === REPETITION.repeated) {
    const refusal = within.repetition > 0 ? 'lists of lists' : within.refusal;
    return { ...within, listName: name, refusal };
  }
  if (within.repetition === 0) return { ...within, listName: null };
  const isElement = within.listName !== null && group.repetition === REPETITION.repeated;
  const isNamed = group.name === 'array' || group.name.endsWith('_tuple');
  if (isElement && group.children === 1 && !isNamed) return within;
  // All columns of one list of objects are one column that can't be read.
  return { ...within, listName: name, refusal: within.refusal ?? 'lists of objects' };
}
