import { UserError } from '../errors.ts';
import { requireUsableProxy, type Environment } from './proxy.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a URL may receive secrets: https, or http to a loopback address. */
export function isConfidential({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

/**
 * Checks what the environment says about connections. Throws the UserError `PROXY_INVALID`, or `TLS_UNVERIFIED` if it turns off
 * the verification of TLS certificates in Node.js.
 */
export function requireSecureEnvironment(env: Environment): void {
  requireUsableProxy(env);
  if (env.NODE_TLS_REJECT_UNAUTHORIZED !== '0') return;
  throw new UserError(
    'TLS_UNVERIFIED',
    'The environment variable NODE_TLS_REJECT_UNAUTHORIZED is 0: any server could receive the tokens of this run.',
    {
      hint:
        'Remove the variable. If a proxy inspects TLS or a server has a certificate of a private authority, set ' +
        'NODE_EXTRA_CA_CERTS on the runner to the PEM file of the root certificate.',
    },
  );
}
