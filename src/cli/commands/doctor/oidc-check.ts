import { decodeJwt } from 'jose';
import type { Dispatcher } from 'undici';
import type { AssertionOptions } from '../../../auth/assertion-options.ts';
import { assertionSource } from '../../../auth/federated.ts';
import {
  claimText,
  registration,
  type Registration,
  registrationCommands,
  subjectNote,
} from '../../../auth/federated-registration.ts';
import {
  contextOf,
  GITHUB,
  isEnterpriseServer,
  issuerOf,
  parsedRepository,
  type RepositoryName,
} from '../../../auth/github-subject.ts';
import type { RequestOptions } from '../../../auth/retry.ts';
import { UserError } from '../../../errors.ts';
import { machineOf } from '../../../http/machine.ts';
import type { Environment } from '../../../http/proxy.ts';
import type { CIS } from '../../options.ts';
import { GitHubRepository, gitHubToken } from '../../repository.ts';
import type { Terminal } from '../../terminal.ts';

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

/** How GitHub is asked for the settings of a repository. */
export interface AskGitHub {
  readonly env: Environment;
  readonly dispatcher: Dispatcher;
  readonly terminal: Terminal;
}

/**
 * The values of the federated credential, and how to register them. With a token of GitHub the subject is that of the repository's
 * settings. Rejects with the UserErrors `INPUT_INVALID`, `SUBJECT_UNKNOWN` and `SETUP_GITHUB`.
 */
export async function expectedCredential(
  job: FederatedJob,
  { clientId, audience }: { readonly clientId: string; readonly audience: string },
  asked: AskGitHub,
): Promise<Registration & { readonly message: string }> {
  const { sent, note, otherSubjects = [] } = await EXPECTED[job.ci ?? 'github'](job, audience, asked);
  const { hint } = registration({ clientId, sent });
  const commands = registrationCommands(clientId, sent);
  const command = commands.length === 0 ? '' : ' Or save federated.json and run the command.';
  const others = otherSubjects.map((subject) => `\nSubject:  ${subject} (a second credential)`);
  return {
    message: `The federated credential of the application must have these values:\n${claimLines(sent)}${others.join('')}`,
    hint: [`${hint}${command}`, subjectNote(sent), note].filter(Boolean).join(' '),
    copy: commands,
  };
}

interface Expected {
  readonly sent: Claims;
  readonly note: string;
  readonly otherSubjects?: readonly string[];
}
type Expect = (job: FederatedJob, aud: string, asked: AskGitHub) => Expected | Promise<Expected>;
type Claims = Readonly<Record<'sub' | 'iss' | 'aud', string>>;

/** The claims of a job's token by its CI, and what to know about them. */
const EXPECTED: Readonly<Record<(typeof CIS)[number], Expect>> = {
  github: async (job, aud, { env, dispatcher, terminal }) => {
    const name = repositoryOf(job);
    const token = await gitHubToken(name.host, env);
    const open = () => GitHubRepository.open(name, token, env, dispatcher, machineOf(terminal));
    const repository = token === '' ? undefined : await open();
    const branch = job.branch ?? repository?.defaultBranch ?? 'main';
    const { environment } = job;
    if (repository?.about === undefined) {
      const context = contextOf({ branch, environment });
      const claims = { sub: `repo:${name.path}:${context}`, iss: issuerOf(name.host), aud };
      return { sent: claims, note: exceptions(name.host, name.path, context) };
    }
    const { subjects, note } = await repository.subjects({ branch, environment });
    const [sub = '', ...otherSubjects] = subjects;
    return { sent: { sub, iss: issuerOf(name.host), aud }, note: `${note} ${IN_JOB}`.trim(), otherSubjects };
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

const IN_JOB =
  'Run this command in a job with "id-token: write" to print the values that are sent: an enterprise can have an issuer of ' +
  'its own, and an organization can customize subjects.';

/** When a job sends other values than the usual ones, and what prints those that it sends. */
function exceptions(host: string, repository: string, context: string): string {
  if (isEnterpriseServer(host)) return IN_JOB;
  const hostname = host === GITHUB ? '' : `--hostname ${host} `;
  return (
    `To print the start of the subject that the repository sends, which ":${context}" follows, run ` +
    `gh api ${hostname}repos/${repository}/actions/oidc/customization/sub --jq .sub_claim_prefix . ${IN_JOB}`
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

function repositoryOf({ repository = '' }: FederatedJob): RepositoryName {
  const name = parsedRepository(repository);
  if (name !== undefined) return name;
  throw invalidRepository(repository, 'OWNER/REPO, or to HOST/OWNER/REPO for GitHub Enterprise Server');
}

function invalidRepository(repository = '', example: string): UserError {
  return new UserError('INPUT_INVALID', `The option --repository is ${repository === '' ? 'missing' : repository}.`, {
    hint: `Set --repository to ${example}, or run this in a job that has an OIDC token ("id-token: write" on GitHub).`,
  });
}
