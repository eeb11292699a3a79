import { DIRECT, access } from '../../../reports/built-in/access.ts';
import { automaticReplies } from '../../../reports/built-in/automatic-replies.ts';
import { calendarPermissions } from '../../../reports/built-in/calendar-permissions.ts';
import { inboxRules } from '../../../reports/built-in/inbox-rules.ts';
import { mailboxPermissions } from '../../../reports/built-in/mailbox-permissions.ts';
import { mailboxProperties } from '../../../reports/built-in/mailbox-properties.ts';
import { isCertainly, shownOf, type RowView } from '../../../reports/known.ts';
import { shownText, viewOf } from '../../../reports/row-view.ts';
import type { Row } from '../../../reports/rows.ts';
import type { MailboxResult } from '../../../run/mailbox-result.ts';
import { isGuid, textIn, type Json } from '../../../json.ts';
import { CALENDAR_RIGHT, RECEIVING } from '../../../text/rights.ts';
import type { Person } from '../../../source/person.ts';

/** The reports that show what a person has. */
export const REPORTS = [
  mailboxPermissions,
  calendarPermissions,
  mailboxProperties,
  inboxRules,
  automaticReplies,
  access,
] as const;

/** The rights that remediation takes away. */
export const REMOVABLE_RIGHTS = ['FullAccess', 'SendAs', 'SendOnBehalf'];
/** The columns of `inbox-rules` with targets. */
export const TARGET_COLUMNS = ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'] as const;
/** The settings of `mailbox-properties` with a target. */
export const FORWARDING_COLUMNS = ['ForwardingAddress', 'ForwardingSmtpAddress'] as const;

/** Something that a person has. Texts are hostile until escaped. */
export interface Holding {
  /** '' for an application. */
  readonly mailbox: string;
  readonly what: string;
  /** Why `remediate` does not take it away; undefined if it does. */
  readonly remains?: string | undefined;
}

/** What was not read. Texts are hostile until escaped. */
export interface Unread {
  /** The address of a mailbox; '' for something else. */
  readonly mailbox: string;
  /** Reports, or what else was not read. */
  readonly what: string;
  readonly error: string;
}

const NO_ROWS = new Set(['', 'none']);
const OTHER_HOLDER = 'Exchange Online has another account or group under this name.';
const SHARED_NAME = 'Exchange Online shows others under the same name too. Take it away by hand.';
const NO_ID = 'Exchange Online does not show the ID of the trustee. Take it away by hand.';
const SID = /^(?:NT:)?(S-1-\d+(?:-\d+)+)$/i;

/** Collects what a person has in the mailboxes of a run. */
export class Holdings {
  readonly #person: Person;
  readonly #addresses: ReadonlySet<string>;
  readonly #holdings: (Holding & { readonly trustee?: string })[] = [];
  readonly unread: Unread[] = [];
  /** Enabled inbox rules of others, as many as Graph does not show whole: they may send mail to the person. */
  unclearRules = 0;
  /** The addresses of the person's own mailbox in the run; empty if it has none. */
  readonly own: string[] = [];
  /** The addresses of mailboxes of other accounts, in lower case. */
  readonly #others = new Set<string>();
  /** Mailboxes with rules that send mail to the person only. */
  readonly ruleMailboxes = new Set<string>();
  /** The IDs behind each name of a trustee, in lower case. */
  readonly #trusteeIds = new Map<string, Set<string>>();

  constructor(person: Person) {
    this.#person = person;
    this.#addresses = new Set(person.addresses);
  }

  /** The addresses of the person and the other names that its rights have, without those under which others have rights. */
  get trusteeNames(): readonly string[] {
    const isOnly = (name: string, id: string): boolean =>
      this.#isOwnId(id) || (this.#addresses.has(name) && !this.#isComparable(id));
    return [...new Set([...this.#addresses, ...this.#trusteeIds.keys()])].filter((name) =>
      [...(this.#trusteeIds.get(name) ?? [])].every((id) => isOnly(name, id)),
    );
  }

  /** The addresses by which a run can name the person's own mailbox, without those of other mailboxes. */
  get mailboxNames(): readonly string[] {
    return [...this.#addresses, ...this.own].filter((name) => !this.#others.has(name.toLowerCase()));
  }

  /** Call it once all mailboxes were added: only then is it known whether the name of a trustee is that of others too. */
  get all(): readonly Holding[] {
    const names = new Set(this.trusteeNames);
    return this.#holdings.map(({ trustee, ...one }) =>
      trustee === undefined || names.has(trustee) ? one : { ...one, remains: one.remains ?? SHARED_NAME },
    );
  }

  add({ mailbox, ids, reports }: MailboxResult): void {
    const { address } = mailbox;
    const isOwn =
      ids?.account === undefined ? this.#addresses.has(address.toLowerCase()) : ids.account === this.#person.id;
    if (isOwn) this.own.push(address);
    else this.#others.add(address.toLowerCase());
    const failures = new Map<string, string[]>();
    for (const { definition, rows } of reports) {
      const names = Object.keys(definition.columns);
      const failure = rows.find(({ status }) => status !== 'ok');
      // What is derived fails as its sources.
      if (failure !== undefined && definition !== access) {
        const error = `${failure.status}: ${failure.error}`;
        failures.set(error, [...(failures.get(error) ?? []), definition.name]);
      }
      for (const row of rows) {
        if (row.status !== 'ok' || row.content !== 'item') continue;
        this.#addRow(definition.name, { address, isOwn, row, view: viewOf(names, row) });
      }
    }
    for (const [error, of] of failures) this.unread.push({ mailbox: address, what: of.join(', '), error });
  }

  #addRow(report: string, row: ReportRow): void {
    switch (report) {
      case mailboxPermissions.name:
        this.#addRight(row);
        break;
      case calendarPermissions.name:
        this.#addCalendar(row);
        break;
      case mailboxProperties.name:
        this.#addForwarding(row);
        break;
      case inboxRules.name:
        this.#addRule(row);
        break;
      case automaticReplies.name:
        this.#addReply(row);
        break;
      case access.name:
        this.#addThroughGroup(row);
        break;
    }
  }

  #isOwnId(id: string): boolean {
    const { id: account, sid } = this.#person;
    return id === account || (sid !== '' && id === sid.toLowerCase());
  }

  /** Without a mailbox, the SID of the person is not known: only object IDs can be compared then. */
  #isComparable(id: string): boolean {
    return isGuid(id) || this.#person.sid !== '';
  }

  #addRight({ address, row, view: { cell } }: ReportRow): void {
    const [right, trustee] = [shownText(cell('Right')), shownText(cell('Trustee')).toLowerCase()];
    if (trustee === '') {
      this.#addUnread(address, 'who may send on behalf');
      return;
    }
    const id = textIn(row.identity, 'TrusteeId').toLowerCase();
    if (id !== '') this.#trusteeIds.set(trustee, (this.#trusteeIds.get(trustee) ?? new Set()).add(id));
    const isNamed = this.#addresses.has(trustee) || (id === '' && this.#isRecipient(trustee));
    if ((!this.#isOwnId(id) && !isNamed) || isCertainly(cell('Deny'), true)) return;
    this.#holdings.push({
      mailbox: address,
      what: right,
      remains: this.#rightProblem(right, trustee, id, cell),
      trustee,
    });
  }

  /** Why remediation does not take a right away; undefined if it does. */
  #rightProblem(right: string, trustee: string, id: string, cell: RowView['cell']): string | undefined {
    if (id === '') return NO_ID;
    if (!this.#isOwnId(id) && this.#isComparable(id)) return OTHER_HOLDER;
    if (isCertainly(cell('Inherited'), true)) return 'It is inherited, and not on the mailbox itself.';
    if (SID.test(trustee)) return 'Exchange Online shows only the SID. Use Remove-MailboxPermission with it.';
    if (REMOVABLE_RIGHTS.includes(right)) return undefined;
    return 'Only Full Access, Send As and Send on Behalf are taken away. Use Remove-MailboxPermission.';
  }

  #addCalendar({ address, view: { cell } }: ReportRow): void {
    const [granted, role] = [shownText(cell('GrantedToAddress')).toLowerCase(), shownText(cell('Role'))];
    if (!this.#addresses.has(granted) || NO_ROWS.has(role)) return;
    const isFixed = isCertainly(cell('Removable'), false);
    const why = isFixed
      ? 'Graph does not let it be removed.'
      : role === 'custom'
        ? 'A custom role cannot be given back. Remove it with Remove-MailboxFolderPermission.'
        : undefined;
    this.#add(address, CALENDAR_RIGHT + role, why);
  }

  #addForwarding({ address, isOwn, view: { cell } }: ReportRow): void {
    for (const column of FORWARDING_COLUMNS) {
      const target = shownText(cell(column));
      if (target === '') continue;
      if (isOwn) this.#add(address, `Own forwarding to ${target}`);
      else if (this.#isRecipient(target)) this.#add(address, `Forwarding to ${target}`);
    }
  }

  #addRule({ address, isOwn, view: { cell } }: ReportRow): void {
    if (isCertainly(cell('Enabled'), false)) return;
    const name = shownText(cell('RuleName'));
    const isPart = isCertainly(cell('ReadOnly'), true);
    const partly = isPart ? 'Graph does not show all of the rule. Turn it off in Outlook.' : undefined;
    if (isOwn) {
      const [outside, isKnown] = [textsOf(cell('ExternalTargets')), cell('ExternalTargets')?.isKnown === true];
      if (outside.length > 0) this.#add(address, `Own inbox rule "${name}" to ${outside.join(', ')}`, partly);
      else if (!isKnown)
        this.#add(address, `Own inbox rule "${name}"`, 'Graph does not show where it sends mail. Check it.');
      return;
    }
    const targets = TARGET_COLUMNS.flatMap((column) => textsOf(cell(column)));
    const isWhole = TARGET_COLUMNS.every((column) => cell(column)?.isKnown === true);
    if (!targets.some((target) => this.#isRecipient(target))) {
      if (!isWhole) this.unclearRules += 1;
      return;
    }
    const isOnly = isWhole && targets.every((target) => this.#isRecipient(target));
    const shared = isOnly ? undefined : 'It also sends mail to others. Change it in the mailbox.';
    if (isOnly && !isPart) this.ruleMailboxes.add(address);
    this.#add(address, `Inbox rule "${name}" to ${targets.join(', ')}`, partly ?? shared);
  }

  #addReply({ address, isOwn, view: { cell } }: ReportRow): void {
    if (isOwn || isCertainly(cell('AutomaticReplyStatus'), 'disabled')) return;
    const text = ['InternalReply', 'ExternalReply'].map((column) => shownText(cell(column)).toLowerCase()).join('\n');
    const { displayName, addresses } = this.#person;
    const names = [displayName.toLowerCase(), ...addresses].filter((name) => /[@\s]/.test(name));
    if (names.some((name) => text.includes(name)))
      this.#add(address, 'Automatic reply that names the person', 'Change the text in the mailbox.');
  }

  #addThroughGroup({ address, view: { cell } }: ReportRow): void {
    const [right, group, trustee] = ['Right', 'Through', 'Trustee'].map((column) => shownText(cell(column)));
    if (right === undefined || group === undefined || trustee === undefined) return;
    if (cell('Trustee')?.isKnown === false) {
      const [, sid] = SID.exec(trustee) ?? [];
      const isOther = sid !== undefined && !this.#isOwnId(sid.toLowerCase());
      // What rules and forwarding do not show, their own reports say.
      if (right !== '' && !RECEIVING.includes(right) && !isOther)
        this.#addUnread(address, `who has ${right}${trustee === '' ? '' : ` as ${trustee}`}`);
    } else if (this.#addresses.has(trustee.toLowerCase()) && group !== DIRECT) {
      const way = group === '' ? 'a group' : group;
      this.#add(address, `${right} through ${way}`, 'Remove the person from the group.');
    }
  }

  #isRecipient(target: string): boolean {
    const name = target.toLowerCase();
    const { recipientName } = this.#person;
    return this.#addresses.has(name) || (recipientName !== '' && name === recipientName.toLowerCase());
  }

  #add(mailbox: string, what: string, remains?: string): void {
    this.#holdings.push({ mailbox, what, remains });
  }

  #addUnread(mailbox: string, what: string): void {
    this.unread.push({ mailbox, what, error: 'The trustee, or the members of the group, are not known.' });
  }
}

interface ReportRow {
  readonly address: string;
  /** Whether the mailbox is that of the person. */
  readonly isOwn: boolean;
  readonly row: Row;
  readonly view: RowView;
}

function textsOf(cell: ReturnType<RowView['cell']>): readonly string[] {
  const shown: Json = shownOf(cell) ?? null;
  return [shown].flat().filter((one) => typeof one === 'string');
}
