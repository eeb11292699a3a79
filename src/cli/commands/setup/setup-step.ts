import type { Cloud } from '../../../auth/clouds.ts';
import type { CopyText } from '../../../errors.ts';
import type { AdminGraph } from './admin-graph.ts';
import type { EntraPortal } from './portal.ts';
import type { SetupRecord } from './setup-record.ts';

/** What the steps work with. */
export interface SetupTools {
  readonly graph: AdminGraph;
  readonly record: SetupRecord;
  readonly portal: EntraPortal;
  readonly cloud: Cloud;
  /** Where files are written. */
  readonly folder: string;
  /** The application; undefined if it is made or restored. */
  readonly present:
    { readonly id: string; readonly appId: string; readonly principalId: string | undefined } | undefined;
}

/** A part of the plan. */
export interface PlannedSteps {
  readonly steps: readonly SetupStep[];
  /** What to know besides, a sentence or more each. */
  readonly notes: readonly string[];
  /** Files that somebody else wrote or changed. */
  readonly kept: readonly string[];
}

/** Something that setup makes or changes, as the plan shows it, and how. */
export interface SetupStep {
  readonly mark: '+' | '~';
  /** A line of the plan each. Untrusted text until escaped. */
  readonly lines: readonly string[];
  /** The commands of `az` and `gh` that do the same, with `APP_ID` for the client ID of the application. */
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

/** A word for a shell: in single quotes unless it needs none. */
export function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
