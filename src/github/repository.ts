import { property, textIn, type Json } from '../json.ts';
import { GitHub, type GitHubAnswer, type GitHubOptions, type GitHubRequest } from './client.ts';

/** A repository on a server. */
export interface RepositoryOptions extends GitHubOptions {
  /** OWNER/REPO */
  readonly name: string;
  /** The URL of the server's web pages. */
  readonly serverUrl: string;
}

/** The part of GitHub's API that is about one repository. */
export class Repository {
  /** The whole API. */
  readonly github: GitHub;
  /** Of the repository. */
  readonly webUrl: string;
  readonly #path: string;
  #about: Promise<Json> | undefined;

  private constructor(github: GitHub, { name, serverUrl }: RepositoryOptions) {
    this.github = github;
    this.webUrl = `${serverUrl}/${name}`;
    this.#path = `/repos/${name}`;
  }

  /** Undefined for a text that names no repository, and unless the URL of the API may receive a token. */
  static at(options: RepositoryOptions): Repository | undefined {
    const github = GitHub.at(options);
    const isName = /^(?!\.\.?\/)[\w.-]+\/(?!\.\.?$)[\w.-]+$/.test(options.name);
    return github !== undefined && isName ? new Repository(github, options) : undefined;
  }

  /** As `GitHub.send`. `path`: below the repository. */
  send(path: string, request?: GitHubRequest): Promise<GitHubAnswer> {
    return this.github.send(this.#path + path, request);
  }

  /** As `GitHub.get`. */
  get(path: string): Promise<Json> {
    return this.github.get(this.#path + path);
  }

  /** As `GitHub.pages`. */
  pages(path: string, member: string, most: number): AsyncGenerator<readonly Json[], void> {
    return this.github.pages(this.#path + path, member, most);
  }

  /** Asked once. Rejects as `get` does, and if GitHub does not say. */
  async defaultBranch(): Promise<string> {
    this.#about ??= this.get('');
    const branch = textIn(await this.#about, 'default_branch');
    if (branch === '') throw new Error('the answer has no default_branch');
    return branch;
  }

  /**
   * Who approved environments of a workflow run, which takes `actions: read`; undefined if that is not known. Never rejects.
   * https://docs.github.com/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run
   */
  async approvers(runId: string): Promise<readonly string[] | undefined> {
    if (!this.github.hasToken || !/^\d+$/.test(runId)) return undefined;
    const reviews = await this.get(`/actions/runs/${runId}/approvals`).catch(() => undefined);
    if (!Array.isArray(reviews)) return undefined;
    const logins = new Set<string>();
    for (const review of reviews) {
      const [state, login] = [property(review, 'state'), property(property(review, 'user'), 'login')];
      if (typeof state !== 'string' || typeof login !== 'string') return undefined;
      if (state === 'approved') logins.add(login);
    }
    return [...logins];
  }
}
