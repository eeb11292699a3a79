import { requireValid, type ClientCertificate } from './auth/certificate.ts';
import { oidcEndpoint, type OidcEndpoint } from './auth/federated.ts';
import { readPkcs12 } from './auth/pkcs12/read.ts';
import { roleWarning } from './auth/app-roles.ts';
import { certificateWarnings, consentUrl, daysLeft, tokensByCertificate, tokensByFederation } from './auth/sign-in.ts';
import type { TokenSource } from './auth/token.ts';
import type { UserError } from './errors.ts';
import { RateLimiter } from './graph/rate-limiter.ts';
import { proxySecrets, requireUsableProxy } from './http/proxy.ts';
import { readerForJob } from './reading.ts';
import { readReportInputs, secretInputs, type Environment } from './inputs.ts';
import { tellSettings, warn, type Job } from './job.ts';
import { domainsOfList } from './mailboxes/internal-domains.ts';
import { readMailboxLists } from './mailboxes/list.ts';
import type { MailboxList } from './mailboxes/mailbox.ts';
import { countsOf, judge, type Counts, type Outcome } from './result.ts';
import { setOutputs } from './outputs.ts';
import { annotateDuplicates } from './output/annotations.ts';
import { deliver, fail } from './output/deliver.ts';
import { logText } from './runner/log.ts';
import { counted } from './text/numbers.ts';
import type { Tally } from './output/tally.ts';
import { writeReports } from './pipeline.ts';
import { choosePolicy } from './policy/choose.ts';
import type { PolicyJudge } from './policy/judge.ts';
import type { PolicyTally } from './policy/policy-tally.ts';
import { isPublicRepository, visibilityWarning } from './runner/repository-visibility.ts';
import { chooseReports } from './reports/choose.ts';
import { compileQueries } from './reports/query.ts';
import type { Dependencies } from './surroundings.ts';

/**
 * Runs the report action. Whatever was read is written, uploaded and summarised before the step fails. Never rejects:
 * what went wrong is an annotation, the output `result` and the exit code.
 */
export async function run(env: Environment, around: Dependencies): Promise<void> {
  for (const secret of [...secretInputs(env), ...proxySecrets(env)]) around.core.setSecret(secret);
  try {
    await report(env, around);
  } catch (error) {
    await fail(error, env, around);
  }
}

/** The product in one sentence: inputs, token, mailboxes, answers, rows, files, outcome. */
async function report(env: Environment, around: Dependencies): Promise<void> {
  const inputs = readReportInputs(env);
  requireUsableProxy(env);
  const named = await chooseReports(inputs.report, workspaceOf(env));
  const { policy, reports, added } = await choosePolicy(inputs.policy, workspaceOf(env), named);
  const job: Job = { env, inputs, reports, policy, started: around.now(), warnings: [], ...around };
  tellSettings(job, added);
  const publicity = isPublicRepository(env, job);
  const credential = openCredential(job);
  const tokens = await signIn(job, credential);
  const mailboxes = await listMailboxes(job);
  const pace = new RateLimiter({ concurrency: inputs.concurrency, random: around.random });
  const queries = await compileQueries(reports, inputs.internalDomains ?? domainsOfList(mailboxes));
  const judge = await judgeForJob(job);
  const reader = readerForJob(job, mailboxes, queries, { tokens, pace });
  const comesTo = (tally: Tally, policyTally: PolicyTally | undefined): Outcome =>
    outcomeOf(job, countsOf(tally, policyTally), reader.stoppedBy);
  const written = await writeReports(job, mailboxes, { reader, judge, pace, comesTo });
  tellExemptions(job, judge);
  if (await publicity) tellVisibility(job);
  await deliver(job, { certificate: credential.certificate, mailboxes, pace, judge, ...written });
}

/** What proves to Entra who asks. */
type Credential =
  | { readonly certificate: ClientCertificate }
  | { readonly certificate: undefined; readonly oidc: OidcEndpoint; readonly audience: string };

function openCredential(job: Job): Credential {
  const { credential } = job.inputs;
  if (credential.kind === 'certificate') return { certificate: openCertificate(job, credential) };
  return { certificate: undefined, oidc: oidcEndpoint(job.env), audience: credential.audience };
}

function openCertificate(job: Job, { pfx, pfxPassword }: { pfx: string; pfxPassword: string }): ClientCertificate {
  const { core, now } = job;
  const time = now();
  const certificate = readPkcs12(pfx, pfxPassword, new Date(time));
  setOutputs(core, {
    'certificate-expires-on': certificate.notAfter.toISOString().slice(0, 10),
    'certificate-days-left': daysLeft(certificate, time),
  });
  requireValid(certificate, new Date(time));
  for (const warning of certificateWarnings(certificate, time)) warn(job, warning);
  return certificate;
}

async function signIn(job: Job, credential: Credential): Promise<TokenSource> {
  const { inputs, core, dispatcher, now, signal } = job;
  const mask = (secret: string): void => {
    core.setSecret(secret);
  };
  const options = { ...inputs, dispatcher, now, mask, signal };
  const tokens =
    credential.certificate === undefined
      ? tokensByFederation({ ...options, ...credential })
      : tokensByCertificate({ ...options, ...credential });
  const by =
    credential.certificate === undefined
      ? `GitHub's OIDC token for ${credential.audience}`
      : `certificate ${credential.certificate.thumbprint}`;
  core.info(`Signing in to ${inputs.authorityHost} as application ${inputs.clientId}, ${by}`);
  try {
    const { roles } = await tokens.get();
    const warning = roleWarning(roles, job.reports, consentUrl(inputs));
    if (warning !== undefined) warn(job, warning);
  } catch (error) {
    // Who cancels gets a report of what was read all the same, if only of nothing.
    if (!signal.aborted) throw error;
  }
  return tokens;
}

async function listMailboxes({ inputs, env, core }: Job): Promise<MailboxList> {
  const { mailboxes: patterns, mailboxColumn: column, summary } = inputs;
  const mailboxes = await readMailboxLists({ patterns, workspace: workspaceOf(env), column });
  setOutputs(core, { 'mailbox-count': mailboxes.length });
  core.info(logText(`${counted(mailboxes.length, 'mailbox', 'mailboxes')} in ${mailboxes.files.join(', ')}`));
  annotateDuplicates(core, mailboxes, summary === 'full' ? 'full' : 'counts');
  return mailboxes;
}

/** What judges rows takes a while to load, and a run without a policy does without. */
async function judgeForJob({ policy, reports, now }: Job): Promise<PolicyJudge | undefined> {
  if (policy === undefined) return undefined;
  const { compilePolicy } = await import('./policy/judge.ts');
  return compilePolicy(policy, reports, now());
}

/** An exemption that has expired no longer keeps anything from failing: whoever wonders why is told. */
function tellExemptions(job: Job, judge: PolicyJudge | undefined): void {
  const expired = judge?.exemptions.uses.filter(({ missed }) => missed > 0) ?? [];
  const [first] = expired;
  if (first === undefined) return;
  const named = expired.slice(0, 5).map(({ exemption: { rule, expires } }) => `${rule} (until ${expires})`);
  const more = expired.length > named.length ? ` and ${counted(expired.length - named.length, 'more', 'more')}` : '';
  warn(job, `Exemptions have expired, and their rules bite again: ${named.join(', ')}${more}.`, first.exemption.place);
}

function tellVisibility(job: Job): void {
  const { summary, artifactName } = job.inputs;
  const warning = visibilityWarning({ summary, uploads: artifactName !== undefined });
  if (warning !== undefined) warn(job, warning);
}

function workspaceOf(env: Environment): string {
  return env.GITHUB_WORKSPACE ?? process.cwd();
}

/** What the run comes to, and why where reading ended early. */
function outcomeOf(job: Job, counts: Counts, stoppedBy: UserError | undefined): Outcome {
  const outcome = judge(counts, job.inputs);
  if (outcome.result === 'pass' && counts.unread === counts.mailboxes) {
    warn(job, 'No mailbox was read, so that nothing is known of any: look at the cause before "max-unread".');
  }
  if (stoppedBy === undefined) return outcome;
  if (outcome.result !== 'incomplete') {
    warn(job, stoppedBy.message);
    return outcome;
  }
  return { ...outcome, message: `${outcome.message} ${stoppedBy.message}`, hint: stoppedBy.hint };
}
