import { parseSchema } from '../../../shared/data/index.ts';
import { isUserError } from '../../../shared/errors/index.ts';
import type { FuzzTarget } from '../target.ts';

/** A schema file: compiled, or a mistake that is told. */
export const target: FuzzTarget = {
  seeds: [
    '{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"y":{"type":"integer","minimum":1,"enum":[1,2]},"a":{"type":"string","pattern":"^a+$","maxLength":3}},"required":["y"],"additionalProperties":false}',
    '{"type":"object","properties":{"y":{"type":"number"}},"x-columns":{"y":{"presence":{"min-fraction":0.5},"unique":true}},"x-dataset":{"min-examples":2}}',
    '{"type":"object","properties":{"y":{"$ref":"#/$defs/a"}},"$defs":{"a":{"type":"boolean"}},"if":{"required":["y"]},"then":{}}',
  ],
  words: [
    '"pattern":"',
    '(a|b)*',
    '[^x]',
    '\\\\d{2,}',
    '"format":"date"',
    '"$ref":"#"',
    '"const":',
    '"not":{}',
  ],
  longest: 600,
  run(input) {
    try {
      parseSchema(new TextDecoder().decode(input), 'data/schema.json');
    } catch (error) {
      if (!isUserError(error)) throw error;
    }
  },
};
