import { UserError } from '../errors.ts';
import { isGuid, isObject, type JsonObject } from '../json.ts';
import { mailboxList, type Mailbox, type MailboxList } from '../mailboxes/mailbox.ts';
import { logProgress } from '../outputs/progress.ts';
import { compilePolicy } from '../policy/judge.ts';
import { columnsOfRule } from '../policy/load.ts';
import type { Policy } from '../policy/policy-definition.ts';
import { reportOf, reportsOf, targetOf, type PlannedChange } from './change.ts';
import { boundEntries, heldChanges, heldForUndo, keptEntries } from './entry-holders.ts';
import { isIgnoredAddress, unknownRecipients } from './forwarding-recipients.ts';
import { policyGuard, undoGuard, type Guard } from './guard.ts';
import { Identities } from '../mailboxes/identities.ts';
import { addIdentity, EXCHANGE_IDENTITY, IDENTITY_PERMISSION, readGraphIdentities } from './identity.ts';
import type { PolicyBasis } from './remediation-inputs.ts';
import { RegisterGuard } from './register-guard.ts';
import { withRegistrations, type HeldRows } from './registered-reader.ts';
import type { RemediationRun } from './remediation-run.ts';
import type { OtherRows } from './planned-change.ts';
import { otherRows, PolicyPlanner } from './policy-plan.ts';
import { PlanDraft } from './plan-draft.ts';
import type { Plan, PlanCounts } from './plan-file.ts';
import { newRowReader } from './row-reader.ts';
import { TargetPlanner } from './target-plan.ts';
import { isDerivedReport, isExchangeReport, type ReportDefinition } from '../reports/definition.ts';
import type { Row } from '../reports/rows.ts';
import { logGroup, logText, type Warnings } from '../run/log.ts';
import { StepOutputs } from '../run/outputs.ts';
import type { Exchange } from '../source/exchange-source.ts';
import type { Graph } from '../source/graph-source.ts';
import { servicesOf } from '../source/services.ts';
import type { Source } from '../run/source.ts';
import { needsExchange } from '../source/sign-in.ts';
import { prepareSource } from '../source/source.ts';
import { visibleLine } from '../text/display.ts';
import { count, counted, someNames } from '../text/numbers.ts';
import { Totals } from '../totals/totals.ts';
import { policyStage } from '../run/policy-stage.ts';
import { warnOfPolicy } from '../features/policy-upkeep.ts';
import type { MailboxResult } from '../run/mailbox-result.ts';
import { runPipeline, type Receiver, type Stage } from '../run/pipeline.ts';

/** Receives the outputs of the report action that sign-in and reading set. */
export const NO_OUTPUTS = new StepOutputs({ setOutput: () => undefined });

/** What a plan changes, and what it leaves as it is. */
export type MadePlan = Pick<Plan, 'changes' | 'left' | 'counts' | 'violations' | 'internalDomains'>;

/**
 * Reads and judges the mailboxes of the list, and plans what the policy changes: reads nothing if no rule has `set`. Rejects with a UserError: of Exchange Online,
 * `SET_CONFLICT`, `SET_REFUSED`, `REGISTER_INCOMPLETE`, `INCOMPLETE` if no mailbox could be read, or `CANCELLED`.
 */
export async function makePlan(run: RemediationRun, basis: PolicyBasis): Promise<MadePlan> {
  const { warnings, all, inputs, signedIn } = run;
  const { policy, baseline } = basis;
  if (run.reports.length === 0) {
    warnOfRulesWithoutSet(
      policy.rules.map(({ id }) => id),
      warnings,
    );
    return { changes: [], left: [], counts: { mailboxes: run.list.length, unread: 0 }, violations: [] };
  }
  const reading = await openReading(run, run.reports);
  const { reports, identities, started, source } = reading;
  const judge = compilePolicy(policy, reports, started, baseline, identities.namesOf);
  const draft = new PlanDraft();
  const planner = new PolicyPlanner(draft, await newPlanner(reading, basis), {
    identities,
    cloud: inputs.cloud,
    policy,
  });
  const guard = new RegisterGuard(policy, reports, started);
  const receiver: Receiver = {
    add: (result) => {
      planner.add(result);
      guard.add(result);
    },
  };
  const counts = await collectPlan(run, reading, [policyStage(judge)], receiver, draft);
  guard.require(draft.changes);
  warnOfPolicy(judge, warnings);
  warnOfTables(policy, reports, warnings);
  for (const [reason, rows] of Map.groupBy(planner.leftViolations, (row) => row.reason))
    warnings.add(`${counted(rows.length, 'violation is', 'violations are')} not changed: ${reason}.`);
  warnOfSynchronized(draft, warnings);
  const { changes, left } = draft;
  if (changes.length === 0) warnOfRulesWithoutSet(planner.violatedWithoutSet, warnings);
  // Exchange Online lists its domains again.
  const isOfList = all && inputs.internalDomains === undefined && signedIn.exchangeTokens === undefined;
  const internalDomains = isOfList ? source.internalDomains?.names : undefined;
  return { changes, counts, violations: planner.violations, internalDomains, left };
}

/** Names the rules with `set` that also name a column of a table of the tenant: without it, they decide nothing. */
function warnOfTables({ rules }: Policy, reports: readonly ReportDefinition[], warnings: Warnings): void {
  const read = new Map(reports.map((report) => [report.name, report]));
  for (const rule of rules) {
    const own = rule.set === undefined ? undefined : read.get(rule.report);
    const table = own && columnsOfRule(rule, own).find(({ report }) => !read.has(report));
    if (table === undefined) continue;
    const { report, column } = table;
    warnings.add(
      `Nothing is planned for the rule ${rule.id}: it names ${column} of ${report}, a table of the tenant, which a plan does not read.`,
      rule.place,
    );
  }
}

/** Names the rules because of which a plan has no changes. */
function warnOfRulesWithoutSet(ids: readonly string[], warnings: Warnings): void {
  if (ids.length === 0) return;
  const names = someNames(ids, visibleLine);
  const rules = ids.length === 1 ? `the rule ${names}, which has` : `the rules ${names}, which have`;
  warnings.add(
    `No change is planned for ${rules} no "set". Add "set" to each rule whose violations a plan is to correct.`,
  );
}

/**
 * Reads the mailboxes of a plan, and who has its entries. Rejects with a UserError: of Exchange Online, `INCOMPLETE` if no mailbox
 * could be read, or `CANCELLED`.
 */
export async function collectPlan(
  run: RemediationRun,
  reading: Reading,
  stages: readonly Stage[],
  planner: Receiver,
  draft: PlanDraft,
): Promise<PlanCounts> {
  const { core, signal } = run.runner;
  const { source, exchange, graph } = reading;
  const totals = new Totals(reading.reports, undefined);
  await logGroup(core, 'Read the mailboxes', () => readAll(run, reading, stages, [totals, planner]));
  const { read, unreadable } = totals.mailboxes;
  const mailboxes = source.mailboxes.length;
  core.info(logText(`Read ${count(read)} of ${counted(mailboxes, 'mailbox', 'mailboxes')}`));
  requireUncancelled(signal);
  if (source.reader.stoppedBy !== undefined) throw source.reader.stoppedBy;
  if (read === 0) {
    throw new UserError('INCOMPLETE', 'No mailbox could be read, so there is no plan.', {
      hint: 'Run the report action on the same list: its report has the cause for each mailbox.',
    });
  }
  const held = heldChanges(draft.changes);
  if (held.length > 0) {
    await logGroup(core, 'Read the trustees', async () => {
      draft.replace(await keptEntries(held, draft.staying, { graph, exchange }));
      draft.bind(await boundEntries(heldChanges(draft.changes), { graph, exchange }));
    });
  }
  return { mailboxes, unread: unreadable };
}

/** Replaces the entries of an undo whose holders are groups, or have an address, and leaves out those whose holders are not known now. */
export async function bindUndo(run: RemediationRun, draft: PlanDraft): Promise<void> {
  const held = heldForUndo(draft.changes);
  if (held.length === 0) return;
  const bound = await logGroup(run.runner.core, 'Read the trustees', () => boundEntries(held, servicesOf(run)));
  const others = draft.changes.filter((change) => !held.includes(change)).map(({ entry }) => [entry, entry] as const);
  draft.bind(new Map([...others, ...bound]));
}

/** Throws the UserError `CANCELLED` for a plan that may lack changes. */
export function requireUncancelled(signal: AbortSignal): void {
  if (!signal.aborted) return;
  throw new UserError('CANCELLED', 'The run was cancelled before the plan was complete. Nothing was changed.', {
    hint: 'Run again.',
  });
}

/**
 * The guard of each write of a plan. Reads what must be known before the first one: which mailboxes the addresses name, and what
 * reports of Exchange Online add to the objects of mailboxes. Rejects as `makePlan` does.
 */
export async function openGuard(run: RemediationRun, changes: readonly PlannedChange[]): Promise<Guard> {
  const { basis, list } = run;
  const mailboxes = new Map(list.mailboxes.map((mailbox) => [mailbox.address.toLowerCase(), mailbox]));
  const mailboxOf = (address: string): Mailbox =>
    mailboxes.get(address.toLowerCase()) ?? { address, file: list.files[0] ?? '', line: 1 };
  // No row of an undo or a restore is judged. What Graph shows is in the answer before each write.
  const ruleReports = basis.kind === 'policy' ? run.reports : [];
  // The entry itself is read before each write.
  const names = new Set(changes.filter((change) => targetOf(change).entries === undefined).map(reportOf));
  const named = new Set(
    changes.flatMap((change) => {
      const own = reportsOf(change);
      return change.cells.flatMap(({ report }) => (own.includes(report) ? [] : report));
    }),
  );
  const others = ruleReports.filter(({ name }) => named.has(name));
  const sources = new Set(others.filter(isDerivedReport).flatMap(({ from }) => from));
  // What a register has of a right also depends on the other rights of the mailbox.
  const registered = ruleReports.filter(
    (report) => report.hasRegister === true && changes.some((change) => reportsOf(change).includes(report.name)),
  );
  const toRead = ruleReports.filter(
    (report) =>
      (isExchangeReport(report) && names.has(report.name)) ||
      [...others, ...registered].includes(report) ||
      sources.has(report.name),
  );
  const share = mailboxList(changes.map(({ address }) => mailboxOf(address)));
  const reading = await openReading(run, toRead, share, ruleReports);
  const { identities, reports } = reading;
  if (identities.isDenied && changes.some(({ address, mailboxId }) => mailboxId !== undefined && !isGuid(address))) {
    const message = `The plan names mailboxes by the IDs of their accounts, which the application may not read: ${IDENTITY_PERMISSION} is missing.`;
    throw new UserError('WRITE_DENIED', `${message} Nothing was changed.`, {
      hint: `Let an administrator consent to ${IDENTITY_PERMISSION} for the application that writes, as for the one that made the plan.`,
    });
  }
  const objects = new Map<string, JsonObject>();
  const otherRowsOf = new Map<string, OtherRows>();
  const heldRows = new Map<string, readonly Row[]>();
  const keyOf = (address: string, report: string): string => `${report} ${address.toLowerCase()}`;
  if (reports.length > 0) {
    const add = ({ mailbox, reports: results }: MailboxResult): void => {
      if (others.length > 0) otherRowsOf.set(mailbox.address.toLowerCase(), otherRows(results));
      for (const { definition, rows } of results) {
        if (definition.hasRegister === true) heldRows.set(keyOf(mailbox.address, definition.name), rows);
        const { object } = rows[0];
        if (isExchangeReport(definition) && isObject(object))
          objects.set(keyOf(mailbox.address, definition.name), object);
      }
    };
    await logGroup(run.runner.core, 'Read the mailboxes', () => readAll(run, reading, [], [{ add }]));
  }
  if (basis.kind !== 'policy') {
    const unknown = await unknownRecipients(changes, basis, reading.exchange).catch((error: unknown) => {
      // Nothing is planned or written after a cancellation.
      if (run.runner.signal.aborted) return new Set(changes);
      throw error;
    });
    return undoGuard(identities, unknown, (change) => isIgnoredAddress(change, basis));
  }
  return policyGuard(identities, {
    planned: changes,
    planner: await newPlanner({ ...reading, reports: ruleReports }, basis, (address, report) =>
      heldRows.get(keyOf(address, report)),
    ),
    reports: ruleReports,
    mailboxOf,
    additionsOf: (address, report) => objects.get(keyOf(address, report)) ?? {},
    besideOf: (address) => otherRowsOf.get(address.toLowerCase()) ?? otherRows([]),
  });
}

/** The services of a run, and what is read through them. */
interface Reading {
  readonly graph: Graph;
  readonly exchange: Exchange | undefined;
  readonly source: Source;
  /** Those that are read, with that of the identities. */
  readonly reports: readonly ReportDefinition[];
  readonly identities: Identities;
  readonly started: number;
}

/**
 * @param ruleReports the reports to read
 * @param share the mailboxes to read, if these are not all of the list
 * @param computed further reports, which decide whether the domains are read
 */
export async function openReading(
  run: RemediationRun,
  ruleReports: readonly ReportDefinition[],
  share?: MailboxList,
  computed?: readonly ReportDefinition[],
): Promise<Reading> {
  const { inputs, runner, signedIn, list, warnings } = run;
  const { core, signal } = runner;
  const { graph, exchange: connection } = servicesOf(run);
  const exchange = needsExchange(run.reports) ? connection : undefined;
  const reports = exchange === undefined ? ruleReports : [...ruleReports, EXCHANGE_IDENTITY];
  const started = runner.now();
  const services = {
    graph,
    exchange: connection,
    core,
    warnings,
    outputs: NO_OUTPUTS,
    started,
    signal,
    share,
    computed,
  };
  const source = await prepareSource(inputs, reports, list, services);
  const identities =
    exchange === undefined ? await readGraphIdentities(graph, signedIn.tokens, source.mailboxes) : new Identities();
  return { graph, exchange, source, reports, identities, started };
}

async function newPlanner(
  { reports, source, identities, started }: Reading,
  { policy, baseline }: PolicyBasis,
  heldRows: HeldRows = () => undefined,
): Promise<TargetPlanner> {
  const judge = compilePolicy(policy, reports, started, baseline, identities.namesOf);
  const readRow = await newRowReader(reports, source.internalDomains, started);
  return new TargetPlanner(judge, identities, withRegistrations(readRow, judge, identities, heldRows), started);
}

export async function readAll(
  { runner }: RemediationRun,
  { graph, source, reports, identities }: Reading,
  stages: readonly Stage[],
  receivers: readonly Receiver[],
): Promise<void> {
  const identify: Stage = (result) => {
    const identityReport = result.reports.find(({ definition }) => definition === EXCHANGE_IDENTITY);
    const [row] = identityReport?.rows ?? [];
    if (row?.status === 'ok') addIdentity(identities, result.mailbox.address, row.object);
    else if (row !== undefined) identities.addFailure(result.mailbox.address, row);
    const { account, guid } = identities.of(result.mailbox.address) ?? {};
    return { ...result, ids: result.ids ?? { account, guid } };
  };
  const { reader } = source;
  const progress = { reader, waits: () => graph.limiter.throttling.waits, total: source.mailboxes.length };
  await runPipeline({ source: logProgress(runner, progress), reports, stages: [identify, ...stages], receivers });
}

/** Warns of the mailboxes of a plan that on-premises may synchronize. */
export function warnOfSynchronized({ synchronized }: PlanDraft, warnings: Warnings): void {
  if (synchronized === 0) return;
  const mailboxCount = counted(synchronized, 'mailbox of the plan is', 'mailboxes of the plan are');
  warnings.add(
    `${mailboxCount} synchronized from on-premises, and not known to be managed in the cloud (IsExchangeCloudManaged). ` +
      'Exchange Online refuses some changes there: make these on-premises.',
  );
}
