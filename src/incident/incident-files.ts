import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorCode, UserError } from '../errors.ts';
import { csvRecord } from '../outputs/files/csv-file.ts';
import { detailOf } from '../reports/known.ts';
import type { Cells } from '../text/csv.ts';
import { VERSION } from '../version.ts';
import { evidenceOf, type IncidentResult } from './incident-json.ts';
import { incidentPage } from './incident-page.ts';
import { JOINED, NOT_LOOKED_AT } from './limits.ts';

const NAMES = { page: 'incident.html', evidence: 'evidence.csv', manifest: 'manifest.json' };
const COLUMNS = ['Question', 'Answer', 'Kind', 'Time', 'NotYetAt', 'What', 'By', 'Source'];
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Refuses a folder with files that are not of an earlier incident. Nothing is changed. Rejects with the UserError `OUTPUT_FOLDER`.
 */
export async function checkIncidentFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw refused(`The output directory ${folder} cannot be read (${systemErrorCode(error)}).`, error);
  });
  const known: readonly string[] = Object.values(NAMES);
  if (names.every((name) => known.includes(name))) return;
  throw refused(`The output directory ${folder} has files that are not of an incident.`);
}

/**
 * Writes the page, the evidence, and last the manifest with the digest of both. Only the user may read them. Returns their paths. Rejects
 * with the UserError `OUTPUT_FOLDER`.
 */
export async function writeIncident(folder: string, result: IncidentResult): Promise<readonly string[]> {
  const files = [
    { name: NAMES.page, content: incidentPage(result) },
    { name: NAMES.evidence, content: evidenceCsv(result) },
  ];
  const manifest = `${JSON.stringify(manifestOf(result, files), undefined, 2)}\n`;
  const paths: string[] = [];
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const { name, content } of [...files, { name: NAMES.manifest, content: manifest }]) {
      const file = path.join(folder, name);
      await writeFile(file, content, { mode: 0o600 });
      paths.push(file);
    }
  } catch (error) {
    throw refused(`The files cannot be written to ${folder} (${systemErrorCode(error)}).`, error);
  }
  return paths;
}

/** One record for everything that was found, was seen, or could not be read. */
function evidenceCsv({ answers }: IncidentResult): string {
  const records = answers.flatMap((answer): Cells[] => {
    const { id, missing, sources } = answer;
    const seen = evidenceOf(answer).map(({ isFinding, time, after, what, by = '', source }) => {
      const kind = isFinding ? 'found' : 'seen';
      return [id, answer.answer, kind, time?.toISOString() ?? '', after?.toISOString() ?? '', what, by, source];
    });
    const unread = missing.map((one) => [
      id,
      answer.answer,
      'not known',
      '',
      '',
      detailOf(one),
      '',
      sources.join(', '),
    ]);
    const none = [id, answer.answer, 'nothing', '', '', answer.text, '', sources.join(', ')];
    return seen.length + unread.length === 0 ? [none] : [...seen, ...unread];
  });
  return BYTE_ORDER_MARK + [COLUMNS, ...records].map((cells) => csvRecord(cells)).join('');
}

/** What shows later that the files are as they were written, and how they came about. Times are in UTC. */
function manifestOf(
  { incident, sinceReason, answers }: IncidentResult,
  files: readonly { readonly name: string; readonly content: string }[],
): object {
  const { named: address, account, since, now, kept, live, requests } = incident;
  const { tenant, cloud } = live.report.run;
  return {
    product: `Mailbox Report ${VERSION}`,
    made: now.toISOString(),
    tenant,
    cloud,
    address,
    account: account.isKnown ? account.value.id : null,
    since: since.toISOString(),
    sinceReason,
    files: files.map(({ name, content }) => ({ name, sha256: sha256(content), bytes: Buffer.byteLength(content) })),
    answers: Object.fromEntries(answers.map(({ id, answer }) => [id, answer])),
    notInReach: answers.flatMap(({ id, missing }) =>
      missing.map((one) => ({ question: id, reason: one.reason ?? null, text: detailOf(one) })),
    ),
    notLookedAt: NOT_LOOKED_AT,
    joined: JOINED,
    reports: kept.nights.map(({ report: { name, run, ended } }) => ({
      name,
      started: run.run.started.toISOString(),
      ended: ended?.toISOString() ?? null,
    })),
    reportsNotUsed: kept.missing.map(({ name, reason }) => ({ name, reason })),
    requests: requests.entries.map(({ time, ...entry }) => ({ time: time.toISOString(), ...entry })),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function refused(message: string, cause?: unknown): UserError {
  return new UserError('OUTPUT_FOLDER', message, {
    hint: 'Set --output-directory to a new folder, an empty one, or that of an earlier incident.',
    cause,
  });
}
