/** Digests of the rules of starter policies that decide controls. `node scripts/controls.ts` writes this file. */
export const SHIPPED_RULES: ReadonlySet<string> = new Set<string>([]);
