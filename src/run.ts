import { roleWarning } from './auth/app-roles.ts';
import { requireValid, type ClientCertificate } from './auth/certificate.ts';
import { oidcEndpoint, type OidcEndpoint } from './auth/federated.ts';
import { readPkcs12 } from './auth/pkcs12/read.ts';
import { certificateWarnings, consentUrl, daysLeft, tokensByCertificate, tokensByFederation } from './auth/sign-in.ts';
import type { TokenSource } from './auth/token.ts';
import { warn, workspaceOf, type Dependencies, type RunContext } from './context.ts';
import { GraphClient } from './graph/client.ts';
import { confirmDomains } from './graph/confirm-domains.ts';
import type { Query } from './graph/query.ts';
import { RateLimiter } from './graph/rate-limiter.ts';
import { MailboxReader, type FailedRequest } from './graph/reader.ts';
import { proxySecrets, requireUsableProxy } from './http/proxy.ts';
import { requireVerifiedTls } from './http/secure-url.ts';
import { readReportInputs, secretInputs, type Environment } from './inputs.ts';
import type { InternalDomains } from './mailboxes/internal-domains.ts';
import { readMailboxLists } from './mailboxes/list.ts';
import type { MailboxList } from './mailboxes/mailbox.ts';
import { annotateDuplicates } from './output/annotations.ts';
import { deliver, deliverError } from './output/deliver.ts';
import { logProgress } from './output/progress.ts';
import { discardSinks, openSinks, type Sinks } from './output/sinks.ts';
import { someNames } from './output/some-names.ts';
import { Totals } from './output/totals.ts';
import { guardOutputs, setOutputs } from './outputs.ts';
import { runPipeline } from './pipeline.ts';
import { choosePolicy } from './policy/choose.ts';
import type { PolicyJudge } from './policy/judge.ts';
import { policyStage } from './policy/stage.ts';
import type { RowCells } from './reports/columns.ts';
import { chooseReports } from './reports/choose.ts';
import { requestPath } from './reports/definition.ts';
import { compileQueries, usesInternalDomains } from './reports/query.ts';
import { countsOf, maxUnreadText, resultOf, withStop, type RunResult } from './result.ts';
import { logText, placeProperties } from './runner/log.ts';
import { isPublicRepository, visibilityWarning } from './runner/repository-visibility.ts';
import { visibleLine } from './text/display.ts';
import { count, counted, duration } from './text/numbers.ts';

/**
 * Runs the report action and returns its result. Never rejects: the reason of a failure is an annotation, and what was
 * read is written, uploaded and summarised before.
 */
export async function run(env: Environment, dependencies: Dependencies): Promise<RunResult> {
  for (const secret of [...secretInputs(env), ...proxySecrets(env)]) dependencies.core.setSecret(secret);
  const { core, failure } = guardOutputs(dependencies.core);
  const guarded = { ...dependencies, core };
  try {
    const result = await report(await readContext(env, guarded));
    const unset = failure();
    // A failed run has exactly one error.
    return unset === undefined || result.fails ? result : await deliverError(unset, env, guarded);
  } catch (error) {
    return deliverError(error, env, guarded);
  }
}

/** The product: sign in, read the list, pass every mailbox through the pipeline, deliver the result. */
async function report(context: RunContext): Promise<RunResult> {
  const { inputs, random, reports, started } = context;
  const visibility = isPublicRepository(context.env, context);
  const credential = openCredential(context);
  const tokens = await signIn(context, credential);
  const mailboxes = await listMailboxes(context);
  const limiter = new RateLimiter({ concurrency: inputs.concurrency, random });
  const access = { tokens, limiter };
  const internalDomains = inputs.internalDomains ?? (await confirmedDomains(context, mailboxes, access));
  const reader = openReader(context, mailboxes, await compileQueries(reports, internalDomains), access);
  const judge = await compileJudge(context);
  const sinks = await openSinks(context, mailboxes);
  try {
    logStart(context, sinks);
    const totals = await runPipeline({
      source: logProgress(context, { reader, limiter, total: mailboxes.length }),
      reports,
      stages: judge === undefined ? [] : [policyStage(judge)],
      totals: new Totals(reports, judge?.newTally(), started),
      sinks: sinks.all,
    });
    const durationMs = context.now() - started;
    const result = conclude(context, totals, reader);
    logEnd(context, totals, { durationMs, place: sinks.place });
    warnOfExemptions(context, judge);
    noteBlankColumns(context, totals);
    if (await visibility) warnOfVisibility(context);
    const { certificate } = credential;
    return await deliver(context, { result, totals, sinks, mailboxes, limiter, judge, certificate, durationMs });
  } finally {
    await discardSinks(sinks);
  }
}

async function readContext(env: Environment, dependencies: Dependencies): Promise<RunContext> {
  const inputs = readReportInputs(env);
  requireUsableProxy(env);
  requireVerifiedTls(env);
  const workspace = workspaceOf(env);
  const named = await chooseReports(inputs.report, workspace);
  const { policy, reports, added } = await choosePolicy(inputs.policy, workspace, named);
  const started = dependencies.now();
  const context: RunContext = { env, inputs, reports, policy, started, warnings: [], ...dependencies };
  logSettings(context, added);
  return context;
}

type Credential =
  | { readonly certificate: ClientCertificate }
  | { readonly certificate: undefined; readonly oidc: OidcEndpoint; readonly audience: string };

function openCredential(context: RunContext): Credential {
  const { credential } = context.inputs;
  if (credential.kind === 'certificate') return { certificate: openCertificate(context, credential) };
  return { certificate: undefined, oidc: oidcEndpoint(context.env), audience: credential.audience };
}

function openCertificate(
  context: RunContext,
  { pfx, pfxPassword }: { readonly pfx: string; readonly pfxPassword: string },
): ClientCertificate {
  const now = context.now();
  const certificate = readPkcs12(pfx, pfxPassword, new Date(now));
  setOutputs(context.core, {
    'certificate-expires-on': certificate.notAfter.toISOString().slice(0, 10),
    'certificate-days-left': daysLeft(certificate, now),
  });
  requireValid(certificate, new Date(now));
  for (const warning of certificateWarnings(certificate, now)) warn(context, warning);
  return certificate;
}

async function signIn(context: RunContext, credential: Credential): Promise<TokenSource> {
  const { inputs, core, dispatcher, now, signal, reports } = context;
  const mask = (secret: string): void => {
    core.setSecret(secret);
  };
  const options = { ...inputs, dispatcher, now, mask, signal };
  const [tokens, method] =
    credential.certificate === undefined
      ? [tokensByFederation({ ...options, ...credential }), `GitHub's OIDC token for ${credential.audience}`]
      : [tokensByCertificate({ ...options, ...credential }), `certificate ${credential.certificate.thumbprint}`];
  core.info(`Signing in to ${inputs.authorityHost} as application ${inputs.clientId}, ${method}`);
  try {
    const { roles } = await tokens.get();
    const warning = roleWarning(roles, reports, consentUrl(inputs));
    if (warning !== undefined) warn(context, warning);
  } catch (error) {
    // A cancelled run still reports every mailbox, as cancelled.
    if (!signal.aborted) throw error;
  }
  return tokens;
}

async function listMailboxes({ inputs, env, core }: RunContext): Promise<MailboxList> {
  const { mailboxes: patterns, mailboxColumn: column, summary } = inputs;
  const mailboxes = await readMailboxLists({ patterns, workspace: workspaceOf(env), column });
  setOutputs(core, { 'mailbox-count': mailboxes.length });
  core.info(logText(`${counted(mailboxes.length, 'mailbox', 'mailboxes')} in ${mailboxes.files.join(', ')}`));
  annotateDuplicates(core, mailboxes, summary === 'full' ? 'full' : 'counts');
  return mailboxes;
}

/** The domains of the list that belong to the tenant; undefined if no report asks which addresses are external. */
async function confirmedDomains(
  context: RunContext,
  mailboxes: MailboxList,
  access: GraphAccess,
): Promise<InternalDomains | undefined> {
  const report = context.reports.find(usesInternalDomains);
  if (report === undefined) return undefined;
  const request = { version: report.request.version, path: requestPath(report.request) };
  const open = (sample: MailboxList, query: Query<true>) => openReader(context, sample, [query], access);
  const { confirmed, unconfirmed } = await confirmDomains(mailboxes, request, open);
  if (unconfirmed.length > 0 && !context.signal.aborted) {
    warn(
      context,
      `No mailbox of the list could be read in ${someNames(unconfirmed, visibleLine)}, so addresses there count as external. ` +
        'Correct the list, or set "internal-domains" to the domains of your organization.',
    );
  }
  return confirmed;
}

interface GraphAccess {
  readonly tokens: TokenSource;
  readonly limiter: RateLimiter;
}

/** Reads the queries for every mailbox. Sends nothing before it is iterated. */
function openReader<T>(
  { inputs, dispatcher, signal, now, random, core, env }: RunContext,
  mailboxes: MailboxList,
  queries: readonly Query<T>[],
  { tokens, limiter }: GraphAccess,
): MailboxReader<T> {
  const { graphUrl } = inputs;
  const client = new GraphClient({ graphUrl, dispatcher, tokens, signal });
  return new MailboxReader({
    mailboxes,
    queries,
    graphUrl,
    post: (url, body) => client.post(url, body),
    limiter,
    now,
    random,
    signal,
    // The runner drops debug lines unless debug logging is on, and tens of thousands of lines would cost time.
    ...(env.RUNNER_DEBUG === '1'
      ? {
          onFailure: (request) => {
            core.debug(logText(failureLine(request)));
          },
        }
      : {}),
  });
}

function failureLine({ address, error, requestId, clientRequestId, willRetry }: FailedRequest): string {
  const ids = `request-id ${requestId ?? 'none'}, client-request-id ${clientRequestId ?? 'none'}`;
  return `${address}: ${error} (${ids})${willRetry ? ', will be retried' : ''}`;
}

/** Loaded only by runs with a policy. */
async function compileJudge({ policy, reports, now }: RunContext): Promise<PolicyJudge | undefined> {
  if (policy === undefined) return undefined;
  const { compilePolicy } = await import('./policy/judge.ts');
  return compilePolicy(policy, reports, now());
}

/** Compares the totals with the thresholds and sets the outputs that are known. */
function conclude(
  context: RunContext,
  totals: Totals,
  { stoppedBy }: Pick<MailboxReader<RowCells[]>, 'stoppedBy'>,
): RunResult {
  const { mailboxes, policy } = totals;
  setOutputs(context.core, { 'read-count': mailboxes.read, 'unread-count': mailboxes.unread });
  if (policy !== undefined) {
    setOutputs(context.core, { 'violation-count': policy.violationCount, 'exempt-count': policy.exemptCount });
  }
  const result = resultOf(countsOf(totals), context.inputs);
  if (result.result === 'pass' && mailboxes.read === 0) {
    warn(context, 'No mailbox could be read. Fix the cause before changing "max-unread".');
  }
  if (stoppedBy === undefined) return result;
  if (result.result === 'incomplete') return withStop(result, stoppedBy);
  warn(context, stoppedBy.message);
  return result;
}

/** Logs the inputs without the secrets. `added`: the reports that only the policy names. */
function logSettings({ inputs, reports, policy, core }: RunContext, added: readonly string[]): void {
  const { tenantId, clientId, credential, authorityHost, graphUrl, mailboxes, maxUnread, failOn, concurrency } = inputs;
  core.startGroup('Settings');
  const settings = {
    'tenant-id': tenantId,
    'client-id': clientId,
    credential: credential.kind,
    'authority-host': authorityHost,
    'graph-url': graphUrl,
    mailboxes: mailboxes.join(', '),
    report: reports.map(({ name }) => name).join(', '),
    ...(policy === undefined ? {} : { policy: policy.file, 'fail-on': failOn }),
    'max-unread': maxUnreadText(maxUnread),
    concurrency: String(concurrency),
  };
  for (const [name, value] of Object.entries(settings)) core.info(logText(`${name}: ${value}`));
  core.endGroup();
  if (added.length > 0) core.info(`Also read, because the policy needs it: ${added.join(', ')}`);
}

function logStart({ core, inputs, reports }: RunContext, { all, folder }: Sinks): void {
  setOutputs(core, { 'output-directory': folder, 'csv-path': all[0]?.path ?? folder });
  core.info(logText(`Reading ${reports.map(({ name }) => name).join(', ')} from ${inputs.graphUrl}`));
}

function logEnd(
  { core }: RunContext,
  { mailboxes: { read, total } }: Totals,
  { durationMs, place }: { readonly durationMs: number; readonly place: string },
): void {
  core.info(
    logText(`Read ${count(read)} of ${counted(total, 'mailbox', 'mailboxes')} in ${duration(durationMs)}: ${place}`),
  );
}

/** Warns of exemptions that would have covered a violation if they had not expired. */
function warnOfExemptions(context: RunContext, judge: PolicyJudge | undefined): void {
  const expired = judge?.exemptions.uses.filter(({ missed }) => missed > 0) ?? [];
  const [first] = expired;
  if (first === undefined) return;
  const named = expired.slice(0, 5).map(({ exemption: { rule, expires } }) => `${rule} (until ${expires})`);
  const more = expired.length > named.length ? ` and ${count(expired.length - named.length)} more` : '';
  warn(context, `Expired exemptions no longer apply: ${named.join(', ')}${more}.`, first.exemption.place);
}

/** Columns of the user's own reports that found nothing are probably misspelt, or blank in this tenant. */
function noteBlankColumns({ core }: RunContext, { reports }: Totals): void {
  for (const { blankNotice } of reports) {
    if (blankNotice !== undefined) core.notice(logText(blankNotice.message), placeProperties(blankNotice.place));
  }
}

function warnOfVisibility(context: RunContext): void {
  const { summary, artifactName } = context.inputs;
  const warning = visibilityWarning({ summary, uploads: artifactName !== undefined });
  if (warning !== undefined) warn(context, warning);
}
