import { existsSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EvidenceControl } from '../../../controls/evidence.ts';
import { UserError } from '../../../errors.ts';
import { removeTemp } from '../../../files/temp-folder.ts';
import type { WorkflowRun } from '../../../github/artifacts.ts';
import type { MissingReport } from '../../../history/kept-report.ts';
import {
  controlsOver,
  exceptionsOver,
  policyChanges,
  runsIn,
  type CountedRun,
} from '../../../history/period/control-period.ts';
import {
  keptFiles,
  type KeptEvidence,
  type KeptFiles,
  type MissingEvidence,
} from '../../../history/period/kept-files.ts';
import { nightsOf, type Night, type Period } from '../../../history/period/nights.ts';
import { oneSeries } from '../../../history/period/series.ts';
import { DEFAULT_ARTIFACT_NAME } from '../../../run/inputs.ts';
import { foreignReason } from '../../../store/kept-report.ts';
import { suggestion } from '../../../text/did-you-mean.ts';
import { shownText, visibleLine } from '../../../text/display.ts';
import { count } from '../../../text/numbers.ts';
import type { HistoryAccess } from '../history/history-options.ts';
import { keepArtifacts, openRepository, type MissingArtifact } from '../history/kept-artifacts.ts';
import type { EvidenceOptions, EvidencePeriod } from './evidence-period.ts';
import { printPeriod } from './period-output.ts';
import { keepRemediations } from './remediation-artifacts.ts';
import { remediationsIn } from './remediations.ts';

/** What was found in a folder or a repository. */
interface Sources extends KeptFiles {
  readonly missing: readonly (MissingArtifact & MissingEvidence)[];
  /** The workflow run of evidence; undefined if it is not known. */
  readonly runOf: (evidence: KeptEvidence) => WorkflowRun | undefined;
  /** The runs that GitHub shows; undefined without a repository. */
  readonly listed: readonly WorkflowRun[] | undefined;
  readonly notes: readonly string[];
}

/**
 * Prints what the runs of a period say about controls, and returns 0. Rejects with the UserErrors `INPUT_INVALID` for options and for a
 * control that no run has, and `REPORT_UNREADABLE` if there is no evidence.
 */
export async function printEvidence(
  folder: string | undefined,
  options: EvidenceOptions,
  access: HistoryAccess,
): Promise<number> {
  const { from, to, every, format, json, control } = options;
  if (from >= to) {
    throw new UserError('INPUT_INVALID', '--from is after --to.', {
      hint: 'Set --from to the first day, and --to to the last.',
    });
  }
  const period = { from, end: new Date(to.getTime() + SECOND_MS), every };
  const temp = await mkdtemp(path.join(tmpdir(), 'mailbox-report-'));
  try {
    const sources = await sourcesOf(folder, period, options, temp, access);
    const result = periodOf(sources, period, control, access.terminal.now());
    access.terminal.progress('');
    printPeriod(result, json ? 'json' : format, access.terminal);
    return 0;
  } finally {
    await removeTemp(temp);
  }
}

/** A day ends a second after the last one that `--to` names. */
const SECOND_MS = 1_000;

async function sourcesOf(
  folder: string | undefined,
  period: Period,
  { repository: option, artifactName = DEFAULT_ARTIFACT_NAME }: EvidenceOptions,
  temp: string,
  { env, dispatcher, terminal }: HistoryAccess,
): Promise<Sources> {
  if (folder !== undefined && option === undefined) {
    if (!existsSync(folder)) throw noFolder(folder);
    const found = await keptFiles(folder, temp, (file) => path.join(folder, file));
    return { ...found, runOf: () => undefined, listed: undefined, notes: [FOLDER_NOTE] };
  }
  const place = folder ?? (await mkdtemp(path.join(temp, 'artifacts-')));
  await mkdir(place, { recursive: true });
  const onDownload = (url: string): void => {
    terminal.progress(visibleLine(`Downloading ${url}…`));
  };
  const repository = await openRepository(option, { env, dispatcher, terminal });
  const artifacts = await keepArtifacts(
    { repository, artifactName: `${artifactName}-evidence`, since: period.from, until: period.end, noun: 'evidence' },
    place,
    onDownload,
  );
  const found = await keptFiles(place, temp, (file) => artifacts.runs.get(file)?.url ?? path.join(folder ?? '', file));
  const changed = await keepRemediations(repository, period, temp, onDownload);
  const isOfRun = ({ file, evidence: { run } }: KeptEvidence): boolean =>
    run.id === String(artifacts.runs.get(file)?.id ?? run.id);
  const strange = found.evidence
    .filter((one) => !isOfRun(one))
    .map(({ name, file, evidence: { run } }) => {
      const reason = `It says that it is of the run ${run.id}.`;
      return { name, reason, started: artifacts.runs.get(file)?.started };
    });
  return {
    evidence: found.evidence.filter(isOfRun),
    missing: [...artifacts.missing.map(notKept), ...found.missing, ...strange, ...changed.missing],
    remediations: [...found.remediations, ...changed.remediations],
    runOf: ({ file }) => artifacts.runs.get(file),
    listed: artifacts.listed,
    notes: [changed.note],
  };
}

function notKept(one: MissingArtifact): MissingArtifact {
  return one.isExpired === true ? { ...one, reason: 'Not kept: the artifact has expired.' } : one;
}

const FOLDER_NOTE =
  'A folder has no runs without evidence, and only remediations whose applied.csv or undo.json is in it.';

function periodOf(sources: Sources, period: Period, control: string | undefined, now: number): EvidencePeriod {
  const { evidence, runOf, listed } = sources;
  const inPeriod = evidence.filter(({ started }) => started >= period.from && started < period.end);
  const series = oneSeries(inPeriod, (one) => runOf(one)?.workflow);
  const [own] = series.runs;
  const workflow = series.runs.map(runOf).find((run) => run !== undefined)?.workflow;
  const missing = sources.missing
    .filter((one) => workflow === undefined || one.workflow === undefined || one.workflow === workflow)
    .filter(({ name, started }) => started === undefined || !series.runs.some((run) => isOfPage(run, name)));
  if (own === undefined) throw noEvidence([...series.refused, ...missing], evidence);
  const foreign = missing.flatMap(({ of, ...one }): readonly MissingReport[] => {
    const reason = of && foreignReason(of, own.evidence);
    return reason === undefined ? [] : [{ ...one, reason }];
  });
  const ofSeries = missing.filter(({ name }) => !foreign.some((one) => one.name === name));
  const runsOfWorkflow = listed?.filter((run) => run.workflow === workflow);
  const nights = nightsOf(
    period,
    now,
    { runs: series.runs, missing: ofSeries },
    absenceIn(runsOfWorkflow, series.refused),
  );
  const runs = runsIn(nights);
  const controls = controlsOver(runs, isWanted(control, runs));
  const rules = new Set(
    controls.flatMap((one) => one.runs.flatMap(({ lines }) => lines.flatMap((line) => line.rules))),
  );
  const { remediations, refused } = remediationsIn(sources.remediations, own.evidence, period);
  return {
    period,
    nights,
    runs,
    controls,
    changes: policyChanges(runs),
    exceptions: exceptionsOver(runs, control === undefined ? undefined : rules),
    remediations,
    unused: [...series.refused, ...foreign, ...refused, ...ofSeries.filter(({ started }) => started === undefined)],
    notes: sources.notes,
  };
}

/** Whether a name is the page of the run: GitHub no longer gives its artifact, and the folder has it. */
function isOfPage({ evidence: { run } }: KeptEvidence, name: string): boolean {
  return run.id !== '' && name.endsWith(`/actions/runs/${run.id}`);
}

/** Why a night has no run. `listed`: the runs that GitHub shows; undefined without a repository. */
function absenceIn(
  listed: readonly WorkflowRun[] | undefined,
  refused: readonly MissingReport[],
): (night: Pick<Night, 'start' | 'end'>) => string {
  if (listed === undefined) return () => 'The folder has no evidence of it. Whether a run started is not known.';
  const [first] = listed.toSorted((one, other) => one.started.getTime() - other.started.getTime());
  return ({ start, end }) => {
    const shown = listed.find(({ started }) => started >= start && started < end);
    if (shown !== undefined) {
      const { reason = 'The run began to read after the end of the night.' } =
        refused.find(({ name }) => name === shown.url) ?? {};
      return `${shown.url}: ${reason}`;
    }
    return first !== undefined && first.number > 1 && end <= first.started
      ? 'Not kept, or no run started: GitHub shows no run so old.'
      : 'No run of the workflow started.';
  };
}

/** Throws the UserError `INPUT_INVALID` for a control that no run has. */
function isWanted(control: string | undefined, runs: readonly CountedRun[]): (line: EvidenceControl) => boolean {
  if (control === undefined) return () => true;
  const wanted = control.toLowerCase();
  const namesOf = (line: EvidenceControl): readonly string[] => [`${line.catalogue}/${line.control}`, line.control];
  const isNamed = (line: EvidenceControl): boolean => namesOf(line).some((name) => name.toLowerCase() === wanted);
  const lines = runs.flatMap(({ run }) => run.evidence.controls);
  if (lines.some(isNamed)) return isNamed;
  const suggested = suggestion(control, new Set(lines.flatMap(namesOf)));
  throw new UserError('INPUT_INVALID', `No run of the period has the control ${shownText(control)}.`, {
    hint: `${suggested}Name a control as rules do, such as cis-m365-7.0.0/6.2.1.`,
  });
}

function noFolder(folder: string): UserError {
  return new UserError('INPUT_INVALID', `There is no folder ${shownText(folder)}.`, {
    hint: 'Name a folder with files evidence.json, or with the zips or folders of artifacts.',
  });
}

function noEvidence(unused: readonly MissingReport[], others: readonly KeptEvidence[]): UserError {
  const days = others.map(({ started }) => started.toISOString().slice(0, 10)).sort();
  const [first, last] = [days[0], days.at(-1)];
  const none = first === undefined ? 'None was found.' : `There is evidence from ${first} to ${last ?? first}.`;
  const [reason = none, ...more] = unused.map((one) => `${one.name}: ${one.reason}`);
  const rest = more.length === 0 ? '' : ` And ${count(more.length)} more cannot be used.`;
  return new UserError('REPORT_UNREADABLE', `There is no evidence of the period. ${reason}${rest}`, {
    hint: 'Name a folder with evidence, or a repository whose default branch has artifacts such as mailbox-report-evidence that have not expired (--artifact-name, --from, --to). Runs upload them if rules of the policy have "controls".',
  });
}
