import type { SourcePlace } from '../errors.ts';
import type { JsonObject } from '../json.ts';

/** What a control is about. */
export const CONTROL_SUBJECTS = ['mailboxes', 'organization'] as const;
export type ControlSubject = (typeof CONTROL_SUBJECTS)[number];

/** How much of a control can be read: all of it, its effect in mailboxes and not the setting, or nothing. */
export const COVERED = ['whole', 'effect', 'no'] as const;
export type Covered = (typeof COVERED)[number];

/** The name of a property to a JSON Schema of its value. */
export type PropertySchemas = Readonly<Record<string, JsonObject>>;

/**
 * When objects of a service pass a part of a control. Without `of`, all objects count. Each of `every`, `none` and `some` that is there
 * must hold. A text stands for a list of one; the format `outside-address` is an address of no accepted domain. A property that the
 * service leaves out is not known, so that nothing passes by it.
 */
export interface Criterion {
  /** The cmdlet of Exchange Online or the request of Graph that returns the objects. */
  readonly reads: string;
  /** What returns further properties of each object: the account of a mailbox, the rule of a policy. */
  readonly with?: string | undefined;
  /** The objects that count. */
  readonly of?: PropertySchemas | undefined;
  /** What each of them must be. */
  readonly every?: PropertySchemas | undefined;
  /** What none of them may be. */
  readonly none?: PropertySchemas | undefined;
  /** What at least one of them must be. */
  readonly some?: PropertySchemas | undefined;
}

export interface ControlPart {
  /** '' if it is the only one. */
  readonly id: string;
  readonly subject: ControlSubject;
  readonly covered: Covered;
  /** Why it is not covered as a whole; '' if it is. */
  readonly reason: string;
  /** What the control leaves to the organization; '' if nothing. */
  readonly choice: string;
  /** One of them must hold. None if it is not covered. */
  readonly criteria: readonly Criterion[];
  /** Where the criterion is from. */
  readonly source: string;
}

export interface Control {
  readonly id: string;
  /** In our own words. */
  readonly title: string;
  /** As the benchmark names it: `E3 L1`, `SHALL`. */
  readonly level: string;
  /** Controls of other standards that the publisher of the benchmark names: `NIST SP 800-53 AU-12c`. */
  readonly references: readonly string[];
  /** At least one. */
  readonly parts: readonly ControlPart[];
}

/** A benchmark, as a file in `controls` or of the user has it. */
export interface Catalogue {
  /** As rules name it: that of a shipped file, `cis-m365-7.0.0`, or the path of one's own, relative to the workspace. */
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** The day of the version, and the day on which it was last compared with its source: `2026-05-19`. */
  readonly asOf: string;
  readonly checked: string;
  readonly controls: readonly Control[];
  /** SHA-256, in hex, of what it says. */
  readonly digest: string;
}

/** What a rule decides. */
export interface ControlReference {
  readonly catalogue: string;
  readonly control: string;
  /** '' for the only part. */
  readonly part: string;
  readonly place: Required<SourcePlace>;
}

/** `cis-m365-7.0.0/6.2.1#outbound-policy`. */
export function referenceText({ catalogue, control, part }: Omit<ControlReference, 'place'>): string {
  return `${catalogue}/${control}${part === '' ? '' : `#${part}`}`;
}

/** `catalogue/control#part`, where the catalogue is a name or a path that ends in .yml or .yaml. */
const REFERENCE = /^((?:[^#]*\.ya?ml)|[^/#]+)\/([^/#]+)(?:#([^#]+))?$/;

/** Whether a reference names a catalogue by the path of its file, instead of a shipped one. */
export function isCataloguePath(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/** Reads a reference, as rules have it; undefined for another text. */
export function parseReference(text: string): Omit<ControlReference, 'place'> | undefined {
  const [, catalogue, control, part = ''] = REFERENCE.exec(text) ?? [];
  return catalogue === undefined || control === undefined ? undefined : { catalogue, control, part };
}
