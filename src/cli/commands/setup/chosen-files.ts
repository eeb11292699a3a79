import { isDeepStrictEqual } from 'node:util';
import { isCommit, SCHEMAS } from './action-version.ts';
import { configEdits, configText, type ConfigValues } from './edit/config-edit.ts';
import { applyEdits, diffOf, editsBetween, linesOf, type LineEdit } from './edit/line-edits.ts';
import { failingRules, ruleIds, severityEdits } from './edit/policy-edit.ts';
import { timeZoneOf, versionOf, workflowEdit } from './edit/workflow-edit.ts';
import type { GateBaseline } from './gate.ts';
import type { ReportSetup, SetupStep } from './resource.ts';
import { isPublic } from './resources/variables.ts';
import { BENCHMARK_POLICIES, benchmarkPolicy, POLICY_FILE, starterPolicy, starterReportsOf } from './starter-policy.ts';
import { UTC, WORKFLOW_FILE, workflowText } from './workflow-file.ts';

/** Reports name people: GitHub keeps artifacts 90 days otherwise. */
const RETENTION_DAYS = '30';

const HEAD = [
  `yaml-language-server: $schema=${SCHEMAS}/config.schema.json`,
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
  /** The whole file in place of edits, where nobody wants to see them. */
  readonly whole?: string;
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

type Choice = Pick<ReportSetup, 'choice' | 'present' | 'gate' | 'version' | 'place' | 'record' | 'repository'>;

/**
 * The files of what was chosen: the workflow, mailbox-report.yml with its inputs and a policy, if the reports have rules to begin with or
 * that of a benchmark was chosen.
 * Without a workflow, mailbox-report.yml has the IDs for this machine.
 *
 * @param isOwnPolicy whether nobody but setup has written policy.yml
 */
export function chosenFiles(setup: Choice, isOwnPolicy: boolean): readonly SetupFile[] {
  const { choice, present, gate, repository } = setup;
  const inputs = inputsFor(setup, isOwnPolicy);
  const files: SetupFile[] = [];
  if (repository !== undefined) {
    const change = (file: PresentFile): FileChange => workflowChange(file, setup, inputs);
    files.push({ stage: 'workflow', file: WORKFLOW_FILE, change });
  }
  if (repository !== undefined || choice.terminal) files.push(configFile(setup, inputs));
  const [policy] = inputs.policy ?? present.inputs.policy ?? [];
  const benchmark = BENCHMARK_POLICIES.get(policy ?? '');
  if (repository !== undefined && (gate !== undefined || policy === POLICY_FILE || benchmark !== undefined)) {
    const about = `${benchmark ?? 'starter rules for the chosen reports'}, as warnings`;
    const gated = gate && `of severity error: ${[...gate.rules].join(', ')}`;
    const file = gate?.policy ?? (benchmark === undefined ? POLICY_FILE : (policy ?? POLICY_FILE));
    files.push({ stage: 'workflow', file, about: gated ?? about, change: (text) => policyChange(text, file, setup) });
  }
  if (gate?.baseline !== undefined) files.push(baselineFile(gate.baseline));
  return files;
}

/** The inputs of the workflow's runs that are to be in the file. */
function inputsFor(
  { choice, present, gate, repository, place: { cloud } }: Choice,
  isOwnPolicy: boolean,
): ConfigValues {
  const { mailboxes, reportNames } = choice;
  const hasRules = starterPolicy(choice.reports.map(({ name }) => name)) !== undefined;
  const [earlier = present.isFirst ? POLICY_FILE : undefined] = present.inputs.policy ?? [];
  // Without a rule to begin with, a policy.yml that nobody chose is about something else.
  const isLeftOut =
    earlier === POLICY_FILE && !hasRules && (present.isFirst || (isOwnPolicy && present.inputs.baseline === undefined));
  const policy = choice.policy ?? (isLeftOut ? undefined : earlier);
  if (repository === undefined) return choice.policy === undefined ? {} : { policy: [choice.policy] };
  const inputs = {
    mailboxes,
    report: reportNames,
    policy: policy === undefined ? [] : [policy],
    'retention-days': present.inputs['retention-days'] ?? (present.isFirst ? [RETENTION_DAYS] : []),
    cloud: cloud === 'global' ? [] : [cloud],
    ...(gate?.baseline === undefined ? {} : { baseline: [gate.baseline.file] }),
    ...(gate !== undefined && present.inputs['fail-on']?.[0] === 'never' ? { 'fail-on': ['error'] } : {}),
    ...(isPublic(repository)
      ? {
          summary: present.inputs.summary ?? ['counts'],
          // Nothing is uploaded.
          'artifact-name': present.inputs['artifact-name'] ?? [''],
        }
      : {}),
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
  const notes = [[`In ${WORKFLOW_FILE}: ${steps.join(' ')}`, ...lines].join('\n')];
  return edits.length > 0 ? { edits, notes } : { edits, isKept: true, notes };
}

function policyChange({ text, isOwn }: PresentFile, file: string, { choice, present, gate }: Choice): FileChange {
  const reports = choice.reports.map(({ name }) => name);
  // The baseline may be about rules of reports that are no longer chosen.
  const ids = ruleIds(text ?? '');
  const kept = present.inputs.baseline === undefined ? [] : starterReportsOf(ids);
  const starter = file === POLICY_FILE ? starterPolicy([...reports, ...kept]) : benchmarkPolicy(file);
  const gated = gate?.rules ?? new Set<string>();
  if (isOwn && starter !== undefined) {
    const failing = new Set([...failingRules(text ?? ''), ...gated]);
    const wanted = applyEdits(starter, severityEdits(starter, failing) ?? []);
    return { edits: editsBetween(text ?? '', wanted) };
  }
  const edits = severityEdits(text ?? '', gated);
  if (edits === undefined) {
    return {
      edits: [],
      isKept: true,
      notes: [`In ${file}: set "severity: error" in the rules ${[...gated].join(', ')}.`],
    };
  }
  const lacking = [...ruleIds(starter ?? '')].filter((id) => !ids.has(id));
  if (gate !== undefined || lacking.length === 0) return { edits };
  return {
    edits,
    isKept: true,
    notes: [`${file} lacks rules of setup for the chosen reports: ${lacking.join(', ')}.`],
  };
}

/** What was there when it was made must still be there. */
function baselineFile({ file, before, after, about }: GateBaseline): SetupFile {
  const change = ({ text }: PresentFile): FileChange =>
    text === before ? { edits: [], whole: after } : { edits: [], isKept: true };
  return { stage: 'workflow', file, about, change };
}
