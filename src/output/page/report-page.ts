import { clouds } from '../../auth/clouds.ts';
import { warn, type RunContext } from '../../context.ts';
import { describeError, UserError } from '../../errors.ts';
import type { Environment } from '../../http/proxy.ts';
import type { ReportInputs } from '../../inputs.ts';
import { logText } from '../../runner/log.ts';
import type { MailboxResult } from '../../mailbox-result.ts';
import type { Sink } from '../sink.ts';
import type { RunSummary } from '../summary/facts.ts';
import { PageRows } from './rows.ts';

/** The report page of a run. Rows wait in temporary files, since the page starts with counts; `discard` removes them. */
export class ReportPage implements Sink {
  readonly #file: string;
  readonly #context: RunContext;
  readonly #rows: PageRows;
  #isWritten = false;

  constructor(file: string, context: RunContext) {
    this.#file = file;
    this.#context = context;
    this.#rows = new PageRows({ page: file, reports: context.reports, judged: context.policy !== undefined });
  }

  /** Undefined until the page is written. */
  get path(): string | undefined {
    return this.#isWritten ? this.#file : undefined;
  }

  add(result: MailboxResult): Promise<void> {
    return this.#rows.add(result);
  }

  /**
   * Writes the page, and replaces it if called again with another summary. A page that cannot be drawn is a bug that is
   * reported in a warning and fails nothing: the CSVs have the same rows. Rejects with the UserError `OUTPUT_UNWRITABLE`.
   */
  async close(summary?: RunSummary): Promise<void> {
    await this.#rows.close();
    if (summary === undefined) return;
    const { inputs, env, started, loadPageAssets, core } = this.#context;
    const commit = commitPage(env);
    const facts = { summary, when: started, cloud: cloudText(inputs), csvBom: inputs.csvBom };
    try {
      // Loaded only by runs that write a page.
      const { writePage } = await import('./page.ts');
      await writePage(this.#rows, { ...facts, ...(commit === undefined ? {} : { commit }) }, await loadPageAssets());
      this.#isWritten = true;
    } catch (error) {
      if (error instanceof UserError) throw error;
      warn(
        this.#context,
        `The report page could not be written: ${describeError(error)}. This is a bug in Mailbox Report.`,
      );
      if (error instanceof Error && error.stack !== undefined) core.debug(logText(error.stack));
    }
  }

  /** Removes the temporary files. */
  discard(): Promise<void> {
    return this.#rows.discard();
  }
}

/** The cloud by its name, with the address of Graph where that is another. */
function cloudText({ cloud, graphUrl }: ReportInputs): string {
  return graphUrl === clouds[cloud].graphUrl ? cloud : `${cloud}, ${graphUrl}`;
}

/** The commit that the lists and the policy are of, and its page; undefined outside a workflow. */
function commitPage({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha }: Environment) {
  return server && repository && sha ? { sha, url: `${server}/${repository}/commit/${sha}` } : undefined;
}
