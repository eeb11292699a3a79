import { existsSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import type { AppliedChange } from '../remediation/apply.ts';
import type { PlannedChange, SettingChange } from '../remediation/change.ts';
import { remediate } from '../actions/remediate.ts';
import { cellText } from '../text/display.ts';
import { counted } from '../text/numbers.ts';
import { pfxInputs, runAtTerminal, terminalCore } from './action-run.ts';
import { asInputs } from './options.ts';
import { jsonText, shownText, type Terminal } from './terminal.ts';

/** The options of `remediate` that are not only inputs of the action. */
export interface RemediateOptions {
  readonly mode: 'plan' | 'apply' | 'undo';
  readonly credential: 'certificate' | 'federated';
  /** Absent with `federated`. */
  readonly pfx?: string;
  readonly outputDirectory?: string;
  readonly json: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const MOST_SHOWN = 100;

/**
 * Plans, applies or undoes changes as the action does, and prints them. Returns the exit code. Rejects with the UserErrors
 * `PFX_UNREADABLE`, `NO_TERMINAL` and `OUTPUT_UNWRITABLE`.
 */
export async function remediateAtTerminal(
  options: RemediateOptions,
  env: Environment,
  terminal: Terminal,
): Promise<number> {
  const folder = outputFolder(options, terminal.now());
  const inputs = {
    ...asInputs(options),
    ...(await pfxInputs(options.pfx, env, terminal)),
    ...{ 'INPUT_OUTPUT-DIRECTORY': folder, INPUT_SUMMARY: 'none' },
  };
  const printed = new PrintedChanges(options, terminal);
  const core = terminalCore(terminal);
  const { fails } = await runAtTerminal(inputs, { env, core, assets: '' }, (environment, runner) =>
    remediate(environment, runner, printed),
  );
  terminal.progress('');
  printed.end(core.outputs, folder);
  return fails ? 1 : 0;
}

/** A new folder by default. An `undo.json` is never overwritten: without it, an apply cannot be undone. */
function outputFolder({ mode, outputDirectory }: RemediateOptions, now: number): string {
  const time = new Date(now).toISOString().replace(/\.\d+/, '').replaceAll(':', '');
  const folder = path.resolve(outputDirectory ?? `remediation-${mode}-${time}`);
  if (mode === 'plan' || !existsSync(path.join(folder, 'undo.json'))) return folder;
  throw new UserError('OUTPUT_UNWRITABLE', `The folder ${folder} has the undo.json of an earlier apply.`, {
    hint: 'Set --output-directory to another folder, or omit it for a new one.',
  });
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
      this.#print(`${this.#terminal.style('bold', shownText(rules))}\n`);
      for (const change of ofRule) this.#print(`  ${lineOf(change)}\n`);
    }
    const more = changes.length - MOST_SHOWN;
    if (more > 0) this.#print(`and ${counted(more, 'more', 'more')}\n`);
    this.#changes.push(...changes.map(plain));
  }

  onDone(done: readonly AppliedChange[]): void {
    for (const { change, status, error } of done) {
      const isDone = status === 'applied' || status === 'unchanged';
      const reason = error === '' ? '' : `. ${shownText(error)}`;
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
      this.#terminal.out(`${result}: ${changes}, digest ${digest}, files in ${shownText(folder)}\n`);
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

function lineOf({ address, item, setting, before, after }: SettingChange): string {
  const name = item === '' ? setting : `${item}: ${setting}`;
  const [from, to] = [before, after].map((value) => cellText(value) || 'blank');
  return shownText(`${address} ${name}: ${from} -> ${to}`.replaceAll('\n', ' '));
}
