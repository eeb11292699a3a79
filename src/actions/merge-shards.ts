import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorCode, UserError } from '../errors.ts';
import { DEFAULT_ARTIFACT_NAME } from '../run/inputs.ts';
import { MAX_SHARDS, shardArtifactName, type Shard } from '../mailboxes/shard.ts';
import { requireShardArtifacts } from '../outputs/artifact.ts';
import { unlessAborted, type ArtifactClient, type ListedArtifact } from '../run/artifact-client.ts';
import { logText } from '../run/log.ts';
import type { RunOrigin } from '../run/run.ts';
import type { Runner, StepEnvironment } from '../run/runner.ts';
import { ReportFiles } from '../store/report-files.ts';
import { joinLists, type JoinedLists } from '../store/joined-lists.ts';
import { ROWS_FILE, type RowsHeader, type RowsReport } from '../store/rows-file.ts';
import { digestOf } from '../store/rows-header.ts';
import { readHeader, readRun, requireWholeRun, UnusableRows } from '../store/rows-reader.ts';
import { unusableError } from '../store/shards.ts';
import { visibleLine } from '../text/display.ts';
import { counted, HOUR_MS, listed, someNames } from '../text/numbers.ts';
import { VERSION } from '../version.ts';

/** The shards of a workflow run that belong together. */
interface OpenShards {
  readonly lists: JoinedLists;
  readonly reports: readonly RowsReport[];
  /** The tables about the tenant, which the first shard reads. Undefined: it cannot be used. */
  readonly tables: readonly RowsReport[] | undefined;
  /** How many shards the run has. */
  readonly of: number;
  /** With the certificate that expires first. */
  readonly origin: RunOrigin;
  /** The rows files of the usable shards by their number. */
  readonly files: ReadonlyMap<number, string>;
  /** Why the others cannot be used, by their number. */
  readonly unusable: ReadonlyMap<number, string>;
  /** Sentences about artifacts of another number of shards. */
  readonly foreign: readonly string[];
  /** When the run of the oldest usable shard started, and how long after it that of the newest. */
  readonly oldest: { readonly started: Date; readonly spanMs: number };
}

/** Hours between shards beyond which the merge warns: a job ends after six. */
export const USUAL_MAX_AGE = 6;

/** Where the rows of a shard are. */
interface ShardSource {
  /** For messages. */
  readonly name: string;
  /** Undefined if only its rows file says it. */
  readonly shard: Shard | undefined;
  /** Rejects with an `UnusableRows`. */
  readonly fetch: (tempFolder: string) => Promise<ReportFiles>;
}

/** A shard with its rows file. Not its list, which is the same in each shard, or nearly so. */
interface OpenShard extends ShardSource {
  readonly shard: Shard;
  readonly file: string;
  /** Digests of what is equal in shards of one run, by its name for people. */
  readonly common: Readonly<Record<string, string>>;
  readonly run: RowsHeader['run'];
  readonly certificate: RunOrigin['certificate'];
}

/**
 * Finds the shards among the artifacts of this workflow run. Rejects with a UserError: `SHARD_NOT_FOUND` if there is none,
 * `ARTIFACT_FAILED`, or as `requireShardArtifacts` does.
 */
export async function shardArtifacts(
  artifactName = DEFAULT_ARTIFACT_NAME,
  step: StepEnvironment,
  { signal, loadArtifactClient }: Runner,
): Promise<readonly ShardSource[]> {
  requireShardArtifacts(step);
  if (loadArtifactClient === undefined) throw new Error('artifacts are only in workflows');
  const client = await loadArtifactClient();
  const { artifacts } = await client.listArtifacts({ latest: true }).catch((error: unknown) => {
    throw new UserError('ARTIFACT_FAILED', 'The artifacts of this run could not be listed.', {
      hint: 'Run the job again. Check https://www.githubstatus.com.',
      cause: error,
    });
  });
  const shards = shardsAmong(artifacts, artifactName);
  if (shards.length === 0) throw notFoundError(artifactName, artifacts);
  return shards.map(({ shard, artifact }) => ({
    name: artifact.name,
    shard,
    fetch: (tempFolder) =>
      ReportFiles.download(artifact.size, tempFolder, (folder) =>
        unlessAborted(signal, () => downloadShard(client, artifact, folder)),
      ),
  }));
}

async function downloadShard(client: ArtifactClient, { id, digest }: ListedArtifact, folder: string): Promise<boolean> {
  const options = digest === undefined ? {} : { expectedHash: digest };
  const { digestMismatch } = await client.downloadArtifact(id, { path: folder, skipDecompress: true, ...options });
  return digest === undefined || digestMismatch === false;
}

/**
 * Finds the shards at places relative to a folder: folders and zips with a rows file, or folders of these. Rejects with the
 * UserError `SHARD_NOT_FOUND` if a place has none.
 */
export async function shardFolders(places: readonly string[], from: string): Promise<readonly ShardSource[]> {
  const sources = new Map<string, ShardSource>();
  for (const place of places) {
    const inside = await placesIn(path.resolve(from, place));
    if (inside.length === 0) {
      throw new UserError('SHARD_NOT_FOUND', `There is no ${ROWS_FILE} of a shard at ${place}.`, {
        hint: 'Name the output directories of the shards, or the folder that contains them.',
      });
    }
    for (const one of inside) {
      const name = path.relative(from, one) || '.';
      sources.set(one, { name, shard: undefined, fetch: (tempFolder) => ReportFiles.open(one, { tempFolder }) });
    }
  }
  return [...sources.values()];
}

/** A place with a rows file, or the places in it that have one. */
async function placesIn(place: string): Promise<readonly string[]> {
  const entries: readonly string[] = await readdir(place).catch((error: unknown) =>
    systemErrorCode(error) === 'ENOTDIR' ? [ROWS_FILE] : [],
  );
  if (entries.includes(ROWS_FILE)) return [place];
  const inside = entries.toSorted().map((entry) => path.join(place, entry));
  return inside.filter((entry) => /\.zip$/i.test(entry) || existsSync(path.join(entry, ROWS_FILE)));
}

/**
 * Fetches shards into a folder and finds those that belong together: the most frequent list, reports and number of shards.
 * Rejects with the UserError `SHARD_UNUSABLE` if none can be used.
 *
 * @param maxAge hours; shards that started longer before the newest one are not used. Undefined: all are
 */
export async function openShards(
  sources: readonly ShardSource[],
  {
    core,
    signal,
    tempFolder,
    maxAge,
  }: Pick<Runner, 'core' | 'signal'> & { readonly tempFolder: string; readonly maxAge: number | undefined },
): Promise<OpenShards> {
  const usable: OpenShard[] = [];
  const unusable = new Map<ShardSource, string>();
  for (const one of sources) {
    signal.throwIfAborted();
    try {
      // The rows are read until the merge ends, and removed with the folder.
      usable.push(await openShard(one, (await one.fetch(tempFolder)).rowsFile));
    } catch (error) {
      if (!(error instanceof UnusableRows)) throw error;
      unusable.set(one, error.message);
    }
  }
  const byRun = Map.groupBy(usable, ({ common }) => JSON.stringify(common));
  const [together = [], ...otherRuns] = [...byRun.values()].sort((one, other) => other.length - one.length);
  for (const foreign of otherRuns.flat()) {
    unusable.set(foreign, `Other shards have ${differenceOf(foreign, together[0])}.`);
  }
  const newest = Math.max(...together.map(({ run }) => run.started.getTime()));
  const isOld = ({ run }: OpenShard): boolean =>
    maxAge !== undefined && newest - run.started.getTime() > maxAge * HOUR_MS;
  const shards = together.filter((shard) => !isOld(shard));
  for (const shard of together.filter(isOld)) {
    const day = shard.run.started.toISOString();
    unusable.set(shard, `It was read on ${day}, more than ${hours(maxAge)} before the newest shard ("max-age").`);
  }
  for (const { name, run } of shards) {
    core.info(logText(`${name}: read on ${run.started.toISOString()}, attempt ${run.attempt} of the run`));
  }
  const problems = [...unusable].map(([{ name }, reason]) => `${name}: ${reason}`);
  for (const problem of problems) core.info(logText(problem));
  const [first] = shards;
  if (first === undefined) throw unusableError(problems);
  const { of } = first.shard;
  // Of a shard that is there twice, the newer.
  const files = new Map(
    shards
      .toSorted((one, other) => one.run.started.getTime() - other.run.started.getTime())
      .map(({ shard, file }) => [shard.number, file]),
  );
  const orUnusable = (error: unknown): never => {
    throw error instanceof UnusableRows ? unusableError([`${first.name}: ${error.message}`, ...problems]) : error;
  };
  const { reports, tenant, cloud, shown } = await readHeader(first.file).catch(orUnusable);
  const ofTables = files.get(1);
  const { tables } = ofTables === undefined ? {} : await readHeader(ofTables).catch(orUnusable);
  const lists = await joinLists(files, of).catch(orUnusable);
  const oldest = Math.min(...shards.map(({ run }) => run.started.getTime()));
  const certificates = shards.flatMap(({ certificate }) => certificate ?? []);
  const [certificate] = certificates.sort((one, other) => one.notAfter.getTime() - other.notAfter.getTime());
  return {
    lists,
    reports,
    tables,
    of,
    origin: { tenant, cloud, shown, certificate },
    oldest: { started: new Date(oldest), spanMs: newest - oldest },
    files,
    unusable: reasons(unusable, shards, of),
    foreign: [...unusable.keys()]
      .filter(({ shard }) => shard?.of !== of)
      .map(
        ({ name, shard }) => `${name} ${shard === undefined ? 'cannot be used' : 'is of another number of shards'}.`,
      ),
  };
}

/** A number of hours in words. */
export function hours(number = USUAL_MAX_AGE): string {
  return counted(number, 'hour', 'hours');
}

/** The artifacts of this run with the names of shards, in the order of the shards. */
function shardsAmong(
  artifacts: readonly ListedArtifact[],
  artifactName: string,
): readonly { readonly shard: Shard; readonly artifact: ListedArtifact }[] {
  return artifacts
    .flatMap((artifact) => {
      const [, number, of] = /-shard-(\d{1,3})-of-(\d{1,3})$/.exec(artifact.name) ?? [];
      const shard = { number: Number(number), of: Number(of) };
      const isShard = shard.number >= 1 && shard.number <= shard.of && shard.of <= MAX_SHARDS;
      // Also refuses leading zeros: every shard has one name.
      return isShard && artifact.name === shardArtifactName(artifactName, shard) ? [{ shard, artifact }] : [];
    })
    .sort((one, other) => one.shard.of - other.shard.of || one.shard.number - other.shard.number);
}

async function openShard(source: ShardSource, file: string): Promise<OpenShard> {
  const { run, certificate, shard: { number, of } = {}, ...header } = await readRun(file);
  const { productVersion, tenant, cloud, shown, reports, listDigest } = header;
  // Another version may compute other cells from the same responses.
  if (productVersion !== VERSION) throw new UnusableRows('Another version of Mailbox Report wrote it.');
  if (number === undefined || of === undefined) throw new UnusableRows('It is not of a shard.');
  const shard = { number, of };
  if (source.shard !== undefined && (number !== source.shard.number || of !== source.shard.of)) {
    throw new UnusableRows(`It has shard ${number} of ${of}.`);
  }
  await requireWholeRun(file);
  const common = {
    'another mailbox list': listDigest,
    'other reports': digestOf(reports),
    'another number of shards': String(of),
    'another tenant': digestOf([tenant, cloud, shown]),
  };
  return { ...source, shard, file, common, run, certificate };
}

function differenceOf({ common }: OpenShard, other: OpenShard | undefined): string {
  const differing = Object.keys(common).filter((name) => common[name] !== other?.common[name]);
  return listed(differing, 'and');
}

/** Why shards of a number of shards cannot be used, by their number. */
function reasons(
  unusable: ReadonlyMap<ShardSource, string>,
  usable: readonly OpenShard[],
  of: number,
): ReadonlyMap<number, string> {
  const reasonOf = new Map([...unusable].map(([{ shard }, reason]) => [shard?.of === of ? shard.number : 0, reason]));
  const present = new Set(usable.map(({ shard }) => shard.number));
  const numbers = Array.from({ length: of }, (_, index) => index + 1).filter((number) => !present.has(number));
  return new Map(numbers.map((number) => [number, reasonOf.get(number) ?? 'It is missing.']));
}

function notFoundError(artifactName: string, artifacts: readonly ListedArtifact[]): UserError {
  const names = artifacts.map(({ name }) => name);
  const list = names.length === 0 ? 'no artifact' : someNames(names, visibleLine);
  return new UserError(
    'SHARD_NOT_FOUND',
    `This workflow run has no artifact "${artifactName}-shard-1-of-8" or of another shard. It has ${list}.`,
    {
      hint:
        'Read the shards in jobs that this job needs, with "shard" and the same "artifact-name". If a shard failed, its job says ' +
        'why.',
    },
  );
}
