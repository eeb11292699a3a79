import { readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { ROOT } from '../../demo/runner.ts';
import { isRecord } from '../../src/json.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';

/**
 * Writes a program into a folder that is the terminal program of this clone, instead of the one from npm, and reads a tenant: no file of
 * a repository says where tokens are sent. Returns its path.
 */
export function writeProgram(folder: string, { authorityHost, graphUrl }: Tenant): string {
  const program = path.join(folder, 'mailbox-report');
  // Pipelines write the command without quotes, and the path of the clone may have blanks.
  const command = `exec '${process.execPath}' '${path.join(ROOT, 'src', 'cli', 'main.ts')}' "$@"`;
  const report = `${command} --endpoints authority=${authorityHost} graph=${graphUrl}`;
  const script = `#!/bin/sh\nif [ "$1" = report ]; then ${report}; fi\n${command}\n`;
  writeFileSync(program, script, { mode: 0o755 });
  return program;
}

/** A name that is a command for Azure's agent, for GitHub's runner, and the start of a section for GitLab. */
export const HOSTILE =
  '##vso[task.setvariable variable=owned]yes ::add-mask::a ##[error]b \u001B[0Ksection_start:1:owned\r\u001B[0Kc';

export function exampleFile(...names: readonly string[]): string {
  return readFileSync(path.join(ROOT, 'examples', ...names), 'utf8');
}

/** A small tenant whose mailboxes all have the hostile name as their date format. */
export function hostileTenant(options: TenantOptions): Promise<Tenant> {
  const altered = [{ request: '\\$batch', set: { dateFormat: HOSTILE } }];
  return startTenant({ mailboxes: 6, certificates: [], faults: { altered }, ...options });
}

/**
 * Creates the files that an example needs in a repository: a list of the tenant's mailboxes with hostile names,
 * `mailbox-report.yml` of the examples with the IDs of the tenant, and a policy that all mailboxes violate.
 */
export async function writeRepository(folder: string, tenant: Tenant): Promise<void> {
  const { tenantId, clientId } = tenant;
  const example: unknown = parse(exampleFile('mailbox-report.yml'));
  const config = {
    ...(isRecord(example) ? example : {}),
    'tenant-id': tenantId,
    'client-id': clientId,
    mailboxes: 'mailboxes.csv',
  };
  const name = `"${HOSTILE.replaceAll('"', '""')}"`;
  const rows = tenant.addresses.map((address) => `${address},${name}\n`).join('');
  const files = {
    'mailbox-report.yml': stringify(config),
    'mailboxes.csv': `UserPrincipalName,DisplayName\n${rows}`,
    'policy.yml': stringify({
      rules: [
        {
          id: 'iso',
          title: 'Date format',
          report: 'mailbox-settings',
          expect: { DateFormat: { const: 'yyyy-MM-dd' } },
        },
      ],
    }),
  };
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
}
