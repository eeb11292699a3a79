import type { UserError } from '../../errors.ts';
import { markdownCode, markdownTable, markdownText } from '../../outputs/markdown.ts';
import { count, counted } from '../../text/numbers.ts';
import { totals, type Checked } from './check.ts';
import { placeText } from './place-text.ts';

const MOST_LISTED = 200;

/** The job summary of a check in GitHub's Markdown. GitHub allows 1 MiB. */
export function checkedSummary(checked: Checked): string {
  const { mailboxes, reports, rules, errors, warnings } = checked;
  const all = totals(checked);
  const found = [...errors.map(row('error')), ...warnings.map(row('warning'))];
  const shown = found.slice(0, MOST_LISTED);
  const hidden = all.errors + all.warnings - shown.length;
  return [
    `## Mailbox Report: ${errors.length === 0 ? 'valid' : 'not valid'}\n\n`,
    `${counted(all.errors, 'error', 'errors')}, ${counted(all.warnings, 'warning', 'warnings')} in `,
    `${counted(mailboxes, 'mailbox', 'mailboxes')} and ${counted(reports.length, 'report', 'reports')}`,
    rules === undefined ? '' : `, a policy of ${counted(rules, 'rule', 'rules')}`,
    '.\n\n',
    shown.length === 0 ? '' : markdownTable(['Place', '', 'Problem', 'What to do'], shown),
    hidden === 0 ? '' : `and ${count(hidden)} more: see the log\n`,
  ].join('');
}

function row(level: 'error' | 'warning'): (problem: UserError) => string[] {
  return ({ code, message, hint, place }) => [
    markdownText(placeText(place), 300),
    `${level} ${markdownCode(code)}`,
    markdownText(message, 500),
    markdownText(hint, 500),
  ];
}
