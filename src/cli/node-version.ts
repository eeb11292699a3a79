import { UserError } from '../errors.ts';

type NodeVersion = readonly [major: number, minor: number];

/** The first with the hash function and the colours that every command uses. */
export const LEAST_NODE: NodeVersion = [20, 12];
/** What the engine takes: its HTTP client, and the search for files. */
export const LEAST_NODE_OF_ENGINE: NodeVersion = [22, 19];

/**
 * Throws UserError NODE_TOO_OLD where a version of Node.js, such as `20.20.2`, is older than a command takes: what is
 * missing in it would else look like a bug of the command.
 */
export function requireNode(version: string, [leastMajor, leastMinor]: NodeVersion): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new UserError(
    'NODE_TOO_OLD',
    `This command takes Node.js ${leastMajor}.${leastMinor} or newer; this is ${version}.`,
    {
      hint: 'Install a newer one, or the one that "npm ci" brings to a clone of the repository: "npx --no-install mailbox-report" runs on it there.',
    },
  );
}
