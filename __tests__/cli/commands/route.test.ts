import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isObject, type Json, type JsonObject } from '../../../src/json.ts';
import { newFolder } from '../../support/new-folder.ts';
import { parsedCsv } from '../../support/parsed-csv.ts';
import { rowsFileOf, storedLines, storedRun } from '../../support/rows-file.ts';
import { runProgram, type ProgramRun } from '../command-line.ts';

const COLUMNS = [
  'Address',
  'Owner',
  'OwnerName',
  'OwnerType',
  'Primary',
  'Domain',
  'DomainAccepted',
  'Hidden',
  'Lands',
  'Route',
  'OutsideSenders',
];
const LANDS = COLUMNS.indexOf('Lands');
const RULES = ['RuleName', 'Enabled', 'ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo', 'Delete'];
const PLAIN: readonly Json[] = ['x.y', 'yes', 'no'];
const NOT_FOLLOWED = 'mail flow rules and connectors are not followed: Archive';

/** Cells of addresses, and the positions of those that are not known. */
const ADDRESSES: readonly (readonly [cells: readonly Json[], unknown?: readonly number[]])[] = [
  [
    [
      'info@x.y',
      'sales@x.y',
      'Sales',
      'SharedMailbox',
      'no',
      ...PLAIN,
      ['eve@evil.example'],
      ['sales@x.y forwards to Eve'],
      null,
    ],
  ],
  [['sales@x.y', 'sales@x.y', 'Sales', 'SharedMailbox', 'yes', ...PLAIN, ['sales@x.y'], [NOT_FOLLOWED], null], [LANDS]],
  [
    [
      'team@x.y',
      'team@x.y',
      'Team \u001b[2J',
      'MailUniversalDistributionGroup',
      'yes',
      ...PLAIN,
      ['nowhere'],
      [],
      'refused',
    ],
  ],
  [['old@gone.y', 'ann@x.y', 'Ann', 'UserMailbox', 'no', 'gone.y', 'no', 'no', null, [], null], [LANDS]],
  // Several recipients have it.
  [
    ['both@two.z', null, null, null, null, 'two.z', 'yes', null, null, null, null],
    [1, 2, 3, 4, 7, LANDS, 9, 10],
  ],
];

/** A rows file with a table of addresses, of a run with or without inbox rules. */
function rowsFile(hasRules: boolean, table: JsonObject = {}): Buffer {
  const stored = storedRun({
    reports: { 'inbox-rules': { columns: RULES, many: true } },
    applications: [],
    mailboxes: {
      'sales@x.y': hasRules
        ? [
            {
              rows: [
                ['To Kim', true, null, ['kim@out.example'], null, null],
                ['Off', false, ['eve@evil.example'], null, null, null],
                ['Trash', true, [], [], [], true],
              ],
            },
          ]
        : [{ status: 'throttled' }],
    },
  });
  const rows = ADDRESSES.map(([cells, unknown = []]) => ({ cells: [...cells], unknown: [...unknown] }));
  const lines = storedLines(stored).map((line): JsonObject => {
    if (line.table !== undefined) return { table: 'addresses', status: 'ok', rows, ...table };
    if (!Array.isArray(line.tables)) return line;
    const digests = { row: '', columns: Object.fromEntries(COLUMNS.map((name) => [name, ''])) };
    return {
      ...line,
      tables: line.tables.map((one) => ({
        ...(isObject(one) ? one : {}),
        name: 'addresses',
        columns: COLUMNS,
        digests,
        item: ['Address'],
      })),
    };
  });
  return rowsFileOf(lines);
}

const folder = newFolder();
beforeAll(async () => {
  const runs = {
    run: rowsFile(true),
    unread: rowsFile(false),
    refused: rowsFile(true, { status: 'access-denied', error: 'Exchange Online refuses Get-Recipient', rows: [] }),
    without: storedRun({
      reports: { 'inbox-rules': { columns: RULES, many: true } },
      mailboxes: { 'sales@x.y': [{}] },
    }),
  };
  for (const [name, bytes] of Object.entries(runs)) {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, 'rows.ndjson.gz'), bytes);
  }
});

function printed(...args: readonly string[]): Promise<ProgramRun> {
  return runProgram(['route', ...args], {}, folder);
}

describe('route', () => {
  test('says whose an address is, each step, where mail ends, and what inbox rules may do', async () => {
    const { code, stdout, stderr } = await printed('INFO@x.y', 'run');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      'info@x.y',
      '  It is an address of sales@x.y (Sales, SharedMailbox).',
      '  sales@x.y forwards to Eve.',
      '  Mail to info@x.y ends at eve@evil.example.',
      '  Possible: The inbox rule "To Kim" redirects mail to kim@out.example.',
      '',
    ]);
  });

  test('takes nothing that is not known for an end, and escapes names', async () => {
    const { stdout } = await printed('x.y', 'run');
    expect(stdout).toContain('  Mail to sales@x.y ends at sales@x.y, and perhaps elsewhere.\n');
    expect(stdout).toContain(`  M${NOT_FOLLOWED.slice(1)}.\n`);
    expect(stdout).toContain('  Mail to team@x.y ends nowhere.\n');
    expect(stdout).toContain('  Mail of senders outside is refused.\n');
    expect(stdout).not.toContain('\u001b');
    const old = await printed('gone', 'run');
    expect(old.stdout).toContain('  Where mail to old@gone.y ends is not known.\n');
    expect(old.stdout).toContain('  gone.y is no accepted domain of the tenant.\n');
    expect(old.stderr).toContain('Not known: the inbox rules of ann@x.y');
    const both = await printed('both@two.z', 'run');
    expect(both.stdout).toContain('  Whose it is, and whether inbox rules send its mail on, is not known.\n');
    expect(both.stdout).toContain('  Where mail to both@two.z ends is not known.\n');
    expect((await printed('info@x.y', 'unread')).stderr).toContain('Not known: the inbox rules of sales@x.y');
  });

  test('prints the rows as CSV and as JSON, also of a part of addresses', async () => {
    const csv = await printed('.y', 'run', '--format', 'csv');
    const rows = parsedCsv(csv.stdout);
    expect(Object.keys(rows[0] ?? {})).toEqual([...COLUMNS, 'InboxRules']);
    expect(rows.map(({ Address, Lands }) => [Address, Lands])).toEqual([
      ['info@x.y', 'eve@evil.example'],
      ['sales@x.y', 'sales@x.y'],
      ['team@x.y', 'nowhere'],
      ['old@gone.y', ''],
    ]);
    const json = await printed('team@x.y', 'run', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: true,
      notes: [],
      rows: [
        { Address: 'team@x.y', Lands: ['nowhere'], OutsideSenders: 'refused', InboxRules: null, Inconclusive: [] },
      ],
    });
    const partly = await printed('sales@x.y', 'run', '--json');
    expect(JSON.parse(partly.stdout)).toMatchObject({ rows: [{ Lands: ['sales@x.y'], Inconclusive: ['Lands'] }] });
  });

  test.each([
    ['a report without addresses', ['info@x.y', 'without'], 2, '--report addresses'],
    ['a text that is in no address', ['infoo@x.y', 'run'], 2, 'Did you mean "info@x.y"?'],
    ['a report whose run could not read them', ['info@x.y', 'refused'], 1, 'refuses Get-Recipient'],
    ['a folder that does not exist', ['info@x.y', 'nothing'], 1, 'no such file'],
    ['a blank address', [' ', 'run'], 2, 'the address is blank'],
    ['no report and no sign-in', ['info@x.y'], 2, '--tenant-id'],
  ])('refuses %s', async (_, args, code, text) => {
    const result = await printed(...args);
    expect({ code: result.code, stdout: result.stdout }).toEqual({ code, stdout: '' });
    expect(result.stderr).toContain(text);
  });
});
