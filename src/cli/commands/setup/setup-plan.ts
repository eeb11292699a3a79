import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { RepositoryName } from '../../../auth/github-subject.ts';
import { UserError } from '../../../errors.ts';
import type { Environment } from '../../../http/proxy.ts';
import { isGuid } from '../../../json.ts';
import { shownText } from '../../../text/display.ts';
import { outputOf } from '../../other-program.ts';
import { GitHubRepository, gitHubToken } from '../../repository.ts';
import { terminalText, type Terminal } from '../../terminal.ts';
import { applicationPart, findApplication, uniqueNameOf } from './application-state.ts';
import { accessLines, credentialLines, credentialsOfDeleted, readAccess } from './credentials.ts';
import { STAGES, type Planned, type Resource, type Setup } from './resource.ts';
import { recordedOf } from './resources/application.ts';
import { notConfirmed, type SetupOptions, type SetupPlace } from './setup-place.ts';
import { clear, RECORD_FILE, set, type SetupRecord } from './setup-record.ts';

/** The plans of all resources as one. */
export async function planAll<S extends Setup>(
  resources: readonly Resource<S>[],
  setup: S,
): Promise<Required<Planned>> {
  const planned: Planned[] = [];
  for (const { plan } of resources) planned.push(await plan(setup));
  const steps = planned.flatMap((part) => part.steps);
  return {
    steps: STAGES.flatMap((stage) => steps.filter((step) => step.stage === stage)),
    notes: planned.flatMap(({ notes = [] }) => notes),
    kept: planned.flatMap(({ kept = [] }) => kept),
  };
}

/**
 * The application as it is before, and the name that it has or gets. Rejects as `findApplication` does.
 *
 * @param usual the name without `--name`
 */
export async function chooseApplication(
  { name: given, adopt }: SetupOptions,
  search: Parameters<typeof findApplication>[0],
  usual: string,
): Promise<Pick<Setup, 'name' | 'application'>> {
  const { record } = search;
  requireSameApplication(record, given);
  const name = given ?? record.of(applicationPart)?.name ?? usual;
  const application = await findApplication(search, { name, adopt });
  return { name: application.kind === 'none' ? name : application.name, application };
}

/** A record is about one application: another one would lose what the file has about the first. */
function requireSameApplication(record: SetupRecord, name: string | undefined): void {
  const application = record.of(applicationPart);
  if (application === undefined || name === undefined) return;
  if (application.name === name || application.uniqueName === uniqueNameOf(name)) return;
  throw new UserError('SETUP_RECORD', `${RECORD_FILE} is about the application ${shownText(application.name)}.`, {
    hint: `Set --name ${shownText(application.name)}, or delete that application first with "setup --undo".`,
  });
}

/** What is checked of the options before somebody signs in. Throws the UserErrors `NAME_INVALID`, `INPUT_INVALID` and `NO_TERMINAL`. */
export function requireOptions({ name, adopt, yes, dryRun, print }: SetupOptions, { interactive }: Terminal): void {
  if (name !== undefined) uniqueNameOf(name);
  requireAppId(adopt);
  if (!yes && !dryRun && !print && !interactive) throw notConfirmed();
}

function requireAppId(adopt: string | undefined): void {
  if (adopt === undefined || isGuid(adopt)) return;
  throw new UserError('INPUT_INVALID', `The option --adopt cannot be ${shownText(adopt)}.`, {
    hint: 'Use the Application (client) ID, which App registrations shows.',
  });
}

/** Who can sign in with an application that exists, as far as the tenant shows it before. The record may be forged. */
export async function accessBefore({ graph, record, application }: Setup): Promise<readonly string[]> {
  if (application.kind === 'deleted') {
    const shown = credentialLines(await credentialsOfDeleted(graph, application, record));
    return [...shown, 'Federated credentials and owners are shown when it is restored.'];
  }
  if (application.kind === 'none') return [];
  return accessLines(await readAccess(graph, application, record));
}

/** The same after the steps. */
export async function printAccess({ graph, record, application, place: { terminal } }: Setup): Promise<void> {
  const { id, principalId, name } = record.of(applicationPart) ?? {};
  const isMade = application.kind === 'none' || (application.kind === 'present' && application.isOwn);
  if (id === undefined || isMade) return;
  const lines = accessLines(await readAccess(graph, { id, principalId }, record));
  terminal.out(terminalText(`\nWho can sign in with ${name ?? ''}:\n${lines.map((line) => `  ${line}\n`).join('')}`));
}

/** Workflows, and paths in them, are relative to the top of the repository. */
export async function requireTopFolder(folder: string, env: Environment): Promise<void> {
  const top = await outputOf('git', ['-C', folder, 'rev-parse', '--show-toplevel'], env);
  if (top === undefined || path.relative(await realpath(folder), await realpath(top)) === '') return;
  throw new UserError('INPUT_INVALID', 'This is not the top folder of the repository.', {
    hint: `Run the command in ${top}, where GitHub looks for .github/workflows.`,
  });
}

export async function openRepository(
  name: RepositoryName,
  { env, dispatcher, clock }: SetupPlace,
): Promise<GitHubRepository> {
  return GitHubRepository.open(name, await gitHubToken(name.host, env), env, dispatcher, clock);
}

/** Records an application that is there, before something of it is changed; one that is gone is forgotten. */
export function recordPresent(
  { record, application }: Pick<Setup, 'record' | 'application'>,
  resources: readonly Pick<Resource, 'on' | 'part' | 'outlivesApplication'>[],
): void {
  const recorded = record.of(applicationPart);
  const isGone = application.kind === 'none' || application.id !== recorded?.id;
  // A creation that was cut off may have arrived.
  if (isGone && recorded?.id !== undefined) {
    const gone = resources.filter((one) => one.on !== 'elsewhere' && one.outlivesApplication !== true);
    record.update(...gone.map(({ part }) => clear(part)));
  }
  if (application.kind !== 'present') return;
  const { isRestored, begun } = recorded?.id === application.id ? recorded : {};
  const found = recordedOf(application, application.principalId, isRestored);
  record.update(set(applicationPart, { ...found, begun }));
}
