import type { JsonObject } from '../../tenant/json.ts';
import type { Alteration } from '../../tenant/tenant.ts';
import type { Left } from './parts.ts';
import type { Streams } from './streams.ts';

/** What Exchange answers about one mailbox, and no document has. */
export interface OddAnswer {
  readonly set: JsonObject;
  /** The values are of another type than documented, so that the mailbox is not read. Otherwise, a text is a new word. */
  readonly isOfOtherType: boolean;
}

/** By name. The cmdlet is `Get-Mailbox`. */
export const ODD_ANSWERS: Readonly<Record<string, OddAnswer>> = {
  'new type of a mailbox': { set: { RecipientTypeDetails: 'LoopMailbox' }, isOfOtherType: false },
  'text in place of true or false': { set: { AuditEnabled: 'yes' }, isOfOtherType: true },
  'number in place of a text': { set: { RetentionPolicy: 7 }, isOfOtherType: true },
  'object in place of a list': { set: { AuditOwner: { All: true } }, isOfOtherType: true },
};

const REQUEST = '^Get-Mailbox \\{';

/** Odd answers about few mailboxes, beside other faults. Most runs do not read the property. */
export function oddAnswerOf(
  streams: Streams,
  left: Left,
  name: string,
  addresses: readonly string[],
): readonly Alteration[] {
  const draws = streams.of(`${name} odd answer`);
  if (addresses.length === 0 || !draws.has(0.5)) return [];
  const kind = draws.pick(Object.keys(ODD_ANSWERS));
  const { set } = ODD_ANSWERS[kind] ?? {};
  if (set === undefined || !left.has(name, kind)) return [];
  const named = draws.some(addresses, draws.between(1, 4));
  return named.map((UserPrincipalName) => ({ request: REQUEST, where: { UserPrincipalName }, set }));
}
