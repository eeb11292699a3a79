import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describeError } from '../../errors.ts';
import { MAX_SHARDS, shardArtifactName, type Shard } from '../../mailboxes/shard.ts';
import type { ArtifactClient, ListedArtifact } from '../../run/artifact-client.ts';
import { UnusableShard } from './unusable.ts';

/** Bytes of an artifact, compressed. */
const MAX_ARTIFACT_BYTES = 8 * 1024 ** 3;

/** An artifact that has the name of a shard. */
export interface ShardArtifact {
  readonly shard: Shard;
  readonly artifact: ListedArtifact;
}

/** The artifacts of this run with the names of shards, in the order of the shards. `artifactName`: that of the merge. */
export function shardsAmong(artifacts: readonly ListedArtifact[], artifactName: string): readonly ShardArtifact[] {
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

/**
 * Downloads the file of a shard into a folder of its own below `folder`, and returns its path. Rejects with an `UnusableShard`
 * if that is not possible or the file differs from the one that was uploaded.
 */
export async function downloadShard(
  client: Pick<ArtifactClient, 'downloadArtifact'>,
  { id, size, digest }: ListedArtifact,
  folder: string,
): Promise<string> {
  if (!(size <= MAX_ARTIFACT_BYTES)) throw new UnusableShard('It exceeds 8 GiB.');
  const own = path.join(folder, String(id));
  try {
    await mkdir(own);
    const expected = digest === undefined ? {} : { expectedHash: digest };
    const { digestMismatch } = await client.downloadArtifact(id, { path: own, skipDecompress: true, ...expected });
    if (digestMismatch === true) throw new UnusableShard('The download does not match its digest.');
    const [file, ...others] = await readdir(own, { withFileTypes: true });
    if (file?.isFile() !== true || others.length > 0) throw new UnusableShard('It is not a single file.');
    return path.join(own, file.name);
  } catch (error) {
    if (error instanceof UnusableShard) throw error;
    throw new UnusableShard(`It cannot be downloaded: ${describeError(error)}.`);
  }
}
