import { isTenantId, tenantOf, type AccessToken } from '../auth/access-token.ts';
import { roleWarning, type Needed } from '../auth/app-roles.ts';
import { requireValid, type ClientCertificate } from '../auth/certificate.ts';
import type { OidcEndpoint } from '../auth/federated.ts';
import { readPkcs12 } from '../auth/pfx/read.ts';
import { certificateWarnings, consentUrl, daysLeft, tokensByCertificate, tokensByFederation } from '../auth/sign-in.ts';
import type { TokenSource } from '../auth/token.ts';
import { isExchangeReport, isGraphReport, type ReportDefinition } from '../reports/definition.ts';
import type { ReportInputs } from '../run/inputs.ts';
import type { Warnings } from '../run/log.ts';
import type { Outputs, StepOutputs } from '../run/outputs.ts';
import type { Runner } from '../run/runner.ts';
import type { EpochMs } from '../text/numbers.ts';

export interface SignInOptions extends Pick<Runner, 'core' | 'dispatcher' | 'signal' | 'now'> {
  readonly outputs: StepOutputs;
  readonly warnings: Warnings;
  /** Where the job requests OIDC tokens. Throws a UserError if it cannot. */
  readonly oidc: () => OidcEndpoint;
}

export interface SignedIn {
  /** For Graph. */
  readonly tokens: TokenSource;
  /** For Exchange Online; undefined if nothing needs it. */
  readonly exchangeTokens: TokenSource | undefined;
  /** Undefined with `credential: federated`. */
  readonly certificate: ClientCertificate | undefined;
  /** The ID of the tenant: as the input has it, else the token. The domain of the input if neither does. */
  readonly tenantId: string;
}

/** Whether a run asks Exchange Online. */
export function needsExchange(
  { unlisted }: Pick<ReportInputs, 'unlisted'>,
  reports: readonly ReportDefinition[],
): boolean {
  return reports.some(isExchangeReport) || unlisted !== 'ignore';
}

/**
 * Reads the credential and gets the first tokens, so that a mistake is reported before anything is read. Warns of missing
 * app roles. Throws a UserError for a PFX or an OIDC environment that cannot be used, and for a rejected sign-in.
 */
export async function signIn(
  inputs: ReportInputs,
  reports: readonly ReportDefinition[],
  options: SignInOptions,
): Promise<SignedIn> {
  const { core, warnings, signal } = options;
  const { certificate, method, tokensFor } = readCredential(inputs, options);
  core.info(`Signing in to ${inputs.authorityHost} as application ${inputs.clientId}, ${method}`);
  const tokens = tokensFor();
  const exchangeTokens = needsExchange(inputs, reports) ? tokensFor(inputs.exchangeAudience) : undefined;
  /** Gets the first token, and warns of the app roles of Graph that it lacks for some reports. */
  const requireToken = async (source: TokenSource, needed: readonly Needed[]): Promise<AccessToken | undefined> => {
    try {
      const token = await source.get();
      const warning = roleWarning(token.roles, needed, consentUrl(inputs));
      if (warning !== undefined) warnings.add(warning);
      return token;
    } catch (error) {
      // A cancelled run still reports every mailbox, as cancelled.
      if (!signal.aborted) throw error;
      return undefined;
    }
  };
  const ofGraph = reports.filter(isGraphReport);
  const [token, exchangeToken] = await Promise.all([
    ofGraph.length > 0 ? requireToken(tokens, ofGraph) : undefined,
    exchangeTokens === undefined ? undefined : requireToken(exchangeTokens, []),
  ]);
  const { tenantId: given } = inputs;
  const tenantId = isTenantId(given) ? given : (tenantOf(token ?? exchangeToken) ?? given);
  return { tokens, exchangeTokens, certificate, tenantId };
}

interface Credential {
  readonly certificate: ClientCertificate | undefined;
  /** For the log. */
  readonly method: string;
  /** Tokens for Graph, or for Exchange Online if its URL is given. Sends nothing until the first is needed. */
  readonly tokensFor: (exchangeScope?: string) => TokenSource;
}

function readCredential(inputs: ReportInputs, options: SignInOptions): Credential {
  const { core, outputs, warnings, dispatcher, now, signal } = options;
  const mask = (secret: string): void => {
    core.setSecret(secret);
  };
  const shared = { ...inputs, dispatcher, now, mask, signal };
  if (inputs.credential.kind === 'federated') {
    const { audience } = inputs.credential;
    const oidc = options.oidc();
    return {
      certificate: undefined,
      method: `GitHub's OIDC token for ${audience}`,
      tokensFor: (exchangeScope) => tokensByFederation({ ...shared, oidc, audience, exchangeScope }),
    };
  }
  const { pfx, pfxPassword } = inputs.credential;
  const time = now();
  const certificate = readPkcs12(pfx, pfxPassword, new Date(time));
  outputs.set(certificateOutputs(certificate, time));
  requireValid(certificate, new Date(time));
  for (const warning of certificateWarnings(certificate, time)) warnings.add(warning);
  return {
    certificate,
    method: `certificate ${certificate.thumbprint}`,
    tokensFor: (exchangeScope) => tokensByCertificate({ ...shared, certificate, exchangeScope }),
  };
}

/** The outputs about the certificate that signs in. */
export function certificateOutputs(
  certificate: Pick<ClientCertificate, 'notAfter'>,
  now: EpochMs,
): Pick<Outputs, 'certificate-expires-on' | 'certificate-days-left'> {
  return {
    'certificate-expires-on': certificate.notAfter.toISOString().slice(0, 10),
    'certificate-days-left': daysLeft(certificate, now),
  };
}
