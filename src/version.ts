/** The version of the program, as `package.json` has it; `scripts/release.ts` writes both. */
export const VERSION = '0.1.0';

/** What starts the terminal program, in commands for people: until the first release npm has no package, only a clone. */
export const COMMAND = commandOf(VERSION);

/** The start of a command of the terminal program in that version. */
export function commandOf(version: string): string {
  return version.startsWith('0.') ? 'npm run cli --' : 'npx mailbox-report';
}
