import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isObject, parseJson } from '../../src/json.ts';
import type { CellSchema } from '../../src/schema/cell-schema.ts';
import { expectedText } from '../../src/schema/expected-text.ts';

describe('the description of a schema', () => {
  test.each<[CellSchema, string]>([
    [true, 'anything'],
    [false, 'nothing'],
    [{}, 'anything'],
    [{ title: 'Zone' }, 'anything'],
    [{ const: 'UTC' }, 'UTC'],
    [{ const: true }, 'true'],
    [{ const: 7 }, '7'],
    [{ const: null }, 'blank'],
    [{ const: '' }, 'an empty text'],
    [{ const: ' a' }, '" a"'],
    [{ const: [] }, 'no entry'],
    [{ const: ['a', 1] }, '["a",1]'],
    [{ enum: ['none', 'contactsOnly'] }, 'none or contactsOnly'],
    [{ enum: ['a', 'b', null] }, 'a, b or blank'],
    [{ enum: ['a'] }, 'a'],
    [{ not: { const: 'all' } }, 'not all'],
    [{ not: { const: null } }, 'not blank'],
    [{ not: { enum: ['a'] } }, 'not a'],
    [{ not: { enum: ['a', 'b'] } }, 'neither a nor b'],
    [{ not: { enum: ['a', 'b', 'c'] } }, 'neither a, b nor c'],
    [{ not: { pattern: '^a' } }, 'not blank, and not text that matches /^a/'],
    [{ not: { type: 'string', pattern: '^a' } }, 'not text that matches /^a/'],
    [{ type: 'string', not: { pattern: '^a' } }, 'text, and not text that matches /^a/'],
    [{ items: { not: { pattern: '^a' } } }, 'only not text that matches /^a/'],
    [{ maxLength: 5, not: { pattern: '^a' } }, 'not blank, and at most 5 characters, and not text that matches /^a/'],
    [{ not: { minimum: 1, maximum: 2 } }, '{"not":{"minimum":1,"maximum":2}}'],
    [{ not: false }, '{"not":false}'],
    [{ minimum: 3 }, 'at least 3'],
    [{ maximum: 3 }, 'at most 3'],
    [{ minimum: 3, maximum: 5 }, 'at least 3, and at most 5'],
    [{ exclusiveMinimum: 0, exclusiveMaximum: 1.5 }, 'more than 0, and less than 1.5'],
    [{ multipleOf: 15 }, 'a multiple of 15'],
    [{ minLength: 1 }, 'at least 1 character'],
    [{ maxLength: 80 }, 'at most 80 characters'],
    [{ maxItems: 0 }, 'no entry'],
    [{ type: 'array', maxItems: 0 }, 'no entry'],
    [{ minItems: 1, maxItems: 5 }, 'at least 1 entry, and at most 5 entries'],
    [{ pattern: '^(en|de)-' }, 'text that matches /^(en|de)-/'],
    [{ type: 'string', pattern: 'a' }, 'text that matches /a/'],
    [{ format: 'date-time' }, 'text in the format date-time'],
    [{ type: 'string' }, 'text'],
    [{ type: 'boolean' }, 'true or false'],
    [{ type: ['string', 'null'] }, 'text or blank'],
    [{ type: ['string', 'null'], pattern: 'a' }, 'text or blank, and text that matches /a/'],
    [{ type: 'integer', minimum: 3 }, 'a whole number, and at least 3'],
    [{ type: 'toString' }, '{"type":"toString"}'],
    [{ items: { enum: ['monday', 'friday'] } }, 'only monday or friday'],
    [{ contains: { const: 'monday' } }, 'monday among others'],
    [{ not: { contains: { const: 'sunday' } } }, 'not blank, and not sunday among others'],
    [{ anyOf: [{ const: null }, { format: 'date-time' }] }, 'blank or text in the format date-time'],
    [{ anyOf: [{ const: null }, { minimum: 1, maximum: 2 }] }, '{"anyOf":[{"const":null},{"minimum":1,"maximum":2}]}'],
    [{ const: 'a', title: 'A', description: 'why', $comment: 'x' }, 'a'],
    [{ if: { const: 'a' }, then: false }, '{"if":{"const":"a"},"then":false}'],
    [{ enum: [] }, '{"enum":[]}'],
    [{ anyOf: [] }, '{"anyOf":[]}'],
    [{ type: [] }, '{"type":[]}'],
    [{ enum: 'a' }, '{"enum":"a"}'],
    [{ anyOf: 'a' }, '{"anyOf":"a"}'],
    [{ anyOf: [true] }, '{"anyOf":[true]}'],
    [{ uniqueItems: true }, '{"uniqueItems":true}'],
    [{ maxProperties: 3 }, '{"maxProperties":3}'],
    [{ pattern: 3 }, '{"pattern":3}'],
    [{ format: 3 }, '{"format":3}'],
  ])('of %j is "%s"', (schema, text) => {
    expect(expectedText(schema)).toBe(text);
  });

  test('of an address does not mention blank cells, which cannot occur', () => {
    expect(expectedText({ not: { pattern: '^a' } }, 'addresses')).toBe('not text that matches /^a/');
  });

  test('has at most 200 characters, whatever the schema', () => {
    expect(expectedText({ enum: Array.from({ length: 100 }, (_, at) => `zone ${at}`) })).toMatch(/^zone 0, .{190,}…$/);
    expect(expectedText({ then: { pattern: 'a'.repeat(1_000) } })).toHaveLength(200);
    const keyword = fc.constantFrom('const', 'enum', 'not', 'anyOf', 'items', 'type', 'minimum', 'pattern', 'if');
    fc.assert(
      fc.property(fc.dictionary(keyword, fc.jsonValue()), (schema) => {
        const json = parseJson(JSON.stringify(schema));
        const text = expectedText(isObject(json) ? json : {});
        expect(text.length).toBeLessThanOrEqual(200);
        expect(text).not.toBe('');
      }),
    );
  });
});
