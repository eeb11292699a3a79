import { floorTable, type Floor } from './floor.ts';
import { markdownTable, type Table } from './table.ts';

/** What one part of the benchmark found. */
export interface Section {
  readonly title: string;
  /** What was measured, how, and what to make of it. */
  readonly notes: readonly string[];
  readonly table: Table;
  readonly floors: readonly Floor[];
}

export function sectionMarkdown({ title, notes, table, floors }: Section): string {
  return [`## ${title}`, ...notes, markdownTable(table), markdownTable(floorTable(floors))].join('\n\n');
}
