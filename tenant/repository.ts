/** The repository whose workflow runs, as GitHub knows it, and the account that sets it up. */
export interface RepositoryOptions {
  /** In GitHub's spelling; `contoso` if not given. */
  readonly owner?: string;
  /** `mailboxes` if not given. */
  readonly name?: string;
  /** The owner is a user, not an organization. */
  readonly ofUser?: boolean;
  /** `private` if not given. */
  readonly visibility?: 'private' | 'internal' | 'public';
  /** `main` if not given. */
  readonly defaultBranch?: string;
  readonly archived?: boolean;
  /** OWNER/REPO before it was renamed. */
  readonly formerName?: string;
  /** Whether its OIDC tokens have the numbers of owner and repository; true if not given. */
  readonly hasNumbers?: boolean;
  /** An ISO time; by default after 2026-07-15 if it has numbers, which GitHub gives those that were created since then. */
  readonly createdAt?: string;
  /**
   * What the API says about the form of subjects: both properties if not given, `use_immutable_subject` false beside a prefix with
   * numbers, as it was seen, or nothing, as GitHub Enterprise Server.
   */
  readonly form?: 'contradictory' | 'hidden';
  /** The template of subjects; `organization` follows that of the organization. GitHub's own if not given. */
  readonly claimKeys?: readonly string[] | 'organization';
  /** The template of the organization. */
  readonly organizationClaimKeys?: readonly string[];
  /** What the account may do in it; `admin` if not given. */
  readonly role?: 'admin' | 'maintain' | 'push' | 'triage' | 'pull' | 'none';
  /** Of the account's token; those of `gh auth login` if not given. A fine-grained token has none. */
  readonly scopes?: readonly string[] | 'fine-grained';
  /** What a fine-grained token may do with variables; `write` if not given. */
  readonly variables?: 'write' | 'read' | 'none';
  /** What a fine-grained token may do with environments; `write` if not given. */
  readonly administration?: 'write' | 'none';
  /** Of GitHub, which decides about environments of a private repository; `team` if not given. */
  readonly plan?: 'free' | 'team' | 'enterprise';
  /** Which actions workflows may use; `all` if not given. A list has the patterns besides GitHub's own actions. */
  readonly actions?: 'all' | 'local_only' | 'disabled' | readonly string[];
  /** Whether the default branch is protected. */
  readonly isProtected?: boolean;
}

export const REPOSITORY_OPTIONS: readonly string[] = [
  'owner',
  'name',
  'ofUser',
  'visibility',
  'defaultBranch',
  'archived',
  'formerName',
  'hasNumbers',
  'createdAt',
  'form',
  'claimKeys',
  'organizationClaimKeys',
  'role',
  'scopes',
  'variables',
  'administration',
  'plan',
  'actions',
  'isProtected',
] satisfies readonly (keyof RepositoryOptions)[];

/** The job whose OIDC token is asked for. */
export interface Job {
  /** Its environment; none if not given. */
  readonly environment?: string;
  /** The branch of the run; the default branch if not given. */
  readonly branch?: string;
  readonly event?: string;
}

const OWNER_ID = 5113;
const REPOSITORY_ID = 81264;
const WORKFLOW = '.github/workflows/mailbox-report.yml';
const ROLES = ['pull', 'triage', 'push', 'maintain', 'admin'] as const;

/** What GitHub knows about a repository, with its usual values. */
export class Repository {
  readonly id = REPOSITORY_ID;
  readonly ownerId = OWNER_ID;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly options: RepositoryOptions;

  constructor(options: RepositoryOptions) {
    this.options = options;
    this.owner = options.owner ?? 'contoso';
    this.name = options.name ?? 'mailboxes';
    this.defaultBranch = options.defaultBranch ?? 'main';
  }

  get fullName(): string {
    return `${this.owner}/${this.name}`;
  }

  get hasNumbers(): boolean {
    return this.options.hasNumbers ?? true;
  }

  /** The start of usual subjects. https://docs.github.com/actions/reference/security/oidc */
  get subjectPrefix(): string {
    return this.hasNumbers
      ? `repo:${this.owner}@${this.ownerId}/${this.name}@${this.id}`
      : `repo:${this.owner}/${this.name}`;
  }

  /** Whether the account has a role or one above it. */
  allows(role: (typeof ROLES)[number]): boolean {
    const own = this.options.role ?? 'admin';
    return own !== 'none' && ROLES.indexOf(own) >= ROLES.indexOf(role);
  }

  /** The claims of a job's token. The customized subject is as GitHub documents it. */
  claims({ environment, branch = this.defaultBranch, event = 'schedule' }: Job) {
    const ref = `refs/heads/${branch}`;
    const claims = {
      ref,
      ref_type: 'branch',
      repository: this.fullName,
      repository_owner: this.owner,
      repository_id: String(this.id),
      repository_owner_id: String(this.ownerId),
      repository_visibility: this.options.visibility ?? 'private',
      job_workflow_ref: `${this.fullName}/${WORKFLOW}@${ref}`,
      run_id: '1234567890',
      run_attempt: '1',
      event_name: event,
      runner_environment: 'github-hosted',
    };
    const context = contextOf(environment, event, ref);
    const { claimKeys, organizationClaimKeys } = this.options;
    const template = claimKeys === 'organization' ? organizationClaimKeys : claimKeys;
    const values = new Map<string, string>(Object.entries({ ...claims, environment: environment ?? '' }));
    const parts = (template ?? ['repo', 'context']).map((key) => {
      if (key === 'repo') return this.subjectPrefix;
      return key === 'context' ? context : `${key}:${(values.get(key) ?? '').replaceAll(':', '%3A')}`;
    });
    return { ...claims, ...(environment === undefined ? {} : { environment }), sub: parts.join(':') };
  }
}

/** An environment wins over a pull request, and that over the branch. */
function contextOf(environment: string | undefined, event: string, ref: string): string {
  if (environment !== undefined) return `environment:${environment.replaceAll(':', '%3A')}`;
  return event === 'pull_request' ? 'pull_request' : `ref:${ref}`;
}
