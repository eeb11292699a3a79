import { existsSync } from 'node:fs';
import path from 'node:path';
import { describeError, UserError } from '../errors.ts';
import { within } from '../http/machine.ts';
import type { JsonObject } from '../json.ts';
import { withoutAddresses } from '../mailboxes/address.ts';
import type { Feature } from '../run/feature.ts';
import type { CompareInput } from '../run/input-readers.ts';
import type { OutputInputs } from '../run/inputs.ts';
import { logText, type Log } from '../run/log.ts';
import type { StepOutputs } from '../run/outputs.ts';
import type { Change } from '../run/mailbox-result.ts';
import type { Stage } from '../run/pipeline.ts';
import type { TableStage } from '../run/table-result.ts';
import type { Run } from '../run/run.ts';
import type { RunTable } from '../run/sink.ts';
import { ROWS_FILE } from '../store/rows-file.ts';
import { historyAfter, rowsReports, rowsRules } from '../store/rows-header.ts';
import { ChangeCounts, totalOf } from './change-counts.ts';
import {
  ageText,
  changeSections,
  changeTiles,
  differenceText,
  notComparedSections,
  sourceText,
  type Differences,
} from './change-sections.ts';
import { CHANGE_COLUMNS, changeCells } from './changed-rows.ts';
import { findEarlierReport, openReportAt, type Found } from './earlier-report.ts';
import type { NotFound } from './earlier-run.ts';
import { Comparison, firstRunStage, firstRunTableStage } from './row-comparison.ts';
import { hasRow, sharedRow } from './shared-changes.ts';
import { TableComparison } from './table-comparison.ts';
import { inputName } from '../text/audience.ts';

/** A run must not wait longer for something that it can do without. */
const MAX_SEARCH_MS = 180_000;

/**
 * Finds and opens the earlier report that the input `compare` asks for. Undefined with `compare: off`. Rejects with the
 * UserError `COMPARE_UNAVAILABLE` if the input requires a report and there is none. With `auto`, whatever fails is a reason
 * not to compare: the run does not depend on an earlier one.
 */
export async function comparison(run: Run): Promise<Feature | undefined> {
  const { compare } = run.inputs;
  if (compare.kind === 'off') return undefined;
  try {
    return await openComparison(run);
  } catch (error) {
    if (compare.kind !== 'auto') throw error;
    return withoutComparison(failed(error), run.inputs);
  }
}

async function openComparison(run: Run): Promise<Feature> {
  const { inputs, reports, tables, policy, started } = run;
  const search = await findReport(run);
  if (search.kind !== 'found') {
    if (inputs.compare.kind !== 'auto') throw unavailableError(search.reason, inputs.compare);
    const isFirst = search.kind === 'none' && policy !== undefined;
    const day = dayOf(started);
    return {
      ...withoutComparison(search, inputs),
      stage: isFirst ? firstRunStage(day) : undefined,
      tableStage: isFirst ? firstRunTableStage(day) : undefined,
    };
  }
  const { source, report, skipped } = search;
  try {
    const earlierDay = source.kind === 'run' ? dayOf(source.started.getTime()) : undefined;
    const rules = policy && rowsRules(policy);
    const rows = new Comparison(report, rowsReports(reports), rules, dayOf(started), earlierDay);
    const ofTables = new TableComparison(report, rowsReports(tables), rules, dayOf(started), earlierDay);
    const counts = new ChangeCounts(rows.ruleChanges);
    counts.addTable({ changes: ofTables.ofLostTables(), verdict: undefined });
    const differences = {
      source,
      ageMs: source.kind === 'run' ? started - source.started.getTime() : undefined,
      counts,
      comparesViolations: rows.comparesViolations,
      notes: [...new Set([...skipped, ...rows.notes, ...ofTables.notes])],
      removed: () => rows.removed(),
    };
    return {
      ...comparing((result) => rows.compare(result), differences, inputs, ofTables.stage()),
      history: historyAfter(report.header, report.end),
      close: () => report.close(),
    };
  } catch (error) {
    await report.close();
    throw error;
  }
}

/** The feature of a run with an earlier report. With `auto`, it ends with the first mailbox that cannot be compared. */
export function comparing(
  compare: Stage,
  differences: Differences,
  inputs: OutputInputs,
  compareTable: TableStage = (result) => result,
): Feature {
  const { counts } = differences;
  let ended: Feature | undefined;
  return {
    stage: (result) => {
      if (ended !== undefined) return result;
      try {
        return compare(result);
      } catch (error) {
        if (inputs.compare.kind !== 'auto') throw error;
        ended = withoutComparison(failed(error), inputs);
        return result;
      }
    },
    tableStage: compareTable,
    addTable: (result) => {
      counts.addTable(result);
    },
    add: (result) => {
      counts.add(result);
    },
    tables: [changesTable(() => (ended === undefined ? lastChanges(differences) : []))],
    conclude: (concluded) => {
      if (ended !== undefined) ended.conclude?.(concluded);
      else concludeComparison(differences, concluded.runner.core, concluded.outputs);
    },
    sections: (summary, view) =>
      ended === undefined ? changeSections(differences, view) : (ended.sections?.(summary, view) ?? []),
    tiles: () => (ended === undefined ? changeTiles(differences) : []),
    counts: () => (ended === undefined ? violationCounts(differences) : {}),
    json: () => (ended === undefined ? { comparison: comparisonJson(differences) } : {}),
    printed: () => (ended === undefined ? printedDifferences(differences) : undefined),
  };
}

function withoutComparison(search: NotFound, { summary }: OutputInputs): Feature {
  const reason = summary === 'full' ? search.reason : withoutAddresses(search.reason);
  return {
    conclude: ({ runner }) => {
      logMissing(runner.core, search);
    },
    sections: () => notComparedSections(reason),
  };
}

function failed(error: unknown): NotFound {
  return { kind: 'unavailable', reason: `The comparison failed: ${describeError(error)}.` };
}

/** Without a client for artifacts, an earlier report can be only in the output directory, which this one then replaces. */
function findReport({ inputs, step, runner, reports, tables, origin, source }: Run): Promise<Found> {
  const { compare, artifactName, githubToken: token, outputDirectory } = inputs;
  const { core: log, loadArtifactClient } = runner;
  const { tempFolder } = step;
  const run = {
    tenant: origin.tenant,
    cloud: origin.cloud,
    reports: [...reports, ...tables].map(({ name }) => name),
    list: source.mailboxes,
  };
  if (compare.kind !== 'path' && loadArtifactClient !== undefined) {
    return within(MAX_SEARCH_MS, runner, (signal) =>
      findEarlierReport({ ...runner, step, token, artifactName, signal, tempFolder, run, log }),
    );
  }
  const placeText = compare.kind === 'path' ? compare.path : (outputDirectory ?? '');
  const place = path.resolve(step.workspace, placeText);
  if (compare.kind !== 'path' && (placeText === '' || !existsSync(path.join(place, ROWS_FILE))))
    return Promise.resolve({ kind: 'none', reason: 'There is no earlier report in the output directory.' });
  return openReportAt(place, placeText, tempFolder, run);
}

/** The mailboxes that the list no longer has, and what mailboxes share. */
function* lastChanges({ removed, counts }: Differences): Generator<Change> {
  yield* removed();
  yield* counts.shared.map(sharedRow);
}

/** A row for each difference. `last`: those that are known after the last mailbox. */
function changesTable(last: () => Iterable<Change>): RunTable {
  return {
    name: 'changes',
    columns: CHANGE_COLUMNS,
    unit: ['change', 'changes'],
    rowsOfTable: ({ changes = [] }) => changes.filter(hasRow).map(changeCells),
    rowsOf: ({ changes = [] }) => changes.filter(hasRow).map(changeCells),
    lastRows: () => Array.from(last(), changeCells),
  };
}

/** Counts the mailboxes that the list no longer has, logs what differs, and sets the outputs. */
function concludeComparison(differences: Differences, core: Log, outputs: StepOutputs): void {
  const { counts, source, ageMs, comparesViolations, notes, removed } = differences;
  for (const change of removed()) counts.add({ changes: [change] });
  outputs.set({
    ...(comparesViolations
      ? {
          'new-violation-count': counts.new.violations,
          'new-warning-count': counts.new.warnings,
          'resolved-count': totalOf(counts.resolved),
        }
      : {}),
    'change-count': counts.changeCount,
    ...(source.kind === 'run' ? { 'compared-run-url': source.url } : {}),
  });
  const difference = differenceText(counts, comparesViolations);
  core.info(logText(`Compared with ${sourceText(source)}${ageText(ageMs)}: ${difference}`));
  for (const note of notes) core.info(logText(note));
}

function logMissing(core: Log, { kind, reason }: NotFound): void {
  const message = logText(`Not compared: ${reason}`);
  if (kind === 'forbidden') core.notice(message, { title: 'Not compared' });
  else core.info(message);
}

/** The counts of a run that depend on an earlier report. */
export const COMPARED_COUNTS = ['newViolations', 'newWarnings', 'resolved'] as const;

/** The counts of new and resolved violations. None if violations are not compared. */
function violationCounts({
  counts,
  comparesViolations,
}: Differences): Readonly<Partial<Record<(typeof COMPARED_COUNTS)[number], number>>> {
  const { violations: newViolations, warnings: newWarnings } = counts.new;
  return comparesViolations ? { newViolations, newWarnings, resolved: totalOf(counts.resolved) } : {};
}

/** Against which report was compared, and the counts. */
function comparisonJson(differences: Differences): JsonObject {
  const { source, counts, notes, removed } = differences;
  const { changeCount, changedMailboxes, addedMailboxes } = counts;
  return {
    ...(source.kind === 'run' ? { run: source.number, url: source.url } : { path: source.path }),
    ...violationCounts(differences),
    changes: changeCount,
    changedMailboxes,
    addedMailboxes,
    removedMailboxes: Array.from(removed(), ({ mailbox }) => mailbox),
    notes: [...notes],
  };
}

function printedDifferences({
  source,
  counts,
  comparesViolations,
}: Differences): ReturnType<NonNullable<Feature['printed']>> {
  const earlier = sourceText(source);
  return {
    title: 'Changes',
    rows: [[`since ${earlier}`, differenceText(counts, comparesViolations)]],
    json: { compared: earlier },
  };
}

function unavailableError(reason: string, { kind }: CompareInput): UserError {
  return new UserError('COMPARE_UNAVAILABLE', `This run cannot be compared with an earlier report. ${reason}`, {
    hint:
      kind === 'path'
        ? `Set ${inputName('compare')} to the folder or zip of an earlier report, with its rows.ndjson.gz, or to "auto".`
        : `Set ${inputName('compare')} to "auto" to report without a comparison, for example in the first run.`,
  });
}

/** The day in UTC: `2027-01-31`. */
function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
