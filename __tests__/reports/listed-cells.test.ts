import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/json.ts';
import { internalDomains } from '../../src/mailboxes/internal-domains.ts';
import { clientAccess } from '../../src/reports/built-in/client-access.ts';
import { mailboxProperties } from '../../src/reports/built-in/mailbox-properties.ts';
import type { ExchangeReport } from '../../src/reports/definition.ts';
import { decidingProperties } from '../../src/reports/expressions/syntax.ts';
import { compileExchangeQueries } from '../../src/reports/queries.ts';

const NOW = Date.UTC(2026, 10, 29);
const inside = internalDomains(['contoso.com']);

/** A report file whose columns read the row in other ways than by a name. */
const ofFile: ExchangeReport = {
  name: 'of-a-file',
  source: 'exchange',
  permissions: [],
  request: { cmdlet: 'Get-CASMailbox', select: ['A', 'B', 'C'] },
  columns: {
    A: 'A',
    Size: 'length(keys(@))',
    All: '*',
    Row: 'let $b = B in $.C == $b',
    Choice: 'A && B || C',
    External: 'external(A)',
  },
};

const anyValue = fc.oneof(
  fc.constantFrom<Json>(null, '', true, false, 'x', 'smtp:a@fabrikam.com', 'UserMailbox', '14.00:00:00', '50 GB'),
  fc.constantFrom<Json>([], ['x'], ['', 'y'], '2026-01-01T00:00:00Z'),
);

function anyObject(names: readonly string[]): fc.Arbitrary<JsonObject> {
  return fc.dictionary(fc.constantFrom(...names), anyValue);
}

/** Of several mistakes, either may be reported. */
function outcomeOf(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return 'failed';
  }
}

describe('cells of a listed object', () => {
  test.each([mailboxProperties, clientAccess, ofFile])(
    'are those of the whole object if they are made when it arrives: $name',
    (report) => {
      const [query] = compileExchangeQueries([report], NOW);
      const { select, organization = {} } = report.request;
      const others = fc.record(
        {
          recipientAddress: fc.constantFrom<Json>(null, 'a@contoso.com', 'a@fabrikam.com'),
          bypass: fc.constantFrom<Json>([], [{ AuditBypassEnabled: true }], [{ AuditBypassEnabled: false }]),
          organization: fc.record(
            Object.fromEntries(
              Object.entries(organization).map(([name, request]) => [name, anyObject(request.select)]),
            ),
          ),
        },
        { requiredKeys: ['organization'] },
      );
      fc.assert(
        fc.property(anyObject(select), others, (object, beside) => {
          const keeps = query?.listed?.keeps ?? [];
          const kept = Object.fromEntries(Object.entries(object).filter(([name]) => keeps.includes(name)));
          const cells = query?.listed?.begin({ ...object, Guid: 'ID-1' });
          expect(outcomeOf(() => query?.read({ ...kept, ...beside }, inside, cells))).toEqual(
            outcomeOf(() => query?.read({ ...object, ...beside }, inside)),
          );
        }),
        { numRuns: 300 },
      );
    },
  );

  test('are made of the properties that decide on them, and only others are kept', () => {
    const keeps = [mailboxProperties, clientAccess].map((report) => compileExchangeQueries([report])[0]?.listed?.keeps);
    expect(keeps).toEqual([
      ['RecipientTypeDetails', 'ForwardingAddress', 'ForwardingSmtpAddress', 'AuditEnabled'],
      ['SmtpClientAuthenticationDisabled', 'EwsEnabled'],
    ]);
  });
});

test.each([
  ['A.B', ['A']],
  ['[A, B][?@ != `null`]', ['A', 'B']],
  ['length(A || B)', ['A', 'B']],
  ["'x'", []],
  ['length(@)', undefined],
  ['*', undefined],
  ['{ a: A, b: @ }', undefined],
  ['A[?B == $.C]', undefined],
])('%s is decided by %j', (expression, properties) => {
  expect(decidingProperties(expression)).toEqual(properties);
});
