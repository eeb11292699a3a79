import type { Json } from '../json.ts';
import type { Rule } from '../policy/definition.ts';

/** What differs between two reports: a row, the list, or a violation of the policy. */
export type ChangeKind =
  'changed' | 'added' | 'removed' | 'mailbox-added' | 'mailbox-removed' | 'new-violation' | 'resolved';

/** One difference between the earlier report and this one. Texts are hostile until escaped for their destination. */
export interface Change {
  readonly kind: ChangeKind;
  /** The report's name; '' for the list. */
  readonly report: string;
  /** The address as listed. */
  readonly mailbox: string;
  /** Names the row of a report with several rows a mailbox: the text of its first cell. Else ''. */
  readonly item: string;
  /** The column that differs or violates a rule; '' for whole rows and mailboxes. */
  readonly column: string;
  readonly before: Json;
  readonly after: Json;
  /** The violated rule; only for `new-violation` and `resolved`. */
  readonly rule?: Rule;
}
