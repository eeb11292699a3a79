import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { referenceText } from '../../src/controls/catalogue.ts';
import { requireValue } from '../../src/errors.ts';
import { parsePolicyFile } from '../../src/policy/file/policy-file.ts';
import { loadPlainText } from '../../src/reports/expressions/plain-text.ts';
import { organization } from '../../src/reports/built-in/organization.ts';
import { textOf } from '../docs/repository.ts';
import { openExchange, type ExchangeOffice } from '../tenant/exchange/exchange-office.ts';
import { CATALOGUES, compared, type Usual } from './criterion-rules.ts';

/** The starter policy of each catalogue. */
const STARTERS = {
  'cis-m365-7.0.0': 'examples/policies/cis-m365-7.yml',
  'scuba-exo': 'examples/policies/scuba-exo.yml',
} as const;

/** Every part of the catalogues, with how much of it is covered. */
const PARTS = [...CATALOGUES].flatMap(([catalogue, { controls }]) =>
  controls.flatMap(({ id, parts }) =>
    parts.map((part) => ({ catalogue, control: id, part: part.id, covered: part.covered, criteria: part.criteria })),
  ),
);
const COVERED = PARTS.filter(({ covered }) => covered !== 'no');

let office: ExchangeOffice;
let usual: Usual;

beforeAll(async () => {
  await loadPlainText();
  office = await openExchange({ mailboxes: 60 });
  const parts = Object.entries(organization.cmdlets).map(async ([name, { cmdlet, parameters = {}, select, many }]) => {
    const rows = await office.rows(cmdlet, parameters, { select });
    return [name, many === true ? rows : (rows[0] ?? {})] as const;
  });
  usual = Object.fromEntries(await Promise.all(parts));
});
afterAll(() => office.close());

function starterOf(catalogue: string): string {
  const file = Object.entries(STARTERS).find(([name]) => name === catalogue)?.[1];
  if (file === undefined) throw new Error(`${catalogue} has no starter policy`);
  return textOf(file);
}

test('every part that reports show has a rule in the starter policy, and no rule names another', () => {
  const named = [...CATALOGUES.keys()].flatMap((catalogue) =>
    requireValue(parsePolicyFile(starterOf(catalogue), 'policy.yml', [])).rules.flatMap(({ controls = [] }) =>
      controls.map(referenceText),
    ),
  );
  expect(named.toSorted()).toEqual(COVERED.map(referenceText).toSorted());
});

test('every part that reports show has a criterion', () => {
  expect(COVERED.filter(({ criteria }) => criteria.length === 0).map(referenceText)).toEqual([]);
});

test.each(COVERED.map((part) => [referenceText(part), part] as const))(
  'the rules of %s pass if and only if its criterion does',
  (_, part) => {
    const { counts, differences } = compared(starterOf(part.catalogue), part, usual);
    expect(differences).toEqual([]);
    expect({ pass: counts.pass > 0, fail: counts.fail > 0, unknown: counts.unknown > 0 }).toEqual({
      pass: true,
      fail: true,
      unknown: true,
    });
  },
);

describe('a rule that is not its control', () => {
  test.each([
    ['lacks an action', 'cis-m365-7.0.0', '6.1.2', '', '          - contains: { const: MailboxLogin }\n', ''],
    [
      'does not ask whether auditing is enabled',
      'cis-m365-7.0.0',
      '6.1.2',
      '',
      '      AuditEnabled: { const: true }\n',
      '',
    ],
    ['is about other mailboxes', 'cis-m365-7.0.0', '1.2.2', '', 'const: SharedMailbox', 'const: RoomMailbox'],
    [
      'is about the state in Exchange',
      'cis-m365-7.0.0',
      '1.2.2',
      '',
      'accounts.AccountEnabled: { const: false',
      'AccountDisabled: { const: true',
    ],
    ['allows one recipient more', 'cis-m365-7.0.0', '2.1.15', '', 'maximum: 500', 'maximum: 501'],
    ['allows the limit of the service', 'cis-m365-7.0.0', '2.1.15', '', /minimum: 1, maximum: 500/, 'maximum: 500'],
    [
      'is about policies in force',
      'cis-m365-7.0.0',
      '6.2.1',
      'outbound-policy',
      'AutoForwardingNotOff: { maxItems: 0 }',
      "AutoForwarding: { const: 'off' }",
    ],
    [
      'leaves out rules that are disabled',
      'cis-m365-7.0.0',
      '6.2.1',
      'mail-flow-rules',
      'RedirectRules: { maxItems: 0 }',
      "RedirectRules: { items: { pattern: ' [(]disabled[)]: ' } }",
    ],
    ['is about copies too', 'cis-m365-7.0.0', '6.2.1', 'mail-flow-rules', 'RedirectRules', 'ForwardingRules'],
    ['is about every policy', 'cis-m365-7.0.0', '6.5.3', '', 'DefaultOwaStorageProviders', 'OwaStorageProviders'],
    [
      'takes what is not known for right',
      'cis-m365-7.0.0',
      '6.5.5',
      '',
      'DirectSend: { const: rejected }',
      'Name: { type: string }',
    ],
    [
      'does not apply without Bookings',
      'cis-m365-7.0.0',
      '1.3.9',
      '',
      '    expect: { DefaultSharedBookings',
      "    when: { Bookings: { const: 'on' } }\n    expect: { DefaultSharedBookings",
    ],
    [
      'counts tags that are not in force',
      'scuba-exo',
      'MS.EXO.7.1v1',
      '',
      "SubjectTag: { const: 'on' }",
      'SubjectTagRules: { minItems: 1 }',
    ],
    [
      'is about policies that are enabled',
      'scuba-exo',
      'MS.EXO.6.2v1',
      '',
      'CalendarsForAllDomains: { maxItems: 0 }',
      "CalendarSharing: { items: { anyOf: [{ pattern: 'disabled' }, { not: { pattern: ': [*]: Calendar' } }] } }",
    ],
  ])('differs: it %s', (_, catalogue, control, part, from, to) => {
    const text = starterOf(catalogue);
    const other = text.replace(from, to);
    expect(other).not.toBe(text);
    expect(compared(other, { catalogue, control, part }, usual).differences).not.toEqual([]);
  });
});
