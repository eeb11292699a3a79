import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../src/json.ts';
import { calendarPermissions } from '../../src/reports/built-in/calendar-permissions.ts';
import { inboxRules } from '../../src/reports/built-in/inbox-rules.ts';
import { mailboxPermissions } from '../../src/reports/built-in/mailbox-permissions.ts';
import type { ReportDefinition } from '../../src/reports/definition.ts';
import { rowIdentity } from '../../src/reports/row-identity.ts';
import { compileColumns } from '../../src/reports/columns.ts';
import { EvaluationContext } from '../../src/reports/expressions/evaluation.ts';

/** The item and the digest of the row that a report makes of an object. */
function identityOf(report: ReportDefinition, found: Json, column = 'ExternalTargets') {
  const row = compileColumns(report)(found, new EvaluationContext(undefined, undefined));
  const { itemOf, digestOf } = rowIdentity(report);
  return { item: itemOf(row), digest: digestOf(row, column) };
}

const recipient = (address: string | null, name: string | null) => ({ emailAddress: { address, name } });

const CONDITIONS: JsonObject = {
  fromAddresses: [recipient('news@example.com', 'News')],
  importance: 'high',
  senderContains: ['Deals'],
};
const ACTIONS: JsonObject = {
  forwardTo: [recipient('megan@contoso.com', 'Megan')],
  markImportance: 'low',
  stopProcessingRules: true,
};

const RULE: JsonObject = {
  id: 'AQAAAJ5dZqA=',
  displayName: 'Newsletters',
  sequence: 1,
  isEnabled: true,
  hasError: false,
  isReadOnly: false,
  conditions: CONDITIONS,
  exceptions: null,
  actions: ACTIONS,
};

describe('the digest of an inbox rule', () => {
  const accepted = identityOf(inboxRules, RULE);

  test('is the same for an answer in another order, case and with other display names', () => {
    const permuted: JsonObject = {
      exceptions: { fromAddresses: [], subjectContains: null },
      actions: {
        stopProcessingRules: true,
        assignCategories: [],
        delete: null,
        markImportance: 'Low',
        redirectTo: [],
        forwardTo: [{ emailAddress: { name: 'M. Bowen', address: 'Megan@Contoso.com' } }],
      },
      conditions: {
        bodyContains: [],
        senderContains: ['Deals'],
        importance: 'HIGH',
        fromAddresses: [{ emailAddress: { name: null, address: 'NEWS@example.com' } }],
      },
      isReadOnly: false,
      isEnabled: true,
      sequence: 7,
      displayName: 'Newsletters',
      id: 'other',
    };
    expect(identityOf(inboxRules, permuted)).toEqual(accepted);
    expect(accepted).toMatchObject({ item: 'Newsletters', digest: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  test.each<[string, JsonObject]>([
    ['a target', { actions: { ...ACTIONS, forwardTo: [recipient('eve@example.com', 'Megan')] } }],
    ['another action', { actions: { ...ACTIONS, delete: true } }],
    ['a condition', { conditions: { senderContains: ['Deals'] } }],
    ['the case of a text', { conditions: { ...CONDITIONS, senderContains: ['deals'] } }],
    ['an exception', { exceptions: { subjectContains: ['x'] } }],
    ['that it is disabled', { isEnabled: false }],
  ])('differs with %s', (_, changes) => {
    const { item, digest } = identityOf(inboxRules, { ...RULE, ...changes });
    expect(item).toBe(accepted.item);
    expect(digest).not.toBe(accepted.digest);
  });

  test('has recipients without an address by their names', () => {
    const named = (name: string) =>
      identityOf(inboxRules, { ...RULE, conditions: { sentToAddresses: [recipient(null, name)] } });
    expect(named('Megan').digest).not.toBe(named('Eve').digest);
  });
});

test('a grant of a mailbox is named by trustee and right, and defined by what may be unknown', () => {
  const grant = { Right: 'FullAccess', Trustee: 'assistant@contoso.com', Inherited: false, Deny: false };
  const known = identityOf(mailboxPermissions, grant, 'Right');
  expect(known.item).toBe('assistant@contoso.com; FullAccess');
  const unknown = { Right: grant.Right, Trustee: grant.Trustee, Inherited: false };
  const digests = [known, ...[unknown, { ...grant, Deny: true }].map((one) => identityOf(mailboxPermissions, one))];
  expect(new Set(digests.map(({ digest }) => digest)).size).toBe(3);
});

test('a grant of a calendar is named by the address, else by the name', () => {
  const named = (name: string, address: string | null, inside = true) =>
    identityOf(
      calendarPermissions,
      { emailAddress: { name, address }, isInsideOrganization: inside, role: 'read' },
      'Role',
    );
  expect(named('Adele', 'adele@contoso.com')).toEqual(named('A. Vance', 'adele@contoso.com'));
  expect(named('Adele', 'adele@example.com').item).toBe('adele@example.com');
  expect(named('Adele', null).item).toBe('Adele');
  expect(named('Adele', null)).not.toEqual(named('Adele', null, false));
});

describe('a row of a report file', () => {
  const file: ReportDefinition = {
    name: 'categories',
    permissions: [],
    request: { path: 'x', version: 'v1.0' },
    rows: 'value',
    columns: { Name: 'name', Color: 'color', Unread: 'unread' },
    compare: { ignore: ['Unread'] },
  };
  const found = { name: 'Red', color: 'preset0', unread: 3 };

  test('is defined by all cells but the violating one and those that comparisons leave out', () => {
    const accepted = identityOf(file, found, 'Color');
    expect(accepted.item).toBe('Red');
    expect(identityOf(file, { ...found, color: 'preset1', unread: 4 }, 'Color')).toEqual(accepted);
    expect(identityOf(file, { ...found, color: 'preset1' }, 'Name').digest).not.toBe(
      identityOf(file, found, 'Name').digest,
    );
  });

  test('is named by the columns that the file declares', () => {
    expect(identityOf({ ...file, item: ['Color', 'Name'] }, found).item).toBe('preset0; Red');
    expect(identityOf({ ...file, rows: undefined }, found)).toEqual({ item: '', digest: '' });
  });
});
