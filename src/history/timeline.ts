import type { RowsHeader, StoredMailbox } from '../store/rows-file.ts';
import { withKeptReport, type ReportRows } from '../store/kept-report.ts';
import { placeOf, reasonOf, type KeptReport, type MissingReport } from './kept-report.ts';
import { listKey, MailboxHistory, type TimelineEntry } from './mailbox-history.ts';
import { mayName, namesTarget, targetOf } from './target.ts';

/** What kept reports say about a mailbox over time. */
export interface MailboxTimeline {
  /** Its addresses in lower case: as listed, and those that the reports show as its own. */
  readonly names: ReadonlySet<string>;
  readonly entries: readonly TimelineEntry[];
}

/** What kept reports say about mailboxes over time. More can be added to each: a report that was not kept. */
export interface Timeline {
  /** In the order in which the reports list them. */
  readonly mailboxes: readonly MailboxHistory[];
  /** The reports that were read, the earliest first. */
  readonly reports: readonly KeptReport[];
  /** Those that turned out to be damaged. */
  readonly damaged: readonly MissingReport[];
}

/** Which mailboxes a timeline has. At least one of both is given. */
export interface Subject {
  /** By which lists may name the only mailbox; undefined: each that a report shows with the target. */
  readonly addresses: readonly string[] | undefined;
  /** An address or a domain. Undefined: everything that changed. */
  readonly target: string | undefined;
}

/** Calls a function with the rows of a report. Returns whether they could be read to their end. */
type ReadReport = (keptReport: KeptReport, take: (rows: ReportRows) => Promise<void>) => Promise<boolean>;

/**
 * The timeline of a mailbox, or of all mailboxes that name a target. Reads one report after the other: memory grows with the list, and
 * with the rows of the mailboxes that are followed.
 *
 * @param reports the earliest first
 * @param tempFolder where temporary files may be
 * @param onReport called before a report is read
 * @param onMailboxes called after a report was read, with the mailboxes of it that are followed, by address in lower case
 */
export async function timeline(
  reports: readonly KeptReport[],
  { addresses, target }: Subject,
  tempFolder: string,
  onReport: (report: KeptReport) => void,
  onMailboxes: (report: KeptReport, mailboxes: ReadonlyMap<string, StoredMailbox>) => void = () => undefined,
): Promise<Timeline> {
  const damaged: MissingReport[] = [];
  const read: ReadReport = async (keptReport, take) => {
    onReport(keptReport);
    try {
      await withKeptReport(placeOf(keptReport.file), { tempFolder }, take);
      return true;
    } catch (error) {
      damaged.push({ name: keptReport.name, reason: reasonOf(error), started: keptReport.run.run.started });
      return false;
    }
  };
  const followed =
    addresses === undefined && target !== undefined
      ? await mailboxesWith(target, reports, read)
      : { addresses: new Set(addresses?.map((address) => address.toLowerCase())), reports };
  const matches = target === undefined ? undefined : targetOf(target);
  const histories = new Map<string, MailboxHistory>();
  const usable: KeptReport[] = [];
  const latest = new Map<string, KeptReport>();
  for (const keptReport of followed.reports) {
    const mailboxes = new Map<string, StoredMailbox>();
    let header: RowsHeader | undefined;
    let ended: Date | undefined;
    const isWhole = await read(keptReport, async (rows) => {
      ({ header } = rows);
      const isFollowed = (listedAddress: string): boolean => followed.addresses.has(listedAddress.toLowerCase());
      for await (const mailbox of rows.mailboxes(isFollowed, (end) => ({ ended } = end))) {
        mailboxes.set(mailbox.address.toLowerCase(), mailbox);
      }
    });
    if (!isWhole || header === undefined || ended === undefined) continue;
    const readReport = { ...keptReport, ended };
    for (const [key, mailbox] of mailboxes) {
      if (!histories.has(key)) histories.set(key, new MailboxHistory(mailbox.address, matches));
    }
    const previous = latest.get(listKey(header));
    for (const [key, history] of histories) history.next(readReport, header, mailboxes.get(key), previous);
    onMailboxes(readReport, mailboxes);
    latest.set(listKey(header), readReport);
    usable.push(readReport);
  }
  return { mailboxes: [...histories.values()], reports: usable, damaged };
}

/** The addresses in lower case of the mailboxes that name a target in any report, and the reports that are not damaged. */
async function mailboxesWith(
  target: string,
  reports: readonly KeptReport[],
  readReport: ReadReport,
): Promise<{ readonly addresses: ReadonlySet<string>; readonly reports: readonly KeptReport[] }> {
  const [isCandidate, matches] = [mayName(target), targetOf(target)];
  const addresses = new Set<string>();
  const wholeReports: KeptReport[] = [];
  for (const keptReport of reports) {
    const found: string[] = [];
    const isWhole = await readReport(keptReport, async (rows) => {
      for await (const mailbox of rows.mailboxes((_, line) => isCandidate(line))) {
        if (namesTarget(mailbox, matches)) found.push(mailbox.address.toLowerCase());
      }
    });
    if (!isWhole) continue;
    wholeReports.push(keptReport);
    for (const one of found) addresses.add(one);
  }
  return { addresses, reports: wholeReports };
}
