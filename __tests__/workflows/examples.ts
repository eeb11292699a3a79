import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { build } from 'esbuild';
import { parseDocument, isMap, isSeq, type Document } from 'yaml';
import { ROOT } from '../../demo/runner.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { newCredential, type TestCredential } from '../support/credential.ts';
import { runWorkflow, type WorkflowRun, type WorkflowUse } from './act.ts';
import { newFolder } from '../support/new-folder.ts';
import { endpointLines } from '../../tenant/endpoints.ts';

/** Some mailboxes of a tenant violate it. */
export const POLICY = `rules:
  - id: replies-stay-inside
    title: Automatic replies reach nobody outside, or contacts only
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
`;

/** What setup writes for them. */
export const CONFIG = 'mailboxes: mailboxes.txt\npolicy: policy.yml\n';

/** Whose OIDC tokens the tenants trust. */
const SUBJECT = 'repo:contoso/mailboxes:ref:refs/heads/main';

export interface ExampleUse extends Partial<WorkflowUse> {
  /** More inputs of each step that signs in. */
  readonly inputs?: Readonly<Record<string, string>>;
}

export interface ExampleRuns {
  readonly folder: () => string;
  /** With both ways to sign in. It is closed after the test file. */
  readonly newTenant: (options?: TenantOptions) => Promise<Tenant>;
  /** The list that a tidy repository would have: the mailboxes that can be read. */
  readonly readable: (tenant: Tenant) => readonly string[];
  /** Runs a workflow for a tenant with that list and POLICY, and expects no secret in what people see. */
  readonly run: (tenant: Tenant, workflow: string, use?: ExampleUse) => Promise<WorkflowRun>;
}

/** What the tests of a file about examples share. */
export function exampleRuns(): ExampleRuns {
  const tenants: Tenant[] = [];
  let credential: TestCredential;
  const folder = newFolder();
  beforeAll(async () => {
    credential = await newCredential();
  });
  afterAll(async () => {
    await Promise.all(tenants.map((tenant) => tenant.close()));
  });
  const readable = (tenant: Tenant): readonly string[] =>
    tenant.addresses.filter((address) => tenant.expected(address).status === 'ok');
  return {
    folder: () => folder,
    newTenant: async (options = {}) => {
      const federation = { federatedCredentials: [{ subject: SUBJECT }], oidc: { subject: SUBJECT } };
      const certificates = [credential.certificate];
      const tenant = await startTenant({ mailboxes: 60, certificates, ...federation, ...options });
      tenants.push(tenant);
      return tenant;
    },
    readable,
    run: async (tenant, workflow, { inputs = {}, files, secrets, variables, env, ...use } = {}) => {
      const { pfx, password } = credential;
      const ids = { TENANT_ID: tenant.tenantId, CLIENT_ID: tenant.clientId };
      const run = await runWorkflow({
        workflow: against(tenant, workflow, inputs),
        event: 'schedule',
        files: {
          'mailboxes.txt': `${readable(tenant).join('\n')}\n`,
          'policy.yml': POLICY,
          'mailbox-report.yml': CONFIG,
          ...files,
        },
        secrets: { ...ids, PFX: pfx, PFX_PASSWORD: password, GITHUB_TOKEN: 'ghs_test', ...secrets },
        variables: { ...ids, WRITER_CLIENT_ID: tenant.clientId, ...variables },
        env: {
          ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken,
          ...env,
        },
        ...use,
      });
      const text = JSON.stringify(run);
      expect(text).not.toContain(pfx.slice(0, 60));
      expect(text).not.toContain(password);
      return run;
    },
  };
}

/** A workflow that users paste, by its name in `examples/workflows`. */
export function example(name: string): string {
  return readFileSync(path.join(ROOT, 'examples', 'workflows', `${name}.yml`), 'utf8');
}

/**
 * The same workflow against a tenant on loopback: where the action signs in, `endpoints` is added,
 * and `more` inputs where given. All else stays as users paste it.
 */
export function against(
  tenant: Pick<Tenant, 'authorityHost' | 'graphUrl'>,
  workflow: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const document = parseDocument(workflow);
  for (const inputs of inputsOfReports(document)) {
    for (const [name, value] of Object.entries({ endpoints: endpointLines(tenant), ...more })) {
      inputs.set(name, value);
    }
  }
  return document.toString();
}

function inputsOfReports(document: Document): { set(name: string, value: string): void }[] {
  const jobs = document.get('jobs');
  if (!isMap(jobs)) return [];
  return jobs.items.flatMap(({ value: job }) => {
    const steps = isMap(job) ? job.get('steps') : undefined;
    if (!isSeq(steps)) return [];
    return steps.items.flatMap((step) => {
      const inputs = isMap(step) ? step.get('with') : undefined;
      const isOfGithub = isMap(step) && String(step.get('uses')).startsWith('actions/');
      return isMap(inputs) && inputs.has('client-id') && !isOfGithub ? [inputs] : [];
    });
  });
}

/** A folder with an action of composite steps, in place of one that cannot be fetched. */
export async function standIn(home: string, inputs: readonly string[], run: string): Promise<string> {
  await mkdir(home, { recursive: true });
  const declared = inputs.map((name) => `  ${name}: { description: For a test }\n`).join('');
  const env = inputs.map((name) => `${name.replaceAll('-', '_').toUpperCase()}: '\${{ inputs.${name} }}'`).join(', ');
  await writeFile(
    path.join(home, 'action.yml'),
    `name: Replacement\ndescription: For a test\ninputs:\n${declared}runs:\n  using: composite\n` +
      `  steps:\n    - shell: bash\n      env: { ${env} }\n      run: ${JSON.stringify(run)}\n`,
  );
  return home;
}

/** In place of actions/download-artifact, which cannot be fetched. */
export async function downloader(home: string): Promise<Readonly<Record<string, string>>> {
  const inputs = ['name', 'artifact-ids', 'run-id', 'github-token', 'path'];
  return { 'actions/download-artifact@v8': await bundled(home, 'download-artifact.ts', inputs) };
}

/** In place of actions/upload-artifact, which cannot be fetched. */
export async function uploader(home: string): Promise<Readonly<Record<string, string>>> {
  return { 'actions/upload-artifact@v7': await bundled(home, 'upload-artifact.ts', ['name', 'path']) };
}

/** Writes an action of a program beside this file into a folder, and returns the folder. */
async function bundled(home: string, program: string, inputs: readonly string[]): Promise<string> {
  await build({
    entryPoints: [path.join(import.meta.dirname, program)],
    outfile: path.join(home, 'action.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  });
  const named = inputs.map((name) => `  ${name}: { description: For a test }\n`);
  await writeFile(
    path.join(home, 'action.yml'),
    `name: ${path.parse(program).name}\ndescription: For a test\ninputs:\n${named.join('')}outputs:\n` +
      '  download-path: { description: Path }\nruns: { using: node24, main: action.mjs }\n',
  );
  return home;
}
