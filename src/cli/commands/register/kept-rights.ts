import { keptReports, placeOf, reasonOf, type KeptReport, type MissingReport } from '../../../history/kept-report.ts';
import { idsOf } from '../../../mailboxes/identities.ts';
import type { LineOccurrences } from '../../../policy/register/line-occurrence.ts';
import { compared, comparedMailbox } from '../../../policy/register/register.ts';
import { EVERY_MAILBOX, type RegisterEntry } from '../../../policy/register/register-entry.ts';
import { rightOfRow } from '../../../policy/register/row-right.ts';
import { access, DIRECT } from '../../../reports/built-in/access.ts';
import { shownOf } from '../../../reports/known.ts';
import { withKeptReport, type ReportRows } from '../../../store/kept-report.ts';
import type { StoredMailbox } from '../../../store/rows-file.ts';
import { cellText } from '../../../text/display.ts';
import { rightText } from '../../../text/rights.ts';
import { ApplicationColumns } from '../access/application-access.ts';
import { ReportRights } from './report-rights.ts';

/**
 * Since when a right exists, as far as kept reports say: the first report that has it, and whether an earlier one does not. `gone`: the latest
 * report that says anything about it does not have it.
 */
export type Since = 'gone' | { readonly day: string; readonly isExact: boolean };

/** Something that reaches a mailbox. Texts are hostile until escaped. */
export interface Reach {
  readonly mailbox: string;
  readonly by: string;
  readonly how: string;
}

/** What kept reports say about the entries of a register. */
export interface KeptRights<Entry> {
  /** Without an entry about which no report says anything. */
  readonly since: ReadonlyMap<Entry, Since>;
  /** What reaches the mailboxes of the entries besides their rights, by the latest report. */
  readonly besides: readonly Reach[];
  /** When the runs of the reports started, the earliest first. */
  readonly runs: readonly Date[];
  readonly missing: readonly MissingReport[];
}

/**
 * Reads what the reports of a place say: one report, or a folder with several. Rejects as the file system does if there is no such place.
 *
 * @param temp a folder for temporary files
 */
export async function keptRights<Entry extends RegisterEntry>(
  place: string,
  entries: readonly Entry[],
  temp: string,
): Promise<KeptRights<Entry>> {
  const { reports, missing } = await keptReports(place, temp, (file) => file, new Date(0));
  const since = new Map<Entry, Since>();
  const absent = new Set<Entry>();
  const runs: Date[] = [];
  const damaged: MissingReport[] = [];
  let besides: readonly Reach[] = [];
  for (const report of reports) {
    const { started } = report.run.run;
    const said = await readReport(report, entries, temp);
    if (said instanceof Error) {
      damaged.push({ name: report.name, reason: reasonOf(said), started });
      continue;
    }
    runs.push(started);
    besides = said.besides;
    for (const entry of said.occurrences.with('no')) {
      absent.add(entry);
      since.set(entry, 'gone');
    }
    for (const entry of said.occurrences.with('yes')) {
      const before = since.get(entry);
      if (before !== undefined && before !== 'gone') continue;
      since.set(entry, { day: started.toISOString().slice(0, 10), isExact: absent.has(entry) });
    }
  }
  return { since, besides, runs, missing: [...missing, ...damaged] };
}

interface ReportSays<Entry extends RegisterEntry> {
  readonly occurrences: LineOccurrences<Entry>;
  readonly besides: readonly Reach[];
}

/** An error for a report that is damaged. */
async function readReport<Entry extends RegisterEntry>(
  { file }: KeptReport,
  entries: readonly Entry[],
  tempFolder: string,
): Promise<ReportSays<Entry> | Error> {
  try {
    return await withKeptReport(placeOf(file), { tempFolder }, (rows) => reportSays(rows, entries));
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

async function reportSays<Entry extends RegisterEntry>(
  report: ReportRows,
  entries: readonly Entry[],
): Promise<ReportSays<Entry>> {
  const { header } = report;
  const rights = new ReportRights(header);
  const occurrences = rights.occurrencesOf(entries);
  const applications = ApplicationColumns.of(header);
  const named = new EntriesByMailbox(entries);
  const besides: Reach[] = [];
  for await (const stored of report.mailboxes()) {
    const mailbox = rights.mailboxOf(stored);
    for (const [name, rows] of rights.rowsOf(stored)) occurrences.add(mailbox, name, rows);
    const own = named
      .about([...mailbox.names, ...idsOf(mailbox.ids)])
      .filter((entry) => comparedMailbox(entry, mailbox).result !== 'other');
    if (own.length > 0) besides.push(...peopleBesides(stored, own, rights), ...programsIn(stored, applications));
  }
  return { occurrences, besides };
}

/** The entries about single mailboxes, by the names and IDs that they have for them. */
class EntriesByMailbox<Entry extends RegisterEntry> {
  readonly #entries = new Map<string, Set<Entry>>();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      if (entry.mailbox === EVERY_MAILBOX) continue;
      for (const name of [entry.mailbox.toLowerCase(), entry.mailboxId]) {
        if (name === '') continue;
        const own = this.#entries.get(name) ?? new Set();
        own.add(entry);
        this.#entries.set(name, own);
      }
    }
  }

  about(names: readonly string[]): readonly Entry[] {
    return [...new Set(names.flatMap((name) => [...(this.#entries.get(name.toLowerCase()) ?? [])]))];
  }
}

/** People and groups with a right that none of the entries has, and who gets mail. */
function peopleBesides(
  stored: StoredMailbox,
  entries: readonly RegisterEntry[],
  rights: ReportRights,
): readonly Reach[] {
  const mailbox = rights.mailboxOf(stored);
  const rows = [...rights.rowsOf(stored)];
  const ofAccess = rows.filter(([report]) => report === access.name);
  return (ofAccess.length > 0 ? ofAccess : rows).flatMap(([report, some = []]) =>
    some.flatMap((row): readonly Reach[] => {
      const right = rightOfRow(report, row);
      const textOf = (column: string): string => cellText(shownOf(row.view.cell(column)) ?? null);
      if (right.kind === 'right') {
        const isOfEntry = entries.some((entry) => compared(entry, mailbox, right, true).result === 'same');
        const person = report === access.name ? textOf('Trustee') : '';
        const isMember = report === access.name && ![DIRECT, ''].includes(textOf('Through'));
        const how = rightText(right.right) + (isMember ? ` through ${right.trustee}` : '');
        return isOfEntry ? [] : [{ mailbox: stored.address, by: person || right.trustee, how }];
      }
      // Of the others, only access has rows that reach a mailbox: by forwarding, and of everyone.
      const by = textOf('Trustee');
      const isReach = report === access.name && by !== '' && textOf('Right') !== '';
      return isReach ? [{ mailbox: stored.address, by, how: rightText(textOf('Right')) }] : [];
    }),
  );
}

function programsIn(stored: StoredMailbox, applications: ApplicationColumns | undefined): readonly Reach[] {
  if (applications?.isRead(stored) !== true) return [];
  return applications
    .entriesOf(stored)
    .map(({ name, permission, way }) => ({ mailbox: stored.address, by: name, how: `${permission}, ${way}` }));
}
