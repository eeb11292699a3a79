/** A deployment of Microsoft 365 with its own sign-in and its own Graph. */
export type Cloud = 'global' | 'usgov' | 'usgov-dod' | 'china';

export interface CloudEndpoints {
  /** Where tokens come from: an origin without a trailing slash. */
  readonly authorityHost: string;
  /** Microsoft Graph of that cloud: an origin without a trailing slash. */
  readonly graphUrl: string;
  /** The audience that a federated assertion is made for. */
  readonly audience: string;
}

/**
 * https://learn.microsoft.com/graph/deployments and
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust
 */
export const clouds: Readonly<Record<Cloud, CloudEndpoints>> = {
  global: {
    authorityHost: 'https://login.microsoftonline.com',
    graphUrl: 'https://graph.microsoft.com',
    audience: 'api://AzureADTokenExchange',
  },
  usgov: {
    authorityHost: 'https://login.microsoftonline.us',
    graphUrl: 'https://graph.microsoft.us',
    audience: 'api://AzureADTokenExchangeUSGov',
  },
  'usgov-dod': {
    authorityHost: 'https://login.microsoftonline.us',
    graphUrl: 'https://dod-graph.microsoft.us',
    audience: 'api://AzureADTokenExchangeUSGov',
  },
  china: {
    authorityHost: 'https://login.partner.microsoftonline.cn',
    graphUrl: 'https://microsoftgraph.chinacloudapi.cn',
    audience: 'api://AzureADTokenExchangeChina',
  },
};
