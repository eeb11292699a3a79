import { existsSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../../../errors.ts';
import type { Environment } from '../../../http/proxy.ts';
import { allBuiltIn } from '../../../reports/built-in-tables.ts';
import { chooseReports } from '../../../reports/choose.ts';
import type { AnyReport } from '../../../reports/table.ts';
import { didYouMean, suggestion } from '../../../text/did-you-mean.ts';
import { shownText } from '../../../text/display.ts';
import { listed } from '../../../text/numbers.ts';
import { terminalText, type Terminal } from '../../terminal.ts';
import type { ConfigValues } from './edit/config-edit.ts';
import { partsOf } from './present-files.ts';
import { BENCHMARK_POLICIES } from './starter-policy.ts';
import { parsedRepository, type RepositoryName } from '../../../auth/github-subject.ts';
import { repositoryOfRemote, repositoryText } from '../../repository.ts';

/** What the person, or the options, chose. */
export interface SetupChoice {
  /** `all`, or lists by line. */
  readonly mailboxes: readonly string[];
  readonly reports: readonly AnyReport[];
  /** As chosen: names, and paths of report files. */
  readonly reportNames: readonly string[];
  /** The path of a policy, if one was chosen in this run. */
  readonly policy: string | undefined;
  /** The rules that are to fail the step, by ID, if some were chosen in this run. Empty: all. */
  readonly gate: readonly string[] | undefined;
  /** IANA name of the time zone of schedules, if one was chosen in this run. */
  readonly timeZone: string | undefined;
  /** Where a workflow runs. */
  readonly repository: RepositoryName | undefined;
  /** Whether a certificate for this machine is made. */
  readonly terminal: boolean;
}

/** The answers that options give. */
export interface ChoiceOptions {
  readonly mailboxes?: readonly string[];
  readonly report?: readonly string[];
  readonly policy?: string;
  readonly timeZone?: string;
  readonly gate?: readonly string[] | true;
  readonly repository?: string;
  readonly terminal?: boolean;
}

/** These two need the same permission. */
const DEFAULT_REPORTS = ['mailbox-settings', 'inbox-rules'];

/** How often a question is asked whose answers cannot be used. */
const MAX_ATTEMPTS = 5;

/** Where the questions are asked, and what is checked of an answer. */
interface QuestionPlace {
  readonly folder: string;
  readonly env: Environment;
  readonly terminal: Terminal;
}

/**
 * Asks the questions whose option is not given, again if an answer cannot be used. The default is what was chosen before; without a
 * terminal the defaults count. For a new workflow, also asks which rules, unless the reports are given. Rejects with the UserErrors
 * `INPUT_INVALID`, `INPUT_MISSING`, those of reports and of `requireLists`.
 *
 * @param requireLists rejects with a UserError for mailbox lists that cannot be read
 */
export async function askChoice(
  options: ChoiceOptions,
  earlier: ConfigValues,
  { folder, env, terminal }: QuestionPlace,
  requireLists: (mailboxes: readonly string[]) => Promise<unknown>,
): Promise<SetupChoice> {
  const { mailboxes: earlierMailboxes = ['all'], report: earlierReports = DEFAULT_REPORTS } = earlier;
  const place = await askPlace(options, folder, env, terminal);
  const whichMailboxes = {
    question: 'Which mailboxes: all, or paths of mailbox lists?',
    usual: earlierMailboxes.join(', '),
    given: options.mailboxes?.join('\n'),
  };
  const mailboxes = await answer(terminal, whichMailboxes, async (text) => {
    const parts = partsOf(text);
    await requireLists(parts);
    return parts;
  });
  if (options.report === undefined && terminal.interactive) terminal.err(reportTable());
  const whichReports = {
    question: 'Which reports?',
    usual: earlierReports.join(', '),
    given: options.report?.join('\n'),
  };
  const chosen = await answer(terminal, whichReports, async (text) => {
    const reportNames = partsOf(text);
    const { reports, tables } = await chooseReports(reportNames, folder);
    return { reportNames, reports: [...reports, ...tables] };
  });
  const isNew = earlier.mailboxes === undefined && earlier.report === undefined && place.repository !== undefined;
  const policy =
    options.policy === undefined && options.report === undefined && isNew
      ? await answer(terminal, { question: POLICY_QUESTION, usual: USUAL_POLICY }, (text) => typedPolicy(text, folder))
      : options.policy && (benchmarkOf(options.policy) ?? options.policy);
  const { timeZone } = options;
  if (timeZone !== undefined) requireTimeZone(timeZone, place.repository);
  const rules = options.gate === true ? [] : options.gate?.flatMap(partsOf);
  return { ...place, mailboxes, ...chosen, policy, timeZone, gate: rules };
}

/** Rules to begin with, for the chosen reports. */
const USUAL_POLICY = 'usual';
const BENCHMARKS = [...BENCHMARK_POLICIES].map(([file, about]) => `${file} (${about})`);
const POLICY_QUESTION = `Which rules: ${USUAL_POLICY}, ${BENCHMARKS.join(', ')}, or the path of your policy?`;

/** The file of a benchmark, which may be named without its ending; undefined for another text. */
function benchmarkOf(text: string): string | undefined {
  return [text, `${text}.yml`].find((file) => BENCHMARK_POLICIES.has(file));
}

/** The path of a policy; undefined for the usual one. Throws the UserError `INPUT_INVALID` if there is none. */
function typedPolicy(text: string, folder: string): string | undefined {
  if (text === USUAL_POLICY) return undefined;
  const benchmark = benchmarkOf(text);
  if (benchmark !== undefined || existsSync(path.join(folder, text))) return benchmark ?? text;
  const names = [USUAL_POLICY, ...BENCHMARK_POLICIES.keys()];
  throw new UserError('INPUT_INVALID', `There is no policy ${shownText(text)}.`, {
    hint: `${suggestion(text, names)}Use ${listed(names, 'or')}, or the path of a file in this folder.`,
  });
}

async function askPlace(
  options: ChoiceOptions,
  folder: string,
  env: Environment,
  terminal: Terminal,
): Promise<Pick<SetupChoice, 'repository' | 'terminal'>> {
  if (options.repository !== undefined) {
    return { repository: requireRepository(options.repository), terminal: options.terminal === true };
  }
  if (options.terminal === true) return { repository: undefined, terminal: true };
  const remote = await repositoryOfRemote(folder, env);
  const where = {
    question: 'Where does it run: OWNER/REPO of GitHub, or terminal?',
    usual: remote === undefined ? '' : repositoryText({ name: remote }),
  };
  return answer(terminal, where, (text) =>
    text === 'terminal'
      ? { repository: undefined, terminal: true }
      : { repository: requireRepository(text), terminal: false },
  );
}

/** The repository of an answer. Throws the UserErrors `INPUT_INVALID` and `INPUT_MISSING`. */
export function requireRepository(text: string): RepositoryName {
  const name = parsedRepository(text);
  if (name !== undefined) return name;
  if (text === '') {
    throw new UserError('INPUT_MISSING', 'Where the report runs is not known: this folder has no remote of GitHub.', {
      hint: `Add --repository OWNER/REPO for a workflow, or --terminal for this machine. ${newRepositoryHint('mailboxes')}`,
    });
  }
  throw new UserError('INPUT_INVALID', `The repository cannot be ${shownText(text)}.`, {
    hint: 'Use OWNER/REPO, or HOST/OWNER/REPO for another server than github.com.',
  });
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#onschedule */
function requireTimeZone(name: string, repository: RepositoryName | undefined): void {
  if (repository === undefined) {
    throw new UserError('INPUT_INVALID', 'The option --time-zone is about the schedule of a workflow.', {
      hint: 'Add --repository OWNER/REPO, or leave it out.',
    });
  }
  if (/^[a-z]/i.test(name) && isTimeZone(name)) return;
  const near = didYouMean(name, Intl.supportedValuesOf('timeZone'));
  throw new UserError('INPUT_INVALID', `The option --time-zone cannot be ${shownText(name)}.`, {
    hint: near === undefined ? 'Use an IANA name such as Europe/Berlin.' : `Did you mean ${near}?`,
  });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A question, its default, and the answer that an option gives. */
interface Question {
  readonly question: string;
  readonly usual: string;
  readonly given?: string | undefined;
}

/** What an answer means. A person is asked again if `read` rejects with a UserError. */
async function answer<Value>(
  terminal: Terminal,
  { question, usual, given }: Question,
  read: (text: string) => Value | Promise<Value>,
): Promise<Value> {
  if (given !== undefined) return read(given);
  const prompt = usual === '' ? `${question} ` : `${question} [${usual}] `;
  for (let attempt = 1; ; attempt += 1) {
    const typed = await terminal.ask(prompt);
    const text = typed?.trim() ?? '';
    try {
      return await read(text === '' ? usual : text);
    } catch (error) {
      if (!(error instanceof UserError) || typed === undefined || attempt === MAX_ATTEMPTS) throw error;
      terminal.err(terminalText(`${error.message} ${error.hint}\n`));
    }
  }
}

/** How to make a private repository, which `gh` then clones. */
export function newRepositoryHint(name: string): string {
  return `For a new one, run "gh repo create ${name} --private --add-readme --clone", and setup in its folder.`;
}

/** The built-in reports by what they answer, in lines. */
function reportTable(): string {
  const reports = [...allBuiltIn.values()];
  const width = Math.max(...reports.map(({ name }) => name.length));
  const lines = reports.map(({ name, answers = '' }) => `  ${name.padEnd(width)}  ${answers}\n`);
  return `What to find out, by report. The plan then lists the permissions of those that you choose:\n${lines.join('')}`;
}
