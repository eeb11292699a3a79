/** The national clouds of Microsoft 365, each with its own Graph and mostly its own sign-in. */
export const CLOUDS = ['global', 'usgov', 'usgov-dod', 'china'] as const;

export type Cloud = (typeof CLOUDS)[number];

export interface CloudEndpoints {
  /** Entra ID: an origin without a trailing slash. */
  readonly authorityHost: string;
  /** Microsoft Graph: an origin without a trailing slash. */
  readonly graphUrl: string;
  /** Exchange Online's admin API: an origin without a trailing slash. */
  readonly exchangeUrl: string;
  /** The resource that tokens for Exchange Online are requested for: an origin without a trailing slash. */
  readonly exchangeAudience: string;
  /** The audience of federated assertions. */
  readonly audience: string;
  /** The server for SMTP AUTH; undefined if it is not known. */
  readonly smtpHost: string | undefined;
}

/**
 * https://learn.microsoft.com/graph/deployments and
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust. The hosts of Exchange Online are
 * those of its documented admin API, https://learn.microsoft.com/exchange/reference/admin-api-get-started. The audiences of
 * usgov and usgov-dod are those of CISA's ScubaGear. For China, clients of IMAP, POP, SMTP and PowerShell request tokens for
 * partner.outlook.cn; nobody has been seen to send one to the documented host. Microsoft documents the SMTP server of the global
 * cloud; those of usgov and china are the ones that public clients use, which disagree about usgov-dod.
 */
export const clouds: Readonly<Record<Cloud, CloudEndpoints>> = {
  global: {
    authorityHost: 'https://login.microsoftonline.com',
    graphUrl: 'https://graph.microsoft.com',
    exchangeUrl: 'https://outlook.office365.com',
    exchangeAudience: 'https://outlook.office365.com',
    audience: 'api://AzureADTokenExchange',
    smtpHost: 'smtp.office365.com',
  },
  usgov: {
    authorityHost: 'https://login.microsoftonline.us',
    graphUrl: 'https://graph.microsoft.us',
    exchangeUrl: 'https://outlook.office365.us',
    exchangeAudience: 'https://outlook.office365.us',
    audience: 'api://AzureADTokenExchangeUSGov',
    smtpHost: 'smtp.office365.us',
  },
  'usgov-dod': {
    authorityHost: 'https://login.microsoftonline.us',
    graphUrl: 'https://dod-graph.microsoft.us',
    exchangeUrl: 'https://outlook-dod.office365.us',
    exchangeAudience: 'https://outlook-dod.office365.us',
    audience: 'api://AzureADTokenExchangeUSGov',
    smtpHost: undefined,
  },
  china: {
    authorityHost: 'https://login.partner.microsoftonline.cn',
    graphUrl: 'https://microsoftgraph.chinacloudapi.cn',
    exchangeUrl: 'https://outlook.office365.cn',
    exchangeAudience: 'https://partner.outlook.cn',
    audience: 'api://AzureADTokenExchangeChina',
    smtpHost: 'smtp.partner.outlook.cn',
  },
};

type CloudNames = readonly (readonly [RegExp, readonly Cloud[]])[];

/** How Entra's messages name the clouds and their sign-in hosts. */
const NAMES_IN_MESSAGES: CloudNames = [
  [/microsoftonline\.us\b|us ?gov|government|fairfax|arlington/i, ['usgov', 'usgov-dod']],
  [/microsoftonline\.cn\b|chinacloud|china|21vianet|mooncake|gallatin/i, ['china']],
  [/microsoftonline\.com\b|azure ?(?:public|cloud|ad ?global)|worldwide/i, ['global']],
];

/** The initial domains of tenants. Other domains do not show the cloud, whatever their country code is. */
const INITIAL_DOMAINS: CloudNames = [
  [/\.onmicrosoft\.us$/i, ['usgov', 'usgov-dod']],
  [/\.onmschina\.cn$/i, ['china']],
  [/\.onmicrosoft\.com$/i, ['global']],
];

/**
 * The values of `cloud` that a tenant may belong to after the sign-in at `authorityHost` has refused it: those that
 * Entra's message or the tenant's initial domain name, else all others. Never the cloud that was used.
 */
export function otherClouds(authorityHost: string, tenantId: string, message: string): readonly Cloud[] {
  const otherNames = CLOUDS.filter((name) => clouds[name].authorityHost !== authorityHost);
  // A message may name both clouds, and the tenant by a domain that contains the name of a cloud.
  const [, home = ''] = /belongs to the national cloud '([^']*)'/i.exec(message) ?? [];
  return (
    firstNamed(NAMES_IN_MESSAGES, home, otherNames) ??
    firstNamed(NAMES_IN_MESSAGES, message.replaceAll(tenantId, ''), otherNames) ??
    firstNamed(INITIAL_DOMAINS, tenantId, otherNames) ??
    otherNames
  );
}

/** The values of `cloud` with another Graph than `graphUrl`, those with the same sign-in first. */
export function cloudsOfOtherGraphs(graphUrl: string, authorityHost: string): readonly Cloud[] {
  const otherNames = CLOUDS.filter((name) => clouds[name].graphUrl !== graphUrl);
  const isNear = (name: Cloud): boolean => clouds[name].authorityHost === authorityHost;
  return otherNames.toSorted((one, other) => Number(isNear(other)) - Number(isNear(one)));
}

/** True for the sign-in host of a cloud, false for one that only `endpoints` can set. */
export function isCloudHost(authorityHost: string): boolean {
  return Object.values(clouds).some((cloud) => cloud.authorityHost === authorityHost);
}

function firstNamed(names: CloudNames, text: string, allowedNames: readonly Cloud[]): readonly Cloud[] | undefined {
  for (const [pattern, patternClouds] of names) {
    const candidates = patternClouds.filter((name) => allowedNames.includes(name));
    if (candidates.length > 0 && pattern.test(text)) return candidates;
  }
  return undefined;
}
