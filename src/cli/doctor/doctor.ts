import { newDispatcher, TIMEOUTS } from '../../http/dispatcher.ts';
import { mayHaveAssertion } from '../../auth/federated.ts';
import { requireSecureEnvironment } from '../../http/proxy.ts';
import type { ReportInputs } from '../../run/inputs.ts';
import { readReportInputs } from '../../run/read-inputs.ts';
import { chooseReports } from '../../reports/choose.ts';
import { isExchangeReport } from '../../reports/definition.ts';
import { needsExchange } from '../../source/sign-in.ts';
import { asInputs } from '../options.ts';
import { readPfxFile } from '../pfx-file.ts';
import { runProbe } from '../probe/probe.ts';
import { jsonText, type Terminal } from '../terminal.ts';
import {
  findingLine,
  step,
  type Credential,
  type DoctorOptions,
  type Examination,
  type Finding,
} from './examination.ts';
import { checkExchange, listOf, readFirst } from './mailbox-checks.ts';
import { expectedCredential } from './oidc-check.ts';
import { byCertificate, checkRoles, keylessSignIns, signedIn } from './sign-in-checks.ts';

/**
 * Checks a setup step by step and prints a line for each check. Skips checks that depend on one that failed. Returns the
 * exit code.
 *
 * Throws UserError INPUT_INVALID, PROXY_INVALID, TLS_UNVERIFIED, PFX_UNREADABLE or NO_TERMINAL if nothing can be checked.
 */
export async function runDoctor(
  options: DoctorOptions,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<number> {
  const inputs = inputsOf(options, env);
  const reports = await chooseReports(inputs.report, process.cwd());
  requireSecureEnvironment(env);
  const credential = await credentialOf(options, inputs, env, terminal);
  const findings: Finding[] = [];
  const report = (finding: Finding): void => {
    findings.push(finding);
    terminal.progress('');
    if (!options.json || options.probe === true) terminal.out(findingLine(finding, terminal.style));
  };
  const dispatcher = newDispatcher(TIMEOUTS, env);
  let differing: number;
  try {
    differing = await examine({ options, inputs, reports, credential, env, dispatcher, terminal, report });
  } finally {
    await dispatcher.destroy();
  }
  const ok = differing === 0 && findings.every(({ outcome }) => outcome === 'ok' || outcome === 'warning');
  if (options.json && options.probe !== true) terminal.out(jsonText({ ok, checks: findings }));
  return ok ? 0 : 1;
}

/** Returns how many assumptions of the probe differ. */
async function examine(examination: Examination): Promise<number> {
  const { report, options, credential, env, inputs, reports } = examination;
  if (isFederated(credential) && !mayHaveAssertion(env, credential)) {
    const values = expectedCredential(options, { clientId: inputs.clientId, audience: credential.audience });
    report({ check: 'oidc', outcome: 'ok', ...values });
    if (options.mailboxes !== undefined) await step('list', report, () => listOf(examination));
    return 0;
  }
  const signIns = await ('kind' in credential
    ? keylessSignIns(examination, credential)
    : byCertificate(examination, credential));
  if (options.probe === true) return signIns === undefined ? 0 : runProbe(signIns, examination);
  const asksGraph = !reports.every(isExchangeReport);
  const graph = await signedIn(signIns, examination, asksGraph ? 'Graph' : undefined);
  const couldSignIn = graph !== undefined || !asksGraph;
  const asksExchange = couldSignIn && needsExchange(reports);
  const exchange = await signedIn(signIns, examination, asksExchange ? 'Exchange' : undefined);
  const mailboxes = await step('list', report, () => listOf(examination));
  if (graph !== undefined) await step('roles', report, () => checkRoles(graph, examination));
  if (mailboxes === undefined) return 0;
  if (graph !== undefined) await step('mailbox', report, () => readFirst(mailboxes, graph, examination));
  if (exchange === undefined) return 0;
  await step('exchange', report, () => checkExchange(mailboxes.at(0).address, exchange, examination));
  return 0;
}

function isFederated(credential: Credential): credential is Extract<Credential, { readonly kind: 'federated' }> {
  return 'kind' in credential && credential.kind === 'federated';
}

/** The options, validated as the inputs of the action. */
function inputsOf(options: DoctorOptions, env: Examination['env']): ReportInputs {
  // A list is required, and not used here.
  return readReportInputs({
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_'))),
    // The file is read later, if a certificate signs in.
    ...{ INPUT_MAILBOXES: '-', INPUT_PFX: '-', ...asInputs(options) },
    INPUT_UNLISTED: options.unlisted === true ? 'warn' : undefined,
  });
}

async function credentialOf(
  { pfx: file = '' }: DoctorOptions,
  { credential }: ReportInputs,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<Credential> {
  if (credential.kind !== 'certificate') return credential;
  return readPfxFile(file, env, terminal);
}
