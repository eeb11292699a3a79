import { hash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import {
  arrayOf,
  isPresent,
  isText,
  isTime,
  isTruth,
  isWhole,
  objectOf,
  oneOf,
  optional,
  type Shaped,
} from '../files/json-shape.ts';
import { readWorkspaceFile } from '../files/workspace.ts';
import { jsonOrUndefined, property, type Json } from '../json.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { CsvFile } from '../outputs/files/csv-file.ts';
import { outputError } from '../files/temp-folder.ts';
import type { Baseline } from '../policy/baseline/baseline-file.ts';
import type { Policy } from '../policy/policy-definition.ts';
import { atLeast, known, shownOf } from '../reports/known.ts';
import type { StepEnvironment } from '../run/runner.ts';
import { baselineDigest, digestOf, policyDigest, registerDigest } from '../store/rows-header.ts';
import type { CsvFormat } from '../text/csv.ts';
import { DAY_MS, type EpochMs } from '../text/numbers.ts';
import { VERSION } from '../version.ts';
import { accessChanges } from './access-changes.ts';
import { changeIn, changesFile, FILE_MODE, storedChange } from './change-file.ts';
import { CHANGE_COLUMNS, changeCells, sentenceOf, type PlannedCell, type PlannedChange } from './change.ts';
import type { LeftRow } from './left-row.ts';
import { isRuleViolations, type RuleViolations } from './rule-violations.ts';
import type { KeptRun } from './restore/restore-source.ts';
import { isSourceRun, isUndoneRun, sourceRunOf, type SourceRun, type UndoneRun } from './source-run.ts';
import { inputName } from '../text/audience.ts';

/** The name of the file. */
export const PLAN_JSON = 'plan.json';
const FORMAT = 'mailbox-report-plan';
const FORMAT_VERSION = 2;
/** Bytes. 100,000 changes have some 80 MB. */
const MAX_BYTES = 256 * 1024 * 1024;
const DAYS_VALID = 7;

/** SHA-256 digests, in hex, of what a plan was made of. Undefined: it was made without. */
export interface PlanDigests {
  readonly list?: string | undefined;
  readonly policy?: string | undefined;
  readonly baseline?: string | undefined;
  readonly register?: string | undefined;
  /** Of the bytes of the undo file; only in the plan of an undo. */
  readonly undo?: string | undefined;
  /** Of the rows file; only in the plan of a restore. */
  readonly rows?: string | undefined;
}

/**
 * The digests of what a plan is made of, but for an undo. The order of the list does not count.
 *
 * @param all whether the list has the mailboxes of the changes of a plan of the whole tenant
 */
export function planDigests(
  list: MailboxList,
  policy: Policy | undefined,
  baseline: Baseline | undefined,
  all = false,
): PlanDigests {
  const mailboxes = list.mailboxes.map(({ address, columns = [] }) => JSON.stringify([address.toLowerCase(), columns]));
  return {
    list: digestOf([list.columns, mailboxes.sort(), ...(all ? ['all'] : [])]),
    policy: policy && policyDigest(policy),
    baseline: baseline && baselineDigest(baseline),
    register: policy?.register && registerDigest(policy.register),
  };
}

/** How many mailboxes a plan is about. */
export interface PlanCounts {
  readonly mailboxes: number;
  readonly unread: number;
}

/** What a plan changes: what a policy requires, what an apply changed, or what an earlier report shows otherwise. */
export const PLAN_KINDS = ['policy', 'undo', 'restore'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** What is to be changed, and what it was made for. The undo of a plan is a plan too. */
export interface Plan {
  readonly kind: PlanKind;
  /** Of a plan of the kind `undo`. */
  readonly undoes?: UndoneRun | undefined;
  /** Of a plan of the kind `restore`: the run whose report is restored. */
  readonly restores?: KeptRun | undefined;
  /** What it leaves as it is, and why. */
  readonly left: readonly LeftRow[];
  /** The ID of the tenant. */
  readonly tenant: string;
  readonly cloud: string;
  readonly digests: PlanDigests;
  readonly counts: PlanCounts;
  /** Of each rule with violations; none in the plan of an undo. */
  readonly violations: readonly RuleViolations[];
  /** What counted as inside because the whole tenant has it: the mailboxes of the changes alone do not say it. */
  readonly internalDomains?: readonly string[] | undefined;
  /** In the order of plan.csv, in which they are made. */
  readonly changes: readonly PlannedChange[];
}

/** A plan as its file has it. */
export interface StoredPlan extends Plan {
  /** SHA-256 of the bytes of the file, in lower-case hex: the `plan-digest`. */
  readonly digest: string;
  readonly source: SourceRun;
  readonly created: EpochMs;
  readonly expires: EpochMs;
}

/** Writes `plan.json` into a folder, with the workflow run that makes it. Rejects with the UserError `OUTPUT_UNWRITABLE`. Returns the plan with its digest. */
export async function writePlanFile(
  folder: string,
  { changes, ...plan }: Plan,
  step: StepEnvironment,
  now: EpochMs,
): Promise<StoredPlan> {
  const source = sourceRunOf(step);
  const created = Math.trunc(now);
  const expires = created + DAYS_VALID * DAY_MS;
  const access = accessChanges(changes);
  const header = {
    format: FORMAT,
    version: FORMAT_VERSION,
    productVersion: VERSION,
    ...plan,
    access: access.mailboxes.length === 0 ? undefined : access,
    ...source,
    commit: step.commit,
    created: new Date(created).toISOString(),
    expires: new Date(expires).toISOString(),
  };
  const stored = changes.map((change) => {
    const { title, found, expected, cells } = change;
    const reasons = { title, found, expected, cells: cells.map(storedCell) };
    return { ...storedChange(change), sentence: sentenceOf(change)?.text, ...reasons };
  });
  const text = changesFile(header, stored);
  const file = path.join(folder, PLAN_JSON);
  try {
    await rm(file, { force: true });
    await writeFile(file, text, { flag: 'wx', mode: FILE_MODE });
  } catch (error) {
    throw outputError(file, error);
  }
  return { ...plan, changes, source, created, expires, digest: hash('sha256', text) };
}

/** Writes `plan.csv` and returns its path. Rejects with the UserError `OUTPUT_UNWRITABLE`. */
export async function writePlanCsv(folder: string, changes: readonly PlannedChange[], csv: CsvFormat): Promise<string> {
  const file = new CsvFile(path.join(folder, 'plan.csv'), CHANGE_COLUMNS, csv, FILE_MODE);
  try {
    await file.write(changes.map(changeCells));
  } finally {
    await file.close();
  }
  return file.path;
}

/**
 * Reads the plan of the input `plan-file`. Rejects with the UserError `PLAN_FILE` for a file that cannot be read or is no plan of the kind, and with
 * `PLAN_CHANGED` if it is not the approved one.
 *
 * @param approved the digest that was approved
 */
export async function readPlanFile(
  file: string,
  workspace: string,
  { kind, approved }: { readonly kind: PlanKind; readonly approved: string },
): Promise<StoredPlan> {
  const { bytes, relativePath } = await readWorkspaceFile(file, workspace, {
    code: 'PLAN_FILE',
    noun: 'plan',
    input: 'plan-file',
    extensions: ['json'],
    maxBytes: MAX_BYTES,
  });
  const digest = hash('sha256', bytes);
  if (digest !== approved) {
    const message = `${relativePath} is not the approved plan: its digest is ${digest}. Nothing was changed.`;
    const hint = `Set ${inputName('plan-file')} to the plan.json of the run that gave ${inputName('plan-digest')}, unchanged. If it is another plan, review and approve that one.`;
    throw new UserError('PLAN_CHANGED', message, { hint, place: { file: relativePath } });
  }
  const json = jsonOrUndefined(new TextDecoder().decode(bytes));
  const place = { file: relativePath };
  if (property(json, 'format') !== FORMAT) {
    const hint = `Download the artifact of the run that made the plan, and set ${inputName('plan-file')} to the plan.json in it, unchanged.`;
    throw new UserError('PLAN_FILE', `${relativePath} is not the plan.json of a run.`, { hint, place });
  }
  if (property(json, 'version') !== FORMAT_VERSION) {
    const hint = 'Make a new plan with the version of this action that applies it.';
    throw new UserError('PLAN_FILE', `${relativePath} is of another version of the format than ${FORMAT_VERSION}.`, {
      hint,
      place,
    });
  }
  const plan = planIn(json);
  if (plan === undefined) {
    throw new UserError('PLAN_FILE', `${relativePath} has changes or members that no plan has.`, {
      hint: NEW_PLAN,
      place,
    });
  }
  if (plan.kind !== kind) {
    const { is, hint } = OF_KIND[plan.kind];
    throw new UserError('PLAN_FILE', `${relativePath} is ${is}.`, { hint: `${hint}, or name another plan.`, place });
  }
  return { ...plan, digest };
}

const OF_KIND: Readonly<Record<PlanKind, { readonly is: string; readonly hint: string }>> = {
  policy: { is: 'a plan of a policy', hint: 'Set "mode" to "apply", without "restore"' },
  undo: { is: 'a plan of an undo', hint: 'Set "mode" to "undo"' },
  restore: { is: 'a plan of a restore', hint: 'Set "mode" to "apply", and "restore" to the report' },
};

const NEW_PLAN = 'Make a new plan, review it and approve it.';

const isStoredPlan = objectOf({
  kind: oneOf(PLAN_KINDS),
  undoes: optional(isUndoneRun),
  restores: optional(objectOf({ id: isText, repository: optional(isText), url: optional(isText), started: isTime })),
  left: arrayOf(objectOf({ mailbox: isText, item: isText, rule: optional(isText), reason: isText })),
  tenant: isText,
  cloud: isText,
  digests: objectOf({
    list: optional(isText),
    policy: optional(isText),
    baseline: optional(isText),
    register: optional(isText),
    undo: optional(isText),
    rows: optional(isText),
  }),
  counts: objectOf({ mailboxes: isWhole, unread: isWhole }),
  violations: arrayOf(isRuleViolations),
  internalDomains: optional(arrayOf(isText)),
  created: isTime,
  expires: isTime,
  changes: arrayOf(isPresent),
});

const CELL = objectOf({ report: isText, column: isText, value: isPresent, isUnknown: optional(isTruth) });

/** What a change has in a plan alone. */
const hasReasons = objectOf({
  title: isText,
  found: isText,
  expected: isText,
  cells: arrayOf(CELL),
});

function planIn(json: Json | undefined): Omit<StoredPlan, 'digest'> | undefined {
  if (!isStoredPlan(json) || !isSourceRun(json)) return undefined;
  const {
    kind,
    undoes,
    restores,
    left,
    tenant,
    cloud,
    digests,
    counts,
    violations,
    internalDomains,
    repository,
    run,
    actor,
  } = json;
  const changes = json.changes.map(plannedChangeIn);
  if (!changes.every((change) => change !== undefined)) return undefined;
  const [created, expires] = [Date.parse(json.created), Date.parse(json.expires)];
  const plan = { kind, undoes, restores, left, tenant, cloud, digests, counts, violations, internalDomains, changes };
  return { ...plan, source: { repository, run, actor }, created, expires };
}

function plannedChangeIn(entry: Json): PlannedChange | undefined {
  const change = changeIn(entry);
  if (change === undefined || !hasReasons(entry)) return undefined;
  const { title, found, expected, cells } = entry;
  return { ...change, title, found, expected, cells: cells.map(cellIn) };
}

/** A cell as the file has it. */
type StoredCell = Shaped<typeof CELL>;

function storedCell({ report, column, cell }: PlannedCell): StoredCell {
  return { report, column, value: shownOf(cell) ?? null, isUnknown: cell.isKnown ? undefined : true };
}

function cellIn({ report, column, value, isUnknown = false }: StoredCell): PlannedCell {
  return { report, column, cell: isUnknown ? atLeast(value) : known(value) };
}

const MADE_OF = {
  list: 'mailbox list',
  policy: 'policy',
  baseline: 'baseline',
  register: 'register',
  undo: 'undo file',
  rows: 'earlier report',
} as const;

/** Throws the UserError `PLAN_CHANGED` for the plan of another tenant, cloud, policy, list, baseline, register or undo file, and `PLAN_EXPIRED`. */
export function requireFitting(
  plan: StoredPlan,
  tenant: string,
  cloud: string,
  digests: PlanDigests,
  now: EpochMs,
): void {
  const other = (noun: string, hint: string): UserError =>
    new UserError('PLAN_CHANGED', `The plan was made for another ${noun}. Nothing was changed.`, { hint });
  if (plan.tenant.toLowerCase() !== tenant.toLowerCase()) {
    throw other(`tenant, ${plan.tenant}`, 'Sign in to the tenant of the plan, or make a plan for this one.');
  }
  if (plan.cloud !== cloud) throw other(`cloud, ${plan.cloud}`, NEW_PLAN);
  for (const name of ['list', 'policy', 'baseline', 'register', 'undo', 'rows'] as const) {
    const hint = `The ${MADE_OF[name]} changed since, or the plan and this run do not name the same. ${NEW_PLAN}`;
    if (plan.digests[name] !== digests[name]) throw other(MADE_OF[name], hint);
  }
  if (now <= plan.expires) return;
  const message = `The plan expired on ${new Date(plan.expires).toISOString()}. Nothing was changed.`;
  throw new UserError('PLAN_EXPIRED', message, { hint: NEW_PLAN });
}
