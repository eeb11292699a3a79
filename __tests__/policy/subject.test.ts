import { expect, test } from '@jest/globals';
import { addressOf, listCellsOf, placeOf, subjectLabel, type Subject } from '../../src/policy/subject.ts';
import { violationCells, VIOLATION_COLUMNS } from '../../src/outputs/files/csv-sinks.ts';
import { Fingerprints, sarifResult } from '../../src/outputs/files/sarif-objects.ts';
import { VerdictCounts } from '../../src/totals/verdict-counts.ts';
import { isRecord, parseJson } from '../../src/json.ts';
import { findingOf, policyOf, ruleOf } from '../outputs/mailbox-results.ts';

const RULE = ruleOf('audited');
const TABLE: Subject = { kind: 'table', table: 'organization' };
const mailbox = { address: 'a@contoso.com', file: 'mailboxes.txt', line: 3, columns: ['Sales'] };

test('a mailbox is named by its address, at its line of the list', () => {
  const finding = { rule: RULE, item: 'Rule 1', subject: { kind: 'mailbox', mailbox } } as const;
  expect(subjectLabel(finding)).toBe('a@contoso.com');
  expect(placeOf(finding)).toMatchObject({ file: 'mailboxes.txt', line: 3 });
  expect(listCellsOf(finding.subject)).toEqual(['Sales']);
});

test('a mailbox that no list has is at the line of its rule', () => {
  const unlisted = { kind: 'mailbox', mailbox: { address: 'b@contoso.com' } } as const;
  expect(placeOf({ subject: unlisted, rule: RULE })).toBe(RULE.place);
});

test('a row of a table is named by table and item, at the line of its rule, and has no address', () => {
  expect([addressOf(TABLE), listCellsOf(TABLE)]).toEqual(['', []]);
  expect(subjectLabel({ subject: TABLE, item: '' })).toBe('organization');
  expect(subjectLabel({ subject: { kind: 'table', table: 'addresses' }, item: 'x@contoso.com' })).toBe(
    'addresses: x@contoso.com',
  );
  expect(placeOf({ subject: TABLE, rule: RULE })).toBe(RULE.place);
});

test('a finding about a table has a blank mailbox in the CSV, and the place of its rule in SARIF', () => {
  const finding = findingOf(RULE, '', { subject: TABLE });
  const cells = violationCells(finding, ['Department']);
  expect(cells.slice(0, 6).slice(-2)).toEqual(['', '']);
  expect(cells).toHaveLength(VIOLATION_COLUMNS.length + 1);
  const options = { ruleIndex: 0, fingerprint: new Fingerprints().of(finding), hasBaseline: false };
  const result = parseJson(sarifResult(finding, options));
  expect(isRecord(result) && result.message).toMatchObject({ text: expect.stringMatching(/^organization: /) });
  expect(result).toMatchObject({
    locations: [{ physicalLocation: { region: { startLine: RULE.place.line } } }],
  });
});

test('a table counts for its rule, and is no violating mailbox', () => {
  const counts = new VerdictCounts(policyOf(RULE));
  const findings = [findingOf(RULE, '', { subject: TABLE })];
  counts.add([{ verdict: { rows: [], rules: [{ rule: RULE, verdict: 'fail', findings }] } }]);
  expect(counts.total('failed')).toBe(1);
  expect(counts.violating).toMatchObject({ worst: [], count: 0 });
});
