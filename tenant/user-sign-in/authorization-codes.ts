import { createHash, randomUUID } from 'node:crypto';
import { entraError, type EntraError } from '../entra-errors.ts';
import { administrator } from '../registrations/administrator.ts';
import { escaped, form, page as htmlPage } from './pages.ts';
import { refusal } from './refusals.ts';
import { scopesIn } from './scopes.ts';
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

const CODE_LIFETIME_MS = 600_000;

interface Code extends Session {
  readonly redirectUri: string;
  /** Of the verifier; undefined without PKCE. */
  readonly challenge: string | undefined;
  /** Epoch ms. */
  readonly expiresAt: number;
  isUsed: boolean;
}

/** The sign-in in a browser. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow */
export class AuthorizationCodes {
  readonly #options: UserSignInOptions;
  readonly #codes = new Map<string, Code>();

  constructor(options: UserSignInOptions) {
    this.#options = options;
  }

  /**
   * The page that asks for consent. Errors that concern the client or the redirect are shown on it, and so is what a policy refuses: only
   * a person who declines sends the program an error.
   */
  page(parameters: URLSearchParams): { readonly status: number; readonly html: string } {
    const { clock } = this.#options;
    const refused = this.#requestError(parameters) ?? refusalAt(this.#options.administrator, 'browser');
    const scopes = scopesIn(parameters.get('scope') ?? '', this.#options.graph.audiences());
    if (refused !== undefined) return errorPage(refused);
    if ('error' in scopes) return errorPage(scopes);
    const redirectUri = parameters.get('redirect_uri') ?? '';
    const state = parameters.get('state');
    const common = state === null ? {} : { state };
    const client = CLIENTS[parameters.get('client_id') ?? ''] ?? '';
    const isAllowed = mayConsent(this.#options.administrator) || !scopes.needsAdministrator;
    const declined = refusal(isAllowed ? 65004 : 90094);
    const answer = { error: declined.error, error_description: `AADSTS${declined.code}: ${declined.text}`, ...common };
    const decline = form('Decline', redirectUri, answer);
    const { userPrincipalName } = administrator([]);
    const wanted = `<p>${escaped(userPrincipalName)}</p><ul>${scopes.graph.map((name) => `<li>${escaped(name)}</li>`).join('')}</ul>`;
    if (!isAllowed) return { status: 200, html: htmlPage('Need admin approval', wanted + decline) };
    const code = newSecret();
    this.#codes.set(code, {
      clientId: parameters.get('client_id') ?? '',
      scopes,
      isOfDevice: false,
      nonce: parameters.get('nonce') ?? undefined,
      redirectUri,
      challenge: parameters.get('code_challenge') ?? undefined,
      expiresAt: clock() + CODE_LIFETIME_MS,
      isUsed: false,
    });
    const info =
      parameters.get('client_info') === '1' ? { client_info: clientInfo(this.#options.registrations.tenantId) } : {};
    const accept = form('Accept', redirectUri, { code, ...info, ...common, session_state: randomUUID() });
    return { status: 200, html: htmlPage(`Permissions requested by ${client}`, wanted + accept + decline) };
  }

  #requestError(parameters: URLSearchParams): EntraError | undefined {
    const clientId = parameters.get('client_id') ?? '';
    const unknown = unknownClient(clientId);
    if (unknown !== undefined) return unknown;
    const redirect = parameters.get('redirect_uri') ?? '';
    // The port of a loopback redirect does not count. 127.0.0.1 is another host, and not registered for these clients.
    if (!/^http:\/\/localhost(?::\d+)?\/?$/.test(redirect)) {
      return entraError(
        'invalid_request',
        50011,
        `The redirect URI '${redirect}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`,
      );
    }
    if (parameters.get('response_type') !== 'code') {
      return entraError(
        'unsupported_response_type',
        700054,
        "response_type 'id_token' is not enabled for the application.",
      );
    }
    if (parameters.get('response_mode') !== 'form_post') {
      return entraError('invalid_request', 9002313, 'The embedded tenant answers with response_mode=form_post only.');
    }
    if (parameters.has('code_challenge') && parameters.get('code_challenge_method') !== 'S256') {
      return entraError('invalid_request', 50147, 'Invalid size of Code_Challenge parameter.');
    }
    return undefined;
  }

  /** The session of a code, once, or the error. */
  redeem(parameters: URLSearchParams): Session | EntraError {
    const code = this.#codes.get(parameters.get('code') ?? '');
    if (code === undefined)
      return entraError('invalid_grant', 70000, 'The provided value for the code parameter is not valid.');
    if (code.isUsed)
      return entraError(
        'invalid_grant',
        54005,
        'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
      );
    if (this.#options.clock() >= code.expiresAt)
      return entraError(
        'invalid_grant',
        70008,
        'The provided authorization code or refresh token has expired due to inactivity.',
      );
    if (parameters.get('redirect_uri') !== code.redirectUri) {
      return entraError(
        'invalid_grant',
        500112,
        'The reply address does not match the reply address provided when requesting Authorization code.',
      );
    }
    const verifier = parameters.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (code.challenge !== undefined && challenge !== code.challenge) {
      return entraError(
        'invalid_grant',
        501481,
        'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
      );
    }
    code.isUsed = true;
    return refusalAt(this.#options.administrator, 'token') ?? code;
  }
}

function errorPage(error: EntraError): { readonly status: number; readonly html: string } {
  const text = `AADSTS${error.code}: ${error.text}`;
  return { status: 400, html: htmlPage("Sorry, but we're having trouble signing you in.", `<p>${escaped(text)}</p>`) };
}
