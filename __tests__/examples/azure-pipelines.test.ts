import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Tenant } from '../../tenant/tenant.ts';
import { describeOnPosix } from '../support/platform.ts';
import { runPipeline, type PipelineRun } from './azure-pipeline.ts';
import { exampleFile, hostileTenant, writeProgram, writeRepository } from './example-repository.ts';
import { newFolder } from '../support/new-folder.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const CONNECTION = '5a7e0c1d-0000-4000-8000-000000000001';
const SUBJECT = 'sc://contoso/mail/mailbox-report';
const REPOSITORY = 'https://dev.azure.com/contoso/mail/_git/mail';

describeOnPosix('the pipelines for Azure Pipelines, run by the rules of its agent', () => {
  const home = newFolder();
  let program: string;
  let tenant: Tenant;

  beforeAll(async () => {
    const oidc = { serviceConnection: CONNECTION, subject: SUBJECT };
    tenant = await hostileTenant({ federatedCredentials: [{ subject: SUBJECT }], oidc });
    program = writeProgram(home, tenant);
  });
  afterAll(async () => {
    await tenant.close();
  });

  function run(file: string, previous?: PipelineRun): Promise<PipelineRun> {
    return runPipeline({
      yaml: exampleFile('azure-pipelines', file),
      home,
      ...(previous && { previous }),
      checkout: (folder) => writeRepository(folder, tenant),
      secrets: { 'System.AccessToken': tenant.oidcRequestToken },
      connection: { AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: CONNECTION },
      variables: {
        mailboxReport: program,
        'System.AccessToken': tenant.oidcRequestToken,
        'System.OidcRequestUri': tenant.pipelineUrl,
        'System.CollectionUri': 'https://dev.azure.com/contoso/',
        'System.TeamProject': 'mail',
        'Build.BuildId': '12',
        'Build.SourceVersion': SHA,
        'Build.Repository.Provider': 'TfsGit',
        'Build.Repository.Name': 'mail',
        'Build.Repository.Uri': REPOSITORY,
      },
    });
  }

  /** The last job of a run that found violations. */
  function reportOf({ succeeded, jobs, artifacts }: PipelineRun) {
    const job = jobs.at(-1);
    const folder = artifacts.get('mailbox-report');
    if (job === undefined || folder === undefined) throw new Error('no report');
    expect(succeeded).toBe(false);
    expect(job.outputs['report.result']).toBe('violations');
    expect(job.testResults.join('')).toContain('<failure');
    expect(job.summaries).toHaveLength(1);
    expect(job.summaries[0]).toContain(`${REPOSITORY}?path=/mailboxes.csv&version=GC${SHA}&line=2&`);
    const errors = job.commands.filter(
      ({ name, properties }) => name === 'task.logissue' && properties.type === 'error',
    );
    expect(errors.map(({ properties }) => properties.code)).toContain('VIOLATIONS');
    return { job, csv: readFileSync(path.join(folder, 'mailbox-settings.csv'), 'utf8') };
  }

  /** The names of the mailboxes are in the log of the last job, and became no commands. */
  function expectNoCommand({ jobs }: PipelineRun): void {
    expect(jobs.at(-1)?.log.join()).toContain('section_start:1:owned');
    for (const { commands, log } of jobs) {
      expect(commands.map(({ properties }) => properties.variable)).not.toContain('owned');
      expect(log.filter((line) => /##vso|^\s*::|\p{Cc}|##\[(?!group\]|endgroup\])/u.test(line))).toEqual([]);
      expect(JSON.stringify([log, commands])).not.toContain(tenant.oidcRequestToken);
    }
  }

  test('publish a report and fail for violations, and compare the next run with it', async () => {
    const first = await run('azure-pipelines.yml');
    reportOf(first);
    expectNoCommand(first);
    const second = await run('azure-pipelines.yml', first);
    expect(reportOf(second).job.outputs).toMatchObject({ 'report.change_count': '0' });
  });

  test('join the shards of parallel jobs', async () => {
    const pipeline = await run('sharded.yml');
    expectNoCommand(pipeline);
    expect(pipeline.jobs.map(({ succeeded }) => succeeded)).toEqual([true, true, true, true, false]);
    const { csv } = reportOf(pipeline);
    for (const address of tenant.addresses) expect(csv).toContain(address);
  });
});
