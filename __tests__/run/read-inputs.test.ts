import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { isRecord } from '../../src/json.ts';
import { CONFIG_SCHEMA } from '../../src/run/config-file.ts';
import { inputVariable } from '../../src/run/input-readers.ts';
import { defaultOf, inputsOf, type ActionName } from '../../src/run/inputs.ts';
import { readInputs, readReportInputs, secretInputs, settingsOf } from '../../src/run/read-inputs.ts';
import { readValidateInputs } from '../../src/actions/validate.ts';
import { actionInterface } from '../docs/action-yml.ts';
import { fixedBytes } from '../support/fixed-bytes.ts';

const needed = {
  'INPUT_TENANT-ID': '5f5f1dc2-4f2f-4c3b-9d43-000000000001',
  'INPUT_CLIENT-ID': '5F5F1DC2-4f2f-4c3b-9d43-000000000002',
  INPUT_PFX: 'MIIK',
  INPUT_MAILBOXES: 'mailboxes.txt',
};

const readWith = (inputs: Record<string, string | undefined>) => readReportInputs({ ...needed, ...inputs });

function errorOf(inputs: Record<string, string>): UserError {
  try {
    readWith(inputs);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

test('tokens for Exchange Online are for the resource of the cloud, or for the URL that is given', () => {
  const china = { exchangeUrl: 'https://outlook.office365.cn', exchangeAudience: 'https://partner.outlook.cn' };
  expect(readWith({ INPUT_CLOUD: 'china' })).toMatchObject(china);
  const given = readWith({ INPUT_CLOUD: 'china', INPUT_ENDPOINTS: 'exchange=https://partner.outlook.cn/' });
  expect(given).toMatchObject({ ...china, exchangeUrl: 'https://partner.outlook.cn' });
});

describe('defaults', () => {
  test('apply to omitted and to blank inputs', () => {
    const blank = Object.fromEntries(
      [
        'cloud',
        'endpoints',
        'credential',
        'report',
        'internal-domains',
        'max-unreadable',
        'csv',
        'summary',
        'formats',
      ].map((name) => [inputVariable(name), ' ']),
    );
    for (const inputs of [readWith({}), readWith(blank)]) {
      expect(inputs).toMatchObject({
        authorityHost: 'https://login.microsoftonline.com',
        graphUrl: 'https://graph.microsoft.com',
        mailboxes: { all: false, lists: ['mailboxes.txt'] },
        report: ['mailbox-settings'],
        internalDomains: undefined,
        maxUnreadable: undefined,
        artifactName: 'mailbox-report',
        csv: { bom: true, delimiter: ',' },
        summary: 'full',
      });
      expect(inputs.retentionDays).toBeUndefined();
      expect(inputs.outputDirectory).toBeUndefined();
      expect(inputs.addressColumn).toBeUndefined();
    }
  });
});

const CONFIG_KEYS = isRecord(CONFIG_SCHEMA.properties) ? Object.keys(CONFIG_SCHEMA.properties) : [];

const ACTIONS: readonly (readonly [ActionName, string])[] = [
  ['report', 'action.yml'],
  ['validate', 'validate/action.yml'],
  ['merge', 'merge/action.yml'],
  ['remediate', 'remediate/action.yml'],
];

describe('the table of inputs', () => {
  test.each(ACTIONS)('has the names and defaults of the action %s, but for what its config can set', (action, file) => {
    const hasConfig = inputsOf(action).some(([name]) => name === 'config');
    const rows = inputsOf(action).map(([name, row]) => {
      const isEmpty = hasConfig && CONFIG_KEYS.includes(name) && name !== 'artifact-name';
      return [name, isEmpty ? '' : defaultOf(row, action)];
    });
    const inputs = actionInterface(file).inputs.map(({ name, default: usual }) => [name, usual]);
    expect(rows.sort()).toEqual(inputs.sort());
  });

  test('has the order of action.yml', () => {
    expect(inputsOf('report').map(([name]) => name)).toEqual(actionInterface().inputs.map(({ name }) => name));
  });

  test('has the values that an input can have', () => {
    const rows = inputsOf('report').flatMap(([name, { read }]) =>
      read?.choices ? [[name, read.choices] as const] : [],
    );
    for (const [name, choices] of rows) {
      for (const value of choices) expect(readWith({ [inputVariable(name)]: value })).toBeDefined();
      const listed = choices.map((value) => `"${value}"`).join(', ');
      expect(errorOf({ [inputVariable(name)]: 'x' }).hint).toContain(listed);
    }
  });

  test.each(ACTIONS)('lets reports be separated by commas in the action %s', (action) => {
    const inputs = readInputs({ ...needed, INPUT_REPORT: 'inbox-rules, Folders\nreports/a, b.yml' }, action);
    expect(inputs.report).toEqual(['inbox-rules', 'Folders', 'reports/a, b.yml']);
  });

  test('decides what the log shows, for each action alike', () => {
    const set = {
      INPUT_POLICY: 'policy.yml',
      'INPUT_FAIL-ON': 'Warning',
      'INPUT_MAX-UNREADABLE': '2.5 %',
      'INPUT_ARTIFACT-NAME': '',
      'INPUT_GITHUB-TOKEN': 'hidden',
      INPUT_FORMATS: 'json',
    };
    const merge = {
      policy: 'policy.yml',
      'fail-on': 'warning',
      'max-unreadable': '2.5%',
      compare: 'auto',
      'artifact-name': '',
    };
    expect(settingsOf(readInputs(set, 'merge'), 'merge')).toEqual(merge);
    const env = { ...needed, ...set, INPUT_MAILBOXES: 'a.txt\nb.csv', 'INPUT_CLIENT-ID': needed['INPUT_TENANT-ID'] };
    expect(settingsOf(readReportInputs(env), 'report')).toEqual({
      ...merge,
      'tenant-id': needed['INPUT_TENANT-ID'],
      'client-id': needed['INPUT_TENANT-ID'],
      credential: 'certificate',
      endpoints:
        'authority=https://login.microsoftonline.com, graph=https://graph.microsoft.com, exchange=https://outlook.office365.com',
      mailboxes: 'a.txt, b.csv',
      report: 'mailbox-settings',
    });
  });

  test('shows in the log neither defaults nor what has no effect', () => {
    expect(settingsOf(readInputs({ 'INPUT_FAIL-ON': 'never' }, 'merge'), 'merge')).toEqual({
      'max-unreadable': 'auto',
      compare: 'auto',
    });
  });

  test('names only inputs as those without which others have no effect', () => {
    const names = new Set(inputsOf('report').map(([name]) => name));
    for (const [, row] of inputsOf('report')) expect(row.with === undefined || names.has(row.with)).toBe(true);
  });
});

describe('valid values', () => {
  test.each([
    ['tenant-id', 'contoso.onmicrosoft.com', { tenantId: 'contoso.onmicrosoft.com' }],
    ['cloud', 'China', { graphUrl: 'https://microsoftgraph.chinacloudapi.cn' }],
    [
      'cloud',
      'usgov-dod',
      { authorityHost: 'https://login.microsoftonline.us', graphUrl: 'https://dod-graph.microsoft.us' },
    ],
    ['endpoints', 'graph=http://127.0.0.1:8080/', { graphUrl: 'http://127.0.0.1:8080' }],
    ['endpoints', 'graph = http://[::1]:8080', { graphUrl: 'http://[::1]:8080' }],
    [
      'endpoints',
      'authority=http://localhost:1\n\n exchange=https://x.example/ ',
      {
        authorityHost: 'http://localhost:1',
        graphUrl: 'https://graph.microsoft.com',
        exchangeUrl: 'https://x.example',
        exchangeAudience: 'https://x.example',
      },
    ],
    ['mailboxes', ' a.txt \r\n\n b/*.csv\n', { mailboxes: { all: false, lists: ['a.txt', 'b/*.csv'] } }],
    ['mailboxes', ' All ', { mailboxes: { all: true, lists: [] } }],
    ['mailboxes', 'a.txt\nall\n./all', { mailboxes: { all: true, lists: ['a.txt', './all'] } }],
    ['report', 'inbox-rules, Folders,reports/a.yml', { report: ['inbox-rules', 'Folders', 'reports/a.yml'] }],
    ['report', ' inbox-rules\r\n\n reports/a, b.yml\n', { report: ['inbox-rules', 'reports/a, b.yml'] }],
    ['max-unreadable', '12', { maxUnreadable: { kind: 'count', most: 12 } }],
    ['max-unreadable', 'AUTO', { maxUnreadable: undefined }],
    ['max-unreadable', '2.5 %', { maxUnreadable: { kind: 'percent', most: 2.5 } }],
    ['artifact-name', '', { artifactName: undefined }],
    ['artifact-name', 'report for contoso', { artifactName: 'report for contoso' }],
    ['retention-days', '30', { retentionDays: 30 }],
    ['retention-days', '0', { retentionDays: undefined }],
    ['csv', 'Plain', { csv: { bom: false, delimiter: ',' } }],
    ['csv', 'excel-semicolon', { csv: { bom: true, delimiter: ';' } }],
    ['fail-on', 'Warning', { failOn: 'warning' }],
    ['summary', 'counts', { summary: 'counts' }],
    [
      'pfx-password',
      '  blanks are part of it ',
      { credential: { kind: 'certificate', pfx: 'MIIK', pfxPassword: '  blanks are part of it ' } },
    ],
    ['credential', 'Federated', { credential: { kind: 'federated', audience: 'api://AzureADTokenExchange' } }],
  ])('are accepted for %s: %j', (name, value, inputs) => {
    expect(readWith({ [inputVariable(name)]: value })).toMatchObject(inputs);
  });
});

test('of internal-domains may be separated by lines or commas', () => {
  const { internalDomains } = readWith({ 'INPUT_INTERNAL-DOMAINS': 'Contoso.com, @fabrikam.com\n*.example.org' });
  const inside = ['contoso.com', 'mail.contoso.com', 'fabrikam.com', 'example.org'];
  expect(inside.map((domain) => internalDomains?.has(domain))).toEqual([true, true, true, true]);
  expect(internalDomains?.has('contoso.org')).toBe(false);
});

test.each([
  ['usgov', 'api://AzureADTokenExchangeUSGov'],
  ['usgov-dod', 'api://AzureADTokenExchangeUSGov'],
  ['china', 'api://AzureADTokenExchangeChina'],
])('of federated sign-in to %s need no PFX and use the audience of the cloud', (cloud, audience) => {
  const { credential } = readWith({ INPUT_CREDENTIAL: 'federated', INPUT_CLOUD: cloud, INPUT_PFX: '' });
  expect(credential).toEqual({ kind: 'federated', audience });
});

describe('credential: auto', () => {
  const TOKEN = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.actions.example/token' };
  const kindWith = (env: Record<string, string | undefined>) => readWith({ INPUT_PFX: '', ...env }).credential.kind;

  test('is the certificate if there is one, even if the CI offers a token', () => {
    expect(kindWith({ ...TOKEN, INPUT_PFX: 'MIIK', 'INPUT_PFX-PASSWORD': 'x' })).toBe('certificate');
  });

  test.each([
    TOKEN,
    { SYSTEM_OIDCREQUESTURI: 'https://dev.azure.example' },
    { AZURE_FEDERATED_TOKEN_FILE: '/token' },
    { 'INPUT_ASSERTION-ENV': 'ID_TOKEN' },
  ])('is federated if there is a token: %j', (env) => {
    expect(kindWith({ INPUT_CREDENTIAL: 'auto', ...env })).toBe('federated');
  });

  test('is an error about the secret if only the password is set, as in a run of a fork', () => {
    const error = thrownBy(() => kindWith({ ...TOKEN, 'INPUT_PFX-PASSWORD': 'x' }));
    expect(error).toMatchObject({ code: 'EMPTY', message: expect.stringContaining('"pfx"') });
    expect(error).toMatchObject({ hint: expect.stringContaining('fork') });
  });

  test('is never a managed identity, and an error that names the three ways if there is nothing', () => {
    const azure = { IDENTITY_ENDPOINT: 'http://127.0.0.1:1', IDENTITY_HEADER: 'x', MSI_ENDPOINT: 'http://127.0.0.1:1' };
    const error = thrownBy(() => kindWith(azure));
    expect(error).toMatchObject({
      code: 'INPUT_MISSING',
      hint: expect.stringMatching(/federated.*certificate.*managed/s),
    });
  });
});

describe('an error about an input', () => {
  test.each([
    ['tenant-id', ['"with:"', '"config"', 'fork']],
    ['client-id', ['"with:"', '"config"', 'fork']],
    ['mailboxes', ['"all"', 'lists', '"config"']],
  ])('says that %s is empty, and how it can be set', (name, ways) => {
    const error = errorOf({ [inputVariable(name)]: '' });
    expect(error).toMatchObject({ code: 'INPUT_MISSING', message: `The input "${name}" is empty.` });
    for (const way of ways) expect(error.hint).toContain(way);
  });

  test.each([
    ['mailbox-column', 'UPN', 'address-column'],
    ['mailbox-columns', 'Department', 'extra-columns'],
    ['csv-bom', 'true', 'csv'],
    ['csv-delimiter', ',', 'csv'],
    ['retirements', 'off', undefined],
    ['concurrency', 'auto', undefined],
    ['authority-host', 'https://login.microsoftonline.com', 'endpoints'],
    ['graph-url', 'https://graph.microsoft.com', 'endpoints'],
    ['exchange-url', 'https://outlook.office365.com', 'endpoints'],
    ['unlisted', 'Include', 'mailboxes'],
  ])('says in each action what replaces %s: %s', (name, value, replacement) => {
    for (const [action] of ACTIONS) {
      const error = thrownBy(() => readInputs({ ...needed, [inputVariable(name)]: value }, action));
      const hint = expect.stringContaining(replacement === undefined ? 'remove it' : `Use "${replacement}" instead`);
      expect(error).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining(`"${name}"`), hint });
    }
    expect(() => readWith({ [inputVariable(name)]: ' ' })).not.toThrow();
  });

  test.each([
    ['tenant-id', 'my tenant', 'Directory (tenant) ID'],
    ['tenant-id', 'common', 'Directory (tenant) ID'],
    ['client-id', 'contoso.com', 'Application (client) ID'],
    ['credential', 'password', '"certificate"'],
    ['cloud', 'gcchigh', 'GCC High is "usgov".'],
    ['cloud', 'DoD', 'DoD is "usgov-dod".'],
    ['cloud', 'germany', '"global", "usgov", "usgov-dod", "china"'],
    ['endpoints', 'authority=http://login.microsoftonline.com', 'https:'],
    ['endpoints', 'graph=http://127.0.0.1.example.com', 'loopback'],
    ['endpoints', 'graph=graph.microsoft.com', 'https://graph.microsoft.com'],
    ['endpoints', 'graph=ftp://127.0.0.1', 'https:'],
    ['endpoints', 'exchange=http://outlook.office365.com', 'https:'],
    ['endpoints', 'graph=https://graph.microsoft.com/?a=b', 'https://graph.microsoft.com'],
    ['endpoints', 'https://graph.microsoft.com', 'authority, graph and exchange'],
    ['endpoints', 'smtp=https://smtp.office365.com', 'authority, graph and exchange'],
    ['endpoints', 'graph=https://a.example\ngraph=https://b.example', 'Remove one'],
    ['internal-domains', 'contoso.com\nfabrikam', 'contoso.com'],
    ['max-unreadable', 'few', '2%'],
    ['max-unreadable', '-1', '2%'],
    ['max-unreadable', '1.5', '2%'],
    ['max-unreadable', '101%', '2%'],
    ['artifact-name', 'a/b', 'characters'],
    ['retention-days', 'long', 'from 1 to 400'],
    ['csv', ';', '"excel", "excel-semicolon", "plain"'],
    ['unlisted', 'all', '"ignore", "warn", "fail"'],
    ['fail-on', 'violation', '"error", "warning", "never"'],
    ['summary', 'short', '"full", "counts", "none"'],
  ])('names the correction for %s: %j', (name, value, hint) => {
    const error = errorOf({ [inputVariable(name)]: value });
    expect(error.message).toContain(`"${name}"`);
    expect(`${error.message} ${error.hint}`).toContain(hint);
  });

  test('does not show a password in a URL', () => {
    for (const line of ['graph=https://user:hunter2@graph.microsoft.com', 'https://user:hunter2@login.example/?a=b']) {
      const { message, hint } = errorOf({ INPUT_ENDPOINTS: line });
      expect(message + hint).not.toContain('hunter2');
    }
  });

  test('shortens a long value', () => {
    expect(errorOf({ INPUT_CLOUD: 'x'.repeat(10_000) }).message.length).toBeLessThan(200);
  });
});

describe('a PFX or key in an input that is not secret', () => {
  // Base64 of bytes behind the start of a PFX, in one line and as certutil and openssl wrap it.
  const bytes = Buffer.concat([Buffer.from('308209f102010330', 'hex'), fixedBytes(2_500)]);
  const base64 = bytes.toString('base64');
  const wrapped = base64.replace(/.{64}/g, '$&\n');
  const ALL = [...actionInterface('action.yml').inputs, ...actionInterface('validate/action.yml').inputs].map(
    ({ name }) => name,
  );
  const names = [...new Set(ALL)].filter((name) => !['pfx', 'pfx-password', 'github-token', 'config'].includes(name));

  test.each(names)('is not shown in an error about "%s"', (name) => {
    const values = [base64, wrapped, wrapped.slice(65), `-----BEGIN PRIVATE KEY-----\n${wrapped}`, `a.txt\n${base64}`];
    for (const value of values) {
      for (const read of [readReportInputs, readValidateInputs]) {
        const asked = actionInterface(read === readReportInputs ? 'action.yml' : 'validate/action.yml').inputs;
        if (!asked.some((input) => input.name === name)) continue;
        const error = thrownBy(() => read({ ...needed, [inputVariable(name)]: value }));
        expect(error).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining(`"${name}"`) });
        const text = inspect(error, { depth: 5 });
        for (const part of wrapped.split('\n')) expect(text).not.toContain(part.slice(0, 16));
      }
    }
  });

  test('does not prevent long paths and names', () => {
    const path = `reports/${'Quarterly-Mail/2026/Contoso_'.repeat(9)}rules.yml`;
    expect(readWith({ INPUT_REPORT: path, INPUT_MAILBOXES: 'MIIlists/mailboxes.txt' })).toMatchObject({
      report: [path],
      mailboxes: { all: false, lists: ['MIIlists/mailboxes.txt'] },
    });
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('secrets are the PFX, its lines, and the password with its blanks', () => {
  expect(secretInputs({ INPUT_PFX: 'AAAA\r\nBBBB\n', 'INPUT_PFX-PASSWORD': ' pass ' })).toEqual([
    'AAAA\r\nBBBB\n',
    ' pass ',
    'AAAA',
    'BBBB',
    'pass',
  ]);
  expect(secretInputs({ INPUT_PFX: '', 'INPUT_PFX-PASSWORD': ' ' })).toEqual([]);
});

describe('shard', () => {
  test.each([
    ['2/8', { number: 2, of: 8 }],
    [' 1 / 1 ', { number: 1, of: 1 }],
    ['256/256', { number: 256, of: 256 }],
    ['', undefined],
  ])('accepts "%s"', (given, shard) => {
    expect(readWith({ INPUT_SHARD: given }).shard).toEqual(shard);
  });

  test.each(['0/8', '9/8', '1/257', '2', '2/', '/8', '-1/8', '1.5/8', '1/8/8', 'a/b', '0x1/8', '1/0'])(
    'rejects "%s"',
    (given) => {
      expect(errorOf({ INPUT_SHARD: given })).toMatchObject({
        code: 'INPUT_INVALID',
        message: expect.stringContaining('"shard"'),
        hint: expect.stringContaining('2/8'),
      });
    },
  );

  test('requires an artifact', () => {
    expect(errorOf({ INPUT_SHARD: '1/2', 'INPUT_ARTIFACT-NAME': '' }).message).toContain('"artifact-name"');
  });
});

describe('the file formats', () => {
  test('are accepted in any case, with CSV among them', () => {
    const { formats } = readWith({ INPUT_FORMATS: 'csv, HTML\njson,Sarif,junit' });
    expect(formats).toEqual(['csv', 'html', 'json', 'sarif', 'junit']);
  });

  test('are listed in the error of an unknown one', () => {
    const error = errorOf({ INPUT_FORMATS: 'csv, pdf' });
    expect(error).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('"pdf"') });
    expect(error.hint).toContain('"csv", "html", "json", "sarif", "junit"');
  });
});
