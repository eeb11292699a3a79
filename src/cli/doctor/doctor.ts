import path from 'node:path';
import type { Dispatcher } from 'undici';
import { requireValid, type ClientCertificate } from '../../auth/certificate.ts';
import { readPkcs12 } from '../../auth/pkcs12/read.ts';
import { roleWarning } from '../../auth/app-roles.ts';
import {
  certificateWarnings,
  consentUrl,
  daysLeft,
  tokensByCertificate,
  tokensByFederation,
  type SignInOptions,
} from '../../auth/sign-in.ts';
import type { TokenSource } from '../../auth/token.ts';
import { UserError } from '../../errors.ts';
import { GraphClient } from '../../graph/client.ts';
import { newDispatcher, TIMEOUTS } from '../../http/dispatcher.ts';
import { requireSecureEnvironment } from '../../http/secure-url.ts';
import { RateLimiter } from '../../graph/rate-limiter.ts';
import { MailboxReader } from '../../graph/reader.ts';
import { readReportInputs, type ReportInputs } from '../../inputs.ts';
import { isMailboxId } from '../../mailboxes/address.ts';
import { malformedAddress } from '../../mailboxes/list-format.ts';
import { readMailboxLists } from '../../mailboxes/list.ts';
import { MailboxListBuilder, type MailboxList } from '../../mailboxes/mailbox.ts';
import { counted } from '../../text/numbers.ts';
import { REMEDIES } from '../../output/totals/unreadable-hints.ts';
import { chooseReports } from '../../reports/choose.ts';
import { isGraphReport, type ReportDefinition } from '../../reports/definition.ts';
import { compileQueries } from '../../reports/query.ts';
import type { Row } from '../../reports/row.ts';
import { rowsOf } from '../../reports/row.ts';
import { checkExchange } from './exchange-check.ts';
import { failedBy, findingLine, ok, type CheckName, type Finding } from './findings.ts';
import { canRequestToken, expectedCredential, sentCredential, type FederatedJob } from './oidc-check.ts';
import { needsExchange } from '../../steps/sign-in.ts';
import { asOptions, inOptionNames } from '../option-names.ts';
import { openPfxFile, type PfxFile } from '../pfx-file.ts';
import { superfluousRoles } from './superfluous-roles.ts';
import { jsonText, type Terminal } from '../terminal.ts';

/** The options of `doctor`. */
export interface DoctorOptions extends FederatedJob {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: 'certificate' | 'federated';
  /** Absent with `federated`. */
  readonly pfx?: string;
  readonly mailbox?: string;
  readonly mailboxes?: string;
  readonly mailboxColumn?: string;
  readonly report?: readonly string[];
  readonly cloud: string;
  readonly authorityHost?: string;
  readonly graphUrl?: string;
  readonly exchangeUrl?: string;
  /** Whether the workflow sets the input `unlisted`. */
  readonly unlisted?: boolean;
  readonly json: boolean;
}

/**
 * Checks a setup step by step and prints a line for each check. Skips checks that depend on one that failed. Messages
 * name the options instead of the action's inputs. Returns the exit code.
 *
 * Throws UserError INPUT_INVALID, PROXY_INVALID, TLS_UNVERIFIED, PFX_UNREADABLE or NO_TERMINAL if nothing can be checked.
 */
export async function runDoctor(
  options: DoctorOptions,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<number> {
  try {
    return await check(options, env, terminal);
  } catch (error) {
    throw error instanceof UserError ? asOptions(error) : error;
  }
}

async function check(
  options: DoctorOptions,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<number> {
  const inputs = inputsOf(options);
  const reports = await chooseReports(inputs.report, process.cwd());
  requireSecureEnvironment(env);
  const credential = await credentialOf(options, inputs, env, terminal);
  const findings: Finding[] = [];
  const report = (found: Finding): void => {
    const finding = found.hint === undefined ? found : { ...found, hint: inOptionNames(found.hint) };
    findings.push(finding);
    terminal.progress('');
    if (!options.json) terminal.out(findingLine(finding, terminal.style));
  };
  const dispatcher = newDispatcher(TIMEOUTS, env);
  try {
    await examine({ options, inputs, reports, credential, env, dispatcher, terminal, report });
  } finally {
    await dispatcher.destroy();
  }
  const ok = findings.every(({ outcome }) => outcome === 'ok' || outcome === 'warning');
  if (options.json) terminal.out(jsonText({ ok, checks: findings }));
  return ok ? 0 : 1;
}

interface Examination {
  readonly options: DoctorOptions;
  readonly inputs: ReportInputs;
  readonly reports: readonly ReportDefinition[];
  readonly credential: Credential;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dispatcher: Dispatcher;
  readonly terminal: Terminal;
  readonly report: (finding: Finding) => void;
}

interface Federation {
  readonly audience: string;
}

type Credential = PfxFile | Federation;

async function examine(examination: Examination): Promise<void> {
  const { report, options, credential, env, inputs, reports } = examination;
  if ('audience' in credential && !canRequestToken(env)) {
    const values = expectedCredential(options, { clientId: inputs.clientId, audience: credential.audience });
    report({ check: 'oidc', outcome: 'ok', ...values });
    if (options.mailboxes !== undefined) await step('list', report, () => listOf(examination));
    return;
  }
  const open = await ('audience' in credential
    ? byFederation(examination, credential)
    : byCertificate(examination, credential));
  const graph = await signedIn(open, examination, reports.some(isGraphReport) ? 'Graph' : undefined);
  const couldSignIn = graph !== undefined || !reports.some(isGraphReport);
  const asksExchange = couldSignIn && needsExchange(inputs, reports);
  const exchange = await signedIn(open, examination, asksExchange ? 'Exchange' : undefined);
  const mailboxes = await step('list', report, () => listOf(examination));
  if (graph !== undefined) await step('roles', report, () => checkRoles(graph, examination));
  if (mailboxes === undefined) return;
  if (graph !== undefined) await step('mailbox', report, () => readFirst(mailboxes, graph, examination));
  if (exchange === undefined) return;
  const mailbox = mailboxes.at(0).address;
  const { dispatcher, terminal } = examination;
  terminal.progress('Asking Exchange Online…');
  await step('exchange', report, async () => ({
    value: true,
    findings: await checkExchange({ inputs, reports, tokens: exchange, dispatcher, now: terminal.now, mailbox }),
  }));
}

/** Opens tokens for Graph, or for Exchange Online at its URL. */
type OpenTokens = (exchangeScope?: string) => TokenSource;

async function byCertificate(examination: Examination, pfx: PfxFile): Promise<OpenTokens | undefined> {
  const { report } = examination;
  const certificate = await step('pfx', report, () => openPfx(pfx, examination));
  const valid = certificate && (await step('dates', report, () => checkDates(certificate, examination)));
  if (valid === undefined || certificate === undefined) return undefined;
  return (exchangeScope) => tokensByCertificate({ ...tokenOptions(examination), certificate, exchangeScope });
}

async function byFederation(examination: Examination, { audience }: Federation): Promise<OpenTokens | undefined> {
  const { report, env } = examination;
  const oidc = await step('oidc', report, async () => {
    const { oidc: endpoint, message } = await sentCredential(env, audience, tokenOptions(examination));
    return { value: endpoint, findings: [ok(message)] };
  });
  if (oidc === undefined) return undefined;
  return (exchangeScope) => tokensByFederation({ ...tokenOptions(examination), oidc, audience, exchangeScope });
}

function tokenOptions({ inputs, dispatcher, terminal }: Examination): SignInOptions {
  return {
    ...inputs,
    dispatcher,
    now: terminal.now,
    mask: () => undefined,
    signal: new AbortController().signal,
  };
}

/** Runs a check and prints its findings. Returns its value, or undefined if it failed. */
async function step<T>(
  check: CheckName,
  report: (finding: Finding) => void,
  run: () => Promise<CheckResult<T>> | CheckResult<T>,
): Promise<T | undefined> {
  try {
    const { value, findings } = await run();
    for (const finding of findings) report({ check, ...finding });
    return value;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    report(failedBy(check, asOptions(error)));
    return undefined;
  }
}

interface CheckResult<T> {
  readonly value: T;
  readonly findings: readonly Omit<Finding, 'check'>[];
}

function warning(message: string): Omit<Finding, 'check'> {
  return { outcome: 'warning', message: inOptionNames(message) };
}

function openPfx({ content, password }: PfxFile, { terminal }: Examination): CheckResult<ClientCertificate> {
  const certificate = readPkcs12(content, password, new Date(terminal.now()));
  const bits = certificate.privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
  const opened = ok(`The PFX opens: RSA ${bits}, thumbprint ${certificate.thumbprint}.`);
  return { value: certificate, findings: [opened, ...certificate.warnings.map(warning)] };
}

function checkDates(certificate: ClientCertificate, { terminal }: Examination): CheckResult<true> {
  const now = terminal.now();
  requireValid(certificate, new Date(now));
  const ending = certificateWarnings(certificate, now).slice(certificate.warnings.length);
  const day = certificate.notAfter.toISOString().slice(0, 10);
  const valid = ok(`The certificate is valid until ${day}, ${daysLeft(certificate, now)} days from now.`);
  return { value: true, findings: ending.length > 0 ? ending.map(warning) : [valid] };
}

/** Gets a token for a service that the reports need; undefined if none is needed, or none was issued. */
async function signedIn(
  open: OpenTokens | undefined,
  { inputs, terminal, report }: Examination,
  service: 'Graph' | 'Exchange' | undefined,
): Promise<TokenSource | undefined> {
  if (open === undefined || service === undefined) return undefined;
  const { authorityHost, clientId, exchangeUrl } = inputs;
  return step('token', report, async () => {
    terminal.progress(`Signing in to ${authorityHost}…`);
    const tokens = service === 'Graph' ? open() : open(exchangeUrl);
    await tokens.get();
    const what = service === 'Graph' ? 'a token' : 'a token for Exchange Online';
    return { value: tokens, findings: [ok(`${authorityHost} issued ${what} to application ${clientId}.`)] };
  });
}

async function checkRoles(tokens: TokenSource, { inputs, reports }: Examination): Promise<CheckResult<true>> {
  const { roles } = await tokens.get();
  if (roles === undefined) return { value: true, findings: [warning('The app roles of the token cannot be read.')] };
  const missing = roleWarning(roles, reports.filter(isGraphReport), consentUrl(inputs));
  const needed = reports.flatMap(({ permissions }) => permissions);
  const superfluous = superfluousRoles(roles, needed);
  const findings = [missing, superfluous].filter((text) => text !== undefined).map(warning);
  return {
    value: true,
    findings: findings.length > 0 ? findings : [ok(`The token has the app roles ${roles.join(', ')}.`)],
  };
}

async function listOf({ options }: Examination): Promise<CheckResult<MailboxList>> {
  if (options.mailboxes === undefined) {
    const address = options.mailbox?.trim() ?? '';
    if (!isMailboxId(address)) throw malformedAddress(address, { file: '--mailbox' });
    const builder = new MailboxListBuilder();
    builder.add({ address, file: '--mailbox', line: 1 });
    return { value: builder.build(['--mailbox']), findings: [] };
  }
  const file = path.resolve(options.mailboxes);
  const list = await readMailboxLists({
    patterns: [path.basename(file)],
    workspace: path.dirname(file),
    column: options.mailboxColumn,
  });
  const repeated = list.duplicateCount > 0 ? `, and ${list.duplicateCount} lines that repeat one` : '';
  return {
    value: list,
    findings: [ok(`The list contains ${counted(list.length, 'address', 'addresses')}${repeated}.`)],
  };
}

async function readFirst(list: MailboxList, tokens: TokenSource, examination: Examination): Promise<CheckResult<true>> {
  const { inputs, reports, dispatcher, terminal } = examination;
  const mailbox = list.at(0);
  const signal = new AbortController().signal;
  const { graphUrl } = inputs;
  terminal.progress('Reading a mailbox…');
  const client = new GraphClient({ graphUrl, dispatcher, tokens, signal });
  const reader = new MailboxReader({
    mailboxes: { length: 1, at: () => mailbox, duplicateCount: 0, duplicates: [], files: [] },
    queries: await compileQueries(reports),
    graphUrl,
    post: (url, body) => client.post(url, body),
    limiter: new RateLimiter({ concurrency: 1, random: Math.random }),
    now: terminal.now,
    random: Math.random,
    signal,
  });
  const findings: Omit<Finding, 'check'>[] = [];
  for await (const [answer] of reader.read()) {
    if (answer === undefined) continue;
    for (const [at, report] of reports.filter(isGraphReport).entries()) {
      const result = answer.results[at];
      if (result === undefined) throw new Error(`no result of the report ${report.name}`);
      findings.push(firstFinding(report.name, rowsOf(mailbox, result, report)[0], reader.stoppedBy));
    }
  }
  return { value: true, findings };
}

function firstFinding(report: string, row: Row, stoppedBy: UserError | undefined): Omit<Finding, 'check'> {
  if (row.status === 'ok') return ok(`The report "${report}" of ${row.mailbox.address} can be read.`);
  return {
    outcome: 'failed',
    code: row.status,
    message: `${row.mailbox.address}: the report "${report}" cannot be read: ${row.error}`,
    hint: inOptionNames(stoppedBy?.hint ?? REMEDIES[row.status]),
  };
}

/** The options, validated as the inputs of the action. */
function inputsOf(options: DoctorOptions): ReportInputs {
  return readReportInputs({
    'INPUT_TENANT-ID': options.tenantId,
    'INPUT_CLIENT-ID': options.clientId,
    INPUT_CLOUD: options.cloud,
    'INPUT_AUTHORITY-HOST': options.authorityHost,
    'INPUT_GRAPH-URL': options.graphUrl,
    'INPUT_EXCHANGE-URL': options.exchangeUrl,
    INPUT_UNLISTED: options.unlisted === true ? 'warn' : undefined,
    // Required inputs whose values are not used here.
    INPUT_PFX: options.pfx,
    INPUT_CREDENTIAL: options.credential,
    INPUT_MAILBOXES: options.mailboxes ?? '-',
    INPUT_REPORT: options.report?.join('\n'),
  });
}

async function credentialOf(
  { pfx: file = '' }: DoctorOptions,
  { credential }: ReportInputs,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<Credential> {
  if (credential.kind === 'federated') return credential;
  return openPfxFile(file, env, terminal);
}
