import { entraError, type EntraError } from '../entra-errors.ts';
import type { JsonObject } from '../json.ts';
import { administrator, AZURE_CLI, AZURE_CLI_SCOPES } from '../registrations/administrator.ts';
import { ADMINISTRATOR_ROLES } from '../registrations/directory-roles.ts';
import { signingKey, signJwt } from '../signing.ts';
import { AuthorizationCodes } from './authorization-codes.ts';
import { DeviceCodes } from './device-codes.ts';
import { refusal } from './refusals.ts';
import {
  clientInfo,
  CLIENTS,
  mayConsent,
  newSecret,
  refusalAt,
  unknownClient,
  type Session,
  type UserSignInOptions,
} from './sessions.ts';

/** The grants of users at the token endpoint. MSAL sends the short name of the device code. */
export const USER_GRANTS: readonly string[] = [
  'authorization_code',
  'urn:ietf:params:oauth:grant-type:device_code',
  'device_code',
  'refresh_token',
];

/** The sign-in of the administrator. */
export class UserSignIn {
  readonly codes: AuthorizationCodes;
  readonly deviceCodes: DeviceCodes;
  readonly #options: UserSignInOptions;
  readonly #refreshTokens = new Map<string, Session>();

  constructor(options: UserSignInOptions) {
    this.#options = options;
    this.codes = new AuthorizationCodes(options);
    this.deviceCodes = new DeviceCodes(options);
  }

  /** The JSON that the token endpoint returns for a user's grant, or its error. */
  async token(parameters: URLSearchParams): Promise<string | EntraError> {
    const unknown = unknownClient(parameters.get('client_id') ?? '');
    if (unknown !== undefined) return unknown;
    const session = this.#sessionOf(parameters);
    if ('error' in session) return session;
    if (session.clientId !== parameters.get('client_id')) {
      return entraError(
        'invalid_grant',
        700005,
        'Provided Authorization Code is intended to use against other tenant or client, thus rejected.',
      );
    }
    const { graph, clock, tokenLifetime, authorityHost, tokens, registrations, administrator: person } = this.#options;
    const audience = graph.audiences()[0] ?? '';
    const { openid, needsAdministrator } = session.scopes;
    if (needsAdministrator && !mayConsent(this.#options.administrator)) return refusal(90094);
    const scopes = this.#consent(session);
    if ('error' in scopes) return scopes;
    const user = administrator([...scopes, ...openid.filter((name) => name !== 'offline_access')]);
    const directoryRoles = (person.roles ?? ['Global Administrator']).map((name) => ADMINISTRATOR_ROLES[name]);
    const claims = parameters.get('claims') ?? undefined;
    const { clientId, nonce } = session;
    const accessToken = await tokens.issueToUser(
      user,
      { resource: graph, audience },
      { clientId, directoryRoles, claims },
    );
    const seconds = Math.floor(clock() / 1000);
    const response: JsonObject = {
      token_type: 'Bearer',
      scope: [
        ...openid.filter((name) => name !== 'offline_access'),
        ...scopes.map((name) => `${audience}/${name}`),
      ].join(' '),
      expires_in: tokenLifetime,
      ext_expires_in: tokenLifetime,
      access_token: accessToken,
    };
    if (parameters.get('client_info') === '1') response.client_info = clientInfo(this.#options.registrations.tenantId);
    if (openid.includes('offline_access')) {
      const refreshToken = newSecret();
      this.#refreshTokens.set(refreshToken, session);
      response.refresh_token = refreshToken;
    }
    if (openid.includes('openid')) {
      const { tenantId } = registrations;
      const identity = {
        aud: clientId,
        iss: `${authorityHost()}/${tenantId}/v2.0`,
        iat: seconds,
        nbf: seconds,
        exp: seconds + tokenLifetime,
        name: user.displayName,
        oid: user.id,
        sub: user.id,
        tid: tenantId,
        preferred_username: user.userPrincipalName,
        ver: '2.0',
        ...(nonce === undefined ? {} : { nonce }),
      };
      response.id_token = signJwt(identity, await signingKey());
    }
    return JSON.stringify(response);
  }

  #sessionOf(parameters: URLSearchParams): Session | EntraError {
    const grant = parameters.get('grant_type');
    if (grant === 'authorization_code') return this.codes.redeem(parameters);
    if (grant !== 'refresh_token') return this.deviceCodes.poll(parameters);
    const session = this.#refreshTokens.get(parameters.get('refresh_token') ?? '');
    if (session === undefined) {
      return entraError('invalid_grant', 9002313, 'Invalid request. Request is malformed or invalid.');
    }
    return (session.isOfDevice ? refusalAt(this.#options.administrator, 'refresh') : undefined) ?? session;
  }

  /** Records what the user consents to, and returns all that the client was consented to. */
  #consent({ clientId, scopes }: Session): readonly string[] | EntraError {
    const { registrations, graph } = this.#options;
    if (clientId === AZURE_CLI) {
      const other = scopes.graph.find((name) => !AZURE_CLI_SCOPES.includes(name));
      if (other === undefined) return AZURE_CLI_SCOPES;
      return entraError(
        'invalid_request',
        65002,
        `Consent between first party application '${clientId}' and first party resource '${graph.appId}' must be configured via preauthorization - applications owned and operated by Microsoft must get approval from the API owner before requesting tokens for that API.`,
      );
    }
    const client = registrations.addFirstParty(clientId, CLIENTS[clientId] ?? '');
    const resource = registrations.addFirstParty(graph.appId, 'Microsoft Graph');
    return registrations.consent(
      { clientId: client.id, principalId: administrator([]).id, resourceId: resource.id },
      scopes.graph,
    );
  }
}
