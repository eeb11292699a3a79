import type { Tenant } from '../../tenant/tenant.ts';
import { setTime } from '../fixed-time.ts';
import type { Recorder } from '../recorder.ts';
import type { Story } from '../story.ts';
import { organisation } from './organisation.ts';
import { EXEMPTIONS, listOf, nightRun, POLICY } from './reports.ts';

const REPORTS = ['mailbox-settings', 'inbox-rules', 'mailbox-properties', 'client-access', 'mailboxes'];
const STRICT = `rules:
  - { id: zone, expect: { TimeZone: { const: UTC } } }
  - { id: external, severity: warning, expect: { AutomaticReplyExternalAudience: { const: none } } }
  - { id: usage, report: mailbox-usage, expect: { UsedGB: { maximum: 1 } } }
  - { id: no-hiding, report: inbox-rules, expect: { Hides: { const: false } } }
`;

interface PullRequest {
  readonly files: Readonly<Record<string, string>>;
  readonly base: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly isFork?: boolean;
  readonly visibility?: 'private' | 'public';
}

/** Validates the files of a pull request in a job of the repository. */
async function pullRequest(
  recorder: Recorder,
  tenant: Tenant,
  name: string,
  { files, base, inputs = {}, isFork = false, visibility = 'private' }: PullRequest,
): Promise<void> {
  const sha = tenant.commit(base);
  recorder.replace([sha, '<commit>']);
  const { env } = await tenant.startRun({ event: 'pull_request', branch: 'change', workflow: 77 });
  const repository = { id: 1, visibility };
  const event = {
    repository,
    pull_request: { base: { sha, repo: repository }, head: { sha: 'x', repo: { id: isFork ? 2 : 1 } } },
  };
  await recorder.action(`rehearsal/${name}`, {
    action: 'validate',
    inputs: {
      mailboxes: 'mailboxes.csv',
      policy: 'policy.yml',
      rehearse: 'auto',
      'github-token': tenant.githubToken,
      ...inputs,
    },
    // The file is in the workspace, which is the folder of the job.
    env: { ...env, GITHUB_EVENT_PATH: 'event.json' },
    files: { ...files, 'event.json': JSON.stringify(event) },
  });
}

async function make(recorder: Recorder): Promise<void> {
  setTime('2026-11-02T06:00:00Z');
  const tenant = await organisation();
  recorder.replaceOriginsOf(tenant);
  const base = { 'mailboxes.csv': listOf(tenant), 'policy.yml': POLICY };
  try {
    await nightRun(recorder, tenant, 'rehearsal/night', {
      inputs: {
        mailboxes: 'mailboxes.csv',
        policy: 'policy.yml',
        report: REPORTS.join('\n'),
        'max-unreadable': '100%',
      },
      files: base,
    });
    setTime('2026-11-03T06:00:00Z');
    const run = (name: string, request: PullRequest): Promise<void> => pullRequest(recorder, tenant, name, request);
    await run('unchanged', { files: base, base });
    const strict = { ...base, 'policy.yml': STRICT };
    await run('strict', { files: strict, base });
    await run('strict-fails', { files: strict, base, inputs: { 'fail-on-rehearsal': 'new', summary: 'counts' } });
    await run('strict-in-public', { files: strict, base, visibility: 'public' });
    const list = [...listOf(tenant).split('\n').slice(0, -4), 'New,new@contoso.com,Sales', ''].join('\n');
    const exempt = POLICY + EXEMPTIONS(tenant.addresses[3] ?? '');
    await run('list-and-exemptions', { files: { 'mailboxes.csv': list, 'policy.yml': exempt }, base });
    await run('fork', { files: strict, base, isFork: true });
    await run('off', { files: strict, base, inputs: { rehearse: 'off' } });
    await run('invalid', { files: { ...base, 'policy.yml': 'rules: [{ id: a }]\n' }, base });
  } finally {
    await tenant.close();
  }
}

const ACTION = 'validate action';

export const rehearsal: Story = {
  name: 'rehearsal',
  runs: {
    night: 'report action',
    unchanged: ACTION,
    strict: ACTION,
    'strict-fails': ACTION,
    'strict-in-public': ACTION,
    'list-and-exemptions': ACTION,
    fork: ACTION,
    off: ACTION,
    invalid: ACTION,
  },
  make,
};
