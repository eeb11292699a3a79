import { describe, expect, test } from '@jest/globals';
import { parseReportFile } from '../../../src/reports/file/report-file.ts';

/** A report file about the tenant, with keys in place of the usual ones. */
function tableFile(keys: Readonly<Record<string, string | undefined>> = {}): string {
  const all: Readonly<Record<string, string | undefined>> = {
    name: 'domains',
    about: 'tenant',
    request: '{ listing: domains }',
    rows: 'value',
    item: 'Domain',
    columns: '{ Domain: id }',
    ...keys,
  };
  return Object.entries(all)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}\n`]))
    .join('');
}

/** Of a cmdlet of Exchange Online. */
function cmdletFile(cmdlet: string, keys: Readonly<Record<string, string | undefined>> = {}): string {
  return tableFile({
    source: 'exchange',
    request: `{ cmdlet: ${cmdlet}, select: [DomainName] }`,
    columns: '{ Domain: DomainName }',
    ...keys,
  });
}

describe('a report file about the tenant', () => {
  test('names a listing, or a cmdlet about the organization', () => {
    const request = { listing: 'domains', version: 'v1.0' };
    expect(parseReportFile(tableFile(), 'f.yml')).toMatchObject({
      problems: [],
      value: { about: 'tenant', name: 'domains', request, rows: 'value', item: ['Domain'] },
    });
    const one = tableFile({ rows: undefined, item: undefined });
    expect(parseReportFile(one, 'f.yml')).toMatchObject({ problems: [], value: { rows: undefined } });
    expect(parseReportFile(cmdletFile('Get-AcceptedDomain'), 'f.yml')).toMatchObject({
      problems: [],
      value: {
        about: 'tenant',
        source: 'exchange',
        permissions: ['Exchange.ManageAsApp'],
        request: { cmdlet: 'Get-AcceptedDomain', select: ['DomainName'] },
      },
    });
  });

  test.each([
    ['a path of a mailbox', tableFile({ request: '{ path: outlook }' }), 'remove "about: tenant"'],
    ['what matches mailboxes', tableFile({ request: '{ listing: domains, match: id }' }), 'remove "about: tenant"'],
    ['a cmdlet without its source', tableFile({ request: '{ cmdlet: Get-AcceptedDomain }' }), 'source: exchange'],
    [
      'a cmdlet about mailboxes',
      cmdletFile('Get-CASMailbox'),
      'Get-CASMailbox is about mailboxes: remove "about: tenant"',
    ],
    ['a cmdlet that is not known', cmdletFile('Get-AcceptedDomains'), 'Did you mean "Get-AcceptedDomain"?'],
    ['rows without an item', tableFile({ item: undefined }), 'name a row'],
    [
      'highlights',
      tableFile({ highlights: '[{ title: a, when: { Domain: { const: b } } }]' }),
      'write a rule of a policy',
    ],
    [
      'a column of a property that is not selected',
      cmdletFile('Get-AcceptedDomain', { columns: '{ Domain: Name }' }),
      'DomainName',
    ],
    ['a column that a table lacks', tableFile({ item: 'MailboxName' }), '"item" names columns'],
  ])('with %s is refused, and the hint says what was meant', (_, text, hint) => {
    const { problems } = parseReportFile(text, 'f.yml');
    expect(problems.map((problem) => problem.hint)).toEqual([expect.stringContaining(hint)]);
  });

  test('is meant by a cmdlet about the organization in a report about mailboxes', () => {
    const { problems } = parseReportFile(cmdletFile('Get-AcceptedDomain', { about: undefined }), 'f.yml');
    expect(problems[0]?.hint).toContain('add "about: tenant"');
  });
});
