import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { Step } from '../../demo/runner.ts';
import { runMerge } from '../../src/actions/merge.ts';
import { run } from '../../src/actions/report.ts';
import type { Environment } from '../../src/http/proxy.ts';
import type { Runner } from '../../src/run/runner.ts';
import { evidenceIn, expectSums, withControls } from './control-sums.ts';
import { mergeStep, reportStep, type ActionOptions, type RunOutcome } from './action-run.ts';

type Action = (env: Environment, runner: Runner) => Promise<{ readonly fails: boolean }>;
type RunStep = (action: Action, step: Step) => Promise<RunOutcome>;

const ONE_OFF = 'the fault is over after the first run';
const REFUSED = 'whether a mailbox is missing or refused depends on the order of the answers';
/** The scenarios whose last run shards cannot repeat, by their full names. */
const NOT_REPEATABLE: Readonly<Record<string, string>> = {
  'a listing is whole or unknown links that expire': ONE_OFF,
  'the CSV of a usage report throttled too long fails with its cause, and no other report': ONE_OFF,
  'the report access access has the groups themselves if their listing is throttled for long, with one notice': ONE_OFF,
  'a fault of Exchange Online shows no servers and stack traces in files, summary, page and annotations': ONE_OFF,
  'mailbox-permissions leaves mailboxes unread whose answer has no objects at all, and never says that they comply':
    ONE_OFF,
  'reports of Exchange Online are unread if Exchange refuses Get-MailboxPermission, and all others are read': REFUSED,
  'report files about Exchange Online leave a mailbox unread in which Exchange names no calendar, or refuses to':
    REFUSED,
  'faults of Graph reports mailboxes with two responses in a batch as failed, and reads the others':
    'the fault is about a place in a batch',
  'the CSV files neutralises formulas and changes nothing else': 'the answers are about a place among the requests',
};

const SHARDS = 2;
/** Reading a larger list twice more takes too long. */
const MAX_MAILBOXES = 300;
const OF_MERGE = ['report', 'policy', 'baseline', 'fail-on', 'max-unreadable', 'compare', 'formats', 'csv', 'summary'];
/** Where files are. */
const NOT_COMPARED = ['output-directory', 'csv-path'];
/** What a policy with a control adds. */
const OF_CONTROLS = ['unmet-control-count', 'controls.csv'];

/** In errors. */
const REQUEST_ID = /(?<=request ID )[0-9a-f-]{36}/g;

/**
 * Expects the shards of a run, merged, to give its CSVs byte for byte, its outputs, its evidence and its exit code. If the policy has no
 * controls, the merge has one that every rule decides, whose counts must add up.
 */
export async function expectSameFromShards(whole: RunOutcome, options: ActionOptions, runStep: RunStep): Promise<void> {
  const { tenant, files = {}, inputs = {}, env = {} } = options;
  if (Object.hasOwn(NOT_REPEATABLE, expect.getState().currentTestName ?? '')) return;
  if (!canBeSharded(whole, inputs)) return;
  const folders: string[] = [];
  for (let number = 1; number <= SHARDS; number += 1) {
    const ofShard = { ...inputs, 'artifact-name': 'shards', shard: `${number}/${SHARDS}` };
    const { outputs } = await runStep(
      // Without artifacts, its rows stay in its folder.
      (environment, runner) => run(environment, { ...runner, loadArtifactClient: undefined }),
      await reportStep({ ...options, inputs: ofShard }),
    );
    folders.push(outputs['output-directory'] ?? '');
  }
  const given = OF_MERGE.flatMap((name) => (inputs[name] === undefined ? [] : [[name, inputs[name]] as const]));
  const ofMerge = { ...Object.fromEntries(given), 'artifact-name': '' };
  const evidence = await evidenceIn(whole.outputs['output-directory'] ?? '');
  const counted = evidence === undefined ? withControls(files, inputs.policy) : undefined;
  const step = await mergeStep({ tenant, files: counted ?? files, env, inputs: ofMerge });
  const merged = await runStep((environment, runner) => runMerge(environment, runner, { shards: folders }), step);
  const added = counted === undefined ? [] : OF_CONTROLS;
  expect(await shownBy(merged, added)).toEqual(await shownBy(whole));
  await expectSums(merged.outputs);
  if (counted !== undefined) expect(await evidenceIn(merged.outputs['output-directory'] ?? '')).toBeDefined();
}

/** Runs that uploaded have another artifact each, and shards look for no mailboxes outside the list. */
function canBeSharded({ csv, outputs }: RunOutcome, inputs: NonNullable<ActionOptions['inputs']>): boolean {
  const isPlain = ['shard', 'config', 'unlisted', 'artifact-name'].every((name) => (inputs[name] ?? '') === '');
  const isRead = csv !== undefined && outputs.result !== 'error';
  return isPlain && isRead && Number(outputs['mailbox-count']) <= MAX_MAILBOXES;
}

/** @param added what the run has besides */
async function shownBy({ code, outputs }: RunOutcome, added: readonly string[] = []) {
  const folder = outputs['output-directory'] ?? '';
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv') && !added.includes(name));
  const textOf = async (name: string) => (await readFile(path.join(folder, name), 'utf8')).replaceAll(REQUEST_ID, 'ID');
  const csvs = names.sort().map(async (name) => [name, await textOf(name)] as const);
  const values = Object.entries(outputs).filter(([name]) => ![...NOT_COMPARED, ...added].includes(name));
  const evidence = added.length > 0 ? undefined : await evidenceIn(folder);
  const shown = { code, outputs: Object.fromEntries(values), csvs: Object.fromEntries(await Promise.all(csvs)) };
  if (evidence === undefined) return shown;
  // Of the run.
  return { ...shown, evidence: { ...evidence, run: '', digests: { ...evidence.digests, rows: '' } } };
}
