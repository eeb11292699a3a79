import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';
import { COMPARED_COUNTS } from '../compare/run-comparison.ts';
import { EVIDENCE_FILE } from '../controls/evidence.ts';
import { UserError } from '../errors.ts';
import { UNMET_COUNT } from '../features/controls.ts';
import { UNLISTED_COUNT } from '../features/unlisted-mailboxes.ts';
import { POLICY_COPY } from '../outputs/files/policy-copy.ts';
import { resultOf } from '../run/result.ts';
import { requireWholeArchive } from '../store/archive.ts';
import { ReportFiles, unreadableReport } from '../store/report-files.ts';
import type { RowsEnd, RowsHeader } from '../store/rows-file.ts';
import { mailboxesIn, readHeader, readMailboxes, readTables, rowsDigest, UnusableRows } from '../store/rows-reader.ts';
import { unmetControls } from '../totals/control-counts.ts';
import { visibleLine } from '../text/display.ts';
import { count, counted } from '../text/numbers.ts';
import { Differences, notVerified, type Check, type CheckResult } from './check.ts';
import { checkControls, CONTROLS_FILE, type CountedControls } from './controls-check.ts';
import { checkJudgedBy, keptFile, otherVersion, type JudgingChecks, type JudgingFiles } from './judged-by.ts';
import { Recount } from './recount.ts';

export interface VerifyRequest extends JudgingFiles {
  /** A zip, or the folder with its files, relative to the workspace. */
  readonly place: string;
  /** SHA-256 of the zip, in hex; undefined: it is not known. */
  readonly digest: string | undefined;
  /** Where temporary files may be. By default that of the system. */
  readonly tempFolder?: string;
}

/** What a report says, in comparison with what its rows say. */
export interface Verification {
  /** The worst of its checks: `differs`, then `not-verified`. */
  readonly result: CheckResult;
  readonly header: RowsHeader;
  readonly checks: readonly Check[];
  /** What no check is about, in sentences. */
  readonly beyond: readonly string[];
}

/**
 * Judges the rows of a report again by the date of its run, and compares verdicts, counts and digests with those that the report has. Rejects with a
 * UserError: `REPORT_UNREADABLE` for what is no report of this version, and for a shard; `INPUT_INVALID` for the digest of a folder; `INPUT_MISSING`
 * for a file by which the rows were judged, and as the readers of these files do.
 */
export async function verifyReport({ place, digest, tempFolder, ...named }: VerifyRequest): Promise<Verification> {
  const at = path.resolve(named.workspace, place);
  const names = [POLICY_COPY, CONTROLS_FILE, EVIDENCE_FILE];
  const files = await ReportFiles.open(at, { tempFolder, names }).catch((error: unknown) => {
    throw unreadableReport(place, error);
  });
  try {
    const archive = await checkArchive(at, place, digest);
    const header = await readHeader(files.rowsFile).catch((error: unknown) => {
      throw unreadableReport(place, error);
    });
    if (header.shard !== undefined) throw shardError(place, header.shard);
    const judging = await checkJudgedBy(header, files.folder, named);
    const { definitions } = judging;
    const judgedBy = { policy: undefined, baseline: undefined, ...judging.files };
    const recount = definitions && (await Recount.of(header, { ...definitions, ...judgedBy }));
    const read = await readRows(files.rowsFile, header, recount);
    const rows = new Differences();
    if (read.problem !== undefined) rows.add({ what: read.problem });
    const ofRows = controlsOf(recount, judging, read.end);
    const ofControls = await controlChecks(files, header, read.end, ofRows);
    const checks = [
      ...(archive === undefined ? [] : [archive]),
      rows.check('rows', `${counted(mailboxesIn(header).length, 'mailbox', 'mailboxes')} in rows.ndjson.gz`),
      ...judging.checks,
      verdictsCheck(recount, judging, read),
      countsCheck(recount, judging, read, header, typeof ofRows === 'string' ? undefined : ofRows),
      ...ofControls,
    ];
    const results = checks.map(({ result }) => result);
    const result = (['differs', 'not-verified'] as const).find((one) => results.includes(one)) ?? 'ok';
    const hasEvidence = ofControls.length > 0;
    const saysTenant = hasEvidence || read.end?.counts[UNLISTED_COUNT] !== undefined;
    const beyond = beyondOf({ isZip: archive !== undefined, hasDigest: digest !== undefined, hasEvidence, saysTenant });
    return { result, header, checks, beyond };
  } finally {
    await files.close();
  }
}

function shardError(place: string, { number, of }: NonNullable<RowsHeader['shard']>): UserError {
  const message = `The report ${place} cannot be verified. It has only shard ${number} of ${of}, which judges nothing.`;
  return new UserError('REPORT_UNREADABLE', message, {
    hint: 'Verify the artifact of the merge action, or join the shards with "mailbox-report merge" first.',
  });
}

/** Checks all files of a zip, and its digest. Undefined for a folder. */
async function checkArchive(at: string, place: string, digest: string | undefined): Promise<Check | undefined> {
  if ((await stat(at)).isDirectory()) {
    if (digest === undefined) return undefined;
    throw new UserError('INPUT_INVALID', `${visibleLine(place)} is a folder. The digest is of a zip.`, {
      hint: 'Name the zip that GitHub gives for the artifact.',
    });
  }
  const differences = new Differences();
  const own = createHash('sha256');
  await pipeline(createReadStream(at), own);
  const sha = own.digest('hex');
  if (digest !== undefined) differences.compare('digest of the zip', digest, sha);
  try {
    const { size: files } = await requireWholeArchive(at);
    return differences.check('archive', `Zip of ${counted(files, 'file', 'files')}, sha256:${sha}`);
  } catch (error) {
    if (!(error instanceof UnusableRows)) throw error;
    differences.add({ what: error.message });
    return differences.check('archive', `Zip, sha256:${sha}`);
  }
}

/** The rows as far as they can be read. */
interface ReadRows {
  readonly end: RowsEnd | undefined;
  /** Why they cannot be read to the end, as a sentence. */
  readonly problem: string | undefined;
}

async function readRows(file: string, header: RowsHeader, recount: Recount | undefined): Promise<ReadRows> {
  let end: RowsEnd | undefined;
  try {
    recount?.addTables(await readTables(file, header));
    const mailboxes = mailboxesIn(header).values();
    const onEnd = (last: RowsEnd): void => {
      end = last;
    };
    for await (const { mailbox: stored } of readMailboxes(file, header, onEnd)) {
      const mailbox = mailboxes.next().value;
      if (mailbox !== undefined) recount?.add(stored, mailbox);
    }
    return { end, problem: undefined };
  } catch (error) {
    if (!(error instanceof UnusableRows)) throw error;
    return { end: undefined, problem: error.message };
  }
}

const OTHER_VERSION = 'Other version';
const UNREAD = 'The rows cannot be read to their end';

function otherFiles({ hasRegister }: JudgingChecks): string {
  return `The ${hasRegister ? 'policy or the baseline' : 'register'} is not that of the run`;
}

function verdictsCheck(recount: Recount | undefined, judging: JudgingChecks, { problem }: ReadRows): Check {
  if (recount === undefined) return notVerified('verdicts', OTHER_VERSION);
  if (judging.files === undefined) return notVerified('verdicts', otherFiles(judging));
  const { verdicts, findings } = recount;
  if (problem !== undefined && verdicts.count === 0) return notVerified('verdicts', UNREAD);
  return verdicts.check('verdicts', `${counted(findings, 'finding', 'findings')}, by the date of the run`);
}

/** What the rows say about controls, or why that cannot be counted. Undefined if the policy decides none. */
function controlsOf(
  recount: Recount | undefined,
  judging: JudgingChecks,
  end: RowsEnd | undefined,
): CountedControls | string | undefined {
  if (recount === undefined) return OTHER_VERSION;
  if (end === undefined) return UNREAD;
  if (judging.files === undefined) return otherFiles(judging);
  const counted = recount.controls(end);
  if (counted !== undefined && !judging.hasCatalogues) return 'The catalogues are not those of the run';
  const isMore = counted !== undefined && recount.beyondLimits > 0;
  return isMore ? beyondText(recount.beyondLimits) : counted;
}

/** The checks of what a report says about controls. None if neither its first line nor its files do. */
async function controlChecks(
  { folder, rowsFile }: ReportFiles,
  header: RowsHeader,
  end: RowsEnd | undefined,
  counted: CountedControls | string | undefined,
): Promise<readonly Check[]> {
  const [csv, evidence] = await Promise.all([keptFile(folder, CONTROLS_FILE), keptFile(folder, EVIDENCE_FILE)]);
  const isSaid = header.digests.catalogues !== undefined || end?.controls !== undefined;
  if (!isSaid && csv === undefined && evidence === undefined && (counted === undefined || typeof counted === 'string'))
    return [];
  const rows = await rowsDigest(rowsFile).catch((error: unknown) => {
    if (error instanceof UnusableRows) return undefined;
    throw error;
  });
  const texts = { csv: csv?.toString(), evidence: evidence?.toString() };
  const isSameVersion = otherVersion(header) === undefined;
  return checkControls({ header, end, rows, isSameVersion, ...texts }, counted ?? { lines: [], uses: [] });
}

function beyondText(number: number): string {
  const of = counted(number, 'mailbox or table is', 'mailboxes or tables are');
  return `The rows of ${of} beyond the limits of rows.ndjson.gz`;
}

/** The counts of the last line, and the result that follows from them. */
function countsCheck(
  recount: Recount | undefined,
  { files }: JudgingChecks,
  { end }: ReadRows,
  header: RowsHeader,
  ofControls: CountedControls | undefined,
): Check {
  if (recount === undefined) return notVerified('counts', OTHER_VERSION);
  if (end === undefined) return notVerified('counts', UNREAD);
  const differences = new Differences();
  const { totals, beyondLimits } = recount;
  const unmet = ofControls && { [UNMET_COUNT]: unmetControls(ofControls.lines) };
  const counts: Readonly<Record<string, number>> = { ...recount.counts, ...unmet };
  const isSameVersion = otherVersion(header) === undefined;
  // A control that cannot be counted is named by its own check.
  const hasControls = ofControls !== undefined || header.digests.catalogues === undefined;
  const notCompared: readonly string[] = [...COMPARED_COUNTS, UNLISTED_COUNT, ...(hasControls ? [] : [UNMET_COUNT])];
  for (const name of new Set([...Object.keys(counts), ...Object.keys(end.counts)])) {
    const [stored, computed] = [end.counts[name], counts[name]];
    if (notCompared.includes(name)) continue;
    // Without the policy of the run, its verdicts are not counted; another version may count something else.
    const isOfBoth = stored !== undefined && computed !== undefined;
    if (isOfBoth || (files !== undefined && isSameVersion)) differences.compare(name, stored, computed);
  }
  const tables = Object.fromEntries(totals.tables.map(({ name, rows }) => [name, { rows }] as const));
  for (const name of new Set([...Object.keys(tables), ...Object.keys(end.tables ?? {})])) {
    const [stored = null, computed = null] = [end.tables?.[name], tables[name]];
    if (!isDeepStrictEqual(stored, computed)) differences.add({ what: `rows of ${name}`, stored, computed });
  }
  if (files !== undefined) compareResult(differences, recount, end, header);
  if (differences.count > 0 && beyondLimits > 0) {
    return notVerified('counts', beyondText(beyondLimits));
  }
  const number = count(Object.keys(counts).length + totals.tables.length);
  return differences.check('counts', `${number} counts of the last line, and the result ${end.result}`);
}

function compareResult(differences: Differences, { totals }: Recount, end: RowsEnd, { gate }: RowsHeader): void {
  if (gate === undefined) return;
  const { failOn, maxUnreadable, unlisted } = gate;
  const computed = resultOf(totals.counts, { allowed: maxUnreadable, failOn }).result;
  // A shard that is missing, or a mailbox that is not listed, is no row.
  const mayBeIncomplete = end.stoppedBy !== undefined || unlisted === 'fail';
  if (mayBeIncomplete && computed === 'pass' && end.result === 'incomplete') return;
  differences.compare('result', end.result, computed);
}

/** What decides how far a report can be verified. */
interface ReportParts {
  readonly isZip: boolean;
  readonly hasDigest: boolean;
  readonly hasEvidence: boolean;
  /** Whether the report says something about the mailboxes of the tenant beyond the list. */
  readonly saysTenant: boolean;
}

function beyondOf({ isZip, hasDigest, hasEvidence, saysTenant }: ReportParts): readonly string[] {
  const zip = isZip ? 'set --digest to the digest of the artifact' : 'name the zip of the artifact and set --digest';
  return [
    'Whether the rows are what Microsoft 365 returned.',
    'What depends on earlier reports: Since, which violations are new or resolved, and the history.',
    'Warnings, and how long the run waited.',
    ...(hasDigest ? [] : [`The other files of the report: ${zip}.`]),
    hasEvidence
      ? `Who wrote ${EVIDENCE_FILE}, which binds the rows by their digest: check its signature.`
      : `Cells that no rule reads, and what the first line says about the run and its tenant: without rules that name controls, there is no ${EVIDENCE_FILE} with a digest of the rows.`,
    ...(saysTenant ? ['How many mailboxes the tenant has.'] : []),
  ];
}
