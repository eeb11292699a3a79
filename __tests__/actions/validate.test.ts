import { describe, expect, test } from '@jest/globals';
import { check, totals } from '../../src/actions/validate.ts';
import { inWorkspace, type Files } from '../mailboxes/workspace.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const POLICY = `rules:
  - id: zone
    report: zones
    title: A zone is set
    expect: { Zone: { type: string } }
exemptions:
  - { rule: zone, mailboxes: [b@x.y], reason: R, owner: O, expires: 2026-11-24 }
`;
const ZONES = 'name: zones\nrequest: { path: mailboxSettings }\ncolumns: { Zone: timeZone }\n';

function checked(files: Files, report: readonly string[] = ['zones.yml']) {
  const inputs = { INPUT_MAILBOXES: 'list.txt', INPUT_REPORT: report.join('\n'), INPUT_POLICY: 'policy.yml' };
  return inWorkspace(files, (workspace) => check(inputs, workspace, NOW));
}

describe('a check', () => {
  test('evaluates the policy against the reports and the lists', async () => {
    const found = await checked({ 'list.txt': 'a@x.y', 'zones.yml': ZONES, 'policy.yml': POLICY });
    expect(found).toMatchObject({ mailboxes: 1, reports: ['zones'], rules: 1, errors: [] });
    expect(found.warnings.map(({ code }) => code)).toEqual(['EXEMPTION_EXPIRED', 'EXEMPTION_UNUSED']);
    expect(totals(found)).toEqual({ errors: 0, warnings: 2 });
  });

  test('reports once a report that cannot be read, and not again for the policy', async () => {
    const broken = ZONES.replace('columns', 'colums');
    const found = await checked({ 'list.txt': 'a@x.y', 'zones.yml': broken, 'policy.yml': POLICY });
    expect(new Set(found.errors.map(({ code }) => code))).toEqual(new Set(['REPORT_FILE']));
  });

  test('includes the warnings of report files', async () => {
    const newest =
      'name: newest\nrequest: { path: messages, query: { $top: 1, $orderby: receivedDateTime desc } }\ncolumns: { A: a }\n';
    const found = await checked({ 'list.txt': 'a@x.y', 'r.yml': newest, 'zones.yml': ZONES, 'policy.yml': POLICY }, [
      'r.yml',
      'zones.yml',
    ]);
    expect(found.errors).toEqual([]);
    expect(found.warnings[0]).toMatchObject({ code: 'REPORT_FILE', place: { file: 'r.yml', line: 2, column: 28 } });
  });

  test('reports a policy about a report that was not requested, and a missing policy', async () => {
    const found = await checked({ 'list.txt': 'a@x.y', 'policy.yml': POLICY }, ['folders']);
    expect(found.errors.map(({ code }) => code)).toEqual(['POLICY_FILE']);
    expect(found.rules).toBeUndefined();
    const missing = await checked({ 'list.txt': 'a@x.y' }, ['folders']);
    expect(missing.errors).toMatchObject([{ code: 'POLICY_FILE', message: expect.stringContaining('policy.yml') }]);
  });
});
