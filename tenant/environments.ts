import { objectIn, property, type Json, type JsonObject } from './json.ts';
import type { Repository } from './repository.ts';
import {
  githubError,
  NO_ADMIN,
  NOT_A_RUN,
  NOT_A_TOKEN,
  type GithubAnswer,
  type GithubRequest,
} from './repository-settings.ts';

/** The account that sets the repository up, as `GET /user` shows it. */
export const ACCOUNT = { login: 'alex-admin', id: 9021, type: 'User' } as const;

/** https://docs.github.com/rest/deployments/environments#create-or-update-an-environment */
const MOST_REVIEWERS = 6;
const FIRST_ID = 56_780_428;
const NO_PLAN =
  'Failed to create the environment protection rule. Please ensure the billing plan supports the required reviewers protection rule.';
/** Parameters that belong to protection rules: even a usual value needs the plan. google/go-github#2602, alchemy-run/alchemy#1373 */
const OF_PLAN = ['reviewers', 'wait_timer', 'prevent_self_review'];

/** An environment of the repository. https://docs.github.com/rest/deployments/environments */
export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly created: string;
  updated: string;
  /** Accounts of GitHub, by their number. */
  reviewers: readonly number[];
  preventsSelfReview: boolean;
  waitTimer: number;
  /** Null: every branch. `protected`: the protected ones. A list: those that match a pattern. */
  branches: null | 'protected' | readonly BranchPattern[];
}

interface BranchPattern {
  readonly id: number;
  readonly name: string;
}

/** Whether a job that names an environment may start. */
export type Deployment = 'started' | 'waiting' | 'refused';

/** The environments of a repository, and who may change them. */
export class Environments {
  readonly #repository: Repository;
  readonly #clock: () => number;
  readonly #environments = new Map<string, Environment>();
  #lastId = FIRST_ID;

  constructor(repository: Repository, clock: () => number) {
    this.#repository = repository;
    this.#clock = clock;
  }

  /** As the API shows them. */
  get list(): readonly JsonObject[] {
    return [...this.#environments.values()].map((one) => this.#json(one));
  }

  byId(id: unknown): Environment | undefined {
    return [...this.#environments.values()].find((one) => one.id === id);
  }

  /**
   * Whether a job may start in the environment that it names. An environment that does not exist is created, without any rule.
   * https://docs.github.com/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments
   */
  deploy(name: string, branch: string): { readonly environment: Environment; readonly state: Deployment } {
    const environment = this.#environments.get(name.toLowerCase()) ?? this.#add(name);
    if (!this.#admits(environment, branch)) return { environment, state: 'refused' };
    return { environment, state: environment.reviewers.length > 0 ? 'waiting' : 'started' };
  }

  /** The answer to a request; undefined for a path that is not about environments. */
  answer(request: GithubRequest): GithubAnswer | undefined {
    const [match, name, part, id] =
      /^\/environments(?:\/([^/]+)(?:(\/deployment-branch-policies)(?:\/(\d+))?)?)?$/.exec(request.path) ?? [];
    if (match === undefined) return undefined;
    const refusal = request.method === 'GET' ? undefined : this.#refusal(request);
    if (refusal !== undefined) return refusal;
    if (name === undefined) {
      if (request.method !== 'GET') return notFound();
      return { status: 200, content: { total_count: this.#environments.size, environments: [...this.list] } };
    }
    const key = decodeURIComponent(name);
    if (part !== undefined) return this.#branchPolicy(request, key, id);
    const present = this.#environments.get(key.toLowerCase());
    if (request.method === 'PUT') return this.#put(request, key);
    if (present === undefined) return notFound();
    if (request.method === 'GET') return { status: 200, content: this.#json(present) };
    if (request.method !== 'DELETE') return notFound();
    this.#environments.delete(key.toLowerCase());
    return { status: 204, content: undefined };
  }

  /** https://docs.github.com/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens */
  #refusal({ isAccount }: GithubRequest): GithubAnswer | undefined {
    const { scopes, administration = 'write', archived } = this.#repository.options;
    if (!isAccount) return githubError(403, NOT_A_RUN);
    if (!this.#repository.allows('admin')) return githubError(403, NO_ADMIN);
    if (scopes === 'fine-grained' && administration !== 'write') return githubError(403, NOT_A_TOKEN);
    return archived === true ? githubError(403, 'Repository was archived so is read-only.') : undefined;
  }

  /** Inferred: parameters that are left out stay as they are. alchemy-run/alchemy#1373 sends a default only to take a value back. */
  #put({ body }: GithubRequest, name: string): GithubAnswer {
    const { visibility = 'private', plan = 'team' } = this.#repository.options;
    const isPrivate = visibility === 'private';
    // google/go-github#2611
    if (isPrivate && plan === 'free') return notFound();
    const given = objectIn(body);
    const policy = given.deployment_branch_policy;
    const [isProtected, isCustom] = ['protected_branches', 'custom_branch_policies'].map((key) =>
      property(policy, key),
    );
    if (policy !== undefined && policy !== null && isProtected === isCustom) return invalid('Invalid request.');
    const reviewers = reviewersIn(given.reviewers);
    if (reviewers === undefined)
      return invalid('Invalid request. The reviewers must be people or teams with read access.');
    const present = this.#environments.get(name.toLowerCase());
    // The environment is made all the same: integrations/terraform-provider-github#1311
    const environment = present ?? this.#add(name);
    if (isPrivate && plan !== 'enterprise' && OF_PLAN.some((key) => given[key] !== undefined)) return invalid(NO_PLAN);
    environment.updated = this.#now();
    if (given.reviewers !== undefined) environment.reviewers = reviewers;
    if (typeof given.wait_timer === 'number') environment.waitTimer = given.wait_timer;
    if (typeof given.prevent_self_review === 'boolean') environment.preventsSelfReview = given.prevent_self_review;
    if (policy === null) environment.branches = null;
    else if (isProtected === true) environment.branches = 'protected';
    else if (isCustom === true && !Array.isArray(environment.branches)) environment.branches = [];
    return { status: 200, content: this.#json(environment) };
  }

  /** https://docs.github.com/rest/deployments/branch-policies */
  #branchPolicy({ method, body }: GithubRequest, name: string, id: string | undefined): GithubAnswer {
    const environment = this.#environments.get(name.toLowerCase());
    if (environment === undefined || !Array.isArray(environment.branches)) return notFound();
    const patterns: readonly BranchPattern[] = environment.branches;
    const found = patterns.find((one) => String(one.id) === id);
    if (id === undefined && method === 'GET') {
      return { status: 200, content: { total_count: patterns.length, branch_policies: patterns.map(patternJson) } };
    }
    if (id === undefined && method === 'POST') {
      const pattern = property(objectIn(body), 'name');
      if (typeof pattern !== 'string' || pattern === '') return invalid('Invalid request.');
      if (patterns.some((one) => one.name === pattern)) return { status: 303, content: undefined };
      const added = { id: this.#nextId(), name: pattern };
      environment.branches = [...patterns, added];
      return { status: 200, content: patternJson(added) };
    }
    if (found === undefined) return notFound();
    if (method === 'GET') return { status: 200, content: patternJson(found) };
    if (method !== 'DELETE') return notFound();
    environment.branches = patterns.filter((one) => one !== found);
    return { status: 204, content: undefined };
  }

  #add(name: string): Environment {
    const now = this.#now();
    const id = this.#nextId();
    const added: Environment = {
      id,
      name,
      created: now,
      updated: now,
      reviewers: [],
      preventsSelfReview: false,
      waitTimer: 0,
      branches: null,
    };
    this.#environments.set(name.toLowerCase(), added);
    return added;
  }

  /** Patterns count as names of branches, without wildcards. */
  #admits({ branches }: Environment, branch: string): boolean {
    if (branches === null) return true;
    const { defaultBranch, options } = this.#repository;
    if (branches === 'protected') return branch === defaultBranch && options.isProtected === true;
    return branches.some(({ name }) => name === branch);
  }

  #json(environment: Environment): JsonObject {
    const { id, name, created, updated, reviewers, preventsSelfReview, waitTimer, branches } = environment;
    const path = `/repos/${this.#repository.fullName}/environments/${encodeURIComponent(name)}`;
    const rule = (type: string, content: JsonObject): JsonObject => ({
      id: id + 1,
      node_id: `GA_${id}`,
      type,
      ...content,
    });
    const people = reviewers.map((): JsonObject => ({ type: 'User', reviewer: { ...ACCOUNT } }));
    return {
      id,
      node_id: `EN_${id}`,
      name,
      url: `https://api.github.com${path}`,
      html_url: `https://github.com/${this.#repository.fullName}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
      created_at: created,
      updated_at: updated,
      can_admins_bypass: true,
      protection_rules: [
        ...(waitTimer > 0 ? [rule('wait_timer', { wait_timer: waitTimer })] : []),
        ...(people.length > 0
          ? [rule('required_reviewers', { prevent_self_review: preventsSelfReview, reviewers: people })]
          : []),
        ...(branches === null ? [] : [rule('branch_policy', {})]),
      ],
      deployment_branch_policy:
        branches === null
          ? null
          : { protected_branches: branches === 'protected', custom_branch_policies: branches !== 'protected' },
    };
  }

  #nextId(): number {
    this.#lastId += 10;
    return this.#lastId;
  }

  #now(): string {
    return `${new Date(this.#clock()).toISOString().slice(0, 19)}Z`;
  }
}

/** The numbers of reviewers; undefined for accounts that do not exist. No reviewers are null or an empty list. */
function reviewersIn(value: Json | undefined): readonly number[] | undefined {
  const list = Array.isArray(value) ? value : [];
  const isKnown = list.every((one) => property(one, 'type') === 'User' && property(one, 'id') === ACCOUNT.id);
  return isKnown && list.length <= MOST_REVIEWERS ? list.map(() => ACCOUNT.id) : undefined;
}

function patternJson({ id, name }: BranchPattern): JsonObject {
  return { id, node_id: `DBP_${id}`, name, type: 'branch' };
}

function notFound(): GithubAnswer {
  return githubError(404, 'Not Found');
}

function invalid(message: string): GithubAnswer {
  return githubError(422, message);
}
