import type { UnknownValue } from '../reports/known.ts';

/** The identifiers of the questions, in the order in which they are shown. */
export const QUESTION_IDS = [
  'evidence',
  'account',
  'sign-ins',
  'methods',
  'consents',
  'inbox-rules',
  'forwarding',
  'rights',
  'mail',
  'others',
] as const;

export type QuestionId = (typeof QUESTION_IDS)[number];

/** https://learn.microsoft.com/graph/api/resources/security-auditlogquery */
export type AuditRecordType = 'exchangeAdmin' | 'exchangeItem' | 'exchangeItemAggregated' | 'exchangeItemGroup';

/** Operations of the audit log by record type, as queries name both. */
export type AuditOperations = Partial<Readonly<Record<AuditRecordType, readonly string[]>>>;

/** What a question found. The answer follows from it: see `answerOf`. */
export interface Observations {
  /** What somebody must act on. */
  readonly findings: readonly Finding[];
  /** What was seen, and is no reason to act by itself. */
  readonly seen: readonly Evidence[];
  /** What could not be read: `detail` is a sentence that names the permission, license or retention. Without findings, the answer is unknown. */
  readonly missing: readonly UnknownValue<unknown>[];
  /** The answer in a sentence or two, if it is no. */
  readonly summary: string;
  /** Where it is from, such as `Get-InboxRule`, `reports of 29 nights`. */
  readonly sources: readonly string[];
}

/** Something that was seen. Texts are hostile until escaped. */
export interface Evidence {
  /** A sentence without its full stop. */
  readonly what: string;
  /** When it happened, else when it was first seen; undefined if unknown. */
  readonly time: Date | undefined;
  /** The latest time before it at which it was not there, if it is known only from two reports. */
  readonly after?: Date | undefined;
  /** Who did it: a user principal name, an address, or the ID of an application; undefined if unknown. */
  readonly by?: string | undefined;
  /** Where it is from, such as `Get-InboxRule` or the name of a kept report. */
  readonly source: string;
}

/** Something that somebody must act on. */
export interface Finding extends Evidence {
  /** How to take it back. */
  readonly containment?: readonly Containment[];
  /** What the same attacker may have left elsewhere. */
  readonly indicators?: readonly Indicator[];
  /** The row of a report that it is about. */
  readonly of?: { readonly report: string; readonly item: string };
}

/** The steps of containment, in the order of the playbooks: evidence is kept before anything is taken away. */
export const STEPS = [
  'hold',
  'block',
  'sessions',
  'password',
  'methods',
  'devices',
  'rules',
  'forwarding',
  'consents',
  'rights',
  'remediate',
] as const;

/** A command that a person reads and runs. */
export interface Containment {
  readonly step: (typeof STEPS)[number];
  /** What the command does. Hostile text until escaped. */
  readonly about: string;
  /** A line of PowerShell; undefined if a name in it does not fit on a line as it is, so that a person must act in another way. */
  readonly command: string | undefined;
}

/** A trace that can be looked for elsewhere. */
export interface Indicator {
  readonly kind: 'address' | 'ip' | 'application' | 'rule';
  /** An SMTP address, an IP address without port, the ID of an application, or the name of a rule. */
  readonly value: string;
  /** What reports call an application that people consented to; not known for one that only a record names. */
  readonly name?: string;
}

/** The answer to a question. */
export interface Answer extends Observations {
  readonly id: QuestionId;
  readonly question: string;
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly text: string;
  /** When the first finding happened, or was first seen; undefined if that is unknown. */
  readonly since: Date | undefined;
  /** Who did what was found, by commas. */
  readonly by: string;
}

const UNKNOWN = 'Not known. What could be read shows nothing to act on.';

/** The answer that follows from what was found. What could not be read makes it unknown, and never no. */
export function answerOf({ id, question }: Pick<Answer, 'id' | 'question'>, observations: Observations): Answer {
  const { findings, missing, summary } = observations;
  const times = findings.flatMap(({ time }) => time?.getTime() ?? []);
  const actors = new Set(findings.flatMap(({ by = '' }) => (by === '' ? [] : [by])));
  const answer = findings.length > 0 ? 'yes' : missing.length > 0 ? 'unknown' : 'no';
  return {
    ...observations,
    id,
    question,
    answer,
    text: { yes: findings.map(({ what }) => `${what}.`).join(' '), no: summary, unknown: UNKNOWN }[answer],
    since: times.length === 0 ? undefined : new Date(Math.min(...times)),
    by: [...actors].join(', '),
  };
}
