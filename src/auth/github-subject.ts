import { UserError } from '../errors.ts';
import { property, textIn, type Json } from '../json.ts';
import { shownText } from '../text/display.ts';

/** Where the job of a workflow runs. */
export interface GitHubJob {
  /** `github.com`, `SUBDOMAIN.ghe.com` or a GitHub Enterprise Server. */
  readonly host: string;
  /** OWNER/REPO, in GitHub's spelling if it is known: Entra ID compares subjects with case. */
  readonly repository: string;
  readonly branch: string;
  /** A job with an environment has its name in the subject instead of the branch. */
  readonly environment?: string | undefined;
  /** The path of the workflow file, which a customized subject may contain. */
  readonly workflow?: string | undefined;
}

/** A repository on a server. */
export interface RepositoryName {
  readonly host: string;
  /** OWNER/REPO */
  readonly path: string;
}

/** What GitHub's API says about a repository and its OIDC tokens. Undefined: it could not be read. */
export interface OidcSettings {
  /** `GET /repos/{owner}/{repo}` */
  readonly repository: Json | undefined;
  /** `GET /repos/{owner}/{repo}/actions/oidc/customization/sub` */
  readonly customization: Json | undefined;
  /** `GET /orgs/{org}/actions/oidc/customization/sub` */
  readonly organization: Json | undefined;
}

/** The subjects that a job may send: one, or two if it cannot be known which. */
export interface ExpectedSubjects {
  readonly subjects: readonly string[];
  /** What decides the form, as a sentence. */
  readonly note: string;
}

export const GITHUB = 'github.com';

/** OWNER/REPO, or HOST/OWNER/REPO as in `gh --repo`. Undefined for another text. */
export function parsedRepository(text: string): RepositoryName | undefined {
  const [, host = GITHUB, path] = /^(?:([a-z0-9][a-z0-9.-]*)\/)?([\w.-]+\/[\w.-]+)$/i.exec(text) ?? [];
  return path === undefined ? undefined : { host: host.toLowerCase(), path };
}

/**
 * The issuer of a server's OIDC tokens, unless the enterprise has its own. https://docs.github.com/actions/reference/security/oidc,
 * and its version for GitHub Enterprise Server.
 */
export function issuerOf(host: string): string {
  if (host === GITHUB) return 'https://token.actions.githubusercontent.com';
  return isEnterpriseServer(host) ? `https://${host}/_services/token` : `https://token.actions.${host}`;
}

export function isEnterpriseServer(host: string): boolean {
  return host !== GITHUB && !host.endsWith('.ghe.com');
}

/** Repositories that were created, renamed or transferred since then send numbers: https://github.com/github/docs/pull/45221 */
const NUMBERS_SINCE = Date.parse('2026-07-15T00:00:00Z');
const PREFIX = /^repo:([\w.-]+)(?:@\d+)?\/([\w.-]+)(?:@\d+)?$/;

/**
 * The subjects of a job's OIDC token, by the settings of its repository: the prefix that GitHub names, with the branch or the
 * environment, or what a customized template has. Throws the UserError `SUBJECT_UNKNOWN` for a template that cannot be followed.
 */
export function expectedSubjects(job: GitHubJob, settings: OidcSettings): ExpectedSubjects {
  const { customization } = settings;
  const prefixes = prefixesOf(job, settings);
  const context = contextOf(job);
  if (property(customization, 'use_default') !== false) {
    const note =
      prefixes.length === 1
        ? ''
        : 'GitHub does not say which form the repository sends, so both are registered: remove the other one after the first run.';
    return { subjects: prefixes.map((prefix) => `${prefix}:${context}`), note };
  }
  const keys = templateOf(settings);
  const subjects = prefixes.map((prefix) => keys.map((key) => claimOf(key, prefix, job, settings)).join(':'));
  const note = `The repository or its organization customizes the subject: ${keys.join(', ')}.`;
  return { subjects: [...new Set(subjects)], note };
}

/** The end of a usual subject. GitHub replaces colons, which separate the parts. */
export function contextOf({ branch, environment }: Pick<GitHubJob, 'branch' | 'environment'>): string {
  return environment === undefined ? `ref:refs/heads/${branch}` : `environment:${environment.replaceAll(':', '%3A')}`;
}

/** The starts that a subject may have. `use_immutable_subject` does not decide: it was seen false beside a prefix with numbers. */
function prefixesOf({ host, repository }: GitHubJob, settings: OidcSettings): readonly string[] {
  const byName = `repo:${repository}`;
  if (isEnterpriseServer(host)) return [byName];
  const prefix = textIn(settings.customization, 'sub_claim_prefix');
  const [, owner = '', name = ''] = PREFIX.exec(prefix) ?? [];
  if (`${owner}/${name}`.toLowerCase() === repository.toLowerCase()) return [prefix];
  const [ownerId, id] = [property(property(settings.repository, 'owner'), 'id'), property(settings.repository, 'id')];
  if (typeof ownerId !== 'number' || typeof id !== 'number') return [byName];
  const [ownerName = '', repositoryName = ''] = repository.split('/');
  const byNumber = `repo:${ownerName}@${ownerId}/${repositoryName}@${id}`;
  const isNew = Date.parse(textIn(settings.repository, 'created_at')) > NUMBERS_SINCE;
  // An older repository that was renamed or transferred since then sends numbers, too.
  return isNew ? [byNumber] : [byName, byNumber];
}

/** The claims of a customized subject, in their order; of the organization if the repository names none. */
function templateOf({ customization, organization }: OidcSettings): readonly string[] {
  for (const settings of [customization, organization]) {
    const keys = property(settings, 'include_claim_keys');
    if (!Array.isArray(keys) || keys.length === 0) continue;
    return keys.map(String);
  }
  throw unknownSubject(
    'The subject follows a template of the organization, which GitHub does not show.',
    'Sign in to GitHub with a token that has read:org.',
  );
}

/** A part of a customized subject. https://docs.github.com/actions/reference/security/oidc#customizing-the-token-claims */
function claimOf(key: string, prefix: string, job: GitHubJob, { repository: about }: OidcSettings): string {
  const { repository, branch, workflow = '' } = job;
  const ref = `refs/heads/${branch}`;
  const values: Readonly<Record<string, Json | undefined>> = {
    ref,
    repository,
    repository_id: property(about, 'id'),
    repository_owner: repository.split('/')[0],
    repository_owner_id: property(property(about, 'owner'), 'id'),
    repository_visibility: property(about, 'visibility'),
    job_workflow_ref: workflow === '' ? undefined : `${repository}/${workflow}@${ref}`,
  };
  if (key === 'repo') return prefix;
  if (key === 'context') return contextOf(job);
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  if (typeof value === 'string' || typeof value === 'number') return `${key}:${value}`;
  throw unknownSubject(
    `The repository or its organization customizes the subject with the claim ${shownText(key)}, whose value is known only in a run.`,
    'Set "use_default" of actions/oidc/customization/sub to true for this repository.',
  );
}

function unknownSubject(message: string, hint: string): UserError {
  return new UserError('SUBJECT_UNKNOWN', message, {
    hint: `${hint} Or run "doctor --credential federated" in a job with "id-token: write": it prints the subject that is sent.`,
  });
}
