import { UserError } from '../errors.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a URL may receive secrets: https, or http to a loopback address. */
export function isConfidential({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

/** Throws UserError TLS_UNVERIFIED if the environment turns off the verification of TLS certificates in Node.js. */
export function requireVerifiedTls(env: Readonly<Record<string, string | undefined>>): void {
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
