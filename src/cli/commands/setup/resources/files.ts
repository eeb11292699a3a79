import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { BASELINE_FILE } from '../../../../compare/report-baseline.ts';
import { describeError, UserError } from '../../../../errors.ts';
import { isText, isTruth, objectOf, oneOf, optional } from '../../../../files/json-shape.ts';
import { replaceFile } from '../../../../files/rename.ts';
import { appIdOf, presentOf } from '../application-state.ts';
import { chosenFiles, type FileChange, type PresentFile, type SetupFile } from '../chosen-files.ts';
import { applyEdits, diffOf } from '../edit/line-edits.ts';
import { CONFIG_FILE, contentOf, withLineFeeds } from '../present-files.ts';
import { REMEDIATION_FILES } from '../remediation-workflow.ts';
import type { Planned, ReportSetup, Resource, Setup, SetupStep, StepResult, Undo, Undone } from '../resource.ts';
import { digestOf, listPart, set } from '../setup-record.ts';
import { BENCHMARK_POLICIES, POLICY_FILE } from '../starter-policy.ts';
import { WORKFLOW_FILE } from '../workflow-file.ts';

export const PFX_FILE = 'mailbox-report.pfx';
/** Of the application that answers questions about an account. */
export const INCIDENT_PFX_FILE = 'mailbox-report-incident.pfx';
export const PFX_FILES = [PFX_FILE, INCIDENT_PFX_FILE] as const;
export type PfxName = (typeof PFX_FILES)[number];
export const GIT_IGNORE = '.gitignore';

/** The files that setup writes, and undo removes. */
const FILES = [
  ...REMEDIATION_FILES,
  WORKFLOW_FILE,
  POLICY_FILE,
  ...BENCHMARK_POLICIES.keys(),
  CONFIG_FILE,
  BASELINE_FILE,
  PFX_FILE,
  INCIDENT_PFX_FILE,
  GIT_IGNORE,
];

export const filesPart = listPart(
  'files',
  objectOf({
    file: oneOf(FILES),
    /** Hex. */
    sha256: isText,
    /** Whether only a line was added to the file of somebody else. */
    isAdded: optional(isTruth),
  }),
);

/**
 * Files in the folder: new ones are written; own ones that nobody has changed since are replaced, and deleted by undo. In those of somebody
 * else, lines are changed.
 */
export function files<S extends Setup>(filesFor: FilesFor<S>): Resource<S> {
  return { part: filesPart, on: 'elsewhere', plan: (setup) => planFiles(setup, filesFor), undo: undoFiles };
}

/** The files that a set-up writes or changes. */
type FilesFor<S extends Setup> = (setup: S) => readonly SetupFile[] | Promise<readonly SetupFile[]>;

async function planFiles<S extends Setup>(setup: S, filesFor: FilesFor<S>): Promise<Planned> {
  const clientId = presentOf(setup.application)?.appId ?? 'APP_ID';
  const steps: SetupStep[] = [];
  const kept: string[] = [];
  const notes: string[] = [];
  for (const file of await filesFor(setup)) {
    const present = await presentFile(file.file, setup);
    const change = file.change(present, clientId);
    if (change.isKept === true) kept.push(file.file);
    notes.push(...(change.notes ?? []));
    if (changedText(present, change) !== undefined) steps.push(fileStep(file, present, change, setup));
  }
  return { steps, kept, notes };
}

async function undoFiles({ record, place: { folder } }: Undo): Promise<Undone> {
  const unchanged: string[] = [];
  const kept: string[] = [];
  for (const { file, sha256 } of record.of(filesPart).filter((one) => one.file !== GIT_IGNORE)) {
    const bytes = await readFile(path.join(folder, file)).catch(() => undefined);
    if (bytes === undefined) continue;
    const digests = [digestOf(bytes), digestOf(withLineFeeds(bytes.toString('utf8')))];
    (digests.includes(sha256) ? unchanged : kept).push(file);
  }
  return {
    lines: unchanged.map((file) => `file ${file}`),
    kept,
    remove: async () => {
      for (const file of unchanged) await rm(path.join(folder, file), { force: true });
    },
  };
}

/** The files of what was chosen. */
export async function reportFiles(setup: ReportSetup): Promise<readonly SetupFile[]> {
  const { isOwn } = await presentFile(POLICY_FILE, setup);
  return chosenFiles(setup, isOwn);
}

async function presentFile(file: string, { record, place }: Setup): Promise<PresentFile> {
  const text = await contentOf(path.join(place.folder, file));
  if (text === undefined) return { text, isOwn: true };
  const digest = digestOf(withLineFeeds(text));
  return { text, isOwn: record.of(filesPart).some((one) => one.file === file && one.sha256 === digest) };
}

/** The file after a change; undefined if it stays as it is. */
function changedText({ text = '' }: PresentFile, { edits, whole }: FileChange): string | undefined {
  return edits.length > 0 ? applyEdits(text, edits) : whole;
}

function fileStep(own: SetupFile, present: PresentFile, change: FileChange, setup: Setup): SetupStep {
  const { text, isOwn } = present;
  const { stage, file, about } = own;
  const what = about === undefined ? '' : ` (${about})`;
  return {
    stage,
    mark: text === undefined ? '+' : '~',
    lines: [`file ${file}${what}${text !== undefined && isOwn ? ', as setup wrote it before' : ''}`],
    ...(text === undefined ? {} : { diff: diffOf(text, change.edits) }),
    commands: [{ label: file, text: changedText(present, change) ?? '' }],
    make: () => write(own, setup),
  };
}

/** The client ID is known only after the application was made. */
async function write({ file, change }: SetupFile, setup: Setup): Promise<StepResult> {
  const { record, place } = setup;
  const present = await presentFile(file, setup);
  const { text, isOwn } = present;
  const content = changedText(present, change(present, appIdOf(record)));
  if (content === undefined) return { text: `Kept ${file}` };
  const others = record.of(filesPart).filter((one) => one.file !== file);
  // Before it is written: a file that is cut off is then known, and one that was is unchanged.
  const made = set(filesPart, [...others, { file, sha256: digestOf(withLineFeeds(content)), isAdded: undefined }]);
  if (text === undefined) record.update(made);
  try {
    await mkdir(path.dirname(path.join(place.folder, file)), { recursive: true });
    // A part of it would count as changed by somebody.
    replaceFile(path.join(place.folder, file), content);
  } catch (error) {
    throw new UserError('FILE_UNWRITABLE', `${file} cannot be written (${describeError(error)}).`, {
      hint: 'Run the command in the folder of the repository, where you may write files.',
      cause: error,
    });
  }
  if (text !== undefined && isOwn) record.update(made);
  return { text: `${text === undefined ? 'Wrote' : isOwn ? 'Replaced' : 'Changed'} ${file}` };
}
