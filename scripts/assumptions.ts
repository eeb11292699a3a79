/**
 * Writes `docs/assumptions.md` from the table by which `mailbox-report doctor --probe` checks the assumptions.
 * Usage: `node scripts/assumptions.ts`
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ASSUMPTIONS } from '../probe/probe.ts';
import type { Assumption } from '../probe/assumption.ts';

export const ASSUMPTIONS_FILE = 'docs/assumptions.md';

const SERVICES: readonly (readonly [prefix: string, title: string])[] = [
  ['ENTRA', 'Entra ID'],
  ['GRAPH', 'Microsoft Graph'],
  ['EXCHANGE', 'Exchange Online'],
  ['GITHUB', 'GitHub'],
];

const INTRODUCTION = `# Assumptions

For reference: what the action relies on in services that no test of this repository can reach. Each assumption is **documented** by the service,
**observed** by a public project or report, or **inferred** from either. To check them in your tenant, run
[\`mailbox-report doctor --probe\`](setup.md#probe). It only reads.

\`node scripts/assumptions.ts\` writes this page.
`;

/** The document, as prettier formats it. */
export function assumptionsDocument(): string {
  const sections = SERVICES.map(([prefix, title]) => {
    const assumptions = ASSUMPTIONS.filter(({ id }) => id.startsWith(`${prefix}-`));
    return `## ${title}\n\n${assumptions.map(entry).join('\n')}`;
  });
  return [INTRODUCTION, ...sections].join('\n');
}

function entry({ id, statement, basis, source, method, check }: Assumption): string {
  return [
    `### ${id}\n`,
    `${statement}\n`,
    `- Source: ${basis}, ${source.replaceAll(/https:\/\/[^\s,;)]*[^\s,;:.)]/g, '<$&>')}`,
    `- Check: ${check === undefined ? `none. ${method}` : method}\n`,
  ].join('\n');
}

if (import.meta.main) {
  await writeFile(path.resolve(import.meta.dirname, '..', ASSUMPTIONS_FILE), assumptionsDocument());
}
