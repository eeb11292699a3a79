/** By what the services name a mailbox, whatever its addresses are. GUIDs in lower case. */
export interface MailboxIds {
  /** The object ID of its account in Entra ID; undefined if it is not known. */
  readonly account?: string | undefined;
  /** Its GUID in Exchange's directory; undefined if it is not known. */
  readonly guid?: string | undefined;
}

/** Whether IDs are those of one mailbox; undefined if they have none in common, so that it is not known. */
export function isSameMailbox(one: MailboxIds, other: MailboxIds): boolean | undefined {
  const pairs = [
    [one.account, other.account],
    [one.guid, other.guid],
  ].filter((pair) => !pair.includes(undefined));
  return pairs.length === 0 ? undefined : pairs.every(([a, b]) => a === b);
}
