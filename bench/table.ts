export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A Markdown table, its columns aligned so that it reads well unrendered too: the first to the left, the rest right. */
export function markdownTable({ head, rows }: Table): string {
  const widths = head.map((_, at) => Math.max(3, ...[head, ...rows].map((row) => cellAt(row, at).length)));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, at) => (at === 0 ? cellAt(row, at).padEnd(width) : cellAt(row, at).padStart(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function cellAt(row: readonly string[], at: number): string {
  return (row[at] ?? '').replaceAll('|', '\\|');
}
