import type { Feature } from '../run/feature.ts';
import type { Run } from '../run/run.ts';
import type { Section, TableRow } from '../run/section.ts';
import { readRowsOf, type TableResult } from '../run/table-result.ts';
import { cellAt } from '../reports/row-view.ts';
import { shownOf } from '../reports/known.ts';
import { capitalized, cellText, shortened } from '../text/display.ts';

const LONGEST_CELL = 300;
/** Items of a list that are shown. */
const MAX_ITEMS = 20;
const NOT_KNOWN = 'not known';

/** Tables with one row as sections: the row says enough. Undefined if the run has none. */
export function tenantTables({ tables }: Run): Feature | undefined {
  if (!tables.some(({ rows }) => rows === undefined)) return undefined;
  const sections: Section[] = [];
  return {
    addTable: (result) => {
      if (result.definition.rows === undefined) sections.push(sectionOf(result));
    },
    // Cells may name mailboxes.
    sections: (_, { detail }) =>
      detail === 'counts'
        ? []
        : sections.map((section) => ({ section, summary: 'tenant', as: 'folded', page: 'tenant' })),
  };
}

function sectionOf(result: TableResult): Section {
  const { definition, error } = result;
  const title = capitalized(definition.name.replaceAll('-', ' '));
  const [row] = readRowsOf(result);
  const rows = Object.keys(definition.columns).map((name, at): TableRow => {
    const cell = row && cellAt(row, at);
    const value = shownOf(cell) ?? null;
    const more = cell?.isKnown === true ? [] : [NOT_KNOWN];
    if (Array.isArray(value)) {
      const lines = value.slice(0, MAX_ITEMS).map((item) => shortened(cellText(item), LONGEST_CELL));
      const hidden = value.length > MAX_ITEMS ? [`and ${value.length - MAX_ITEMS} more`] : [];
      return { cells: [name, { lines: [...lines, ...hidden, ...more] }] };
    }
    return { cells: [name, cell?.isKnown === true ? shortened(cellText(value), LONGEST_CELL) : NOT_KNOWN] };
  });
  const table = {
    label: title,
    columns: [{ name: 'Setting', kind: 'short' as const }, { name: 'Value' }],
    rows,
    unit: ['setting', 'settings'] as const,
    moreIn: `${definition.name}.csv`,
    open: 10,
  };
  const unread = error === '' ? [] : [{ paragraph: `Not read: ${shortened(error, LONGEST_CELL)}` }];
  return { title, folded: title, blocks: row === undefined ? unread : [...unread, { table }] };
}
