import { UserError } from '../../errors.ts';
import { DEFAULT_ARTIFACT_NAME } from '../../run/inputs.ts';
import type { MergeInputs } from './inputs.ts';
import type { MailboxList } from '../../mailboxes/mailbox.ts';
import { requireArtifactService } from '../../outputs/artifact.ts';
import type { ListedArtifact } from '../../run/artifact-client.ts';
import { logText } from '../../run/log.ts';
import type { Runner, StepEnvironment } from '../../run/runner.ts';
import { readHeader, readList } from '../../store/shards/decode.ts';
import { downloadShard, shardsAmong, type ShardArtifact } from '../../store/shards/find.ts';
import { GzipLines } from '../../store/shards/gzip-lines.ts';
import type { ShardCertificate, ShardHeader, ShardRun } from '../../store/shards/header.ts';
import { unusableError } from '../../store/shards/reader.ts';
import { UnusableShard } from '../../store/shards/unusable.ts';
import { visibleLine } from '../../text/display.ts';
import { someNames } from '../../text/numbers.ts';

/** The shards of a workflow run that belong together. */
export interface OpenShards {
  readonly run: ShardRun;
  readonly list: MailboxList;
  /** The files of the usable shards by their number. */
  readonly files: ReadonlyMap<number, string>;
  /** Why the others cannot be used, by their number. */
  readonly unusable: ReadonlyMap<number, string>;
  /** Sentences about artifacts of another number of shards. */
  readonly foreign: readonly string[];
  /** The one that expires first. */
  readonly certificate: ShardCertificate | undefined;
}

/** A shard with its file and header. */
interface OpenShard extends ShardArtifact {
  readonly file: string;
  readonly header: ShardHeader;
}

/**
 * Downloads the shards of this workflow run into a folder and finds those that belong together: the most frequent list,
 * reports and number of shards. Rejects with a UserError: `SHARD_NOT_FOUND` if there is no shard, `SHARD_UNUSABLE` if none can
 * be used, or as `requireArtifactService` does.
 */
export async function openShards(
  { artifactName = DEFAULT_ARTIFACT_NAME }: MergeInputs,
  step: StepEnvironment,
  { core, signal, loadArtifactClient }: Pick<Runner, 'core' | 'signal' | 'loadArtifactClient'>,
  temp: string,
): Promise<OpenShards> {
  requireArtifactService(step);
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
      opened.push({ ...one, ...(await openShard(client, one, temp)) });
    } catch (error) {
      if (!(error instanceof UnusableShard)) throw error;
      unusable.set(one, error.message);
    }
  }
  const chosen = await mostFrequentRun(opened, unusable);
  for (const { artifact, header } of chosen?.shards ?? []) {
    core.info(logText(`${artifact.name}: read on ${header.started}, attempt ${header.attempt} of the run`));
  }
  const problems = [...unusable].map(([{ artifact }, reason]) => `${artifact.name}: ${reason}`);
  for (const problem of problems) core.info(logText(problem));
  if (chosen === undefined) throw unusableError(problems);
  const { run, list, shards } = chosen;
  const certificates = shards.flatMap(({ header }) => header.certificate ?? []);
  return {
    ...{ run, list },
    files: new Map(shards.map(({ shard, file }) => [shard.number, file])),
    unusable: reasons(unusable, shards, run.of),
    foreign: [...unusable.keys()]
      .filter(({ shard }) => shard.of !== run.of)
      .map(({ artifact }) => `${artifact.name} is of another number of shards.`),
    certificate: certificates.sort((one, other) => one.notAfter.getTime() - other.notAfter.getTime())[0],
  };
}

async function openShard(
  client: Awaited<ReturnType<Runner['loadArtifactClient']>>,
  { artifact, shard }: ShardArtifact,
  temp: string,
): Promise<Pick<OpenShard, 'file' | 'header'>> {
  const file = await downloadShard(client, artifact, temp);
  const lines = new GzipLines(file);
  try {
    const header = await readHeader(lines);
    const { number, run } = header;
    if (number !== shard.number || run.of !== shard.of) throw new UnusableShard(`It has shard ${number} of ${run.of}.`);
    return { file, header };
  } finally {
    await lines.close();
  }
}

interface ChosenRun {
  readonly run: ShardRun;
  readonly list: MailboxList;
  readonly shards: readonly OpenShard[];
}

/** Finds the run that most shards belong to, and moves the others to `unusable`. Undefined if no shard has a valid list. */
async function mostFrequentRun(
  opened: readonly OpenShard[],
  unusable: Map<ShardArtifact, string>,
): Promise<ChosenRun | undefined> {
  const byRun = Map.groupBy(opened, ({ header }) => JSON.stringify(header.run));
  const [most, ...others] = [...byRun.values()].sort((one, other) => other.length - one.length);
  for (const foreign of others.flat()) {
    unusable.set(foreign, 'It is of another mailbox list, other reports or another number of shards.');
  }
  const shards = [...(most ?? [])];
  for (let shard = shards[0]; shard !== undefined; shard = shards[0]) {
    const { run } = shard.header;
    try {
      return { run, list: await listOf(shard), shards };
    } catch (error) {
      if (!(error instanceof UnusableShard)) throw error;
      unusable.set(shard, error.message);
      shards.shift();
    }
  }
  return undefined;
}

async function listOf({ file, header }: OpenShard): Promise<MailboxList> {
  const lines = new GzipLines(file);
  try {
    await readHeader(lines);
    return await readList(lines, header.run);
  } finally {
    await lines.close();
  }
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
