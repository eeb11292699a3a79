import { isIP } from 'node:net';
import { textIn, type Json } from '../json.ts';

/** By service and record type, an address is in one of these. */
const MEMBERS = ['ClientIPAddress', 'ClientIP'];

/**
 * An IP address as logs write it, without port, brackets and the prefix of IPv4 in IPv6, in lower case; '' for another text:
 * `203.0.113.77:50412`, `[2001:db8::5]:443`, `::ffff:203.0.113.77`.
 */
export function ipAddress(text: string): string {
  const bare = text.trim().toLowerCase();
  const inBrackets = /^\[(.*)\](?::\d+)?$/.exec(bare)?.[1];
  const withoutPort = inBrackets ?? (/^[\d.]+:\d+$/.test(bare) ? bare.slice(0, bare.indexOf(':')) : bare);
  const address = withoutPort.replace(/^::ffff:(?=[\d.]+$)/, '');
  return isIP(address) === 0 ? '' : address;
}

/** The address from which an action of the audit log was made; '' if the record does not say it. */
export function clientAddress(data: Json): string {
  return MEMBERS.map((name) => ipAddress(textIn(data, name))).find((address) => address !== '') ?? '';
}
