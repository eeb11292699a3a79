import { isDeepStrictEqual } from 'node:util';
import { isCommit } from './action-version.ts';
import { configEdits, configText, type ConfigValues } from './edit/config-edit.ts';
import { diffOf, editsBetween, linesOf, type LineEdit } from './edit/line-edits.ts';
import { timeZoneOf, versionOf, workflowEdit } from './edit/workflow-edit.ts';
import type { Setup, SetupStep } from './resource.ts';
import { starterPolicy } from './starter-policy.ts';
import { UTC, WORKFLOW_FILE, workflowText } from './workflow-file.ts';

export const POLICY_FILE = 'policy.yml';
/** Reports name people: GitHub keeps artifacts 90 days otherwise. */
const RETENTION_DAYS = '30';

const HEAD = [
  'yaml-language-server: $schema=https://raw.githubusercontent.com/mailbox-report/mailbox-report/v1/schemas/config.schema.json',
  'The inputs of the workflow: https://github.com/mailbox-report/mailbox-report/blob/main/docs/inputs.md',
];

/** A file as it is before. Without a text, there is none. */
export interface PresentFile {
  readonly text: string | undefined;
  /** Whether setup wrote it, and nobody has changed it since; also if there is none. */
  readonly isOwn: boolean;
}

/** How a file becomes as it is to be. */
export interface FileChange {
  /** Of a file that is missing, those of an empty one. */
  readonly edits: readonly LineEdit[];
  /** Whether somebody else has written it, so that it stays as it is. */
  readonly isKept?: true;
  /** What somebody has to do in it. */
  readonly notes?: readonly string[];
}

/** A file that setup writes or changes, relative to the folder and with forward slashes. */
export interface SetupFile {
  readonly stage: SetupStep['stage'];
  readonly file: string;
  /** Behind its name in the plan. */
  readonly about?: string;
  readonly change: (present: PresentFile, clientId: string) => FileChange;
}

type Choice = Pick<Setup, 'choice' | 'present' | 'version' | 'place' | 'record' | 'repository'>;

/**
 * The files of what was chosen: the workflow, mailbox-report.yml with its inputs and, if the reports have rules to begin with, a policy.
 * Without a workflow, mailbox-report.yml has the IDs for this machine.
 *
 * @param isOwnPolicy whether nobody but setup has written policy.yml
 */
export function chosenFiles(setup: Choice, isOwnPolicy: boolean): readonly SetupFile[] {
  const { choice, present, repository } = setup;
  const inputs = inputsFor(setup, isOwnPolicy);
  const files: SetupFile[] = [];
  if (repository !== undefined) {
    const change = (file: PresentFile): FileChange => workflowChange(file, setup, inputs);
    files.push({ stage: 'workflow', file: WORKFLOW_FILE, change });
  }
  if (repository !== undefined || choice.terminal) files.push(configFile(setup, inputs));
  const [policy] = inputs.policy ?? present.inputs.policy ?? [];
  if (repository !== undefined && policy === POLICY_FILE) {
    const about = 'starter rules for the chosen reports, as warnings';
    files.push({ stage: 'workflow', file: POLICY_FILE, about, change: (file) => policyChange(file, setup) });
  }
  return files;
}

/** The inputs of the workflow's runs that are to be in the file. */
function inputsFor({ choice, present, repository, place: { cloud } }: Choice, isOwnPolicy: boolean): ConfigValues {
  const { mailboxes, reportNames } = choice;
  const rules = rulesFor(choice);
  const isWithoutRules = isOwnPolicy && rules === undefined;
  const [earlier = present.isFirst ? POLICY_FILE : undefined] = present.inputs.policy ?? [];
  const policy = choice.policy ?? earlier;
  if (repository === undefined) return choice.policy === undefined ? {} : { policy: [choice.policy] };
  const inputs = {
    mailboxes,
    report: reportNames,
    policy: policy === undefined || (policy === POLICY_FILE && isWithoutRules) ? [] : [policy],
    'retention-days': present.inputs['retention-days'] ?? (present.isFirst ? [RETENTION_DAYS] : []),
    cloud: cloud === 'global' ? [] : [cloud],
  };
  const wanted = Object.entries(inputs);
  const isChanged = ([name, values]: [string, readonly string[]]): boolean =>
    !isDeepStrictEqual(new Set(values), new Set(present.inputs[name]));
  return Object.fromEntries(present.isNamed ? wanted.filter(isChanged) : wanted);
}

function configFile(
  { choice, present, place: { cloud }, record, repository }: Choice,
  inputs: ConfigValues,
): SetupFile {
  const valuesFor = (clientId: string): ConfigValues => ({
    ...(choice.terminal ? { 'tenant-id': [record.tenantId], 'client-id': [clientId] } : {}),
    ...(choice.terminal && cloud !== 'global' ? { cloud: [cloud] } : {}),
    ...inputs,
  });
  return {
    stage: repository === undefined ? 'terminal' : 'workflow',
    file: present.configFile,
    about: repository === undefined ? 'the IDs for commands at the terminal' : 'what was chosen',
    change: ({ text }, clientId) => configChange(text, present.configFile, valuesFor(clientId)),
  };
}

function configChange(text: string | undefined, file: string, values: ConfigValues): FileChange {
  if (text === undefined) return { edits: [{ line: 0, removed: 0, added: linesOf(configText(HEAD, values)) }] };
  const edits = configEdits(text, values);
  if (edits !== undefined) return { edits };
  const lines = linesOf(configText([], values));
  return { edits: [], isKept: true, notes: [[`Set in ${file}:`, ...lines.map((line) => `  ${line}`)].join('\n')] };
}

function workflowChange(
  { text, isOwn }: PresentFile,
  { choice, present, version }: Choice,
  inputs: ConfigValues,
): FileChange {
  const { configFile: config } = present;
  if (text === undefined || isOwn) {
    const [earlierZone, earlierVersion = version] = text === undefined ? [] : [timeZoneOf(text), versionOf(text)];
    const timeZone = choice.timeZone ?? earlierZone ?? UTC;
    const wanted = { config, timeZone, version: isCommit(earlierVersion) ? earlierVersion : version };
    return { edits: editsBetween(text ?? '', workflowText(wanted)) };
  }
  const keys = Object.keys(inputs);
  const { edits, steps, patch } = workflowEdit(text, { config, keys, timeZone: choice.timeZone });
  if (steps.length === 0) return { edits };
  const lines = diffOf(text, patch).map((line) => `  ${line}`);
  return { edits, isKept: true, notes: [[`In ${WORKFLOW_FILE}: ${steps.join(' ')}`, ...lines].join('\n')] };
}

function policyChange({ text, isOwn }: PresentFile, { choice }: Choice): FileChange {
  const rules = rulesFor(choice);
  if (rules === undefined) return { edits: [] };
  const edits = editsBetween(text ?? '', rules);
  return isOwn ? { edits } : { edits: [], ...(edits.length > 0 ? { isKept: true } : {}) };
}

function rulesFor({ reports }: Choice['choice']): string | undefined {
  return starterPolicy(reports.map(({ name }) => name));
}
