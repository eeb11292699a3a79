import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { isObject, parseJson, property, type Json } from '../../src/json.ts';
import { readPageAssets } from '../../src/outputs/page/report-page.ts';
import { remediate } from '../../src/actions/remediate.ts';
import { loadArtifactClient } from '../../src/run/artifact-client.ts';
import type { Tenant, TenantOptions } from '../../tenant/tenant.ts';
import { parsedCsv } from './parsed-csv.ts';
import { RecordingCore } from './recording-core.ts';
import { scenarios } from './scenario.ts';

export interface RemediationOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Called with each line of the log. */
  readonly onLine?: (line: string) => void;
}

type Records = readonly Readonly<Record<string, string>>[];

/** What people see of a run of the remediate action. */
export interface RemediationRun {
  readonly fails: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  /** Codes of the errors. */
  readonly codes: readonly string[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly lines: readonly string[];
  /** Empty without the file. */
  readonly planned: Records;
  readonly applied: Records;
  /** The text of `plan.json`; '' without the file. */
  readonly plan: string;
  /** The text of `undo.json`; '' without the file. */
  readonly undo: string;
  /** What `artifact-name: ''` leaves to read. */
  readonly folder: string;
}

/**
 * Runs the remediate action in this process, against tenants with the right to write. Dist is not needed, and a run takes
 * a tenth of the time of a process.
 */
export function remediations(policy: string) {
  const { credential, newTenant } = scenarios();
  const dispatcher = newDispatcher({ connect: 2_000, headers: 2_000, body: 2_000, total: 60_000 });
  const folders: string[] = [];
  afterAll(async () => {
    await dispatcher.destroy();
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
  });

  async function run(tenant: Tenant, options: RemediationOptions = {}): Promise<RemediationRun> {
    const { inputs = {}, files = {}, signal = new AbortController().signal, onLine } = options;
    const home = await mkdtemp(path.join(tmpdir(), 'remediation-'));
    folders.push(home);
    const all = { 'list.txt': tenant.addresses.join('\n'), 'policy.yml': policy, 'summary.md': '', ...files };
    for (const [name, text] of Object.entries(all)) await writeFile(path.join(home, name), text);
    await mkdir(path.join(home, 'out'));
    const core = new RecordingCore(onLine);
    const given = {
      'tenant-id': tenant.tenantId,
      'client-id': tenant.clientId,
      pfx: credential().pfx,
      'pfx-password': credential().password,
      'authority-host': tenant.authorityHost,
      'graph-url': tenant.graphUrl,
      'exchange-url': tenant.exchangeUrl,
      mailboxes: 'list.txt',
      policy: 'policy.yml',
      'internal-domains': 'contoso.com',
      'max-changes': '1000',
      'max-unreadable': '100%',
      'artifact-name': '',
      'output-directory': 'out',
      ...inputs,
    };
    const { fails } = await remediate(
      {
        GITHUB_WORKSPACE: home,
        GITHUB_STEP_SUMMARY: path.join(home, 'summary.md'),
        ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      },
      {
        ...{ core, dispatcher, signal, loadArtifactClient },
        deadline: new AbortController().signal,
        now: () => performance.timeOrigin + performance.now(),
        random: () => 0,
        loadPageAssets: () => readPageAssets('dist'),
      },
    );
    const folder = path.join(home, 'out');
    const written = await readdir(folder);
    const textOf = async (name: string): Promise<string> =>
      written.includes(name) ? readFile(path.join(folder, name), 'utf8') : '';
    return {
      fails,
      outputs: Object.fromEntries([...core.outputs].map(([name, value]) => [name, String(value)])),
      codes: core.errors.map(({ properties }) => properties?.title ?? ''),
      errors: core.errors.map(({ message }) => message),
      warnings: core.warnings,
      lines: core.lines,
      planned: parsedCsv(await textOf('plan.csv')),
      applied: parsedCsv(await textOf('applied.csv')),
      plan: await textOf('plan.json'),
      undo: await textOf('undo.json'),
      folder,
    };
  }

  return {
    credential,
    run,
    /** Without mailboxes whose properties must be changed on-premises. */
    newTenant: async (options: TenantOptions = {}) => {
      const tenant = await newTenant({
        ...{ mailboxes: 30, roles: ['MailboxSettings.ReadWrite', 'User.Read.All'] },
        ...options,
        exchange: { directoryRoles: ['Exchange Administrator'], ...options.exchange },
      });
      for (const address of tenant.addresses) {
        const isListed = Object.keys(tenant.exchangeProperties(address)).length > 0;
        if (isListed) tenant.editExchange(address, { IsExchangeCloudManaged: true });
      }
      return tenant;
    },
    /** Applies what a plan has. */
    apply: (tenant: Tenant, plan: RemediationRun, options: RemediationOptions = {}) =>
      run(tenant, approved('apply', plan, options)),
    /** Plans to undo what a run applied, and does. The plan itself is returned if it fails. */
    undo: async (tenant: Tenant, applied: Pick<RemediationRun, 'undo'>, options: RemediationOptions = {}) => {
      const undoing = {
        ...options,
        inputs: { 'undo-file': 'undo.json', mailboxes: '', policy: '', ...options.inputs },
        files: { 'undo.json': applied.undo, ...options.files },
      };
      const plan = await run(tenant, { ...undoing, inputs: { 'artifact-name': '', ...undoing.inputs } });
      return plan.fails ? plan : run(tenant, approved('undo', plan, undoing));
    },
  };
}

/** The options of a run that makes the changes of a plan. */
function approved(mode: 'apply' | 'undo', plan: RemediationRun, options: RemediationOptions): RemediationOptions {
  const { 'plan-digest': digest = '' } = plan.outputs;
  return {
    ...options,
    inputs: { mode, 'plan-file': 'plan.json', 'plan-digest': digest, ...options.inputs },
    files: { 'plan.json': plan.plan, ...options.files },
  };
}

/** All that can be changed of the mailboxes of a tenant. */
export function stateOf(tenant: Tenant): readonly Json[] {
  const text = JSON.stringify(
    tenant.addresses.map((address) => {
      const { status, settings, rules } = tenant.expected(address);
      return { address, status, settings, rules, exchange: tenant.exchangeProperties(address) };
    }),
  );
  const state = parseJson(text);
  if (!Array.isArray(state)) throw new TypeError('no state');
  return state;
}

/** A state with the changes of a run that have the status `applied`, and no others. */
export function withApplied(
  state: readonly Json[],
  { applied, undo }: Pick<RemediationRun, 'applied' | 'undo'>,
): readonly Json[] {
  const changed = parseJson(JSON.stringify(state));
  if (!Array.isArray(changed)) throw new TypeError('no state');
  const keyOf = (mailbox: Json | undefined, item: Json | undefined, setting: Json | undefined): string =>
    JSON.stringify([mailbox, item, setting]);
  const made = new Set(
    applied
      .filter(({ Status }) => Status === 'applied')
      .map(({ MailboxName, Item, Setting }) => keyOf(MailboxName, Item?.replace(/^'/, ''), Setting)),
  );
  const entries = property(parseJson(undo), 'changes');
  for (const entry of Array.isArray(entries) ? entries : []) {
    const [mailbox, item, setting] = ['mailbox', 'item', 'setting'].map((name) => property(entry, name));
    if (!made.has(keyOf(mailbox, item, setting)) || typeof setting !== 'string') continue;
    const found = changed.find((each) => property(each, 'address') === mailbox);
    setIn(partOf(found, entry), setting.split('.'), property(entry, 'after') ?? null);
  }
  return changed;
}

function partOf(mailbox: Json | undefined, entry: Json): Json | undefined {
  if (property(entry, 'exchange') !== undefined) return property(mailbox, 'exchange');
  const id = property(entry, 'inboxRule');
  if (id === undefined) return property(mailbox, 'settings');
  const rules = property(mailbox, 'rules');
  return Array.isArray(rules) ? rules.find((rule) => property(rule, 'id') === id) : undefined;
}

function setIn(part: Json | undefined, [name = '', ...deeper]: readonly string[], value: Json): void {
  if (!isObject(part)) throw new TypeError(`nothing has ${name}`);
  if (deeper.length === 0) part[name] = value;
  else setIn(part[name], deeper, value);
}
