import { isRecord } from '../../json.ts';
import { domainOf } from '../../mailboxes/address.ts';
import type { InternalDomains } from '../../mailboxes/internal-domains.ts';

/** Represents a recipient without an address and a name. */
const UNNAMED = 'unnamed';
/** The name of an object in the directory of Exchange. The local part of an SMTP address may look the same. */
const X500 = /^(?:\w+:)?\/[a-z]+=/i;

/**
 * The addresses of Graph's recipients, `[{emailAddress: {name, address}}]`, in order. A recipient without an address is
 * represented by its name. An `emailAddress` and a string are accepted as recipients, and one recipient as an array of one.
 * https://learn.microsoft.com/graph/api/resources/recipient
 */
export function addressesOf(recipients: unknown): string[] {
  return asArray(recipients).map((recipient) => targetOf(recipient).shown);
}

/** Whether a recipient has no address. */
export function hasUnaddressed(recipients: unknown): boolean {
  return asArray(recipients).some((recipient) => targetOf(recipient).address === undefined);
}

/** The SMTP addresses that are not known to be inside, each once; all of them without `inside`. */
export function outsideAddresses(recipients: unknown, inside: InternalDomains | undefined): string[] {
  return shownOnce(recipients, (address) => isSmtpAddress(address, inside) && inside?.hasAddress(address) !== true);
}

/** The recipients without an SMTP address, each once: names, also those that look like an address, and X.500 addresses. */
export function unresolvedRecipients(recipients: unknown, inside: InternalDomains | undefined): string[] {
  return shownOnce(recipients, (address) => !isSmtpAddress(address, inside));
}

function shownOnce(recipients: unknown, isWanted: (address: string) => boolean): string[] {
  const addresses = new Map<string, string>();
  for (const { shown, address = '' } of asArray(recipients).map(targetOf)) {
    const key = shown.toLowerCase();
    if (isWanted(address) && !addresses.has(key)) addresses.set(key, shown);
  }
  return [...addresses.values()];
}

/** `/o=x/cn=eve@evil.com` may be either; it counts as an X.500 address only if the domain is inside. */
function isSmtpAddress(address: string, inside: InternalDomains | undefined): boolean {
  const domain = domainOf(address);
  return domain !== undefined && !(X500.test(address) && inside?.has(domain) === true);
}

function asArray(recipients: unknown): unknown[] {
  const all: unknown[] = Array.isArray(recipients) ? recipients : [recipients];
  return all.filter((recipient) => recipient !== null && recipient !== undefined);
}

/** The text that represents a recipient, and its address if it has one. */
function targetOf(recipient: unknown): { readonly shown: string; readonly address: string | undefined } {
  if (typeof recipient === 'string') {
    const address = withoutPrefix(recipient);
    return { shown: address ?? UNNAMED, address };
  }
  if (!isRecord(recipient)) return { shown: UNNAMED, address: undefined };
  const { address: text, name } = isRecord(recipient.emailAddress) ? recipient.emailAddress : recipient;
  const address = withoutPrefix(text);
  return { shown: address ?? withoutPrefix(name) ?? UNNAMED, address };
}

/** Exchange sometimes adds the type of an address, as in `SMTP:megan@contoso.com`. */
function withoutPrefix(text: unknown): string | undefined {
  return typeof text === 'string' ? text.trim().replace(/^smtp:\s*/i, '') || undefined : undefined;
}
