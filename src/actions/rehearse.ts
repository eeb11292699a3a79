import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { searchPlace } from '../compare/earlier-run.ts';
import { makeTempFolder, removeTemp } from '../files/temp-folder.ts';
import { within } from '../http/machine.ts';
import type { Environment } from '../http/proxy.ts';
import { writeStepSummary } from '../outputs/job-summary.ts';
import { wholeSection } from '../outputs/markdown.ts';
import { baseCommit, rehearseChange, type NotRehearsed, type RehearsalRequest } from '../rehearsal/rehearse-change.ts';
import { totalsOf } from '../rehearsal/rehearsal.ts';
import {
  notRehearsedSection,
  rehearsalComment,
  rehearsalHeadline,
  rehearsalNotes,
  rehearsalSection,
  weakerNotes,
  type RehearsedReport,
} from '../rehearsal/rehearsal-text.ts';
import type { ValuesOf } from '../run/inputs.ts';
import { logText, type Log } from '../run/log.ts';
import { isPublicRepository } from '../run/repository-visibility.ts';
import type { Core, Network, StepEnvironment } from '../run/runner.ts';
import type { EpochMs } from '../text/numbers.ts';

/** In the temporary folder of the job. */
const COMMENT_FILE = 'mailbox-report-rehearsal.md';
/** A run must not wait longer for something that it can do without. */
const MAX_MS = 300_000;

/**
 * Rehearses the policy of a step as the input `rehearse` asks: writes the job summary, the comment and the outputs. Returns whether the
 * step passes. Rejects with a UserError: `REPORT_UNREADABLE` for a report that the input names, or as `rehearseChange` does.
 */
export async function rehearseStep(
  env: Environment,
  inputs: ValuesOf<'validate'>,
  step: StepEnvironment,
  core: Log & Pick<Core, 'setOutput'>,
  network: Network,
): Promise<boolean> {
  if (inputs.rehearse.kind === 'off') return true;
  const temp = makeTempFolder(step.tempFolder, 'mailbox-report-rehearsal-');
  try {
    return await within(MAX_MS, network, async (signal) => {
      const limited = { ...network, signal };
      const request = await stepRequest(inputs, step, limited);
      const outcome =
        'reason' in request
          ? request
          : await rehearseChange({ ...request, env, workspace: step.workspace, temp, log: core });
      const mayName = !('reason' in outcome) && inputs.summary === 'full';
      const namesMailboxes = mayName && !(await isPublicRepository(step, limited));
      return deliver(outcome, inputs, namesMailboxes, step, core, network.now());
    });
  } finally {
    await removeTemp(temp);
  }
}

async function stepRequest(
  { rehearse, basePolicy, githubToken: token, artifactName }: ValuesOf<'validate'>,
  step: StepEnvironment,
  network: Network,
): Promise<Pick<RehearsalRequest, 'base' | 'report'> | NotRehearsed> {
  const commit = await baseCommit(step.eventFile);
  if (typeof commit === 'object') return commit;
  const fileBase = basePolicy === undefined ? undefined : { file: basePolicy };
  if (rehearse.kind === 'path') return { base: fileBase, report: rehearse.path };
  const place = searchPlace({ step, token, artifactName, ...network });
  if (place.kind !== 'place') return place;
  const { repository } = place;
  const base = commit === undefined ? fileBase : { commit: { repository, commit }, file: basePolicy };
  return { base, report: place };
}

/** Returns whether the step passes. */
async function deliver(
  outcome: RehearsedReport | NotRehearsed,
  { summary, failOnRehearsal }: ValuesOf<'validate'>,
  namesMailboxes: boolean,
  step: StepEnvironment,
  core: Log & Pick<Core, 'setOutput'>,
  now: EpochMs,
): Promise<boolean> {
  const markdown = wholeSection(
    'reason' in outcome ? notRehearsedSection(outcome.reason) : rehearsalSection(outcome, namesMailboxes, now),
  );
  const comment = path.join(step.tempFolder, COMMENT_FILE);
  await writeFile(comment, rehearsalComment(markdown));
  core.setOutput('rehearsal-file', comment);
  if (summary !== 'none') await writeStepSummary(core, step.summaryFile, markdown);
  if ('reason' in outcome) {
    core.notice(logText(outcome.reason), { title: 'Not rehearsed' });
    return true;
  }
  const { rehearsal } = outcome;
  const lines = [rehearsalHeadline(rehearsal), ...weakerNotes(rehearsal), ...rehearsalNotes(outcome, now)];
  for (const line of lines) core.info(logText(line));
  const { error } = totalsOf(rehearsal);
  core.setOutput('would-violate-count', error.after);
  core.setOutput('would-be-new-count', error.new);
  core.setOutput('would-be-resolved-count', error.resolved);
  if (failOnRehearsal === 'never' || error.new === 0) return true;
  core.setOutput('result', 'violations');
  core.error(logText(rehearsalHeadline(rehearsal)), { title: 'New violations' });
  return false;
}
