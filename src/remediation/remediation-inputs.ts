import type { Environment } from '../http/proxy.ts';
import { InternalDomains } from '../mailboxes/internal-domains.ts';
import { mailboxList, type MailboxList } from '../mailboxes/mailbox.ts';
import type { Baseline } from '../policy/baseline/baseline-file.ts';
import type { Policy } from '../policy/policy-definition.ts';
import { chooseBaseline, choosePolicy, registered, reportsOfPolicy } from '../policy/load.ts';
import { builtInReports, reportsWriting } from '../reports/built-in.ts';
import { chooseReports } from '../reports/choose.ts';
import { isExchangeReport, madeFirst, withListColumns, type ReportDefinition } from '../reports/definition.ts';
import { invalid, required } from '../run/input-readers.ts';
import type { ReportInputs, ValuesOf } from '../run/inputs.ts';
import { readInputs, readReportInputs } from '../run/read-inputs.ts';
import { readLists } from '../source/source.ts';
import { reportOf, type PlannedChange } from './change.ts';
import { withCorrectedReports } from './corrected-rule.ts';
import { readPlanFile, type StoredPlan } from './plan-file.ts';
import { readRestoreSource, type RestoreSource } from './restore/restore-source.ts';
import { targetNamed } from './targets/targets.ts';
import { readUndoFile, type UndoFile } from './undo-file.ts';
import type { StepEnvironment } from '../run/runner.ts';
import { inputName } from '../text/audience.ts';

/**
 * The validated inputs of the remediate action. `planFile` and `planDigest`, in lower case, are undefined with the mode `plan`.
 * `undoFile`: with the mode `undo`, and with `plan` for the plan of an undo. `maxChanges` is undefined for an undo: as many as its
 * file has. `limit` is undefined: all changes of the plan. `restore`: with the modes `plan` and `apply`.
 */
export type RemediateInputs = ReportInputs & ValuesOf<'remediate'>;

/** The policy that decides about changes. */
export interface PolicyBasis {
  readonly kind: 'policy';
  readonly policy: Policy;
  readonly baseline: Baseline | undefined;
}

/** The file that decides about the changes of an undo. */
export interface UndoBasis {
  readonly kind: 'undo';
  readonly undo: UndoFile;
}

/** The report to which mailboxes are brought back, and the policy that must not be violated then, if there is one. */
export interface RestoreBasis {
  readonly kind: 'restore';
  readonly kept: RestoreSource;
  readonly policy: Policy | undefined;
  readonly baseline: Baseline | undefined;
}

/** The inputs of a run, and the files that they name. */
export interface Remediation {
  readonly inputs: RemediateInputs;
  /** The approved plan; undefined with the mode `plan`. */
  readonly plan: StoredPlan | undefined;
  readonly basis: PolicyBasis | UndoBasis | RestoreBasis;
  /** For an undo, the mailboxes of its file; with `all`, the mailboxes of the approved plan. */
  readonly list: MailboxList;
  /** Whether the plan is about every mailbox of the tenant. */
  readonly all: boolean;
  /** The reports that show what changes are about. */
  readonly reports: readonly ReportDefinition[];
}

/** Of a plan that is no undo. */
const USUAL_MAX_CHANGES = 50;

/** Reads the inputs of the remediate action and the files that they name. Rejects with a UserError if one is not valid. */
export async function readRemediation(env: Environment, step: StepEnvironment): Promise<Remediation> {
  const { workspace } = step;
  const inputs = readRemediateInputs(env);
  const { mode, planFile, planDigest: approved, undoFile, restore } = inputs;
  const kind = mode === 'undo' ? 'undo' : restore === undefined ? 'policy' : 'restore';
  const plan =
    planFile === undefined || approved === undefined
      ? undefined
      : await readPlanFile(planFile, workspace, { kind, approved });
  if (undoFile !== undefined) {
    const undo = await readUndoFile(undoFile, workspace);
    const reports = reportsNamed(new Set(undo.changes.map(reportOf)));
    const addresses = new Map(undo.changes.map(({ address }) => [address.toLowerCase(), address]));
    const mailboxes = [...addresses.values()].map((address) => ({ address, file: undoFile, line: 1 }));
    const list = mailboxList(mailboxes, [undoFile]);
    const ofFile = { ...inputs, mailboxes: { all: false, lists: [] } };
    return { inputs: ofFile, plan, basis: { kind: 'undo', undo }, list, all: false, reports };
  }
  const chosen = await chooseReports(inputs.report, workspace);
  const definitions = chosen.reports;
  const lists = await readLists(inputs, workspace);
  const { all } = inputs.mailboxes;
  const list = all && plan !== undefined ? mailboxesOf(plan.changes, lists, inputs.planFile) : lists;
  const { policy } = await choosePolicy(inputs.policy, workspace, chosen, list.columns);
  const baseline = await chooseBaseline(inputs.baseline, workspace, policy);
  const available = new Map(
    [...builtInReports.values(), ...definitions].map((one) => [
      one.name,
      registered(withListColumns(one, list.columns), policy),
    ]),
  );
  if (restore !== undefined) {
    const kept = await readRestoreSource(restore, inputs.only, step);
    const reports = reportsToRestore(kept, policy, available, list.columns);
    return { inputs, plan, basis: { kind: 'restore', kept, policy, baseline }, list, all, reports };
  }
  if (policy === undefined) throw new Error('the input "policy" is required');
  const corrected = withCorrectedReports(policy, baseline, available);
  const reports = reportsToRead(corrected.policy, available, list.columns);
  const basis = { kind: 'policy', ...corrected } as const;
  return { inputs: all && plan !== undefined ? ofPlan(inputs, plan) : inputs, plan, basis, list, all, reports };
}

/** An approved plan of the whole tenant is about its own mailboxes: those that were made since are neither looked for nor changed. */
function ofPlan(inputs: RemediateInputs, { internalDomains: names }: StoredPlan): RemediateInputs {
  const internalDomains = inputs.internalDomains ?? (names === undefined ? undefined : new InternalDomains(names));
  return { ...inputs, mailboxes: { ...inputs.mailboxes, all: false }, internalDomains };
}

/** The mailboxes that changes are about, as lists have them. `file`: of those that no list has. */
export function mailboxesOf(changes: readonly PlannedChange[], lists: MailboxList, file = ''): MailboxList {
  const listed = new Map(lists.mailboxes.map((mailbox) => [mailbox.address.toLowerCase(), mailbox]));
  const addresses = new Map(changes.map(({ address }) => [address.toLowerCase(), address]));
  const mailboxes = [...addresses].map(([key, address]) => listed.get(key) ?? { address, file, line: 1 });
  return mailboxList(mailboxes, [...lists.files, file], lists.columns);
}

/** An undo requires neither a list nor a policy. */
function readRemediateInputs(env: Environment): RemediateInputs {
  const values = readInputs(env, 'remediate');
  const { mode, planFile, planDigest: digest, undoFile, restore, maxChanges } = values;
  const isUndo = mode === 'undo' || (mode === 'plan' && undoFile !== undefined);
  const inputs = { ...readReportInputs(env, !isUndo), ...values };
  if (isUndo && restore !== undefined) {
    throw invalid('restore', restore, `An undo restores nothing else. Omit ${inputName('restore')}, or the undo file.`);
  }
  if (restore !== undefined && inputs.mailboxes.all) {
    throw invalid('mailboxes', 'all', 'A restore is of the mailboxes of a list: name those to bring back.');
  }
  if (!isUndo && restore === undefined) required('policy', inputs.policy);
  return {
    ...inputs,
    planFile: mode === 'plan' ? undefined : required('plan-file', planFile),
    planDigest: mode === 'plan' ? undefined : planDigest(digest),
    undoFile: isUndo ? required('undo-file', undoFile) : undefined,
    maxChanges: maxChanges ?? (isUndo ? undefined : USUAL_MAX_CHANGES),
  };
}

function planDigest(value: string | undefined): string {
  const digest = required('plan-digest', value).toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digest)) return digest;
  throw invalid('plan-digest', digest, `Use the output "plan-digest" of the run that made the plan, 64 hex digits.`);
}

/** The reports whose rules set something, and those that these rules name; none if no rule has `set`. The settings of a mailbox are read whenever they may be set. */
export function reportsToRead(
  policy: Policy,
  available: ReadonlyMap<string, ReportDefinition>,
  listColumns: readonly string[],
): readonly ReportDefinition[] {
  const rules = policy.rules.filter(({ set }) => set !== undefined);
  const changed = new Set(rules.map(({ report }) => report));
  for (const name of [...changed]) {
    const target = builtInReports.get(name)?.corrects?.target;
    const [whole] = target === undefined ? [] : reportsWriting(target);
    if (whole !== undefined) changed.add(whole);
  }
  const toChange = reportsNamed(changed).map((report) => registered(withListColumns(report, listColumns), policy));
  const others = [...reportsOfPolicy({ ...policy, rules }, available)].flatMap((name) =>
    changed.has(name) ? [] : (available.get(name) ?? []),
  );
  return madeFirst([...toChange, ...others]);
}

/** The reports that show what is restored, and those whose rules, or columns in rules, the policy has about them. */
function reportsToRestore(
  { reports }: RestoreSource,
  policy: Policy | undefined,
  available: ReadonlyMap<string, ReportDefinition>,
  listColumns: readonly string[],
): readonly ReportDefinition[] {
  const names = new Set(
    reports.flatMap(({ name, corrects }) => [
      name,
      ...(corrects === undefined ? [] : reportsWriting(corrects.target).slice(0, 1)),
    ]),
  );
  const restored = reportsNamed(names).map((report) => registered(withListColumns(report, listColumns), policy));
  const ofRules = new Set(
    policy?.rules.flatMap((rule) => {
      const ofRule = [...reportsOfPolicy({ rules: [rule] }, available)];
      return ofRule.some((name) => names.has(name)) ? ofRule : [];
    }),
  );
  const others = [...ofRules].filter((name) => !names.has(name));
  return madeFirst([...restored, ...others.flatMap((name) => available.get(name) ?? [])]);
}

/**
 * Rows keep the object of the service. Reports of Exchange Online also read the id by which a mailbox is changed, and whether
 * the properties of a synchronized one are managed in the cloud.
 */
function reportsNamed(names: ReadonlySet<string>): readonly ReportDefinition[] {
  return [...builtInReports.values()]
    .filter(({ name }) => names.has(name))
    .map((report) => {
      const { target } = report.corrects ?? {};
      const { alsoReads } = target === undefined ? {} : targetNamed(target);
      if (!isExchangeReport(report) || alsoReads === undefined) return { ...report, keepsObject: true };
      const select = [...report.request.select, ...alsoReads];
      return { ...report, keepsObject: true, request: { ...report.request, select } };
    });
}
