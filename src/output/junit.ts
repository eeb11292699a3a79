import path from 'node:path';
import type { Policy, Rule } from '../policy/definition.ts';
import type { MailboxResult } from '../mailbox-result.ts';
import { makeTempFolder, removeTemp } from './output-directory.ts';
import type { FileSink } from './sink.ts';
import { closeAll } from './text-file.ts';
import { suiteStart, SuiteCounts, testcase } from './junit-suite.ts';
import { xmlAttributes } from './junit-xml.ts';
import { openTextFile, type TextFile } from './text-file.ts';

export interface JunitOptions {
  readonly policy: Policy;
  /** Where suites stand until they are joined: in a temporary folder, which closing removes. */
  readonly folder: string;
  /** When the run began, in epoch ms. */
  readonly started: number;
}

/**
 * Opens a JUnit XML file, as Jenkins and Ant write it: a suite for each rule and in it a case for each mailbox. A
 * warning passes, with what it says as output; mailboxes that are exempt or inconclusive, or that the rule does not concern,
 * are skipped. Throws as
 * `openTextFile` does.
 */
export function openJunit(file: string, options: JunitOptions): FileSink {
  return new Junit(openTextFile(file, '<?xml version="1.0" encoding="UTF-8"?>\n'), options);
}

/** A suite that is being written. Its element starts with counts, so its cases wait in a file of their own. */
interface Suite {
  readonly rule: Rule;
  /** Names its file: an id need not be a file's name. */
  readonly number: number;
  readonly counts: SuiteCounts;
  cases: TextFile | undefined;
}

class Junit implements FileSink {
  readonly #file: TextFile;
  readonly #folder: string;
  readonly #started: number;
  #aside: string | undefined;
  readonly #suites: ReadonlyMap<string, Suite>;
  #closed: Promise<void> | undefined;

  constructor(file: TextFile, { policy, folder, started }: JunitOptions) {
    this.#file = file;
    this.#folder = folder;
    this.#started = started;
    this.#suites = new Map(
      policy.rules.map((rule, number) => [rule.id, { rule, number, counts: new SuiteCounts(), cases: undefined }]),
    );
  }

  get path(): string {
    return this.#file.path;
  }

  async add(judged: MailboxResult): Promise<void> {
    for (const report of judged.reports) {
      if (report.verdict === undefined) continue;
      for (const rule of report.verdict.rules) {
        const suite = this.#suites.get(rule.rule.id);
        if (suite === undefined) continue;
        const behind = this.#casesOf(suite).write(testcase(rule, judged, report, suite.counts));
        if (behind !== undefined) await behind;
      }
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  #casesOf(suite: Suite): TextFile {
    this.#aside ??= makeTempFolder(this.#folder, 'junit-');
    suite.cases ??= openTextFile(path.join(this.#aside, String(suite.number)));
    return suite.cases;
  }

  async #end(): Promise<void> {
    const suites = [...this.#suites.values()];
    try {
      await closeAll(suites.flatMap(({ cases }) => cases ?? []));
      await this.#join(suites);
    } finally {
      try {
        await this.#file.close();
      } finally {
        await removeTemp(this.#aside);
      }
    }
  }

  async #join(suites: readonly Suite[]): Promise<void> {
    const all = new SuiteCounts();
    for (const { counts } of suites) all.add(counts);
    const { tests, failures } = all;
    const start = xmlAttributes({ name: 'Mailbox Report', tests, failures, errors: 0, time: 0 });
    await this.#file.write(`<testsuites${start}>\n`);
    for (const { rule, counts, cases } of suites) {
      await this.#file.write(suiteStart(rule, counts, this.#started));
      if (cases !== undefined) await this.#file.append(cases.path);
      await this.#file.write('</testsuite>\n');
    }
    await this.#file.write('</testsuites>\n');
  }
}
