import { isListed, type ListLine, type Mailbox } from '../mailboxes/mailbox.ts';
import type { Rule } from './policy-definition.ts';

/** What a finding is about: a mailbox, or a table about the tenant. Which row of it, the `item` of the finding says. */
export type Subject =
  | { readonly kind: 'mailbox'; readonly mailbox: Mailbox }
  /** By its name. It has no address, and no line in a mailbox list. */
  | { readonly kind: 'table'; readonly table: string };

/** The cell `MailboxName` of a finding: blank unless it is about a mailbox. */
export function addressOf(subject: Subject): string {
  return subject.kind === 'mailbox' ? subject.mailbox.address : '';
}

/** The cells that the list has about the mailbox of a finding, in the order of its columns. */
export function listCellsOf(subject: Subject): NonNullable<Mailbox['columns']> {
  return subject.kind === 'mailbox' ? (subject.mailbox.columns ?? []) : [];
}

/** What a finding is about, for people, where its item has no place of its own. Hostile text until escaped. */
export function subjectLabel({ subject, item }: { readonly subject: Subject; readonly item: string }): string {
  if (subject.kind === 'mailbox') return subject.mailbox.address;
  return item === '' ? subject.table : `${subject.table}: ${item}`;
}

/** The line that a developer can change: of the mailbox in its list, if one has it, else of the rule in the policy. */
export function placeOf({
  subject,
  rule,
}: {
  readonly subject: Subject;
  readonly rule: Pick<Rule, 'place'>;
}): ListLine {
  return subject.kind === 'mailbox' && isListed(subject.mailbox) ? subject.mailbox : rule.place;
}
