import { evidenceOf } from '../../__tests__/history/period/evidence-files.ts';
import { mailboxesOf } from '../../__tests__/support/mailbox-rights.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { setTime } from '../fixed-time.ts';
import type { CommandStep, Recorder } from '../recorder.ts';
import type { Story } from '../story.ts';
import { organisation, signInAtTerminal } from './organisation.ts';
import { BUILT_IN, change, listOf, nightRun, POLICY } from './reports.ts';

const DAY_1 = '2026-11-02T06:00:00Z';
const DAY_2 = '2026-11-05T06:00:00Z';

async function make(recorder: Recorder): Promise<void> {
  setTime(DAY_1);
  const tenant = await organisation({ auditLog: { pendingPolls: 0 } });
  recorder.replaceOriginsOf(tenant);
  const folder = await recorder.newFolder();
  const files = {
    'mailboxes.csv': listOf(tenant),
    'policy.yml': POLICY,
    'zone.yml': 'rules: [{ id: zone, expect: { TimeZone: { const: UTC } } }]\n',
  };
  const run = (name: string, args: readonly string[], step: Omit<CommandStep, 'args' | 'folder'> = {}) =>
    recorder.command(`terminal/${name}`, { folder, args, ...step });
  try {
    await readTwice(recorder, tenant, run, files);
    await askReports(tenant, run);
    await askEvidence(run);
    await askIncident(tenant, run);
    await checkSetUp(tenant, run);
  } finally {
    await tenant.close();
  }
}

type Run = (name: string, args: readonly string[], step?: Omit<CommandStep, 'args' | 'folder'>) => Promise<unknown>;

/** Reports of two days, at the terminal and in the workflow, and a sharded one. */
async function readTwice(
  recorder: Recorder,
  tenant: Tenant,
  run: Run,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const [address = '', , third = ''] = mailboxesOf(tenant);
  const list = ['--mailboxes', 'mailboxes.csv', '--max-unreadable', '100%'];
  const all = [...list, '--report', ...BUILT_IN, '--policy', 'policy.yml', '--formats', 'json'];
  const inputs = {
    mailboxes: 'mailboxes.csv',
    report: BUILT_IN.join('\n'),
    policy: 'policy.yml',
    'max-unreadable': '100%',
  };
  const { args, env } = await signInAtTerminal(tenant);
  await run('report', ['report', ...args, ...all, '--output-directory', 'day-1', '--summary-file', 'summary.md'], {
    files,
    env,
  });
  await run('report-one-mailbox', ['report', address, ...args, '--report', 'mailbox-settings', 'inbox-rules'], { env });
  await nightRun(recorder, tenant, 'terminal/artifact-1', { inputs, files });
  change(tenant);
  const values = { Identity: third, ForwardingSmtpAddress: 'smtp:new@mail.example' };
  tenant.audit({
    time: Date.parse('2026-11-03T09:30:00Z'),
    operation: 'Set-Mailbox',
    actor: 'eve@contoso.com',
    data: { Parameters: Object.entries(values).map(([Name, Value]) => ({ Name, Value })) },
  });
  setTime(DAY_2);
  await nightRun(recorder, tenant, 'terminal/artifact-2', { inputs, files });
  const later = await signInAtTerminal(tenant);
  await run(
    'report-json',
    ['report', ...later.args, ...all, '--output-directory', 'day-2', '--compare', 'day-1', '--json', '--verbose'],
    { env: later.env },
  );
  for (const shard of ['1', '2']) {
    const output = ['--output-directory', `shards/${shard}`, '--formats', 'json'];
    await run(`report-shard-${shard}`, ['report', ...later.args, ...list, '--shard', `${shard}/2`, ...output], {
      env: later.env,
    });
  }
  await run('merge-too-few', ['merge', 'shards/1', '--policy', 'zone.yml', '--output-directory', 'merged-too-few']);
  await run('merge', [
    'merge',
    'shards',
    '--policy',
    'zone.yml',
    '--max-unreadable',
    '100%',
    '--output-directory',
    'merged',
  ]);
}

/** The commands that read reports. */
async function askReports(tenant: Tenant, run: Run): Promise<void> {
  const [first = '', second = '', third = ''] = mailboxesOf(tenant);
  await run('compare', ['compare', 'day-1', 'day-2']);
  await run('compare-csv', ['compare', 'day-1', 'day-2', '--format', 'csv']);
  await run('compare-equal', ['compare', 'day-1', 'day-1']);
  await run('access-of-person', ['access', 'day-1', second]);
  await run('access-to-mailbox', ['access', 'day-1', first, '--mailbox']);
  await run('access-to-mailbox-csv', ['access', 'day-1', '--mailbox', first, '--format', 'csv']);
  await run('access-of-application', ['access', 'day-1', '--application', 'Backup']);
  await run('route', ['route', first, 'day-1']);
  await run('route-part-csv', ['route', '@contoso.onmicrosoft.com', 'day-1', '--format', 'csv']);
  await run('route-of-no-address', ['route', 'nobody@nowhere.example', 'day-1']);
  await run('history', ['history', third, '.']);
  await run('history-csv', ['history', third, '.', '--format', 'csv']);
  await run('history-target', ['history', '.', '--target', 'mail.example', '--json']);
  const { args, env } = await signInAtTerminal(tenant);
  await run('route-now', ['route', second, ...args, '--json'], { env });
  await run('leaver', ['leaver', second, ...args, '--policy-file', 'leaver.yml', '--reply', 'I left.'], { env });
  await run('leaver-nobody', ['leaver', 'nobody@contoso.com', ...args], { env });
  const github = { GITHUB_API_URL: tenant.githubUrl, GH_TOKEN: tenant.githubAccountToken };
  const repository = ['--repository', 'contoso/mailboxes'];
  await run('history-of-artifacts', ['history', third, ...repository, '--audit', ...args], {
    env: { ...env, ...github },
  });
  await run('history-of-artifacts-json', ['history', first, ...repository, '--json'], { env: github });
  await run('baseline-update', ['baseline', 'update', 'day-1']);
  await run('baseline-prune', ['baseline', 'prune', 'day-2']);
  const register = ['--register', 'grants.csv'];
  await run('register-unusable', ['register', 'prune', 'day-1', '--register', 'mailboxes.csv']);
  await run('register-update', ['register', 'update', 'day-1', ...register, '--owner', third]);
  await run('register-prune', ['register', 'prune', 'day-2', ...register]);
  await run('register-review', ['register', 'review', ...register, '--due', '2030-12-31', '--markdown', '.']);
  await run('rehearse', [
    'rehearse',
    'day-1',
    '--policy',
    'zone.yml',
    '--mailboxes',
    'mailboxes.csv',
    '--summary-file',
    'rehearsal.md',
  ]);
  await run('rehearse-new', [
    'rehearse',
    'day-1',
    '--policy',
    'policy.yml',
    '--base-policy',
    'zone.yml',
    '--fail-on',
    'new',
  ]);
  await run('rehearse-artifact-json', ['rehearse', '--policy', 'zone.yml', ...repository, '--json'], { env: github });
  await run('rehearse-with-baseline', ['rehearse', 'day-2', '--policy', 'policy.yml', '--baseline', 'baseline.csv']);
  await run('verify', ['verify', 'day-1', '--policy', 'policy.yml']);
  await run('verify-differs-json', ['verify', 'day-2', '--policy', 'zone.yml', '--json']);
  await run('validate', [
    'validate',
    '--mailboxes',
    'mailboxes.csv',
    '--policy',
    'policy.yml',
    '--baseline',
    'baseline.csv',
  ]);
  await run(
    'validate-json',
    ['validate', '--mailboxes', 'bad.txt', '--policy', 'bad.yml', '--report', 'bad-report.yml', '--json'],
    {
      files: {
        'bad.txt': 'adele@contoso.com\nAdele Vance\nadele@contoso.com\n',
        'bad.yml': 'rules:\n  - { id: a, expect: { Zone: { const: 1 } } }\n  - { id: a, report: x, expcet: {} }\n',
        'bad-report.yml': 'name: bad\ncolumns: { Zone: "timeZone[" }\n',
      },
    },
  );
}

/** Of a control that is not met on the first day, and of a day without a run. */
async function askEvidence(run: Run): Promise<void> {
  const exception = { rule: 'rule-6.1.2', mailboxes: 2, items: null, expires: '2027-01-31' };
  const exceptions = [{ ...exception, reason: '=Migration | <b>', owner: 'messaging@contoso.com' }];
  const files = {
    'first-evidence.json': evidenceOf({ started: DAY_1, results: { '6.1.2': 'not-met' }, run: { id: '41' } }),
    'second-evidence.json': evidenceOf({ started: DAY_2, policy: 'b'.repeat(64), exceptions, run: { id: '42' } }),
    'foreign-evidence.json': evidenceOf({ started: DAY_2, tenant: 'another', run: { id: '43' } }),
  };
  const asked = ['evidence', '.', '--from', '2026-11-02', '--to', '2026-11-05', '--every', 'weekday'];
  await run('evidence', asked, { files });
  await run('evidence-markdown', [...asked, '--format', 'markdown']);
  await run('evidence-csv', [...asked, '--format', 'csv']);
  await run('evidence-json', [...asked, '--json', '--control', '6.1.2']);
}

/** About the mailbox that forwards since the second day, about one that no report and no account has, and with reports of nobody. */
async function askIncident(tenant: Tenant, run: Run): Promise<void> {
  const { args, env } = await signInAtTerminal(tenant);
  const [first = '', , third = ''] = mailboxesOf(tenant);
  await run('incident', ['incident', third, '.', ...args, '--output-directory', 'incident'], { env });
  const alone = ['--no-audit', '--output-directory', 'incident-alone', '--json'];
  await run('incident-json', ['incident', first, 'incident', ...args, ...alone], { env });
  await run('incident-nobody', ['incident', 'nobody@contoso.com', '.', ...args, '--json'], { env });
}

/** The commands about the set-up. */
async function checkSetUp(tenant: Tenant, run: Run): Promise<void> {
  const { args, env } = await signInAtTerminal(tenant);
  const [mailbox = ''] = mailboxesOf(tenant);
  const reports = ['--report', 'mailbox-settings', 'client-access', 'accounts'];
  await run('doctor', ['doctor', ...args, '--mailbox', mailbox, ...reports, '--policy', 'policy.yml'], { env });
  await run('doctor-json', ['doctor', ...args, '--mailboxes', 'all', '--unlisted', '--json'], { env });
  await run('doctor-federated', [
    'doctor',
    ...args.slice(0, 4),
    '--credential',
    'federated',
    '--repository',
    'contoso/mailboxes',
  ]);
  await run('doctor-probe', ['doctor', ...args, '--mailboxes', 'mailboxes.csv', '--probe'], { env });
  await run('smtp-test', ['smtp-test', '--host', '127.0.0.1', '--port', '9']);
  await run('smtp-test-json', ['smtp-test', '--host', '127.0.0.1', '--port', '9', '--json']);
  await run('version', ['--version']);
  await run('nothing', []);
  await run('unknown-command', ['reprot']);
  await run('unknown-option', ['report', '--polcy', 'policy.yml']);
}

const REPORT_ACTION = 'report action';

export const terminal: Story = {
  name: 'terminal',
  runs: {
    report: 'report',
    'report-one-mailbox': 'report',
    'artifact-1': REPORT_ACTION,
    'artifact-2': REPORT_ACTION,
    'report-json': 'report',
    'report-shard-1': 'report',
    'report-shard-2': 'report',
    'merge-too-few': 'merge',
    merge: 'merge',
    compare: 'compare',
    'compare-csv': 'compare',
    'compare-equal': 'compare',
    'access-of-person': 'access',
    'access-to-mailbox': 'access',
    'access-to-mailbox-csv': 'access',
    'access-of-application': 'access',
    route: 'route',
    'route-part-csv': 'route',
    'route-of-no-address': 'route',
    'route-now': 'route',
    leaver: 'leaver',
    'leaver-nobody': 'leaver',
    history: 'history',
    'history-csv': 'history',
    'history-target': 'history',
    'history-of-artifacts': 'history',
    'history-of-artifacts-json': 'history',
    evidence: 'evidence',
    'evidence-markdown': 'evidence',
    'evidence-csv': 'evidence',
    'evidence-json': 'evidence',
    incident: 'incident',
    'incident-json': 'incident',
    'incident-nobody': 'incident',
    'baseline-update': 'baseline update',
    'baseline-prune': 'baseline prune',
    'register-unusable': 'register prune',
    'register-update': 'register update',
    'register-prune': 'register prune',
    'register-review': 'register review',
    rehearse: 'rehearse',
    'rehearse-new': 'rehearse',
    'rehearse-artifact-json': 'rehearse',
    'rehearse-with-baseline': 'rehearse',
    verify: 'verify',
    'verify-differs-json': 'verify',
    validate: 'validate',
    'validate-json': 'validate',
    doctor: 'doctor',
    'doctor-json': 'doctor',
    'doctor-federated': 'doctor',
    'doctor-probe': 'doctor',
    'smtp-test': 'smtp-test',
    'smtp-test-json': 'smtp-test',
    version: '--version',
    nothing: '',
    'unknown-command': '',
    'unknown-option': 'report',
  },
  codes: ['PERSON_NOT_FOUND', 'REGISTER_FILE'],
  make,
};
