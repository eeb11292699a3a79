import type { Command } from 'commander';
import { run } from '../../../actions/report.ts';
import { builtInReports } from '../../../reports/built-in.ts';
import { chooseReports } from '../../../reports/choose.ts';
import { UserError } from '../../../errors.ts';
import type { Environment } from '../../../http/proxy.ts';
import { isMailboxId } from '../../../mailboxes/address.ts';
import { inputVariable } from '../../../run/input-readers.ts';
import { readReportInputs } from '../../../run/read-inputs.ts';
import { visibleLine } from '../../../text/display.ts';
import { pfxInputs } from '../../action-run.ts';
import type { CommandContext } from '../../command.ts';
import { withConfigFile } from '../../config-options.ts';
import { asInputs, requireSignIn } from '../../options.ts';
import type { ReportOptions } from './report-options.ts';
import { namesOf, runReport } from './report-run.ts';

/** What `report` was called with. */
interface ReportArguments {
  readonly addresses: readonly string[];
  readonly options: ReportOptions;
  readonly command: Command;
}

const DEMO = 'https://github.com/mailbox-report/mailbox-report#demo';

/**
 * Reads mailboxes and reports as the action does, in the current folder, and prints the result. Returns the exit code. Rejects
 * with the UserErrors `INPUT_INVALID`, `CONFIG_FILE`, `OUTPUT_FOLDER`, `PFX_UNREADABLE` and `NO_TERMINAL`.
 */
export async function reportAtTerminal(
  { addresses, options, command }: ReportArguments,
  context: CommandContext,
): Promise<number> {
  requireAddresses(addresses);
  // Mailboxes that are named replace the lists of the file.
  const names = namesOf('report').filter((name) => addresses.length === 0 || name !== 'mailboxes');
  const configured = await withConfigFile(options, names);
  const optionInputs = asInputs(configured.options);
  const { env, terminal } = context;
  await requireOptions({ addresses, options, command }, optionInputs, env);
  if (options.format !== undefined) requireOneReport(optionInputs);
  const inputs = { ...optionInputs, ...(await pfxInputs(options.pfx, env, terminal)) };
  return runReport(options, inputs, addresses, context, (environment, runner, callbacks) =>
    run(environment, runner, { addresses, ...callbacks, fileSettings: configured.fileSettings }),
  );
}

/** A path among the addresses is a list whose option was left out. */
function requireAddresses(addresses: readonly string[]): void {
  const other = addresses.find((address) => !isMailboxId(address));
  if (other === undefined) return;
  throw new UserError('INPUT_INVALID', `The argument ${visibleLine(other)} is not a mailbox address.`, {
    hint: 'Name mailboxes as adele@contoso.com, and lists as --mailboxes mailboxes.txt.',
  });
}

/** Standard output has one table. A shard has no CSV. */
function requireOneReport(inputs: Environment): void {
  const { report, shard } = readReportInputs(inputs, false);
  if (report.length === 1 && shard === undefined) return;
  const message =
    shard === undefined
      ? `The option --format prints one report, and --report names ${report.length}.`
      : 'The option --format prints the report of all mailboxes, and --shard reads a share of them.';
  throw new UserError('INPUT_INVALID', message, {
    hint: 'Name one report, or leave out --format: the output directory has a CSV of each report.',
  });
}

/** Ends the program with an error that names all options that are missing. */
async function requireOptions(
  { addresses, options, command }: ReportArguments,
  inputs: Environment,
  env: Environment,
): Promise<void> {
  const value = (name: string): string | undefined => {
    const text = inputs[inputVariable(name)]?.trim();
    return text === '' ? undefined : text;
  };
  const isWithoutList = addresses.length === 0 && value('mailboxes') === undefined;
  const lacksList = isWithoutList && (await readsMailboxes(value('report')));
  const [tenantId, clientId, credential] = ['tenant-id', 'client-id', 'credential'].map(value);
  const hasSecret =
    options.pfx !== undefined || options.accessTokenEnv !== undefined || options.assertionEnv !== undefined;
  if (lacksList && !hasSecret && [tenantId, clientId, credential].every((text) => text === undefined))
    throw nothingSet();
  const signIn = { ...options, tenantId, clientId, credential };
  requireSignIn(
    command,
    signIn,
    env,
    lacksList ? ['mailboxes (--mailboxes all, --mailboxes <file...> or addresses as arguments)'] : [],
  );
}

/** Whether a report that the option names is about mailboxes. */
async function readsMailboxes(report = ''): Promise<boolean> {
  const names = report.split(/[\n,]/).flatMap((name) => name.trim() || []);
  if (names.length === 0 || names.some((name) => builtInReports.has(name.toLowerCase()))) return true;
  return (await chooseReports(names, process.cwd())).reports.length > 0;
}

/** For somebody who tries the program. */
function nothingSet(): UserError {
  return new UserError('INPUT_MISSING', 'No tenant, application, credential and mailboxes are set.', {
    hint:
      'To register an application and write mailbox-report.yml, run "mailbox-report setup --terminal". To see a report without a ' +
      `tenant, run the demo: ${DEMO} . All options: "mailbox-report report --help".`,
  });
}
