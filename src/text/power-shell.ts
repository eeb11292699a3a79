import type { Json } from '../json.ts';

/** A command of PowerShell. Cells of a row are literals in it, or part of a URL within a literal. */
export type CommandTemplate = readonly (string | { readonly cell: string; readonly isUrl?: boolean })[];

/** The commands of PowerShell that take a row away. */
export interface RowRemoval {
  /** The column whose cell decides on the command. Rows with other cells cannot be taken away. */
  readonly by: string;
  readonly commands: Readonly<Record<string, CommandTemplate>>;
  /** Columns that must be false: a finding about another value has no command. */
  readonly unless: readonly string[];
}

/** The command for a row. Undefined if a cell is blank, or does not fit on a line as it is. */
export function commandText(template: CommandTemplate, cell: (column: string) => string): string | undefined {
  const pieces = template.map((piece) => {
    if (typeof piece === 'string') return piece;
    const text = cell(piece.cell);
    if (text.trim() === '' || !isPrintable(text)) return undefined;
    return piece.isUrl === true ? doubledQuotes(encodeURIComponent(text)) : powerShellText(text);
  });
  return pieces.includes(undefined) ? undefined : pieces.join('');
}

/**
 * A text as a PowerShell literal, in which nothing is expanded. PowerShell ends such a literal at typographic quotes too.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function powerShellText(text: string): string {
  return `'${doubledQuotes(text)}'`;
}

function doubledQuotes(text: string): string {
  return text.replace(/['\u2018\u2019\u201A\u201B]/g, '$&$&');
}

/** A value as a PowerShell expression; undefined for objects, and for texts that do not fit on a line as they are. */
export function powerShellValue(value: Json): string | undefined {
  if (value === null) return '$null';
  if (typeof value === 'string') return isPrintable(value) ? powerShellText(value) : undefined;
  if (typeof value === 'boolean') return `$${value}`;
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return undefined;
  const items = value.map(powerShellValue);
  return items.includes(undefined) ? undefined : `@(${items.join(', ')})`;
}

/** Whether a text has no line ends and no hidden characters, so that a command shows what it does. */
function isPrintable(text: string): boolean {
  return text.isWellFormed() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);
}
