import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describeError, UserError } from '../../errors.ts';
import type { MailboxResult } from '../../run/mailbox-result.ts';
import { logText } from '../../run/log.ts';
import type { Run } from '../../run/run.ts';
import { REMEDIES } from '../../totals/mailbox-counts.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import type { StepEnvironment } from '../../run/runner.ts';
import type { RunTable, Sink } from '../../run/sink.ts';
import type { TableResult } from '../../run/table-result.ts';
import { COMMAND } from '../../version.ts';
import { utcText } from '../../text/numbers.ts';
import { createTextFile } from '../files/text-file.ts';
import type { PageTable } from './data.ts';
import { documentStart, tenantText, type PageAssets } from './document.ts';
import { PageRows, viewColumnsOf, type TableRows } from './page-rows.ts';
import { pageRules } from './rules.ts';

/** The report page of a run: one HTML file with the result, what was found, and every row of the CSVs in tables. */
export class ReportPage implements Sink {
  readonly #file: string;
  readonly #run: Run;
  readonly #tables: readonly RunTable[];
  readonly #rows: PageRows;
  #isWritten = false;

  /** `tables`: those of features. */
  constructor(file: string, run: Run, tables: readonly RunTable[]) {
    this.#file = file;
    this.#run = run;
    this.#tables = tables;
    this.#rows = new PageRows(
      path.dirname(file),
      run.reports,
      run.policy !== undefined,
      run.source.mailboxes.columns,
      tables,
      run.tables,
    );
  }

  /** Undefined until the page is written. */
  get path(): string | undefined {
    return this.#isWritten ? this.#file : undefined;
  }

  addTable(result: TableResult): Promise<void> {
    return this.#rows.addTable(result);
  }

  add(result: MailboxResult): Promise<void> {
    return this.#rows.add(result);
  }

  /**
   * Writes the page, and replaces it if called again with another summary. A page that cannot be drawn is a bug that is
   * reported in a warning and fails nothing: the CSVs have the same rows. Rejects with the UserError `OUTPUT_UNWRITABLE`.
   */
  async close(summary?: RunSummary): Promise<void> {
    await this.#rows.close(summary !== undefined);
    if (summary === undefined) return;
    try {
      await this.#write(summary);
      this.#isWritten = true;
    } catch (error) {
      if (error instanceof UserError) throw error;
      const { runner, warnings } = this.#run;
      warnings.add(`The report page could not be written: ${describeError(error)}. This is a bug in Mailbox Report.`);
      if (error instanceof Error && error.stack !== undefined) runner.core.debug(logText(error.stack));
    }
  }

  /** Removes the temporary files. */
  discard(): Promise<void> {
    return this.#rows.discard();
  }

  async #write(summary: RunSummary): Promise<void> {
    const { inputs, step, runner, origin, policy, source, started: when } = this.#run;
    const { reports, tables: ofTenant } = this.#run;
    const definitions = [...reports, ...ofTenant];
    const { tenant, cloud } = origin.shown;
    const listed = new Map(reports.map((report) => [report.name, [...(report.listColumns?.keys() ?? [])]]));
    listed.set('violations', [...source.mailboxes.columns]);
    const viewColumns = new Map(definitions.map((report) => [report.name, viewColumnsOf(report)]));
    const repository = step.source;
    const assets = await runner.loadPageAssets();
    const { tables, places } = this.#rows;
    const data = {
      bom: inputs.csv.bom,
      delimiter: inputs.csv.delimiter,
      when,
      run: [tenantText(summary, tenant), utcText(when), ...(summary.runUrl === undefined ? [] : [summary.runUrl])].join(
        ', ',
      ),
      history: historyCommand(step),
      tables: tables.map((table) => ({
        ...this.#pageTable(table, summary),
        group: this.#groupOf(table.name),
        listed: listed.get(table.name),
        viewColumns: viewColumns.get(table.name),
        inView: definitions.find(({ name }) => name === table.name)?.inView,
      })),
      first: firstTable(summary),
      rules: pageRules(policy),
      places: { columns: places.columns, rows: places.rows },
      remedies: Object.fromEntries(summary.mailboxes.causes.map((status) => [status, REMEDIES[status]])),
      source: repository?.lines,
    };
    const content = { summary, data, cloud, tenant, reports, repository };
    const file = createTextFile(this.#file, documentStart(content, assets));
    try {
      for (const [at, { file: rows }] of [...tables, places].entries()) {
        await file.write(`<script type="text/plain" id="rows-${at}">\n`);
        if (rows !== undefined) await file.append(rows);
        await file.write('</script>\n');
      }
      await file.write(`<script>${assets.script}</script>\n</body>\n</html>\n`);
    } finally {
      await file.close();
    }
  }

  /** Undefined without a table about the tenant. */
  #groupOf(name: string): PageTable['group'] {
    const { reports, tables } = this.#run;
    if (tables.length === 0) return undefined;
    if (tables.some((table) => table.name === name)) return 'Tenant';
    return reports.some((report) => report.name === name) ? 'Mailboxes' : 'Policy';
  }

  #pageTable({ name, columns, rows, newRows }: TableRows, { reports, tables = [] }: RunSummary): PageTable {
    const findings = name === 'violations';
    const table = { name, file: `${name}.csv`, columns, rows, findings, newRows };
    const report = reports.find((counts) => counts.name === name);
    if (report === undefined) {
      const ofTenant = tables.find((counts) => counts.name === name);
      const unitOfTable = ofTenant && ([ofTenant.unit.singular, ofTenant.unit.plural] as const);
      const others = this.#tables.find((one) => one.name === name)?.unit ?? (['finding', 'findings'] as const);
      const unit = unitOfTable ?? others;
      return {
        ...table,
        unit,
        items: ofTenant?.rows ?? rows,
        highlights: [],
        views: [],
        experimental: ofTenant?.isExperimental === true,
      };
    }
    const { unit, items, isExperimental } = report;
    const highlights = report.highlights.map(({ title, columns: shown, rows: found }) => ({
      title,
      columns: shown,
      rows: found,
    }));
    const time = `${new Date(this.#run.started).toISOString().slice(0, 16)}Z`;
    const views = (report.read === 0 ? [] : report.views).flatMap(({ title, columns: shown, view }) =>
      view === undefined
        ? []
        : [{ key: view.key, title, meaning: view.meaning.replace('{started}', time), columns: shown }],
    );
    const retirements = (report.read === 0 ? [] : report.retirements).flatMap(({ title, columns: shown, ends }) =>
      ends === undefined ? [] : [{ key: ends.view, title, meaning: ends.phrase, columns: shown }],
    );
    return {
      ...table,
      unit: [unit.singular, unit.plural],
      items,
      highlights,
      views: [...views, ...retirements],
      experimental: isExperimental,
    };
  }
}

/**
 * Reads the script and the style sheet of the page from the folder of the action's entry, where the build writes them.
 * Rejects if they are missing.
 */
export async function readPageAssets(folder: string): Promise<PageAssets> {
  const script = await readFile(path.join(folder, 'page.js'), 'utf8');
  const style = await readFile(path.join(folder, 'page.css'), 'utf8');
  return { script: script.trimEnd(), style: style.trimEnd() };
}

/** The command that prints when a mailbox changed, without its address. It reads the artifacts of a repository on GitHub. */
function historyCommand({ repository, runUrl = '' }: StepEnvironment): string {
  return `${COMMAND} history${runUrl.includes('/actions/runs/') ? ` --repository ${repository}` : ''}`;
}

/** The table to show first: the findings of violations, else the first report with a highlight. */
function firstTable({ policy, reports }: RunSummary): string | undefined {
  if (policy !== undefined && policy.verdicts.findings('failed') + policy.verdicts.findings('warned') > 0)
    return 'violations';
  return reports.find(({ highlights }) => highlights.some(({ rows }) => rows > 0))?.name;
}
