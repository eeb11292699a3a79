import { existsSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../../../errors.ts';
import { keptReports, type KeptReports } from '../../../history/kept-report.ts';
import { DEFAULT_ARTIFACT_NAME } from '../../../run/inputs.ts';
import { shownText, visibleLine } from '../../../text/display.ts';
import { DAY_MS } from '../../../text/numbers.ts';
import type { HistoryAccess } from './history-options.ts';
import { keepArtifacts, openRepository } from './kept-artifacts.ts';

const DEFAULT_DAYS = 90;

/** Where kept reports are, besides a folder. */
export interface PlaceOptions {
  readonly repository?: string | undefined;
  readonly artifactName?: string | undefined;
  /** How far to look back. Undefined: 90 days of artifacts, and all of a folder. */
  readonly days?: number | undefined;
}

/** What the arguments name. */
interface Places {
  readonly address: string | undefined;
  readonly folder: string | undefined;
}

/**
 * The reports of the folder and of the repository, which is asked if it is named or there is no folder. Rejects with the UserErrors of
 * `openRepository` and `keepArtifacts`, and `INPUT_INVALID` for a folder that is not there.
 */
export async function reportsOf(
  folder: string | undefined,
  { repository: option, days, artifactName }: PlaceOptions,
  temp: string,
  { env, dispatcher, terminal }: HistoryAccess,
): Promise<KeptReports> {
  const daysAgo = (number: number): Date => new Date(terminal.now() - number * DAY_MS);
  const place = folder ?? (await mkdtemp(path.join(temp, 'artifacts-')));
  const since = days === undefined ? new Date(0) : daysAgo(days);
  if (folder !== undefined && option === undefined) {
    if (!existsSync(folder)) throw noFolder(folder);
    return keptReports(place, temp, (file) => path.join(folder, file), since);
  }
  const repository = await openRepository(option, { env, dispatcher, terminal });
  await mkdir(place, { recursive: true });
  const artifacts = await keepArtifacts(
    {
      repository,
      artifactName: artifactName ?? DEFAULT_ARTIFACT_NAME,
      since: daysAgo(days ?? DEFAULT_DAYS),
      noun: 'report',
    },
    place,
    (url) => {
      terminal.progress(visibleLine(`Downloading ${url}…`));
    },
  );
  const folderReports = await keptReports(
    place,
    temp,
    (file) => artifacts.runs.get(file)?.url ?? path.join(folder ?? '', file),
    since,
  );
  return { reports: folderReports.reports, missing: [...artifacts.missing, ...folderReports.missing] };
}

/** The address is the argument with `@` that is no path. If there is none, it is the first of two arguments. */
export function placesOf(args: readonly string[], current: string): Places {
  const at = args.findIndex((argument) => argument.includes('@') && !existsSync(path.resolve(current, argument)));
  const addressAt = at === -1 && args.length > 1 ? 0 : at;
  return { address: args[addressAt], folder: args.find((_, index) => index !== addressAt) };
}

function noFolder(folder: string): UserError {
  return new UserError('INPUT_INVALID', `There is no folder ${shownText(folder)}.`, {
    hint: 'Name a folder with reports: rows files, or the zips or folders of artifacts.',
  });
}
