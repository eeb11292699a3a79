import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UserError } from '../../../errors.ts';
import { removeTemp } from '../../../files/temp-folder.ts';
import { timeline } from '../../../history/timeline.ts';
import { isAddress, isMailboxId } from '../../../mailboxes/address.ts';
import { shownText, visibleLine } from '../../../text/display.ts';
import { count } from '../../../text/numbers.ts';
import { terminalText } from '../../terminal.ts';
import { NO_AUDIT, openAudit } from './audit.ts';
import type { HistoryAccess, HistoryOptions } from './history-options.ts';
import { placesOf, reportsOf } from './kept-places.ts';
import { printTimeline } from './timeline-output.ts';
import { timelineRows } from './timeline-rows.ts';

/**
 * Prints what changed over all kept reports, and returns 0. Rejects with the UserErrors `INPUT_INVALID` for arguments and for a mailbox
 * that no report has, and `REPORT_UNREADABLE` if there is no report.
 */
export async function printHistory(
  args: readonly string[],
  options: HistoryOptions,
  access: HistoryAccess,
): Promise<number> {
  const { terminal } = access;
  const { target } = options;
  const { address, folder } = placesOf(args, process.cwd());
  requireSubject(address, target);
  const audit = options.audit ? await openAudit(options, access) : undefined;
  const temp = await mkdtemp(path.join(tmpdir(), 'mailbox-report-'));
  try {
    const { reports, missing } = await reportsOf(folder, options, temp, access);
    const showProgress = ({ name }: { readonly name: string }): void => {
      terminal.progress(visibleLine(`Reading ${name}…`));
    };
    const result = await timeline(
      reports,
      { addresses: address === undefined ? undefined : [address], target },
      temp,
      showProgress,
    );
    const unusable = [...missing, ...result.damaged];
    if (result.reports.length === 0) throw noReport(unusable.map(({ name, reason }) => `${name}: ${reason}`));
    if (address !== undefined && result.mailboxes.length === 0) throw notListed(address);
    const auditResult = (await audit?.(result.mailboxes)) ?? NO_AUDIT;
    terminal.progress('');
    for (const note of auditResult.notes) terminal.err(`${terminalText(note)}\n`);
    const format = options.json ? 'json' : options.format;
    printTimeline(timelineRows(result, unusable, auditResult.recordsOf), result, format, terminal);
    return 0;
  } finally {
    await removeTemp(temp);
  }
}

function requireSubject(address: string | undefined, target: string | undefined): void {
  if (address !== undefined && !isMailboxId(address)) {
    throw new UserError('INPUT_INVALID', `${shownText(address)} is no mailbox address.`, {
      hint: 'Name the mailbox first, and then the folder with reports.',
    });
  }
  if (target !== undefined && !isAddress(target) && !/^(?!\.)[\p{L}\p{M}\p{N}.-]+$/u.test(target)) {
    throw new UserError('INPUT_INVALID', `The option --target cannot be ${shownText(target)}.`, {
      hint: 'Use an address or a domain such as mail.example.',
    });
  }
  if (address !== undefined || target !== undefined) return;
  throw new UserError('INPUT_MISSING', 'No mailbox is named.', { hint: 'Name its address, or set --target.' });
}

function noReport(reasons: readonly string[]): UserError {
  const [first = 'None was found.', ...others] = reasons;
  const more = others.length === 0 ? '' : ` And ${count(others.length)} more cannot be used.`;
  return new UserError('REPORT_UNREADABLE', `There is no report to read. ${first}${more}`, {
    hint: 'Name a folder with the artifacts of runs, or a repository whose default branch has artifacts that have not expired (--artifact-name, --days).',
  });
}

function notListed(address: string): UserError {
  return new UserError('INPUT_INVALID', `The reports have no mailbox ${shownText(address)}.`, {
    hint: 'Name it by its address in the mailbox list of the runs.',
  });
}
