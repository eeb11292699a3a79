import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { now, setTime } from '../fixed-time.ts';
import type { ActionStep, Recorder } from '../recorder.ts';
import type { Story } from '../story.ts';
import { signIn, SUBJECT } from './organisation.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const LIST = 'adele@contoso.com\nbob@contoso.com\n';
const UTC_RULE = '{ id: zone, expect: { TimeZone: { const: UTC } } }';

function policy(...rules: readonly string[]): Files {
  return { 'list.txt': LIST, 'policy.yml': `rules:\n${rules.map((rule) => `  - ${rule}\n`).join('')}` };
}

function exemption(text: string): Files {
  const { 'policy.yml': rules } = policy(UTC_RULE);
  return { 'list.txt': LIST, 'policy.yml': `${String(rules)}exemptions:\n  - ${text}\n` };
}

/** Files that `validate` finds fault with, by the code; lists are `list.*`. */
const OFFLINE: Readonly<Record<string, Files>> = {
  REPORT_FILE: {
    'report.yml': 'name: rules\nsource: exchange\nrequest: { cmdlet: Remove-InboxRule }\ncolumns: { A: Nam }\n',
  },
  REPORT_NAME_TAKEN: {
    'report.yml': 'name: zones\nrequest: { path: mailboxSettings }\ncolumns: { Zone: timeZone }\n',
    'other-report.yml': 'name: zones\nrequest: { path: mailboxSettings }\ncolumns: { Zone: timeZone }\n',
  },
  TYPE_MISSING: {
    'report.yml': 'name: zones\nrequest: { path: mailboxSettings }\ncolumns: { Zone: timeZone }\n',
    ...policy("{ id: zone, report: zones, expect: { Zone: { pattern: '^W' } } }"),
  },
  LIST_OUTSIDE_WORKSPACE: { 'mailbox-report.yml': 'mailboxes: ../list.txt\n' },
  LIST_NOT_FOUND: { 'mailbox-report.yml': 'mailboxes: lst.txt\n', 'list.txt': LIST },
  LIST_IS_DIRECTORY: { 'mailbox-report.yml': 'mailboxes: lists\n', 'lists/a.txt': LIST },
  LIST_INCOMPLETE: { 'list.json': '{ "@odata.nextLink": "https://x", "value": [{ "mail": "adele@contoso.com" }] }' },
  LIST_FORMAT: { 'list.xlsx': 'PK' },
  LIST_ENCODING: { 'list.txt': Buffer.from([0x61, 0xff, 0xc3, 0x28]) },
  LIST_MALFORMED: { 'list.json': '[{ "mail": ' },
  LIST_NO_COLUMN: { 'list.csv': 'Name,Team\nAdele,Sales\n' },
  ADDRESS_MALFORMED: { 'list.txt': 'adele@contoso.com\nAdele Vance\n' },
  ADDRESS_REPEATED: { 'list.txt': `${LIST}ADELE@contoso.com\n` },
  LIST_EMPTY: { 'list.txt': '# nobody\n' },
  POLICY_FILE: policy(
    '{ id: zone, expcet: { TimeZone: { const: UTC } } }',
    '{ id: zone, expect: { Zone: { const: 1 } } }',
  ),
  EXEMPTION_EXPIRED: exemption(
    '{ rule: zone, mailboxes: [adele@*], reason: R, owner: o@contoso.com, expires: 2026-10-01 }',
  ),
  EXEMPTION_ENDS: exemption(
    '{ rule: zone, mailboxes: [adele@*], reason: R, owner: o@contoso.com, expires: 2026-11-10 }',
  ),
  EXEMPTION_UNUSED: exemption(
    '{ rule: zone, mailboxes: [eve@*], reason: R, owner: o@contoso.com, expires: 2027-11-10 }',
  ),
  EXEMPTION_BROAD: exemption(
    "{ rule: zone, mailboxes: ['*@*'], reason: R, owner: o@contoso.com, expires: 2027-11-10 }",
  ),
  EXEMPTION_FAR: exemption(
    '{ rule: zone, mailboxes: [adele@*], reason: R, owner: o@contoso.com, expires: 2099-11-10 }',
  ),
  RULE_UNUSED: policy(
    "{ id: zone, when: { MailboxName: { pattern: '^room-' } }, expect: { TimeZone: { const: UTC } } }",
  ),
  RULE_CHECKS_NOTHING: policy('{ id: zone, expect: { TimeZone: { minLength: 1 } } }'),
  NAME_COMPARED: policy(
    '{ id: crm, report: applications, expect: { CanReadMail: { type: array, items: { not: { const: CRM } } } } }',
  ),
  VALUE_UNDOCUMENTED: policy(
    '{ id: r, report: mailbox-permissions, expect: { Right: { not: { const: Everything } } } }',
  ),
  BLANK_CELLS: policy('{ id: format, expect: { DateFormat: { not: { pattern: M/d } } } }'),
  CATALOGUE_FILE: {
    ...policy('{ id: zone, expect: { TimeZone: { const: UTC } }, controls: controls/own.yml/1 }'),
    'controls/own.yml': 'title: Own\ncontrol: []\n',
  },
  BASELINE_FILE: { ...policy(UTC_RULE), 'baseline.csv': 'Rule,Mailbox\nzone,adele@contoso.com\n' },
  BASELINE_UNUSED: {
    ...policy(UTC_RULE),
    'baseline.csv': 'Rule,MailboxName,Item,Column,Found,Row,AddedOn\nzone,eve@contoso.com,,TimeZone,x,,2026-01-01\n',
  },
  CONFIG_FILE: { 'mailbox-report.yml': 'tenantid: a.b\nmailbox: list.txt\npfx: abc\nfail-on: none\n' },
};

interface Case extends Pick<ActionStep, 'inputs'>, Partial<Pick<ActionStep, 'action' | 'env' | 'files'>> {
  readonly tenant?: TenantOptions;
}

/** Runs of an action that end with an error or a warning, by the code. */
const ONLINE: Readonly<Record<string, Case>> = {
  INPUT_INVALID: { inputs: { 'fail-on': 'none' } },
  INPUT_MISSING: { inputs: { 'tenant-id': '' } },
  NOT_A_WORKFLOW: { inputs: {}, env: { GITHUB_ACTIONS: 'false' } },
  EMPTY: { inputs: { pfx: '', 'pfx-password': 'x' } },
  NOT_BASE64: { inputs: { pfx: 'P@ss: §' } },
  NOT_PFX: { inputs: { pfx: Buffer.alloc(600, 'abc').toString('base64') } },
  OIDC_UNAVAILABLE: { inputs: { credential: 'federated' }, env: { ACTIONS_ID_TOKEN_REQUEST_URL: '' } },
  OIDC_REFUSED: { inputs: {}, env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'another' } },
  MANAGED_IDENTITY_UNAVAILABLE: {
    inputs: { credential: 'managed-identity' },
    env: { IDENTITY_ENDPOINT: 'https://identity.contoso.com/msi/token', IDENTITY_HEADER: 'secret' },
  },
  OUTPUTS_UNWRITABLE: { inputs: {}, env: { GITHUB_OUTPUT: 'missing/output' } },
  AADSTS90002: { inputs: { 'tenant-id': '00000000-0000-0000-0000-00000000000f' } },
  PROXY_INVALID: { inputs: {}, env: { HTTPS_PROXY: 'http://' } },
  TLS_UNVERIFIED: { inputs: {}, env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } },
  GRAPH_DENIED: { inputs: { mailboxes: 'all' }, tenant: { roles: [] } },
  EXCHANGE_DENIED: { inputs: { report: 'client-access' }, tenant: { exchange: { directoryRoles: [] } } },
  'names-concealed': {
    inputs: { report: 'mailbox-usage' },
    tenant: { roles: ['Reports.Read.All'], faults: { listings: { getMailboxUsageDetail: { concealed: true } } } },
  },
  COMPARE_UNAVAILABLE: { inputs: { compare: 'required' } },
  UNLISTED: {
    inputs: { unlisted: 'fail' },
    tenant: { roles: ['MailboxSettings.Read', 'User.Read.All'], exchange: { unlisted: 2 } },
  },
  INCOMPLETE: { inputs: { mailboxes: 'other.txt' }, files: { 'other.txt': LIST } },
  SHARD_NOT_FOUND: { action: 'merge', inputs: {} },
  PLAN_FILE: {
    action: 'remediate',
    inputs: { mode: 'apply', 'plan-file': 'plan.json', 'plan-digest': '0'.repeat(64), policy: 'policy.yml' },
  },
  UNDO_FILE: {
    action: 'remediate',
    inputs: { mode: 'plan', 'undo-file': 'undo.json', mailboxes: '' },
    files: { 'undo.json': '{}' },
  },
  SET_CONFLICT: {
    action: 'remediate',
    inputs: { policy: 'policy.yml' },
    files: policy(
      '{ id: a, expect: { DateFormat: { const: yyyy-MM-dd } }, set: { dateFormat: yyyy-MM-dd } }',
      '{ id: b, expect: { DateFormat: { const: dd-MMM-yy } }, set: { dateFormat: dd-MMM-yy } }',
    ),
    tenant: { roles: ['MailboxSettings.ReadWrite', 'User.Read.All'] },
  },
  SET_REFUSED: {
    action: 'remediate',
    inputs: { policy: 'policy.yml' },
    files: policy('{ id: a, expect: { DateFormat: { const: yyyy-MM-dd } }, set: { dateFormat: dd-MMM-yy } }'),
    tenant: { roles: ['MailboxSettings.ReadWrite', 'User.Read.All'] },
  },
  OUTPUT_UNWRITABLE: { inputs: { 'output-directory': 'list.txt/reports' } },
  ARTIFACT_NAME_TAKEN: { inputs: { 'artifact-name': 'taken' }, tenant: { artifacts: { taken: ['taken'] } } },
  ARTIFACT_FAILED: { inputs: { 'artifact-name': 'a' }, tenant: { artifacts: { fail: 'create' } } },
  ARTIFACT_UNAVAILABLE: { inputs: { 'artifact-name': 'a' }, env: { ACTIONS_RUNTIME_TOKEN: '' } },
  ARTIFACT_GHES: { inputs: { 'artifact-name': 'a' }, env: { GITHUB_SERVER_URL: 'https://ghes.example' } },
};

/** Commands that fail, by the code. */
const COMMANDS: Readonly<
  Record<
    string,
    { readonly args: readonly string[]; readonly files?: Files; readonly env?: Readonly<Record<string, string>> }
  >
> = {
  ASSERTION_UNUSABLE: { args: ['report', ...ids(), '--assertion-env', 'A', 'a@contoso.com'], env: { A: 'no token' } },
  ACCESS_TOKEN_UNUSABLE: { args: ['report', '--access-token-env', 'A', 'a@contoso.com'], env: { A: 'no token' } },
  PFX_UNREADABLE: { args: ['report', ...ids(), '--pfx', 'missing.pfx', 'a@contoso.com'] },
  NO_TERMINAL: { args: ['report', ...ids(), '--pfx', 'app.pfx', 'a@contoso.com'], files: { 'app.pfx': 'x' } },
  OUTPUT_FOLDER: {
    args: ['report', ...ids(), '--pfx', 'app.pfx', 'a@contoso.com', '--output-directory', '.'],
    files: { 'app.pfx': 'x', 'notes.txt': 'mine' },
    env: { MAILBOX_REPORT_PFX_PASSWORD: 'x' },
  },
  REPORT_UNREADABLE: { args: ['compare', 'a.zip', 'b.zip'], files: { 'a.zip': 'no zip', 'b.zip': 'no zip' } },
  NAME_INVALID: { args: ['certificate', '--password-file', '--name', ''] },
  DATES_INVALID: { args: ['certificate', '--not-after', '2020-01-31'] },
  FILE_EXISTS: { args: ['certificate', '--password-file'], files: { 'mailbox-report.pfx': 'x' } },
  FILE_UNWRITABLE: { args: ['certificate', '--password-file', '--directory', 'file'], files: { file: 'x' } },
  SMTP_UNREACHABLE: { args: ['smtp-test', '--host', '127.0.0.1', '--port', '9'] },
  SETUP_SIGN_IN: {
    args: ['setup', '--yes', '--tenant-id', 'contoso.com', '--terminal', '--access-token-env', 'A'],
    env: { A: 'no token' },
  },
};

function ids(): readonly string[] {
  return ['--tenant-id', 'contoso.com', '--client-id', 'b8e2d7c4-13a5-4f60-8d9b-2c7e5a914f33'];
}

async function make(recorder: Recorder): Promise<void> {
  setTime('2026-11-02T06:00:00Z');
  for (const [code, files] of Object.entries(OFFLINE)) {
    await recorder.command(`errors/validate-${code}`, { args: ['validate', ...optionsFor(files), '--json'], files });
    await recorder.command(`errors/validate-${code}/text`, { args: ['validate', ...optionsFor(files)], files });
  }
  for (const [code, { args, ...step }] of Object.entries(COMMANDS)) {
    await recorder.command(`errors/${code}`, { args, ...step });
  }
  for (const [code, one] of Object.entries(ONLINE)) await runOnline(recorder, code, one);
}

/** The options that name the files. */
function optionsFor(files: Files): readonly string[] {
  if ('mailbox-report.yml' in files) return [];
  return Object.keys(files).flatMap((file) => {
    if (file.startsWith('list.')) return ['--mailboxes', file];
    if (file.endsWith('report.yml')) return ['--report', file];
    return file === 'policy.yml' ? ['--policy', file] : ['--baseline', file];
  });
}

async function runOnline(
  recorder: Recorder,
  code: string,
  { action = 'report', tenant: options, ...step }: Case,
): Promise<void> {
  const tenant = await smallTenant(options);
  recorder.replaceOriginsOf(tenant);
  const { inputs, env } = signIn(tenant);
  const usual = { 'artifact-name': '', formats: 'csv', compare: 'off', 'github-token': tenant.githubToken };
  const ofAction = {
    report: { ...inputs, ...usual, mailboxes: 'list.txt' },
    remediate: { ...inputs, mailboxes: 'list.txt', 'artifact-name': '', 'max-unreadable': '100%' },
    merge: { formats: 'csv', 'github-token': tenant.githubToken },
    validate: {},
  };
  const run = await tenant.startRun();
  try {
    await recorder.action(`errors/${code}`, {
      action,
      results: { runtimeToken: run.runtimeToken, resultsUrl: tenant.resultsUrl },
      env: { ...run.env, ...env, ...step.env },
      inputs: { ...ofAction[action], ...step.inputs },
      files: { 'policy.yml': `rules: [${UTC_RULE}]\n`, ...step.files, 'list.txt': tenant.addresses.join('\n') },
    });
  } finally {
    await tenant.close();
  }
}

function smallTenant(options: TenantOptions = {}): Promise<Tenant> {
  return startTenant({ mailboxes: 3, clock: now, federatedCredentials: [{ subject: SUBJECT }], ...options });
}

const RUNS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(OFFLINE).map((code) => [`validate-${code}`, 'validate'])),
  ...Object.fromEntries(Object.entries(COMMANDS).map(([code, { args }]) => [code, args[0] ?? ''])),
  ...Object.fromEntries(Object.entries(ONLINE).map(([code, { action = 'report' }]) => [code, `${action} action`])),
};

const CODES = [OFFLINE, COMMANDS, ONLINE].flatMap((cases) => Object.keys(cases)).filter((code) => /^[A-Z]/.test(code));

export const errors: Story = { name: 'errors', runs: RUNS, codes: CODES, make };
