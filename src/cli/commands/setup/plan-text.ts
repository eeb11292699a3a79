import type { CopyText } from '../../../errors.ts';
import { property, textIn } from '../../../json.ts';
import { counted } from '../../../text/numbers.ts';
import { repositoryText, type GitHubRepository } from '../../repository.ts';
import { terminalText, type Terminal } from '../../terminal.ts';
import type { AdminToken } from './admin-token.ts';
import { presentOf, type ApplicationState } from './application-state.ts';
import type { SetupStep, StepResult } from './resource.ts';
import type { SetupOptions, SetupResult } from './setup-place.ts';

/** What is made, and where. */
export interface SetupPlan {
  /** ID and domain. */
  readonly tenant: string;
  readonly token: Pick<AdminToken, 'account' | 'source'>;
  /** Undefined without a workflow. */
  readonly repository: GitHubRepository | undefined;
  readonly state: ApplicationState;
  /** Who can sign in with an application that exists. Untrusted text until escaped. */
  readonly access: readonly string[];
  readonly steps: readonly SetupStep[];
  readonly notes: readonly string[];
  /** Files that stay as they are. */
  readonly kept: readonly string[];
}

/** Prints the plan. */
function printPlan(plan: SetupPlan, { out, style }: Terminal): void {
  const { tenant, token, repository, state, access, steps, notes, kept } = plan;
  out(terminalText(`Tenant ${tenant}\nSigned in as ${token.account} by ${token.source}\n`));
  if (repository !== undefined)
    out(terminalText(`Repository ${repositoryText(repository)}, ${visibilityOf(repository)}\n`));
  out(terminalText(`Application: ${stateText(state)}\n`));
  for (const line of access) out(terminalText(`  ${line}\n`));
  out('\n');
  if (steps.length === 0) out('Nothing to change: everything is as it should be.\n');
  else out('setup will make these changes:\n\n');
  for (const { mark, lines, diff = [] } of steps) {
    for (const line of lines) out(`  ${style(mark === '+' ? 'green' : 'yellow', mark)} ${terminalText(line)}\n`);
    for (const line of diff) out(`${`      ${diffLine(terminalText(line), style)}`.trimEnd()}\n`);
  }
  for (const file of kept) {
    out(
      terminalText(
        `\n${file} is kept: setup did not write it, or it was changed since. Delete it to get that of setup.\n`,
      ),
    );
  }
  for (const note of notes) out(terminalText(`\n${note}\n`));
  const linesOf = (mark: '+' | '~'): number =>
    steps.filter((step) => step.mark === mark).flatMap(({ lines }) => lines).length;
  if (steps.length > 0) out(`\nPlan: ${linesOf('+')} to add, ${linesOf('~')} to change.\n\n`);
}

/** The plan as data. */
function planJson({ tenant, token, repository, state, access, steps, notes }: SetupPlan): object {
  return {
    tenant,
    account: token.account,
    ...(repository === undefined
      ? {}
      : { repository: repositoryText(repository), visibility: visibilityOf(repository) }),
    application: stateText(state),
    access,
    changes: steps.flatMap(({ mark, lines, diff }) =>
      lines.map((text) => ({ change: mark === '+' ? 'add' : 'change', text, diff })),
    ),
    notes,
  };
}

function diffLine(line: string, style: Terminal['style']): string {
  if (line.startsWith('+')) return style('green', line);
  return line.startsWith('-') ? style('red', line) : line;
}

function visibilityOf({ about, hasToken }: GitHubRepository): string {
  const visibility = textIn(about, 'visibility') || (property(about, 'private') === true ? 'private' : 'public');
  return hasToken || about !== undefined ? visibility : 'not public';
}

function stateText(state: ApplicationState): string {
  if (state.kind === 'none') return 'does not exist yet';
  const about = `${state.name}, client ID ${state.appId}${state.isOwn ? '' : ', which setup did not make'}`;
  return state.kind === 'deleted' ? `${about}, deleted on ${state.on}` : `exists: ${about}`;
}

/** Prints the commands that do the same, and returns them. `clientId`: undefined for a new application. */
function printCommands(
  steps: readonly SetupStep[],
  clientId: string | undefined,
  { out }: Terminal,
): readonly CopyText[] {
  if (clientId === undefined && steps.length > 0) {
    out(
      'In these commands, APP_ID is the "appId" that the first one prints. Then run setup with --adopt APP_ID: it checks the ' +
        'application, and makes what is missing.\n',
    );
  }
  const commands = steps
    .flatMap((step) => step.commands)
    .map(({ label, text }) => ({ label, text: clientId === undefined ? text : text.replaceAll('APP_ID', clientId) }));
  for (const { label, text } of commands) {
    out(terminalText(label === 'Command' ? `\n${text}\n` : `\n${label}:\n${text}\n`));
  }
  return commands;
}

/** Asks once. Only `yes` is accepted. */
export async function confirmed(yes: boolean, terminal: Terminal): Promise<boolean> {
  if (yes) return true;
  const answer = await terminal.ask('Make these changes? Only "yes" is accepted: ');
  if (answer?.trim().toLowerCase() === 'yes') return true;
  terminal.out('Nothing was changed.\n');
  return false;
}

/** Shows a plan, with `--print` also its commands, and asks. With `ended`, nothing is to be made. */
export async function agreedPlan(
  whole: SetupPlan,
  { dryRun, print, yes }: Pick<SetupOptions, 'dryRun' | 'print' | 'yes'>,
  terminal: Terminal,
): Promise<{ readonly plan: object; readonly ended: SetupResult | undefined }> {
  const { steps, kept, state } = whole;
  printPlan(whole, terminal);
  const plan = planJson(whole);
  const commands = print ? printCommands(steps, presentOf(state)?.appId, terminal) : undefined;
  if (dryRun || print) return { plan, ended: { code: 0, json: { plan, kept, commands } } };
  const isAgreed = steps.length === 0 || (await confirmed(yes, terminal));
  return { plan, ended: isAgreed ? undefined : { code: 1, json: { plan, kept, made: [] } } };
}

/** What was made, and what is left to somebody else, as data. */
export function resultsJson(results: readonly StepResult[]): {
  readonly made: readonly object[];
  readonly left: readonly object[];
} {
  const linesOf = (left: boolean): readonly object[] =>
    results.filter(({ isLeft = false }) => isLeft === left).map(({ text, link }) => ({ text, link }));
  return { made: linesOf(false), left: linesOf(true) };
}

/** Makes the steps in order, a line each. Returns their results. Rejects as a step does. */
export async function makeSteps(steps: readonly SetupStep[], terminal: Terminal): Promise<readonly StepResult[]> {
  const { out, style, progress } = terminal;
  for (const { check } of steps) await check?.();
  const results: StepResult[] = [];
  for (const step of steps) {
    progress(`Making ${step.lines[0] ?? ''}…`);
    const result = await step.make();
    const { text, link, isLeft = false } = result;
    progress('');
    results.push(result);
    const mark = isLeft ? style('yellow', 'left') : style('green', 'done');
    out(`${mark}  ${terminalText(text)}${link === undefined ? '' : `\n      ${terminalText(link)}`}\n`);
  }
  const leftCount = results.filter(({ isLeft }) => isLeft === true).length;
  if (leftCount > 0) {
    out(
      `\n${counted(leftCount, 'step is', 'steps are')} left. Do what the lines say, and run the command again: it shows what is missing.\n`,
    );
  }
  return results;
}
