const LAST_CODE_POINT = 0x10ffff;
const known = new Map<string, string>();

/**
 * The characters behind an escape of many, `\s`, `\S`, `\p{...}` or `\P{...}`, as JavaScript has them: ranges for the
 * inside of a class, such as `\x{61}-\x{7a}`. Undefined for other escapes.
 */
export function charactersOf(escape: string): string | undefined {
  if (!/^\\(?:[sS]$|[pP]\{)/.test(escape)) return undefined;
  const ranges = known.get(escape) ?? rangesOf(new RegExp(escape, 'u'));
  known.set(escape, ranges);
  return ranges;
}

/** JavaScript's engine is asked of each character: nobody else's table is sure to be of the same version of Unicode. */
function rangesOf(pattern: RegExp): string {
  const ranges: string[] = [];
  let first: number | undefined;
  for (let codePoint = 0; codePoint <= LAST_CODE_POINT + 1; codePoint += 1) {
    const belongs = codePoint <= LAST_CODE_POINT && pattern.test(String.fromCodePoint(codePoint));
    if (belongs) first ??= codePoint;
    else if (first !== undefined) {
      ranges.push(`\\x{${first.toString(16)}}-\\x{${(codePoint - 1).toString(16)}}`);
      first = undefined;
    }
  }
  return ranges.join('');
}

/** The code point of an escape that names one by its number, such as `\u00e4` or `\cJ`; undefined for other escapes. */
export function escapedCodePoint(escape: string): number | undefined {
  if (escape === '\\0') return 0;
  const [, braced, digits] = /^\\(?:u\{([^}]*)\}|[ux](.*))$/s.exec(escape) ?? [];
  if (braced !== undefined) return Number.parseInt(braced, 16);
  if (digits !== undefined) {
    // Two halves of a character, `\ud83d\ude00`.
    const units = digits.split('\\u').map((unit) => Number.parseInt(unit, 16));
    return String.fromCharCode(...units).codePointAt(0);
  }
  const control = /^\\c(.)$/s.exec(escape)?.[1];
  return control === undefined ? undefined : control.charCodeAt(0) % 32;
}
