import type { Json } from '../../json.ts';

/**
 * A text as a PowerShell literal, in which nothing is expanded. PowerShell ends such a literal at typographic quotes too.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function powerShellText(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`;
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
export function isPrintable(text: string): boolean {
  return text.isWellFormed() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);
}
