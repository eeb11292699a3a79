import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import { changeText, type AppliedChange, type PlannedChange, type SettingChange } from '../remediation/change.ts';
import { PLAN_JSON, readPlanFile, type StoredPlan } from '../remediation/plan-file.ts';
import { remediate } from '../actions/remediate.ts';
import { counted } from '../text/numbers.ts';
import { pfxInputs, runAtTerminal, terminalCore } from './action-run.ts';
import { asInputs } from './options.ts';
import { jsonText, terminalText, type Terminal } from './terminal.ts';

/** The options of `remediate` that are not only inputs of the action. */
export interface RemediateOptions {
  readonly config?: string;
  readonly mode: 'plan' | 'apply' | 'undo';
  /** Absent with `federated`. */
  readonly pfx?: string;
  readonly planFile?: string;
  readonly planDigest?: string;
  readonly outputDirectory?: string | undefined;
  readonly json: boolean;
}

const MOST_SHOWN = 100;

/**
 * Plans, applies or undoes changes as the action does, and prints them. Without the digest of an approved plan, shows the plan
 * and asks before anything is changed. Returns the exit code. Rejects with the UserErrors `PFX_UNREADABLE`, `NO_TERMINAL`,
 * `CANCELLED` and those of `readPlanFile`.
 */
export async function remediateAtTerminal(
  options: RemediateOptions,
  env: Environment,
  terminal: Terminal,
): Promise<number> {
  const { mode, planFile, planDigest, json } = options;
  const pfx = await pfxInputs(options.pfx, env, terminal);
  const run = (chosen: RemediateOptions, runTerminal = terminal): Promise<TerminalRun> =>
    runOnce(chosen, pfx, env, runTerminal);
  if (mode === 'plan' || (planFile !== undefined && planDigest !== undefined)) return (await run(options)).code;
  // The only JSON on standard output is the result.
  const shownAt = json ? { ...terminal, out: terminal.err } : terminal;
  if (planFile !== undefined) {
    const { changes, digest } = await unapprovedPlan(planFile, mode);
    new PrintedChanges({ ...options, mode: 'plan', json: false }, shownAt).onPlan(changes);
    await confirm(mode, changes.length, terminal);
    return (await run({ ...options, planDigest: digest })).code;
  }
  // The plan has a folder of its own: that of the undo gets an undo.json.
  const plan = { ...options, mode: 'plan', json: false, outputDirectory: undefined } as const;
  const { code, folder, outputs } = await run(plan, shownAt);
  const { result, 'change-count': count, 'plan-digest': digest } = outputs;
  if (result !== 'planned') return code;
  await confirm(mode, Number(count), terminal);
  return (await run({ ...options, planFile: path.join(folder, PLAN_JSON), planDigest: String(digest) })).code;
}

/** The plan of a file whose digest is not approved yet. */
async function unapprovedPlan(planFile: string, mode: 'apply' | 'undo'): Promise<StoredPlan> {
  const bytes = await readFile(planFile).catch(() => '');
  const kind = mode === 'undo' ? 'undo' : 'policy';
  return readPlanFile(planFile, process.cwd(), { kind, approved: hash('sha256', bytes) });
}

async function confirm(mode: 'apply' | 'undo', count: number, terminal: Terminal): Promise<void> {
  const answer = await terminal.ask(`Type "${mode}" to make ${counted(count, 'change', 'changes')}: `);
  if (answer?.trim() === mode) return;
  throw answer === undefined
    ? new UserError('NO_TERMINAL', 'The plan cannot be confirmed without a terminal. Nothing was changed.', {
        hint: 'Set --plan-file to the plan that was approved, and --plan-digest to its digest.',
      })
    : new UserError('CANCELLED', 'The plan was not confirmed. Nothing was changed.', {
        hint: `To make the changes, type ${mode}.`,
      });
}

interface TerminalRun {
  readonly code: number;
  readonly folder: string;
  readonly outputs: Readonly<Record<string, string | number>>;
}

async function runOnce(
  options: RemediateOptions,
  pfx: Environment,
  env: Environment,
  terminal: Terminal,
): Promise<TerminalRun> {
  const time = new Date(terminal.now()).toISOString().replaceAll(/[:.]/g, '');
  const folder = path.resolve(options.outputDirectory ?? `remediation-${options.mode}-${time}`);
  const inputs = { ...asInputs(options), ...pfx, 'INPUT_OUTPUT-DIRECTORY': folder, INPUT_SUMMARY: 'none' };
  const printed = new PrintedChanges(options, terminal);
  const core = terminalCore(terminal);
  const { fails } = await runAtTerminal(inputs, { env, core, assets: '' }, (environment, runner) =>
    remediate(environment, runner, printed),
  );
  terminal.progress('');
  printed.end(core.outputs, folder);
  return { code: fails ? 1 : 0, folder, outputs: core.outputs };
}

/** Prints the plan, or each change that was made. */
class PrintedChanges {
  readonly #options: RemediateOptions;
  readonly #terminal: Terminal;
  readonly #changes: object[] = [];

  constructor(options: RemediateOptions, terminal: Terminal) {
    this.#options = options;
    this.#terminal = terminal;
  }

  onPlan(changes: readonly PlannedChange[]): void {
    if (this.#options.mode !== 'plan') return;
    for (const [rules, ofRule] of Map.groupBy(changes.slice(0, MOST_SHOWN), ({ rules }) => rules.join(', '))) {
      this.#print(`${this.#terminal.style('bold', terminalText(rules))}\n`);
      for (const change of ofRule) this.#print(`  ${lineOf(change)}\n`);
    }
    const hiddenCount = changes.length - MOST_SHOWN;
    if (hiddenCount > 0) this.#print(`and ${counted(hiddenCount, 'more', 'more')}\n`);
    this.#changes.push(...changes.map(plain));
  }

  onDone(done: readonly AppliedChange[]): void {
    for (const { change, status, error } of done) {
      const isDone = status === 'applied' || status === 'unchanged';
      const reason = error === '' ? '' : `. ${terminalText(error)}`;
      this.#print(`${this.#terminal.style(isDone ? 'green' : 'red', status)} ${lineOf(change)}${reason}\n`);
      this.#changes.push({ ...plain(change), status, error });
    }
  }

  end(outputs: Readonly<Record<string, string | number>>, folder: string): void {
    const { result = 'error', 'plan-digest': digest, 'change-count': count } = outputs;
    if (this.#options.json) {
      this.#terminal.out(jsonText({ result, digest, folder, changes: this.#changes }));
    } else if (digest !== undefined) {
      const changes = counted(Number(count), 'change', 'changes');
      this.#terminal.out(`${result}: ${changes}, digest ${digest}, files in ${terminalText(folder)}\n`);
    }
  }

  #print(text: string): void {
    this.#terminal.progress('');
    if (!this.#options.json) this.#terminal.out(text);
  }
}

function plain({ address, rules, item, setting, before, after }: SettingChange): object {
  return { mailbox: address, rules, item, setting, before, after };
}

function lineOf(change: SettingChange): string {
  return terminalText(changeText(change).replaceAll('\n', ' '));
}
