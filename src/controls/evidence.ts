/**
 * `evidence.json`: what a run says about the controls of benchmarks, for people who sign it and for programs that read many of them. It
 * names no mailbox and has no cell. This is the file's form and its reader.
 */
import {
  arrayOf,
  both,
  either,
  isText,
  isTime,
  isWhole,
  mapOf,
  objectOf,
  oneOf,
  type Shape,
} from '../files/json-shape.ts';
import { isObject, jsonOrUndefined } from '../json.ts';
import { shownText } from '../text/display.ts';
import { CONTROL_SUBJECTS, COVERED, type ControlSubject, type Covered } from './catalogue.ts';

export const EVIDENCE_FILE = 'evidence.json';
const EVIDENCE_FORMAT = 'mailbox-report-evidence';
/** Increase it with every change after which an earlier reader would misunderstand a file. */
const EVIDENCE_VERSION = 1;
/** Bytes. A thousand controls have some 1 MB. */
export const MAX_EVIDENCE_BYTES = 16 * 1024 ** 2;

/** What a run says about a control. */
export const CONTROL_RESULTS = ['met', 'met-in-part', 'not-met', 'excepted', 'unknown', 'not-checked'] as const;
export type ControlResult = (typeof CONTROL_RESULTS)[number];

/** Whether the rules of a control are all those that are shipped. */
const BASES = ['shipped', 'own'] as const;
type Basis = (typeof BASES)[number];

/** The numbers of a line, in the order of controls.csv. */
export const POPULATION = [
  'tenant',
  'listed',
  'read',
  'concerned',
  'passed',
  'failed',
  'warned',
  'known',
  'exempt',
  'inconclusive',
  'unread',
] as const;

/**
 * Numbers of mailboxes; 1 is the organization. `listed` is `read` and `unread`; `concerned` is the sum of the verdicts, at most `read`.
 * Null is unknown; all are null of a control without rules.
 */
export type Population = Readonly<Record<(typeof POPULATION)[number], number | null>>;

/** A control and what it is about: one line of controls.csv. */
export interface EvidenceControl {
  /** By the name that rules use. */
  readonly catalogue: string;
  readonly control: string;
  readonly title: string;
  readonly subject: ControlSubject;
  /** Of the control, whatever the subject. */
  readonly result: ControlResult;
  /** The least of the parts of the subject. */
  readonly covered: Covered;
  /** Null without rules. */
  readonly basis: Basis | null;
  /** The ids of the rules about the subject, in the order of the policy. */
  readonly rules: readonly string[];
  /** Why the control is not met as a whole, in a sentence each, if nothing violates it. */
  readonly missing: readonly string[];
  readonly population: Population;
}

/** An exemption in force of a rule that decides a control. */
export interface EvidenceException {
  readonly rule: string;
  /** Violating mailboxes that it exempts; null if the rule is about a table. */
  readonly mailboxes: number | null;
  /** Violating rows of the table that it exempts; null if the rule is about mailboxes. */
  readonly items: number | null;
  /** The last day, `2027-01-31`, in UTC. */
  readonly expires: string;
  readonly reason: string;
  readonly owner: string;
}

/** What a report of the run was read from, for people. */
export interface EvidenceReport {
  readonly name: string;
  /** The application permissions; null if it needs none. */
  readonly permission: string | null;
  /** Requests to Graph or cmdlets of Exchange Online; null if it is made of other reports. */
  readonly endpoint: string | null;
  /** The role that the documents of this product name for the permission; null if there is none. */
  readonly role: string | null;
}

/** SHA-256 in hex. Null: there was no such file. */
export interface EvidenceDigests {
  readonly policy: string | null;
  readonly baseline: string | null;
  readonly list: string;
  /** By the name of a catalogue. */
  readonly catalogues: Readonly<Record<string, string>>;
  /** Of what decides the rows of a report, by its name. */
  readonly definitions: Readonly<Record<string, string>>;
  /** Of the lines of rows.ndjson.gz, unpacked. */
  readonly rows: string;
}

export interface Evidence {
  /** The version of the program. */
  readonly product: string;
  readonly tenant: string;
  readonly cloud: string;
  readonly run: {
    /** Of the workflow run; '' outside a workflow. */
    readonly id: string;
    readonly attempt: number;
    readonly url: string | null;
    /** ISO 8601, in UTC. */
    readonly started: string;
    readonly ended: string;
    readonly repository: string | null;
    readonly commit: string | null;
    readonly actor: string | null;
  };
  readonly result: 'pass' | 'violations' | 'incomplete' | 'error';
  readonly digests: EvidenceDigests;
  readonly reports: readonly EvidenceReport[];
  readonly controls: readonly EvidenceControl[];
  readonly exceptions: readonly EvidenceException[];
}

const TEXT_OR_NULL = orNull(isText);
const NUMBER_OR_NULL = orNull(isWhole);

function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return either(shape, oneOf([null]));
}

const COUNTS = objectOf({
  tenant: NUMBER_OR_NULL,
  listed: NUMBER_OR_NULL,
  read: NUMBER_OR_NULL,
  concerned: NUMBER_OR_NULL,
  passed: NUMBER_OR_NULL,
  failed: NUMBER_OR_NULL,
  warned: NUMBER_OR_NULL,
  known: NUMBER_OR_NULL,
  exempt: NUMBER_OR_NULL,
  inconclusive: NUMBER_OR_NULL,
  unread: NUMBER_OR_NULL,
});

const CONTROL: Shape<EvidenceControl> = objectOf({
  catalogue: isText,
  control: isText,
  title: isText,
  subject: oneOf(CONTROL_SUBJECTS),
  result: oneOf(CONTROL_RESULTS),
  covered: oneOf(COVERED),
  basis: orNull(oneOf(BASES)),
  rules: arrayOf(isText),
  missing: arrayOf(isText),
  population: COUNTS,
});

const EVIDENCE: Shape<Evidence> = both(
  objectOf({
    product: isText,
    tenant: isText,
    cloud: isText,
    run: objectOf({
      id: isText,
      attempt: isWhole,
      url: TEXT_OR_NULL,
      started: isTime,
      ended: isTime,
      repository: TEXT_OR_NULL,
      commit: TEXT_OR_NULL,
      actor: TEXT_OR_NULL,
    }),
    result: oneOf(['pass', 'violations', 'incomplete', 'error']),
  }),
  objectOf({
    digests: objectOf({
      policy: TEXT_OR_NULL,
      baseline: TEXT_OR_NULL,
      list: isText,
      catalogues: mapOf(isText),
      definitions: mapOf(isText),
      rows: isText,
    }),
    reports: arrayOf(objectOf({ name: isText, permission: TEXT_OR_NULL, endpoint: TEXT_OR_NULL, role: TEXT_OR_NULL })),
    controls: arrayOf(CONTROL),
    exceptions: arrayOf(
      objectOf({
        rule: isText,
        mailboxes: NUMBER_OR_NULL,
        items: NUMBER_OR_NULL,
        expires: isText,
        reason: isText,
        owner: isText,
      }),
    ),
  }),
);

/** Reads an `evidence.json`, or says in a sentence why it cannot be used. */
export function parseEvidence(text: string): Evidence | { readonly problem: string } {
  const value = jsonOrUndefined(text);
  if (!isObject(value) || value.format !== EVIDENCE_FORMAT)
    return { problem: `It is no ${EVIDENCE_FILE} of Mailbox Report.` };
  if (value.version !== EVIDENCE_VERSION) {
    return {
      problem: `Its version is ${shownText(JSON.stringify(value.version ?? null))}. This program reads ${EVIDENCE_VERSION}.`,
    };
  }
  return EVIDENCE(value) ? value : { problem: 'It is damaged: values are missing or of another type.' };
}

/** The file, which ends with a line break. The order of its members does not vary. */
export function evidenceText(evidence: Evidence): string {
  return `${JSON.stringify({ format: EVIDENCE_FORMAT, version: EVIDENCE_VERSION, ...evidence }, null, 2)}\n`;
}
