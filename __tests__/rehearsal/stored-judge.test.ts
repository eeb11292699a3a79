import { expect, test } from '@jest/globals';
import { parsePolicyFile } from '../../src/policy/file/policy-file.ts';
import { StoredJudge } from '../../src/rehearsal/stored-judge.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { mailboxResult } from '../../src/run/mailbox-result.ts';
import { storedMailbox } from '../../src/store/rows-file.ts';
import { rowsReports } from '../../src/store/rows-header.ts';
import { headerOf, listOf } from '../store/stored-runs.ts';

const NAMES = ['mailbox-settings', 'client-access'];
const DEFINITIONS = NAMES.flatMap((name) => builtInReports.get(name) ?? []);
const POLICY = `rules:
  - { id: zone, expect: { TimeZone: { const: UTC } } }
  - { id: language, expect: { Language: { const: x } } }
  - { id: when, when: { Language: { const: x } }, expect: { TimeZone: { const: UTC } } }
  - { id: across, expect: { TimeZone: { const: UTC }, client-access.PopEnabled: { const: false } } }
  - { id: imap, report: client-access, expect: { ImapEnabled: { const: false } } }
  - { id: pop, report: client-access, expect: { PopEnabled: { const: false } } }
`;

/** A row of each report: the names of columns in columns of texts, true, or nothing. */
function results(order: (names: readonly string[]) => readonly string[] = (names) => names) {
  return DEFINITIONS.map(({ columns, types = {} }) => {
    const cells = order(Object.keys(columns)).map((name) => {
      const type = types[name]?.type;
      return type === 'boolean' ? true : type === 'string' && types[name]?.pattern === undefined ? name : null;
    });
    return { status: 'ok' as const, value: [{ cells, incomplete: undefined }] };
  });
}

test('judges columns of the same definition at any position, and names rules about the others', () => {
  const list = listOf(1);
  const policy = parsePolicyFile(POLICY, 'policy.yml', DEFINITIONS).value;
  if (policy === undefined) throw new Error('the policy has a mistake');
  const stored = storedMailbox(
    mailboxResult({ mailbox: list.at(0), results: results((names) => names.toReversed()) }, DEFINITIONS),
  );
  const reports = rowsReports(DEFINITIONS).map((report) => {
    const { digests, columns } = report;
    const changed = { ...digests, columns: { ...digests.columns, Language: 'another', ImapEnabled: 'another' } };
    return {
      ...report,
      digests: changed,
      columns: columns.toReversed().map((name) => (name === 'PopEnabled' ? 'Old' : name)),
    };
  });
  const withOld = reports.map((report) => ({
    ...report,
    digests: { ...report.digests, columns: { ...report.digests.columns, Old: 'old' } },
  }));
  const state = { baseline: undefined, reports: builtInReports, listCellsOf: () => undefined, unknownColumns: [] };
  const judge = new StoredJudge({ header: { ...headerOf(list), reports: withOld }, tables: [] }, policy, state, 0);
  expect(judge.unjudged.map(({ rule, isPartly, reason }) => [rule, isPartly, reason])).toEqual([
    ['language', false, 'The report has cells of another definition of mailbox-settings.Language.'],
    ['when', false, 'The report has cells of another definition of mailbox-settings.Language.'],
    ['across', true, 'The report has no cells of client-access.PopEnabled.'],
    ['imap', false, 'The report has cells of another definition of client-access.ImapEnabled.'],
    ['pop', false, 'The report has no cells of client-access.PopEnabled.'],
  ]);
  const violations = judge.violationsOf(stored, list.at(0));
  expect(
    violations.filter(({ verdict }) => verdict === 'fail').map(({ rule, column, found }) => [rule, column, found]),
  ).toEqual([
    ['zone', 'TimeZone', 'TimeZone'],
    ['across', 'TimeZone', 'TimeZone'],
  ]);
});
