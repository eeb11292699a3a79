import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll } from '@jest/globals';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { isObject, parseJson, property, type Json } from '../../src/json.ts';
import type { ArtifactClient } from '../../src/run/artifact-client.ts';
import type { Runner } from '../../src/run/runner.ts';
import type { Tenant, TenantOptions } from '../../tenant/tenant.ts';
import type { Annotation } from './action-run.ts';
import { inProcessScenarios } from './in-process-run.ts';
import { parsedCsv } from './parsed-csv.ts';
import { RecordingCore } from './recording-core.ts';

export interface RemediationOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** Variables of the runner. */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** The clock and the waits of the run; by default real ones. */
  readonly time?: Required<Pick<Runner, 'now' | 'sleep'>>;
  /** Called before an artifact is uploaded; what it throws fails the upload. */
  readonly onUpload?: (name: string) => void;
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
  /** The text of `plan.json`; '' without the file. */
  readonly plan: string;
  readonly applied: Records;
  /** The text of `undo.json`; '' without the file. */
  readonly undo: string;
  /** The artifacts of the run, in their order: the text of each file by its name. */
  readonly artifacts: readonly { readonly name: string; readonly files: Readonly<Record<string, string>> }[];
  readonly summary: string;
  readonly folder: string;
}

/**
 * Runs the remediate action in this process, against tenants with the right to write. Dist is not needed, and a run takes
 * a tenth of the time of a process.
 */
export function remediations(policy: string) {
  const { credential, newTenant, remediate, run: runReport } = inProcessScenarios();
  const dispatcher = newDispatcher({ connect: 2_000, headers: 2_000, body: 2_000, total: 60_000 });
  afterAll(() => dispatcher.destroy());

  async function run(tenant: Tenant, options: RemediationOptions = {}): Promise<RemediationRun> {
    const { inputs, files, env = {}, signal, time, onLine, onUpload } = options;
    const artifacts: RemediationRun['artifacts'][number][] = [];
    const client: ArtifactClient = {
      uploadArtifact: async (name, uploaded) => {
        onUpload?.(name);
        const texts = await Promise.all(uploaded.map((file) => readFile(file, 'utf8')));
        const entries = uploaded.map((file, at): [string, string] => [path.basename(file), texts[at] ?? '']);
        artifacts.push({ name, files: Object.fromEntries(entries) });
        return { id: artifacts.length, digest: 'digest' };
      },
      listArtifacts: () => Promise.resolve({ artifacts: [] }),
      deleteArtifact: () => Promise.reject(new Error('an artifact is never deleted')),
      downloadArtifact: () => Promise.reject(new Error('an artifact is never downloaded')),
    };
    const outcome = await remediate(
      {
        tenant,
        credential: credential(),
        files: { 'list.txt': tenant.addresses.join('\n'), 'policy.yml': policy, ...files },
        env: { ACTIONS_RUNTIME_TOKEN: 'token', ACTIONS_RESULTS_URL: 'https://results.example', ...env },
        inputs: {
          mailboxes: 'list.txt',
          'internal-domains': 'contoso.com',
          'artifact-name': 'mailbox-remediation',
          'max-changes': '1000',
          'max-unreadable': '100%',
          'output-directory': 'out',
          ...inputs,
        },
      },
      {
        core: new RecordingCore(onLine),
        dispatcher,
        loadArtifactClient: () => Promise.resolve(client),
        random: () => 0,
        ...(signal && { signal }),
        ...time,
      },
    );
    const folder = path.join(outcome.workspace, 'out');
    const textOf = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8').catch(() => '');
    const messages = (annotations: readonly Annotation[]) => annotations.map(({ message }) => message);
    return {
      fails: outcome.code === 1,
      outputs: outcome.outputs,
      summary: outcome.summary,
      folder,
      artifacts,
      codes: outcome.errors.map(({ properties }) => properties.title ?? ''),
      errors: messages(outcome.errors),
      warnings: messages(outcome.warnings),
      lines: outcome.log.split('\n'),
      planned: parsedCsv(await textOf('plan.csv')),
      applied: parsedCsv(await textOf('applied.csv')),
      plan: await textOf('plan.json'),
      undo: await textOf('undo.json'),
    };
  }

  return {
    credential,
    run,
    /** Without mailboxes whose properties must be changed on-premises. */
    newTenant: async (options: TenantOptions = {}) => {
      const tenant = await newTenant({
        mailboxes: 18,
        roles: ['MailboxSettings.ReadWrite', 'User.Read.All'],
        ...options,
        exchange: { directoryRoles: ['Exchange Administrator'], ...options.exchange },
      });
      for (const address of tenant.addresses) {
        const isListed = Object.keys(tenant.exchangeProperties(address)).length > 0;
        if (isListed) tenant.editExchange(address, { IsExchangeCloudManaged: true });
      }
      return tenant;
    },
    /** Applies a plan. */
    apply: (tenant: Tenant, plan: Planned, { inputs, files, ...options }: RemediationOptions = {}) =>
      run(tenant, {
        ...options,
        inputs: { mode: 'apply', ...approved(plan), ...inputs },
        files: { 'plan.json': plan.plan, ...files },
      }),
    /** The folder of a report of the mailboxes as they are. */
    kept: async (tenant: Tenant, reports: readonly string[], files: Readonly<Record<string, string>>) => {
      const inputs = { report: reports.join(','), mailboxes: 'list.txt', 'internal-domains': 'contoso.com' };
      const { outputs } = await runReport(tenant, {
        files: { ...files },
        inputs: { ...inputs, 'max-unreadable': '100%' },
      });
      return outputs['output-directory'] ?? '';
    },
    planUndo,
    /** Undoes what a run applied, by a plan. */
    undo: async (
      tenant: Tenant,
      applied: Pick<RemediationRun, 'undo'>,
      { plan: given, ...options }: RemediationOptions & { readonly plan?: RemediationRun } = {},
    ) => {
      const plan = given ?? (await planUndo(tenant, applied, options));
      if (plan.outputs.result !== 'planned') return plan;
      return run(tenant, {
        ...options,
        inputs: { mode: 'undo', ...UNDO, ...approved(plan), ...options.inputs },
        files: { 'undo.json': applied.undo, 'plan.json': plan.plan, ...options.files },
      });
    },
  };

  function planUndo(tenant: Tenant, applied: Pick<RemediationRun, 'undo'>, options: RemediationOptions = {}) {
    return run(tenant, {
      ...options,
      inputs: { ...UNDO, ...options.inputs },
      files: { 'undo.json': applied.undo, ...options.files },
    });
  }
}

type Planned = Pick<RemediationRun, 'plan' | 'outputs'>;

const UNDO = { 'undo-file': 'undo.json', mailboxes: '', policy: '' };

function approved({ outputs }: Planned): Readonly<Record<string, string>> {
  return { 'plan-file': 'plan.json', 'plan-digest': outputs['plan-digest'] ?? '' };
}

/** The text of an edited `plan.json`, with its digest. */
export function editedPlan(plan: string): Planned {
  return { plan, outputs: { 'plan-digest': createHash('sha256').update(plan).digest('hex') } };
}

/** The status of each change, in the order of the plan. */
export function statuses({ applied }: RemediationRun): readonly (string | undefined)[] {
  return applied.map(({ Status }) => Status);
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
