import type { UploadedArtifact } from '../outputs/artifact.ts';
import { MAX_SUMMARY_BYTES } from '../outputs/job-summary.ts';
import { markdownCode, markdownLink, markdownTable, markdownText } from '../outputs/markdown.ts';
import { cellText } from '../text/display.ts';
import { count, counted } from '../text/numbers.ts';
import type { Change } from './change.ts';
import type { RemediationOutcome } from './services/outcome.ts';

/** What the job summary of a remediation shows. */
export interface RemediationSummary {
  readonly outcome: RemediationOutcome;
  readonly mode: 'plan' | 'apply' | 'undo';
  /** In the order of plan.csv. */
  readonly changes: readonly Change[];
  readonly digest: string;
  /** Number of changes by status, of those that were tried. */
  readonly statuses: readonly (readonly [status: string, number: number])[];
  readonly warnings: readonly string[];
  readonly artifact: (UploadedArtifact & { readonly name: string }) | undefined;
  /** The folder with the files. */
  readonly place: string;
}

const MAX_CHANGES = 100;
const LONGEST_CELL = 120;

/** The job summary in GitHub's Markdown. With `counts`, no mailbox is named. */
export function remediationSummary(summary: RemediationSummary, detail: 'full' | 'counts'): string {
  const { outcome, mode, changes, digest, statuses, warnings, artifact, place } = summary;
  const { result, reason } = outcome;
  const start = [
    `## Mailbox Report: ${mode} ${result}\n\n`,
    reason === undefined ? '' : `**${markdownText(reason.message)}** ${markdownText(reason.hint)}\n\n`,
    `${counted(changes.length, 'change', 'changes')} planned.\n\n`,
    changes.length > 0 && mode === 'plan' ? `Plan digest: ${markdownCode(digest)}\n\n` : '',
    statuses.length === 0
      ? ''
      : markdownTable(
          ['Status', 'Changes'],
          statuses.map(([name, number]) => [name, count(number)]),
        ),
    ...warnings.map((warning) => `- Warning: ${markdownText(warning, 500)}\n`),
    artifact === undefined
      ? `- On the runner: ${markdownCode(place)}\n\n`
      : `- Artifact: ${markdownLink(artifact.name, artifact.url)}\n\n`,
  ].join('');
  const tables = detail === 'counts' ? '' : changeTables(changes);
  return Buffer.byteLength(start + tables) < MAX_SUMMARY_BYTES ? start + tables : start;
}

/** The first changes, in a table for each rule. */
function changeTables(changes: readonly Change[]): string {
  const shown = Map.groupBy(changes.slice(0, MAX_CHANGES), ({ rules }) => rules.join('; '));
  const tables = [...shown].map(([rules, ofRule]) => {
    const rows = ofRule.map(({ address, item, setting, before, after }) => [
      markdownCode(address),
      markdownText(item === '' ? setting : `${item}: ${setting}`, LONGEST_CELL),
      markdownText(cellText(before), LONGEST_CELL),
      markdownText(cellText(after), LONGEST_CELL),
    ]);
    return `### ${markdownText(rules)}\n\n${markdownTable(['Mailbox', 'Setting', 'Before', 'After'], rows, false)}`;
  });
  const more = changes.length - MAX_CHANGES;
  return tables.join('') + (more > 0 ? `and ${count(more)} more: see plan.csv\n` : '');
}
