import { tenantOf, type AccessToken } from '../auth/access-token.ts';
import { grantSteps, grantText, lackText, missingRoles, RBAC_NOTE, type Needed } from '../auth/app-roles.ts';
import { certificateWarnings, daysLeft, requireValid, type ClientCertificate } from '../auth/certificate.ts';
import { signInWith, type SignIn } from '../auth/credential.ts';
import { readPkcs12 } from '../auth/pfx/read.ts';
import type { TokenSource } from '../auth/token-source.ts';
import { machineOf } from '../http/machine.ts';
import type { Environment } from '../http/proxy.ts';
import { isGuid } from '../json.ts';
import {
  asksExchange,
  isDerivedReport,
  isExchangeReport,
  isTenantReport,
  type ReportDefinition,
} from '../reports/definition.ts';
import { APP_ROLE } from '../exchange/cmdlets.ts';
import { comesWith, isOfExchange, isOfGraph, type TableReport } from '../reports/table.ts';
import type { ReportInputs } from '../run/inputs.ts';
import { logText, type Warnings } from '../run/log.ts';
import type { Outputs, StepOutputs } from '../run/outputs.ts';
import type { LackingRoles } from '../run/run.ts';
import type { Runner } from '../run/runner.ts';
import type { EpochMs } from '../text/numbers.ts';
import { ACCOUNTS_PERMISSION, tenantMode } from './unlisted-reader.ts';

export interface SignedIn {
  /** For Graph. */
  readonly tokens: TokenSource;
  /** For Exchange Online; undefined if no report needs it. */
  readonly exchangeTokens: TokenSource | undefined;
  /** Undefined with another credential. */
  readonly certificate: ClientCertificate | undefined;
  /** What the token for Graph lacks, if its roles are known. */
  readonly lacking: LackingRoles | undefined;
  /** The ID of the tenant: as the input has it, else the token. The domain of the input if neither does. Never ''. */
  readonly tenantId: string;
}

/** Whether reports of a run are read from Exchange Online. */
export function needsExchange(reports: readonly ReportDefinition[]): boolean {
  return reports.some(isExchangeReport);
}

/** What a run needs of Graph. Without a report about mailboxes, it looks for none. */
export function neededOfGraph(
  inputs: ReportInputs,
  reports: readonly ReportDefinition[],
  tables: readonly TableReport[] = [],
): readonly Needed[] {
  const mode = reports.length === 0 ? 'ignore' : tenantMode(inputs);
  const listsAccounts = mode !== 'ignore' && !needsExchange(reports);
  const accounts = {
    name: mode === 'all' ? 'mailboxes: all' : 'unlisted',
    permissions: [ACCOUNTS_PERMISSION],
    isInput: true,
  };
  return [
    ...reports.filter((report) => !isExchangeReport(report) && (!isDerivedReport(report) || isTenantReport(report))),
    ...tables
      .filter((table) => isOfGraph(table) && !reports.some(({ name }) => comesWith(table, name)))
      .map(({ name, permissions }) => ({ name, permissions: permissions.filter((one) => one !== APP_ROLE) })),
    ...(listsAccounts ? [accounts] : []),
  ];
}

/**
 * Gets the first tokens, so that a mistake is reported before anything is read. Logs which app roles are missing. Throws a
 * UserError for a rejected sign-in.
 */
export async function signIn(
  inputs: ReportInputs,
  { reports, tables = [] }: { readonly reports: readonly ReportDefinition[]; readonly tables?: readonly TableReport[] },
  { certificate, description, tokensFor }: RunSignIn,
  { core, signal }: Runner,
): Promise<SignedIn> {
  core.info(logText(`Signing in ${description}`));
  const tokens = tokensFor();
  const requiresExchange = needsExchange(reports) || tables.some(isOfExchange);
  // Without Exchange Online, a derived report is useful too.
  const exchangeTokens =
    requiresExchange || reports.some(asksExchange) || tables.some(({ source }) => source === 'reports')
      ? tokensFor(inputs.exchangeAudience)
      : undefined;
  const requireToken = async (source: TokenSource): Promise<AccessToken | undefined> => {
    try {
      return await source.get();
    } catch (error) {
      // A cancelled run still reports every mailbox, as cancelled.
      if (!signal.aborted) throw error;
      return undefined;
    }
  };
  const ofGraph = neededOfGraph(inputs, reports, tables);
  const [token, exchangeToken] = await Promise.all([
    ofGraph.length > 0 ? requireToken(tokens) : undefined,
    exchangeTokens === undefined || !requiresExchange ? undefined : requireToken(exchangeTokens),
  ]);
  const tenantId = isGuid(inputs.tenantId) ? inputs.tenantId : (tenantOf(token ?? exchangeToken) ?? inputs.tenantId);
  const lacking = lackingRoles(token?.roles, ofGraph, inputs);
  // How to grant it is said once, at the end, if mailboxes are denied.
  if (lacking !== undefined) core.info(logText(lacking.lack));
  return { tokens, exchangeTokens, certificate, lacking, tenantId };
}

/** What a token with these app roles lacks; undefined if nothing, or if they are unknown. */
export function lackingRoles(
  roles: readonly string[] | undefined,
  needed: readonly Needed[],
  inputs: ReportInputs,
): LackingRoles | undefined {
  const isManagedIdentity = inputs.credential.kind === 'managed-identity';
  const lack = lackText(roles, needed);
  if (lack === undefined) return undefined;
  const warning = `${lack} ${grantText(inputs, isManagedIdentity)} ${RBAC_NOTE}`;
  return { reports: missingRoles(roles, needed), lack, warning, grant: grantSteps(inputs, isManagedIdentity) };
}

/** How a run signs in. */
export interface RunSignIn extends SignIn {
  /** Undefined with another credential. */
  readonly certificate: ClientCertificate | undefined;
}

/**
 * Reads the credential, and sets the outputs about a certificate. Sends nothing. Throws a UserError for a PFX or an OIDC environment
 * that cannot be used.
 */
export function readCredential(
  inputs: ReportInputs,
  runner: Runner,
  outputs: StepOutputs,
  warnings: Warnings,
  env: Environment,
): RunSignIn {
  const { core, dispatcher, signal, now } = runner;
  const mask = (secret: string): void => {
    core.setSecret(secret);
  };
  const connection = { ...machineOf(runner), dispatcher, signal, mask, env };
  const { credential } = inputs;
  if (credential.kind !== 'certificate') {
    return { certificate: undefined, ...signInWith(credential, inputs, connection) };
  }
  const time = now();
  const certificate = readPkcs12(credential.pfx, credential.pfxPassword, new Date(time));
  outputs.set(certificateOutputs(certificate, time));
  requireValid(certificate, new Date(time));
  for (const warning of certificateWarnings(certificate, time)) warnings.add(warning);
  return { certificate, ...signInWith({ kind: 'certificate', certificate }, inputs, connection) };
}

/** The outputs about the certificate that signs in. */
export function certificateOutputs({ notAfter }: { readonly notAfter: Date }, now: EpochMs): Partial<Outputs> {
  return {
    'certificate-expires-on': notAfter.toISOString().slice(0, 10),
    'certificate-days-left': daysLeft({ notAfter }, now),
  };
}
