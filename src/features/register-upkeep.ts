import type { PlacedEntry } from '../policy/register/register-entry.ts';
import { LineOccurrences } from '../policy/register/line-occurrence.ts';
import { namedAddresses } from '../mailboxes/list.ts';
import { unreadableRow } from '../reports/rows.ts';
import type { Feature } from '../run/feature.ts';
import { readNames } from '../run/policy-stage.ts';
import { readsTrustees, registeredMailbox, rowsOfRights } from '../run/registered-rows.ts';
import type { Run } from '../run/run.ts';
import { placeInList, type Detail, type Section } from '../run/section.ts';
import { shortened } from '../text/display.ts';
import { count, counted, someNames } from '../text/numbers.ts';

const MAX_LINES = 200;

/** What of the register no longer occurs. Undefined without a register, and of single mailboxes, which say nothing about one for all. */
export function registerUpkeep({ judge, source, reports }: Run): Feature | undefined {
  const register = judge?.register;
  if (judge === undefined || register === undefined || namedAddresses(source.mailboxes) !== undefined) return undefined;
  const entries = register.register.files.flatMap((file) => file.entries);
  const occurrences = new LineOccurrences(entries, readsTrustees(reports));
  let gone: readonly PlacedEntry[] | undefined;
  const goneLines = (): readonly PlacedEntry[] => (gone ??= occurrences.with('no'));
  return {
    add: (result) => {
      const mailbox = registeredMailbox(result, judge, readNames(result));
      for (const { definition, rows } of result.reports) {
        const isUnread = unreadableRow(rows) !== undefined;
        occurrences.add(mailbox, definition.name, isUnread ? undefined : rowsOfRights(definition, rows));
      }
    },
    sections: ({ lines: url }, { detail }) => {
      const lines = goneLines();
      const section = lines.length === 0 ? undefined : goneSection(lines, detail, url);
      return [{ section, summary: 'register', as: 'folded', page: 'register' }];
    },
    conclude: ({ warnings }) => {
      const lines = goneLines();
      const [first] = lines;
      if (first === undefined) return;
      const { file, line } = first;
      warnings.add(`${goneText(lines.length)}: ${placesText(lines)}. ${REMOVE}`, { file, line });
    },
  };
}

const REMOVE = 'Remove the lines, or run "mailbox-report register prune".';

function goneText(lines: number): string {
  return counted(lines, 'line of the register no longer occurs', 'lines of the register no longer occur');
}

/** The places of lines: `grants.csv, lines 2, 3; sales.csv, line 7`. */
function placesText(lines: readonly PlacedEntry[]): string {
  const files = [...Map.groupBy(lines, ({ file }) => file)].map(([file, ofFile]) => {
    const numbers = ofFile.map(({ line }) => String(line));
    return `${file}, ${ofFile.length === 1 ? 'line' : 'lines'} ${someNames(numbers, String)}`;
  });
  return someNames(files, String);
}

/** @param url the web address of a line, if it is known */
function goneSection(lines: readonly PlacedEntry[], detail: Detail, url: string | undefined): Section {
  const title = 'Rights in the register that no longer occur';
  const names = detail === 'full' ? ['Mailbox', 'Trustee', 'Reason', 'Owner'] : [];
  const rows = lines.slice(0, MAX_LINES).map((entry) => {
    const { mailbox, trustee, right, reason, owner } = entry;
    const full = [{ mailbox }, shortened(trustee, 200), shortened(reason, 200), shortened(owner, 200)];
    return { cells: [placeInList(url, entry), right, ...(detail === 'full' ? full : [])] };
  });
  const columns = ['Line', 'Right', ...names].map((name) => ({ name }));
  const table = { label: title, columns, rows, unit: ['line', 'lines'] as const, more: lines.length - rows.length };
  return {
    title,
    short: 'Register',
    folded: `${title}: ${count(lines.length)}`,
    blocks: [{ paragraph: `They are among mailboxes that were read. ${REMOVE}` }, { table }],
  };
}
