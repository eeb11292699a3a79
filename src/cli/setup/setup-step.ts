import type { CopyText } from '../../errors.ts';

/** Something that setup makes or changes, as the plan shows it, and how. */
export interface SetupStep {
  readonly mark: '+' | '~';
  /** A line of the plan each. Untrusted text until escaped. */
  readonly lines: readonly string[];
  /** The commands of `az` and `gh` that do the same, with `CLIENT_ID` for the ID of a new application. */
  readonly commands: readonly CopyText[];
  /** Makes it, and records it before and after. Rejects with a UserError. */
  readonly make: () => Promise<StepResult>;
}

/** What a step has made: a line with a link to the object. */
export interface StepResult {
  readonly text: string;
  readonly link?: string | undefined;
  /** Whether another administrator has to do it, by the link. */
  readonly isLeft?: boolean;
}

/** A command to copy. */
export function command(text: string, label = 'Command'): CopyText {
  return { label, text };
}

/** A file to save under the name in the label: shells differ in how they quote JSON. */
export function jsonFile(name: string, content: unknown): CopyText {
  return { label: name, text: JSON.stringify(content) };
}
