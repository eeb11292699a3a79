import { isRecord } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';

/** What stands for a recipient who has neither an address nor a name. */
const UNNAMED = 'unnamed';

/**
 * The addresses of Graph's recipients, `[{emailAddress: {name, address}}]`, in their order. Who has no address is called by
 * name. An `emailAddress` by itself and a text count as recipients too, and one recipient as an array of one.
 * https://learn.microsoft.com/graph/api/resources/recipient
 */
export function addressesOf(recipients: unknown): string[] {
  if (recipients === null || recipients === undefined) return [];
  const all: unknown[] = Array.isArray(recipients) ? recipients : [recipients];
  return all.filter((recipient) => recipient !== null).map(addressOf);
}

/**
 * Those addresses that do not plainly lead to a mailbox inside, each once. X.500 addresses and names stay, since nobody
 * can tell where they lead; without `inside` everything stays: what is reported in vain does less harm than what is not.
 */
export function outsideAddresses(recipients: unknown, inside: InternalDomains | undefined): string[] {
  const found = new Map<string, string>();
  for (const address of addressesOf(recipients)) {
    const key = address.toLowerCase();
    if (inside?.holds(address) !== true && !found.has(key)) found.set(key, address);
  }
  return [...found.values()];
}

function addressOf(recipient: unknown): string {
  if (typeof recipient === 'string') return withoutPrefix(recipient) ?? UNNAMED;
  if (!isRecord(recipient)) return UNNAMED;
  const { address, name } = isRecord(recipient.emailAddress) ? recipient.emailAddress : recipient;
  return withoutPrefix(address) ?? withoutPrefix(name) ?? UNNAMED;
}

/** Exchange writes addresses with their type in places, as in `SMTP:megan@contoso.com`. */
function withoutPrefix(text: unknown): string | undefined {
  return typeof text === 'string' ? text.trim().replace(/^smtp:\s*/i, '') || undefined : undefined;
}
