import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UserError } from '../../../errors.ts';
import { removeTemp } from '../../../files/temp-folder.ts';
import { newDispatcher, TIMEOUTS } from '../../../http/dispatcher.ts';
import type { Environment } from '../../../http/proxy.ts';
import type { ReportPlace } from '../../../rehearsal/newest-report.ts';
import { rehearseChange } from '../../../rehearsal/rehearse-change.ts';
import { totalsOf } from '../../../rehearsal/rehearsal.ts';
import { rehearsalJson, rehearsalSection } from '../../../rehearsal/rehearsal-text.ts';
import { configFileOf } from '../../../run/config-file.ts';
import type { FAIL_ON_REHEARSAL } from '../../../run/input-readers.ts';
import { DEFAULT_ARTIFACT_NAME } from '../../../run/inputs.ts';
import { wholeSection } from '../../../outputs/markdown.ts';
import { ROWS_FILE } from '../../../store/rows-file.ts';
import { shownText, visibleLine } from '../../../text/display.ts';
import { asInputs } from '../../options.ts';
import { openRepository } from '../history/kept-artifacts.ts';
import type { HistoryAccess } from '../history/history-options.ts';
import { blocksText } from '../../section-text.ts';
import { jsonText, terminalText, type Terminal } from '../../terminal.ts';

/** The options of `rehearse`: inputs of the action, and further ones. Paths are relative to the current folder. */
export interface RehearseOptions {
  /** The argument: a downloaded report. */
  readonly place?: string | undefined;
  readonly policy?: string;
  readonly mailboxes?: readonly string[];
  readonly basePolicy?: string;
  readonly config?: string;
  readonly failOn: (typeof FAIL_ON_REHEARSAL)[number];
  readonly repository?: string;
  readonly summaryFile?: string;
  readonly json: boolean;
}

/**
 * Judges the rows of a report by a policy, prints what that would change, and returns the exit code: 1 for new violations that fail.
 * Rejects with a UserError: `REPORT_UNREADABLE` for a report that cannot be used, `INPUT_INVALID` without a repository, or about the files
 * of the policy.
 */
export async function rehearseAtTerminal(
  { place, basePolicy, failOn, repository, summaryFile, json, ...options }: RehearseOptions,
  env: Environment,
  folder: string,
  terminal: Terminal,
): Promise<number> {
  requireOrder(place, options, folder);
  const dispatcher = newDispatcher(TIMEOUTS, env);
  const temp = await mkdtemp(path.join(tmpdir(), 'mailbox-report-'));
  try {
    const outcome = await rehearseChange({
      env: asInputs({ ...options, config: configFileOf(options.config) }),
      workspace: folder,
      temp,
      base: basePolicy === undefined ? undefined : { file: basePolicy },
      report: place ?? (await newestReport(repository, { env, dispatcher, terminal })),
      // The result says what happened.
      log: { info: () => undefined },
    });
    if ('reason' in outcome) {
      terminal.out(json ? jsonText({ ok: true, ...outcome }) : `Not rehearsed. ${terminalText(outcome.reason)}\n`);
      return 0;
    }
    const section = rehearsalSection(outcome, true, terminal.now());
    if (summaryFile !== undefined) await writeFile(path.resolve(folder, summaryFile), wholeSection(section));
    const ok = failOn !== 'new' || totalsOf(outcome.rehearsal).error.new === 0;
    if (json) terminal.out(jsonText({ ok, ...rehearsalJson(outcome) }));
    else terminal.out(blocksText(section.blocks, terminal.style));
    return ok ? 0 : 1;
  } finally {
    await removeTemp(temp);
    await dispatcher.destroy();
  }
}

/** Throws the UserError `INPUT_INVALID` if the report stands where an option takes it for something else. */
function requireOrder(
  place: string | undefined,
  { policy, mailboxes = [] }: Pick<RehearseOptions, 'policy' | 'mailboxes'>,
  folder: string,
): void {
  const isReport = (file: string): boolean => /\.zip$/i.test(file) || existsSync(path.resolve(folder, file, ROWS_FILE));
  if (place !== undefined && policy !== undefined && /\.ya?ml$/i.test(place) && isReport(policy)) {
    throw new UserError('INPUT_INVALID', `${shownText(place)} is a policy, and ${shownText(policy)} is a report.`, {
      hint: `They are swapped: rehearse ${visibleLine(policy)} --policy ${visibleLine(place)}`,
    });
  }
  const taken = place === undefined ? mailboxes.find(isReport) : undefined;
  if (taken === undefined) return;
  throw new UserError('INPUT_INVALID', `--mailboxes takes ${shownText(taken)} for a mailbox list.`, {
    hint: `Name the report first: rehearse ${visibleLine(taken)} --mailboxes ...`,
  });
}

/** Where the newest report of a repository is. */
async function newestReport(repository: string | undefined, access: HistoryAccess): Promise<ReportPlace> {
  const { api } = await openRepository(repository, access);
  return { repository: api, artifactName: DEFAULT_ARTIFACT_NAME };
}
