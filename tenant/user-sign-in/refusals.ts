import { entraError, type EntraError } from '../entra-errors.ts';

/**
 * Why Entra refuses the sign-in of a user, by AADSTS code: the error, a text, and whether `claims` could satisfy it.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const REFUSALS = {
  50005: [
    'invalid_grant',
    "User tried to log in to a device from a platform that's currently not supported through Conditional Access policy.",
  ],
  50076: [
    'invalid_grant',
    'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
    'claims',
  ],
  50079: [
    'invalid_grant',
    'Due to a configuration change made by your administrator, you must enroll in multi-factor authentication to access the resource.',
    'claims',
  ],
  50097: ['invalid_grant', 'Device authentication is required.'],
  50105: [
    'invalid_grant',
    'Your administrator has configured the application to block users unless they are specifically granted (assigned) access to the application.',
  ],
  50158: ['invalid_grant', 'External security challenge was not satisfied.', 'claims'],
  50199: [
    'invalid_grant',
    'For security reasons, user confirmation is required for this request. Please repeat the request allowing user interaction.',
  ],
  53000: [
    'invalid_grant',
    'Conditional Access policy requires a compliant device, and the device is not compliant.',
    'claims',
  ],
  53001: [
    'invalid_grant',
    'Conditional Access policy requires a domain joined device, and the device is not domain joined.',
    'claims',
  ],
  53002: ['invalid_grant', "The app used isn't an approved app for Conditional Access.", 'claims'],
  53003: [
    'invalid_grant',
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    'claims',
  ],
  53004: [
    'invalid_grant',
    'User needs to complete multi-factor authentication registration process before accessing this content.',
  ],
  53011: ['invalid_grant', 'User blocked due to risk on home tenant.'],
  65001: [
    'invalid_grant',
    "The user or administrator hasn't consented to use the application. Send an interactive authorization request for this user and resource.",
  ],
  65004: ['access_denied', 'User declined to consent to access the app.'],
  90094: ['access_denied', 'The grant requires administrator permission.'],
  530034: [
    'invalid_grant',
    'A delegated administrator was blocked from accessing the tenant due to account risk in their home tenant.',
  ],
  530035: [
    'invalid_grant',
    'Access has been blocked by security defaults. This is due to the request using legacy auth or being deemed unsafe by security defaults policies.',
  ],
  530036: ['invalid_grant', 'The refresh token is invalid due to authentication flow checks by Conditional Access.'],
  7000112: ['unauthorized_client', 'Application is disabled.'],
} as const satisfies Readonly<Record<number, readonly [error: string, text: string, claims?: 'claims']>>;

export type RefusalCode = keyof typeof REFUSALS;

/**
 * A refusal of the sign-in. In the browser, Entra shows it and sends the program that waits nothing. At the others, the token endpoint
 * returns it: `refresh` concerns sessions that began with a device code.
 */
export interface SignInRefusal {
  readonly at: 'browser' | 'token' | 'device-code' | 'refresh';
  readonly code: RefusalCode;
}

const CLAIMS = '{"access_token":{"capolids":{"essential":true,"values":["bb8f4a0d-8f5c-4c8e-9b7e-3a8b6f4a3d10"]}}}';

export function refusal(code: RefusalCode): EntraError {
  const [error, text, claims] = REFUSALS[code];
  const answer = entraError(error, code, text);
  return claims === undefined ? answer : { ...answer, claims: CLAIMS };
}
