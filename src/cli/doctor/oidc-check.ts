import { decodeJwt } from 'jose';
import { federatedAssertion, oidcEndpoint, type OidcEndpoint, type OidcOptions } from '../../auth/federated.ts';
import { claimText, registration } from '../../auth/federated-registration.ts';
import { UserError } from '../../errors.ts';

/** The job whose OIDC token the federated credential must match. */
export interface FederatedJob {
  /** OWNER/REPO, or as in `gh --repo` HOST/OWNER/REPO for another server than github.com. */
  readonly repository?: string;
  readonly branch?: string;
  /** A job with an environment has its name in the subject instead of the branch. */
  readonly environment?: string;
}

/** Whether this process runs in a workflow job that may request OIDC tokens. */
export function canRequestToken(env: Readonly<Record<string, string | undefined>>): boolean {
  return (env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '') !== '';
}

/** The values of the federated credential, and how to register them. Throws UserError `INPUT_INVALID`. */
export function expectedCredential(
  job: FederatedJob,
  { clientId, audience }: { readonly clientId: string; readonly audience: string },
): { readonly message: string; readonly hint: string } {
  const { host, repository } = repositoryOf(job);
  const context = contextOf(job);
  const sent = { sub: `repo:${repository}:${context}`, iss: issuerOf(host), aud: audience };
  return {
    message: `The federated credential of the application must have these values:\n${claimLines(sent)}`,
    hint: `${registration({ clientId, sent })} ${exceptions(host, repository, context)}`,
  };
}

const GITHUB = 'github.com';

/**
 * The issuer of a server's OIDC tokens, unless the enterprise has its own. https://docs.github.com/actions/reference/security/oidc,
 * and its version for GitHub Enterprise Server.
 */
function issuerOf(host: string): string {
  if (host === GITHUB) return 'https://token.actions.githubusercontent.com';
  return host.endsWith('.ghe.com') ? `https://token.actions.${host}` : `https://${host}/_services/token`;
}

/** When a job sends other values than the usual ones, and what prints those that it sends. */
function exceptions(host: string, repository: string, context: string): string {
  const inJob =
    'Run this command in a job with "id-token: write" to print the values that are sent: an enterprise can have an issuer of ' +
    'its own, and an organization can customize subjects.';
  if (host !== GITHUB && !host.endsWith('.ghe.com')) return inJob;
  const hostname = host === GITHUB ? '' : `--hostname ${host} `;
  return (
    `To print the start of the subject that the repository sends, which ":${context}" follows, run ` +
    `gh api ${hostname}repos/${repository}/actions/oidc/customization/sub --jq .sub_claim_prefix . ${inJob}`
  );
}

export interface SentCredential {
  readonly oidc: OidcEndpoint;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** Requests an OIDC token of this job. Returns its claims, also in text. Throws as `oidcEndpoint` and `federatedAssertion` do. */
export async function sentCredential(
  env: Readonly<Record<string, string | undefined>>,
  audience: string,
  options: OidcOptions,
): Promise<SentCredential> {
  const oidc = oidcEndpoint(env);
  const claims = decodeJwt(await federatedAssertion(oidc, audience, options));
  return { oidc, claims, message: `GitHub issues an OIDC token to this job:\n${claimLines(claims)}` };
}

function claimLines(claims: Readonly<Record<string, unknown>>): string {
  return [
    `Subject:  ${claimText(claims, 'sub')}`,
    `Issuer:   ${claimText(claims, 'iss')}`,
    `Audience: ${claimText(claims, 'aud')}`,
  ].join('\n');
}

function repositoryOf({ repository }: FederatedJob): { readonly host: string; readonly repository: string } {
  const [, host = GITHUB, path] = /^(?:([a-z0-9][a-z0-9.-]*)\/)?([\w.-]+\/[\w.-]+)$/i.exec(repository ?? '') ?? [];
  if (path !== undefined) return { host: host.toLowerCase(), repository: path };
  throw new UserError('INPUT_INVALID', `The option --repository is ${repository ?? 'missing'}.`, {
    hint:
      'Set --repository to OWNER/REPO, or to HOST/OWNER/REPO for GitHub Enterprise Server, or run this in a workflow with ' +
      '"id-token: write".',
  });
}

function contextOf({ branch = 'main', environment }: FederatedJob): string {
  // GitHub replaces colons, which separate the parts of a subject.
  return environment === undefined ? `ref:refs/heads/${branch}` : `environment:${environment.replaceAll(':', '%3A')}`;
}
