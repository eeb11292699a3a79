import { tmpdir } from 'node:os';
import type { Dispatcher } from 'undici';
import type { Machine } from '../http/machine.ts';
import type { Environment } from '../http/proxy.ts';
import type { ArtifactClient } from './artifact-client.ts';
import { hostOf } from './host.ts';
import { sourceRepository, type SourceRepository } from './source-repository.ts';
import type { Log, ProgressLog } from './log.ts';
import type { StopSignals } from './stop-signals.ts';

/** `@actions/core`, as far as a run uses it. */
export interface Core extends Log, ProgressLog {
  setOutput(name: string, value: string | number): void;
  setSecret(secret: string): void;
}

/** What requests need. */
export interface Network extends Machine {
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
}

/** Everything outside an action, passed to its entry function so that tests can replace it. */
export interface Runner extends StopSignals, Network {
  readonly core: Core;
  /** Undefined where no workflow artifacts are: nothing is uploaded, and there are none to compare with. */
  readonly loadArtifactClient: (() => Promise<ArtifactClient>) | undefined;
  /** The list of retirements that is shipped. */
  readonly loadRetirements: () => Promise<string>;
  /** The script and the style sheet of the report page. */
  readonly loadPageAssets: () => Promise<{ readonly script: string; readonly style: string }>;
}

/** The step that runs the program, as its host describes it in environment variables. Texts are '' if they are unknown. */
export interface StepEnvironment {
  /** The folder that paths are relative to: of the repository's checkout, or the current one. */
  readonly workspace: string;
  readonly tempFolder: string;
  /** The file that receives the job summary; old servers have none. */
  readonly summaryFile: string;
  /** The file that receives the artifacts of the step for attestations; '' if the runner has none. */
  readonly artifactsFile: string;
  /** The file with the event that started the workflow run. */
  readonly eventFile: string;
  readonly isDebug: boolean;
  readonly serverUrl: string;
  /** GitHub Enterprise Server, where `@actions/artifact` refuses to work: neither github.com, ghe.com nor *.localhost. */
  readonly isEnterpriseServer: boolean;
  readonly apiUrl: string;
  /** On GitHub: `owner/name`. */
  readonly repository: string;
  readonly commit: string;
  /** The repository that is checked out, with its web pages; undefined outside a workflow. */
  readonly source: SourceRepository | undefined;
  readonly runId: string;
  /** The web page of the run; undefined outside a workflow. */
  readonly runUrl: string | undefined;
  /** 1 for the first attempt of the workflow run. */
  readonly attempt: number;
  /** Who started this attempt. */
  readonly actor: string;
  /** Secret: the token for the service that stores artifacts, and the service's URL. */
  readonly runtimeToken: string;
  readonly resultsUrl: string;
}

/** An empty variable is one that is not set. */
function valueOf(env: Environment, name: string): string | undefined {
  const value = env[name];
  return value === '' ? undefined : value;
}

/**
 * Reads the variables that the host sets. An unknown host has those of GitHub.
 * https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
export function stepEnvironment(env: Environment): StepEnvironment {
  const host = hostOf(env);
  const { GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: runId = '' } = env;
  const serverUrl = valueOf(env, 'GITHUB_SERVER_URL') ?? 'https://github.com';
  const server = URL.parse(serverUrl)?.hostname.toLowerCase() ?? 'github.com';
  const workspace = valueOf(env, 'GITHUB_WORKSPACE') ?? process.cwd();
  const step = {
    workspace,
    tempFolder: valueOf(env, 'RUNNER_TEMP') ?? tmpdir(),
    summaryFile: env.GITHUB_STEP_SUMMARY ?? '',
    artifactsFile: env.GITHUB_ARTIFACTS ?? '',
    eventFile: env.GITHUB_EVENT_PATH ?? '',
    isDebug: env.RUNNER_DEBUG === '1',
    serverUrl,
    isEnterpriseServer: server !== 'github.com' && !server.endsWith('.ghe.com') && !server.endsWith('.localhost'),
    apiUrl: env.GITHUB_API_URL ?? '',
    repository,
    commit: env.GITHUB_SHA ?? '',
    source: sourceRepository(host, env, workspace),
    runId,
    runUrl: repository === '' || runId === '' ? undefined : `${serverUrl}/${repository}/actions/runs/${runId}`,
    attempt: Number(valueOf(env, 'GITHUB_RUN_ATTEMPT') ?? 1),
    actor: valueOf(env, 'GITHUB_TRIGGERING_ACTOR') ?? env.GITHUB_ACTOR ?? '',
    runtimeToken: env.ACTIONS_RUNTIME_TOKEN ?? '',
    resultsUrl: env.ACTIONS_RESULTS_URL ?? '',
  };
  if (host === 'azure') return { ...step, ...azureStep(env) };
  return host === 'gitlab' ? { ...step, ...gitlabStep(env) } : step;
}

/** https://learn.microsoft.com/azure/devops/pipelines/build/variables */
function azureStep(env: Environment): Partial<StepEnvironment> {
  const { SYSTEM_COLLECTIONURI: collection = '', SYSTEM_TEAMPROJECT: project = '', BUILD_BUILDID: id = '' } = env;
  const run = `${collection}${encodeURIComponent(project)}/_build/results?buildId=${encodeURIComponent(id)}`;
  return {
    tempFolder: valueOf(env, 'AGENT_TEMPDIRECTORY') ?? tmpdir(),
    isDebug: env.SYSTEM_DEBUG?.toLowerCase() === 'true',
    repository: env.BUILD_REPOSITORY_NAME ?? '',
    commit: env.BUILD_SOURCEVERSION ?? '',
    runId: id,
    runUrl: collection === '' || project === '' || id === '' ? undefined : run,
    attempt: Number(valueOf(env, 'SYSTEM_JOBATTEMPT') ?? 1),
    actor: env.BUILD_REQUESTEDFOR ?? '',
  };
}

/** https://docs.gitlab.com/ci/variables/predefined_variables/ A job that is retried is a new one, so each is the first attempt. */
function gitlabStep(env: Environment): Partial<StepEnvironment> {
  return {
    isDebug: env.CI_DEBUG_TRACE === 'true',
    repository: env.CI_PROJECT_PATH ?? '',
    commit: env.CI_COMMIT_SHA ?? '',
    runId: env.CI_PIPELINE_ID ?? '',
    runUrl: valueOf(env, 'CI_PIPELINE_URL'),
    actor: env.GITLAB_USER_LOGIN ?? '',
  };
}
