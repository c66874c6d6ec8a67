/** Limits of what a schema's predicates may take; a column beyond them is checked in JavaScript, to the same answer. */

/** A larger automaton would push the data out of the processor's cache. */
export const MOST_AUTOMATON_STATES = 2_000;

/** Parts of a pattern, repetitions written out. Those that users may write have 1,000 (`LinearPattern`). */
export const MOST_PATTERN_PARTS = 4_000;

/** Elementary steps of making one automaton: about 20 ms … */
export const MOST_PATTERN_STEPS = 1_000_000;
/** … and all automata of a schema. Counted and not timed, so that equal schemas are compiled alike everywhere. */
export const MOST_SCHEMA_STEPS = 4_000_000;
/** What it costs to tell which of all code points a class such as `\p{L}` holds. */
export const STEPS_OF_COSTLY_SET = 250_000;

/** Texts of one column's `enum` … */
export const MOST_ALLOWED_TEXTS = 10_000;
/** … and the characters of all that a schema lists. */
export const MOST_ALLOWED_CHARACTERS = 4_000_000;

/** Numbers of an `enum` whose spellings become one automaton. */
export const MOST_SPELLED_NUMBERS = 100;

/** Columns with rules that only ajv can apply: it compiles each alone, and a cell costs a call. */
export const MOST_TESTED_COLUMNS = 200;

/** Schemas in each other, every `$ref` followed. */
export const DEEPEST_SCHEMA = 50;
