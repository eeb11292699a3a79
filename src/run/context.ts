import type { Dispatcher } from 'undici';
import type { SourcePlace } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import type { OutputInputs, ReportInputs } from './inputs.ts';
import type { Baseline } from '../policy/baseline/baseline-file.ts';
import type { Policy } from '../policy/definition.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { ArtifactClient } from './artifact-client.ts';
import { logText, placeProperties, type Log } from './log.ts';
import type { StopSignals } from './stop-signals.ts';

/** What a run needs of the runner: `@actions/core` satisfies it. */
export interface Core extends Log {
  setOutput(name: string, value: string | number): void;
  setSecret(secret: string): void;
}

/** Everything outside the action that it uses, passed in so that tests can replace the runner. */
export interface Dependencies extends StopSignals {
  readonly core: Core;
  readonly dispatcher: Dispatcher;
  /** Monotonic epoch milliseconds. */
  readonly now: () => number;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly loadArtifactClient: () => Promise<ArtifactClient>;
  /** The script and the style sheet of the report page. */
  readonly loadPageAssets: () => Promise<{ readonly script: string; readonly style: string }>;
}

/** A run, whatever its source: its inputs, checked, and its dependencies. */
export interface RunContext extends Dependencies {
  readonly env: Environment;
  readonly inputs: OutputInputs;
  /** The cloud that is read, for people: its name, with the URL of Graph if it is not that cloud's. */
  readonly cloud: string;
  /** The ID or a domain of the tenant that is read. */
  readonly tenant: string;
  /** In the order of the input; at least one. */
  readonly reports: readonly ReportDefinition[];
  /** Undefined without the input `policy`. */
  readonly policy: Policy | undefined;
  /** Undefined without the input `baseline`. */
  readonly baseline: Baseline | undefined;
  /** Epoch ms. */
  readonly started: number;
  /** Warnings that are in the log already, for the summary. */
  readonly warnings: string[];
}

/** A run that signs in and reads mailboxes. */
export interface ReadContext extends RunContext {
  readonly inputs: ReportInputs;
}

/** Logs a warning and keeps it for the summary. */
export function warn({ core, warnings }: RunContext, message: string, place?: SourcePlace): void {
  warnings.push(message);
  core.warning(logText(message), placeProperties(place));
}

/** The folder of the repository's checkout. */
export function workspaceOf(env: Environment): string {
  return env.GITHUB_WORKSPACE ?? process.cwd();
}
