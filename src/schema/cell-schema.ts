import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Json } from '../json.ts';
import { linearPattern } from './linear-pattern.ts';

/** A JSON Schema of draft 2020-12 on a cell. https://json-schema.org/draft/2020-12 */
export type CellSchema = boolean | Readonly<Record<string, Json>>;

/**
 * A validator of draft 2020-12 (https://json-schema.org/draft/2020-12) that ends at the first mistake and knows the
 * formats of ajv-formats. It refuses what would be ignored, such as an unknown keyword; a schema may leave out `type`,
 * since the column tells it. Patterns take no longer than the text is long.
 *
 * @param flags of patterns: `i` where case does not count
 */
export function newAjv(flags: '' | 'i' = ''): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    allowMatchingProperties: true,
    allowUnionTypes: true,
    allErrors: false,
    logger: false,
    // A member is one of the cell's own: every object has a constructor.
    ownProperties: true,
    // The reader has looked at each keyword. The draft's schema of schemas takes 40 ms to compile, and making the code of
    // a validator shorter takes longer than running it does.
    meta: false,
    validateSchema: false,
    code: { optimize: false, regExp: Object.assign((pattern: string) => linearPattern(pattern, flags), { code: '' }) },
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

let forAddresses: Ajv2020 | undefined;

/** The same for addresses, of which patterns take no account of case either. */
export function compileAddress(schema: CellSchema): (address: Json) => boolean {
  forAddresses ??= newAjv('i');
  const validate = forAddresses.compile(schema);
  return (address) => validate(address);
}

/** The first place in a value that a schema does not allow, as a JSON Pointer; undefined where it meets the schema. */
export function firstMistake(schema: CellSchema, value: Json): string | undefined {
  const validate = sharedAjv().compile(schema);
  return validate(value) ? undefined : (validate.errors?.[0]?.instancePath ?? '');
}
