import { floorTable, type Floor } from './floor.ts';
import { markdownTable, type Table } from './table.ts';

/** The result of one part of the benchmark. */
export interface Section {
  readonly title: string;
  /** What was measured and how, and an interpretation. */
  readonly notes: readonly string[];
  readonly table: Table;
  readonly floors: readonly Floor[];
}

export function sectionMarkdown({ title, notes, table, floors }: Section, isSmall: boolean): string {
  return [`## ${title}`, ...notes, markdownTable(table), markdownTable(floorTable(floors, isSmall))].join('\n\n');
}
