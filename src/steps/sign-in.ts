import { roleWarning } from '../auth/app-roles.ts';
import { requireValid, type ClientCertificate } from '../auth/certificate.ts';
import { oidcEndpoint, type OidcEndpoint } from '../auth/federated.ts';
import { readPkcs12 } from '../auth/pkcs12/read.ts';
import { certificateWarnings, consentUrl, daysLeft, tokensByCertificate, tokensByFederation } from '../auth/sign-in.ts';
import type { TokenSource } from '../auth/token.ts';
import { warn, type ReadContext } from '../context.ts';
import { setOutputs } from '../outputs.ts';
import { logGroup } from '../runner/log.ts';

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
  setOutputs(context.core, {
    'certificate-expires-on': certificate.notAfter.toISOString().slice(0, 10),
    'certificate-days-left': daysLeft(certificate, now),
  });
  requireValid(certificate, new Date(now));
  for (const warning of certificateWarnings(certificate, now)) warn(context, warning);
  return certificate;
}

export interface SignedIn {
  readonly tokens: TokenSource;
  /** Undefined with `credential: federated`. */
  readonly certificate: ClientCertificate | undefined;
}

/**
 * Opens the credential and gets the first token, so that a mistake is reported before anything is read. Warns of missing
 * app roles. Throws a UserError for a PFX or an OIDC environment that cannot be used, and for a rejected sign-in.
 */
export function signIn(context: ReadContext): Promise<SignedIn> {
  return logGroup(context.core, 'Sign in', async () => {
    const credential = openCredential(context);
    return { tokens: await firstToken(context, credential), certificate: credential.certificate };
  });
}

async function firstToken(context: ReadContext, credential: Credential): Promise<TokenSource> {
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
