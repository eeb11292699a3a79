import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { isRecord } from '../../../src/json.ts';
import type { Tenant } from '../../../tenant/tenant.ts';
import { githubCli } from '../../examples/step-script.ts';
import { WorkflowRun, type Trigger } from './workflow-run.ts';

const WORKFLOWS = '.github/workflows';
/** The number that the pull request gets. */
const PULL_REQUEST = 7;

export interface HostOptions {
  readonly tenant: Tenant;
  /** A folder of its own. */
  readonly home: string;
}

/** The repository contoso/mailboxes on GitHub: its commits are in a bare repository, its workflows run here, one run after another. */
export class HostedRepository {
  /** The newest last. */
  readonly runs: WorkflowRun[] = [];
  /** Where `git push` pushes. */
  readonly remote: string;
  /** The labels, issues and comments. */
  readonly issuesFile: string;
  readonly #options: HostOptions;
  /** The files of the workflows, in the order of their IDs, and the facts about runs by the IDs of these. */
  readonly #workflows: string[] = [];
  readonly #about: Record<number, unknown> = {};

  constructor(options: HostOptions) {
    this.#options = options;
    this.remote = path.join(options.home, 'mailboxes.git');
    this.issuesFile = path.join(options.home, 'issues.json');
  }

  /** Creates it, with a first commit. */
  create(): void {
    this.git('init', '--quiet', '--bare', '--initial-branch=main', this.remote);
    const tree = this.git('--git-dir', this.remote, 'hash-object', '-t', 'tree', '-w', '/dev/null').trim();
    const commit = this.git('--git-dir', this.remote, 'commit-tree', tree, '-m', 'Initial commit').trim();
    this.git('--git-dir', this.remote, 'update-ref', 'refs/heads/main', commit);
  }

  /** Runs git with the name and address of an administrator. */
  git(...args: readonly string[]): string {
    return execFileSync('git', args, { encoding: 'utf8', env: { ...process.env, ...GIT_ENV } });
  }

  /** Runs a workflow of the branch main by hand, or on its schedule. */
  async run(
    file: string,
    event: 'schedule' | 'workflow_dispatch',
    inputs: Trigger['inputs'] = {},
  ): Promise<WorkflowRun> {
    const text = this.#fileOf('main', file);
    const on: unknown = parse(text);
    const events = isRecord(on) && isRecord(on.on) ? on.on : {};
    if (!Object.hasOwn(events, event)) throw new Error(`${file} has no ${event}`);
    const dispatch = events.workflow_dispatch;
    const declared = isRecord(dispatch) && isRecord(dispatch.inputs) ? dispatch.inputs : {};
    for (const name of Object.keys(inputs)) {
      if (!Object.hasOwn(declared, name)) throw new Error(`${file} has no input ${name}`);
    }
    return this.#start(file, text, { event, branch: 'main', inputs });
  }

  /** Runs the workflows whose paths a pull request of a branch changes. */
  async pullRequest(branch: string): Promise<void> {
    const { tenant } = this.#options;
    const changed = this.git('--git-dir', this.remote, 'diff', '--name-only', `main...${branch}`).trim().split('\n');
    const repository = { id: 81264, full_name: 'contoso/mailboxes' };
    const base = { ref: 'main', sha: tenant.commit(textsIn(this.#checkout('main'))), repo: repository };
    const head = { ref: branch, sha: this.git('--git-dir', this.remote, 'rev-parse', branch).trim(), repo: repository };
    const payload = { pull_request: { number: PULL_REQUEST, head, base } };
    for (const file of this.#workflowsOf(branch)) {
      const text = this.#fileOf(branch, file);
      const workflow: unknown = parse(text);
      const on = isRecord(workflow) && isRecord(workflow.on) ? workflow.on.pull_request : undefined;
      const patterns = isRecord(on) && Array.isArray(on.paths) ? on.paths.map(String) : [];
      const matches = patterns.some((pattern) => changed.some((one) => path.matchesGlob(one, pattern)));
      if (matches) await this.#start(file, text, { event: 'pull_request', branch, payload });
    }
  }

  /** Merges a branch into main with a merge commit. Throws if they conflict. */
  merge(branch: string): void {
    const git = (...args: readonly string[]) => this.git('--git-dir', this.remote, ...args).trim();
    const tree = git('merge-tree', '--write-tree', 'main', branch);
    const message = `Merge pull request #${PULL_REQUEST} from contoso/${branch}`;
    const commit = git('commit-tree', tree, '-p', 'main', '-p', branch, '-m', message);
    git('update-ref', 'refs/heads/main', commit);
  }

  async #start(file: string, text: string, trigger: Trigger): Promise<WorkflowRun> {
    const { tenant, home } = this.#options;
    const { branch, event } = trigger;
    if (!this.#workflows.includes(file)) this.#workflows.push(file);
    const workflow = 41 + this.#workflows.indexOf(file);
    const started = await tenant.startRun({ event, branch, workflow });
    this.#about[started.id] = { workflow, repository: 'contoso/mailboxes', branch, event };
    const folder = mkdtempSync(path.join(home, `run-${started.number}-`));
    const run = new WorkflowRun(text, trigger, {
      tenant,
      run: started,
      home: folder,
      files: this.#checkout(branch),
      programs: githubCli(folder),
      env: { ISSUES: this.issuesFile, RUNS: JSON.stringify(this.#about) },
    });
    this.runs.push(run);
    await run.proceed();
    return run;
  }

  #workflowsOf(branch: string): readonly string[] {
    return globSync('*.yml', { cwd: path.join(this.#checkout(branch), WORKFLOWS) });
  }

  #fileOf(branch: string, workflow: string): string {
    return this.git('--git-dir', this.remote, 'show', `${branch}:${WORKFLOWS}/${workflow}`);
  }

  /** A folder with the files of a branch. */
  #checkout(branch: string): string {
    const folder = mkdtempSync(path.join(this.#options.home, 'files-'));
    mkdirSync(folder, { recursive: true });
    this.git('--git-dir', this.remote, '--work-tree', folder, 'checkout', '--force', branch, '--', '.');
    return folder;
  }
}

const NAME = 'Administrator';
const ADDRESS = 'administrator@contoso.com';
/** The name and address under which git commits. */
export const GIT_ENV = {
  GIT_AUTHOR_NAME: NAME,
  GIT_AUTHOR_EMAIL: ADDRESS,
  GIT_COMMITTER_NAME: NAME,
  GIT_COMMITTER_EMAIL: ADDRESS,
  GIT_CONFIG_GLOBAL: '/dev/null',
};

function textsIn(folder: string): Readonly<Record<string, string>> {
  const files = globSync(['**/*', '.github/**/*'], { cwd: folder, withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(
    files.map((file) => {
      const name = path.join(file.parentPath, file.name);
      return [path.relative(folder, name), readFileSync(name, 'utf8')];
    }),
  );
}
