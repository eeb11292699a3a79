import type { PlacedEntry } from '../../../policy/register/register-entry.ts';
import { EVERY_MAILBOX } from '../../../policy/register/register-entry.ts';
import type { Block, Content, Section } from '../../../run/section.ts';
import { shortened } from '../../../text/display.ts';
import { count, counted, daysUntil, type EpochMs } from '../../../text/numbers.ts';
import { rightText } from '../../../text/rights.ts';
import type { KeptRights, Reach, Since } from './kept-rights.ts';

/** Characters of a cell, so that a line of the page is short. */
const MAX_CELL = 200;
/** People and programs that reach a mailbox besides. */
const MAX_BESIDES = 10;

/** A review of one file. */
export interface Review {
  /** Path relative to the current folder. */
  readonly file: string;
  readonly due: string;
  readonly now: EpochMs;
  /** How many lines the file has. */
  readonly lineCount: number;
  /** Those that are due, sorted. */
  readonly entries: readonly PlacedEntry[];
  /** Undefined without a report. */
  readonly kept: KeptRights<PlacedEntry> | undefined;
}

/** What the owner of the rights in a file reads. Its texts are hostile until escaped. */
export function reviewSection(review: Review): Section {
  const { file, due, lineCount, entries, kept } = review;
  const title = `Review of ${file} by ${due}`;
  const number = `${count(entries.length)} of ${counted(lineCount, 'line', 'lines')}`;
  if (entries.length === 0) {
    return { title, folded: title, blocks: [{ paragraph: `${number} are due. There is nothing to review.` }] };
  }
  const isOne = entries.length === 1;
  return {
    title,
    folded: title,
    blocks: [
      {
        paragraph: `${number} ${isOne ? 'is' : 'are'} due. ReviewedOn is ${dayOf(review.now)} in ${isOne ? 'it' : 'them'}.`,
      },
      { items: instructions(file) },
      rightsTable(review),
      ...(kept === undefined ? [] : besidesBlocks(kept.besides)),
      { paragraph: sourceText(kept) },
    ],
  };
}

function instructions(file: string): readonly Content[] {
  return [
    ['Delete the lines in ', { code: file }, ' whose rights are not needed any more.'],
    'Complete lines without a reason or an owner, and set Until if a right is meant to end.',
    'Then approve and merge. The next plan of the remediation takes the rights of deleted lines away, after its own approval.',
    'Nothing is taken away as long as nobody answers: these lines stay due.',
  ];
}

function rightsTable({ entries, kept, now }: Review): Block {
  return {
    table: {
      label: 'Rights to review',
      unit: ['right', 'rights'],
      columns: ['Mailbox', 'Who', 'Right', 'Reason', 'Owner', 'Until', 'Last review', 'Since'].map((name) => ({
        name,
      })),
      rows: entries.map((entry) => ({
        cells: [
          entry.mailbox === EVERY_MAILBOX ? 'every mailbox' : { code: cut(entry.mailbox) },
          { code: cut(entry.trustee) },
          cut(rightText(entry.right)),
          entry.reason === '' ? { strong: 'missing' } : cut(entry.reason),
          entry.owner === '' ? { strong: 'missing' } : cut(entry.owner),
          untilCell(entry.until, now),
          entry.reviewedOn === '' ? 'never' : entry.reviewedOn,
          sinceText(kept?.since.get(entry)),
        ],
      })),
    },
  };
}

function untilCell(until: string, now: EpochMs): Content {
  if (until === '') return '';
  return daysUntil(until, now) < 0 ? [until, { note: { strong: 'over' } }] : until;
}

function sinceText(since: Since | undefined): Content {
  if (since === undefined) return 'not known';
  if (since === 'gone') return { strong: 'does not exist any more' };
  return since.isExact ? since.day : `${since.day} or earlier`;
}

function besidesBlocks(besides: readonly Reach[]): readonly Block[] {
  if (besides.length === 0) return [];
  const rows = [...Map.groupBy(besides, ({ mailbox }) => mailbox)].flatMap(([mailbox, all]) => {
    const more = all.length - MAX_BESIDES;
    const cells = all
      .slice(0, MAX_BESIDES)
      .map(({ by, how }): readonly Content[] => [{ code: cut(mailbox) }, { code: cut(by) }, cut(how)]);
    return more > 0 ? [...cells, [{ code: cut(mailbox) }, `${count(more)} more`, '']] : cells;
  });
  return [
    { heading: 'What reaches these mailboxes besides' },
    {
      table: {
        label: 'What reaches these mailboxes besides',
        unit: ['line', 'lines'],
        columns: ['Mailbox', 'Who or what', 'How'].map((name) => ({ name })),
        rows: rows.map((cells) => ({ cells })),
      },
    },
  ];
}

function sourceText(kept: Review['kept']): string {
  const [first, last] = [kept?.runs[0], kept?.runs.at(-1)];
  if (kept === undefined || first === undefined || last === undefined) {
    return 'Without a report, it is not known since when rights exist.';
  }
  const unusable =
    kept.missing.length === 0 ? '' : ` ${counted(kept.missing.length, 'report', 'reports')} could not be used.`;
  return kept.runs.length === 1
    ? `By the report of ${dayOf(first.getTime())}.${unusable}`
    : `By ${count(kept.runs.length)} reports from ${dayOf(first.getTime())} to ${dayOf(last.getTime())}.${unusable}`;
}

function dayOf(when: EpochMs): string {
  return new Date(when).toISOString().slice(0, 10);
}

function cut(text: string): string {
  return shortened(text, MAX_CELL);
}
