import type { Json, JsonObject } from '../../json.ts';
import type { Policy } from '../../policy/definition.ts';
import type { ExemptionUse } from '../../policy/exemptions.ts';
import type { VerdictCounts } from '../../totals/verdict-counts.ts';
import { worst, type Finding, type RowVerdict } from '../../policy/verdict.ts';
import { INCONCLUSIVE_MEMBER, UNKNOWN, type ReportDefinition } from '../../reports/definition.ts';
import { type Row, unreadableRow } from '../../reports/rows.ts';
import { findingsOf, type MailboxResult, type ReportResult, type Change } from '../../run/mailbox-result.ts';
import type { ReportCounts } from '../../totals/report-counts.ts';
import { type FileSink } from '../sink.ts';
import type { ComparisonSummary, RunSummary } from '../../totals/run-summary.ts';
import { openTextFile, type TextFile } from './text-file.ts';

/** Version of the format: increased by incompatible changes. */
const VERSION = 1;

export interface JsonReportOptions {
  readonly reports: readonly ReportDefinition[];
  readonly policy?: Policy | undefined;
  /** Paths of the mailbox lists in the workspace. */
  readonly lists: readonly string[];
  /** When the run began, in epoch ms. */
  readonly started: number;
}

/**
 * Opens a JSON file with everything that a run finds: the reports, the policy, each mailbox on a line of its own with its
 * typed rows and findings, and the totals at the end. An unknown cell is null; `Inconclusive` of its row names the columns.
 * A mailbox without items or that could not be read has no rows. Throws as `openTextFile` does.
 */
export function openJsonReport(file: string, options: JsonReportOptions): FileSink {
  return new JsonReport(openTextFile(file, beginning(options)), options.reports);
}

/** A JSON report that is being written. `close` completes it, also after a cancelled run. */
class JsonReport implements FileSink {
  readonly #file: TextFile;
  /** For each report, its columns as keys: `"TimeZone":`. */
  readonly #keys: ReadonlyMap<ReportDefinition, readonly string[]>;
  #separator = '\n';

  constructor(file: TextFile, reports: readonly ReportDefinition[]) {
    this.#file = file;
    this.#keys = new Map(reports.map((report) => [report, Object.keys(report.columns).map(key)]));
  }

  get path(): string {
    return this.#file.path;
  }

  add(result: MailboxResult): void | Promise<void> {
    const text = this.#separator + this.#mailbox(result);
    this.#separator = ',\n';
    return this.#file.write(text);
  }

  close(summary?: RunSummary): Promise<void> {
    const members = Object.entries(summary === undefined ? {} : endingOf(summary)).map(
      ([name, value]) => `,${key(name)}${JSON.stringify(value)}`,
    );
    return this.#file.close(`\n]${members.join('\n')}}\n`);
  }

  #mailbox(result: MailboxResult): string {
    const { mailbox, status, error, reports } = result;
    const { address, file, line } = mailbox;
    const head = JSON.stringify({ mailbox: address, file, line, status, ...(error === '' ? {} : { error }) });
    const members = reports.map((report) => key(report.definition.name) + this.#report(report)).join(',');
    const findings = findingsOf(result).map((finding) => JSON.stringify(findingJson(finding)));
    const changes = result.changes === undefined ? '' : `,"changes":${JSON.stringify(result.changes.map(changeJson))}`;
    return `${head.slice(0, -1)},"reports":{${members}},"findings":[${findings.join(',')}]${changes}}`;
  }

  #report({ definition, rows, verdict }: ReportResult): string {
    const keys = this.#keys.get(definition) ?? Object.keys(definition.columns).map(key);
    const { status, error } = unreadableRow(rows) ?? rows[0];
    const head = JSON.stringify({
      status,
      ...(error === '' ? {} : { error }),
      ...(verdict === undefined ? {} : { verdict: worst(verdict.rows.map((row) => row.verdict)) }),
    });
    const texts: string[] = [];
    for (const [at, row] of rows.entries()) {
      if (row.content !== 'none') texts.push(rowText(keys, row, verdict?.rows[at]));
    }
    return `${head.slice(0, -1)},"rows":[${texts.join(',')}]}`;
  }
}

function beginning({ reports, policy, lists, started }: JsonReportOptions): string {
  const head = JSON.stringify({
    version: VERSION,
    started: new Date(started).toISOString(),
    lists,
    reports: reports.map(({ name, permissions, columns }) => ({
      name,
      permission: permissions.length === 1 ? permissions[0] : permissions,
      columns: Object.keys(columns),
    })),
    ...(policy === undefined ? {} : { policy: policyJson(policy) }),
  });
  return `${head.slice(0, -1)},"mailboxes":[`;
}

function policyJson({ file, rules, exemptions }: Policy): unknown {
  return {
    file,
    rules: rules.map(({ id, report, title, severity, when, expect, help }) => {
      return { id, report, title, severity, when, expect, help };
    }),
    exemptions: exemptions.map(({ rule, mailboxes, reason, owner, expires }) => {
      return { rule, mailboxes: mailboxes.map(({ pattern }) => pattern), reason, owner, expires };
    }),
  };
}

/** Writes members one by one: an object for every row takes longer, and loses a column called `__proto__`. */
function rowText(keys: readonly string[], row: Row, verdict: RowVerdict | undefined): string {
  const members = keys.map((name, at) => name + JSON.stringify(typedCell(row, at)));
  if (row.incomplete !== undefined) {
    const names = keys.filter((_, at) => row.incomplete?.has(at)).map((name) => name.slice(0, -1));
    members.push(`${key(INCONCLUSIVE_MEMBER)}[${names.join(',')}]`);
  }
  if (verdict !== undefined) {
    members.push(`"Verdict":"${verdict.verdict}"`, `"Violations":${JSON.stringify(verdict.violations)}`);
  }
  return `{${members.join(',')}}`;
}

/** The word of the CSV would be a text in a column of another type. */
function typedCell({ cells, incomplete }: Row, at: number): Json {
  const cell = cells[at] ?? null;
  return cell === UNKNOWN && incomplete?.has(at) === true ? null : cell;
}

function findingJson(finding: Finding): unknown {
  const { rule, verdict, item, column, found, expected, exemption, addedOn, since, novelty } = finding;
  // Members that are undefined are not written.
  return {
    rule: rule.id,
    severity: rule.severity,
    verdict,
    report: rule.report,
    ...(item === '' ? {} : { item }),
    column,
    found,
    expected,
    exemption: exemption && { reason: exemption.reason, owner: exemption.owner, expires: exemption.expires },
    ...{ addedOn, since, novelty },
  };
}

function changeJson({ kind, report, item, column, before, after, rule }: Change): JsonObject {
  return {
    change: kind,
    ...(report === '' ? {} : { report }),
    ...(item === '' ? {} : { item }),
    ...(column === '' ? {} : { column }),
    ...(kind.startsWith('mailbox-') ? {} : { before, after }),
    ...(rule === undefined ? {} : { rule }),
  };
}

/** Against which report was compared, and the counts. */
function comparisonJson({ source, counts, comparesViolations, notes, removed }: ComparisonSummary): JsonObject {
  const { newViolationCount, resolvedCount, changeCount, changedMailboxes, addedMailboxes } = counts;
  return {
    ...(source.kind === 'run' ? { run: source.number, url: source.url } : { path: source.path }),
    ...(comparesViolations ? { newViolations: newViolationCount, resolved: resolvedCount } : {}),
    ...{ changes: changeCount, changedMailboxes, addedMailboxes },
    removedMailboxes: Array.from(removed(), ({ mailbox }) => mailbox),
    notes: [...notes],
  };
}

function key(name: string): string {
  return `${JSON.stringify(name)}:`;
}

/** The last members: the result and the counts. */
function endingOf(summary: RunSummary): JsonObject {
  const { result, message, maxUnreadable, failOn, mailboxes, reports, policy, comparison, duplicateCount } = summary;
  const { total, read, unreadable } = mailboxes;
  return {
    result,
    message,
    maxUnreadable,
    failOn,
    counts: {
      ...{ mailboxes: total, read, unreadable, repeated: duplicateCount },
      ...(policy === undefined ? {} : findingCounts(policy.verdicts)),
    },
    highlights: reports.flatMap(highlightCounts),
    ...(comparison === undefined ? {} : { comparison: comparisonJson(comparison) }),
    ...(policy === undefined ? {} : { rules: ruleCounts(policy.verdicts), exemptions: policy.exemptions.map(useJson) }),
  };
}

function highlightCounts({ name, unit, highlights }: ReportCounts): JsonObject[] {
  return highlights.map(({ title, mailboxes, rows }) => {
    return { report: name, title, unit: unit.singular, mailboxes, rows };
  });
}

function findingCounts(policy: VerdictCounts): JsonObject {
  const [known, exempt, inconclusive] = [policy.total('known'), policy.total('exempt'), policy.total('inconclusive')];
  return { violations: policy.total('failed'), warnings: policy.total('warned'), known, exempt, inconclusive };
}

function ruleCounts({ rules }: VerdictCounts): JsonObject[] {
  return rules.map(({ rule: { id }, passed, failed, warned, known, exempt, inconclusive }) => ({
    ...{ id, passed, failed, warned, known, exempt, inconclusive },
  }));
}

/** The use of an exemption, in the order of the policy. */
function useJson({ exemption, daysLeft, expired, endsSoon, covered, missed, usage }: ExemptionUse): JsonObject {
  const { rule, expires } = exemption;
  return { rule, expires, state: expired ? 'expired' : usage, daysLeft, endsSoon, covered, missed };
}
