import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ROOT } from '../../demo/runner.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { describeOnPosix } from '../support/platform.ts';
import { exampleFile, hostileTenant, writeProgram, writeRepository } from './example-repository.ts';
import { newFolder } from '../support/new-folder.ts';

const SUBJECT = 'project_path:contoso/mail:ref_type:branch:ref:main';

describeOnPosix('the pipelines for GitLab, run by gitlab-ci-local', () => {
  const home = newFolder();
  let program: string;
  let tenant: Tenant;
  let token: string;

  beforeAll(async () => {
    tenant = await hostileTenant({ federatedCredentials: [{ subject: SUBJECT }] });
    program = writeProgram(home, tenant);
    token = await tenant.oidcToken({ sub: SUBJECT, aud: 'api://AzureADTokenExchange' });
    // gitlab-ci-local requires rsync for containers, which its shell executor does not use.
    mkdirSync(path.join(home, 'bin'));
    writeFileSync(path.join(home, 'bin', 'rsync'), '#!/bin/sh\nexit 0\n');
    chmodSync(path.join(home, 'bin', 'rsync'), 0o755);
  });
  afterAll(async () => {
    await tenant.close();
  });

  /** A repository with a pipeline. */
  async function repository(pipeline: string): Promise<string> {
    const folder = mkdtempSync(path.join(home, 'repository-'));
    await writeRepository(folder, tenant);
    writeFileSync(path.join(folder, '.gitlab-ci.yml'), exampleFile('gitlab', pipeline));
    const git = (...args: readonly string[]) => spawnSync('git', ['-C', folder, ...args]);
    git('init', '-q', '-b', 'main');
    git('remote', 'add', 'origin', 'https://gitlab.com/contoso/mail.git');
    git('add', '.');
    git('-c', 'user.name=a', '-c', 'user.email=a@contoso.com', 'commit', '-qm', 'Add the lists');
    return folder;
  }

  /** Runs the pipeline of a repository. The shell runs its jobs in the folder itself, so that they share their files. */
  async function run(folder: string): Promise<{ readonly code: number | null; readonly log: string }> {
    const { NODE_COMPILE_CACHE: cache = '' } = process.env;
    const variables = {
      MAILBOX_REPORT: program,
      ENTRA_ID_TOKEN: token,
      CI_PIPELINE_SOURCE: 'schedule',
      GITLAB_CI: 'true',
      CI_PROJECT_DIR: folder,
      NODE_COMPILE_CACHE: cache,
    };
    const child = spawn(
      process.execPath,
      [
        path.join(ROOT, 'node_modules', 'gitlab-ci-local', 'dist', 'index.js'),
        '--force-shell-executor',
        '--home',
        home,
        ...Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`]),
      ],
      {
        cwd: folder,
        env: { PATH: `${path.join(home, 'bin')}:${process.env.PATH}`, HOME: home, NODE_COMPILE_CACHE: cache },
      },
    );
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += String(chunk)));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('close', resolve).once('error', reject);
    });
    return { code, log };
  }

  /** The names of the mailboxes are in the log, and are no commands. */
  function expectNoCommand(log: string): void {
    expect(log).toContain('section_start:1:owned');
    expect(log).not.toMatch(/\p{Cc}(?:\[0K)?section_start|##vso\[|##\[|> *::/u);
    expect(log).not.toContain(token);
  }

  test('fail for violations with a report, and compare the next run with it', async () => {
    const folder = await repository('.gitlab-ci.yml');
    const first = await run(folder);
    expect(first.code).not.toBe(0);
    expectNoCommand(first.log);
    const junit = readFileSync(path.join(folder, 'report', 'mailbox-report.junit.xml'), 'utf8');
    expect(junit).toContain('<failure');
    const page = readFileSync(path.join(folder, 'report', 'mailbox-report.html'), 'utf8');
    expect(page).toContain('https://gitlab.com/contoso/mail/-/blob/');
    const second = await run(folder);
    expect(second.code).not.toBe(0);
    expect(second.log).toMatch(/compared/i);
    expect(existsSync(path.join(folder, 'report', 'changes.csv'))).toBe(true);
  });

  test('join the shards of parallel jobs', async () => {
    const folder = await repository('sharded.gitlab-ci.yml');
    const { code, log } = await run(folder);
    expect(code).not.toBe(0);
    expectNoCommand(log);
    const csv = readFileSync(path.join(folder, 'report', 'mailbox-settings.csv'), 'utf8');
    for (const address of tenant.addresses) expect(csv).toContain(address);
  });
});
