import { logLines, type Log } from '../run/log.ts';
import { markdownCode, markdownTable, markdownText } from '../outputs/markdown.ts';
import { cellText } from '../text/display.ts';
import { count } from '../text/numbers.ts';
import type { AppliedChange, ChangeStatus } from './write.ts';

/** The statuses of a summary, those that somebody must look at first. */
const SHOWN: readonly ChangeStatus[] = ['failed', 'not-verified', 'stale', 'cancelled', 'applied'];
const MAX_OF_A_STATUS = 100;
const MAX_ANNOTATIONS = 8;
const LONGEST_CELL = 120;
const LONGEST_ERROR = 300;

/** The changes by what became of them, in Markdown. */
export function appliedTables(results: readonly AppliedChange[]): string {
  const tables = SHOWN.map((status) => {
    const ofStatus = results.filter((each) => each.status === status);
    if (ofStatus.length === 0) return '';
    const hasError = ofStatus.some(({ error }) => error !== '');
    const rows = ofStatus.slice(0, MAX_OF_A_STATUS).map(({ change, error }) => {
      const { address, item, setting, before, after } = change;
      return [
        markdownCode(address),
        markdownText(item === '' ? setting : `${item}: ${setting}`, LONGEST_CELL),
        markdownText(cellText(before), LONGEST_CELL),
        markdownText(cellText(after), LONGEST_CELL),
        ...(hasError ? [markdownText(error, LONGEST_ERROR)] : []),
      ];
    });
    const more = ofStatus.length - rows.length;
    const columns = ['Mailbox', 'Setting', 'Before', 'After', ...(hasError ? ['Error'] : [])];
    return `### ${status}\n\n${markdownTable(columns, rows)}${more > 0 ? `and ${count(more)} more: see applied.csv\n\n` : ''}`;
  });
  return tables.join('');
}

/** Annotates the first changes that failed or are not verified. */
export function annotateFailures(core: Log, results: readonly AppliedChange[]): void {
  const failed = results.filter(({ status }) => status === 'failed' || status === 'not-verified');
  for (const { change, status, error } of failed.slice(0, MAX_ANNOTATIONS)) {
    const { address, item, setting } = change;
    const name = item === '' ? setting : `${item}: ${setting}`;
    core.warning(logLines(`${address} ${name}: ${error}`), { title: status });
  }
}
