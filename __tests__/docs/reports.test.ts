import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { JsonObject } from '../../src/json.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { addresses } from '../../src/reports/built-in/addresses.ts';
import { applications } from '../../src/reports/built-in/applications.ts';
import { applicationsOfTenant } from '../../src/reports/built-in/applications-of-tenant.ts';
import { archives } from '../../src/reports/built-in/archives.ts';
import { deletedMailboxes } from '../../src/reports/built-in/deleted-mailboxes.ts';
import { organization } from '../../src/reports/built-in/organization.ts';
import { TIME } from '../../src/reports/built-in/column-types.ts';
import { isDerivedReport, STATUS_COLUMNS, VERDICT_COLUMNS } from '../../src/reports/definition.ts';
import { addedFunctions } from '../../src/reports/expressions/functions.ts';
import { parseReportFile } from '../../src/reports/file/report-file.ts';
import { codeBlocks, inlineCode, tableOf } from './markdown.ts';
import { textOf } from './repository.ts';

const REPORTS = textOf('docs/reports.md');
/** The page about addresses, deleted mailboxes and archives has the sections of their reports. */
const ADDRESSES = textOf('docs/addresses.md');
/** The page about applications has the sections of theirs. */
const APPLICATIONS = textOf('docs/applications.md');
const OF_APPLICATIONS = [applications, applicationsOfTenant];
/** Its reports, of which the tables stand behind the reports about mailboxes. */
const OF_ADDRESSES = [archives, deletedMailboxes, addresses];

function section(heading: string): string {
  const [, text] = `${REPORTS}\n${APPLICATIONS}\n${ADDRESSES}`.split(`\n## ${heading}\n`);
  if (text === undefined) throw new Error(`no section ${heading}`);
  return text.split('\n## ')[0] ?? '';
}

test('reports.md lists the built-in reports, in their order, and pages about a topic the others', () => {
  const headingsOf = (page: string) => [...page.matchAll(/^## `(.*)`$/gm)].map(([, name = '']) => name);
  const names = (reports: readonly { readonly name: string }[]) => reports.map(({ name }) => name).sort();
  const others = names([...OF_ADDRESSES, ...OF_APPLICATIONS]);
  const own = [...builtInReports.keys(), organization.name].filter((name) => !others.includes(name));
  expect(headingsOf(REPORTS)).toEqual(own);
  expect(headingsOf(ADDRESSES).sort()).toEqual(names(OF_ADDRESSES));
  expect(headingsOf(APPLICATIONS).sort()).toEqual(names(OF_APPLICATIONS));
});

/** The type of a column in words. */
function typeOf({ type, pattern }: JsonObject): string {
  if (pattern === TIME.pattern) return 'UTC';
  const words: Readonly<Record<string, string>> = {
    integer: 'number',
    number: 'number',
    boolean: 'true/false',
    array: 'list',
    object: 'object',
  };
  return (typeof type === 'string' ? words[type] : undefined) ?? 'text';
}

describe.each([...builtInReports.values(), applicationsOfTenant, organization, deletedMailboxes, addresses])(
  'the section of $name',
  (report) => {
    const text = section(`\`${report.name}\``);
    const columns = tableOf(text, 'Column').rows.flatMap(([names = '', type]) =>
      inlineCode(names).map((name) => [name, type]),
    );

    test('lists the columns with their types, in the order of the CSV', () => {
      const own = Object.keys(report.columns);
      expect(columns).toEqual(own.map((name) => [name, typeOf(report.types?.[name] ?? {})]));
    });

    test('names the path in Graph, the listing, or the cmdlet', () => {
      if (report.source === 'cmdlets' || report.source === 'listings' || report.source === 'reports') return;
      if (isDerivedReport(report)) return;
      const { request } = report;
      const name = 'listing' in request ? request.listing : 'path' in request ? request.path : request.cmdlet;
      expect(inlineCode(text)).toContain(name);
    });
  },
);

/** What decides which object counts, or whether it does. */
const DECIDING =
  /^(?:Identity|IsDefault|State|Mode|ActivationDate|ExpiryDate|(?:ExceptIf)?(?:From|FromMemberOf|SenderDomainIs)|HostedOutboundSpamFilterPolicy|MatchSubDomains|Get-AcceptedDomain)$/;

test('the section of organization names the cmdlets and the properties that its columns show', () => {
  const documented = inlineCode(section('`organization`'));
  const read = Object.values(organization.cmdlets).flatMap(({ cmdlet, select }) => [cmdlet, ...select]);
  expect(documented).toEqual(expect.arrayContaining(read.filter((name) => !DECIDING.test(name))));
});

test('reports.md lists the values of conditions of inbox rules', () => {
  const { properties } = builtInReports.get('inbox-rules')?.types?.Conditions ?? {};
  const [, sentences = ''] = section('`inbox-rules`').split('The values of ');
  const listed = sentences.split(/; |\.\n/).map(inlineCode);
  expect(properties).toEqual(
    Object.fromEntries(listed.slice(0, 3).map(([name = '', ...values]) => [name, { enum: values }])),
  );
});

test('the added functions take as many arguments as their documents name', () => {
  for (const [name, { takes, call }] of Object.entries(addedFunctions))
    expect([name, takes.length]).toEqual([name, call.length]);
});

test('reports.md has only valid report files', () => {
  const files = reportFiles();
  expect(files).toHaveLength(4);
  for (const file of files) expect(parseReportFile(file, 'report.yml')).toMatchObject({ problems: [] });
});

/** What is shown as YAML, but for the step that names reports. */
function reportFiles(): string[] {
  const [step = '', ...files] = codeBlocks(REPORTS, 'yaml');
  expect(parse(step)).toMatchObject({ with: { report: expect.any(String) } });
  return files;
}

test('the example file is the first report file shown', () => {
  const [shown = ''] = reportFiles();
  expect(parse(shown)).toEqual(parse(textOf('examples/reports/master-categories.yml')));
});

test('reports.md names the columns of every report', () => {
  const named = new Set(inlineCode(REPORTS + APPLICATIONS + ADDRESSES));
  for (const column of ['MailboxName', ...STATUS_COLUMNS, ...VERDICT_COLUMNS]) expect(named).toContain(column);
});
