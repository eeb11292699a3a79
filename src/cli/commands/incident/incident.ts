import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tenantOf } from '../../../auth/access-token.ts';
import { UserError } from '../../../errors.ts';
import { removeTemp } from '../../../files/temp-folder.ts';
import type { KeptReports } from '../../../history/kept-report.ts';
import { machineOf } from '../../../http/machine.ts';
import { requireSecureEnvironment, type Environment } from '../../../http/proxy.ts';
import { askQuestions } from '../../../incident/answers.ts';
import { containmentPlan } from '../../../incident/containment-plan.ts';
import { checkIncidentFolder, writeIncident } from '../../../incident/incident-files.ts';
import { exitCodeOf, incidentJson, type IncidentResult } from '../../../incident/incident-json.ts';
import { noNights, readNights, type ReadNights } from '../../../incident/kept-nights.ts';
import { QUESTIONS } from '../../../incident/questions.ts';
import { isGuid } from '../../../json.ts';
import { inputVariable } from '../../../run/input-readers.ts';
import { Warnings } from '../../../run/log.ts';
import { StepOutputs } from '../../../run/outputs.ts';
import { readReportInputs } from '../../../run/read-inputs.ts';
import type { Runner } from '../../../run/runner.ts';
import { INTERRUPTED } from '../../../run/stop-signals.ts';
import { servicesOf } from '../../../source/services.ts';
import { readCredential } from '../../../source/sign-in.ts';
import { foreignReason } from '../../../store/kept-report.ts';
import { shownText, visibleLine } from '../../../text/display.ts';
import { DAY_MS } from '../../../text/numbers.ts';
import { pfxInputs, runAtTerminal, terminalCore } from '../../action-run.ts';
import type { CommandContext } from '../../command.ts';
import { asInputs, type CredentialOptions } from '../../options.ts';
import { jsonText, type Terminal } from '../../terminal.ts';
import { reportsOf } from '../history/kept-places.ts';
import { incidentText } from './incident-text.ts';

/** The options of `incident`. */
export interface IncidentOptions extends CredentialOptions {
  readonly cloud?: string;
  readonly endpoints?: readonly string[];
  readonly repository?: string;
  readonly artifactName?: string;
  readonly since?: Date;
  readonly audit: boolean;
  readonly outputDirectory?: string;
  readonly json: boolean;
}

/** The arguments of `incident`. */
export interface IncidentArguments {
  readonly address: string;
  readonly folder: string | undefined;
}

/** How far kept reports are read before the incident, at least. */
const KEPT_DAYS = 90;
const BEFORE_DAYS = 30;

/**
 * Answers the questions about an account, prints the answers, and writes them as files. Returns the exit code. Rejects with the
 * UserErrors of `askQuestions`, of signing in and of kept reports, and `OUTPUT_FOLDER`.
 */
export async function incidentAtTerminal(
  args: IncidentArguments,
  options: IncidentOptions,
  { env, assets, terminal }: CommandContext,
): Promise<number> {
  const folder = path.resolve(options.outputDirectory ?? folderName(args.address, terminal.now()));
  await checkIncidentFolder(folder);
  const inputs = {
    ...asInputs({ ...options, since: undefined, audit: undefined, outputDirectory: undefined }),
    ...(await pfxInputs(options.pfx, env, terminal)),
    [inputVariable('mailboxes')]: '-',
  };
  const temp = await mkdtemp(path.join(tmpdir(), 'mailbox-report-'));
  try {
    const { result, isInterrupted } = await runAtTerminal(
      inputs,
      { env, core: terminalCore(terminal), assets },
      (environment, runner) => resultOf(args, options, { environment, env, runner, terminal, temp }),
    );
    terminal.progress('');
    if (isInterrupted) return INTERRUPTED;
    const files = (await writeIncident(folder, result)).map((file) => path.relative(process.cwd(), file));
    if (options.json) terminal.out(jsonText(incidentJson(result, files)));
    else terminal.out(incidentText(result, files, terminal.style));
    return exitCodeOf(result.answers);
  } finally {
    await removeTemp(temp);
  }
}

/** A new folder each time: an earlier one is evidence. */
function folderName(address: string, now: number): string {
  const name = address.replace('@', '-at-').replaceAll(/[^\p{L}\p{N}.-]/gu, '-');
  return `incident-${name.slice(0, 150)}-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '')}Z`;
}

interface Surroundings {
  /** With the inputs. */
  readonly environment: Environment;
  /** Of the process. */
  readonly env: Environment;
  readonly runner: Runner;
  readonly terminal: Terminal;
  readonly temp: string;
}

async function resultOf(
  args: IncidentArguments,
  options: IncidentOptions,
  surroundings: Surroundings,
): Promise<IncidentResult> {
  const { environment, runner, terminal } = surroundings;
  requireSecureEnvironment(environment);
  const inputs = readReportInputs(environment);
  const { signal } = runner;
  const outputs = new StepOutputs({ setOutput: () => undefined });
  const credential = readCredential(inputs, runner, outputs, new Warnings(runner.core), environment);
  const tokens = credential.tokensFor();
  const exchangeTokens = credential.tokensFor(inputs.exchangeAudience);
  const token = await tokens.get();
  const tenant = isGuid(inputs.tenantId) ? inputs.tenantId : (tenantOf(token) ?? inputs.tenantId);
  const { graph, exchange } = servicesOf({ inputs, signedIn: { tokens, exchangeTokens }, runner });
  if (exchange === undefined) throw new Error('there are tokens for Exchange Online');
  const { cloud } = inputs;
  const progress = (activity: string): void => {
    terminal.progress(visibleLine(activity));
  };
  const reports = await keptReportsOf(args, options, surroundings, { tenant, cloud });
  const { incident, since, answers } = await askQuestions({
    address: args.address,
    since: options.since,
    searchesAudit: options.audit,
    questions: QUESTIONS,
    graph,
    exchange,
    origin: { tenant, cloud, shown: { tenant: inputs.tenantId, cloud }, certificate: credential.certificate },
    readNights: (addresses) => nightsOf(reports, addresses, surroundings),
    ...machineOf(terminal),
    signal,
    progress,
  });
  return { incident, sinceReason: since.reason, answers, containment: containmentPlan(incident, answers) };
}

/** The reports, and where they are, in words; undefined if there are none because none were named. */
interface Reports extends KeptReports {
  readonly place: string | undefined;
}

/**
 * The kept reports of the tenant. If neither a folder nor a repository is named, those of the current repository, as far as they can be
 * reached: an incident is looked at without them too.
 */
async function keptReportsOf(
  { folder }: IncidentArguments,
  { repository, artifactName, since }: IncidentOptions,
  { env, runner: { dispatcher }, terminal, temp }: Surroundings,
  own: { readonly tenant: string; readonly cloud: string },
): Promise<Reports> {
  const earliest = since === undefined ? 0 : (terminal.now() - since.getTime()) / DAY_MS + BEFORE_DAYS;
  const days = Math.ceil(Math.max(KEPT_DAYS, earliest));
  const isNamed = folder !== undefined || repository !== undefined;
  try {
    const access = { env, dispatcher, terminal };
    const found = await reportsOf(folder, { repository, artifactName, days }, temp, access);
    const place = folder === undefined ? `the artifacts of ${repository ?? 'the repository'}` : `the folder ${folder}`;
    return { ...ofTenant(found, own, isNamed), place };
  } catch (error) {
    if (isNamed || !(error instanceof UserError)) throw error;
    return { reports: [], missing: [{ name: 'GitHub', reason: error.message, started: undefined }], place: undefined };
  }
}

/** Leaves out reports of another tenant. Throws the UserError `INPUT_INVALID` if those that were named are all of another one. */
function ofTenant(
  { reports, missing }: KeptReports,
  own: { readonly tenant: string; readonly cloud: string },
  isNamed: boolean,
): KeptReports {
  const foreign = reports.flatMap(({ name, run }) => {
    const isComparable = isGuid(own.tenant) === isGuid(run.tenant);
    const reason = isComparable ? foreignReason(run, own) : undefined;
    return reason === undefined ? [] : [{ name, reason, started: run.run.started }];
  });
  const [first] = foreign;
  if (first !== undefined && foreign.length === reports.length && isNamed) {
    throw new UserError(
      'INPUT_INVALID',
      `The kept reports are of another tenant: ${shownText(first.name)}. ${first.reason}`,
      {
        hint: 'Name the reports of the tenant that --tenant-id names.',
      },
    );
  }
  const names = new Set(foreign.map(({ name }) => name));
  return { reports: reports.filter(({ name }) => !names.has(name)), missing: [...missing, ...foreign] };
}

function nightsOf(
  { reports, missing, place }: Reports,
  addresses: readonly string[],
  { terminal, temp }: Surroundings,
): Promise<ReadNights> {
  if (place === undefined) return Promise.resolve(noNights(missing));
  return readNights(place, { reports, missing }, addresses, temp, ({ name }) => {
    terminal.progress(visibleLine(`Reading ${name}…`));
  });
}
