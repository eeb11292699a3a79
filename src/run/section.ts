import { count, MAX_NAMES } from '../text/numbers.ts';
import type { ListPlace } from '../mailboxes/mailbox.ts';
import { listLineUrl, type PageState } from '../text/page-links.ts';

/** How much is shown about single mailboxes: `counts` names no mailbox and shows no error text. */
export type Detail = 'full' | 'counts';

/** For whom a section is made. */
export interface View {
  /** The page has `full` details. */
  readonly detail: Detail;
  /** Whether the reader has the report page. */
  readonly hasPage: boolean;
}

/** The places of sections on the report page, in their order. */
export const PAGE_PLACES = [
  'new',
  'changes',
  'history',
  'rules',
  'controls',
  'violations',
  'exemptions',
  'register',
  'outside-senders',
  'applications',
  'tenant',
  'replies',
  'not-read',
  'retirements',
  'types',
  'next-steps',
  'warnings',
] as const;

/** The places of sections in the job summary, in their order. */
export const SUMMARY_PLACES = [
  'result',
  'compared',
  'new',
  'links',
  'experimental',
  'rules',
  'controls',
  'highlights',
  'applications',
  'tenant',
  'nothing-found',
  'violations',
  'not-read',
  'unread-mailboxes',
  'certificate',
  'retirements',
  'changes',
  'exemptions',
  'register',
  'warnings',
  'values',
  'run',
] as const;

/** A section with its places. */
export interface PlacedSection {
  /** Undefined if there is nothing to show. */
  readonly section: Section | undefined;
  /** Undefined: it is not in the job summary. */
  readonly summary?: (typeof SUMMARY_PLACES)[number];
  /** How the summary shows it: under its title, unfolding from a line, or its blocks alone. */
  readonly as?: 'open' | 'folded' | 'untitled';
  /** Undefined: it is not on the report page. */
  readonly page?: (typeof PAGE_PLACES)[number];
}

/** A part of what people read about a run, as data. `outputs/job-summary.ts` and `outputs/page/panels.ts` render it. */
export interface Section {
  /** The heading where the section is open. */
  readonly title: string;
  /** The text of a link to the section, if the title is too long. */
  readonly short?: string;
  /** A name beside the heading. */
  readonly note?: string;
  /** The line from which the section unfolds where it is folded. */
  readonly folded: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly heading: Content }
  | { readonly paragraph: Content }
  | { readonly items: readonly Content[] }
  | { readonly table: Table }
  | { readonly charts: readonly Chart[] }
  /** Blocks that unfold from a line. */
  | { readonly folded: string; readonly blocks: readonly Block[] };

/** A line of a count over runs. The summary omits it: a table has the same numbers. */
export interface Chart {
  readonly name: string;
  /** In the order of time. The line has a gap at a count that is undefined: not known. */
  readonly points: readonly { readonly when: Date; readonly count: number | undefined }[];
}

/** Text of a sentence or a cell. Strings are hostile: each renderer escapes them for its format. */
export type Content = Piece | readonly Piece[];

export type Piece =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  /** Less important: in parentheses, or small. */
  | { readonly note: Content }
  | { readonly link: string; readonly url: string }
  /** An address. The page links it to all that it has about the mailbox. */
  | { readonly mailbox: string }
  /** A line of a mailbox list, with its web address if it is known. */
  | { readonly file: string; readonly line: number; readonly at: string | undefined }
  /** Content that the page links to its rows. */
  | { readonly about: Content; readonly rows: PageState }
  /** A sign for the summary, which has no colours. */
  | { readonly sign: string };

export type Cell = Content | { readonly lines: readonly Content[] } | Bar;

/** A bar of one or more segments, as long as their share of `longest`. The summary omits columns of bars. */
export interface Bar {
  readonly segments: readonly Segment[];
  readonly longest: number;
}

export interface Segment {
  /** What is counted, which decides its colour in the style sheet of the page. */
  readonly kind: string;
  readonly count: number;
}

export interface Column {
  readonly name: string;
  /** Numbers are right-aligned, short texts stay on one line, names break anywhere, prose is wide, bars have a fixed width. */
  readonly kind?: 'number' | 'short' | 'name' | 'prose' | 'bars';
  /** Undefined: in the summary and on the page. */
  readonly only?: 'summary' | 'page';
}

export interface TableRow {
  /** One for each column; the first is the header of the row. */
  readonly cells: readonly Cell[];
  readonly tone?: 'fail' | 'warn' | 'unknown' | 'pass' | undefined;
}

export interface Table {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** What a row is: singular and plural. */
  readonly unit: readonly [singular: string, plural: string];
  /** Rows that are shown without unfolding. Undefined: all. */
  readonly open?: number;
  /** How many rows there are besides `rows`, and the file that has them. */
  readonly more?: number;
  readonly moreIn?: string;
  /** The names of the segments of bars. */
  readonly legend?: readonly { readonly kind: string; readonly name: string }[];
}

/** Content as a list of its pieces. */
export function piecesOf(content: Content): readonly Piece[] {
  return typeof content === 'string' || !('length' in content) ? [content] : content;
}

/** Names in a sentence, separated by commas: the first twenty, and how many more there are. */
export function namesOf(all: readonly string[], piece: (name: string) => Piece): Content {
  const visibleNames = all.slice(0, MAX_NAMES);
  const names = visibleNames.flatMap((name, index): Piece[] => (index === 0 ? [piece(name)] : [', ', piece(name)]));
  return all.length > visibleNames.length ? [...names, `, and ${count(all.length - visibleNames.length)} more`] : names;
}

/** Where the lists have a mailbox. `lines`: the web address of a line, with `{path}` and `{line}`, if it is known. */
export function placeInList(lines: string | undefined, { file, line }: ListPlace): Content {
  if (file === undefined) return ['read because of ', { code: 'all' }];
  return { file, line, at: lines === undefined ? undefined : listLineUrl(lines, file, line) };
}

/** The groups of numbers on the first screen of the page, in their order. */
export const TILE_GROUPS = [
  'Result',
  'New',
  'Forwarding',
  'Access',
  'Replies',
  'Protocols',
  'Other',
  'Not read',
] as const;

/** A number of the first screen with its unit. */
export interface Tile {
  readonly group: (typeof TILE_GROUPS)[number];
  readonly number: number;
  /** What the number counts, after it: for 1 and for other numbers. */
  readonly unit: readonly [string, string];
  /** Another number of the same thing, with its unit. */
  readonly note?: string;
  /** Why it matters, unless the number is 0. */
  readonly tone?: 'bad' | 'warn' | 'good';
  /** The rows behind the number. */
  readonly rows?: PageState;
  /** The title of the section to link to, which takes precedence over the rows. */
  readonly section?: string;
  /** Whether the tile is shown if the number is 0. */
  readonly evenZero?: boolean;
}
