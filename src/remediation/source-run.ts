import { both, isText, isTime, isWhole, objectOf, optional, type Shape } from '../files/json-shape.ts';
import type { KeptRun } from './restore/restore-source.ts';
import type { StepEnvironment } from '../run/runner.ts';

/** The workflow run that wrote a file. Texts are '' outside a workflow, and hostile until escaped. */
export interface SourceRun {
  readonly repository: string;
  readonly run: { readonly id: string; readonly attempt: number; readonly url: string };
  /** Who started it; undefined in a file of an earlier version. */
  readonly actor?: string | undefined;
}

export const isSourceRun = objectOf({
  repository: isText,
  run: objectOf({ id: isText, attempt: isWhole, url: isText }),
  actor: optional(isText),
});

/** The run whose changes a plan undoes. */
export interface UndoneRun extends SourceRun {
  /** When it applied them, as an ISO date and time; undefined in a file of an earlier version. */
  readonly applied?: string | undefined;
}

export const isUndoneRun: Shape<UndoneRun> = both(isSourceRun, objectOf({ applied: optional(isTime) }));

export function sourceRunOf({ repository, runId: id, attempt, runUrl: url = '', actor }: StepEnvironment): SourceRun {
  return { repository, run: { id, attempt, url }, actor };
}

/** `the report of 2027-01-31 (run 42 of contoso/mailboxes)`. Hostile until escaped. */
export function reportName({ id, repository, started }: KeptRun): string {
  const run = repository === undefined ? `run ${id}` : `run ${id} of ${repository}`;
  return `the report of ${started.slice(0, 10)}${id === '' ? '' : ` (${run})`}`;
}

/** `run 42 of contoso/mailboxes`. Hostile until escaped. */
export function runName({ repository, run: { id } }: SourceRun): string {
  return id === '' ? 'a run outside a workflow' : `run ${id} of ${repository}`;
}
