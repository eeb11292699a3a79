import { lookup } from 'node:dns/promises';
import { BlockList } from 'node:net';
import { UserError } from '../../errors.ts';

/** Networks that Entra ID cannot reach: RFC 1918, 3927, 6598, 4193, 4291. */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
}
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');
PRIVATE.addAddress('::1', 'ipv6');

/**
 * Entra ID reads the keys of an issuer over the internet. Rejects with the UserError `SETUP_REFUSED` for the issuer of a server whose name
 * has no address, or only private ones. Whether a firewall lets Entra ID in cannot be seen from here.
 */
export async function requireReachableIssuer(issuer: string): Promise<void> {
  const { hostname } = new URL(issuer);
  const addresses = await lookup(hostname, { all: true }).catch(() => []);
  const isPublic = addresses.some(({ address, family }) => !PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4'));
  if (isPublic) return;
  const reason = addresses.length === 0 ? 'its name has no address here' : 'its name has private addresses only';
  throw new UserError('SETUP_REFUSED', `Microsoft Entra ID cannot reach the issuer ${issuer}: ${reason}.`, {
    hint:
      'A federated credential needs an issuer that is public, at least its /.well-known/openid-configuration. Or sign in with a ' +
      'certificate: run setup with --terminal, and store the PFX as a secret of the repository.',
  });
}
