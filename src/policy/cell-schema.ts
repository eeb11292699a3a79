import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Json } from '../json.ts';
import type { CellSchema } from './definition.ts';

/**
 * A validator of draft 2020-12 (https://json-schema.org/draft/2020-12) that ends at the first mistake and knows the
 * formats of ajv-formats. It refuses what would be ignored, such as an unknown keyword; a schema may leave out `type`,
 * since the column tells it.
 */
export function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    allowMatchingProperties: true,
    allowUnionTypes: true,
    allErrors: false,
    logger: false,
  });
  formats.default(ajv);
  return ajv;
}

let shared: Ajv2020 | undefined;

/** The one that compiles every cell's schema: making one takes a while. */
export function sharedAjv(): Ajv2020 {
  shared ??= newAjv();
  return shared;
}

/** Whether a cell meets a schema, as a function. Throws where the schema is none, which a policy file's never is. */
export function compileCell(schema: CellSchema): (cell: Json) => boolean {
  const validate = sharedAjv().compile(schema);
  return (cell) => validate(cell);
}
