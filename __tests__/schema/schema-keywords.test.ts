import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { Json } from '../../src/json.ts';
import { firstMistake } from '../../src/schema/cell-schema.ts';
import { KEYWORDS, schemasUnder, TYPES, valueUnder } from '../../src/schema/schema-keywords.ts';

/** The draft's own schema of schemas. */
const draft = new Ajv2020();

/** What the draft looks at as a format besides, and the reader for itself. */
const isLooseText = (keyword: string, value: Json): boolean => keyword === 'pattern' && typeof value === 'string';

const scalar = fc.oneof(
  fc.constantFrom<Json>(...TYPES, null, true, false, -1, 0, 1, 1.5, -0.5, '', 'a', '^a$'),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
);
const list = fc.array(scalar, { maxLength: 4 });
const value = fc.oneof(scalar, list, fc.dictionary(fc.string(), fc.oneof(scalar, list), { maxKeys: 3 }));

describe('the keywords of a cell schema', () => {
  test.each(KEYWORDS.filter((keyword) => valueUnder(keyword) !== undefined))(
    'a value under %s is one to us exactly where it is one to the draft',
    (keyword) => {
      const schema = valueUnder(keyword)?.schema ?? false;
      fc.assert(
        fc.property(value, (json) => {
          fc.pre(!isLooseText(keyword, json));
          expect(firstMistake(schema, json) === undefined).toBe(draft.validateSchema({ [keyword]: json }));
        }),
        { numRuns: 150 },
      );
    },
  );

  test('each keyword has a value or schemas under it', () => {
    for (const keyword of KEYWORDS) {
      expect([valueUnder(keyword), schemasUnder(keyword)].filter((kind) => kind !== undefined)).toHaveLength(1);
    }
    expect(valueUnder('toString')).toBeUndefined();
    expect(schemasUnder('toString')).toBeUndefined();
  });

  test('a mistake is told with its place', () => {
    expect(firstMistake(valueUnder('required')?.schema ?? true, ['a', 1])).toBe('/1');
    expect(firstMistake(valueUnder('minLength')?.schema ?? true, -1)).toBe('');
  });
});
