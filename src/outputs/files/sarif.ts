import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import packageJson from '../../../package.json' with { type: 'json' };
import { findingsOf, type MailboxResult } from '../../run/mailbox-result.ts';
import type { Policy } from '../../policy/policy-definition.ts';
import type { Finding } from '../../policy/verdict.ts';
import { tableFindings, type TableResult } from '../../run/table-result.ts';
import { count, counted } from '../../text/numbers.ts';
import { Fingerprints, sarifResult, sarifRule } from './sarif-objects.ts';
import type { FileSink } from '../../run/sink.ts';
import { createTextFile, type TextFile } from './text-file.ts';

/** GitHub rejects a run with more. https://docs.github.com/code-security/code-scanning/sarif-support-for-code-scanning */
export const MAX_RESULTS = 25_000;
/** GitHub rejects a larger file, gzipped as the upload does it. Same page. */
export const MAX_GZIPPED_BYTES = 10_000_000;

export interface SarifOptions {
  readonly policy: Policy;
  /** An upload to GitHub replaces the results of its category only. May have slashes; absent: `mailbox-report`. */
  readonly category?: string | undefined;
  /** Whether the run has a baseline, so that each result says whether it is suppressed. */
  readonly hasBaseline?: boolean;
  /** The maximum number of results; absent: GitHub's. */
  readonly maxResults?: number | undefined;
  /** The maximum size of the file, gzipped; absent: GitHub's. */
  readonly maxGzippedBytes?: number | undefined;
}

/**
 * Creates a SARIF 2.1.0 file for code scanning (https://docs.oasis-open.org/sarif/sarif/v2.1.0) with a result for each
 * finding of the verdict `fail`, `warn` or `known`; the latter are suppressed. Notifications count unreadable mailboxes and the
 * results above a maximum; known findings are omitted first, then warnings. Throws as `createTextFile` does.
 */
export function createSarif(file: string, options: SarifOptions): FileSink {
  return new Sarif(createTextFile(file), options);
}

class Sarif implements FileSink {
  readonly #file: TextFile;
  readonly #options: SarifOptions;
  readonly #maxResults: number;
  readonly #ruleIndex: ReadonlyMap<string, number>;
  /** Of each verdict, as many as can be written. */
  readonly #results = { fail: new Array<string>(), warn: new Array<string>(), known: new Array<string>() };
  #found = 0;
  #unreadable = 0;
  readonly #unreadTables: string[] = [];
  #cancelled = false;

  constructor(file: TextFile, options: SarifOptions) {
    this.#file = file;
    this.#options = options;
    this.#maxResults = options.maxResults ?? MAX_RESULTS;
    this.#ruleIndex = new Map(options.policy.rules.map(({ id }, index) => [id, index]));
  }

  get path(): string {
    return this.#file.path;
  }

  addTable(result: TableResult): void {
    if (result.status !== 'ok') this.#unreadTables.push(result.definition.name);
    if (result.status === 'cancelled') this.#cancelled = true;
    this.#addAll(tableFindings(result));
  }

  add(result: MailboxResult): void {
    if (result.status !== 'ok') this.#unreadable += 1;
    if (result.status === 'cancelled') this.#cancelled = true;
    this.#addAll(findingsOf(result));
  }

  #addAll(findings: readonly Finding[]): void {
    const fingerprints = new Fingerprints();
    for (const finding of findings) {
      const { rule, verdict } = finding;
      if (verdict !== 'fail' && verdict !== 'warn' && verdict !== 'known') continue;
      this.#found += 1;
      const fingerprint = fingerprints.of(finding);
      if (this.#results[verdict].length === this.#maxResults) continue;
      const ruleIndex = this.#ruleIndex.get(rule.id) ?? -1;
      const { hasBaseline = false } = this.#options;
      this.#results[verdict].push(sarifResult(finding, { ruleIndex, fingerprint, hasBaseline }));
    }
  }

  async close(): Promise<void> {
    const { fail, warn, known } = this.#results;
    const { maxGzippedBytes = MAX_GZIPPED_BYTES } = this.#options;
    let results = [...fail, ...warn, ...known].slice(0, this.#maxResults);
    let text = this.#textOf(results);
    let size = await gzippedSize(text, maxGzippedBytes);
    while (size > maxGzippedBytes && results.length > 0) {
      // Results are of about the same size. The margin makes a second round rare.
      const fitting = Math.floor(results.length * (maxGzippedBytes / size) * 0.98);
      results = results.slice(0, Math.min(fitting, results.length - 1));
      text = this.#textOf(results);
      size = await gzippedSize(text, maxGzippedBytes);
    }
    await this.#file.close(text);
  }

  #textOf(results: readonly string[]): string {
    const omitted = this.#found - results.length;
    const end = runEnd({
      omitted,
      unreadable: this.#unreadable,
      unreadTables: this.#unreadTables,
      cancelled: this.#cancelled,
    });
    return runStart(this.#options) + results.join(',\n') + end;
  }
}

/** The size of a text in bytes after gzip; before it, if that is small enough: gzip adds at most a few bytes. */
async function gzippedSize(text: string, maximum: number): Promise<number> {
  const size = Buffer.byteLength(text);
  return size + 1_000 <= maximum ? size : (await promisify(gzip)(text)).length;
}

function runStart({ policy, category = 'mailbox-report' }: SarifOptions): string {
  const driver = {
    name: 'Mailbox Report',
    informationUri: 'https://github.com/mailbox-report/mailbox-report',
    semanticVersion: packageJson.version,
    rules: policy.rules.map(sarifRule),
  };
  const head = {
    tool: { driver },
    // GitHub takes the part before the last slash as the category.
    automationDetails: { id: `${category.replace(/\/+$/, '')}/` },
    columnKind: 'utf16CodeUnits',
  };
  return (
    '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[' +
    `${JSON.stringify(head).slice(0, -1)},"results":[\n`
  );
}

function runEnd({
  omitted,
  unreadable,
  unreadTables,
  cancelled,
}: {
  readonly omitted: number;
  readonly unreadable: number;
  readonly unreadTables: readonly string[];
  readonly cancelled: boolean;
}): string {
  const notifications = [
    ...(unreadable === 0
      ? []
      : [`${counted(unreadable, 'mailbox', 'mailboxes')} could not be read and may have more results.`]),
    ...unreadTables.map((name) => `${name} could not be read and may have results.`),
    ...(omitted === 0
      ? []
      : [`${count(omitted)} more results are omitted, since code scanning has a limit. The CSV has all of them.`]),
  ];
  const tail = {
    invocations: [
      {
        executionSuccessful: !cancelled,
        toolExecutionNotifications: notifications.map((text) => ({ level: 'warning', message: { text } })),
      },
    ],
    properties: { omittedResults: omitted, unreadableMailboxes: unreadable },
  };
  return `\n],${JSON.stringify(tail).slice(1)}]}\n`;
}
