import { describe, expect, test } from '@jest/globals';
import { Ajv, type SchemaObject } from 'ajv';
import { parse } from 'yaml';
import { CELL_SCHEMA } from '../../scripts/cell-keywords.ts';
import { SCHEMAS } from '../../scripts/schemas.ts';
import { isObject, isRecord } from '../../src/json.ts';
import { parseConfigFile } from '../../src/run/config-file.ts';
import { parseReportFile } from '../../src/reports/file/report-file.ts';
import { KEYWORDS } from '../../src/schema/keywords.ts';
import { codeBlocks } from './markdown.ts';
import { filesLike, textOf } from './repository.ts';

const EXAMPLES = await filesLike('examples/reports/*.yml');

const files = Object.entries(SCHEMAS);
const validators = new Map(files.map(([file, schema]) => [file, validatorOf(schema)]));

/** Returns the errors. */
function validatorOf(schema: SchemaObject): (value: unknown) => unknown {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false, strictRequired: false });
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : validate.errors);
}

test.each(files)('%s is what `npm run build` writes', (file, schema) => {
  expect(JSON.parse(textOf(file))).toEqual(schema);
});

describe('a schema for editors', () => {
  test.each(files)('%s has the address where editors find it as its ID', (file, { $id }) => {
    expect($id).toBe(`https://raw.githubusercontent.com/mailbox-report/mailbox-report/v1/${file}`);
  });

  test.each(files)('%s has examples that it accepts', (_file, schema) => {
    const found = examplesIn(schema);
    expect(found.flatMap(({ examples }) => examples).length).toBeGreaterThan(8);
    for (const { examples, at } of found) {
      const errorsOf = validatorOf({ ...at, definitions: schema.definitions });
      for (const example of examples) expect([example, errorsOf(example)]).toEqual([example, []]);
    }
  });

  test('describes every keyword of the schema of a cell', () => {
    const keywords = isObject(CELL_SCHEMA.properties) ? CELL_SCHEMA.properties : {};
    expect(Object.keys(keywords).sort()).toEqual([...KEYWORDS].sort());
  });
});

test.each([
  ['examples/mailbox-report.yml', textOf('examples/mailbox-report.yml')],
  ['docs/terminal.md', codeBlocks(textOf('docs/terminal.md'), 'yaml')[0] ?? ''],
])('%s has a file of inputs that names its schema, and is valid', (file, text) => {
  expect(text.split('\n')[0]).toMatch(/^# yaml-language-server: \$schema=https:.*\/schemas\/config\.schema\.json$/);
  expect(validators.get('schemas/config.schema.json')?.(parse(text))).toEqual([]);
  expect(parseConfigFile(text, file)).toMatchObject({ problems: [] });
});

test.each(EXAMPLES)('%s names the schema in its first line, and is valid', (file) => {
  const text = textOf(file);
  // Whole, so that an editor finds it where the file is copied to.
  expect(text.split('\n')[0]).toBe(
    '# yaml-language-server: $schema=https://raw.githubusercontent.com/mailbox-report/mailbox-report/v1/schemas/report.schema.json',
  );
  expect(validators.get('schemas/report.schema.json')?.(parse(text))).toEqual([]);
  const name = file.replace(/^.*\/|\.yml$/g, '');
  expect(parseReportFile(text, file)).toMatchObject({ problems: [], value: { name } });
});

test.each(await filesLike('controls/*.yml'))('%s names the schema in its first line, and is valid', (file) => {
  const text = textOf(file);
  expect(text.split('\n')[0]).toMatch(/^# yaml-language-server: \$schema=https:.*\/schemas\/catalogue\.schema\.json$/);
  expect(validators.get('schemas/catalogue.schema.json')?.(parse(text))).toEqual([]);
});

/** The examples in a schema, by the schema that they are of. */
function examplesIn(value: unknown): { examples: readonly unknown[]; at: SchemaObject }[] {
  if (Array.isArray(value)) return value.flatMap(examplesIn);
  if (!isRecord(value)) return [];
  const own = Array.isArray(value.examples) ? [{ examples: value.examples, at: value }] : [];
  return [...own, ...Object.values(value).flatMap(examplesIn)];
}
