import { newDispatcher, TIMEOUTS } from '../../../http/dispatcher.ts';
import { mayHaveAssertion } from '../../../auth/assertion-options.ts';
import { requireSecureEnvironment, type Environment } from '../../../http/proxy.ts';
import type { ReportInputs } from '../../../run/inputs.ts';
import { USUAL_COLUMN } from '../../../mailboxes/list-columns.ts';
import { choosePolicy } from '../../../policy/load.ts';
import { chooseReports } from '../../../reports/choose.ts';
import { asksExchange, isExchangeReport, type ReportDefinition } from '../../../reports/definition.ts';
import { isOfExchange, isOfGraph, type TableReport } from '../../../reports/table.ts';
import { servicesOf } from '../../../source/services.ts';
import { needsExchange } from '../../../source/sign-in.ts';
import { signInInputs, smtpServer } from '../../options.ts';
import { readPfxFile } from '../../pfx-file.ts';
import { jsonText, type Terminal } from '../../terminal.ts';
import {
  printFindings,
  step,
  type CheckResult,
  type Credential,
  type DoctorOptions,
  type DoctorContext,
} from './findings.ts';
import { checkExchange, checkList, checkMailbox } from './mailbox-checks.ts';
import { expectedCredential } from './oidc-check.ts';
import { writesOf, type Writes } from './remediation-checks.ts';
import { checkCredential, checkRoles, checkToken, connectionOf, type CheckedCredential } from './sign-in-checks.ts';

/**
 * Checks a setup step by step and prints a line for each check. Skips checks that depend on one that failed. Returns the
 * exit code.
 *
 * Throws UserError INPUT_INVALID, PROXY_INVALID, TLS_UNVERIFIED, PFX_UNREADABLE or NO_TERMINAL if nothing can be checked.
 */
export function runDoctor(options: DoctorOptions, env: Environment, terminal: Terminal): Promise<0 | 1> {
  return printChecks(options, env, terminal, checkSetup);
}

/**
 * Reads the options and the credential, runs checks and prints their findings. Returns the exit code. Rejects as `runDoctor` does.
 *
 * @param run returns false for a failure that is no finding
 */
export async function printChecks(
  options: DoctorOptions,
  env: Environment,
  terminal: Terminal,
  run: (context: DoctorContext) => Promise<boolean>,
): Promise<0 | 1> {
  const { unlisted } = options;
  const inputs = signInInputs({ ...options, unlisted: unlisted === true ? 'warn' : unlisted }, env);
  const { reports, tables } = await chooseReports(inputs.report, process.cwd());
  requireSecureEnvironment(env);
  const credential = await credentialOf(options, inputs, env, terminal);
  return printFindings(options, terminal, async (report) => {
    const dispatcher = newDispatcher(TIMEOUTS, env);
    try {
      return await run({ options, inputs, reports, tables, credential, env, dispatcher, terminal, report });
    } finally {
      await dispatcher.destroy();
    }
  });
}

/** Returns false if an assumption of the probe differs. */
async function checkSetup(context: DoctorContext): Promise<boolean> {
  const { report, options, env, inputs, terminal } = context;
  const { credential } = inputs;
  const { smtp } = options;
  const server = smtp === undefined ? undefined : smtpServer(inputs.cloud, smtp === true ? {} : smtp);
  if (credential.kind === 'federated' && !mayHaveAssertion(env, credential)) {
    const registered = { clientId: inputs.clientId, audience: credential.audience };
    const values = await expectedCredential(options, registered, context);
    const { message, ...steps } = values;
    report({ check: 'oidc', outcome: 'ok', message, ...(options.isRegistered === true ? {} : steps) });
    if (namesLists(context)) await step('list', report, () => checkList(context));
    return true;
  }
  const checked = await checkCredential(context);
  if (options.probe === true) return checked === undefined || checkAssumptions(checked, context);
  if (options.incident === true) {
    // The questions load only here.
    const { checkQuestions } = await import('./incident-checks.ts');
    if (checked !== undefined) await checkQuestions(checked, context);
    return true;
  }
  const chosen = await step('policy', report, () => checkPolicy(context));
  const { reports = context.reports, tables = context.tables, writes } = chosen ?? {};
  const ofRun = { ...context, reports, tables };
  const asksGraph = !reports.every(isExchangeReport) || tables.some(isOfGraph);
  const graph = await checkToken(checked, context, asksGraph ? 'Graph' : undefined);
  const couldSignIn = graph !== undefined || !asksGraph;
  const ofExchange =
    needsExchange(reports) ||
    reports.some(asksExchange) ||
    tables.some((table) => isOfExchange(table) || table.source === 'reports');
  const usesExchange = couldSignIn && ofExchange;
  const exchange = await checkToken(checked, context, usesExchange ? 'Exchange' : undefined);
  const hasMailbox = options.mailbox !== undefined || namesLists(context);
  const mailboxes = hasMailbox ? await step('list', report, () => checkList(context)) : undefined;
  if (graph !== undefined) await step('roles', report, () => checkRoles(graph, ofRun, writes));
  if (mailboxes === undefined) return true;
  if (checked !== undefined) {
    const signedIn = { tokens: graph ?? checked.tokensFor(), exchangeTokens: exchange };
    const services = servicesOf({ inputs, signedIn, runner: connectionOf(context) });
    if (graph !== undefined) await step('mailbox', report, () => checkMailbox(mailboxes, services.graph, graph, ofRun));
    const { exchange: online } = services;
    if (online !== undefined)
      await step('exchange', report, () => checkExchange(mailboxes.at(0).address, online, ofRun, writes));
  }
  if (server !== undefined) {
    // nodemailer loads only here.
    const { checkSmtp } = await import('../smtp-test/checks.ts');
    const tokens = exchange ?? (await checkToken(checked, context, 'Exchange'));
    await checkSmtp({ ...server, from: mailboxes.at(0).address, tokens }, { report, terminal });
  }
  return true;
}

/** Returns false if an assumption of the probe differs. Rejects with the UserError FILE_UNWRITABLE. */
async function checkAssumptions(checked: CheckedCredential, context: DoctorContext): Promise<boolean> {
  const { report, terminal, inputs, options } = context;
  // A failed sign-in is printed, and the assumptions about the other service can still be checked.
  const graph = await checkToken(checked, context, 'Graph');
  const exchange = await checkToken(checked, context, 'Exchange');
  const list = await step('list', report, () => checkList(context));
  if (list === undefined) return true;
  const { certificate, oidcClaims, tokensFor } = checked;
  const { cloud, credential, exchangeAudience } = inputs;
  const services = {
    ...inputs,
    ...connectionOf(context),
    tokens: { Graph: graph ?? tokensFor(), Exchange: exchange ?? tokensFor(exchangeAudience) },
    certificate,
    oidcClaims,
    addresses: list.mailboxes.map(({ address }) => address),
    oidcAudience: credential.kind === 'federated' ? credential.audience : undefined,
    repository: options.repository,
  };
  // The body of an issue is short.
  const text = options.json ? (value: object) => jsonText(value, 1) : undefined;
  // Its assumptions load only here.
  const { runProbe } = await import('../../../../probe/probe.ts');
  return runProbe(services, { terminal, cloud, text });
}

/** The reports of a run with the policy, and what its rules set; neither without one. */
async function checkPolicy({ inputs, reports, tables }: DoctorContext): Promise<CheckResult<PolicyCheck>> {
  const { policy: file, extraColumns } = inputs;
  if (file === undefined) return { value: {}, findings: [] };
  const listColumns = extraColumns.length > 0 ? extraColumns : [USUAL_COLUMN];
  const chosen = await choosePolicy(file, process.cwd(), { reports, tables }, listColumns);
  const { policy } = chosen;
  const writes = policy && writesOf(policy, chosen.reports);
  return { value: { reports: chosen.reports, tables: chosen.tables, writes }, findings: [] };
}

interface PolicyCheck {
  readonly reports?: readonly ReportDefinition[];
  readonly tables?: readonly TableReport[];
  readonly writes?: Writes | undefined;
}

/** With `--mailboxes all`, no mailbox is known. */
function namesLists({ options, inputs }: DoctorContext): boolean {
  return options.mailboxes !== undefined && inputs.mailboxes.lists.length > 0;
}

async function credentialOf(
  { pfx: file = '' }: DoctorOptions,
  { credential }: ReportInputs,
  env: Environment,
  terminal: Terminal,
): Promise<Credential> {
  if (credential.kind !== 'certificate') return credential;
  return readPfxFile(file, env, terminal);
}
