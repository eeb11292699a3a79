import { decodeJwt } from 'jose';
import type { AssertionOptions } from '../../auth/assertion-options.ts';
import { assertionSource } from '../../auth/federated.ts';
import { claimText, registration, type Registration } from '../../auth/federated-registration.ts';
import type { RequestOptions } from '../../auth/retry.ts';
import { UserError } from '../../errors.ts';
import type { CIS } from '../options.ts';

/** The job whose OIDC token the federated credential must match. */
export interface FederatedJob {
  /** GitHub by default. */
  readonly ci?: (typeof CIS)[number];
  /**
   * GitHub: OWNER/REPO, or as in `gh --repo` HOST/OWNER/REPO for another server than github.com. GitLab: GROUP/PROJECT, with the host
   * before it likewise. Azure DevOps: ORGANIZATION/PROJECT/CONNECTION.
   */
  readonly repository?: string;
  readonly branch?: string;
  /** A job with an environment has its name in the subject instead of the branch. */
  readonly environment?: string;
}

/** The values of the federated credential, and how to register them. Throws UserError `INPUT_INVALID`. */
export function expectedCredential(
  job: FederatedJob,
  { clientId, audience }: { readonly clientId: string; readonly audience: string },
): Registration & { readonly message: string } {
  const { sent, note } = EXPECTED[job.ci ?? 'github'](job, audience);
  const { hint, copy } = registration({ clientId, sent });
  return {
    message: `The federated credential of the application must have these values:\n${claimLines(sent)}`,
    hint: `${hint} ${note}`,
    // The message has the values.
    copy: copy.slice(3),
  };
}

type Expect = (job: FederatedJob, aud: string) => { readonly sent: Claims; readonly note: string };
type Claims = Readonly<Record<'sub' | 'iss' | 'aud', string>>;

/** The claims of a job's token by its CI, and what to know about them. */
const EXPECTED: Readonly<Record<(typeof CIS)[number], Expect>> = {
  github: (job, aud) => {
    const { host, repository } = repositoryOf(job);
    const context = contextOf(job);
    const claims = { sub: `repo:${repository}:${context}`, iss: issuerOf(host), aud };
    return { sent: claims, note: exceptions(host, repository, context) };
  },
  // https://learn.microsoft.com/azure/devops/pipelines/release/configure-workload-identity
  'azure-devops': ({ repository = '' }) => {
    const parts = repository.split('/');
    if (parts.length !== 3 || parts.includes(''))
      throw invalidRepository(repository, 'ORGANIZATION/PROJECT/CONNECTION');
    const iss = 'https://vstoken.dev.azure.com/<organization ID>';
    return {
      sent: { sub: `sc://${parts.join('/')}`, iss, aud: 'api://AzureADTokenExchange' },
      note:
        'Newer service connections have another issuer and subject: the page of the service connection shows both. Run this ' +
        'command in a job, with --service-connection, to print the values that are sent.',
    };
  },
  // https://docs.gitlab.com/ci/secrets/id_token_authentication
  gitlab: ({ repository = '', branch = 'main' }, aud) => {
    const [, host = 'gitlab.com', project] =
      /^(?:([a-z0-9-]+(?:\.[a-z0-9-]+)+)\/)?([\w.-]+(?:\/[\w.-]+)+)$/i.exec(repository) ?? [];
    if (project === undefined) throw invalidRepository(repository, 'GROUP/PROJECT');
    return {
      sent: { sub: `project_path:${project}:ref_type:branch:ref:${branch}`, iss: `https://${host}`, aud },
      note:
        `Set "id_tokens: { MAILBOX_REPORT_TOKEN: { aud: ${aud} } }" in the job. Run this command in it, with --assertion-env ` +
        'MAILBOX_REPORT_TOKEN, to print the values that are sent.',
    };
  },
};

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

/** Gets an assertion of this job. Returns its claims, also in text. Throws as `assertionSource` and its assertions do. */
export async function sentCredential(
  env: Readonly<Record<string, string | undefined>>,
  credential: AssertionOptions,
  options: RequestOptions,
): Promise<{
  readonly claims: Readonly<Record<string, unknown>>;
  readonly message: string;
  readonly isGithub: boolean;
}> {
  const { name, isGithub, get } = assertionSource(env, credential);
  const claims = decodeJwt(await get(options));
  return { claims, isGithub, message: `This job has ${name}:\n${claimLines(claims)}` };
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
  throw invalidRepository(repository, 'OWNER/REPO, or to HOST/OWNER/REPO for GitHub Enterprise Server');
}

function invalidRepository(repository = '', example: string): UserError {
  return new UserError('INPUT_INVALID', `The option --repository is ${repository === '' ? 'missing' : repository}.`, {
    hint: `Set --repository to ${example}, or run this in a job that has an OIDC token ("id-token: write" on GitHub).`,
  });
}

function contextOf({ branch = 'main', environment }: FederatedJob): string {
  // GitHub replaces colons, which separate the parts of a subject.
  return environment === undefined ? `ref:refs/heads/${branch}` : `environment:${environment.replaceAll(':', '%3A')}`;
}
