import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/json.ts';
import { compileCell, type CellSchema } from '../../src/schema/cell-schema.ts';
import { neverHolds } from '../../src/schema/never-holds.ts';

const AUDIENCE: JsonObject = { enum: ['none', 'contactsOnly', 'all'] };

describe('a schema that nothing meets', () => {
  test.each<[CellSchema, string]>([
    [false, 'false'],
    [{ enum: [] }, 'it allows no value'],
    [{ not: {} }, '"not"'],
    [{ const: 'a', minLength: 2 }, 'the one value'],
    [{ enum: [1, 2], minimum: 3 }, 'none of the values'],
    [{ type: 'number', minimum: 5, maximum: 3 }, 'at least 5 and at most 3'],
    [{ type: 'string', minLength: 9, maxLength: 2 }, 'at least 9 and at most 2'],
    [{ allOf: [{ type: 'string' }, { type: 'number' }] }, 'types'],
    [{ anyOf: [{ minLength: 3, maxLength: 1, type: 'string' }, false], type: 'string' }, 'anyOf'],
    [{ format: 'date', allOf: [{ not: { format: 'date' } }] }, '"not" rules out what "format" asks for'],
  ])('%j is told of', (schema, reason) => {
    expect(neverHolds(schema)).toContain(reason);
  });

  test.each<[CellSchema, JsonObject]>([
    [{ const: 'everybody' }, AUDIENCE],
    [{ type: 'string', pattern: '^x' }, AUDIENCE],
    [{ const: 'true' }, { type: 'boolean' }],
    [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
  ])('%j is told of where the column can hold %j', (schema, type) => {
    expect(neverHolds(schema, type)).toContain('the column can hold only');
  });

  test('null is told of where the column is never blank', () => {
    expect(neverHolds({ type: 'null' }, { type: 'string' }, 'addresses')).toBe('the column can hold only text');
    expect(neverHolds({ not: { type: 'string' } }, { type: 'string' }, 'addresses')).toBe(
      'the column can hold only text',
    );
    expect(neverHolds({ type: 'null' }, { type: 'string' })).toBeUndefined();
  });

  test('nothing is told of addresses that differ by case alone', () => {
    const text = { type: 'string' };
    expect(neverHolds({ enum: ['Ann@contoso.com'], pattern: '^ann' }, text, 'addresses')).toBeUndefined();
    expect(neverHolds({ allOf: [{ enum: ['A@x.y'] }, { enum: ['a@X.y'] }] }, text, 'addresses')).toBeUndefined();
    expect(neverHolds({ allOf: [{ enum: ['a@x.y'] }, { enum: ['b@x.y'] }] }, text, 'addresses')).toBeDefined();
  });
});

describe('nothing is said', () => {
  test.each<[CellSchema, JsonObject]>([
    [{ const: 'CONTACTSONLY' }, AUDIENCE],
    [{ allOf: [{ const: 'none' }, { const: 'None' }] }, AUDIENCE],
    [{ minLength: 3, not: { minLength: 3, maxLength: 4 } }, { type: 'string' }],
    [{ const: null }, AUDIENCE],
    [{ not: { const: 'all' } }, AUDIENCE],
    [{ pattern: '^(a+)+$' }, { type: 'string' }],
    [{ minimum: 1, maximum: 1 }, { type: 'number' }],
    [{ exclusiveMinimum: 1, exclusiveMaximum: 2 }, { type: 'number' }],
    [{ contains: false, minContains: 0 }, { type: 'array' }],
    [{ prefixItems: [{ const: 1 }], items: false, minItems: 1 }, { type: 'array' }],
    [{ type: 'object', properties: { x: false } }, { type: 'object' }],
    [{ prefixItems: [{ const: 'a' }], items: { const: 'b' }, contains: { const: 'a' } }, { type: 'array' }],
    [{ contains: true, maxContains: 1 }, { type: 'array' }],
    [{ minimum: 5, maximum: 3 }, { type: 'string' }],
  ])('of %j where the column can hold %j', (schema, type) => {
    expect(neverHolds(schema, type)).toBeUndefined();
  });

  const value: fc.Arbitrary<Json> = fc.oneof(
    fc.constantFrom<Json>(null, true, false, '', 'none', 'all', 'b', 0, 1, 3, 5),
    fc.array(fc.constantFrom<Json>('none', 'all', 1), { maxLength: 3 }),
  );
  const { schema } = fc.letrec<{ schema: JsonObject; leaf: JsonObject }>((tie) => ({
    leaf: fc.oneof(
      value.map((only) => ({ const: only })),
      fc.array(value, { minLength: 1, maxLength: 3 }).map((some) => ({ enum: some })),
      fc.constantFrom('string', 'number', 'integer', 'boolean', 'array', 'null').map((type) => ({ type })),
      fc.tuple(fc.integer({ max: 6, min: 0 }), fc.integer({ max: 6, min: 0 })).map(([minimum, maximum]) => ({
        ...{ minimum, maximum },
      })),
      fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })).map(([minLength, maxLength]) => ({ minLength, maxLength })),
      fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })).map(([minItems, maxItems]) => ({ minItems, maxItems })),
    ),
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      tie('schema').map((not) => ({ not })),
      fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((allOf) => ({ allOf })),
      fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
      tie('schema').map((items) => ({ items })),
      tie('schema').map((contains) => ({ contains })),
      fc.tuple(tie('leaf'), tie('schema')).map(([leaf, inside]) => ({ ...leaf, allOf: [inside] })),
    ),
  }));

  test('of a schema that some value meets', () => {
    fc.assert(
      fc.property(schema, fc.array(value, { minLength: 5, maxLength: 20 }), (made, values) => {
        const meets = compileCell(made);
        const met = values.filter((one) => meets(one));
        expect(met.length > 0 ? neverHolds(made) : undefined).toBeUndefined();
        const held = met.filter((one) => one === null || one === 'none' || one === 'all');
        expect(held.length > 0 ? neverHolds(made, AUDIENCE) : undefined).toBeUndefined();
      }),
      { numRuns: 15 },
    );
  });
});
