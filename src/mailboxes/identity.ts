/** By what the services name a mailbox, whatever its addresses are. GUIDs in lower case. */
export interface MailboxIds {
  /** The object ID of its account in Entra ID; undefined if it is not known. */
  readonly account?: string | undefined;
  /** Its GUID in Exchange's directory; undefined if it is not known. */
  readonly guid?: string | undefined;
}
