import { existsSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UserError } from '../../../errors.ts';
import { removeTemp } from '../../../files/temp-folder.ts';
import { keptReports, type KeptReports } from '../../../history/kept-report.ts';
import { timeline } from '../../../history/timeline.ts';
import { isAddress, isMailboxId } from '../../../mailboxes/address.ts';
import { DEFAULT_ARTIFACT_NAME } from '../../../run/inputs.ts';
import { shownText, visibleLine } from '../../../text/display.ts';
import { count, DAY_MS } from '../../../text/numbers.ts';
import { terminalText } from '../../terminal.ts';
import { NO_AUDIT, openAudit } from './audit.ts';
import type { HistoryAccess, HistoryOptions } from './history-options.ts';
import { keepArtifacts, openRepository } from './kept-artifacts.ts';
import { printTimeline } from './timeline-output.ts';
import { timelineRows } from './timeline-rows.ts';

const DEFAULT_DAYS = 90;

/** What the arguments name. */
interface Places {
  readonly address: string | undefined;
  readonly folder: string | undefined;
}

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

/** The reports of the folder and of the repository, which is asked if it is named or there is no folder. */
async function reportsOf(
  folder: string | undefined,
  { repository: option, days, artifactName }: HistoryOptions,
  temp: string,
  { env, dispatcher, terminal }: HistoryAccess,
): Promise<KeptReports> {
  const daysAgo = (number: number): Date => new Date(terminal.now() - number * DAY_MS);
  const place = folder ?? (await mkdtemp(path.join(temp, 'artifacts-')));
  const since = days === undefined ? new Date(0) : daysAgo(days);
  if (folder !== undefined && option === undefined) {
    if (!existsSync(folder)) throw noFolder(folder);
    return keptReports(place, temp, (file) => path.join(folder, file), since);
  }
  const repository = await openRepository(option, env, dispatcher);
  await mkdir(place, { recursive: true });
  const artifacts = await keepArtifacts(
    {
      repository,
      artifactName: artifactName ?? DEFAULT_ARTIFACT_NAME,
      since: daysAgo(days ?? DEFAULT_DAYS),
      noun: 'report',
    },
    place,
    (url) => {
      terminal.progress(visibleLine(`Downloading ${url}…`));
    },
  );
  const folderReports = await keptReports(
    place,
    temp,
    (file) => artifacts.runs.get(file)?.url ?? path.join(folder ?? '', file),
    since,
  );
  return { reports: folderReports.reports, missing: [...artifacts.missing, ...folderReports.missing] };
}

/** The address is the argument with `@` that is no path. If there is none, it is the first of two arguments. */
function placesOf(args: readonly string[], current: string): Places {
  const at = args.findIndex((argument) => argument.includes('@') && !existsSync(path.resolve(current, argument)));
  const addressAt = at === -1 && args.length > 1 ? 0 : at;
  return { address: args[addressAt], folder: args.find((_, index) => index !== addressAt) };
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

function noFolder(folder: string): UserError {
  return new UserError('INPUT_INVALID', `There is no folder ${shownText(folder)}.`, {
    hint: 'Name a folder with reports: rows files, or the zips or folders of artifacts.',
  });
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
