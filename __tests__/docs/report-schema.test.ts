import { describe, expect, test } from '@jest/globals';
import { Ajv, type SchemaObject } from 'ajv';
import { parse } from 'yaml';
import { isRecord } from '../../src/json.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { INCONCLUSIVE_MEMBER, MAILBOX_COLUMN, STATUS_COLUMNS, VERDICT_COLUMNS } from '../../src/reports/definition.ts';
import { parseReportFile } from '../../src/reports/file/report-file.ts';
import { goodFiles, malformedFiles } from '../reports/file/report-files.ts';
import { filesLike, textOf } from './repository.ts';

const SCHEMA = 'schemas/report.schema.json';
const schema = schemaOf(textOf(SCHEMA));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile(schema);
const definitions: unknown = schema.definitions;
const examples = await filesLike('examples/reports/*.yml');

function schemaOf(text: string): SchemaObject {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value)) throw new TypeError('a schema that is no object');
  return value;
}

describe('the schema of report files', () => {
  test('uses a draft that every editor supports', () => {
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  });

  test.each(Object.entries(goodFiles))('accepts %s, as the reader does', (_case, text) => {
    validate(parse(text));
    expect(validate.errors).toBeNull();
    expect(parseReportFile(text, 'f.yml')).toMatchObject({ ok: true });
  });

  test.each(Object.entries(malformedFiles))('rejects %s, as the reader does', (_case, [text]) => {
    expect(validate(parse(text))).toBe(false);
    expect(parseReportFile(text, 'f.yml')).toMatchObject({ ok: false });
  });

  test('rejects reserved names and columns', () => {
    const written = textOf(SCHEMA);
    expect(builtInReports.size).toBeGreaterThan(0);
    for (const name of builtInReports.keys()) expect(written).toContain(`"${name}"`);
    for (const column of [MAILBOX_COLUMN, ...STATUS_COLUMNS, ...VERDICT_COLUMNS, INCONCLUSIVE_MEMBER]) {
      for (const taken of [column, column.toLowerCase(), column.toUpperCase()]) {
        const file = { name: 'f', request: { path: 'mailboxSettings' }, columns: { [taken]: 'timeZone' } };
        expect([taken, validate(file)]).toEqual([taken, false]);
      }
    }
  });

  test('has examples that it accepts', () => {
    const given = examplesIn(schema);
    expect(given.length).toBeGreaterThan(5);
    for (const { example, at } of given) {
      const property = new Ajv({ allowUnionTypes: true, strictTypes: false }).compile({
        ...at,
        definitions,
      });
      expect([example, property(example)]).toEqual([example, true]);
    }
  });
});

describe('the example reports', () => {
  test('exist', () => {
    expect(examples).toContain('examples/reports/master-categories.yml');
  });

  test.each(examples)('%s names the schema in its first line, and the schema and the reader accept it', (file) => {
    const text = textOf(file);
    // Whole, so that an editor finds it where the file is copied to.
    expect(text.split('\n')[0]).toBe(
      '# yaml-language-server: $schema=https://raw.githubusercontent.com/mailbox-report/mailbox-report/v1/schemas/report.schema.json',
    );
    validate(parse(text));
    expect(validate.errors).toBeNull();
    const name = file.replace(/^.*\/|\.yml$/g, '');
    expect(parseReportFile(text, file)).toMatchObject({ ok: true, definition: { name } });
  });
});

/** Every example in a schema, with the schema that it is one of. */
function examplesIn(value: unknown): { example: unknown; at: SchemaObject }[] {
  if (Array.isArray(value)) return value.flatMap(examplesIn);
  if (!isRecord(value)) return [];
  const own = Array.isArray(value.examples) ? value.examples.map((example: unknown) => ({ example, at: value })) : [];
  return [...own, ...Object.values(value).flatMap(examplesIn)];
}
