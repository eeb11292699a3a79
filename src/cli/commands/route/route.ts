import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../../actions/report.ts';
import { removeTemp } from '../../../files/temp-folder.ts';
import type { Json } from '../../../json.ts';
import { inboxRules } from '../../../reports/built-in/inbox-rules.ts';
import { shownOf, type RowView } from '../../../reports/known.ts';
import { shownText as cellTextOf } from '../../../reports/row-view.ts';
import { INCONCLUSIVE_MEMBER } from '../../../reports/definition.ts';
import { inputVariable } from '../../../run/input-readers.ts';
import { withoutCommands } from '../../../run/log.ts';
import { INTERRUPTED } from '../../../run/stop-signals.ts';
import { withKeptReport } from '../../../store/kept-report.ts';
import { unreadableReport } from '../../../store/report-files.ts';
import { visibleLine } from '../../../text/display.ts';
import { counted, MAX_NAMES } from '../../../text/numbers.ts';
import { pfxInputs, runAtTerminal, terminalCore } from '../../action-run.ts';
import type { CommandContext } from '../../command.ts';
import { asInputs, type CredentialOptions } from '../../options.ts';
import { rowOutput, type TableFormat } from '../../row-output.ts';
import { exitCodeOf, type Terminal } from '../../terminal.ts';
import { ADDRESSES, addressesWith, rulesIn, type FoundAddresses, type RulesOf } from './address-rows.ts';
import { routeText } from './route-text.ts';

/** The options of `route`. */
export interface RouteOptions extends CredentialOptions {
  readonly cloud?: string;
  readonly endpoints?: readonly string[];
  readonly format: TableFormat;
  readonly json: boolean;
}

interface RouteArguments {
  readonly text: string;
  /** Relative to the current folder. Undefined: Exchange Online is read. */
  readonly report: string | undefined;
  readonly options: RouteOptions;
}

/** The column of inbox rules, beside those of the table. */
const RULES_COLUMN = 'InboxRules';
const HINT = `Download the artifact of a run with "${ADDRESSES}" in "report", and name its zip or the folder with its files.`;

interface Found extends FoundAddresses {
  readonly rulesOf: RulesOf;
}

/**
 * Prints whose the addresses with a text are, and where mail to them ends. Returns the exit code. Rejects with the UserErrors of
 * `addressesWith`, of signing in, and `REPORT_UNREADABLE`.
 */
export async function printRoute(args: RouteArguments, context: CommandContext): Promise<number> {
  const { text, report, options } = args;
  const { terminal } = context;
  const found = report === undefined ? await readNow(text, options, context) : await foundIn(report, text);
  if (typeof found === 'number') return found;
  const format = options.json ? 'json' : options.format;
  const { columns, rows, rulesOf, gaps } = found;
  const isJson = format === 'json';
  const all = [...columns, RULES_COLUMN, ...(isJson ? [INCONCLUSIVE_MEMBER] : [])];
  const output = rowOutput(format, 'rows', all, terminal);
  const shown = format === 'text' ? rows.slice(0, MAX_NAMES) : rows;
  for (const row of shown) {
    const cells = columns.map((column): Json => shownOf(row.cell(column)) ?? null);
    const rules = rulesOf(ownerOf(row));
    const unknown = columns.filter((column) => row.cell(column)?.isKnown !== true);
    output.add(
      [...cells, rules === undefined ? null : [...rules], ...(isJson ? [unknown] : [])],
      withoutCommands(routeText(row, rulesOf)),
    );
  }
  const unread = ownersOf(rows).filter((owner) => rulesOf(owner) === undefined);
  const notes = [
    ...(gaps === '' ? [] : [`Not known: ${visibleLine(gaps)}`]),
    ...(shown.length < rows.length
      ? [
          `${counted(rows.length - shown.length, 'more address has', 'more addresses have')} this text: name a longer one.`,
        ]
      : []),
    ...(unread.length === 0
      ? []
      : [
          `Not known: the inbox rules of ${unread.length === 1 ? visibleLine(unread[0] ?? '') : counted(unread.length, 'mailbox', 'mailboxes')}, which may send mail on.`,
        ]),
  ];
  output.end({ ok: true, notes });
  for (const note of notes) terminal.err(`${withoutCommands(note)}\n`);
  return 0;
}

function ownerOf(row: RowView): string {
  return cellTextOf(row.cell('Owner'));
}

/** The mailboxes among the owners of addresses, each once. */
function ownersOf(rows: readonly RowView[]): readonly string[] {
  const mailboxes = rows.filter((row) => /(?<!Group)Mailbox$/.test(cellTextOf(row.cell('OwnerType'))));
  return [...new Set(mailboxes.map(ownerOf))].filter((owner) => owner !== '');
}

async function foundIn(report: string, text: string): Promise<Found> {
  try {
    return await withKeptReport(path.resolve(report), {}, async (rows) => {
      const found = await addressesWith(text, rows);
      return { ...found, rulesOf: await rulesIn(rows, ownersOf(found.rows)) };
    });
  } catch (error) {
    throw unreadableReport(report, error, HINT);
  }
}

/** Reads the addresses from Exchange Online, and the inbox rules of few owners from Graph. Returns the exit code if nothing was read. */
async function readNow(text: string, options: RouteOptions, context: CommandContext): Promise<Found | number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mailbox-report-'));
  const secrets = await pfxInputs(options.pfx, context.env, context.terminal);
  const signIn = { ...asInputs({ ...options, format: undefined }), ...secrets };
  try {
    const [ofAddresses, ofRules] = [path.join(folder, ADDRESSES), path.join(folder, inboxRules.name)];
    const code = await readInto(ofAddresses, { ...signIn, [inputVariable('report')]: ADDRESSES }, [], context);
    if (code !== undefined) return code;
    const found = await foundIn(ofAddresses, text);
    const owners = ownersOf(found.rows);
    if (owners.length === 0 || owners.length > MAX_NAMES) return found;
    // Without MailboxSettings.Read, they are not known.
    const quiet: Terminal = { ...context.terminal, err: () => undefined };
    const inputs = { ...signIn, [inputVariable('report')]: inboxRules.name, [inputVariable('max-unreadable')]: '100%' };
    const isUnread = await readInto(ofRules, inputs, owners, { ...context, terminal: quiet });
    if (isUnread !== undefined) return isUnread === INTERRUPTED ? INTERRUPTED : found;
    return { ...found, rulesOf: await withKeptReport(ofRules, {}, (rows) => rulesIn(rows, owners)) };
  } finally {
    await removeTemp(folder);
  }
}

/** Runs the report action. Returns the exit code if it wrote no report. */
async function readInto(
  folder: string,
  inputs: Readonly<Record<string, string | undefined>>,
  addresses: readonly string[],
  { env, assets, terminal }: CommandContext,
): Promise<number | undefined> {
  const { result, isInterrupted } = await runAtTerminal(
    {
      ...inputs,
      [inputVariable('config')]: undefined,
      [inputVariable('output-directory')]: path.relative(process.cwd(), folder),
      [inputVariable('formats')]: 'json',
      [inputVariable('compare')]: 'off',
    },
    { env, core: terminalCore(terminal), assets },
    (environment, runner) => run(environment, runner, { addresses }),
  );
  terminal.progress('');
  if (isInterrupted) return INTERRUPTED;
  if (result.result !== 'error') return undefined;
  return result.reason === undefined ? 1 : exitCodeOf(result.reason);
}
