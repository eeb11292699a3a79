import packageJson from '../../package.json' with { type: 'json' };
import type { Policy } from '../policy/definition.ts';
import { findingsOf, type MailboxResult } from '../mailbox-result.ts';
import { type FileSink } from './sink.ts';
import { count, counted } from '../text/numbers.ts';
import { removeTemp } from './output-directory.ts';
import { SarifResults } from './sarif-result.ts';
import { sarifRule } from './sarif-rule.ts';
import { openTextFile, type TextFile } from './text-file.ts';

/** GitHub refuses a run of more. https://docs.github.com/code-security/code-scanning/sarif-support-for-code-scanning */
export const MOST_RESULTS = 25_000;

const SEPARATOR = ',\n';

export interface SarifOptions {
  readonly policy: Policy;
  /**
   * Tells the results from those of other uses in the repository: an upload replaces those of its own category alone.
   * Words, with slashes; absent: `mailbox-report`.
   */
  readonly category?: string | undefined;
  /** How many results the file takes; absent: what GitHub takes. */
  readonly most?: number | undefined;
}

/**
 * Opens a SARIF 2.1.0 file for code scanning (https://docs.oasis-open.org/sarif/sarif/v2.1.0) with a result for each
 * finding that fails or is warned of; exempt and inconclusive ones are none. What is missing stands in a notification:
 * mailboxes that were not read, and results beyond what GitHub takes, warnings before failures. Throws as `openTextFile`
 * does.
 */
export function openSarif(file: string, options: SarifOptions): FileSink {
  return new Sarif(openTextFile(file, beginning(options)), options);
}

class Sarif implements FileSink {
  readonly #file: TextFile;
  readonly #ruleIndex: ReadonlyMap<string, number>;
  readonly #most: number;
  #failures = 0;
  #warnings = 0;
  #unread = 0;
  #cancelled = false;
  /** Warnings stand in a file of their own until it is known how many failures leave room for. */
  #aside: TextFile | undefined;
  /** Bytes of that file up to the end of each warning, so that any number of them can be taken. */
  readonly #asideEnds: number[] = [];
  #closed: Promise<void> | undefined;

  constructor(file: TextFile, { policy, most = MOST_RESULTS }: SarifOptions) {
    this.#file = file;
    this.#ruleIndex = new Map(policy.rules.map(({ id }, index) => [id, index]));
    this.#most = most;
  }

  get path(): string {
    return this.#file.path;
  }

  add(judged: MailboxResult): void | Promise<void> {
    if (judged.status !== 'ok') this.#unread += 1;
    if (judged.status === 'cancelled') this.#cancelled = true;
    const findings = findingsOf(judged);
    if (findings.length === 0) return;
    const results = new SarifResults();
    let failures = '';
    let warnings = '';
    for (const finding of findings) {
      const index = this.#ruleIndex.get(finding.rule.id) ?? -1;
      if (finding.verdict === 'fail') {
        this.#failures += 1;
        if (this.#failures > this.#most) continue;
        failures += (this.#failures === 1 ? '' : SEPARATOR) + results.text(finding, index);
      } else if (finding.verdict === 'warn') {
        this.#warnings += 1;
        if (this.#warnings > this.#most) continue;
        const warning = (this.#warnings === 1 ? '' : SEPARATOR) + results.text(finding, index);
        this.#asideEnds.push((this.#asideEnds.at(-1) ?? 0) + Buffer.byteLength(warning));
        warnings += warning;
      }
    }
    if (failures !== '' || warnings !== '') return this.#write(failures, warnings);
  }

  close(): Promise<void> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #write(failures: string, warnings: string): Promise<void> {
    if (failures !== '') await this.#file.write(failures);
    if (warnings === '') return;
    this.#aside ??= openTextFile(`${this.path}.warnings`);
    await this.#aside.write(warnings);
  }

  async #end(): Promise<void> {
    try {
      await this.#takeWarnings();
    } finally {
      try {
        const omitted = Math.max(0, this.#failures + this.#warnings - this.#most);
        await this.#file.close(ending({ omitted, unread: this.#unread, cancelled: this.#cancelled }));
      } finally {
        await removeTemp(this.#aside?.path);
      }
    }
  }

  async #takeWarnings(): Promise<void> {
    if (this.#aside === undefined) return;
    await this.#aside.close();
    const room = Math.max(0, this.#most - this.#failures);
    const taken = Math.min(room, this.#asideEnds.length);
    if (taken === 0) return;
    if (this.#failures > 0) await this.#file.write(SEPARATOR);
    await this.#file.append(this.#aside.path, this.#asideEnds[taken - 1]);
  }
}

function beginning({ policy, category = 'mailbox-report' }: SarifOptions): string {
  const driver = {
    name: 'Mailbox Report',
    informationUri: 'https://github.com/mailbox-report/mailbox-report',
    semanticVersion: packageJson.version,
    rules: policy.rules.map(sarifRule),
  };
  const head = {
    tool: { driver },
    // What stands before the last slash is the category, and behind it what GitHub does not use.
    automationDetails: { id: `${category.replace(/\/+$/, '')}/` },
    columnKind: 'utf16CodeUnits',
  };
  return (
    '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[' +
    `${JSON.stringify(head).slice(0, -1)},"results":[\n`
  );
}

interface Missing {
  readonly omitted: number;
  readonly unread: number;
  readonly cancelled: boolean;
}

function ending({ omitted, unread, cancelled }: Missing): string {
  const notify = (text: string) => ({ level: 'warning', message: { text } });
  const verb = unread === 1 ? 'was' : 'were';
  const tail = {
    invocations: [
      {
        executionSuccessful: !cancelled,
        toolExecutionNotifications: [
          ...(unread === 0
            ? []
            : [
                notify(`${counted(unread, 'mailbox', 'mailboxes')} ${verb} not read: what is wrong there is not here.`),
              ]),
          ...(omitted === 0
            ? []
            : [
                notify(
                  `${count(omitted)} more results were left out: code scanning takes no more. The CSV has them all.`,
                ),
              ]),
        ],
      },
    ],
    properties: { omittedResults: omitted, unreadMailboxes: unread },
  };
  return `\n],${JSON.stringify(tail).slice(1)}]}\n`;
}
