import type { MailboxResult, ReportResult } from '../../run/mailbox-result.ts';
import type { Policy, Rule } from '../../policy/policy-definition.ts';
import { subjectLabel } from '../../policy/subject.ts';
import type { Finding, RuleVerdict } from '../../policy/verdict.ts';
import type { TableResult } from '../../run/table-result.ts';
import { visibleLine } from '../../text/display.ts';
import { count, type EpochMs } from '../../text/numbers.ts';
import { unreadableRow } from '../../reports/rows.ts';
import type { FileSink } from '../../run/sink.ts';
import { createTextFile, type TextFile } from './text-file.ts';

/** Findings of a mailbox that a case lists. */
const MAX_FINDINGS = 20;

/**
 * Creates a JUnit XML file as Jenkins and Ant write it: a suite for each rule, which counts each mailbox as a test. It has a case for
 * each mailbox that fails, and a skipped one for each that could not be judged because a report is unread. Warnings pass, and whatever
 * else is neither `pass` nor `fail` is skipped. Throws as `createTextFile` does.
 */
export function createJunit(file: string, policy: Policy, started: EpochMs): FileSink {
  return new Junit(createTextFile(file, '<?xml version="1.0" encoding="UTF-8"?>\n'), policy, started);
}

/** A suite starts with its counts, so its cases are kept until the end. */
interface Suite {
  readonly rule: Rule;
  tests: number;
  failures: number;
  skipped: number;
  /** By the name of a mailbox, or of a row of a table. */
  readonly cases: { readonly name: string; readonly outcome: string }[];
}

class Junit implements FileSink {
  readonly #file: TextFile;
  readonly #started: EpochMs;
  readonly #suites: ReadonlyMap<string, Suite>;
  #closed: Promise<void> | undefined;

  constructor(file: TextFile, policy: Policy, started: EpochMs) {
    this.#file = file;
    this.#started = started;
    this.#suites = new Map(
      policy.rules.map((rule) => [rule.id, { rule, tests: 0, failures: 0, skipped: 0, cases: [] }]),
    );
  }

  get path(): string {
    return this.#file.path;
  }

  add(result: MailboxResult): void {
    for (const report of result.reports) {
      for (const verdict of report.verdict?.rules ?? []) {
        const suite = this.#suites.get(verdict.rule.id);
        if (suite === undefined) continue;
        suite.tests += 1;
        if (verdict.verdict === 'fail') suite.failures += 1;
        else if (verdict.verdict !== 'pass' && verdict.verdict !== 'warn') suite.skipped += 1;
        const outcome = outcomeOf(verdict, report, result);
        if (outcome !== undefined) suite.cases.push({ name: result.mailbox.address, outcome });
      }
    }
  }

  /** A table is a test of each of its rows with a finding, and one more if it has none. */
  addTable({ definition, status, error, verdict: ofTable }: TableResult): void {
    for (const { rule, verdict, findings } of ofTable?.rules ?? []) {
      const suite = this.#suites.get(rule.id);
      if (suite === undefined) continue;
      const byRow = Map.groupBy(findings, subjectLabel);
      suite.tests += Math.max(1, byRow.size);
      for (const [name, ofRow] of byRow) {
        const failed = ofRow.filter((finding) => finding.verdict === 'fail');
        if (failed.length > 0) {
          suite.failures += 1;
          suite.cases.push({ name, outcome: failureText(failed) });
        } else if (ofRow.some((finding) => finding.verdict !== 'warn')) suite.skipped += 1;
      }
      if (byRow.size > 0 || verdict === 'pass') continue;
      suite.skipped += 1;
      if (status !== 'ok') suite.cases.push({ name: definition.name, outcome: skippedText(status, error) });
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#complete();
    return this.#closed;
  }

  async #complete(): Promise<void> {
    try {
      for (const text of this.#texts()) await this.#file.write(text);
    } finally {
      await this.#file.close();
    }
  }

  *#texts(): Generator<string> {
    const suites = [...this.#suites.values()];
    const tests = suites.reduce((sum, suite) => sum + suite.tests, 0);
    const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
    yield `<testsuites${xmlAttributes({ name: 'Mailbox Report', tests, failures, errors: 0, time: 0 })}>\n`;
    for (const suite of suites) {
      const { rule, cases } = suite;
      yield suiteStart(suite, this.#started);
      // The suites have the same mailboxes as cases, and Jenkins distinguishes cases only by class and name.
      const classname = `${rule.report}.${rule.id}`;
      for (const { name, outcome } of cases) {
        yield `<testcase${xmlAttributes({ classname, name, time: 0 })}>${outcome}</testcase>\n`;
      }
      yield '</testsuite>\n';
    }
    yield '</testsuites>\n';
  }
}

function suiteStart({ rule: { id, title }, tests, failures, skipped }: Suite, started: number): string {
  const name = title === id ? id : `${id}: ${visibleLine(title)}`;
  // The schema of Ant allows no time zone.
  const timestamp = new Date(started).toISOString().slice(0, 19);
  return `<testsuite${xmlAttributes({ name, tests, failures, errors: 0, skipped, time: 0, timestamp })}>\n`;
}

/** What a `testcase` contains; undefined if there is none. */
function outcomeOf(
  { verdict, findings }: RuleVerdict,
  { rows }: ReportResult,
  mailbox: Pick<MailboxResult, 'status' | 'error'>,
): string | undefined {
  if (verdict === 'fail') {
    return failureText(findings.filter((finding) => finding.verdict === 'fail'));
  }
  // The rule may depend on another report.
  const { status, error } = unreadableRow(rows) ?? mailbox;
  if (verdict !== 'inconclusive' || status === 'ok') return undefined;
  return skippedText(status, error);
}

function failureText(failed: readonly Finding[]): string {
  const failure = xmlAttributes({ message: firstLine(failed), type: 'violation' });
  return `<failure${failure}>${xmlText(lines(failed))}</failure>`;
}

function skippedText(status: string, error: string): string {
  const message = visibleLine(`Could not be read: ${status}${error === '' ? '' : `, ${error}`}`);
  return `<skipped${xmlAttributes({ message, type: 'inconclusive' })}/>`;
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
function noveltyText({ message, novelty }: Finding): string {
  return message + (novelty === 'new' ? ' (new)' : '');
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
