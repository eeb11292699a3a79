import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../../json.ts';
import type { Mailbox, MailboxList } from '../../mailboxes/mailbox.ts';
import type { ReportDefinition } from '../../reports/definition.ts';

/**
 * Version of the format of shard files. Increase it with every change of the format, and of how built-in reports compute
 * cells from the same definition: shards of two versions must not be merged.
 */
export const SHARD_VERSION = 1;
export const SHARD_FORMAT = 'mailbox-report-shard';

/** A report that a shard has rows of. */
export interface ShardReport {
  readonly name: string;
  /** SHA-256 of the definition, in hex. */
  readonly digest: string;
}

/** What shards of one run have in common. Shards are merged only if it is equal. */
export interface ShardRun {
  readonly of: number;
  /** SHA-256 of the list's lines in the shard file, in hex. */
  readonly listDigest: string;
  readonly listLength: number;
  readonly listFiles: readonly string[];
  readonly duplicateCount: number;
  readonly duplicates: MailboxList['duplicates'];
  readonly reports: readonly ShardReport[];
  /** The cloud that was read, for people. */
  readonly cloud: string;
  /** The ID or a domain of the tenant that was read. */
  readonly tenant: string;
}

/** The first line of a shard file. */
export interface ShardHeader {
  readonly number: number;
  readonly run: ShardRun;
  /** When reading started, as ISO 8601 in UTC. */
  readonly started: string;
  /** The attempt of the workflow run. */
  readonly attempt: number;
  /** Undefined with `credential: federated`. */
  readonly certificate: ShardCertificate | undefined;
}

/** The certificate that signed in. */
export interface ShardCertificate {
  readonly notAfter: Date;
  readonly thumbprint: string;
}

/** What all shards of a run have in common. */
export function shardRun(
  mailboxes: MailboxList,
  {
    of,
    reports,
    cloud,
    tenant,
  }: Pick<ShardRun, 'of' | 'cloud' | 'tenant'> & {
    readonly reports: readonly ReportDefinition[];
  },
): ShardRun {
  const hash = createHash('sha256');
  for (const line of listLines(mailboxes)) hash.update(`${line}\n`);
  return {
    of,
    listDigest: hash.digest('hex'),
    listLength: mailboxes.length,
    listFiles: mailboxes.files,
    duplicateCount: mailboxes.duplicateCount,
    duplicates: mailboxes.duplicates,
    reports: reports.map((report) => ({ name: report.name, digest: definitionDigest(report) })),
    cloud,
    tenant,
  };
}

/** The lines of a list in a shard file: address, line, and position of the file among `listFiles`. */
export function* listLines({ length, at, files }: Pick<MailboxList, 'length' | 'at' | 'files'>): Generator<string> {
  for (let position = 0; position < length; position += 1) {
    const { address, file, line } = at(position);
    yield JSON.stringify([address, line, files.indexOf(file)]);
  }
}

/** The digest of everything in a definition that decides rows. Highlights and places of a report file do not. */
export function definitionDigest(definition: ReportDefinition): string {
  const text = JSON.stringify({ ...definition, unit: undefined, highlights: undefined, places: undefined });
  return createHash('sha256').update(text).digest('hex');
}

/** The header as a line of JSON. */
export function headerLine({ number, run, started, attempt, certificate }: ShardHeader): string {
  const { of, listDigest, listLength, listFiles, duplicateCount, duplicates, reports, cloud, tenant } = run;
  const header: JsonObject = {
    ...{ format: SHARD_FORMAT, version: SHARD_VERSION, shard: number, of, started, attempt, cloud, tenant },
    list: {
      ...{ digest: listDigest, length: listLength, files: [...listFiles], duplicateCount },
      duplicates: duplicates.map(({ mailbox, firstAt }) => [mailboxJson(mailbox), mailboxJson(firstAt)]),
    },
    reports: reports.map(({ name, digest }) => ({ name, digest })),
    ...(certificate === undefined
      ? {}
      : { certificate: { expires: certificate.notAfter.toISOString(), thumbprint: certificate.thumbprint } }),
  };
  return JSON.stringify(header);
}

function mailboxJson({ address, file, line }: Mailbox): Json {
  return { address, file, line };
}
