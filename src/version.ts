/** The version of the program, as `package.json` has it; `scripts/release.ts` writes both. */
export const VERSION = '0.1.0';
