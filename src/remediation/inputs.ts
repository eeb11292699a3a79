import { UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { Baseline } from '../policy/baseline/baseline-file.ts';
import type { Policy } from '../policy/definition.ts';
import { chooseBaseline, choosePolicy } from '../policy/load.ts';
import { builtInReports } from '../reports/built-in.ts';
import { chooseReports } from '../reports/choose.ts';
import { isExchangeReport, withListColumns, type ReportDefinition } from '../reports/definition.ts';
import type { ReportInputs } from '../run/inputs.ts';
import { choice, invalid, readReportInputs, required, text, wholeNumber } from '../run/read-inputs.ts';
import { readLists } from '../source/source.ts';
import { reportOf, type SettingChange } from './change.ts';
import { readUndoFile } from './undo-file.ts';

/** The validated inputs of the remediate action. */
export interface RemediateInputs extends ReportInputs {
  readonly mode: 'plan' | 'apply' | 'undo';
  /** In lower case; only with the mode `apply`. */
  readonly planDigest: string | undefined;
  /** Path of an `undo.json` in the workspace; only with the mode `undo`. */
  readonly undoFile: string | undefined;
  readonly maxChanges: number;
}

/** The inputs of a run, and the committed files that they name. */
export interface Remediation {
  readonly inputs: RemediateInputs;
  /** Undefined with the mode `undo`, as baseline and list are. */
  readonly policy: Policy | undefined;
  readonly baseline: Baseline | undefined;
  readonly list: MailboxList | undefined;
  /** With the mode `undo`, the changes of the undo file. */
  readonly undone: readonly SettingChange[] | undefined;
  /** The reports that show what changes are about. */
  readonly reports: readonly ReportDefinition[];
}

const MAX_CHANGES = 100_000;

/** Reads the inputs of the remediate action and the files that they name. Rejects with a UserError if one is not valid. */
export async function readRemediation(env: Environment, workspace: string): Promise<Remediation> {
  const inputs = readRemediateInputs(env);
  if (inputs.undoFile !== undefined) {
    const undone = await readUndoFile(inputs.undoFile, workspace);
    return {
      inputs,
      policy: undefined,
      baseline: undefined,
      list: undefined,
      undone,
      reports: reportsNamed(new Set(undone.map(reportOf))),
    };
  }
  const named = await chooseReports(inputs.report, workspace);
  const list = await readLists(inputs, workspace);
  const { policy } = await choosePolicy(inputs.policy, workspace, named, list.columns);
  const baseline = await chooseBaseline(inputs.baseline, workspace, policy);
  const reports = policy === undefined ? [] : reportsToChange(policy);
  const carried = reports.map((report) => withListColumns(report, list.columns));
  return { inputs, policy, baseline, list, undone: undefined, reports: carried };
}

/** Undoing requires neither a list nor a policy. */
function readRemediateInputs(env: Environment): RemediateInputs {
  const mode = choice(env, 'mode', ['plan', 'apply', 'undo']);
  const inputs = readReportInputs(env, mode !== 'undo');
  if (mode !== 'undo') required(env, 'policy');
  return {
    ...inputs,
    mode,
    planDigest: mode === 'apply' ? planDigest(env) : undefined,
    undoFile: mode === 'undo' ? required(env, 'undo-file') : undefined,
    maxChanges: wholeNumber('max-changes', text(env, 'max-changes') ?? '50', MAX_CHANGES),
  };
}

function planDigest(env: Environment): string {
  const digest = required(env, 'plan-digest').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digest)) return digest;
  throw invalid('plan-digest', digest, 'Use the output "plan-digest" of the run that made the plan, 64 hex digits.');
}

/** The reports whose rules set something. The settings of a mailbox are read whenever they may be set. */
function reportsToChange(policy: Policy): readonly ReportDefinition[] {
  const named = new Set(policy.rules.filter(({ set }) => set !== undefined).map(({ report }) => report));
  if (named.size === 0) {
    throw new UserError('POLICY_FILE', `No rule of ${policy.file} has "set", so there is nothing to change.`, {
      hint: 'Add "set" to the rules whose violations this action corrects.',
      place: { file: policy.file },
    });
  }
  if (named.has('automatic-replies')) named.add('mailbox-settings');
  return reportsNamed(named);
}

/**
 * Rows keep the object of the service. Reports of Exchange Online also read the id by which a mailbox is changed, and whether
 * the properties of a synchronized one are managed in the cloud.
 */
function reportsNamed(names: ReadonlySet<string>): readonly ReportDefinition[] {
  return [...builtInReports.values()]
    .filter(({ name }) => names.has(name))
    .map((report) => {
      if (!isExchangeReport(report)) return { ...report, keepsObject: true };
      const managed = report.name === 'mailbox-properties' ? ['IsExchangeCloudManaged'] : [];
      const select = [...report.request.select, 'Guid', ...managed];
      return { ...report, keepsObject: true, request: { ...report.request, select } };
    });
}
