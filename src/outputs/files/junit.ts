import path from 'node:path';
import type { MailboxResult, ReportResult } from '../../run/mailbox-result.ts';
import type { Policy, Rule } from '../../policy/definition.ts';
import type { Finding, RuleVerdict } from '../../policy/verdict.ts';
import { visibleLine } from '../../text/display.ts';
import { count } from '../../text/numbers.ts';
import { makeTempFolder, removeTemp } from './output-directory.ts';
import { unreadableRow } from '../../reports/rows.ts';
import type { FileSink } from '../sink.ts';
import { findingText } from '../../policy/verdict.ts';
import { closeAll, openTextFile, type TextFile } from './text-file.ts';

/** Findings of a mailbox that a case lists. */
const MAX_FINDINGS = 20;

export interface JunitOptions {
  readonly policy: Policy;
  /** Where the temporary folder for suites is created; closing the file removes it. */
  readonly folder: string;
  /** When the run started, in epoch ms. */
  readonly started: number;
}

/**
 * Creates a JUnit XML file as Jenkins and Ant write it: a suite for each rule, and in it a case for each mailbox. A warning
 * passes, with its findings as output. Mailboxes that are known, exempt or inconclusive, or to which the rule does not apply,
 * are skipped, with the type `known`, `exempt`, `inconclusive` or `not-applicable`. Throws as `openTextFile` does.
 */
export function openJunit(file: string, options: JunitOptions): FileSink {
  return new Junit(openTextFile(file, '<?xml version="1.0" encoding="UTF-8"?>\n'), options);
}

/** A suite starts with its counts, so its cases are written to a file of their own first. */
interface Suite {
  readonly rule: Rule;
  /** The name of that file: an id can have characters that no file name has. */
  readonly number: number;
  tests: number;
  failures: number;
  skipped: number;
  cases: TextFile | undefined;
}

class Junit implements FileSink {
  readonly #file: TextFile;
  readonly #folder: string;
  readonly #started: number;
  readonly #suites: ReadonlyMap<string, Suite>;
  #tempFolder: string | undefined;
  #closed: Promise<void> | undefined;

  constructor(file: TextFile, { policy, folder, started }: JunitOptions) {
    this.#file = file;
    this.#folder = folder;
    this.#started = started;
    this.#suites = new Map(
      policy.rules.map((rule, number) => [
        rule.id,
        { rule, number, tests: 0, failures: 0, skipped: 0, cases: undefined },
      ]),
    );
  }

  get path(): string {
    return this.#file.path;
  }

  async add(result: MailboxResult): Promise<void> {
    for (const report of result.reports) {
      for (const verdict of report.verdict?.rules ?? []) {
        const suite = this.#suites.get(verdict.rule.id);
        if (suite === undefined) continue;
        suite.tests += 1;
        if (verdict.verdict === 'fail') suite.failures += 1;
        else if (verdict.verdict !== 'pass' && verdict.verdict !== 'warn') suite.skipped += 1;
        await this.#casesOf(suite).write(testcase(verdict, result, report));
      }
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#complete();
    return this.#closed;
  }

  #casesOf(suite: Suite): TextFile {
    this.#tempFolder ??= makeTempFolder(this.#folder, 'junit-');
    suite.cases ??= openTextFile(path.join(this.#tempFolder, String(suite.number)));
    return suite.cases;
  }

  async #complete(): Promise<void> {
    const suites = [...this.#suites.values()];
    try {
      await closeAll(suites.flatMap(({ cases }) => cases ?? []));
      await this.#join(suites);
    } finally {
      try {
        await this.#file.close();
      } finally {
        await removeTemp(this.#tempFolder);
      }
    }
  }

  async #join(suites: readonly Suite[]): Promise<void> {
    const tests = suites.reduce((sum, suite) => sum + suite.tests, 0);
    const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
    const start = xmlAttributes({ name: 'Mailbox Report', tests, failures, errors: 0, time: 0 });
    await this.#file.write(`<testsuites${start}>\n`);
    for (const suite of suites) {
      await this.#file.write(suiteStart(suite, this.#started));
      if (suite.cases !== undefined) await this.#file.append(suite.cases.path);
      await this.#file.write('</testsuite>\n');
    }
    await this.#file.write('</testsuites>\n');
  }
}

function suiteStart({ rule: { id, title }, tests, failures, skipped }: Suite, started: number): string {
  const name = title === id ? id : `${id}: ${visibleLine(title)}`;
  // The schema of Ant allows no time zone.
  const timestamp = new Date(started).toISOString().slice(0, 19);
  return `<testsuite${xmlAttributes({ name, tests, failures, errors: 0, skipped, time: 0, timestamp })}>\n`;
}

/** The case of a mailbox in the suite of a rule. */
function testcase({ rule, verdict, findings }: RuleVerdict, { mailbox }: MailboxResult, report: ReportResult): string {
  // The suites have the same mailboxes as cases, and Jenkins distinguishes cases only by class and name.
  const classname = `${rule.report}.${rule.id}`;
  const start = `<testcase${xmlAttributes({ classname, name: mailbox.address, time: 0 })}`;
  switch (verdict) {
    case 'pass':
      return `${start}/>\n`;
    case 'warn': {
      const warned = findings.filter((finding) => finding.verdict === 'warn');
      return `${start}><system-out>${xmlText(`Warning: ${lines(warned)}`)}</system-out></testcase>\n`;
    }
    case 'fail': {
      const failed = findings.filter((finding) => finding.verdict === 'fail');
      const failure = xmlAttributes({ message: firstLine(failed), type: 'violation' });
      return `${start}><failure${failure}>${xmlText(lines(failed))}</failure></testcase>\n`;
    }
    case 'known':
    case 'exempt':
    case 'inconclusive':
    case undefined: {
      const message = skippedText(verdict, findings, report);
      const type = verdict ?? 'not-applicable';
      return `${start}><skipped${xmlAttributes({ message, type })}/></testcase>\n`;
    }
  }
}

function skippedText(
  verdict: 'known' | 'exempt' | 'inconclusive' | undefined,
  findings: readonly Finding[],
  { rows }: ReportResult,
): string {
  const { status, error } = unreadableRow(rows) ?? rows[0];
  if (verdict === undefined) return 'The rule does not apply to this mailbox';
  if (verdict === 'inconclusive') {
    if (status !== 'ok') return visibleLine(`Could not be read: ${status}${error === '' ? '' : `, ${error}`}`);
    return `Inconclusive: ${firstLine(findings.filter((finding) => finding.verdict === 'inconclusive'))}`;
  }
  if (verdict === 'known') {
    const known = findings.filter((finding) => finding.verdict === 'known');
    return visibleLine(`Known since ${known[0]?.addedOn ?? ''}, in the baseline. ${firstLine(known)}`);
  }
  const exemption = findings.find((finding) => finding.exemption !== undefined)?.exemption;
  const reason =
    exemption === undefined
      ? 'Exempt'
      : visibleLine(`Exempt until ${exemption.expires}: ${exemption.reason} (${exemption.owner})`);
  return `${reason}. ${firstLine(findings)}`;
}

function firstLine([first, ...others]: readonly Finding[]): string {
  if (first === undefined) return '';
  return noveltyText(first) + (others.length === 0 ? '' : `, and ${count(others.length)} more`);
}

function lines(findings: readonly Finding[]): string {
  const more = findings.length - MAX_FINDINGS;
  const listed = findings.slice(0, MAX_FINDINGS).map(noveltyText);
  return [...listed, ...(more > 0 ? [`and ${count(more)} more`] : [])].join('\n');
}

/** A finding, and whether the earlier report does not have it. */
function noveltyText(finding: Finding): string {
  return findingText(finding) + (finding.novelty === 'new' ? ' (new)' : '');
}

/** Characters that XML 1.0 forbids, also as references. https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** Line ends and tabs too: in an attribute they are read as spaces. https://www.w3.org/TR/xml/#AVNormalize */
const MARKUP = /[&<>"'\t\n\r]/g;

/**
 * Untrusted text for XML 1.0, in an element or an attribute. It reads back unchanged, except for forbidden characters, which
 * are written as `\u{1}`.
 */
function xmlText(text: string): string {
  return text
    .replace(FORBIDDEN, (unit) => `\\u{${unit.codePointAt(0)?.toString(16) ?? ''}}`)
    .replace(MARKUP, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Attributes with a space before each. */
function xmlAttributes(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
