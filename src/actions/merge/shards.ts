import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../../errors.ts';
import { DEFAULT_ARTIFACT_NAME } from '../../run/inputs.ts';
import type { MailboxList } from '../../mailboxes/mailbox.ts';
import { MAX_SHARDS, shardArtifactName, type Shard } from '../../mailboxes/shard.ts';
import { requireShardArtifacts } from '../../outputs/artifact.ts';
import type { ListedArtifact } from '../../run/artifact-client.ts';
import { logText } from '../../run/log.ts';
import type { Runner, StepEnvironment } from '../../run/runner.ts';
import { downloadRows } from '../../store/archive.ts';
import { digestOf, ROWS_FILE, type RowsHeader, type RowsOrigin, type RowsReport } from '../../store/rows-file.ts';
import { readHeader, readRun, UnusableRows } from '../../store/rows-reader.ts';
import { unusableError } from '../../store/shards.ts';
import { visibleLine } from '../../text/display.ts';
import { counted, someNames } from '../../text/numbers.ts';
import { VERSION } from '../../version.ts';

/** The shards of a workflow run that belong together. */
export interface OpenShards {
  readonly list: MailboxList;
  readonly reports: readonly RowsReport[];
  /** How many shards the run has. */
  readonly of: number;
  /** With the certificate that expires first. */
  readonly origin: RowsOrigin;
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
export const HOUR_MS = 3_600_000;

/** An artifact that has the name of a shard. */
interface ShardArtifact {
  readonly shard: Shard;
  readonly artifact: ListedArtifact;
}

/** A shard with its rows file. Not its list: each shard has the whole one. */
interface OpenShard extends ShardArtifact {
  readonly file: string;
  /** Equal in shards of one run. */
  readonly key: string;
  readonly run: RowsHeader['run'];
  readonly certificate: RowsOrigin['certificate'];
}

/**
 * Downloads the shards of this workflow run into a folder and finds those that belong together: the most frequent list,
 * reports and number of shards. Rejects with a UserError: `SHARD_NOT_FOUND` if there is no shard, `SHARD_UNUSABLE` if none can
 * be used, or as `requireShardArtifacts` does.
 *
 * @param maxAge hours; shards that started longer before the newest one are not used. Undefined: all are
 */
export async function openShards(
  artifactName = DEFAULT_ARTIFACT_NAME,
  step: StepEnvironment,
  { core, signal, loadArtifactClient }: Pick<Runner, 'core' | 'signal' | 'loadArtifactClient'>,
  temp: string,
  maxAge: number | undefined,
): Promise<OpenShards> {
  requireShardArtifacts(step);
  const client = await loadArtifactClient();
  const { artifacts } = await client.listArtifacts({ latest: true }).catch((error: unknown) => {
    throw new UserError('ARTIFACT_FAILED', 'The artifacts of this run could not be listed.', {
      hint: 'Run the job again. Check https://www.githubstatus.com.',
      cause: error,
    });
  });
  const found = shardsAmong(artifacts, artifactName);
  if (found.length === 0) throw notFoundError(artifactName, artifacts);
  const opened: OpenShard[] = [];
  const unusable = new Map<ShardArtifact, string>();
  for (const one of found) {
    signal.throwIfAborted();
    try {
      const own = path.join(temp, String(one.artifact.id));
      await mkdir(own);
      const folder = await downloadRows(() => Promise.resolve(client), one.artifact, { signal, temp: own });
      opened.push(await openShard(one, path.join(folder, ROWS_FILE)));
    } catch (error) {
      if (!(error instanceof UnusableRows)) throw error;
      unusable.set(one, error.message);
    }
  }
  const byRun = Map.groupBy(opened, ({ key }) => key);
  const [together = [], ...others] = [...byRun.values()].sort((one, other) => other.length - one.length);
  for (const foreign of others.flat()) {
    unusable.set(foreign, 'It is of another mailbox list, other reports or another number of shards.');
  }
  const newest = Math.max(...together.map(({ run }) => run.started.getTime()));
  const isOld = ({ run }: OpenShard): boolean =>
    maxAge !== undefined && newest - run.started.getTime() > maxAge * HOUR_MS;
  const shards = together.filter((shard) => !isOld(shard));
  for (const shard of together.filter(isOld)) {
    const started = shard.run.started.toISOString();
    unusable.set(shard, `It was read on ${started}, more than ${hours(maxAge)} before the newest shard ("max-age").`);
  }
  for (const { artifact, run } of shards) {
    core.info(logText(`${artifact.name}: read on ${run.started.toISOString()}, attempt ${run.attempt} of the run`));
  }
  const problems = [...unusable].map(([{ artifact }, reason]) => `${artifact.name}: ${reason}`);
  for (const problem of problems) core.info(logText(problem));
  const [first] = shards;
  if (first === undefined) throw unusableError(problems);
  const { of } = first.shard;
  const { list, reports, tenant, cloud, shown } = await readHeader(first.file).catch((error: unknown) => {
    throw error instanceof UnusableRows
      ? unusableError([`${first.artifact.name}: ${error.message}`, ...problems])
      : error;
  });
  const oldest = Math.min(...shards.map(({ run }) => run.started.getTime()));
  const certificates = shards.flatMap(({ certificate }) => certificate ?? []);
  const [certificate] = certificates.sort((one, other) => one.notAfter.getTime() - other.notAfter.getTime());
  return {
    ...{ list, reports, of, origin: { tenant, cloud, shown, certificate } },
    oldest: { started: new Date(oldest), spanMs: newest - oldest },
    files: new Map(shards.map(({ shard, file }) => [shard.number, file])),
    unusable: reasons(unusable, shards, of),
    foreign: [...unusable.keys()]
      .filter(({ shard }) => shard.of !== of)
      .map(({ artifact }) => `${artifact.name} is of another number of shards.`),
  };
}

/** A number of hours in words. */
export function hours(number = USUAL_MAX_AGE): string {
  return counted(number, 'hour', 'hours');
}

/** The artifacts of this run with the names of shards, in the order of the shards. */
function shardsAmong(artifacts: readonly ListedArtifact[], artifactName: string): readonly ShardArtifact[] {
  return artifacts
    .flatMap((artifact): ShardArtifact[] => {
      const [, number, of] = /-shard-(\d{1,3})-of-(\d{1,3})$/.exec(artifact.name) ?? [];
      const shard = { number: Number(number), of: Number(of) };
      const isShard = shard.number >= 1 && shard.number <= shard.of && shard.of <= MAX_SHARDS;
      // Also refuses leading zeros: every shard has one name.
      return isShard && artifact.name === shardArtifactName(artifactName, shard) ? [{ shard, artifact }] : [];
    })
    .sort((one, other) => one.shard.of - other.shard.of || one.shard.number - other.shard.number);
}

async function openShard({ shard, artifact }: ShardArtifact, file: string): Promise<OpenShard> {
  const { run, certificate, shard: { number, of } = {}, ...read } = await readRun(file);
  const { productVersion, tenant, cloud, shown, reports, listDigest } = read;
  // Another version may compute other cells from the same responses.
  if (productVersion !== VERSION) throw new UnusableRows('Another version of Mailbox Report wrote it.');
  if (number === undefined || of === undefined) throw new UnusableRows('It is not of a shard.');
  if (number !== shard.number || of !== shard.of) throw new UnusableRows(`It has shard ${number} of ${of}.`);
  const key = digestOf([of, tenant, cloud, shown, reports, listDigest]);
  return { shard, artifact, file, key, run, certificate };
}

/** Why shards of a number of shards cannot be used, by their number. */
function reasons(
  unusable: ReadonlyMap<ShardArtifact, string>,
  usable: readonly ShardArtifact[],
  of: number,
): ReadonlyMap<number, string> {
  const known = new Map([...unusable].map(([{ shard }, reason]) => [shard.of === of ? shard.number : 0, reason]));
  const present = new Set(usable.map(({ shard }) => shard.number));
  const numbers = Array.from({ length: of }, (_, at) => at + 1).filter((number) => !present.has(number));
  return new Map(numbers.map((number) => [number, known.get(number) ?? 'It is missing.']));
}

function notFoundError(artifactName: string, artifacts: readonly ListedArtifact[]): UserError {
  const names = artifacts.map(({ name }) => name);
  const others = names.length === 0 ? 'no artifact' : someNames(names, visibleLine);
  return new UserError(
    'SHARD_NOT_FOUND',
    `This workflow run has no artifact "${artifactName}-shard-1-of-8" or of another shard. It has ${others}.`,
    {
      hint:
        'Read the shards in jobs that this job needs, with "shard" and the same "artifact-name". If a shard failed, its job says ' +
        'why.',
    },
  );
}
