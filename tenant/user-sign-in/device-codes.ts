import { randomInt } from 'node:crypto';
import { entraError, type EntraError } from '../entra-errors.ts';
import { form, page as htmlPage } from './pages.ts';
import { scopesIn } from './scopes.ts';
import { CLIENTS, newSecret, refusalAt, unknownClient, type Session, type UserSignInOptions } from './sessions.ts';

const LIFETIME_S = 900;
const INTERVAL_S = 5;

interface DeviceCode extends Session {
  readonly userCode: string;
  /** Epoch ms. */
  readonly expiresAt: number;
  state: 'pending' | 'accepted' | 'declined';
}

/** The sign-in with a device code. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code */
export class DeviceCodes {
  readonly #options: UserSignInOptions;
  readonly #codes = new Map<string, DeviceCode>();

  constructor(options: UserSignInOptions) {
    this.#options = options;
  }

  /** The JSON of a device code, or the error. */
  issue(parameters: URLSearchParams): string | EntraError {
    const { clock, authorityHost, administrator: person, graph } = this.#options;
    const clientId = parameters.get('client_id') ?? '';
    const unknown = unknownClient(clientId);
    if (unknown !== undefined) return unknown;
    const scopes = scopesIn(parameters.get('scope') ?? '', graph.audiences());
    if ('error' in scopes) return scopes;
    const userCode = Array.from({ length: 9 }, () => 'BCDFGHJKLMNPQRSTVWXZ'[randomInt(20)]).join('');
    const { interval = INTERVAL_S, lifetime = LIFETIME_S } = person.deviceCode ?? {};
    const code = newSecret();
    const session = { clientId, scopes, isOfDevice: true, nonce: undefined };
    this.#codes.set(code, { ...session, userCode, expiresAt: clock() + lifetime * 1000, state: 'pending' });
    const verificationUri = `${authorityHost()}/common/oauth2/deviceauth`;
    return JSON.stringify({
      user_code: userCode,
      device_code: code,
      verification_uri: verificationUri,
      expires_in: lifetime,
      interval,
      message: `To sign in, use a web browser to open the page ${verificationUri} and enter the code ${userCode} to authenticate.`,
    });
  }

  /** The page on which a person enters a code. `parameters`: of its form. */
  page(parameters: URLSearchParams): string {
    const userCode = parameters.get('otc') ?? '';
    const entry = [...this.#codes.values()].find((one) => one.userCode === userCode.trim().toUpperCase());
    if (entry === undefined) {
      const input = '<form method="get"><label>Code <input name="otc"></label><button>Next</button></form>';
      return htmlPage('Enter code', input);
    }
    const decision = parameters.get('decision');
    if (decision === null) {
      const buttons = ['Accept', 'Decline'].map((name) => form(name, '', { otc: userCode, decision: name }));
      return htmlPage(`Are you trying to sign in to ${CLIENTS[entry.clientId] ?? ''}?`, buttons.join(''));
    }
    entry.state = decision === 'Accept' ? 'accepted' : 'declined';
    return htmlPage('You can close this window', '');
  }

  /** The session of a code that the person has accepted, or why a client must go on polling or stop. */
  poll(parameters: URLSearchParams): Session | EntraError {
    const code = this.#codes.get(parameters.get('device_code') ?? '');
    if (code === undefined)
      return entraError('bad_verification_code', 70019, 'Verification code is invalid or has expired.');
    if (this.#options.clock() >= code.expiresAt)
      return entraError(
        'expired_token',
        70020,
        'The provided value for the input parameter device_code is not valid: it has expired.',
      );
    switch (code.state) {
      case 'pending':
        return entraError(
          'authorization_pending',
          70016,
          'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
        );
      case 'declined':
        return entraError('authorization_declined', 70018, 'User declined to continue with sign-in.');
      case 'accepted':
        return refusalAt(this.#options.administrator, 'device-code') ?? code;
    }
  }
}
