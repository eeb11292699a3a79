import packageJson from '../../../package.json' with { type: 'json' };
import { findingsOf, type MailboxResult } from '../../run/mailbox-result.ts';
import type { Policy } from '../../policy/definition.ts';
import { count, counted } from '../../text/numbers.ts';
import { Fingerprints, sarifResult, sarifRule } from './sarif-objects.ts';
import type { FileSink } from '../sink.ts';
import { createTextFile, type TextFile } from './text-file.ts';

/** GitHub rejects a run with more. https://docs.github.com/code-security/code-scanning/sarif-support-for-code-scanning */
export const MAX_RESULTS = 25_000;

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
 * results above the maximum; known findings are omitted first, then warnings. Throws as `createTextFile` does.
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

  add(result: MailboxResult): void {
    if (result.status !== 'ok') this.#unreadable += 1;
    if (result.status === 'cancelled') this.#cancelled = true;
    const fingerprints = new Fingerprints();
    for (const finding of findingsOf(result)) {
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

  close(): Promise<void> {
    const { fail, warn, known } = this.#results;
    const results = [...fail, ...warn, ...known].slice(0, this.#maxResults);
    const end = runEnd({
      omitted: this.#found - results.length,
      unreadable: this.#unreadable,
      cancelled: this.#cancelled,
    });
    return this.#file.close(runStart(this.#options) + results.join(',\n') + end);
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
