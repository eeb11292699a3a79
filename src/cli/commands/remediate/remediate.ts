import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../../../errors.ts';
import type { Environment } from '../../../http/proxy.ts';
import { changeText, type AppliedChange, type SettingChange } from '../../../remediation/change.ts';
import { PLAN_JSON, type StoredPlan } from '../../../remediation/plan-file.ts';
import { remediate } from '../../../actions/remediate.ts';
import { INTERRUPTED } from '../../../run/stop-signals.ts';
import { counted } from '../../../text/numbers.ts';
import { pfxInputs, runAtTerminal, terminalCore } from '../../action-run.ts';
import { asInputs } from '../../options.ts';
import { planText } from './remediation-plan-text.ts';
import { exitCodeOf, jsonText, terminalText, type Terminal } from '../../terminal.ts';

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

/**
 * Plans, applies or undoes changes as the action does, and prints them. Without the digest of an approved plan, it signs in, checks
 * that the plan fits, shows the plan and asks before anything is changed. Returns the exit code. Rejects with the UserErrors
 * `PFX_UNREADABLE` and those of `readPlanFile`, and with `Interrupted` at Ctrl+C.
 */
export async function remediateAtTerminal(
  options: RemediateOptions,
  env: Environment,
  terminal: Terminal,
): Promise<number> {
  const { mode, planFile, planDigest, json } = options;
  const pfx = await pfxInputs(options.pfx, env, terminal);
  const run = (chosen: RemediateOptions, shows: Shows, runTerminal = terminal): Promise<TerminalRun> =>
    runOnce(chosen, pfx, env, { terminal: runTerminal, shows });
  if (mode === 'plan') return (await run(options, 'plan')).code;
  if (planFile !== undefined && planDigest !== undefined) return (await run(options, 'changes')).code;
  if (planFile !== undefined) return (await run({ ...options, planDigest: await digestOf(planFile) }, 'question')).code;
  // The plan has a folder of its own: that of the undo gets an undo.json.
  const plan = { ...options, mode: 'plan', json: false, outputDirectory: undefined } as const;
  // The only JSON on standard output is the result.
  const { code, folder, outputs } = await run(plan, 'changes', json ? { ...terminal, out: terminal.err } : terminal);
  const { result, 'plan-digest': digest } = outputs;
  if (result !== 'planned') return code;
  const made = { ...options, planFile: path.join(folder, PLAN_JSON), planDigest: String(digest) };
  return (await run(made, 'question')).code;
}

/** The digest of a plan that is not approved yet. One that cannot be read is an error of the run. */
async function digestOf(planFile: string): Promise<string> {
  return hash('sha256', await readFile(planFile).catch(() => ''));
}

async function confirm(mode: string, count: number, terminal: Terminal): Promise<void> {
  const answer = await terminal.ask(`Type "${mode}" to make ${counted(count, 'change', 'changes')}: `);
  if (answer?.trim() === mode) return;
  throw answer === undefined
    ? new UserError('NO_TERMINAL', 'The plan cannot be confirmed without a terminal. Nothing was changed.', {
        hint: 'Set --plan-file to the plan that was approved, and --plan-digest to its digest.',
      })
    : notConfirmed(mode);
}

function notConfirmed(mode: string): UserError {
  const hint = `To make the changes, type ${mode}.`;
  return new UserError('CANCELLED', 'The plan was not confirmed. Nothing was changed.', { hint });
}

/** What a run prints: the plan that it makes; each change that it makes; the plan, a question, and then each change. */
type Shows = 'plan' | 'changes' | 'question';

interface TerminalRun {
  readonly code: number;
  readonly folder: string;
  readonly outputs: Readonly<Record<string, string | number>>;
}

async function runOnce(
  options: RemediateOptions,
  pfx: Environment,
  env: Environment,
  { terminal, shows }: { readonly terminal: Terminal; readonly shows: Shows },
): Promise<TerminalRun> {
  const time = new Date(terminal.now()).toISOString().replaceAll(/[:.]/g, '');
  const folder = path.resolve(options.outputDirectory ?? `remediation-${options.mode}-${time}`);
  const inputs = { ...asInputs(options), ...pfx, 'INPUT_OUTPUT-DIRECTORY': folder, INPUT_SUMMARY: 'none' };
  const printed = new PrintedRun(options, terminal, shows);
  const core = terminalCore(terminal);
  const { result, isInterrupted } = await runAtTerminal(inputs, { env, core, assets: '' }, (environment, runner) =>
    remediate(environment, runner, printed),
  );
  terminal.progress('');
  const { refusal } = printed;
  if (refusal !== undefined && !(refusal instanceof UserError)) throw refusal;
  const failure = refusal === undefined ? 1 : exitCodeOf(refusal);
  const code = isInterrupted ? INTERRUPTED : result.fails ? failure : 0;
  printed.end(core.outputs, folder, code === 0);
  return { code, folder, outputs: core.outputs };
}

/** Prints the plan, asks, and prints each change that was made. */
class PrintedRun {
  readonly #options: RemediateOptions;
  readonly #terminal: Terminal;
  readonly #shows: Shows;
  readonly #changes: object[] = [];
  #left: StoredPlan['left'] | undefined;
  /** Why the plan was not confirmed. */
  refusal: Error | undefined;

  constructor(options: RemediateOptions, terminal: Terminal, shows: Shows) {
    this.#options = options;
    this.#terminal = terminal;
    this.#shows = shows;
  }

  onPlan(plan: StoredPlan): void {
    if (this.#shows !== 'plan') return;
    this.#print(planText(plan, this.#terminal));
    this.#changes.push(...plan.changes.map(plain));
    this.#left = plan.left;
  }

  async approve(plan: StoredPlan): Promise<void> {
    if (this.#shows !== 'question') return;
    this.#terminal.progress('');
    const text = planText(plan, this.#terminal);
    if (this.#options.json) this.#terminal.err(text);
    else this.#terminal.out(text);
    try {
      await confirm(this.#options.mode, plan.changes.length, this.#terminal);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.refusal = error;
      // Ctrl+C is no bug.
      throw error instanceof UserError ? error : notConfirmed(this.#options.mode);
    }
  }

  onDone(done: readonly AppliedChange[]): void {
    for (const { change, status, error } of done) {
      const isDone = status === 'applied' || status === 'unchanged';
      const reason = error === '' ? '' : `. ${terminalText(error)}`;
      this.#print(`${this.#terminal.style(isDone ? 'green' : 'red', status)} ${lineOf(change)}${reason}\n`);
      this.#changes.push({ ...plain(change), status, error });
    }
  }

  end(outputs: Readonly<Record<string, string | number>>, folder: string, ok: boolean): void {
    const { result = 'error', 'plan-digest': digest, 'change-count': count } = outputs;
    if (this.#options.json) {
      this.#terminal.out(jsonText({ ok, result, digest, folder, changes: this.#changes, left: this.#left }));
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
