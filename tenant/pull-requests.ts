import { objectIn, property, type JsonObject } from './json.ts';
import type { Repository } from './repository.ts';
import type { RepositoryContents } from './repository-contents.ts';
import { githubError, validationFailed, type GithubAnswer, type GithubRequest } from './repository-settings.ts';

/** UTF-16 units of a body. */
const MOST_BODY = 65_536;
const MOST_TITLE = 256;
/** Without the setting "Allow GitHub Actions to create and approve pull requests". */
const NOT_BY_ACTIONS = 'GitHub Actions is not permitted to create or approve pull requests.';

/** A pull request within the repository. */
export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly base: string;
  /** The account that opened it. */
  readonly user: string;
  state: 'open' | 'closed';
  merged: boolean;
}

/** The pull requests of a repository. https://docs.github.com/rest/pulls/pulls */
export class PullRequests {
  readonly #repository: Repository;
  readonly #contents: RepositoryContents;
  readonly #all: PullRequest[] = [];

  constructor(repository: Repository, contents: RepositoryContents) {
    this.#repository = repository;
    this.#contents = contents;
  }

  get list(): readonly PullRequest[] {
    return this.#all;
  }

  /** Merges one as a reviewer does. Throws if it is not open. */
  merge(number: number): void {
    const pull = this.#all.find((one) => one.number === number);
    if (pull?.state !== 'open') throw new Error(`the pull request ${number} is not open`);
    this.#contents.merge(pull.head, pull.base);
    pull.state = 'closed';
    pull.merged = true;
  }

  /** @param mayCreate false for a run in a repository without the setting */
  answer({ method, query, body }: GithubRequest, user: string, mayCreate: boolean): GithubAnswer {
    if (method === 'GET') return { status: 200, content: this.#found(query).map((one) => this.#json(one)) };
    if (method !== 'POST') return githubError(404, 'Not Found');
    const given = objectIn(body);
    const [title, text = '', head, base] = ['title', 'body', 'head', 'base'].map((name) => property(given, name));
    if (typeof title !== 'string' || typeof text !== 'string' || typeof head !== 'string' || typeof base !== 'string') {
      return githubError(422, 'Invalid request.');
    }
    const problem =
      (mayCreate ? undefined : githubError(403, NOT_BY_ACTIONS)) ??
      tooLong('title', title, MOST_TITLE) ??
      tooLong('body', text, MOST_BODY) ??
      this.#contents.pullProblem(head, base);
    if (problem !== undefined) return problem;
    if (this.#all.some((one) => one.state === 'open' && one.head === head && one.base === base)) {
      const message = `A pull request already exists for ${this.#repository.owner}:${head}.`;
      return validationFailed({ resource: 'PullRequest', code: 'custom', message });
    }
    const number = this.#all.length + 1;
    const pull: PullRequest = { number, title, body: text, head, base, user, state: 'open', merged: false };
    this.#all.push(pull);
    return { status: 201, content: this.#json(pull) };
  }

  /** The newest first. `head`: `OWNER:BRANCH`; without the owner GitHub ignores it. */
  #found(query: URLSearchParams): readonly PullRequest[] {
    const [state, head] = [query.get('state') ?? 'open', query.get('head') ?? ''];
    const [, owner, branch] = /^([^:]+):(.+)$/.exec(head) ?? [];
    const isOwn = owner === undefined || owner.toLowerCase() === this.#repository.owner.toLowerCase();
    return this.#all
      .filter((one) => state === 'all' || one.state === state)
      .filter((one) => isOwn && (branch === undefined || one.head === branch))
      .toReversed();
  }

  #json({ number, title, body, head, base, user, state, merged }: PullRequest): JsonObject {
    return {
      number,
      title,
      body,
      state,
      user: { login: user },
      head: { ref: head, sha: this.#contents.headOf(head) ?? '' },
      base: { ref: base },
      merged_at: merged ? '2026-01-01T00:00:00Z' : null,
      html_url: `https://github.com/${this.#repository.fullName}/pull/${number}`,
    };
  }
}

function tooLong(field: string, text: string, most: number): GithubAnswer | undefined {
  if (text.length <= most) return undefined;
  const message = `${field} is too long (maximum is ${most} characters)`;
  return validationFailed({ resource: 'Issue', field, code: 'custom', message });
}
