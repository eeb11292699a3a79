import { isRecord } from '../../json.ts';
import type { InternalDomains } from '../../mailboxes/internal-domains.ts';

/** Represents a recipient without an address and a name. */
const UNNAMED = 'unnamed';

/**
 * The addresses of Graph's recipients, `[{emailAddress: {name, address}}]`, in order. A recipient without an address is
 * represented by its name. An `emailAddress` and a string are accepted as recipients, and one recipient as an array of one.
 * https://learn.microsoft.com/graph/api/resources/recipient
 */
export function addressesOf(recipients: unknown): string[] {
  return asArray(recipients).map((recipient) => targetOf(recipient).shown);
}

/**
 * The addresses that are not known to be inside, each once. X.500 addresses and names are included, since their
 * destination is unknown, also a name that looks like an internal address. Without `inside` all are included: a false
 * report does less harm than a missing one.
 */
export function outsideAddresses(recipients: unknown, inside: InternalDomains | undefined): string[] {
  const found = new Map<string, string>();
  for (const recipient of asArray(recipients)) {
    const { shown, address } = targetOf(recipient);
    const key = shown.toLowerCase();
    if ((address === undefined || inside?.hasAddress(address) !== true) && !found.has(key)) found.set(key, shown);
  }
  return [...found.values()];
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
  const { address: written, name } = isRecord(recipient.emailAddress) ? recipient.emailAddress : recipient;
  const address = withoutPrefix(written);
  return { shown: address ?? withoutPrefix(name) ?? UNNAMED, address };
}

/** Exchange sometimes adds the type of an address, as in `SMTP:megan@contoso.com`. */
function withoutPrefix(text: unknown): string | undefined {
  return typeof text === 'string' ? text.trim().replace(/^smtp:\s*/i, '') || undefined : undefined;
}
