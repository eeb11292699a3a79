import { workspaceOf, type Dependencies, type ReadContext } from '../../run/context.ts';
import { UserError } from '../../errors.ts';
import type { Environment } from '../../http/proxy.ts';
import type { Policy } from '../../policy/definition.ts';
import { chooseBaseline, choosePolicy } from '../../policy/load.ts';
import { builtInReports } from '../../reports/built-in.ts';
import { chooseReports } from '../../reports/choose.ts';
import { isExchangeReport, type ReportDefinition } from '../../reports/definition.ts';
import { logSettings } from '../settings.ts';
import { needsExchange } from '../../source/sign-in.ts';
import type { AppliedChange } from '../../remediation/apply.ts';
import { EXCHANGE_REPORTS, type Change } from '../../remediation/change.ts';
import { readRemediateInputs, type RemediateInputs } from './inputs.ts';
import { readUndoFile } from '../../remediation/undo-file.ts';

/** Receives the changes of a run as they happen, for callers that do not read its log. */
export interface RemediationObserver {
  onPlan(changes: readonly Change[], digest: string): void;
  /** Once the changes of one target are done. */
  onDone(changes: readonly AppliedChange[]): void;
}

/** A run of the remediate action. */
export interface RemediationContext extends ReadContext {
  readonly inputs: RemediateInputs;
  /** With the mode `undo`, the changes of the undo file. */
  readonly undone: readonly Change[] | undefined;
  readonly observer: RemediationObserver | undefined;
}

/** Checks the inputs and the committed files. Rejects with a UserError. */
export async function remediationContext(
  env: Environment,
  dependencies: Dependencies,
  observer: RemediationObserver | undefined,
): Promise<RemediationContext> {
  const inputs = readRemediateInputs(env);
  const workspace = workspaceOf(env);
  const named = inputs.mode === 'undo' ? [] : await chooseReports(inputs.report, workspace);
  const { policy } = await choosePolicy(inputs.mode === 'undo' ? undefined : inputs.policy, workspace, named);
  const baseline = await chooseBaseline(inputs.baseline, workspace, policy);
  const undone = inputs.undoFile === undefined ? undefined : await readUndoFile(inputs.undoFile, workspace);
  const context: RemediationContext = {
    ...{ env, inputs, policy, baseline, undone, observer, cloud: inputs.cloud, tenant: inputs.tenantId, warnings: [] },
    started: dependencies.now(),
    reports: policy === undefined ? reportsOf(undone ?? []) : reportsToChange(policy),
    ...dependencies,
  };
  const notes = policy === undefined ? [] : [`Reads ${context.reports.map(({ name }) => name).join(', ')}`];
  await logSettings(context.core, settingsOf(context), notes);
  return context;
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

/** The reports that show what changes are about. */
function reportsOf(changes: readonly Change[]): readonly ReportDefinition[] {
  const names = changes.map(({ inboxRule, exchange }) => {
    if (exchange !== undefined) return EXCHANGE_REPORTS[exchange.cmdlet];
    return inboxRule === undefined ? 'mailbox-settings' : 'inbox-rules';
  });
  return reportsNamed(new Set(names));
}

/** Reports of Exchange Online also read the id by which a mailbox is changed. */
function reportsNamed(names: ReadonlySet<string>): readonly ReportDefinition[] {
  return [...builtInReports.values()]
    .filter(({ name }) => names.has(name))
    .map((report) => {
      if (!isExchangeReport(report)) return report;
      return { ...report, request: { ...report.request, select: [...report.request.select, 'Guid'] } };
    });
}

function settingsOf({ inputs, reports, policy, baseline }: RemediationContext) {
  return {
    mode: inputs.mode,
    'tenant-id': inputs.tenantId,
    'client-id': inputs.clientId,
    'graph-url': inputs.graphUrl,
    'exchange-url': needsExchange(inputs, reports) ? inputs.exchangeUrl : undefined,
    policy: policy?.file,
    mailboxes: policy && inputs.mailboxes.join(', '),
    baseline: baseline?.file,
    'undo-file': inputs.undoFile,
    'max-changes': String(inputs.maxChanges),
  };
}
