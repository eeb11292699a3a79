import { objectIn, property, type Json, type JsonObject } from './json.ts';
import type { Repository } from './repository.ts';

/** A response of GitHub's API. */
export interface GithubAnswer {
  readonly status: number;
  /** Undefined for an empty body. */
  readonly content: Json | undefined;
  /** In place of JSON, with its type. */
  readonly text?: string;
  readonly type?: string;
  readonly location?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Undefined without further pages. */
  readonly link?: string | undefined;
}

/** A request for a repository. */
export interface GithubRequest {
  readonly method: string;
  /** Below the repository, such as `/actions/variables`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** Whether it is of the account that sets up, not of a run. */
  readonly isAccount: boolean;
}

const MOST_VALUE_BYTES = 48 * 1024;
export const NOT_A_RUN = 'Resource not accessible by integration';
export const NOT_A_TOKEN = 'Resource not accessible by personal access token';
export const NO_ADMIN = 'Must have admin rights to Repository.';
const DOCUMENTATION = 'https://docs.github.com/rest';

export function githubError(status: number, message: string): GithubAnswer {
  return { status, content: { message, documentation_url: DOCUMENTATION, status: String(status) } };
}

/** The answer to values that GitHub does not take. */
export function validationFailed(error: JsonObject): GithubAnswer {
  const content = { message: 'Validation Failed', errors: [error], documentation_url: DOCUMENTATION, status: '422' };
  return { status: 422, content };
}

/** The OIDC settings and the variables of a repository, and the repository itself. https://docs.github.com/rest/actions */
export class RepositorySettings {
  readonly #repository: Repository;
  readonly #clock: () => number;
  readonly #variables = new Map<
    string,
    { readonly value: string; readonly created: string; readonly updated: string }
  >();

  constructor(repository: Repository, clock: () => number) {
    this.#repository = repository;
    this.#clock = clock;
  }

  get variables(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#variables].map(([name, { value }]) => [name, value]));
  }

  /** The answer to a request; undefined for a path that is none of settings. */
  answer(request: GithubRequest): GithubAnswer | undefined {
    const { method, path } = request;
    if (path === '') return method === 'GET' ? { status: 200, content: this.#json(request) } : notFound();
    if (path === '/actions/oidc/customization/sub') {
      return method === 'GET' ? { status: 200, content: this.#customization() } : notFound();
    }
    if (method === 'GET' && path.startsWith('/actions/permissions')) return this.#actionsPermissions(path, request);
    const [, branch] = /^\/branches\/(.+)$/.exec(path) ?? [];
    if (method === 'GET' && branch !== undefined) return this.#branch(decodeURIComponent(branch));
    const [, name] = /^\/actions\/variables(?:\/([^/]+))?$/.exec(path) ?? [undefined];
    return path.startsWith('/actions/variables') ? this.#variable(request, name?.toUpperCase()) : undefined;
  }

  /** The answer to a request for the template of the organization. */
  organizationTemplate(): GithubAnswer {
    const {
      ofUser,
      organizationClaimKeys = ['repo', 'context'],
      scopes = ['read:org'],
      form,
    } = this.#repository.options;
    if (ofUser === true) return notFound();
    if (scopes !== 'fine-grained' && !scopes.some((scope) => ['read:org', 'write:org', 'admin:org'].includes(scope))) {
      return githubError(403, 'You must be an org member and have the read:org scope to read this template.');
    }
    const own = { include_claim_keys: [...organizationClaimKeys] };
    const { hasNumbers } = this.#repository;
    return { status: 200, content: form === undefined ? { ...own, use_immutable_subject: hasNumbers } : own };
  }

  #customization(): JsonObject {
    const { hasNumbers, subjectPrefix, options } = this.#repository;
    const { claimKeys, form } = options;
    const template: JsonObject = { use_default: claimKeys === undefined };
    if (typeof claimKeys === 'object') template.include_claim_keys = [...claimKeys];
    if (form === 'hidden') return template;
    const isImmutable = form === 'contradictory' ? false : hasNumbers;
    return { ...template, use_immutable_subject: isImmutable, sub_claim_prefix: subjectPrefix };
  }

  #json({ isAccount }: GithubRequest): JsonObject {
    const repository = this.#repository;
    const { visibility = 'private', archived = false, ofUser, createdAt } = repository.options;
    const names = ['admin', 'maintain', 'push', 'triage', 'pull'] as const;
    const permissions = Object.fromEntries(names.map((role) => [role, repository.allows(role)]));
    return {
      id: repository.id,
      name: repository.name,
      full_name: repository.fullName,
      owner: { login: repository.owner, id: repository.ownerId, type: ofUser === true ? 'User' : 'Organization' },
      private: visibility !== 'public',
      visibility,
      html_url: `https://github.com/${repository.fullName}`,
      fork: false,
      archived,
      default_branch: repository.defaultBranch,
      created_at: createdAt ?? (repository.hasNumbers ? '2026-08-03T09:00:00Z' : '2024-03-04T09:00:00Z'),
      ...(isAccount ? { permissions } : {}),
    };
  }

  /** https://docs.github.com/rest/actions/permissions */
  #actionsPermissions(path: string, { isAccount }: GithubRequest): GithubAnswer {
    if (!isAccount) return githubError(403, NOT_A_RUN);
    if (!this.#repository.allows('admin')) return githubError(403, NO_ADMIN);
    const { actions = 'all' } = this.#repository.options;
    const isSelected = typeof actions === 'object';
    if (path === '/actions/permissions') {
      const allowed = isSelected ? 'selected' : actions;
      const content = actions === 'disabled' ? { enabled: false } : { enabled: true, allowed_actions: allowed };
      return { status: 200, content };
    }
    if (path !== '/actions/permissions/selected-actions') return notFound();
    if (!isSelected) return githubError(409, 'Conflict');
    const content = { github_owned_allowed: true, verified_allowed: false, patterns_allowed: [...actions] };
    return { status: 200, content };
  }

  /** https://docs.github.com/rest/branches/branches#get-a-branch */
  #branch(name: string): GithubAnswer {
    const { defaultBranch, options } = this.#repository;
    if (name !== defaultBranch) return githubError(404, 'Branch not found');
    return { status: 200, content: { name, protected: options.isProtected === true } };
  }

  /** `name`: undefined for the collection. */
  #variable(request: GithubRequest, name: string | undefined): GithubAnswer {
    const { method, isAccount, query } = request;
    if (!isAccount) return githubError(403, NOT_A_RUN);
    if (!this.#repository.allows('push')) return githubError(403, NO_ADMIN);
    // https://docs.github.com/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens
    const { scopes, variables: permission = 'write' } = this.#repository.options;
    const isEnough = permission === 'write' || (permission === 'read' && method === 'GET');
    if (scopes === 'fine-grained' && !isEnough) return githubError(403, NOT_A_TOKEN);
    if (method !== 'GET' && this.#repository.options.archived === true) {
      return githubError(403, 'Repository was archived so is read-only.');
    }
    if (name === undefined) {
      if (method === 'POST') return this.#create(request);
      if (method !== 'GET') return notFound();
      const size = Math.min(30, Number(query.get('per_page') ?? 10));
      const page = Number(query.get('page') ?? 1);
      const all = [...this.#variables.keys()].toSorted().map((one) => this.#variableJson(one));
      const variables = all.slice((page - 1) * size, page * size);
      return { status: 200, content: { total_count: all.length, variables } };
    }
    const variable = this.#variables.get(name);
    if (variable === undefined) return notFound();
    switch (method) {
      case 'GET':
        return { status: 200, content: this.#variableJson(name) };
      case 'PATCH': {
        const body = objectIn(request.body);
        const { value = variable.value, name: newName = name } = body;
        if (typeof value !== 'string' || typeof newName !== 'string') return invalid('Invalid request.');
        this.#variables.delete(name);
        this.#set(newName, value, variable.created);
        return { status: 204, content: undefined };
      }
      case 'DELETE':
        this.#variables.delete(name);
        return { status: 204, content: undefined };
      default:
        return notFound();
    }
  }

  #create({ body }: GithubRequest): GithubAnswer {
    const json = objectIn(body);
    const [name, value] = [property(json, 'name'), property(json, 'value')];
    if (typeof name !== 'string' || typeof value !== 'string') return invalid('Invalid request.');
    if (!/^[A-Z_]\w*$/i.test(name) || /^GITHUB_/i.test(name)) return invalid('Variable name is invalid.');
    if (Buffer.byteLength(value) > MOST_VALUE_BYTES) return invalid('Variable value is too large.');
    if (this.#variables.has(name.toUpperCase())) return githubError(409, 'Already exists - Variable already exists');
    this.#set(name, value, this.#now());
    return { status: 201, content: {} };
  }

  /** GitHub stores names in upper case. */
  #set(name: string, value: string, created: string): void {
    this.#variables.set(name.toUpperCase(), { value, created, updated: this.#now() });
  }

  #variableJson(name: string): JsonObject {
    const { value = '', created = '', updated = '' } = this.#variables.get(name) ?? {};
    return { name, value, created_at: created, updated_at: updated };
  }

  #now(): string {
    return `${new Date(this.#clock()).toISOString().slice(0, 19)}Z`;
  }
}

function notFound(): GithubAnswer {
  return githubError(404, 'Not Found');
}

function invalid(message: string): GithubAnswer {
  return githubError(422, message);
}
