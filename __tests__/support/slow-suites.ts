import path from 'node:path';

/** More would hide the summary of jest above them. */
const SHOWN = 10;

/** The part of the result of a suite that is used. */
interface SuiteResult {
  readonly testFilePath: string;
  readonly perfStats: { readonly runtime: number };
}

/** A reporter that prints at the end of a run which suites took longest. A few suites need no such list. */
export default class SlowSuites {
  readonly #root: string;
  readonly #suites: { readonly file: string; readonly ms: number }[] = [];

  constructor({ rootDir }: { readonly rootDir: string }) {
    this.#root = rootDir;
  }

  onTestResult(_test: unknown, { testFilePath, perfStats }: SuiteResult): void {
    this.#suites.push({ file: path.relative(this.#root, testFilePath), ms: perfStats.runtime });
  }

  onRunComplete(): void {
    if (this.#suites.length <= SHOWN) return;
    const slowest = this.#suites.toSorted((one, other) => other.ms - one.ms).slice(0, SHOWN);
    const lines = slowest.map(({ file, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${file}\n`);
    process.stderr.write(`\nThe suites that took longest:\n${lines.join('')}`);
  }
}
