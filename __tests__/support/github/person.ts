import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { ROOT } from '../../../demo/runner.ts';
import { isRecord, parseJson } from '../../../src/json.ts';
import { endpointLines } from '../../../tenant/endpoints.ts';
import type { Tenant } from '../../../tenant/tenant.ts';
import { pathWith } from '../installed-programs.ts';
import { listening } from '../listening.ts';
import { artifactOf, extract } from './download.ts';
import { GIT_ENV, type HostedRepository } from './hosted-repository.ts';

/**
 * A person at a shell, signed in to `az` and `gh`, beside a clone of this repository. Bash runs the commands as they are written; `setup`
 * also gets `--yes`, in place of an answer, and the endpoints of the tenant on loopback.
 */
export interface Person {
  /** The current folder. */
  readonly folder: () => string;
  /** Runs a line. Returns what it prints. Rejects if it fails. */
  readonly run: (line: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** `home`: a folder of its own. */
export async function startPerson(tenant: Tenant, repository: HostedRepository, home: string): Promise<Person> {
  symlinkSync(ROOT, path.join(home, 'mailbox-report'));
  const server = await listening(
    createServer((request, response) => {
      void text(request)
        .then((body) => gh(parseJson(body), tenant, repository))
        .then(
          (printed) => response.end(printed),
          (error: unknown) => response.writeHead(400).end(`${String(error)}\n`),
        );
    }),
  );
  const az = { tenantId: tenant.tenantId, token: await tenant.administratorToken() };
  const env = {
    ...GIT_ENV,
    PATH: [writePrograms(home, tenant), pathWith({ az })].join(path.delimiter),
    HOME: home,
    GITHUB_API_URL: tenant.githubUrl,
    GH_SERVER: server.origin,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    NO_UPDATE_NOTIFIER: '1',
  };
  let folder = home;
  const place = path.join(home, 'folder');
  return {
    folder: () => folder,
    run: async (line) => {
      const script = `${line}\ncode=$?\npwd > '${place}'\nexit $code`;
      const printed = await new Promise<string>((resolve, reject) => {
        execFile('bash', ['-c', script], { cwd: folder, env }, (error, stdout, stderr) => {
          if (error === null) resolve(stdout);
          else reject(new Error(`${line}:\n${stdout}${stderr}`));
        });
      });
      folder = readFileSync(place, 'utf8').trim();
      return printed;
    },
    close: server.close,
  };
}

/** Writes `gh` and `npm`, and returns their folder. */
function writePrograms(home: string, tenant: Tenant): string {
  const folder = path.join(home, 'bin');
  mkdirSync(folder);
  const gh = path.join(import.meta.dirname, 'gh-of-person.ts');
  const npm = execFileSync('bash', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
  const endpoints = endpointLines(tenant)
    .split('\n')
    .map((line) => `'${line}'`)
    .join(' ');
  const setup = `exec '${npm}' "$@" --yes --tenant-id ${tenant.tenantId} --endpoints ${endpoints}`;
  const programs = {
    gh: `exec '${process.execPath}' '${gh}' "$@"`,
    npm: `case "$*" in *' cli -- setup' | *' cli -- setup '*) ${setup};; esac\nexec '${npm}' "$@"`,
  };
  for (const [name, body] of Object.entries(programs)) {
    writeFileSync(path.join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  }
  return folder;
}

/** Does what a command of `gh` does. Returns what it prints. https://cli.github.com/manual/ */
async function gh(request: unknown, tenant: Tenant, repository: HostedRepository): Promise<string> {
  if (!isRecord(request) || !Array.isArray(request.args)) throw new Error('no command');
  const args = request.args.map(String);
  const folder = String(request.folder);
  const [command, rest] = [args.slice(0, 2).join(' '), args.slice(2)];
  switch (command) {
    case 'auth token':
      return `${tenant.githubAccountToken}\n`;
    case 'repo create':
      return createRepository(rest, folder, repository);
    case 'workflow run': {
      const { positionals, values } = parseArgs({
        args: rest,
        allowPositionals: true,
        options: { field: { type: 'string', multiple: true } },
      });
      const fields: Record<string, string> = {};
      for (const field of values.field ?? []) fields[field.replace(/=.*/s, '')] = field.replace(/^[^=]*=/, '');
      await repository.run(positionals[0] ?? '', 'workflow_dispatch', fields);
      return '';
    }
    case 'run download': {
      const { values } = parseArgs({ args: rest, options: { name: { type: 'string' }, dir: { type: 'string' } } });
      const list = `/actions/artifacts?name=${encodeURIComponent(values.name ?? '')}`;
      const artifact = await artifactOf(tenant, { path: list, token: tenant.githubAccountToken });
      if (artifact === undefined) throw new Error('no artifact matches any of the names or patterns provided');
      extract(artifact, path.resolve(folder, values.dir ?? '.'));
      return '';
    }
    case 'pr create': {
      parseArgs({ args: rest, options: { fill: { type: 'boolean' } } });
      await repository.pullRequest(repository.git('-C', folder, 'branch', '--show-current').trim());
      return '';
    }
    case 'pr merge': {
      const { values } = parseArgs({
        args: rest,
        options: { merge: { type: 'boolean' }, 'delete-branch': { type: 'boolean' } },
      });
      if (values.merge !== true)
        throw new Error('--merge, --rebase, or --squash required when not running interactively');
      const branch = repository.git('-C', folder, 'branch', '--show-current').trim();
      repository.merge(branch);
      if (values['delete-branch'] === true) leaveBranch(branch, folder, repository);
      return '';
    }
    default:
      throw new Error(`unknown command "${args.join(' ')}" for "gh"`);
  }
}

/** Deletes a branch of the clone and of the repository. Only then does `gh pr merge` switch to the branch that it merged into. */
function leaveBranch(branch: string, folder: string, repository: HostedRepository): void {
  const git = (...args: readonly string[]) => repository.git('-C', folder, ...args);
  git('switch', '--quiet', 'main');
  git('fetch', '--quiet', repository.remote, 'main:refs/remotes/origin/main');
  git('merge', '--quiet', '--ff-only', 'origin/main');
  git('branch', '--quiet', '-D', branch);
  repository.git('--git-dir', repository.remote, 'branch', '--quiet', '-D', branch);
}

function createRepository(args: readonly string[], folder: string, repository: HostedRepository): string {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { private: { type: 'boolean' }, 'add-readme': { type: 'boolean' }, clone: { type: 'boolean' } },
  });
  const [name = ''] = positionals;
  if (values.private !== true)
    throw new Error('`--public`, `--private`, or `--internal` required when not running interactively');
  // Without a first commit, gh runs `git init` in place of a clone: no branch is tracked.
  if (values['add-readme'] !== true || values.clone !== true) throw new Error('no clone with a branch');
  repository.create();
  const clone = path.join(folder, name);
  repository.git('clone', '--quiet', repository.remote, clone);
  repository.git('-C', clone, 'remote', 'set-url', 'origin', `https://github.com/contoso/${name}.git`);
  repository.git('-C', clone, 'remote', 'set-url', '--push', 'origin', repository.remote);
  return `https://github.com/contoso/${name}\n`;
}
