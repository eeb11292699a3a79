import packageJson from '../../../package.json' with { type: 'json' };
import { findingsOf, type MailboxResult } from '../../run/mailbox-result.ts';
import type { Policy } from '../../policy/definition.ts';
import { count, counted } from '../../text/numbers.ts';
import { removeTemp } from './output-directory.ts';
import { Fingerprints, sarifResult, sarifRule } from './sarif-objects.ts';
import type { FileSink } from '../sink.ts';
import { openTextFile, type TextFile } from './text-file.ts';

/** GitHub rejects a run with more. https://docs.github.com/code-security/code-scanning/sarif-support-for-code-scanning */
export const MAX_RESULTS = 25_000;

const SEPARATOR = ',\n';

export interface SarifOptions {
  readonly policy: Policy;
  /** An upload to GitHub replaces the results of its category only. May have slashes; absent: `mailbox-report`. */
  readonly category?: string | undefined;
  /** Whether the run has a baseline, so that each result says whether it is suppressed. */
  readonly hasBaseline?: boolean;
  /** The maximum number of results; absent: GitHub's. */
  readonly maxResults?: number | undefined;
}

/**
 * Creates a SARIF 2.1.0 file for code scanning (https://docs.oasis-open.org/sarif/sarif/v2.1.0) with a result for each
 * finding of the verdict `fail`, `warn` or `known`; the latter are suppressed. Notifications count unreadable mailboxes and the
 * results above the maximum; known findings are omitted first, then warnings. Throws as `openTextFile` does.
 */
export function openSarif(file: string, options: SarifOptions): FileSink {
  return new Sarif(openTextFile(file, runStart(options)), options);
}

class Sarif implements FileSink {
  readonly #file: TextFile;
  readonly #ruleIndex: ReadonlyMap<string, number>;
  readonly #hasBaseline: boolean;
  readonly #maxResults: number;
  #failures = 0;
  #unreadable = 0;
  #cancelled = false;
  readonly #warnings: LaterResults;
  readonly #known: LaterResults;
  #closed: Promise<void> | undefined;

  constructor(file: TextFile, { policy, hasBaseline = false, maxResults = MAX_RESULTS }: SarifOptions) {
    this.#file = file;
    this.#ruleIndex = new Map(policy.rules.map(({ id }, index) => [id, index]));
    this.#hasBaseline = hasBaseline;
    this.#maxResults = maxResults;
    this.#warnings = new LaterResults(`${file.path}.warnings`, maxResults);
    this.#known = new LaterResults(`${file.path}.known`, maxResults);
  }

  get path(): string {
    return this.#file.path;
  }

  async add(result: MailboxResult): Promise<void> {
    if (result.status !== 'ok') this.#unreadable += 1;
    if (result.status === 'cancelled') this.#cancelled = true;
    const fingerprints = new Fingerprints();
    for (const finding of findingsOf(result)) {
      const { verdict } = finding;
      if (verdict !== 'fail' && verdict !== 'warn' && verdict !== 'known') continue;
      const text = sarifResult(finding, {
        ruleIndex: this.#ruleIndex.get(finding.rule.id) ?? -1,
        fingerprint: fingerprints.of(finding),
        hasBaseline: this.#hasBaseline,
      });
      if (verdict === 'fail') await this.#addFailure(text);
      else await (verdict === 'warn' ? this.#warnings : this.#known).add(text);
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#complete();
    return this.#closed;
  }

  async #addFailure(text: string): Promise<void> {
    this.#failures += 1;
    if (this.#failures > this.#maxResults) return;
    await this.#file.write((this.#failures === 1 ? '' : SEPARATOR) + text);
  }

  async #complete(): Promise<void> {
    const later = [this.#warnings, this.#known];
    try {
      let written = Math.min(this.#failures, this.#maxResults);
      for (const results of later) written += await results.appendTo(this.#file, written, this.#maxResults - written);
    } finally {
      try {
        const found = later.reduce((sum, { count: number }) => sum + number, this.#failures);
        const omitted = Math.max(0, found - this.#maxResults);
        await this.#file.close(runEnd({ omitted, unreadable: this.#unreadable, cancelled: this.#cancelled }));
      } finally {
        for (const results of later) await results.discard();
      }
    }
  }
}

/** Results of less importance, in a file of their own until it is known how many fit beside the others. */
class LaterResults {
  readonly #path: string;
  readonly #maxResults: number;
  #file: TextFile | undefined;
  /** For each result, the bytes of the file up to its end. */
  readonly #ends: number[] = [];
  /** How many results were added. */
  count = 0;

  constructor(path: string, maxResults: number) {
    this.#path = path;
    this.#maxResults = maxResults;
  }

  async add(text: string): Promise<void> {
    this.count += 1;
    if (this.count > this.#maxResults) return;
    const result = (this.count === 1 ? '' : SEPARATOR) + text;
    this.#ends.push((this.#ends.at(-1) ?? 0) + Buffer.byteLength(result));
    this.#file ??= openTextFile(this.#path);
    await this.#file.write(result);
  }

  /** Appends at most `room` results to a file that has `before` results, and returns their number. */
  async appendTo(file: TextFile, before: number, room: number): Promise<number> {
    if (this.#file === undefined) return 0;
    await this.#file.close();
    const appended = Math.min(room, this.#ends.length);
    if (appended === 0) return 0;
    if (before > 0) await file.write(SEPARATOR);
    await file.append(this.#file.path, this.#ends[appended - 1]);
    return appended;
  }

  discard(): Promise<void> {
    return removeTemp(this.#file?.path);
  }
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
  cancelled,
}: {
  readonly omitted: number;
  readonly unreadable: number;
  readonly cancelled: boolean;
}): string {
  const notifications = [
    ...(unreadable === 0
      ? []
      : [`${counted(unreadable, 'mailbox', 'mailboxes')} could not be read and may have more results.`]),
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
