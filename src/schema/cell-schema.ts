import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import { formatLimitDefinition } from 'ajv-formats/dist/limit.js';
import type { Json } from '../json.ts';
import { linearFormats } from './formats.ts';
import { compilePattern } from './pattern.ts';

/** A JSON Schema of draft 2020-12 for a cell. https://json-schema.org/draft/2020-12 */
export type CellSchema = boolean | Readonly<Record<string, Json>>;

/**
 * A validator of draft 2020-12 that stops at the first error. Patterns and formats take time linear in the text.
 *
 * @param flags of patterns; `i`: case does not count
 */
export function newAjv(flags: '' | 'i' = '', options: Options = {}): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    allowMatchingProperties: true,
    allowUnionTypes: true,
    logger: false,
    // Members such as `constructor` are not part of a cell.
    ownProperties: true,
    // checkSchema() has validated the schema. Optimizing the generated code takes longer than running it.
    validateSchema: false,
    code: { optimize: false, regExp: Object.assign((source: string) => compilePattern(source, flags), { code: '' }) },
    formats: linearFormats(),
    ...options,
  });
  ajv.addKeyword(formatLimitDefinition);
  return ajv;
}

let forCells: Ajv2020 | undefined;
let forAddresses: Ajv2020 | undefined;

/** Whether a cell meets a schema, as a function. Throws for an invalid schema; those of policy files have been checked. */
export function compileCell(schema: CellSchema): (cell: Json) => boolean {
  forCells ??= newAjv();
  const validate = forCells.compile(schema);
  return (cell) => validate(cell);
}

/** The same for addresses: case does not count in patterns. */
export function compileAddress(schema: CellSchema): (address: Json) => boolean {
  forAddresses ??= newAjv('i');
  const validate = forAddresses.compile(schema);
  return (address) => validate(address);
}
