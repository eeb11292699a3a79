import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { isRecord } from '../../src/json.ts';
import { agentCommand, type AgentCommand } from '../support/azure-agent.ts';

type Values = Readonly<Record<string, string>>;

export interface PipelineOptions {
  readonly yaml: string;
  /** A new folder. */
  readonly home: string;
  /** Creates the files of the repository in a folder. */
  readonly checkout: (folder: string) => Promise<void>;
  /** Predefined variables, and variables that are set for the run, which replace the variables of the file. */
  readonly variables: Values;
  /** Secret variables: no script gets them unless its `env` names them. */
  readonly secrets: Values;
  /** What the task `AzureCLI@2` adds to the environment of its script. */
  readonly connection: Values;
  /** The previous run, whose artifact a step downloads. */
  readonly previous?: PipelineRun;
}

export interface PipelineRun {
  readonly succeeded: boolean;
  readonly jobs: readonly JobRun[];
  /** The folders of published artifacts. */
  readonly artifacts: ReadonlyMap<string, string>;
}

export interface JobRun {
  readonly succeeded: boolean;
  /** The log without commands. */
  readonly log: readonly string[];
  readonly commands: readonly AgentCommand[];
  /** Output variables, by the name of their step and their own. */
  readonly outputs: Values;
  /** The Markdown of uploaded summaries. */
  readonly summaries: readonly string[];
  /** The files of test results. */
  readonly testResults: readonly string[];
}

/**
 * Runs a pipeline of Azure Pipelines by the rules of its documentation, as far as the examples need them: jobs in parallel, macros,
 * conditions, scripts and their commands. A step, an input or a condition without a rule here is an error.
 * https://learn.microsoft.com/azure/devops/pipelines/yaml-schema https://learn.microsoft.com/azure/devops/pipelines/process/variables
 */
export async function runPipeline(options: PipelineOptions): Promise<PipelineRun> {
  const pipeline: unknown = parse(options.yaml);
  if (!isRecord(pipeline) || !Array.isArray(pipeline.jobs)) throw new Error('a pipeline has jobs');
  const variables = { ...values(pipeline.variables), ...options.variables };
  const artifacts = new Map<string, string>();
  const jobs: JobRun[] = [];
  for (const job of pipeline.jobs.map(record)) {
    const succeeded = jobs.every((run) => run.succeeded);
    if (!holds(job.condition, succeeded)) continue;
    const total = job.strategy === undefined ? 1 : Number(record(job.strategy).parallel);
    for (let position = 1; position <= total; position += 1) {
      const own = { 'System.JobPositionInPhase': String(position), 'System.TotalJobsInPhase': String(total) };
      jobs.push(await new Job({ ...options, variables: { ...variables, ...own } }, artifacts).run(job));
    }
  }
  return { succeeded: jobs.every(({ succeeded }) => succeeded), jobs, artifacts };
}

class Job {
  readonly #options: PipelineOptions;
  readonly #artifacts: Map<string, string>;
  readonly #log: string[] = [];
  readonly #commands: AgentCommand[] = [];
  readonly #outputs: Record<string, string> = {};
  readonly #summaries: string[] = [];
  readonly #testResults: string[] = [];
  #variables: Values = {};

  constructor(options: PipelineOptions, artifacts: Map<string, string>) {
    this.#options = options;
    this.#artifacts = artifacts;
  }

  async run({ steps }: Readonly<Record<string, unknown>>): Promise<JobRun> {
    if (!Array.isArray(steps)) throw new Error('a job has steps');
    const workspace = await mkdtemp(path.join(this.#options.home, 'agent-'));
    const [sources, staging, temp] = ['s', 'a', '_temp'].map((name) => path.join(workspace, name));
    if (sources === undefined || staging === undefined || temp === undefined) throw new Error('three folders');
    for (const folder of [sources, staging, temp]) await mkdir(folder);
    this.#variables = {
      ...this.#options.variables,
      'Agent.TempDirectory': temp,
      'Build.ArtifactStagingDirectory': staging,
      'Pipeline.Workspace': workspace,
      'Build.SourcesDirectory': sources,
      'Build.Repository.LocalPath': sources,
    };
    let succeeded = true;
    for (const step of steps.map(record)) {
      if (!holds(step.condition, succeeded)) continue;
      const passed = await this.#step(step, sources);
      if (!passed && step.continueOnError !== true) succeeded = false;
    }
    return {
      succeeded,
      log: this.#log,
      commands: this.#commands,
      outputs: this.#outputs,
      summaries: this.#summaries,
      testResults: this.#testResults,
    };
  }

  /** Returns whether the step succeeded. */
  async #step(step: Readonly<Record<string, unknown>>, sources: string): Promise<boolean> {
    const inputs = this.#expandedAll(values(step.inputs));
    const name = typeof step.name === 'string' ? step.name : 'step';
    if (step.checkout === 'self') {
      await this.#options.checkout(sources);
      return true;
    }
    if (typeof step.publish === 'string')
      return this.#publish(this.#expanded(step.publish), this.#expanded(String(step.artifact)));
    if (typeof step.bash === 'string') return this.#script(step.bash, name, sources, values(step.env));
    switch (step.task) {
      case 'UseNode@1':
        return true;
      case 'DownloadPipelineArtifact@2':
        return this.#download(inputs);
      case 'AzureCLI@2':
        if (inputs.scriptLocation !== 'inlineScript' || inputs.scriptType !== 'bash') throw new Error('another script');
        return this.#script(inputs.inlineScript ?? '', name, sources, {
          ...values(step.env),
          ...this.#options.connection,
        });
      case 'PublishTestResults@2':
        this.#testResults.push(await readFile(inputs.testResultsFiles ?? '', 'utf8'));
        return true;
      default:
        throw new Error(`no rule for the step ${JSON.stringify(step)}`);
    }
  }

  async #publish(folder: string, artifact: string): Promise<boolean> {
    // The service refuses a second artifact of the name.
    if (this.#artifacts.has(artifact) || (await readdir(folder).catch(() => [])).length === 0) return false;
    const stored = await mkdtemp(path.join(this.#options.home, 'artifact-'));
    await cp(folder, stored, { recursive: true });
    this.#artifacts.set(artifact, stored);
    return true;
  }

  /** A single artifact is the folder, several are folders in it. */
  async #download({ buildType, artifactName, itemPattern, targetPath = '' }: Values): Promise<boolean> {
    const from = buildType === 'current' ? this.#artifacts : this.#options.previous?.artifacts;
    const prefix = itemPattern?.replace(/\*\/\*\*$/, '');
    const found = [...(from ?? [])].filter(([name]) =>
      prefix === undefined ? name === artifactName : name.startsWith(prefix),
    );
    for (const [name, folder] of found) {
      await cp(folder, prefix === undefined ? targetPath : path.join(targetPath, name), { recursive: true });
    }
    return found.length > 0;
  }

  async #script(script: string, step: string, cwd: string, env: Values): Promise<boolean> {
    const variables = Object.entries(this.#expandedAll(this.#variables)).map(
      ([name, value]) => [name.replaceAll(/[. ]/g, '_').toUpperCase(), value] as const,
    );
    const child = spawn('bash', ['--noprofile', '--norc', '-c', this.#expanded(script)], {
      cwd,
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        TF_BUILD: 'True',
        ...Object.fromEntries(variables),
        ...this.#expandedAll(env),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const code = new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
    const streams = [child.stdout, child.stderr].map(async (input) => {
      for await (const line of createInterface({ input, crlfDelay: Infinity })) await this.#line(line, step);
    });
    await Promise.all(streams);
    return (await code) === 0;
  }

  async #line(line: string, step: string): Promise<void> {
    const command = agentCommand(line);
    if (command === undefined) {
      this.#log.push(line);
      return;
    }
    this.#commands.push(command);
    const { name, properties, data } = command;
    if (name === 'task.setvariable' && properties.isOutput === 'true')
      this.#outputs[`${step}.${properties.variable}`] = data;
    if (name === 'task.uploadsummary') this.#summaries.push(await readFile(data, 'utf8'));
  }

  #expandedAll(all: Values): Values {
    return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, this.#expanded(value)]));
  }

  /** Macros of unknown variables stay. Values of variables may have macros. */
  #expanded(text: string): string {
    return text.replaceAll(/\$\(([\w.]+)\)/g, (macro, name: string) => {
      const [, value] =
        Object.entries({ ...this.#variables, ...this.#options.secrets }).find(
          ([known]) => known.toLowerCase() === name.toLowerCase(),
        ) ?? [];
      return value === undefined ? macro : this.#expanded(value);
    });
  }
}

function holds(condition: unknown, succeeded: boolean): boolean {
  if (condition === undefined) return succeeded;
  if (condition === 'succeededOrFailed()' || condition === 'not(canceled())') return true;
  throw new Error(`no rule for the condition ${JSON.stringify(condition)}`);
}

function values(given: unknown): Values {
  return Object.fromEntries(
    Object.entries(given === undefined ? {} : record(given)).map(([name, value]) => [name, String(value)]),
  );
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new Error(`not a mapping: ${JSON.stringify(value)}`);
  return value;
}
