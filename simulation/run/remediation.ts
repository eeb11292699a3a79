import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { isObject, objectIn, type Json, type JsonObject } from '../../tenant/json.ts';
import type { Faults, Grant, Tenant } from '../../tenant/tenant.ts';
import type { ActionStep, RemediationRuns, Row } from '../oracle/remediation-facts.ts';
import { registerText } from '../world/steps.ts';
import {
  GROUPS,
  policyText,
  REGISTER_FILE,
  type Edit,
  type Event,
  type RemediationWorld,
} from '../world/remediation.ts';
import { furnish } from './furnish.ts';
import { changeNames, NamedPeople, STRANGER } from './named-people.ts';
import { mailboxRights, registerOf } from './remediation-register.ts';
import { Simulation, type StepOutcome } from './simulation.ts';
import { tenantState } from './tenant-state.ts';

/** The reports that a restore can bring back. */
const REPORTS = [
  'mailbox-settings',
  'automatic-replies',
  'inbox-rules',
  'mailbox-properties',
  'client-access',
  'mailbox-permissions',
  'calendar-permissions',
];
const USUAL: Readonly<Record<string, string>> = {
  mailboxes: 'list.txt',
  policy: 'policy.yml',
  'internal-domains': 'contoso.com',
  'artifact-name': 'mailbox-remediation',
  'max-changes': '1000',
  'output-directory': 'out',
};
const UNDO = { 'undo-file': 'undo.json', mailboxes: '', policy: '' };

/** Makes a world, and runs what happens in it: report, plan, apply, the plan back, and back. */
export async function runRemediation(world: RemediationWorld): Promise<RemediationRuns> {
  const simulation = await Simulation.open({ seed: world.seed, start: world.start, tenant: world.tenant });
  try {
    return await new RemediationStory(world, simulation).run();
  } finally {
    await simulation.close();
  }
}

type StepName = ActionStep['name'];
type Inputs = Readonly<Record<string, string>>;

interface StepOptions {
  readonly inputs?: Inputs;
  readonly files?: Inputs;
  readonly signal?: AbortSignal;
}

class RemediationStory {
  readonly #world: RemediationWorld;
  readonly #simulation: Simulation;
  readonly #tenant: Tenant;
  readonly #people: NamedPeople;
  readonly #subjects: readonly string[];
  readonly #steps: ActionStep[] = [];

  constructor(world: RemediationWorld, simulation: Simulation) {
    const { tenant } = simulation;
    this.#world = world;
    this.#simulation = simulation;
    this.#tenant = tenant;
    const people = tenant.addresses.filter(
      (address) => tenant.expected(address).status === 'ok' && 'ImapEnabled' in tenant.exchangeProperties(address),
    );
    this.#people = new NamedPeople(tenant, people, GROUPS);
    this.#subjects = people.slice(0, world.subjects.length);
  }

  async run(): Promise<RemediationRuns> {
    const { beforeApply, beforeUndo, registered } = this.#world;
    for (const [at, subject] of this.#world.subjects.entries())
      furnish(this.#people, this.#subjects[at] ?? '', subject);
    const listed = [...this.#subjects, ...Array<string>(this.#world.strangers).fill(STRANGER)];
    const people = this.#people.people.map(({ name }) => name);
    const register =
      registered && registerOf(this.#tenant, registered, this.#subjects, { people, now: this.#simulation.now });
    const files = {
      'list.txt': listed.join('\n'),
      'policy.yml': policyText(this.#world, this.#subjects),
      ...(register && { [REGISTER_FILE]: registerText(register.entries) }),
    };
    const kept = tenantState(this.#people);
    const report = await this.#simulation.run({
      action: 'report',
      inputs: {
        report: REPORTS.join(','),
        mailboxes: 'list.txt',
        policy: 'policy.yml',
        'internal-domains': 'contoso.com',
        'fail-on': 'never',
        'max-unreadable': '100%',
      },
      // A report of everybody says whose the addresses were.
      files: { ...files, 'list.txt': people.join('\n') },
    });
    const accepted = this.#world.accepted.map(({ rule, subject }) => ({
      rule,
      mailbox: this.#subjects[subject] ?? '',
    }));
    const baseline = accepted.length === 0 ? undefined : await acceptedLines(report, accepted);
    const ofPolicy = {
      files: { ...files, ...(baseline !== undefined && { 'baseline.csv': baseline }) },
      inputs: baseline === undefined ? {} : { baseline: 'baseline.csv' },
    };
    const runs = { listed, steps: this.#steps, accepted, register, kept, early: this.#simulation.early };
    this.#tenant.setFaults(this.#hiding());
    const plan = await this.#step('plan', ofPolicy);
    this.#tenant.setFaults({});
    if (plan.outputs.result !== 'planned') return runs;
    for (const event of beforeApply) this.#happen(event);
    const applied = await this.#apply(plan, ofPolicy);
    if (beforeApply.length === 0) await this.#step('plan again', ofPolicy);
    for (const event of beforeUndo) this.#happen(event);
    await this.#back(report, applied, files);
    return runs;
  }

  /** Applies the plan, as the world says: with faults, a limit, or a cancellation. Once more, if something is left. */
  async #apply(plan: StepOutcome, ofPolicy: StepOptions): Promise<readonly StepOutcome[]> {
    const { limit, maxFailures, stopAfter } = this.#world.apply;
    const approved = await approvalOf(plan);
    const base = { ...ofPolicy, files: { ...ofPolicy.files, ...approved.files } };
    const inputs = { ...ofPolicy.inputs, mode: 'apply', ...approved.inputs };
    const stop = new AbortController();
    let writes = 0;
    this.#tenant.watch(({ kind }) => {
      if (kind === 'write' && writes++ === stopAfter) stop.abort(new Error('cancelled'));
    });
    this.#tenant.setFaults(this.#writingFaults());
    const first = await this.#step('apply', {
      ...base,
      inputs: { ...inputs, 'max-failures': String(maxFailures), ...(limit !== undefined && { limit: String(limit) }) },
      signal: stop.signal,
    });
    this.#tenant.watch(undefined);
    this.#tenant.setFaults({});
    const isDone =
      ['applied', 'stale', 'error'].includes(first.outputs.result ?? '') && first.outputs['pending-count'] === '0';
    if (isDone) return [first];
    return [first, await this.#step('apply again', { ...base, inputs: { ...inputs, 'max-failures': '1000' } })];
  }

  /** Takes back what the first apply changed, by its undo record, or by the report before it. */
  async #back(report: StepOutcome, [first]: readonly StepOutcome[], files: Inputs): Promise<void> {
    const undo = first === undefined ? '' : await textOf(first, 'undo.json');
    const isUndo = this.#world.back === 'undo';
    if (isUndo && undo === '') return;
    const options: StepOptions = isUndo
      ? { files: { 'undo.json': undo }, inputs: UNDO }
      : { files, inputs: { policy: '', restore: report.folder } };
    const plan = await this.#step('plan back', options);
    if (plan.outputs.result !== 'planned') return;
    for (const event of this.#world.beforeBack) this.#happen(event);
    const approved = await approvalOf(plan);
    await this.#step('back', {
      files: { ...options.files, ...approved.files },
      inputs: { ...options.inputs, ...approved.inputs, mode: isUndo ? 'undo' : 'apply' },
    });
  }

  async #step(name: StepName, { inputs = {}, files = {}, signal }: StepOptions): Promise<StepOutcome> {
    const before = tenantState(this.#people);
    const start = this.#simulation.now;
    const isRegistered = this.#world.registered !== undefined && ['plan', 'plan again'].includes(name);
    const rights = isRegistered ? this.#subjects.map((address) => mailboxRights(this.#tenant, address)) : [];
    const writesBefore = this.#tenant.writes.length;
    const outcome = await this.#simulation.run({
      action: 'remediate',
      inputs: { ...USUAL, ...inputs },
      files,
      ...(signal && { signal }),
    });
    const errors = outcome.annotations.filter(({ level }) => level === 'error');
    this.#steps.push({
      name,
      start,
      rights,
      code: outcome.code,
      outputs: outcome.outputs,
      errors: errors.map(({ properties, message }) => `${properties.title ?? ''}: ${message}`),
      planned: await rowsOf(outcome, 'plan.csv'),
      applied: await rowsOf(outcome, 'applied.csv'),
      writes: this.#tenant.writes
        .slice(writesBefore)
        .map(({ address, after }) => ({ address, changed: Object.keys(after) })),
      before,
      after: tenantState(this.#people),
      left: leftIn(await textOf(outcome, 'plan.json')),
    });
    return outcome;
  }

  #hiding(): Faults {
    const { fromGraph, property } = this.#world.hidden;
    const addressesOf = (subjects: readonly number[]): string[] => subjects.map((at) => this.#subjects[at] ?? '');
    return {
      ...(fromGraph.length > 0 && { mailboxErrors: { disabled: addressesOf(fromGraph) } }),
      ...(property && {
        exchangeAbsent: {
          addresses: addressesOf(property.subjects),
          cmdlets: [property.cmdlet],
          properties: [property.name],
        },
      }),
    };
  }

  #writingFaults(): Faults {
    const { faults, service } = this.#world.apply;
    const addressesOf = (kind: 'lost' | 'late'): string[] =>
      faults.filter(({ fault }) => fault === kind).map(({ subject }) => this.#subjects[subject] ?? '');
    const [lost, late] = [addressesOf('lost'), addressesOf('late')];
    return {
      ...service,
      writes: faults.flatMap(({ subject, fault }) =>
        typeof fault === 'string' ? [] : [{ ...fault, addresses: [this.#subjects[subject] ?? ''] }],
      ),
      lostWrites: { addresses: lost },
      exchangeLostWrites: { addresses: lost },
      staleReads: { addresses: late, ms: 6_000 },
      exchangeStaleReads: { addresses: late, ms: 6_000 },
    };
  }

  #happen(event: Event): void {
    if (event.kind === 'identity') changeNames(this.#people, event.change, event.one, event.other);
    else if (event.kind === 'takeover') this.#takeOver(event);
    else this.#edit(event.subject, event.edit);
  }

  /** Nothing happens where no person had a right, or one of both is gone. */
  #takeOver({ subject, trustee, other }: Extract<Event, { readonly kind: 'takeover' }>): void {
    const { people } = this.#people;
    const { fullAccess = [], sendAs = [] } = this.#world.subjects[subject] ?? {};
    const count = people.length + GROUPS.length;
    const others = people.slice(this.#subjects.length).filter(({ isGone }) => !isGone);
    const holders = new Set([...fullAccess, ...sendAs].map((number) => people[number % count]));
    const trustees = others.filter((person) => holders.has(person));
    const from = trustees[trustee % trustees.length];
    const rest = others.filter((person) => !holders.has(person));
    const to = rest[other % rest.length];
    if (from !== undefined && to !== undefined) this.#people.takeOver(from, to);
  }

  /** Somebody changes a mailbox, whatever it is called now. */
  #edit(subject: number, edit: Edit): void {
    const person = this.#people.people[subject];
    if (person === undefined || person.isGone) return;
    const { name } = person;
    if ('settings' in edit) this.#tenant.edit(name, edit.settings);
    else if ('exchange' in edit) this.#tenant.editExchange(name, edit.exchange);
    else if ('rule' in edit) this.#tenant.setRules(name, edit.rule === undefined ? [] : [edit.rule]);
    else {
      const own = (cmdlet: 'mailbox' | 'recipient'): Grant[] =>
        this.#tenant.exchangeGrants(name, cmdlet).filter(({ sid }) => sid === 'S-1-5-10');
      for (const cmdlet of ['mailbox', 'recipient'] as const) this.#tenant.setExchangeGrants(name, cmdlet, own(cmdlet));
    }
  }
}

async function approvalOf(plan: StepOutcome): Promise<{ readonly files: Inputs; readonly inputs: Inputs }> {
  const digest = plan.outputs['plan-digest'] ?? '';
  return {
    files: { 'plan.json': await textOf(plan, 'plan.json') },
    inputs: { 'plan-file': 'plan.json', 'plan-digest': digest },
  };
}

/** The lines of the baseline that a report wrote, of some rules and mailboxes. Undefined if there are none. */
async function acceptedLines(
  report: StepOutcome,
  accepted: readonly { readonly rule: string; readonly mailbox: string }[],
): Promise<string> {
  const [header = '', ...lines] = (await textOf(report, 'baseline.csv')).split(/(?<=\r\n)/);
  const rows = await rowsOf(report, 'baseline.csv');
  const own = lines.filter((_, at) =>
    accepted.some(({ rule, mailbox }) => rows[at]?.Rule === rule && isSameText(rows[at].MailboxName, mailbox)),
  );
  return [header, ...own].join('');
}

function isSameText(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

function textOf({ folder }: StepOutcome, name: string): Promise<string> {
  return readFile(path.join(folder, name), 'utf8').catch(() => '');
}

async function rowsOf(outcome: StepOutcome, name: string): Promise<readonly Row[]> {
  return parse(await textOf(outcome, name), { bom: true, columns: true });
}

/** What a plan leaves as it is. */
function leftIn(plan: string): ActionStep['left'] {
  const rows = objectIn(plan).left;
  const text = (row: JsonObject, name: string): string => {
    const value: Json = row[name] ?? '';
    return typeof value === 'string' ? value : '';
  };
  return (Array.isArray(rows) ? rows : []).filter(isObject).map((row) => ({
    mailbox: text(row, 'mailbox').toLowerCase(),
    item: text(row, 'item'),
    rule: text(row, 'rule'),
  }));
}
