import { roleWarning, type Needed } from '../auth/app-roles.ts';
import { requireValid, type ClientCertificate } from '../auth/certificate.ts';
import { oidcEndpoint, type OidcEndpoint } from '../auth/federated.ts';
import { readPkcs12 } from '../auth/pfx/read.ts';
import { certificateWarnings, consentUrl, daysLeft, tokensByCertificate, tokensByFederation } from '../auth/sign-in.ts';
import type { TokenSource } from '../auth/token.ts';
import { warn, type ReadContext, type RunContext } from '../run/context.ts';
import { setOutputs } from '../run/outputs.ts';
import { isExchangeReport, isGraphReport } from '../reports/definition.ts';
import { logGroup } from '../run/log.ts';

/** What proves the identity of the application to Entra ID. */
type Credential =
  | { readonly certificate: ClientCertificate }
  | { readonly certificate: undefined; readonly oidc: OidcEndpoint; readonly audience: string };

/** Opens the credential of the inputs. */
function openCredential(context: ReadContext): Credential {
  const { credential } = context.inputs;
  if (credential.kind === 'certificate') return { certificate: openCertificate(context, credential) };
  return { certificate: undefined, oidc: oidcEndpoint(context.env), audience: credential.audience };
}

function openCertificate(
  context: ReadContext,
  { pfx, pfxPassword }: { readonly pfx: string; readonly pfxPassword: string },
): ClientCertificate {
  const now = context.now();
  const certificate = readPkcs12(pfx, pfxPassword, new Date(now));
  setCertificateOutputs(context, certificate);
  requireValid(certificate, new Date(now));
  for (const warning of certificateWarnings(certificate, now)) warn(context, warning);
  return certificate;
}

/** Sets the outputs about the certificate that signs in. */
export function setCertificateOutputs(
  { core, now }: RunContext,
  certificate: Pick<ClientCertificate, 'notAfter'>,
): void {
  setOutputs(core, {
    'certificate-expires-on': certificate.notAfter.toISOString().slice(0, 10),
    'certificate-days-left': daysLeft(certificate, now()),
  });
}

export interface SignedIn {
  /** For Graph. */
  readonly tokens: TokenSource;
  /** For Exchange Online; undefined if nothing needs it. */
  readonly exchangeTokens: TokenSource | undefined;
  /** Undefined with `credential: federated`. */
  readonly certificate: ClientCertificate | undefined;
}

/** Whether a run asks Exchange Online. */
export function needsExchange(
  { unlisted }: Pick<ReadContext['inputs'], 'unlisted'>,
  reports: ReadContext['reports'],
): boolean {
  return reports.some(isExchangeReport) || unlisted !== 'ignore';
}

/**
 * Opens the credential and gets the first tokens, so that a mistake is reported before anything is read. Warns of missing
 * app roles. Throws a UserError for a PFX or an OIDC environment that cannot be used, and for a rejected sign-in.
 */
export function signIn(context: ReadContext): Promise<SignedIn> {
  const { inputs, reports, core } = context;
  return logGroup(core, 'Sign in', async () => {
    const credential = openCredential(context);
    const method = credential.certificate?.thumbprint;
    const by =
      credential.certificate === undefined ? `GitHub's OIDC token for ${credential.audience}` : `certificate ${method}`;
    core.info(`Signing in to ${inputs.authorityHost} as application ${inputs.clientId}, ${by}`);
    const tokens = tokensFor(context, credential);
    const exchangeTokens = needsExchange(inputs, reports)
      ? tokensFor(context, credential, inputs.exchangeUrl)
      : undefined;
    await Promise.all([
      reports.some(isGraphReport) ? requireToken(context, tokens) : undefined,
      exchangeTokens === undefined ? undefined : requireToken(context, exchangeTokens, []),
    ]);
    return { tokens, exchangeTokens, certificate: credential.certificate };
  });
}

/** Tokens for Graph, or for Exchange Online if its URL is given. Sends nothing until the first is needed. */
function tokensFor(context: ReadContext, credential: Credential, exchangeScope?: string): TokenSource {
  const { inputs, core, dispatcher, now, signal } = context;
  const mask = (secret: string): void => {
    core.setSecret(secret);
  };
  const options = { ...inputs, dispatcher, now, mask, signal, exchangeScope };
  return credential.certificate === undefined
    ? tokensByFederation({ ...options, ...credential })
    : tokensByCertificate({ ...options, ...credential });
}

/** Gets the first token, and warns of the app roles of Graph that it lacks for some reports. */
async function requireToken(
  context: ReadContext,
  tokens: TokenSource,
  reports: readonly Needed[] = context.reports.filter(isGraphReport),
): Promise<void> {
  const { inputs, signal } = context;
  try {
    const { roles } = await tokens.get();
    const warning = roleWarning(roles, reports, consentUrl(inputs));
    if (warning !== undefined) warn(context, warning);
  } catch (error) {
    // A cancelled run still reports every mailbox, as cancelled.
    if (!signal.aborted) throw error;
  }
}
