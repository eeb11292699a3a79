import { isRecord } from '../../json.ts';
import type { InternalDomains } from '../../mailboxes/internal-domains.ts';

/** What stands for a recipient who has neither an address nor a name. */
const UNNAMED = 'unnamed';

/**
 * The addresses of Graph's recipients, `[{emailAddress: {name, address}}]`, in their order. Who has no address is called by
 * name. An `emailAddress` by itself and a text count as recipients too, and one recipient as an array of one.
 * https://learn.microsoft.com/graph/api/resources/recipient
 */
export function addressesOf(recipients: unknown): string[] {
  return given(recipients).map((recipient) => targetOf(recipient).shown);
}

/**
 * Those addresses that do not plainly lead to a mailbox inside, each once. X.500 addresses and names stay, since nobody
 * can tell where they lead, also a name that looks like an address inside; without `inside` everything stays: what is
 * reported in vain does less harm than what is not.
 */
export function outsideAddresses(recipients: unknown, inside: InternalDomains | undefined): string[] {
  const found = new Map<string, string>();
  for (const recipient of given(recipients)) {
    const { shown, address } = targetOf(recipient);
    const key = shown.toLowerCase();
    if ((address === undefined || inside?.holds(address) !== true) && !found.has(key)) found.set(key, shown);
  }
  return [...found.values()];
}

function given(recipients: unknown): unknown[] {
  const all: unknown[] = Array.isArray(recipients) ? recipients : [recipients];
  return all.filter((recipient) => recipient !== null && recipient !== undefined);
}

/** What a recipient is called, and its address where it has one. */
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

/** Exchange writes addresses with their type in places, as in `SMTP:megan@contoso.com`. */
function withoutPrefix(text: unknown): string | undefined {
  return typeof text === 'string' ? text.trim().replace(/^smtp:\s*/i, '') || undefined : undefined;
}
