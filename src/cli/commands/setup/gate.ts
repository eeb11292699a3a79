import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { baselineOf, BASELINE_FILE, type ReportBaseline } from '../../../compare/report-baseline.ts';
import { UserError } from '../../../errors.ts';
import { removeTemp } from '../../../files/temp-folder.ts';
import {
  baselineKey,
  sortedEntries,
  writtenText,
  type BaselineEntry,
} from '../../../policy/baseline/baseline-entry.ts';
import { readBaseline } from '../../../policy/baseline/baseline-file.ts';
import { choosePolicy } from '../../../policy/load.ts';
import type { Policy } from '../../../policy/policy-definition.ts';
import { openNewestReport } from '../../../rehearsal/newest-report.ts';
import { chosenOf } from '../../../reports/choose.ts';
import type { AnyReport } from '../../../reports/table.ts';
import { DEFAULT_ARTIFACT_NAME } from '../../../run/inputs.ts';
import type { IndexedReport } from '../../../store/indexed-report.ts';
import { foreignReason } from '../../../store/kept-report.ts';
import { policyDigest } from '../../../store/rows-header.ts';
import { UnusableRows } from '../../../store/rows-reader.ts';
import { didYouMean } from '../../../text/did-you-mean.ts';
import { shownText } from '../../../text/display.ts';
import { count, counted, listed } from '../../../text/numbers.ts';
import type { GitHubRepository } from '../../repository.ts';
import { baselineText } from '../baseline/baseline.ts';
import { contentOf, type PresentFiles } from './present-files.ts';

/** What `--gate` changes, so that new violations fail the step and present ones do not. */
export interface Gate {
  /** The policy, relative to the folder. */
  readonly policy: string;
  /** The rules that are to fail the step. */
  readonly rules: ReadonlySet<string>;
  /** Undefined without a violation. */
  readonly baseline: GateBaseline | undefined;
  readonly notes: readonly string[];
}

export interface GateBaseline {
  /** Relative to the folder. */
  readonly file: string;
  /** Undefined if there is none. */
  readonly before: string | undefined;
  readonly after: string;
  /** What it accepts anew, for people. */
  readonly about: string;
}

interface GateSearch {
  /** IDs of rules; without one, all. */
  readonly rules: readonly string[];
  readonly policy: string | undefined;
  readonly reports: readonly AnyReport[];
  readonly listColumns: readonly string[];
  readonly present: PresentFiles;
  readonly repository: GitHubRepository | undefined;
  readonly folder: string;
  /** The report must be of it. */
  readonly tenant: { readonly tenant: string; readonly cloud: string };
}

/**
 * Finds the newest report of the repository, and makes the baseline that accepts its violations of the rules which fail the step from now
 * on: those of rules that did already stay new. Rejects with the UserErrors `INPUT_INVALID`, `SETUP_GITHUB` and `REPORT_UNREADABLE`, and
 * for the files of the policy.
 */
export async function planGate(search: GateSearch): Promise<Gate> {
  const { present, folder, reports, listColumns, repository } = search;
  const file = search.policy ?? present.inputs.policy?.[0];
  if (file === undefined || !existsSync(path.join(folder, file))) {
    throw invalid(
      '--gate is about the rules of a policy, and there is none yet.',
      'Run setup without it first, then the workflow.',
    );
  }
  const { policy } = await choosePolicy(file, folder, chosenOf(reports), listColumns);
  const rules = chosenRules(search.rules, policy);
  if (!repository?.hasToken) {
    throw new UserError(
      'SETUP_GITHUB',
      '--gate takes the baseline of the newest report of a repository, which is not known.',
      {
        hint: 'Set --repository to OWNER/REPO, and sign in: gh auth login, or a token in GH_TOKEN (fine-grained: Actions read).',
      },
    );
  }
  const tempFolder = await mkdtemp(path.join(tmpdir(), 'mailbox-report-'));
  try {
    return { policy: file, rules, ...(await fromReport(search, policy, rules, repository, tempFolder)) };
  } finally {
    await removeTemp(tempFolder);
  }
}

/** The rules of `--gate`. Throws the UserError `INPUT_INVALID` for one that the policy lacks. */
function chosenRules(names: readonly string[], policy: Policy | undefined): ReadonlySet<string> {
  const ids = (policy?.rules ?? []).map(({ id }) => id);
  const unknown = names.find((name) => !ids.includes(name));
  if (unknown === undefined) return new Set(names.length === 0 ? ids : names);
  const near = didYouMean(unknown, ids);
  throw invalid(
    `The policy has no rule ${shownText(unknown)}.`,
    near === undefined ? `Its rules are: ${listed(ids, 'and')}.` : `Did you mean ${shownText(near)}?`,
  );
}

async function fromReport(
  { present, folder, tenant }: GateSearch,
  policy: Policy | undefined,
  rules: ReadonlySet<string>,
  { api, webUrl }: GitHubRepository,
  tempFolder: string,
): Promise<Pick<Gate, 'baseline' | 'notes'>> {
  const artifactName = present.inputs['artifact-name']?.[0] ?? DEFAULT_ARTIFACT_NAME;
  const log = { info: () => undefined };
  const found = await openNewestReport({ repository: api, artifactName }, { log, tempFolder, names: [BASELINE_FILE] });
  if (found.kind !== 'found') throw unusable(webUrl, found.reason);
  const { report, source } = found;
  const run =
    source.kind === 'run' ? `run #${source.number} of ${source.started.toISOString().slice(0, 10)}` : source.path;
  try {
    const foreign = foreignReason(report.header, tenant);
    if (foreign !== undefined) throw new UnusableRows(foreign);
    requireJudged(report, rules);
    const baseline = await newBaseline(await baselineOf(report, run), { present, folder, policy, rules, run });
    return { baseline, notes: notesOf(report, policy, present, run) };
  } catch (error) {
    throw error instanceof UnusableRows ? unusable(webUrl, `That of ${run}: ${error.message}`) : error;
  } finally {
    await report.close();
  }
}

/** Without a verdict, every violation would be new. */
function requireJudged({ header: { rules: judged = [] } }: IndexedReport, rules: ReadonlySet<string>): void {
  const missing = [...rules].filter((id) => judged.every((rule) => rule.id !== id));
  if (missing.length > 0) throw new UnusableRows(`It does not judge ${listed(missing, 'and')}.`);
}

async function newBaseline(
  report: ReportBaseline,
  {
    present,
    folder,
    policy,
    rules,
    run,
  }: Pick<GateSearch, 'present' | 'folder'> &
    Pick<Gate, 'rules'> & { readonly policy: Policy | undefined; readonly run: string },
): Promise<GateBaseline | undefined> {
  const [configured] = present.inputs.baseline ?? [];
  const file = configured ?? BASELINE_FILE;
  const before = await contentOf(path.join(folder, file));
  const { entries: committed } =
    before === undefined && configured === undefined ? { entries: [] } : await readBaseline(file, folder, undefined);
  // New violations of rules that fail the step already are what it is about.
  const turned = (policy?.rules ?? []).filter(
    ({ id, severity }) => rules.has(id) && (configured === undefined || severity === 'warning'),
  );
  const accepted = new Set(turned.map(({ id }) => writtenText(id)));
  const kept: readonly BaselineEntry[] = committed.map(report.current);
  const keys = new Set(kept.map(baselineKey));
  const added = report.entries.filter((entry) => accepted.has(entry.rule) && !keys.has(baselineKey(entry)));
  if (added.length === 0) return undefined;
  const format = before === undefined ? report.bytes : await readFile(path.join(folder, file));
  const after = baselineText(sortedEntries([...kept, ...added]), format);
  return { file, before, after, about: `${counted(added.length, 'violation', 'violations')} of ${run}` };
}

function notesOf(
  { header, end }: IndexedReport,
  policy: Policy | undefined,
  { inputs }: PresentFiles,
  run: string,
): readonly string[] {
  const { mailboxes, read } = end.counts;
  const unread = mailboxes - read;
  const isOther = policy !== undefined && header.digests.policy !== policyDigest(policy);
  return [
    ...(isOther
      ? [
          `The policy has changed since ${run}: violations that only it finds are new. Run the workflow first to accept them.`,
        ]
      : []),
    ...(unread > 0 && (inputs['max-unreadable']?.[0] ?? 'auto') === 'auto'
      ? [
          `${count(unread)} of ${counted(mailboxes, 'mailbox', 'mailboxes')} could not be read in ${run}. With a rule that fails the step, max-unreadable is 0: correct the cause, or write "max-unreadable: ${unread}" into the file.`,
        ]
      : []),
  ];
}

function invalid(message: string, hint: string): UserError {
  return new UserError('INPUT_INVALID', message, { hint });
}

function unusable(repository: string, reason: string): UserError {
  return new UserError('REPORT_UNREADABLE', `There is no report of ${repository} that --gate can use. ${reason}`, {
    hint: 'Run the workflow with the policy, and run setup --gate again.',
  });
}
