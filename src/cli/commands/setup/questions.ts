import { alternatives, isSameRole } from '../../../auth/app-roles.ts';
import { UserError } from '../../../errors.ts';
import type { Environment } from '../../../http/proxy.ts';
import { allBuiltIn } from '../../../reports/built-in-tables.ts';
import { chooseReports } from '../../../reports/choose.ts';
import type { AnyReport } from '../../../reports/table.ts';
import { didYouMean } from '../../../text/did-you-mean.ts';
import { shownText } from '../../../text/display.ts';
import { terminalText, type Terminal } from '../../terminal.ts';
import type { ConfigValues } from './edit/config-edit.ts';
import { allowedBy, furtherPermissions, PERMISSION_NAMES } from './permissions.ts';
import { partsOf } from './present-files.ts';
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

/**
 * Asks the three questions whose option is not given. Its default is what was chosen before; without a terminal the defaults count. Rejects
 * with the UserErrors `INPUT_INVALID`, `INPUT_MISSING` and those of reports.
 */
export async function askChoice(
  options: ChoiceOptions,
  { mailboxes: earlierMailboxes = ['all'], report: earlierReports = DEFAULT_REPORTS }: ConfigValues,
  { folder, env, terminal }: { readonly folder: string; readonly env: Environment; readonly terminal: Terminal },
): Promise<SetupChoice> {
  const place = await askPlace(options, folder, env, terminal);
  const mailboxes = partsOf(
    options.mailboxes?.join('\n') ??
      (await ask(terminal, 'Which mailboxes: all, or paths of mailbox lists?', earlierMailboxes.join(', '))),
  );
  if (options.report === undefined && terminal.interactive) terminal.err(reportTable());
  const usual = earlierReports.join(', ');
  const reportNames = partsOf(options.report?.join('\n') ?? (await ask(terminal, 'Which reports?', usual)));
  const { reports, tables } = await chooseReports(reportNames, folder);
  const { policy, timeZone } = options;
  if (timeZone !== undefined) requireTimeZone(timeZone, place.repository);
  const rules = options.gate === true ? [] : options.gate?.flatMap(partsOf);
  return { ...place, mailboxes, reports: [...reports, ...tables], reportNames, policy, timeZone, gate: rules };
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
  const usual = remote === undefined ? '' : repositoryText({ name: remote });
  const answer = await ask(terminal, 'Where does it run: OWNER/REPO of GitHub, or terminal?', usual);
  if (answer === 'terminal') return { repository: undefined, terminal: true };
  if (answer !== '') return { repository: requireRepository(answer), terminal: false };
  throw new UserError('INPUT_MISSING', 'Where the report runs is not known: this folder has no remote of GitHub.', {
    hint: 'Add --repository OWNER/REPO for a workflow, or --terminal for this machine.',
  });
}

function requireRepository(text: string): RepositoryName {
  const name = parsedRepository(text);
  if (name !== undefined) return name;
  throw new UserError('INPUT_INVALID', `The option --repository cannot be ${shownText(text)}.`, {
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

async function ask(terminal: Terminal, question: string, usual: string): Promise<string> {
  const answer = await terminal.ask(usual === '' ? `${question} ` : `${question} [${usual}] `);
  return answer === undefined || answer.trim() === '' ? usual : answer.trim();
}

/** The reports with the permissions that each adds. */
function reportTable(): string {
  const width = Math.max(...[...allBuiltIn.keys()].map((name) => name.length));
  const lines = [...allBuiltIn.values()].map((report) => {
    const { name, permissions } = report;
    const further = furtherPermissions([report]).length;
    const more = further === 0 ? '' : `; and ${further} that fill more columns`;
    const needs = permissions.map((permission) => alternatives(permission).map(nameOfRole).join(' or ')).join(', ');
    const [first = ''] = permissions.flatMap(alternatives);
    return `  ${name.padEnd(width)}  ${needs === '' ? 'those of the reports it is made of' : `${needs}: ${allowedBy(first, '')}`}${more}\n`;
  });
  return terminalText(`Reports, and the permission that each needs:\n${lines.join('')}`);
}

/** The app role of a permission. */
function nameOfRole(permission: string): string {
  return PERMISSION_NAMES.find((name) => isSameRole(name, permission)) ?? permission;
}
