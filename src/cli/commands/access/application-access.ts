import type { NamedApplication } from '../../../applications/application-rows.ts';
import { fullName, TENANT_WIDE, throughItem, type ThroughItem } from '../../../text/through.ts';
import type { Json } from '../../../json.ts';
import { applications } from '../../../reports/built-in/applications.ts';
import { shownOf } from '../../../reports/known.ts';
import { viewOf } from '../../../reports/row-view.ts';
import type { RowsHeader, StoredMailbox } from '../../../store/rows-file.ts';
import { cellText } from '../../../text/display.ts';

/** The way of an application with consent for everyone. */
const DELEGATED = 'as the signed-in user';

/** The way of an application that the account of the mailbox consented to. */
const BY_PERSON = 'by consent of this person';
const PERSONAL = 'ConsentedByPerson';

/** What a report `applications` without that column leaves out. */
export const NOT_IN_REPORT = 'Not in the report: applications to which a person consented for that person alone.';

/** An application that reaches a mailbox. */
export interface ApplicationEntry extends Omit<ThroughItem, 'appId'> {
  /** '' if only the name is known. */
  readonly appId: string;
}

/** What a report says about the applications of mailboxes. */
export class ApplicationColumns {
  readonly #reportIndex: number;
  readonly #columns: readonly string[];

  private constructor(reportIndex: number, columns: readonly string[]) {
    this.#reportIndex = reportIndex;
    this.#columns = columns;
  }

  /** Undefined if the run did not read them. */
  static of({ reports }: RowsHeader): ApplicationColumns | undefined {
    const index = reports.findIndex(({ name }) => name === applications.name);
    const columns = reports[index]?.columns;
    return columns && new ApplicationColumns(index, columns);
  }

  /** Whether the report was written by a version that leaves out what people consented to for themselves alone. */
  get lacksPersonal(): boolean {
    return !this.#columns.includes(PERSONAL);
  }

  isRead(mailbox: StoredMailbox): boolean {
    return mailbox.reports[this.#reportIndex]?.status === 'ok';
  }

  /** The applications that reach a mailbox, by permission and way. */
  entriesOf(mailbox: StoredMailbox): readonly ApplicationEntry[] {
    return [
      ...this.#textsOf(mailbox, 'Through').flatMap((text) => throughItem(text) ?? []),
      ...this.#delegatedIn(mailbox, 'Delegated', DELEGATED),
      ...this.#delegatedIn(mailbox, PERSONAL, BY_PERSON),
    ];
  }

  #delegatedIn(mailbox: StoredMailbox, column: string, way: string): readonly ApplicationEntry[] {
    return this.#textsOf(mailbox, column).map((label) => {
      const [, name = label, appId = ''] = /^(.+) \(([0-9a-f-]{36})\)$/is.exec(label) ?? [];
      return { name, appId, permission: 'delegated', way };
    });
  }

  /** What could not be decided about a mailbox, with the reasons. */
  unknownOf(mailbox: StoredMailbox): readonly string[] {
    return this.#textsOf(mailbox, 'Unknown');
  }

  #textsOf(mailbox: StoredMailbox, column: string): readonly string[] {
    const stored = mailbox.reports[this.#reportIndex];
    const row = stored?.status === 'ok' ? stored.rows[0] : undefined;
    const shown = shownOf(row && viewOf(this.#columns, row).cell(column));
    return Array.isArray(shown) ? shown.map(cellText) : [];
  }
}

/** Whether an entry is about an application with a name or ID, without case. `named`: those that the report lists. */
export function isAboutNamed(
  { name, appId }: ApplicationEntry,
  wanted: string,
  named: readonly NamedApplication[],
): boolean {
  // A name without an ID is the only one of its kind in the tenant.
  const names = appId === '' ? [wanted, ...named.map((one) => one.name)] : [wanted];
  return names.some((one) => isSame(one, name)) || isSame(wanted, appId);
}

/** Whether a text of the column `Unknown` is about an application, or may be. */
export function isUnknownOf(text: string, wanted: string): boolean {
  const names = applicationsIn(text);
  return names.length === 0 || names.some((name) => isSame(name, wanted));
}

/** The names and IDs that a text of the column `Unknown` may be about: names and reasons are hostile, and may have IDs too. */
export function applicationsIn(text: string): readonly string[] {
  const mentions = [...text.matchAll(/ \(([0-9a-f-]{36})\): /gi)];
  return mentions.flatMap(({ index, 1: appId = '' }) => [text.slice(0, index), appId]);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Whether every mailbox has the entry, so that one line says it. */
export function isOfTenant({ way }: ApplicationEntry): boolean {
  return way === TENANT_WIDE || way === DELEGATED;
}

/** The cells of `access.csv` about an application: `Trustee`, `TrusteeName`, `Right`, `Through`, `Inside`. */
export function accessCells(entry: ApplicationEntry): readonly Json[] {
  return [fullName(entry), entry.name, entry.permission, entry.way, null];
}
