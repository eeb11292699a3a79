import path from 'node:path';
import { EVIDENCE_FILE, evidenceText, POPULATION, type EvidenceControl } from '../controls/evidence.ts';
import type { JsonObject } from '../json.ts';
import { isListed } from '../mailboxes/mailbox.ts';
import { createTextFile } from '../outputs/files/text-file.ts';
import { headerOf } from '../outputs/files/run-header.ts';
import type { ExemptionUse } from '../policy/exemptions.ts';
import type { Feature } from '../run/feature.ts';
import type { MailboxResult } from '../run/mailbox-result.ts';
import type { Run } from '../run/run.ts';
import type { RunTable, Sink } from '../run/sink.ts';
import { evidenceOf, storedControls } from '../store/evidence-of-run.ts';
import type { Cells } from '../text/csv.ts';
import { capitalized } from '../text/display.ts';
import { ControlCounts, unmetControls } from '../totals/control-counts.ts';
import { findingTrend } from '../totals/past-run.ts';
import { CONTROLS_TITLE, controlsSection, resultsText } from './control-section.ts';
import { unlistedCount } from './unlisted-mailboxes.ts';

/** The name of the number of unmet controls among the counts of a run. */
export const UNMET_COUNT = 'unmetControls';
const UNMET = ['control not met or unknown', 'controls not met or unknown'] as const;

/** The controls that the rules of the policy decide. Undefined if they decide none. */
export function controls(run: Run): Feature | undefined {
  const { judge, policy, reports, tables } = run;
  if (judge === undefined || policy?.rules.some((rule) => rule.controls !== undefined) !== true) return undefined;
  const counts = new ControlCounts(policy, [...reports, ...tables]);
  const tenant = new TenantSize(run);
  let lines: readonly EvidenceControl[] = [];
  return {
    addTable: (result) => {
      counts.addTable(result);
    },
    add: (result) => {
      counts.add(result);
      tenant.add(result);
    },
    tables: [controlsTable(() => lines)],
    sinksAfterRows: (folder, rows) => [evidenceSink(folder, run, () => [lines, judge.exemptions.uses, rows()])],
    conclude: ({ source, outputs }) => {
      const isStopped = source.reader.stoppedBy !== undefined;
      lines = counts.lines({ isStopped, tenant: tenant.size, unlisted: unlistedCount(source) ?? 0 });
      outputs.set({ 'unmet-control-count': unmetControls(lines) });
    },
    controls: () => storedControls(lines),
    sections: () => {
      const section = controlsSection(lines);
      return [
        { section, summary: 'controls', as: 'folded' },
        { section, page: 'controls' },
      ];
    },
    tiles: () => [
      {
        group: 'Result',
        number: unmetControls(lines),
        unit: UNMET,
        tone: 'bad',
        evenZero: true,
        section: CONTROLS_TITLE,
      },
    ],
    counts: () => ({ [UNMET_COUNT]: unmetControls(lines) }),
    trends: [findingTrend('Controls not met or unknown', UNMET_COUNT)],
    json: () => ({ controls: jsonOf(lines) }),
    printed: () => ({ title: CONTROLS_TITLE, rows: printedRows(lines), json: { controls: jsonOf(lines) } }),
  };
}

/** The mailboxes of the tenant, as far as a run knows them. */
class TenantSize {
  readonly #run: Run;
  /** Mailboxes of the list that the tenant does not have, and those of which that is not known. */
  #absent = 0;
  #unknown = 0;

  constructor(run: Run) {
    this.#run = run;
  }

  add({ mailbox, reports, status }: MailboxResult): void {
    if (reports.some(({ rows }) => rows.some((row) => row.status === 'ok'))) return;
    if (status === 'not-found' || status === 'no-mailbox') this.#absent += 1;
    // Others are mailboxes that the tenant lists.
    else if (isListed(mailbox)) this.#unknown += 1;
  }

  /** Undefined if the run did not list the tenant, or a mailbox of the list may not be of it. */
  get size(): number | undefined {
    const { source } = this.#run;
    const { mailboxes } = source;
    const outside = unlistedCount(source);
    if (this.#unknown > 0 || (outside === undefined && mailboxes.listed === undefined)) return undefined;
    return mailboxes.length - this.#absent + (outside ?? 0);
  }
}

const TEXTS = ['Catalogue', 'Control', 'Title', 'Subject', 'Result', 'Covered', 'Basis', 'Rules'];
const COLUMNS = [...TEXTS, ...POPULATION.map(capitalized)];

/** The records of `controls.csv`, the header first. */
export function controlRecords(lines: readonly EvidenceControl[]): readonly Cells[] {
  return [COLUMNS, ...lines.map(cellsOf)];
}

/** `controls.csv`. */
function controlsTable(lines: () => readonly EvidenceControl[]): RunTable {
  return {
    name: 'controls',
    columns: COLUMNS,
    unit: ['control', 'controls'],
    rowsOf: () => [],
    lastRows: () => lines().map(cellsOf),
  };
}

function cellsOf(line: EvidenceControl): Cells {
  const { catalogue, control, title, subject, result, covered, basis, rules, population } = line;
  const numbers = POPULATION.map((name) => population[name]);
  return [catalogue, control, title, subject, result, covered, basis, [...rules], ...numbers];
}

/** What evidence is made of, once the rows file is complete: the controls, the use of exemptions, the digest of the rows. */
type Parts = readonly [lines: readonly EvidenceControl[], uses: readonly ExemptionUse[], rows: string];

/** `evidence.json`. Throws as `createTextFile` does. */
function evidenceSink(folder: string, run: Run, partsOf: () => Parts): Sink {
  const file = createTextFile(path.join(folder, EVIDENCE_FILE));
  let isWritten = false;
  return {
    get path() {
      return isWritten ? file.path : undefined;
    },
    add: () => undefined,
    close: (summary) => {
      const [lines, uses, rows] = partsOf();
      // Of a rows file that could not be written, there is no evidence.
      if (summary === undefined || isWritten || rows === '') return file.close();
      isWritten = true;
      const { started, durationMs, result } = summary;
      const end = { ended: new Date(started + durationMs), result };
      return file.close(evidenceText(evidenceOf(headerOf(run), end, lines, uses, rows)));
    },
  };
}

function jsonOf(lines: readonly EvidenceControl[]): JsonObject[] {
  return lines.map(({ rules, missing, population, ...line }) => {
    return { ...line, rules: [...rules], missing: [...missing], population: { ...population } };
  });
}

/** How many controls have each result, and those that are not met or unknown. */
function printedRows(lines: readonly EvidenceControl[]): readonly (readonly string[])[] {
  const unmet = lines.filter(({ result }) => result === 'not-met' || result === 'unknown');
  const byName = new Map(unmet.map((line) => [`${line.catalogue}/${line.control}`, line]));
  return [[resultsText(lines)], ...[...byName].map(([name, { title, result }]) => [name, result, title])];
}
