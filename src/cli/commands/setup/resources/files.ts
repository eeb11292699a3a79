import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describeError, systemErrorCode, UserError } from '../../../../errors.ts';
import { isText, isTruth, objectOf, oneOf, optional } from '../../../../files/json-shape.ts';
import { replaceFile } from '../../../../files/rename.ts';
import { appIdOf, presentOf } from '../application-state.ts';
import type { Resource, Setup, SetupStep, StepResult } from '../resource.ts';
import { digestOf, listPart, set } from '../setup-record.ts';
import { starterPolicy } from '../starter-policy.ts';
import { WORKFLOW_FILE, workflowText } from '../workflow-file.ts';

const POLICY_FILE = 'policy.yml';
const CONFIG_FILE = 'mailbox-report.yml';
export const PFX_FILE = 'mailbox-report.pfx';
export const GIT_IGNORE = '.gitignore';

/** The files that setup writes, and undo removes. */
const FILES = [WORKFLOW_FILE, POLICY_FILE, CONFIG_FILE, PFX_FILE, GIT_IGNORE];

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

/** A file that setup writes, relative to the folder and with forward slashes. */
interface SetupFile {
  readonly stage: SetupStep['stage'];
  readonly file: string;
  readonly content: (clientId: string) => string;
  /** Behind its name in the plan. */
  readonly about?: string;
}

/** Files in the folder: new ones are written; own ones that nobody has changed since are replaced, and deleted by undo. */
export const files: Resource = {
  part: filesPart,
  on: 'elsewhere',
  plan: async (setup) => {
    const clientId = presentOf(setup.application)?.appId ?? 'APP_ID';
    const steps: SetupStep[] = [];
    const kept: string[] = [];
    for (const file of filesFor(setup)) {
      const content = file.content(clientId);
      const state = await stateOf(file.file, content, setup);
      if (state === 'foreign') kept.push(file.file);
      else if (state !== 'same') steps.push(fileStep(file, content, state, setup));
    }
    return { steps, kept };
  },
  undo: async ({ record, place: { folder } }) => {
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
  },
};

/** The workflow that stays, because somebody else wrote or changed it; undefined if setup writes it. */
export async function foreignWorkflow(setup: Setup): Promise<string | undefined> {
  const workflow = filesFor(setup).find(({ file }) => file === WORKFLOW_FILE);
  if (workflow === undefined) return undefined;
  const state = await stateOf(WORKFLOW_FILE, workflow.content(''), setup);
  return state === 'foreign' ? contentOf(path.join(setup.place.folder, WORKFLOW_FILE)) : undefined;
}

/** The files of what was chosen: the workflow and, if the reports have rules to begin with, a policy; the IDs for this machine. */
function filesFor({ choice, record, repository, place: { cloud } }: Setup): readonly SetupFile[] {
  const chosen: SetupFile[] = [];
  if (repository !== undefined) {
    const { mailboxes, reports, reportNames } = choice;
    const rules = starterPolicy(reports.map(({ name }) => name));
    const policy = rules === undefined ? undefined : POLICY_FILE;
    const workflow = workflowText({ mailboxes, reports: reportNames, policy, cloud });
    chosen.push({ stage: 'workflow', file: WORKFLOW_FILE, content: () => workflow });
    const about = 'starter rules for the chosen reports, as warnings';
    if (rules !== undefined) chosen.push({ stage: 'workflow', file: POLICY_FILE, content: () => rules, about });
  }
  if (choice.terminal) {
    const ofCloud = cloud === 'global' ? '' : `cloud: ${cloud}\n`;
    const content = (clientId: string): string => `tenant-id: ${record.tenantId}\nclient-id: ${clientId}\n${ofCloud}`;
    chosen.push({ stage: 'terminal', file: CONFIG_FILE, content, about: 'the IDs for commands at the terminal' });
  }
  return chosen;
}

/** A file in comparison with its new content: not there, equal, as setup wrote it before, or somebody else's. */
type FileState = 'new' | 'same' | 'own' | 'foreign';

async function stateOf(file: string, content: string, { record, place }: Setup): Promise<FileState> {
  const present = await contentOf(path.join(place.folder, file));
  if (present === undefined) return 'new';
  if (withLineFeeds(present) === content) return 'same';
  const digest = digestOf(withLineFeeds(present));
  return record.of(filesPart).some((one) => one.file === file && one.sha256 === digest) ? 'own' : 'foreign';
}

function fileStep(own: SetupFile, content: string, state: 'new' | 'own', setup: Setup): SetupStep {
  const { stage, file, about } = own;
  const what = about === undefined ? '' : ` (${about})`;
  return {
    stage,
    mark: state === 'new' ? '+' : '~',
    lines: [`file ${file}${what}${state === 'new' ? '' : ', as setup wrote it before'}`],
    commands: [{ label: file, text: content }],
    make: () => write(own, setup),
  };
}

/** The client ID is known only after the application was made. */
async function write({ file, content: contentFor }: SetupFile, setup: Setup): Promise<StepResult> {
  const { record, place } = setup;
  const content = contentFor(appIdOf(record));
  const state = await stateOf(file, content, setup);
  if (state === 'same' || state === 'foreign') return { text: `Kept ${file}` };
  const others = record.of(filesPart).filter((one) => one.file !== file);
  // Before it is written: a file that is cut off is then known, and one that was is unchanged.
  const made = set(filesPart, [...others, { file, sha256: digestOf(content), isAdded: undefined }]);
  if (state === 'new') record.update(made);
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
  if (state === 'own') record.update(made);
  return { text: `${state === 'new' ? 'Wrote' : 'Replaced'} ${file}` };
}

/** Git may check out a file with other ends of lines than it was written with. */
export function withLineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** The text of a file; undefined if there is none. */
export async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw new UserError('FILE_UNWRITABLE', `${file} cannot be read (${describeError(error)}).`, {
      hint: 'Move it away, and run the command again.',
      cause: error,
    });
  }
}
