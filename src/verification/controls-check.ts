/** What a report says about controls: the last line of its rows, `controls.csv` and `evidence.json`, whose digest binds the rows. */
import {
  EVIDENCE_FILE,
  evidenceText,
  parseEvidence,
  type Evidence,
  type EvidenceControl,
} from '../controls/evidence.ts';
import { controlRecords } from '../features/controls.ts';
import { isObject, parseJson, type Json } from '../json.ts';
import { csvRecord } from '../outputs/files/csv-file.ts';
import type { ExemptionUse } from '../policy/exemptions.ts';
import { evidenceOf, storedControls } from '../store/evidence-of-run.ts';
import type { RowsEnd, RowsHeader } from '../store/rows-file.ts';
import { count } from '../text/numbers.ts';
import { Differences, notVerified, type Check } from './check.ts';

export const CONTROLS_FILE = 'controls.csv';

/** What the rows say about controls. */
export interface CountedControls {
  readonly lines: readonly EvidenceControl[];
  readonly uses: readonly ExemptionUse[];
}

/** A report with controls. */
export interface ControlledReport {
  readonly header: RowsHeader;
  /** Undefined: the rows cannot be read to their end. */
  readonly end: RowsEnd | undefined;
  /** SHA-256 of the lines of the rows, in hex; undefined: they cannot be decompressed. */
  readonly rows: string | undefined;
  /** The texts of the files; undefined: the report has none. */
  readonly csv: string | undefined;
  readonly evidence: string | undefined;
  /** Whether this version of the program wrote the report. */
  readonly isSameVersion: boolean;
}

/**
 * Compares what a report says about controls.
 *
 * @param counted a sentence if they cannot be counted
 */
export function checkControls(report: ControlledReport, counted: CountedControls | string): readonly Check[] {
  return [controlsCheck(report, counted), evidenceCheck(report, typeof counted === 'string' ? undefined : counted)];
}

function controlsCheck({ end, csv }: ControlledReport, counted: CountedControls | string): Check {
  if (typeof counted === 'string') return notVerified('controls', counted);
  const { lines } = counted;
  const differences = new Differences();
  compareJson(differences, 'controls', jsonOf(end?.controls), jsonOf(storedControls(lines)));
  if (csv === undefined) differences.add({ what: `The report has no ${CONTROLS_FILE}` });
  else compareCsv(differences, csv, lines);
  return differences.check(
    'controls',
    `${count(lines.length)} lines of ${CONTROLS_FILE}, and their counts in the last line`,
  );
}

function compareCsv(differences: Differences, text: string, lines: readonly EvidenceControl[]): void {
  const stored = text.replace(/^\uFEFF/, '').split('\r\n');
  const delimiter = /^[^,;]*;/.test(text) ? ';' : ',';
  const computed = [...controlRecords(lines).map((cells) => csvRecord(cells, delimiter).replace(/\r\n$/, '')), ''];
  for (let at = 0; at < Math.max(stored.length, computed.length); at += 1) {
    differences.compare(`line ${at + 1} of ${CONTROLS_FILE}`, stored[at], computed[at]);
  }
}

/** Texts that a version of the program words. */
const WORDED = new Set(['title', 'missing', 'role']);

/** @param counted undefined: the controls cannot be counted, so that those of the file are not compared */
function evidenceCheck(report: ControlledReport, counted: CountedControls | undefined): Check {
  const { header, end, rows, evidence: text, isSameVersion } = report;
  const about = `${EVIDENCE_FILE}: run, digests, reports and controls, and the digest of the rows`;
  const differences = new Differences();
  const stored = text === undefined ? undefined : parseEvidence(text);
  if (text === undefined || stored === undefined) {
    differences.add({ what: `The report has no ${EVIDENCE_FILE}` });
    return differences.check('evidence', about);
  }
  if ('problem' in stored) {
    differences.add({ what: `${EVIDENCE_FILE}: ${stored.problem}` });
  } else if (end === undefined || rows === undefined) {
    differences.compare('digests.rows', stored.digests.rows, rows);
  } else {
    const computed = evidenceOf(header, end, counted?.lines ?? stored.controls, counted?.uses ?? [], rows);
    const known: Evidence = counted === undefined ? { ...computed, exceptions: stored.exceptions } : computed;
    const written = parseJson(text);
    compareJson(differences, '', written, parseJson(evidenceText(known)), isSameVersion ? new Set() : WORDED);
    // A member that is there twice has two values, and which of them counts depends on the reader.
    if (differences.count === 0 && text !== `${JSON.stringify(written, null, 2)}\n`)
      differences.add({ what: `${EVIDENCE_FILE} has members twice, or another form than a run gives it` });
  }
  return differences.check('evidence', about);
}

/** Adds each value of some JSON that differs, with its path. */
function compareJson(
  differences: Differences,
  at: string,
  stored: Json | undefined,
  computed: Json | undefined,
  ignored: ReadonlySet<string> = new Set(),
): void {
  if (Array.isArray(stored) && Array.isArray(computed)) {
    for (let index = 0; index < Math.max(stored.length, computed.length); index += 1) {
      const [one, other] = [stored[index], computed[index]];
      compareJson(differences, `${at}[${nameOf(other ?? one) ?? index}]`, one, other, ignored);
    }
  } else if (isObject(stored) && isObject(computed)) {
    for (const name of new Set([...Object.keys(stored), ...Object.keys(computed)])) {
      const [one, other] = [stored, computed].map((side) => (Object.hasOwn(side, name) ? side[name] : undefined));
      if (!ignored.has(name)) compareJson(differences, at === '' ? name : `${at}.${name}`, one, other, ignored);
    }
  } else {
    differences.compare(at, stored, computed);
  }
}

/** What names an item of a list. */
function nameOf(item: Json | undefined): string | undefined {
  if (!isObject(item)) return undefined;
  const { catalogue, control, subject, rule, name } = item;
  const texts = (control === undefined ? [name ?? rule] : [catalogue, control, subject]).filter(
    (one) => typeof one === 'string',
  );
  return texts.length === 0 ? undefined : texts.join(' ');
}

function jsonOf(value: object | undefined): Json {
  return parseJson(JSON.stringify(value ?? {}));
}
