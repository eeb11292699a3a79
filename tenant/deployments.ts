import { ACCOUNT, type Deployment, type Environment, type Environments } from './environments.ts';
import { objectIn, type JsonObject } from './json.ts';
import { githubError, type GithubAnswer } from './repository-settings.ts';

/** The decision of a reviewer about an environment that a run waits for. */
export interface Review {
  readonly environment: string;
  readonly state: 'approved' | 'rejected';
  readonly login: string;
}

/** A run whose jobs name environments. */
export interface DeployingRun {
  readonly branch: string;
  readonly event: string;
  reviews: readonly Review[];
  /** The numbers of the environments whose reviewers it waits for. */
  readonly waiting: Set<number>;
  /** The decisions about environments, by their number, that no job has used. */
  readonly decided: Map<number, Review['state']>;
}

/**
 * Whether a job of a run may start in an environment. Each job needs a review of its own, as was measured with two jobs, one after the other:
 * liquibase/liquibase#7964
 */
export function deploy(run: DeployingRun, name: string, environments: Environments): Deployment | 'rejected' {
  const { environment, state } = environments.deploy(name, run.branch);
  if (state !== 'waiting') return state;
  const decision = run.decided.get(environment.id);
  run.decided.delete(environment.id);
  if (decision !== undefined) return decision === 'approved' ? 'started' : 'rejected';
  run.waiting.add(environment.id);
  return 'waiting';
}

/**
 * The answer to a request for the environments that a run waits for.
 * https://docs.github.com/rest/actions/workflow-runs#review-pending-deployments-for-a-workflow-run
 */
export function answerPending(
  { method, body, isAccount }: { readonly method: string; readonly body: string; readonly isAccount: boolean },
  run: DeployingRun,
  environments: Environments,
): GithubAnswer {
  const waiting = [...run.waiting].flatMap((id) => environments.byId(id) ?? []);
  const mayReview = (environment: Environment): boolean =>
    isAccount && environment.reviewers.includes(ACCOUNT.id) && !isOwn(environment, run);
  if (method === 'GET') {
    return { status: 200, content: waiting.map((one) => pendingJson(one, mayReview(one))) };
  }
  if (method !== 'POST') return githubError(404, 'Not Found');
  const { environment_ids: ids, state, comment } = objectIn(body);
  const isState = state === 'approved' || state === 'rejected';
  if (!Array.isArray(ids) || !isState || typeof comment !== 'string') return githubError(422, 'Invalid request.');
  const reviewed = waiting.filter(({ id }) => ids.includes(id));
  if (reviewed.length < ids.length || !reviewed.every(mayReview)) {
    return githubError(422, 'No pending deployment requests to approve or reject');
  }
  for (const { id, name } of reviewed) {
    run.waiting.delete(id);
    run.decided.set(id, state);
    run.reviews = [...run.reviews, { environment: name, state, login: ACCOUNT.login }];
  }
  return { status: 200, content: reviewed.map(({ name }) => ({ environment: name, ref: run.branch })) };
}

/** Whether the reviewers of the environment must not review a run that the account has started. */
function isOwn({ preventsSelfReview }: Environment, { event }: DeployingRun): boolean {
  return preventsSelfReview && event === 'workflow_dispatch';
}

function pendingJson({ id, name, waitTimer }: Environment, mayReview: boolean): JsonObject {
  return {
    environment: { id, node_id: `EN_${id}`, name },
    wait_timer: waitTimer,
    wait_timer_started_at: null,
    current_user_can_approve: mayReview,
    reviewers: [{ type: 'User', reviewer: { ...ACCOUNT } }],
  };
}
