import type { Cloud } from './clouds.ts';
import { cloudsOfOtherGraphs, isOwnHost, otherClouds } from './cloud-of-tenant.ts';
import { registration, sentClaims, claimText } from './federated-registration.ts';

/** What was sent to Entra, as far as a message may name it. */
export interface EntraContext {
  readonly tenantId: string;
  readonly clientId: string;
  /** Origin without a trailing slash. */
  readonly authorityHost: string;
  /** Origin without a trailing slash. */
  readonly graphUrl: string;
  /** SHA-1 of the certificate that signed; undefined where the assertion is a federated one. */
  readonly thumbprint?: string | undefined;
  /** When that certificate ends. */
  readonly notAfter?: Date | undefined;
  /** Claims of the assertion that was refused. */
  readonly sent?: Readonly<Record<string, unknown>> | undefined;
}

export interface Explanation {
  readonly message: string;
  readonly hint: string;
}

type Explain = (context: EntraContext, text: string) => Explanation;

const REGISTRATIONS = 'Microsoft Entra admin center > App registrations';
const OIDC_TIME =
  'An OIDC token of GitHub lives for some minutes, and one that is held up for longer is of no use: run again.';
const CLOCK = 'Check the clock of the runner: an assertion is good for ten minutes around the time it was made.';

/** By the number behind `AADSTS`. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export const explanations: Readonly<Record<number, Explain>> = {
  90002: (context) => ({
    message: `There is no tenant "${context.tenantId}" in the cloud behind ${context.authorityHost}.`,
    hint:
      `Set "tenant-id" to the Directory (tenant) ID of ${REGISTRATIONS} > your application, or to a verified domain. ` +
      `If it is right, the tenant may live in another cloud: ${cloudHint(context, '')}`,
  }),
  900023: (context) => ({
    message: `"${context.tenantId}" is neither the ID of a tenant nor a verified domain.`,
    hint: `Set "tenant-id" to the Directory (tenant) ID of ${REGISTRATIONS} > your application.`,
  }),
  90038: wrongCloud,
  900382: wrongCloud,
  900432: wrongCloud,
  700016: (context) => ({
    message: `There is no application "${context.clientId}" in tenant "${context.tenantId}".`,
    hint:
      `Set "client-id" to the Application (client) ID of ${REGISTRATIONS} > your application (not its object ID), and ` +
      '"tenant-id" to the tenant that it was registered in. Right after registration, wait a minute and run again.',
  }),
  7000229: missingPrincipal,
  7000112: (context) => ({
    message: `Application "${context.clientId}" is disabled in tenant "${context.tenantId}".`,
    hint:
      'Ask an administrator to allow it: Microsoft Entra admin center > Enterprise applications > the application > ' +
      'Properties > Enabled for users to sign-in: Yes. Or set "client-id" to another application.',
  }),
  700027: certificateRefused,
  700030: (context) => ({
    message: `Entra ID does not accept ${certificate(context)}: it is revoked, or its issuer is not trusted for this application.`,
    hint: `Use a certificate that is valid and not revoked, from an issuer that the application trusts. ${upload(context)}`,
  }),
  50012: (context) => ({
    message: `The signature of the assertion does not fit ${certificate(context)}.`,
    hint: `Export the certificate together with its own key into "pfx" again. ${upload(context)}`,
  }),
  700024: (context) => ({
    message: 'The assertion is outside its time: Entra ID says that it is not valid yet or has expired.',
    hint: context.thumbprint === undefined ? OIDC_TIME : CLOCK,
  }),
  700021: (context) => ({
    message: `The assertion was made by "${claim(context, 'iss')}" for "${claim(context, 'sub')}", and neither may differ from application "${context.clientId}".`,
    hint:
      context.thumbprint === undefined
        ? 'Set "client-id" to the Application (client) ID that the federated credential is registered on.'
        : 'Set "client-id" to the Application (client) ID that the certificate in "pfx" is registered on.',
  }),
  700023: (context) => ({
    message: `The assertion is made for "${claim(context, 'aud')}", which is not the token endpoint that Entra ID expects.`,
    hint: `Check "authority-host", "cloud" and "tenant-id": together they name the token endpoint. ${cloudHint(context, '')}`,
  }),
  5002723: (context) => ({
    message: `The assertion names no certificate that Entra ID can look up; it was signed with ${certificate(context)}.`,
    hint: `Make a new certificate with an RSA key and put it into "pfx". ${upload(context)}`,
  }),
  5002738: (context) => ({
    message: `Entra ID does not take the algorithm that the assertion is signed with (PS256, with ${certificate(context)}).`,
    hint: `Use a certificate with an RSA key of 2048 bits or more in "pfx". ${upload(context)}`,
  }),
  50027: (context) => ({
    message: 'Entra ID cannot read the assertion.',
    hint:
      'Check "authority-host", and whether a proxy changes what passes through it' +
      (context.thumbprint === undefined ? '.' : '; check that "pfx" holds an RSA key.'),
  }),
  53003: (context) => ({
    message: `A Conditional Access policy of tenant "${context.tenantId}" blocks application "${context.clientId}" from where this runner is.`,
    hint:
      'Ask an administrator for the policy: Microsoft Entra admin center > Monitoring > Sign-in logs > Service ' +
      'principal sign-ins, by the correlation ID. Exclude the application, or run on a self-hosted runner in an allowed place.',
  }),
  50196: () => ({
    message: 'Entra ID sees the same request in a loop and refuses it for a while.',
    hint: 'Wait some minutes. Check that no other workflow asks for tokens of the same "client-id" again and again.',
  }),
  90055: throttled,
  90033: throttled,
  500011: (context) => ({
    message: `Tenant "${context.tenantId}" knows no Microsoft Graph at ${context.graphUrl}.`,
    hint: `Check "cloud" and "graph-url": they must name the Graph of the tenant's own cloud. ${otherGraphHint(context)}`,
  }),
  700213: federated('subject', 'sub'),
  700212: federated('audience', 'aud'),
  700211: federated('issuer', 'iss'),
  70021: (context) => ({
    message: `No federated credential of application "${context.clientId}" fits the assertion. ${sentClaims(context.sent)}`,
    hint:
      'A federated credential that was just created takes some minutes to work, and this run has waited for four: run ' +
      'again in five minutes. ' +
      `Where it was not: ${registration(context)}`,
  }),
};

function certificateRefused(context: EntraContext, text: string): Explanation {
  if (/is expired/i.test(text)) {
    return {
      message: `${capital(certificate(context))} has expired on application "${context.clientId}".`,
      hint:
        'Where the certificate itself is still valid, the application was told an earlier end (the Azure CLI ends a ' +
        'credential after a year unless --end-date says otherwise): register the same certificate again with a later ' +
        `end. Otherwise make a new one and put it into "pfx". ${upload(context)}`,
    };
  }
  if (/key was found/i.test(text)) {
    return {
      message: `The signature of the assertion does not fit ${certificate(context)}, which application "${context.clientId}" has.`,
      hint: `Export the certificate together with its own key into "pfx" again. ${upload(context)}`,
    };
  }
  return {
    message: `${capital(certificate(context))} is not registered on application "${context.clientId}".`,
    hint: `${upload(context)} Or put the PFX of a certificate that is listed there into "pfx".`,
  };
}

function missingPrincipal(context: EntraContext): Explanation {
  return {
    message: `Application "${context.clientId}" has no service principal in tenant "${context.tenantId}".`,
    hint:
      `Run az ad sp create --id ${shellWord(context.clientId)}, or grant admin consent: ${REGISTRATIONS} > the ` +
      'application > API permissions. Check "client-id" and "tenant-id".',
  };
}

function wrongCloud(context: EntraContext, text: string): Explanation {
  return {
    message: `Tenant "${context.tenantId}" does not belong to the cloud behind ${context.authorityHost}.`,
    hint: cloudHint(context, text),
  };
}

function throttled(): Explanation {
  return {
    message: 'Entra ID is busy or throttles this tenant, and all attempts are used up.',
    hint: 'Run again later. Spread the schedules of workflows that start in the same minute.',
  };
}

function federated(what: string, name: string): Explain {
  return (context) => ({
    message: `No federated credential of application "${context.clientId}" has the ${what} "${claim(context, name)}". ${sentClaims(context.sent)}`,
    hint:
      registration(context) +
      (name === 'aud'
        ? ' Where one with this issuer and subject is there already, change its audience instead: Entra ID takes no second.'
        : ''),
  });
}

function upload(context: EntraContext): string {
  return (
    `Its public part belongs under ${REGISTRATIONS} > ${context.clientId} > Certificates & secrets > Certificates, ` +
    `where thumbprints are listed; or run az ad app credential reset --id ${shellWord(context.clientId)} --append ` +
    `--cert '@certificate.pem' --end-date ${context.notAfter?.toISOString().replace(/\.\d+Z$/, 'Z') ?? 'END'}`
  );
}

const SPELLED_OUT: Readonly<Record<Cloud, string>> = {
  global: 'global (worldwide)',
  usgov: 'usgov (GCC High)',
  'usgov-dod': 'usgov-dod (DoD)',
  china: 'china (21Vianet)',
};

/** Two clouds share a sign-in, so that a tenant of the one signs in at the other, and only Graph tells. */
function otherGraphHint({ authorityHost, graphUrl }: EntraContext): string {
  const named = cloudsOfOtherGraphs(graphUrl, authorityHost).map((cloud) => SPELLED_OUT[cloud]);
  return `Set "cloud" to ${named.join(' or ')}. Where "graph-url" is set, remove it: it goes before "cloud".`;
}

function cloudHint(context: EntraContext, text: string): string {
  const { authorityHost, tenantId } = context;
  const named = otherClouds(authorityHost, tenantId, text).map((cloud) => SPELLED_OUT[cloud]);
  const override = isOwnHost(authorityHost)
    ? 'Where "authority-host" is set, remove it: it goes before "cloud".'
    : 'Remove "authority-host", which goes before "cloud".';
  return `Set "cloud" to ${named.join(' or ')}. ${override}`;
}

function certificate(context: EntraContext): string {
  return context.thumbprint === undefined
    ? 'the certificate of the assertion'
    : `the certificate in "pfx" with thumbprint ${context.thumbprint}`;
}

function claim(context: EntraContext, name: string): string {
  return claimText(context.sent, name);
}

function shellWord(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : '<client-id>';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
