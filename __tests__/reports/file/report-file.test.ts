import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columnNames } from '../../../src/reports/definition.ts';
import { compileExchangeQueries, compileListingQueries, compileGraphQueries } from '../../../src/reports/queries.ts';
import { requireValue, type Checked } from '../../../src/errors.ts';
import { checkReportFile, parseReportFile } from '../../../src/reports/file/report-file.ts';
import { describeWithLinks } from '../../support/platform.ts';
import { inWorkspace } from '../../mailboxes/workspace.ts';
import { exchangeFile, goodFiles, malformedFiles, reportFile } from './report-files.ts';
import type { AnyReport } from '../../../src/reports/table.ts';
import { mailboxReport } from '../../support/mailbox-report.ts';

/** The problems of a text as `line:column message`. */
function problemsOf(text: string): string[] {
  const { problems } = parseReportFile(text, 'f.yml');
  return problems.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`);
}

function hintsOf(text: string): readonly string[] {
  return parseReportFile(text, 'f.yml').problems.map(({ hint }) => hint);
}

async function readReportFile(file: string, workspace: string): Promise<AnyReport> {
  return requireValue(await checkReportFile(file, workspace));
}

async function queriesOf({ value }: Checked<AnyReport>): Promise<readonly unknown[]> {
  const definitions = value === undefined ? [] : [mailboxReport(value)];
  return [
    ...(await compileGraphQueries(definitions)),
    ...compileListingQueries(definitions, 0),
    ...compileExchangeQueries(definitions),
  ];
}

describe('a report file', () => {
  test('is parsed to a report', () => {
    const text = reportFile({
      permission: 'Mail.ReadBasic.All',
      query: '{ $top: 250, includeHiddenFolders: true }',
      children: '{ path: "mailFolders/{id}/childFolders", when: "childFolderCount > `0`" }',
      columns: '{ Folder: displayName, Unread: unreadItemCount }',
      more: 'rows: value\ninconclusive: isHidden',
    });
    expect(parseReportFile(text, 'f.yml')).toMatchObject({
      problems: [],
      value: {
        name: 'my-report',
        permissions: ['Mail.ReadBasic.All'],
        request: {
          path: 'outlook/masterCategories',
          version: 'v1.0',
          query: { $top: '250', includeHiddenFolders: 'true' },
          children: { path: 'mailFolders/{id}/childFolders', when: 'childFolderCount > `0`' },
        },
        rows: 'value',
        inconclusive: 'isHidden',
        columns: { Folder: 'displayName', Unread: 'unreadItemCount' },
      },
      warnings: [],
    });
  });

  test('may declare the types of its columns, for a policy', () => {
    const columns = '{ Category: displayName, Color: color }';
    expect(
      parseReportFile(reportFile({ columns, more: 'types: { Color: { enum: [none, red] } }' }), 'f.yml'),
    ).toMatchObject({
      problems: [],
      value: { types: { Color: { enum: ['none', 'red'] } } },
    });
    const wrong = reportFile({ columns, more: 'types:\n  Colour: { type: string }\n  Color: { enumm: [none] }' });
    expect(problemsOf(wrong)).toEqual([
      expect.stringMatching(/^\d+:3 .*"Colour"/),
      expect.stringMatching(/^\d+:12 .*"enumm"/),
    ]);
    expect(hintsOf(wrong).join('\n')).toMatch(/Did you mean "Color"\?[\s\S]*Did you mean "enum"\?/);
  });

  test('of Exchange Online runs a cmdlet for each mailbox if Exchange cannot list the tenant with it', () => {
    const listed = parseReportFile(exchangeFile(), 'f.yml');
    expect(listed).toMatchObject({
      problems: [],
      value: { request: { cmdlet: 'Get-CASMailbox', select: ['PopEnabled'] } },
    });
    expect(listed).not.toMatchObject({ value: { request: { perMailbox: true } } });
    const request = 'cmdlet: Get-InboxRule, select: [Name], parameters: { IncludeHidden: true }';
    expect(
      parseReportFile(exchangeFile({ request, columns: '{ Rule: Name }', more: 'rows: value' }), 'f.yml'),
    ).toMatchObject({
      problems: [],
      value: {
        source: 'exchange',
        permissions: ['Exchange.ManageAsApp'],
        request: { cmdlet: 'Get-InboxRule', parameters: { IncludeHidden: true }, perMailbox: true },
      },
    });
  });

  test('of Exchange Online reads only properties that it selects', () => {
    const request = 'cmdlet: Get-Mailbox, select: [ForwardingSmtpAddress, InPlaceHolds]';
    const wrong = exchangeFile({
      request,
      columns:
        '\n  To: addresses(ForwardingSmtpAdress)\n  Holds: InPlaceHolds[].x | [0]\n  Both: "{ a: @, b: [Hold] }"',
    });
    expect(problemsOf(wrong)).toEqual([
      '5:7 "columns.To" reads "ForwardingSmtpAdress", which is not there.',
      '7:9 "columns.Both" reads "Hold", which is not there.',
    ]);
    expect(hintsOf(wrong)[0]).toMatch(/Did you mean "ForwardingSmtpAddress"\?/);
    const rows = { request, columns: '{ Hold: id }', more: 'rows: "InPlaceHold[].{ id: @ }"' };
    expect(problemsOf(exchangeFile(rows))).toEqual(['5:7 "rows" reads "InPlaceHold", which is not there.']);
    const rule = { request: 'cmdlet: Get-InboxRule, select: [Name]', columns: '{ A: Nam }' };
    expect(problemsOf(exchangeFile({ ...rule, more: 'rows: "value[?Name]"' }))).toEqual([
      '4:15 "columns.A" reads "Nam", which is not there.',
    ]);
    expect(problemsOf(exchangeFile({ ...rule, more: 'rows: values' }))).toEqual([
      '5:7 "rows" reads "values", which is not there.',
    ]);
  });

  test('of Exchange Online has hints for a cmdlet and for parameters', () => {
    const hint = (request: string, more: string): string =>
      hintsOf(exchangeFile({ request: `cmdlet: ${request}, select: [Name]`, columns: '{ A: Name }', more })).join();
    expect(hint('get-inboxrule', '')).toMatch(/Did you mean "Get-InboxRule"\? .*only read.*Get-CalendarProcessing/);
    expect(hint('Get-InboxRule, parameters: { IncludeHiden: true }', 'rows: value')).toMatch(
      /Did you mean "IncludeHidden"\?/,
    );
    expect(hint('Get-Mailbox, parameters: { Archive: true }', '')).toMatch(/no parameter of Get-Mailbox/);
  });

  test('has defaults for what it omits', () => {
    expect(parseReportFile(reportFile(), 'f.yml')).toMatchObject({
      problems: [],
      value: {
        name: 'my-report',
        permissions: ['MailboxSettings.Read'],
        request: { path: 'outlook/masterCategories', version: 'v1.0' },
        columns: { Category: 'displayName' },
      },
      warnings: [],
    });
  });

  test('may read the user itself, the first page only, with several permissions, and children with their own query', () => {
    const request = `
  path: ''
  query: { $select: 'accountEnabled' }
  first-page-only: true
  children: { path: 'a/{id}', query: { $top: 5 } }`;
    const read = parseReportFile(reportFile({ permission: '[User.Read.All, AuditLog.Read.All]', request }), 'f.yml');
    expect(read).toMatchObject({
      problems: [],
      value: {
        permissions: ['User.Read.All', 'AuditLog.Read.All'],
        request: { path: '', firstPageOnly: true, children: { query: { $top: '5' } } },
      },
      warnings: [],
    });
  });

  test.each([
    [{ path: 'messages', query: '{ $top: 1, $orderby: a desc }' }, ['4:3 All pages are read']],
    [{ request: '{ path: messages, query: "$orderby=a&$top=1", first-page-only: true }' }, []],
    [{ path: 'messages', query: '{ $orderby: a desc }' }, []],
    [{ path: "''" }, ['3:3 The user is read without "$select"']],
  ])('warns of a query that has no effect: %j', (parts, warnings) => {
    const read = parseReportFile(reportFile(parts), 'f.yml');
    const found = read.warnings?.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`);
    expect(found).toEqual(warnings.map((warning) => expect.stringContaining(warning)));
  });

  test('decodes a query that is one text', () => {
    const text = reportFile({ query: '$top=100&$filter=name%20eq+%27a%26b%27' });
    expect(parseReportFile(text, 'f.yml')).toMatchObject({
      value: { request: { query: { $top: '100', $filter: "name eq 'a&b'" } } },
    });
  });

  test('keeps the order of its columns, whatever their names', () => {
    const read = parseReportFile(reportFile({ columns: '{ Z: a, __proto__: b, constructor: c, A: d }' }), 'f.yml');
    expect(columnNames(mailboxReport(requireValue(read)))).toEqual([
      'MailboxName',
      'Z',
      '__proto__',
      'constructor',
      'A',
      'Status',
      'Error',
    ]);
  });

  test.each(Object.entries(goodFiles))('of %s gives requests', async (_case, text) => {
    const read = parseReportFile(text, 'f.yml');
    expect(read.problems).toEqual([]);
    expect(await queriesOf(read)).toHaveLength(1);
  });

  test.each(Object.entries(malformedFiles))('with %s is reported', (_case, [text, problem]) => {
    expect(problemsOf(text).join('\n')).toContain(problem);
  });

  test.each([
    [{ columns: '{ A: b, A: c }' }, '4:18 The key "A" is repeated.'],
    [{ columns: '{ A: b, a: c }' }, '4:18 A column cannot be called "a".'],
    [{ columns: '{ status: a }' }, '4:12 A column cannot be called "status".'],
    [{ columns: '{ VERDICT: a }' }, '4:12 A column cannot be called "VERDICT".'],
    [{ path: 'Users/x/a' }, '3:9 "request.path" begins with "Users/x/".'],
    [{ path: "'/users/{mailbox}/messages'" }, '3:9 "request.path" begins with "/users/{mailbox}/".'],
    [{ query: '{ $top: 1, $TOP: 2 }' }, '4:21 The option "$TOP" is given twice.'],
    [{ query: '$top=1&$top=2' }, '4:10 The option "$top" is given twice.'],
    [{ query: '$top=1001' }, '4:10 "$top" cannot be "1001".'],
    [{ query: '{ a: "b\\nc" }' }, '4:15 "a" cannot be "b\\u{a}c".'],
    [{ path: '"a\\u00e9"' }, '3:9 "request.path" contains "é", which is not'],
    [{ path: '"\\uD800"' }, '3:9 "request.path" contains "'],
    [{ more: 'rows: value[' }, '5:13 "rows" is not JMESPath: it is not complete.'],
    [{ columns: '{ A: "a b" }' }, '4:18 "columns.A" is not JMESPath: "b" is not allowed here.'],
    [{ columns: '{ A: a || ) }' }, '4:20 "columns.A" is not JMESPath: ")" is not allowed here.'],
    [{ columns: '{ A: "a == \'x" }' }, '4:21 "columns.A" is not JMESPath: this quote is not closed'],
    [{ columns: "{ A: 'a == ''x'' é' }" }, '4:27 "columns.A" is not JMESPath: "é" is not allowed here.'],
    [{ columns: '{ A: "`x`" }' }, "4:15 '`x`' is not a JMESPath expression"],
    [
      { columns: '{ A: nonsense(a) }' },
      "4:15 'nonsense(a)' is not a JMESPath expression: there is no function 'nonsense'",
    ],
    [{ columns: '{ A: "length(a, b)" }' }, "4:15 'length(a, b)' is not a JMESPath expression"],
    [{ columns: `{ A: "${'!'.repeat(3990)}a" }` }, '4:16 "columns.A" is not JMESPath: it is nested too deep.'],
    [
      { children: '{ path: "a/{id}", when: "a |" }' },
      '4:41 "request.children.when" is not JMESPath: it is not complete',
    ],
    [{ more: 'inconclusive: "!"' }, '5:17 "inconclusive" is not JMESPath: it is not complete'],
  ])('with %j is reported at a place: %s', (parts, problem) => {
    expect(problemsOf(reportFile(parts))[0]).toContain(problem);
  });

  test.each([
    '{ $select: "id,signInActivity" }',
    '{ $select: signInActivity/lastSignInDateTime }',
    '"$select=SignInActivity"',
  ])('that reads sign-ins of the user itself by %s is refused with what to do', (query) => {
    const file = reportFile({ path: "''", query });
    expect(problemsOf(file)).toEqual([expect.stringMatching(/^4:10 The option \$select names signInActivity/)]);
    expect(hintsOf(file).join()).toMatch(/Remove it\..*object ID/);
    expect(problemsOf(reportFile({ path: 'manager', query: '{ $select: id }' }))).toEqual([]);
  });

  test.each([
    ['columns: {}\nreqest: {}\n', 'Did you mean "request"?'],
    [reportFile({ name: 'MyReport 2' }), 'Did you mean "my-report-2"?'],
    [reportFile({ path: 'photo/$value' }), 'belong under "query"'],
    [reportFile({ path: 'messages?$top=1' }), 'to "query"'],
    [reportFile({ path: '"a b"' }), 'Percent-encode it: %20.'],
    [reportFile({ query: '{ $selct: a }' }), 'Did you mean "$select"?'],
    [reportFile({ query: '{ orderBy: a }' }), 'Did you mean "$orderby"?'],
    [reportFile({ permission: 'mail.read' }), 'Mail.ReadBasic.All'],
    [reportFile({ columns: '{ ERROR: a }' }), 'Every report uses the name Error'],
  ])('%j has the hint "%s"', (text, hint) => {
    expect(hintsOf(text).join('\n')).toContain(hint);
  });

  test('reports all mistakes at once, in their order', () => {
    const text = 'name: A\npermision: Mail.Read\nrequest:\n  path: /a\n  version: 2\ncolumns:\n  Status: a\n  B: "("\n';
    expect(problemsOf(text)).toEqual([
      '1:7 "name" cannot be "A".',
      '2:1 "permision" is not one of the keys here.',
      '4:9 "request.path" begins with a slash.',
      '5:12 "request.version" cannot be "2".',
      '7:3 A column cannot be called "Status".',
      '8:8 "columns.B" is not JMESPath: it is not complete.',
    ]);
  });
});

describe('a report file of the workspace', () => {
  test('is read', async () => {
    await inWorkspace({ 'reports/a.yml': `\ufeff${reportFile().replaceAll('\n', '\r\n')}` }, async (workspace) => {
      for (const file of [
        'reports/a.yml',
        './reports/../reports/a.yml',
        'reports\\a.yml',
        path.join(workspace, 'reports/a.yml'),
      ]) {
        await expect(readReportFile(file, workspace)).resolves.toMatchObject({ name: 'my-report' });
      }
    });
  });

  test('with mistakes is an error at the first, which counts the others', async () => {
    const text = reportFile({ name: 'A', columns: '{ Error: a, Status: b }' });
    await inWorkspace({ 'reports/a.yml': text }, async (workspace) => {
      await expect(readReportFile('reports/a.yml', workspace)).rejects.toMatchObject({
        code: 'REPORT_FILE',
        message: 'reports/a.yml, line 1, column 7: "name" cannot be "A" (2 more problems follow).',
        hint: expect.stringContaining('Did you mean "a"?'),
        place: { file: 'reports/a.yml', line: 1, column: 7 },
      });
    });
  });

  test.each([
    ['not UTF-8', Buffer.from('name: \xe9\n', 'latin1'), 'a.yml, line 1, column 7: The file is not UTF-8.'],
    ['of more than 1 MB', Buffer.alloc(1_000_001, '#'), 'a.yml, line 1, column 1: The file is larger than 1 MB.'],
    ['that is far too large', Buffer.alloc(17_000_000, '#'), 'The report file a.yml is too large.'],
    ['empty', '', 'a.yml, line 1, column 1: The file is empty.'],
  ])('is an error: %s', async (_case, content, message) => {
    await inWorkspace({ 'a.yml': content }, async (workspace) => {
      await expect(readReportFile('a.yml', workspace)).rejects.toMatchObject({ code: 'REPORT_FILE', message });
    });
  });

  test.each([
    ['reports/categoris.yml', 'Did you mean reports/categories.yml?'],
    ['categories.yml', 'Did you mean reports/categories.yml?'],
    ['reports/categories.yaml', 'Did you mean reports/categories.yml?'],
    ['mailbox-setting.yml', 'Did you mean the built-in mailbox-settings?'],
    ['other.yml', 'Set "report" to its path relative to the root of the repository. In a workflow, commit'],
    ['reports/categories.yml/x.yml', 'Did you mean reports/categories.yml?'],
  ])('%s is missing: %s', async (file, hint) => {
    await inWorkspace({ 'reports/categories.yml': '' }, async (workspace) => {
      await expect(readReportFile(file, workspace)).rejects.toMatchObject({
        code: 'REPORT_FILE',
        message: `There is no report file ${file} in the workspace.`,
        hint: expect.stringMatching(`^${hint.replace(/[?]/g, '\\?')}`),
      });
    });
  });

  test('is a file, and not a directory', async () => {
    await inWorkspace({ 'reports/a.yml': '' }, async (workspace) => {
      await expect(readReportFile('reports/', workspace)).rejects.toThrow(
        'The report file reports is not a regular file.',
      );
    });
  });

  test('must be inside the workspace', async () => {
    await inWorkspace({ 'in.yml': reportFile() }, async (workspace) => {
      const outside = path.join(workspace, '..', 'outside');
      await mkdir(outside);
      await writeFile(path.join(outside, 'a.yml'), reportFile());
      for (const file of ['../outside/a.yml', '..\\outside\\a.yml', path.join(outside, 'a.yml')]) {
        await expect(readReportFile(file, workspace)).rejects.toMatchObject({
          code: 'REPORT_FILE',
          message: `The report file ${file} is outside the workspace.`,
        });
      }
    });
  });

  describeWithLinks('behind a link', () => {
    test('is an error if it links to itself', async () => {
      await inWorkspace({}, async (workspace) => {
        await symlink('loop.yml', path.join(workspace, 'loop.yml'));
        await expect(readReportFile('loop.yml', workspace)).rejects.toThrow('loop.yml cannot be read (ELOOP).');
      });
    });

    test('may not link to a file outside the workspace', async () => {
      await inWorkspace({ 'in.yml': reportFile() }, async (workspace) => {
        const outside = path.join(workspace, '..', 'outside');
        await mkdir(outside);
        await writeFile(path.join(outside, 'a.yml'), reportFile());
        await symlink(path.join(outside, 'a.yml'), path.join(workspace, 'link.yml'));
        await symlink(outside, path.join(workspace, 'dir'));
        await symlink('in.yml', path.join(workspace, 'inside.yml'));
        await symlink(workspace, `${workspace}-link`);
        for (const file of ['link.yml', 'dir/a.yml']) {
          await expect(readReportFile(file, workspace)).rejects.toMatchObject({
            code: 'REPORT_FILE',
            message: `The report file ${file} is outside the workspace.`,
          });
        }
        for (const [file, root] of [
          ['inside.yml', workspace],
          ['in.yml', `${workspace}-link`],
          [path.join(workspace, 'in.yml'), `${workspace}-link`],
        ] as const) {
          await expect(readReportFile(file, root)).resolves.toMatchObject({ name: 'my-report' });
        }
      });
    });
  });
});

describe('any text', () => {
  const word = fc.constantFrom(
    'name',
    'request',
    'path',
    'query',
    'children',
    'columns',
    'rows',
    'when',
    '{id}',
    '$top',
    'a',
    '..',
    '/',
    '%2e',
    "'",
    '"',
    '`',
    'length(a)',
    'x y',
    '1',
    'true',
    '\u{1f600}',
    '\ud800',
  );
  const glue = fc.constantFrom(
    ': ',
    '\n',
    '\n  ',
    '\n    ',
    ' ',
    '',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ', ',
    '|',
    '&',
    '*',
    '!',
    '#',
  );
  const pieces = fc.array(fc.tuple(word, glue), { maxLength: 30 }).map((parts) => parts.flat().join(''));
  const nearlyGood = fc
    .tuple(
      fc.constantFrom(...Object.values(goodFiles)),
      fc.nat(),
      fc.nat({ max: 10 }),
      fc.oneof(word, glue, fc.string()),
    )
    .map(([text, at, length, put]) => {
      const start = at % text.length;
      return text.slice(0, start) + put + text.slice(start + length);
    });

  test('is a report that gives requests, or has problems with a place in the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(pieces, nearlyGood, fc.string({ maxLength: 200 })), async (text) => {
        const read = parseReportFile(text, 'f.yml');
        expect(await queriesOf(read)).toHaveLength(read.value === undefined ? 0 : 1);
        const lines = text.replace(/^\ufeff/, '').split('\n');
        for (const { place: { file, line = 0, column = 0 } = {}, message, hint } of read.problems) {
          expect(file).toBe('f.yml');
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
          expect(message).not.toBe('');
          expect(hint).not.toBe('');
        }
      }),
      { numRuns: 100 },
    );
  });

  test('an accepted path stays below the mailbox, however it is decoded', () => {
    const piece = fc.constantFrom(
      '.',
      '..',
      '/',
      '%2e',
      '%2F',
      '%5c',
      '%25',
      '2e',
      '\\',
      'a',
      'b',
      '?',
      '#',
      ':',
      '$',
      '%24',
      '@',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (parts) => {
        const written = parts.join('');
        const read = parseReportFile(reportFile({ path: JSON.stringify(written) }), 'f.yml');
        fc.pre(read.value !== undefined);
        let decoded = written;
        for (let round = 0; round < 3; round += 1) {
          const { pathname, host } = new URL(`https://graph.test/v1.0/users/x/${decoded}`);
          expect(host).toBe('graph.test');
          expect(pathname.startsWith('/v1.0/users/x/')).toBe(true);
          expect(pathname.split('/')).toHaveLength(written.split('/').length + 4);
          decoded = decodeURIComponent(decoded);
        }
      }),
      { numRuns: 100 },
    );
  });
});
