import { decodeJwt } from 'jose';
import { federatedAssertion, oidcEndpoint, type OidcEndpoint, type OidcOptions } from '../../auth/federated.ts';
import { claimText, registration } from '../../auth/federated-registration.ts';
import { UserError } from '../../errors.ts';

/** The issuer of GitHub.com's OIDC tokens. https://docs.github.com/actions/reference/security/oidc */
const ISSUER = 'https://token.actions.githubusercontent.com';

/** The job whose OIDC token the federated credential must match. */
export interface FederatedJob {
  /** OWNER/REPO */
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
  const sent = { sub: subjectOf(job), iss: ISSUER, aud: audience };
  return {
    message: `The federated credential of the application must have these values:\n${claimLines(sent)}`,
    hint: `${registration({ clientId, sent })} To print the numeric form, run ${numericSubject(job)}.`,
  };
}

/** Requests an OIDC token of this job. Returns its claims in text. Throws as `oidcEndpoint` and `federatedAssertion` do. */
export async function sentCredential(
  env: Readonly<Record<string, string | undefined>>,
  audience: string,
  options: OidcOptions,
): Promise<{ readonly oidc: OidcEndpoint; readonly message: string }> {
  const oidc = oidcEndpoint(env);
  const claims = decodeJwt(await federatedAssertion(oidc, audience, options));
  return { oidc, message: `GitHub issues an OIDC token to this job:\n${claimLines(claims)}` };
}

function claimLines(claims: Readonly<Record<string, unknown>>): string {
  return [
    `Subject:  ${claimText(claims, 'sub')}`,
    `Issuer:   ${claimText(claims, 'iss')}`,
    `Audience: ${claimText(claims, 'aud')}`,
  ].join('\n');
}

function subjectOf({ repository, branch, environment }: FederatedJob): string {
  if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new UserError('INPUT_INVALID', `The option --repository is ${repository ?? 'missing'}.`, {
      hint: 'Set --repository to OWNER/REPO, or run this in a workflow with "id-token: write".',
    });
  }
  return `repo:${repository}:${contextOf({ branch, environment })}`;
}

function contextOf({
  branch = 'main',
  environment,
}: {
  readonly branch?: string | undefined;
  readonly environment?: string | undefined;
}): string {
  // GitHub replaces colons, which separate the parts of a subject.
  return environment === undefined ? `ref:refs/heads/${branch}` : `environment:${environment.replaceAll(':', '%3A')}`;
}

function numericSubject({ repository, branch, environment }: FederatedJob): string {
  const context = contextOf({ branch, environment });
  return `gh api repos/${repository} --jq '"repo:\\(.owner.login)@\\(.owner.id)/\\(.name)@\\(.id):${context}"'`;
}
