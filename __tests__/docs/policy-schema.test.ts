import { describe, expect, test } from '@jest/globals';
import { Ajv, type SchemaObject } from 'ajv';
import { parse } from 'yaml';
import { isRecord } from '../../src/json.ts';
import { newAjv } from '../../src/schema/cell-schema.ts';
import { parsePolicyFile } from '../../src/policy/file/policy-file.ts';
import { KEYWORDS } from '../../src/schema/keywords.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { goodFiles, malformedFiles, mistakenFiles } from '../policy/policy-files.ts';
import { textOf } from './repository.ts';

const schema = schemaOf('schemas/policy.schema.json');
const reportSchema = schemaOf('schemas/report.schema.json');
const validate = compiled(schema);

function schemaOf(file: string): SchemaObject {
  const value: unknown = JSON.parse(textOf(file));
  if (!isRecord(value)) throw new TypeError('a schema that is no object');
  return value;
}

function compiled(of: SchemaObject): (value: unknown) => boolean {
  const check = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false, strictRequired: false }).compile(
    of,
  );
  return (value) => check(value);
}

describe('the schema of policy files', () => {
  test('uses a draft that every editor supports', () => {
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  });

  test.each(Object.entries(goodFiles))('accepts %s, as the reader does', (_case, text) => {
    expect(validate(parse(text))).toBe(true);
    expect(parsePolicyFile(text, 'p.yml', [])).toMatchObject({ ok: true });
  });

  test.each(Object.entries(malformedFiles))('rejects %s, as the reader does', (_case, [text]) => {
    expect(validate(parse(text))).toBe(false);
    expect(parsePolicyFile(text, 'p.yml', [])).toMatchObject({ ok: false });
  });

  test.each(Object.entries(mistakenFiles))('leaves %s to the reader', (_case, [text]) => {
    expect(parsePolicyFile(text, 'p.yml', [])).toMatchObject({ ok: false });
  });

  test('describes every keyword and every format of a cell schema', () => {
    const definitions: unknown = schema.definitions;
    const cell = isRecord(definitions) ? definitions.schema : undefined;
    const properties = isRecord(cell) && isRecord(cell.properties) ? cell.properties : {};
    expect(Object.keys(properties).sort()).toEqual([...KEYWORDS].sort());
    for (const described of Object.values(properties)) {
      expect(isRecord(described) ? described.description : undefined).toMatch(/\.$/);
    }
    expect(properties.format).toMatchObject({ enum: Object.keys(newAjv().formats) });
  });

  test('has the same schema of cells as report files', () => {
    const ours: unknown = schema.definitions;
    const theirs: unknown = reportSchema.definitions;
    if (!isRecord(ours) || !isRecord(theirs)) throw new TypeError('a schema without definitions');
    expect({ cellSchema: theirs.cellSchema, schema: theirs.schema }).toEqual({
      cellSchema: ours.cellSchema,
      schema: ours.schema,
    });
  });

  test('suggests the built-in reports', () => {
    const written = textOf('schemas/policy.schema.json');
    for (const name of builtInReports.keys()) expect(written).toContain(`"${name}"`);
  });

  test('has examples that it accepts, and describes every key', () => {
    const definitions: unknown = schema.definitions;
    const found = examplesIn(schema);
    expect(found.length).toBeGreaterThan(8);
    for (const { example, at } of found) {
      expect([example, compiled({ ...at, definitions })(example)]).toEqual([example, true]);
    }
  });
});

/** Every example in a schema, with the schema that it is one of. */
function examplesIn(value: unknown): { example: unknown; at: SchemaObject }[] {
  if (Array.isArray(value)) return value.flatMap(examplesIn);
  if (!isRecord(value)) return [];
  const own = Array.isArray(value.examples) ? value.examples.map((example: unknown) => ({ example, at: value })) : [];
  return [...own, ...Object.values(value).flatMap(examplesIn)];
}
