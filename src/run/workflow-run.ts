import type { Environment } from '../http/proxy.ts';

/** The workflow run of a step. */
export interface WorkflowRun {
  /** Undefined outside a workflow. */
  readonly id: string | undefined;
  readonly attempt: number;
  /** Its web page; undefined outside a workflow. */
  readonly url: string | undefined;
}

/** The workflow run, from the variables of the runner. */
export function workflowRun({
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY: repository,
  GITHUB_RUN_ID: id,
  GITHUB_RUN_ATTEMPT: attempt,
}: Environment): WorkflowRun {
  const url = server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
  return { id: id === '' ? undefined : id, attempt: Number(attempt ?? 1), url };
}
