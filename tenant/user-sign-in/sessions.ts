import { randomBytes } from 'node:crypto';
import { entraError, type EntraError } from '../entra-errors.ts';
import { AZURE_CLI, administrator, type AdministratorOptions } from '../registrations/administrator.ts';
import { refusal, type SignInRefusal } from './refusals.ts';
import type { AccessTokens } from '../access-tokens.ts';
import type { Registrations } from '../registrations/registrations.ts';
import type { Resource } from '../resource.ts';
import type { Scopes } from './scopes.ts';

/** Applications of Microsoft that users sign in to, with the names that a consent shows. */
export const CLIENTS: Readonly<Record<string, string>> = {
  [AZURE_CLI]: 'Microsoft Azure CLI',
  '14d82eec-204b-4c2f-b7e8-296a70dab67e': 'Microsoft Graph Command Line Tools',
};

export interface UserSignInOptions {
  readonly administrator: AdministratorOptions;
  readonly registrations: Registrations;
  readonly tokens: AccessTokens;
  readonly graph: Resource;
  /** Seconds. */
  readonly tokenLifetime: number;
  readonly clock: () => number;
  readonly authorityHost: () => string;
}

/** What an authorization code, device code or refresh token stands for. */
export interface Session {
  readonly clientId: string;
  readonly scopes: Scopes;
  /** Whether it began with a device code, which policies track. */
  readonly isOfDevice: boolean;
  readonly nonce: string | undefined;
}

/** The refusal of a client that users cannot sign in to. */
export function unknownClient(clientId: string): EntraError | undefined {
  if (Object.hasOwn(CLIENTS, clientId)) return undefined;
  const message = `Application with identifier '${clientId}' was not found in the directory 'Contoso'.`;
  return entraError('unauthorized_client', 700016, message);
}

/** What a policy refuses at a place. */
export function refusalAt({ refusals = [] }: AdministratorOptions, at: SignInRefusal['at']): EntraError | undefined {
  const own = refusals.find((one) => one.at === at);
  return own === undefined ? undefined : refusal(own.code);
}

/** Whether the user may consent to what administrators must consent to. https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent */
export function mayConsent({ roles = ['Global Administrator'] }: AdministratorOptions): boolean {
  return roles.some((role) => role !== 'Application Developer' && role !== 'Global Reader');
}

/** Names the account for the cache of a client. */
export function clientInfo(tenantId: string): string {
  return Buffer.from(JSON.stringify({ uid: administrator([]).id, utid: tenantId })).toString('base64url');
}

export function newSecret(): string {
  return `1.A${randomBytes(48).toString('base64url')}`;
}
