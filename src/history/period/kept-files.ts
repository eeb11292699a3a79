import { hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { EVIDENCE_FILE, MAX_EVIDENCE_BYTES, parseEvidence, type Evidence } from '../../controls/evidence.ts';
import { makeTempFolder, removeTemp } from '../../files/temp-folder.ts';
import { extractFiles } from '../../store/archive.ts';
import { withReportFiles } from '../../store/report-files.ts';
import { ROWS_FILE, type RowsHeader } from '../../store/rows-file.ts';
import { readRun, UnusableRows } from '../../store/rows-reader.ts';
import { filesIn, reasonOf, type MissingReport } from '../kept-report.ts';

/** The evidence of a run, as a file has it. */
export interface KeptEvidence {
  /** Its path in the folder, or the page of its run. Hostile text until escaped. */
  readonly name: string;
  /** The path in the folder. */
  readonly file: string;
  readonly evidence: Evidence;
  /** SHA-256 of `evidence.json`, in hex. */
  readonly digest: string;
  readonly started: Date;
}

/** The files of a remediation that were kept together. Undefined: there is no such file. */
export interface RemediationFiles {
  /** As that of evidence. */
  readonly name: string;
  /** The text of `applied.csv` and of `undo.json`. */
  readonly applied: string | undefined;
  readonly undo: string | undefined;
}

/** A report without evidence, or a file that cannot be used. */
export interface MissingEvidence extends MissingReport {
  /** Whose report it is; undefined if that is not known. */
  readonly of?: Pick<RowsHeader, 'tenant' | 'cloud'>;
}

/** What a folder has of a period. */
export interface KeptFiles {
  readonly evidence: readonly KeptEvidence[];
  readonly missing: readonly MissingEvidence[];
  readonly remediations: readonly RemediationFiles[];
}

const APPLIED_FILE = 'applied.csv';
const UNDO_FILE = 'undo.json';
const NAMES = [EVIDENCE_FILE, APPLIED_FILE, UNDO_FILE];
/** Bytes of a file. 100,000 changes have some 40 MB. */
const MAX_BYTES = 256 * 1024 ** 2;
/** People name copies by day or run: `2027-01-31-evidence.json`. */
const EVIDENCE_NAME = /(?:^|[^\p{L}\p{N}])evidence\.json$/iu;
const ARCHIVE_NAME = /\.zip$/i;

function isWanted(name: string): boolean {
  return EVIDENCE_NAME.test(name) || ARCHIVE_NAME.test(name) || [ROWS_FILE, APPLIED_FILE, UNDO_FILE].includes(name);
}

/**
 * Finds evidence and the files of remediations in a folder and the folders in it: files, and zips with them. Rejects as the file system does
 * if the folder cannot be read.
 *
 * @param tempFolder where temporary files may be
 * @param nameOf how messages name a file, by its path in the folder
 */
export async function keptFiles(
  folder: string,
  tempFolder: string,
  nameOf: (file: string) => string,
): Promise<KeptFiles> {
  const found: Found = { evidence: [], missing: [], remediations: [] };
  const files = await filesIn(folder, isWanted);
  for (const all of Map.groupBy(files, (file) => path.dirname(file)).values()) {
    const named = (file: string) => ({ file: path.relative(folder, file), name: nameOf(path.relative(folder, file)) });
    const has = (name: string): string | undefined => all.find((file) => path.basename(file) === name);
    for (const file of all) {
      await collect(named(file), found, async () => {
        if (ARCHIVE_NAME.test(file)) await addArchive(file, named(file), tempFolder, found);
        else if (EVIDENCE_NAME.test(file)) addEvidence(await bytesOf(file, MAX_EVIDENCE_BYTES), named(file), found);
        else if (path.basename(file) === ROWS_FILE && !all.some((one) => EVIDENCE_NAME.test(one)))
          await addReport({ rowsFile: file }, named(file), tempFolder, found);
      });
    }
    const [applied, undo] = [has(APPLIED_FILE), has(UNDO_FILE)];
    const first = applied ?? undo;
    if (first === undefined) continue;
    await collect(named(first), found, async () => {
      const [changes, record] = [await textOf(applied), await textOf(undo)];
      found.remediations.push({ name: named(first).name, applied: changes, undo: record });
    });
  }
  return found;
}

interface Found extends KeptFiles {
  readonly evidence: KeptEvidence[];
  readonly missing: MissingEvidence[];
  readonly remediations: RemediationFiles[];
}

interface Named {
  readonly name: string;
  readonly file: string;
}

async function collect({ name }: Named, found: Found, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    found.missing.push({ name, reason: reasonOf(error), started: undefined });
  }
}

async function addArchive(zip: string, named: Named, tempFolder: string, found: Found): Promise<void> {
  const temp = makeTempFolder(tempFolder, 'mailbox-report-');
  try {
    const names = await extractFiles(zip, temp, NAMES, MAX_BYTES);
    if (names.has(EVIDENCE_FILE))
      addEvidence(await bytesOf(path.join(temp, EVIDENCE_FILE), MAX_EVIDENCE_BYTES), named, found);
    else if (names.has(ROWS_FILE)) await addReport(zip, named, tempFolder, found);
    const extracted = (name: string): string | undefined => (names.has(name) ? path.join(temp, name) : undefined);
    const [applied, undo] = [await textOf(extracted(APPLIED_FILE)), await textOf(extracted(UNDO_FILE))];
    if (applied !== undefined || undo !== undefined) found.remediations.push({ name: named.name, applied, undo });
  } finally {
    await removeTemp(temp);
  }
}

function addEvidence(bytes: Buffer, named: Named, found: Found): void {
  const evidence = parseEvidence(new TextDecoder().decode(bytes));
  if ('problem' in evidence) {
    found.missing.push({ name: named.name, reason: evidence.problem, started: undefined });
    return;
  }
  found.evidence.push({ ...named, evidence, digest: hash('sha256', bytes), started: new Date(evidence.run.started) });
}

/** A report without evidence, unless it is a shard, which has none before it is merged. Rejects with an `UnusableRows` if its rows are of another version. */
async function addReport(
  place: Parameters<typeof withReportFiles>[0],
  { name }: Named,
  tempFolder: string,
  found: Found,
): Promise<void> {
  const { run, shard, ...of } = await withReportFiles(place, { tempFolder }, ({ rowsFile }) => readRun(rowsFile));
  if (shard !== undefined) return;
  const reason = `The report has no ${EVIDENCE_FILE}: no rule of its policy has "controls", or an older version made it.`;
  found.missing.push({ name, reason, started: run.started, of });
}

async function textOf(file: string | undefined): Promise<string | undefined> {
  return file === undefined ? undefined : (await bytesOf(file, MAX_BYTES)).toString('utf8');
}

async function bytesOf(file: string, most: number): Promise<Buffer> {
  if ((await stat(file)).size > most) throw new UnusableRows(`It exceeds ${most / 1024 ** 2} MiB.`);
  return readFile(file);
}
