import type { CopyText } from '../../../errors.ts';
import type { GitHubRepository } from '../../repository.ts';
import type { AdminGraph } from './admin-graph.ts';
import type { AdminToken } from './admin-token.ts';
import type { ApplicationState, DeletedApplication, PresentApplication } from './application-state.ts';
import type { Gate } from './gate.ts';
import type { PermissionRole } from './permissions.ts';
import type { EntraPortal } from './portal.ts';
import type { PresentFiles } from './present-files.ts';
import type { SetupChoice } from './questions.ts';
import type { SetupPlace } from './setup-place.ts';
import type { RecordPart, SetupRecord } from './setup-record.ts';

/** A kind of thing that setup makes: how it is found, made, recorded and removed, and what plan and undo say about it. */
export interface Resource<S extends Setup = Setup> {
  /** What the record has of it. */
  readonly part: RecordPart<unknown>;
  /**
   * Where it is. Who deletes an application deletes what is on it and on its principal. If others sign in with the application, what is on
   * the principal stays.
   */
  readonly on: 'application' | 'principal' | 'tenant' | 'elsewhere';
  /** Whether the record keeps it when the application is gone, since a part of it is on this machine. */
  readonly outlivesApplication?: true;
  /** Compares what was chosen with what is there. Returns what is missing, as steps. Rejects with UserErrors for what setup refuses. */
  readonly plan: (setup: S) => Planned | Promise<Planned>;
  /** What undo does about what is recorded. Asked only for what does not go with the application. */
  readonly undo: (undo: Undo) => Undone | Promise<Undone>;
}

/** What the plan of each application is made from. */
export interface Setup {
  readonly graph: AdminGraph;
  readonly token: Pick<AdminToken, 'lacks' | 'source'>;
  readonly record: SetupRecord;
  readonly portal: EntraPortal;
  readonly place: SetupPlace;
  /** Of the application, as the tenant shows it or as a new one gets it. */
  readonly name: string;
  /** The permissions that the application needs. */
  readonly roles: readonly PermissionRole[];
  /** Undefined without a workflow. */
  readonly repository: GitHubRepository | undefined;
  readonly application: ApplicationState;
}

/** What the plan of the application that reports is made from. */
export interface ReportSetup extends Setup {
  readonly choice: SetupChoice;
  readonly present: PresentFiles;
  /** Undefined without `--gate`. */
  readonly gate: Gate | undefined;
  /** The tag or commit of the action, for workflows. */
  readonly version: string;
  /** Of a new PFX; asks at most once. Secret. */
  readonly password: () => Promise<string>;
}

/** A part of the plan. */
export interface Planned {
  readonly steps: readonly SetupStep[];
  /** What to know besides, a sentence or more each. */
  readonly notes?: readonly string[];
  /** Files that somebody else wrote or changed. */
  readonly kept?: readonly string[];
}

/** What steps are needed for; they are shown and made in this order. */
export const STAGES = ['environment', 'application', 'workflow', 'terminal'] as const;

/** Something that setup makes or changes, as the plan shows it, and how. */
export interface SetupStep {
  readonly stage: (typeof STAGES)[number];
  readonly mark: '+' | '~';
  /** A line of the plan each. Untrusted text until escaped. */
  readonly lines: readonly string[];
  /** How a file changes, a line each, for below these lines. Untrusted text until escaped. */
  readonly diff?: readonly string[];
  /** The commands of `az` and `gh` that do the same, with `APP_ID` for the client ID of the application. */
  readonly commands: readonly CopyText[];
  /** Rejects with a UserError if it cannot be made. Called for all steps before the first is made; changes nothing. */
  readonly check?: () => Promise<void>;
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

/** What undo works with. */
export interface Undo {
  readonly graph: AdminGraph;
  readonly record: SetupRecord;
  readonly place: SetupPlace;
  readonly application: ApplicationUndo;
}

/** What undo does with the application that the record names. */
export type ApplicationUndo =
  /** This setup made it. */
  | {
      readonly kind: 'deleted';
      readonly application: PresentApplication | DeletedApplication;
      /** Whether it cannot be restored afterwards. */
      readonly forever: boolean;
    }
  /** This setup made it, and others sign in with it: their credentials, for people. Untrusted text until escaped. */
  | { readonly kind: 'shared'; readonly application: PresentApplication; readonly others: readonly string[] }
  /** This setup has used it, and did not make it. */
  | { readonly kind: 'other'; readonly application: PresentApplication }
  /** There is none, or one that was deleted with what was added to it. */
  | { readonly kind: 'gone' };

/** The application if it stays, so that single objects are taken from it. */
export function stayingOf({ application: undo }: Pick<Undo, 'application'>): PresentApplication | undefined {
  return undo.kind === 'shared' || undo.kind === 'other' ? undo.application : undefined;
}

/** What undo says about a kind, and does. */
export interface Undone {
  /** What is deleted, a line each. Untrusted text until escaped. */
  readonly lines: readonly string[];
  readonly notes?: readonly string[];
  /** Files that somebody has changed since. */
  readonly kept?: readonly string[];
  /** Deletes it, also if a part of it is gone. Throws or rejects with a UserError. */
  readonly remove?: () => Promise<void> | void;
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
