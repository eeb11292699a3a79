/** Digests of the rules of starter policies that decide controls. `node scripts/controls.ts` writes this file. */
export const SHIPPED_RULES: ReadonlySet<string> = new Set<string>([]);

/** By control, the columns that these rules expect, with their reports. */
export const SHIPPED_COLUMNS: Readonly<Record<string, readonly string[]>> = {};
