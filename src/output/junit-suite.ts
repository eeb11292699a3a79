import type { Rule } from '../policy/definition.ts';
import type { Finding, RuleVerdict } from '../policy/verdict.ts';
import { type MailboxResult, type ReportResult } from '../mailbox-result.ts';
import { findingText } from './sink.ts';
import { xmlAttributes, xmlText } from './junit-xml.ts';
import { count } from '../text/numbers.ts';
import { visibleLine } from '../text/display.ts';

/** Findings of a mailbox that a case tells one by one. */
const MOST_FINDINGS = 20;

/** How many cases of a suite there were, as its element's attributes say. */
export class SuiteCounts {
  tests = 0;
  failures = 0;
  skipped = 0;

  add({ tests, failures }: Pick<SuiteCounts, 'tests' | 'failures'>): void {
    this.tests += tests;
    this.failures += failures;
  }
}

/** The start of a rule's suite. `started`: when the run began, in epoch ms. */
export function suiteStart({ id, title }: Rule, { tests, failures, skipped }: SuiteCounts, started: number): string {
  const name = title === id ? id : `${id}: ${visibleLine(title)}`;
  // The schema of Ant allows no time zone.
  const timestamp = new Date(started).toISOString().slice(0, 19);
  return `<testsuite${xmlAttributes({ name, tests, failures, errors: 0, skipped, time: 0, timestamp })}>\n`;
}

/** The case of a mailbox in the suite of a rule; adds it to the counts. */
export function testcase(
  { rule, verdict, findings }: RuleVerdict,
  judged: MailboxResult,
  report: ReportResult,
  counts: SuiteCounts,
): string {
  // Two rules have the same mailboxes as cases, which Jenkins tells apart by class alone.
  const classname = xmlText(`${rule.report}.${rule.id}`);
  const start = `<testcase classname="${classname}" name="${xmlText(judged.mailbox.address)}" time="0"`;
  counts.tests += 1;
  switch (verdict) {
    case 'fail': {
      counts.failures += 1;
      const failed = findings.filter((finding) => finding.verdict === 'fail');
      const failure = xmlAttributes({ message: summary(failed), type: 'violation' });
      return `${start}><failure${failure}>${xmlText(lines(failed))}</failure></testcase>\n`;
    }
    case 'warn':
      return `${start}><system-out>${xmlText(`Warning: ${lines(findings)}`)}</system-out></testcase>\n`;
    case 'exempt':
      counts.skipped += 1;
      return `${start}><skipped${xmlAttributes({ message: exemptText(findings) })}/></testcase>\n`;
    case 'inconclusive':
      counts.skipped += 1;
      return `${start}><skipped${xmlAttributes({ message: inconclusiveText(findings, report) })}/></testcase>\n`;
    case undefined:
      counts.skipped += 1;
      return `${start}><skipped${xmlAttributes({ message: 'The rule does not concern it' })}/></testcase>\n`;
    case 'pass':
      return `${start}/>\n`;
  }
}

function summary([first, ...more]: readonly Finding[]): string {
  if (first === undefined) return '';
  return findingText(first) + (more.length === 0 ? '' : `, and ${count(more.length)} more`);
}

function lines(findings: readonly Finding[]): string {
  const more = findings.length - MOST_FINDINGS;
  const told = findings.slice(0, MOST_FINDINGS).map(findingText);
  return [...told, ...(more > 0 ? [`and ${count(more)} more`] : [])].join('\n');
}

function exemptText(findings: readonly Finding[]): string {
  const exemption = findings.find((finding) => finding.exemption !== undefined)?.exemption;
  const why =
    exemption === undefined
      ? 'Exempt'
      : visibleLine(`Exempt until ${exemption.expires}: ${exemption.reason} (${exemption.owner})`);
  return `${why}. ${summary(findings)}`;
}

function inconclusiveText(findings: readonly Finding[], { rows: [{ status, error }] }: ReportResult): string {
  if (status !== 'ok') return visibleLine(`Not read: ${status}${error === '' ? '' : `, ${error}`}`);
  return `Inconclusive: ${summary(findings.filter(({ verdict }) => verdict === 'inconclusive'))}`;
}
