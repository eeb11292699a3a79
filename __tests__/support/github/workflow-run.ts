import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { request } from 'undici';
import { parse } from 'yaml';
import { outputsIn, ROOT } from '../../../demo/runner.ts';
import { isRecord } from '../../../src/json.ts';
import { endpointLines } from '../../../tenant/endpoints.ts';
import type { Tenant, WorkflowRun as TenantRun } from '../../../tenant/tenant.ts';
import { followed } from '../action-run.ts';
import { downloadArtifact } from './download.ts';
import { filled, isTrue, type Contexts } from './expressions.ts';

type Mapping = Readonly<Record<string, unknown>>;
type Texts = Readonly<Record<string, string>>;
type Conclusion = 'success' | 'failure' | 'skipped';

/** What starts a run. */
export interface Trigger {
  readonly event: 'schedule' | 'workflow_dispatch' | 'pull_request';
  readonly branch: string;
  readonly inputs?: Texts;
  /** More of the payload of the event. */
  readonly payload?: Mapping;
}

export interface RunPlace {
  readonly tenant: Tenant;
  readonly run: TenantRun;
  /** A folder of the run. */
  readonly home: string;
  /** The files of the commit. */
  readonly files: string;
  /** Programs that steps find before all others. */
  readonly programs: string;
  /** What those programs need. */
  readonly env: Texts;
}

export interface StepResult {
  readonly name: string;
  readonly conclusion: Conclusion;
  readonly outputs: Texts;
}

export interface JobResult {
  readonly result: Conclusion;
  readonly outputs: Texts;
  readonly steps: readonly StepResult[];
}

const OURS = /^mailbox-report\/mailbox-report(?:\/(\w+))?@(v1|[0-9a-f]{40})$/;

/**
 * A run of a workflow file, step by step: as far as the workflows of this repository need it. A key or an action that it does not know is an error. The
 * actions of this repository are the packaged ones, each in a process as a runner starts it; scripts are run by bash. Jobs run one after
 * another, and one in an environment with reviewers waits for `approve`.
 */
export class WorkflowRun {
  readonly jobs: Record<string, JobResult> = {};
  readonly #workflow: Mapping;
  readonly #trigger: Trigger;
  readonly #place: RunPlace;
  #summary = '';
  #log = '';

  constructor(workflow: string, trigger: Trigger, place: RunPlace) {
    const content: unknown = parse(workflow);
    if (!isRecord(content)) throw new Error('a workflow is a mapping');
    this.#workflow = content;
    this.#trigger = trigger;
    this.#place = place;
  }

  get id(): number {
    return this.#place.run.id;
  }

  /** The job that waits for an approval; undefined if none does. */
  waiting: string | undefined;

  get conclusion(): 'success' | 'failure' | 'waiting' {
    if (this.waiting !== undefined) return 'waiting';
    return Object.values(this.jobs).some(({ result }) => result === 'failure') ? 'failure' : 'success';
  }

  /** Of all steps. */
  get summary(): string {
    return this.#summary;
  }

  /** What all steps print. */
  get log(): string {
    return this.#log;
  }

  /** Of all steps; those of later steps win. */
  get outputs(): Texts {
    const steps = Object.values(this.jobs).flatMap((job) => job.steps);
    return Object.fromEntries(steps.flatMap(({ outputs }) => Object.entries(outputs)));
  }

  /** Approves the job that waits as the account that set the repository up, and goes on. Throws if another one or none waits. */
  async approve(job: string): Promise<void> {
    if (this.waiting !== job) throw new Error(`the job ${job} waits for no approval: ${this.waiting ?? 'none'} does`);
    const { githubUrl, githubAccountToken } = this.#place.tenant;
    const url = `${githubUrl}/repos/contoso/mailboxes/actions/runs/${this.id}/pending_deployments`;
    const headers = { authorization: `Bearer ${githubAccountToken}`, 'user-agent': 'test' };
    const pending: unknown = await (await request(url, { headers })).body.json();
    const ids = arrayOf(pending).map((one) => record(one.environment).id);
    const body = JSON.stringify({ environment_ids: ids, state: 'approved', comment: 'The plan is right' });
    const { statusCode } = await request(url, { method: 'POST', headers, body });
    if (statusCode !== 200) throw new Error(`GitHub refused the approval: ${statusCode}`);
    this.waiting = undefined;
    await this.proceed();
  }

  /** Runs jobs until all have, or one waits. */
  async proceed(): Promise<void> {
    for (const [id, value] of Object.entries(record(this.#workflow.jobs))) {
      const job = record(value);
      if (this.jobs[id] !== undefined) continue;
      const needs = listOf(job.needs);
      const open = needs.filter((need) => this.jobs[need] === undefined);
      if (open.length > 0) throw new Error(`${id} needs ${open.join(', ')}, which the file has after it`);
      const isGood = needs.every((need) => this.jobs[need]?.result === 'success');
      const contexts = this.#contexts(id, isGood ? 'success' : 'failure', this.#place.files);
      if (!isTrue(textIn(job, 'if'), contexts)) {
        this.jobs[id] = { result: 'skipped', outputs: {}, steps: [] };
        continue;
      }
      const { state, env } = this.#place.run.job(environmentOf(job));
      if (state === 'waiting') {
        this.waiting = id;
        return;
      }
      this.jobs[id] =
        state === 'started' ? await this.#run(id, job, env) : { result: 'failure', outputs: {}, steps: [] };
    }
  }

  async #run(id: string, job: Mapping, oidc: Texts): Promise<JobResult> {
    const { tenant } = this.#place;
    requireKnown(job, JOB_KEYS);
    const permissions = record(job.permissions ?? this.#workflow.permissions ?? {});
    tenant.setGithubFaults({
      noPermission: permissions.actions === undefined,
      noContents: permissions.contents === undefined,
    });
    const home = path.join(this.#place.home, id);
    mkdirSync(path.join(home, 'workspace'), { recursive: true });
    const steps: StepResult[] = [];
    const byId: Record<string, unknown> = {};
    let status: 'success' | 'failure' = 'success';
    for (const step of arrayOf(job.steps)) {
      requireKnown(step, STEP_KEYS);
      const contexts = this.#contexts(id, status, path.join(home, 'workspace'), byId);
      const name = textIn(step, 'id') ?? textIn(step, 'name') ?? textIn(step, 'uses') ?? '';
      if (!isTrue(textIn(step, 'if'), contexts)) continue;
      const { code, outputs } = await this.#step(step, {
        home,
        contexts,
        oidc: permissions['id-token'] === 'write' ? oidc : {},
      });
      const conclusion = code === 0 ? 'success' : 'failure';
      if (code !== 0) status = 'failure';
      steps.push({ name, conclusion, outputs });
      byId[name] = { outputs, outcome: conclusion, conclusion };
    }
    tenant.setGithubFaults({});
    const contexts = this.#contexts(id, status, path.join(home, 'workspace'), byId);
    return { result: status, outputs: filledAll(record(job.outputs ?? {}), contexts), steps };
  }

  async #step(
    step: Mapping,
    job: { readonly home: string; readonly contexts: Contexts; readonly oidc: Texts },
  ): Promise<{ readonly code: number; readonly outputs: Texts }> {
    const { tenant, files } = this.#place;
    const uses = textIn(step, 'uses');
    if (uses === undefined) return this.#script(step, job);
    const inputs = filledAll(record(step.with ?? {}), job.contexts);
    const workspace = path.join(job.home, 'workspace');
    if (uses.startsWith('actions/checkout@')) {
      cpSync(files, workspace, { recursive: true });
      return { code: 0, outputs: {} };
    }
    if (uses.startsWith('actions/download-artifact@')) {
      await downloadArtifact(inputs, { tenant, run: this.id, workspace });
      return { code: 0, outputs: {} };
    }
    const [isOurs, folder = '.'] = OURS.exec(uses) ?? [];
    if (isOurs === undefined) throw new Error(`this runner does not know ${uses}`);
    return this.#action(folder, inputs, step, job);
  }

  async #action(
    action: string,
    inputs: Texts,
    step: Mapping,
    { home, contexts, oidc }: { readonly home: string; readonly contexts: Contexts; readonly oidc: Texts },
  ): Promise<{ readonly code: number; readonly outputs: Texts }> {
    const { tenant, run } = this.#place;
    const declared = record(parsedAction(action).inputs);
    const defaults = Object.entries(declared).flatMap(([name, input]) => {
      const text = isRecord(input) ? textIn(input, 'default') : undefined;
      return text?.includes('${{') === true ? [[name, filled(text, contexts)] as const] : [];
    });
    const services = Object.hasOwn(declared, 'endpoints') ? { endpoints: endpointLines(tenant) } : {};
    const result = await followed({
      action,
      home,
      inputs: { ...Object.fromEntries(defaults), ...services, ...inputs },
      results: { resultsUrl: tenant.resultsUrl, runtimeToken: run.runtimeToken },
      env: { ...this.#env(home), ...oidc, ...filledAll(record(step.env ?? {}), contexts) },
    });
    this.#summary += result.summary;
    this.#log += result.printed;
    return { code: result.code ?? 1, outputs: result.outputs };
  }

  async #script(
    step: Mapping,
    { home, contexts }: { readonly home: string; readonly contexts: Contexts },
  ): Promise<{ readonly code: number; readonly outputs: Texts }> {
    const { programs, env } = this.#place;
    const [script, output, summary] = ['step.sh', 'output', 'summary.md'].map((name) => path.join(home, name));
    for (const file of [output, summary]) writeFileSync(file ?? '', '');
    writeFileSync(script ?? '', filled(textIn(step, 'run') ?? '', contexts));
    const options = {
      cwd: path.join(home, 'workspace'),
      env: {
        ...this.#env(home),
        ...env,
        ...filledAll(record(step.env ?? {}), contexts),
        PATH: [programs, process.env.PATH ?? ''].join(path.delimiter),
        HOME: home,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      },
    };
    // `shell: bash`, and without `shell`: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
    const flags = step.shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e'];
    const code = await new Promise<number>((resolve) => {
      const child = execFile('bash', [...flags, script ?? ''], options, (_error, stdout, stderr) => {
        this.#log += stdout + stderr;
        resolve(child.exitCode ?? 1);
      });
    });
    this.#summary += readFileSync(summary ?? '', 'utf8');
    return { code, outputs: outputsIn(readFileSync(output ?? '', 'utf8')) };
  }

  #env(home: string): Texts {
    const { run } = this.#place;
    const { branch } = this.#trigger;
    const eventFile = path.join(home, 'event.json');
    writeFileSync(eventFile, JSON.stringify(this.#event()));
    return { ...run.env, GITHUB_EVENT_PATH: eventFile, GITHUB_REF: `refs/heads/${branch}` };
  }

  #event(): Mapping {
    const { inputs, payload = {} } = this.#trigger;
    const repository = { id: 81264, full_name: 'contoso/mailboxes', default_branch: 'main', private: true };
    return { inputs, repository: { ...repository, visibility: 'private' }, ...payload };
  }

  #contexts(job: string, status: Contexts['status'], workspace: string, steps: Mapping = {}): Contexts {
    const { tenant } = this.#place;
    const { event, inputs = {} } = this.#trigger;
    const dispatch = record(record(this.#workflow.on).workflow_dispatch ?? {});
    const defaults = Object.entries(record(dispatch.inputs ?? {})).map(([name, input]) => [
      name,
      textIn(record(input), 'default') ?? '',
    ]);
    return {
      status,
      values: {
        github: {
          token: tenant.githubToken,
          repository: 'contoso/mailboxes',
          server_url: 'https://github.com',
          run_id: String(this.id),
          event_name: event,
          event: this.#event(),
          job,
        },
        vars: tenant.variables(),
        inputs: event === 'workflow_dispatch' ? { ...Object.fromEntries(defaults), ...inputs } : {},
        needs: this.jobs,
        steps,
        env: {},
        secrets: { GITHUB_TOKEN: tenant.githubToken },
        runner: { os: 'Linux' },
      },
      hashFiles: (patterns) => {
        const found = patterns.flatMap((pattern) => globSync(pattern, { cwd: workspace })).toSorted();
        const digest = createHash('sha256');
        for (const file of found) digest.update(readFileSync(path.join(workspace, file)));
        return found.length === 0 ? '' : digest.digest('hex');
      },
    };
  }
}

const JOB_KEYS = 'concurrency environment if needs outputs permissions runs-on steps timeout-minutes'.split(' ');
const STEP_KEYS = 'env id if name run shell uses with'.split(' ');

function requireKnown(mapping: Mapping, keys: readonly string[]): void {
  const unknown = Object.keys(mapping).filter((key) => !keys.includes(key));
  if (unknown.length > 0) throw new Error(`this runner does not know ${unknown.join(', ')}`);
}

function parsedAction(action: string): Mapping {
  return record(parse(readFileSync(path.join(ROOT, action, 'action.yml'), 'utf8')));
}

function environmentOf({ environment }: Mapping): string | undefined {
  const name = isRecord(environment) ? environment.name : environment;
  return typeof name === 'string' ? name : undefined;
}

function filledAll(values: Mapping, contexts: Contexts): Texts {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, filled(scalar(value), contexts)]));
}

function listOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
}

function arrayOf(value: unknown): readonly Mapping[] {
  return (Array.isArray(value) ? value : []).map(record);
}

function textIn(mapping: Mapping, key: string): string | undefined {
  const value = mapping[key];
  return value === undefined ? undefined : scalar(value);
}

function scalar(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`${JSON.stringify(value)} is no text`);
}

function record(value: unknown): Mapping {
  if (isRecord(value)) return value;
  throw new Error(`${JSON.stringify(value)} is no mapping`);
}
