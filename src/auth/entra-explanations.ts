import type { CopyText } from '../errors.ts';
import { type Cloud, cloudsOfOtherGraphs, isCloudHost, otherClouds } from './clouds.ts';
import { registration, claimText, subjectNote, type Registration } from './federated-registration.ts';
import { capitalized } from '../text/display.ts';
import { inputName } from '../text/audience.ts';

/** An application, and where it signs in. URLs are origins without a trailing slash. */
export interface Application {
  /** ID or verified domain. '' if a managed identity or a token from elsewhere decides. */
  readonly tenantId: string;
  /** '' likewise. */
  readonly clientId: string;
  readonly authorityHost: string;
  readonly graphUrl: string;
}

/** The parts of a token request that a message may show. */
export interface EntraContext extends Application {
  /** Of Exchange Online, if the token is for it rather than Graph. */
  readonly exchangeScope?: string | undefined;
  /** SHA-1 of the certificate that signed; undefined for federated assertions. */
  readonly thumbprint?: string | undefined;
  /** The end of that certificate. */
  readonly notAfter?: Date | undefined;
  /** Claims of the assertion. */
  readonly sent?: Readonly<Record<string, unknown>> | undefined;
  /** How a person signs in, if not the application does. */
  readonly signInBy?: 'browser' | 'device-code' | undefined;
}

export interface Explanation {
  readonly message: string;
  readonly hint: string;
  readonly copy?: readonly CopyText[];
}

type Explain = (context: EntraContext, text: string) => Explanation;

const REGISTRATIONS = 'Microsoft Entra admin center > App registrations';
const OIDC_TIME =
  'Run again. An OIDC token of GitHub or Azure DevOps is valid for a few minutes, one of GitLab as long as its job, and this one ' +
  'was delayed for longer.';
const MANAGED_DEVICE = 'Sign in in the browser of a managed device, or there with "az login".';
const OTHER_WAY =
  'The tenant may block device codes. Sign in in the browser, without --device-code, or with "az login".';
const CLOCK = 'Check the clock of this machine. An assertion is valid for ten minutes from its creation.';

/** By the number after `AADSTS`. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export const explanations: Readonly<Record<number, Explain>> = {
  90002: (context) => ({
    message: `Tenant "${context.tenantId}" does not exist in the cloud of ${context.authorityHost}.`,
    hint:
      `Set ${inputName('tenant-id')} to the Directory (tenant) ID of ${REGISTRATIONS} > your application, or to a verified domain. ` +
      `If it is correct, the tenant may be in another cloud: ${cloudHint(context, '')}`,
  }),
  900023: (context) => ({
    message: `"${context.tenantId}" is neither a tenant ID nor a verified domain.`,
    hint: `Set ${inputName('tenant-id')} to the Directory (tenant) ID of ${REGISTRATIONS} > your application.`,
  }),
  90038: wrongCloud,
  900382: wrongCloud,
  900432: wrongCloud,
  700016: (context) => ({
    message: `Application "${context.clientId}" does not exist in tenant "${context.tenantId}".`,
    hint:
      `Set ${inputName('client-id')} to the Application (client) ID of ${REGISTRATIONS} > your application (not its object ID), and ` +
      `${inputName('tenant-id')} to the tenant where it is registered. If you have just registered it, wait a minute and run again.`,
  }),
  7000229: (context) => ({
    message: `Application "${context.clientId}" has no service principal in tenant "${context.tenantId}".`,
    hint:
      `Run the command, or grant admin consent: ${REGISTRATIONS} > the application > API permissions. Check ${inputName('client-id')} and ` +
      `${inputName('tenant-id')}.`,
    copy: [{ label: 'Command', text: `az ad sp create --id ${shellWord(context.clientId)}` }],
  }),
  7000112: (context) => ({
    message: `Application "${context.clientId}" is disabled in tenant "${context.tenantId}".`,
    hint:
      'Ask an administrator to enable it: Microsoft Entra admin center > Enterprise applications > the application > ' +
      `Properties > Enabled for users to sign-in: Yes. Or set ${inputName('client-id')} to another application.`,
  }),
  700027: certificateRefused,
  700030: (context, text) =>
    withUpload(context, {
      message: `Entra ID rejects ${certificate(context)}: ${reasonOf(text)}`,
      hint:
        'Reasons that are known: the subject of the certificate is not authorized, it is registered on an application in ' +
        `another cloud (${inputName('cloud')}), or it is the certificate of a certification authority. ` +
        'Use a certificate of its own for the application.',
    }),
  50012: (context, text) =>
    withUpload(context, {
      message: `Entra ID rejects the assertion, which ${certificate(context)} signed: ${reasonOf(text)}`,
      hint:
        `Check that this certificate is registered on the application, and export it together with its own key into ${inputName('pfx')} ` +
        'again. If a proxy inspects TLS, check that it does not change requests.',
    }),
  700024: (context) => ({
    message: 'The assertion is not valid at this time: Entra ID reports that it is not valid yet or has expired.',
    hint: context.thumbprint === undefined ? OIDC_TIME : CLOCK,
  }),
  700021: (context) => ({
    message: `The assertion has issuer "${claim(context, 'iss')}" and subject "${claim(context, 'sub')}". Both must be application "${context.clientId}".`,
    hint:
      context.thumbprint === undefined
        ? `Set ${inputName('client-id')} to the Application (client) ID with the federated credential.`
        : `Set ${inputName('client-id')} to the Application (client) ID with the certificate in ${inputName('pfx')}.`,
  }),
  700023: (context) => ({
    message: `The assertion has audience "${claim(context, 'aud')}", which is not the token endpoint that Entra ID expects.`,
    hint: `Check "authority=" in ${inputName('endpoints')}, ${inputName('cloud')} and ${inputName('tenant-id')}, which make up the token endpoint. ${cloudHint(context, '')}`,
  }),
  5002723: (context) =>
    withUpload(context, {
      message: `The assertion names no certificate that Entra ID can find. It was signed with ${certificate(context)}.`,
      hint: `Create a certificate with an RSA key and use its PFX in ${inputName('pfx')}.`,
    }),
  5002738: (context) =>
    withUpload(context, {
      message: `Entra ID does not accept the signature algorithm of the assertion (PS256, with ${certificate(context)}).`,
      hint: `Use a certificate with an RSA key of 2048 bits or more in ${inputName('pfx')}.`,
    }),
  50027: (context) => ({
    message: 'Entra ID cannot read the assertion.',
    hint:
      `Check "authority=" in ${inputName('endpoints')}, and whether a proxy changes requests` +
      (context.thumbprint === undefined ? '.' : `; check that ${inputName('pfx')} contains an RSA key.`),
  }),
  53003: (context) =>
    context.signInBy === undefined
      ? blockedApplication(context)
      : {
          message: `A Conditional Access policy of tenant "${context.tenantId}" blocks this sign-in.`,
          hint: context.signInBy === 'device-code' ? OTHER_WAY : MANAGED_DEVICE,
        },
  530036: () => ({
    message: 'The session began with a device code, and a policy of the tenant ends such sessions.',
    hint: OTHER_WAY,
  }),
  53000: deviceNeeded,
  53001: deviceNeeded,
  53002: deviceNeeded,
  50097: deviceNeeded,
  50005: deviceNeeded,
  50076: moreFactors,
  50079: moreFactors,
  50158: moreFactors,
  53004: moreFactors,
  65001: noConsent,
  90094: noConsent,
  65002: (context) => ({
    message: `Microsoft does not allow application "${context.clientId}" the requested scopes.`,
    hint: 'Sign in in the browser, with --device-code, or with --access-token-env.',
  }),
  65004: () => ({ message: 'The consent was declined.', hint: 'Run the command again, and accept the scopes.' }),
  50105: (context) => ({
    message: `The tenant allows application "${context.clientId}" only to users who are assigned to it.`,
    hint: 'Sign in with "az login", or use --access-token-env. Or ask an administrator to assign the account to the application.',
  }),
  70016: codeExpired,
  70020: codeExpired,
  50196: () => ({
    message: 'Entra ID received the same request in a loop and rejects it for some minutes.',
    hint: `Wait some minutes. Check that no other workflow repeatedly requests tokens for the same ${inputName('client-id')}.`,
  }),
  90055: throttled,
  90033: throttled,
  500011: (context) =>
    context.exchangeScope === undefined
      ? {
          message: `Tenant "${context.tenantId}" has no Microsoft Graph at ${context.graphUrl}.`,
          hint: `Check ${inputName('cloud')} and "graph=" in ${inputName('endpoints')}: they must name the Graph of the tenant's cloud. ${otherGraphHint(context)}`,
        }
      : {
          message: `Tenant "${context.tenantId}" has no Exchange Online at ${context.exchangeScope}.`,
          hint: `Check ${inputName('cloud')} and "exchange=" in ${inputName('endpoints')}, and that the tenant has a licence that includes Exchange Online.`,
        },
  700213: federated('subject', 'sub'),
  7002138: (context) => ({
    message: `No federated credential of application "${context.clientId}" has the subject "${claim(context, 'sub')}": it differs in case only.`,
    ...after(
      'Give the credential exactly this subject: Entra ID distinguishes upper and lower case. Otherwise: ',
      context,
    ),
  }),
  700212: federated('audience', 'aud'),
  700211: federated('issuer', 'iss'),
  70025: (context) => ({
    message: `Application "${context.clientId}" has no federated credential.`,
    ...after('', context, ' If you have just created one, run again in five minutes.'),
  }),
  70021: (context) => ({
    message: `No federated credential of application "${context.clientId}" matches the assertion.`,
    ...after(
      'If you have just created the federated credential, run again in five minutes: it takes some minutes to work, and ' +
        'this run has waited for four. Otherwise: ',
      context,
      subjectSentence(context),
    ),
  }),
};

function blockedApplication(context: EntraContext): Explanation {
  return {
    message: `A Conditional Access policy of tenant "${context.tenantId}" blocks application "${context.clientId}" at the location of this machine.`,
    hint:
      'Ask an administrator to find the policy by the correlation ID: Microsoft Entra admin center > Monitoring > Sign-in ' +
      'logs > Service principal sign-ins. Exclude the application, or use a self-hosted runner in an allowed location.',
  };
}

function deviceNeeded(context: EntraContext): Explanation {
  return {
    message: 'The tenant requires a managed device, which this sign-in does not prove.',
    hint: context.signInBy === 'device-code' ? `Device codes cannot prove a device. ${MANAGED_DEVICE}` : MANAGED_DEVICE,
  };
}

function moreFactors(): Explanation {
  return {
    message: 'The tenant requires a further factor for this sign-in.',
    hint: 'Sign in in the browser and complete the prompt, or sign in again with "az login".',
  };
}

function noConsent({ clientId, tenantId }: EntraContext): Explanation {
  return {
    message: `Nobody consented to the scopes of application "${clientId}" in tenant "${tenantId}".`,
    hint: 'Sign in as an administrator who may consent, or ask one to consent to the scopes.',
  };
}

function codeExpired(): Explanation {
  return {
    message: 'The device code has expired before anybody signed in.',
    hint: 'Run the command again for a new code.',
  };
}

/** Entra's text has the reason, such as `[Reason - The key was not found., Thumbprint of key used by client: '...']`. */
function certificateRefused(context: EntraContext, text: string): Explanation {
  if (/is expired/i.test(text)) {
    return withUpload(context, {
      message: `${capitalized(certificate(context))} has expired on application "${context.clientId}".`,
      hint:
        'If the certificate itself is still valid, it was registered with an earlier end (the Azure CLI sets one year ' +
        'unless --end-date is given): register the same certificate again with a later end. Otherwise create a new ' +
        `certificate and use its PFX in ${inputName('pfx')}.`,
    });
  }
  if (/key was not found|not registered/i.test(text)) {
    return {
      message: `${capitalized(certificate(context))} is not registered on application "${context.clientId}".`,
      hint:
        'If you have just uploaded it, run again in five minutes. Otherwise: ' +
        `${upload(context)} Or use the PFX of a registered certificate in ${inputName('pfx')}.`,
      copy: [uploadCommand(context)],
    };
  }
  if (/did not match|found key|key was found/i.test(text)) {
    return {
      message: `The signature of the assertion does not match ${certificate(context)}, which is registered on application "${context.clientId}".`,
      hint:
        `Export the certificate together with its own key into ${inputName('pfx')} again. If a proxy inspects TLS, check that it does ` +
        'not change requests.',
    };
  }
  return withUpload(context, {
    message: `Entra ID rejects the signature with ${certificate(context)}: ${reasonOf(text)}`,
    hint: 'Check that this certificate is registered on the application and has not expired.',
  });
}

function wrongCloud(context: EntraContext, text: string): Explanation {
  return {
    message: `Tenant "${context.tenantId}" does not belong to the cloud of ${context.authorityHost}.`,
    hint: cloudHint(context, text),
  };
}

function throttled(): Explanation {
  return {
    message: 'Entra ID is busy or throttles this tenant, and all retries failed.',
    hint: 'Run again later. Schedule workflows at different minutes.',
  };
}

function federated(what: string, name: string): Explain {
  return (context) => ({
    message: `No federated credential of application "${context.clientId}" has the ${what} "${claim(context, name)}".`,
    ...after(
      name === 'aud'
        ? 'If a credential with this issuer and subject exists, change its audience: Entra ID allows no second one. ' +
            'GitLab: "aud" of "id_tokens" in the job sets the audience. Otherwise: '
        : '',
      context,
      name === 'sub' ? subjectSentence(context) : '',
    ),
  });
}

/** How to register a federated credential, with sentences before and after it. */
function after(first: string, context: EntraContext, last = ''): Registration {
  const { hint, copy } = registration(context);
  return { hint: first + hint + last, copy };
}

function subjectSentence({ sent }: EntraContext): string {
  const note = subjectNote(sent);
  return note === '' ? '' : ` ${note}`;
}

/** An explanation, followed by how to register the certificate. */
function withUpload(context: EntraContext, { message, hint }: Explanation): Explanation {
  return { message, hint: `${hint} ${upload(context)}`, copy: [uploadCommand(context)] };
}

function reasonOf(text: string): string {
  return text === '' ? 'it gave no reason.' : text;
}

function upload(context: EntraContext): string {
  return (
    `Upload the public part of the certificate under ${REGISTRATIONS} > ${context.clientId} > Certificates & secrets > ` +
    'Certificates, which lists thumbprints; or run the command.'
  );
}

function uploadCommand({ clientId, notAfter }: EntraContext): CopyText {
  const end = notAfter?.toISOString().replace(/\.\d+Z$/, 'Z') ?? 'END';
  const command = `az ad app credential reset --id ${shellWord(clientId)} --append --cert '@certificate.pem' --end-date ${end}`;
  return { label: 'Command', text: command };
}

const CLOUD_NAMES: Readonly<Record<Cloud, string>> = {
  global: 'global (worldwide)',
  usgov: 'usgov (GCC High)',
  'usgov-dod': 'usgov-dod (DoD)',
  china: 'china (21Vianet)',
};

/** Two clouds share a sign-in, so a tenant of one can sign in at the other and fails only at Graph. */
function otherGraphHint({ authorityHost, graphUrl }: EntraContext): string {
  const clouds = cloudsOfOtherGraphs(graphUrl, authorityHost).map((cloud) => CLOUD_NAMES[cloud]);
  return `Set ${inputName('cloud')} to ${clouds.join(' or ')}. If "graph=" in ${inputName('endpoints')} is set, remove it: it overrides ${inputName('cloud')}.`;
}

function cloudHint(context: EntraContext, text: string): string {
  const { authorityHost, tenantId } = context;
  const clouds = otherClouds(authorityHost, tenantId, text).map((cloud) => CLOUD_NAMES[cloud]);
  const override = isCloudHost(authorityHost)
    ? `If "authority=" in ${inputName('endpoints')} is set, remove it: it overrides ${inputName('cloud')}.`
    : `Remove "authority=" in ${inputName('endpoints')}, which overrides ${inputName('cloud')}.`;
  return `Set ${inputName('cloud')} to ${clouds.join(' or ')}. ${override}`;
}

function certificate(context: EntraContext): string {
  return context.thumbprint === undefined
    ? 'the certificate of the assertion'
    : `the certificate in ${inputName('pfx')} with thumbprint ${context.thumbprint}`;
}

function claim(context: EntraContext, name: string): string {
  return claimText(context.sent, name);
}

function shellWord(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : '<client-id>';
}
