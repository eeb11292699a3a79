import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isObject, parseJson, property, type Json, type JsonObject } from '../../src/json.ts';
import { isSame, settingIn } from '../../src/remediation/targets/setting-values.ts';
import type { Tenant, WriteFault } from '../../tenant/tenant.ts';
import { remediations, stateOf } from '../support/remediation-run.ts';
import { VirtualTime } from '../support/virtual-time.ts';

/** Rules about every kind of target. What each sets complies with it. */
const RULES = [
  `  - id: audience
    when: { AutomaticReplyStatus: { enum: [alwaysEnabled, scheduled] } }
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
    set: { automaticRepliesSetting: { externalAudience: contactsOnly } }`,
  `  - id: off
    report: automatic-replies
    when: { AutomaticReplyStatus: { const: scheduled } }
    expect: { AutomaticReplyStatus: { const: disabled } }
    set: { automaticRepliesSetting: { status: disabled } }`,
  `  - id: format
    severity: warning
    expect: { DateFormat: { const: yyyy-MM-dd }, TimeFormat: { const: 'HH:mm' } }
    set: { dateFormat: yyyy-MM-dd, timeFormat: 'HH:mm' }`,
  `  - id: weekdays
    expect: { WorkingDays: { minItems: 5, maxItems: 5 } }
    set: { workingHours: { daysOfWeek: [monday, tuesday, wednesday, thursday, friday] } }`,
  `  - id: hiding
    report: inbox-rules
    when: { Enabled: { const: true } }
    expect: { Hides: { const: false } }
    set: { isEnabled: false }`,
  `  - id: forwarding
    report: mailbox-properties
    expect: { ExternalTargets: { maxItems: 0 } }
    set: { ForwardingSmtpAddress: null, ForwardingAddress: null, DeliverToMailboxAndForward: false }`,
  `  - id: audit
    report: mailbox-properties
    expect: { AuditEnabled: { const: true } }
    set: { AuditEnabled: true }`,
  `  - id: protocols
    report: client-access
    expect: { ImapEnabled: { const: false }, SmtpAuth: { const: disabled } }
    set: { ImapEnabled: false, SmtpClientAuthenticationDisabled: true }`,
];
const POLICY = fc.subarray(RULES, { minLength: 1 }).map((rules) => ({ 'policy.yml': `rules:\n${rules.join('\n')}\n` }));
const TENANT = fc.record({ seed: fc.nat(1000), mailboxes: fc.integer({ min: 3, max: 10 }) });

const { run, apply, undo, kept, newTenant } = remediations('');

type Row = Readonly<Record<string, string>>;

/** Makes sure that a rule about forwarding has something to do. */
async function organisation(options: {
  readonly seed: number;
  readonly mailboxes: number;
  readonly clock?: () => number;
  readonly roles?: readonly string[];
}): Promise<Tenant> {
  const tenant = await newTenant(options);
  const listed = tenant.addresses.filter((address) => 'ImapEnabled' in tenant.exchangeProperties(address));
  for (const address of listed.slice(0, 2))
    tenant.editExchange(address, { ForwardingSmtpAddress: 'smtp:a@fabrikam.com' });
  return tenant;
}

const WRITE_FAULTS = fc.constantFrom<Omit<WriteFault, 'addresses' | 'rate'>>(
  { times: 1, commits: true, status: 503 },
  { times: 2, commits: true, status: 0 },
  { times: 1, commits: false, status: 0 },
  { times: 1, commits: false, status: 429, retryAfter: 3 },
  { times: 1, commits: false, status: 429, retryAfter: 150 },
  { times: 1, commits: false, status: 403 },
);
/** What happens to a mailbox of the plan, beside a fault of its writes: reads lag behind them, or a person changes a setting. */
const EVENT = fc.record({
  mailbox: fc.nat(),
  fault: fc.option(WRITE_FAULTS),
  also: fc.constantFrom('nothing', 'lag', 'edit before', 'edit after', 'edit of another'),
});
const LAG = fc.constantFrom({ ms: 1_000 }, { ms: 6_000 }, { ms: 3_600_000 });

const OTHER = { delegateMeetingMessageDeliveryOptions: 'sendToDelegateAndPrincipal' };

interface StoredChange {
  /** Identifies the setting of the mailbox. */
  readonly key: string;
  readonly mailbox: string;
  /** As the tenant names it: `mailboxSettings`, the id of an inbox rule, or a cmdlet. */
  readonly resource: string;
  readonly setting: string;
  readonly before: Json;
  readonly after: Json;
}

/** Identifies a setting of a mailbox: in Graph, of an inbox rule, or of a cmdlet. */
function keyOf(mailbox: string, resource: string, setting: string): string {
  return JSON.stringify([mailbox.toLowerCase(), resource, setting]);
}

/** The changes of a plan.json or an undo.json. */
function changesIn(text: string): readonly StoredChange[] {
  const changes = property(parseJson(text), 'changes');
  return (Array.isArray(changes) ? changes : []).map((change) => {
    const [mailbox = '', setting = ''] = ['mailbox', 'setting'].map((name) => textOf(property(change, name)));
    const cmdlet = property(property(change, 'exchange'), 'cmdlet') ?? property(change, 'inboxRule');
    const resource = typeof cmdlet === 'string' ? cmdlet : 'mailboxSettings';
    const [before = null, after = null] = ['before', 'after'].map((name) => property(change, name));
    return { key: keyOf(mailbox, resource, setting), mailbox, resource, setting, before, after };
  });
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A person sets what a change sets, to a third value. Returns it; undefined if there is none. */
function editOf(tenant: Tenant, { mailbox, setting, before }: StoredChange): Json | undefined {
  const values: Readonly<Record<string, Json>> = {
    ForwardingSmtpAddress: 'smtp:person@fabrikam.com',
    dateFormat: "'person'",
    timeFormat: "'person'",
    'workingHours.daysOfWeek': ['sunday'],
    'automaticRepliesSetting.status': 'alwaysEnabled',
    'automaticRepliesSetting.externalAudience': 'none',
  };
  const value = values[setting];
  if (value === undefined || isSame(setting, value, before)) return undefined;
  const [name = '', member] = setting.split('.');
  if (name.startsWith('Forwarding')) tenant.editExchange(mailbox, { [name]: value });
  else tenant.edit(mailbox, { [name]: member === undefined ? value : { [member]: value } });
  return value;
}

/** The settings, as paths, in which two versions of some properties differ. */
function differingIn(before: JsonObject, after: JsonObject): readonly string[] {
  return Object.entries(before).flatMap(([name, value]) => {
    const members = isObject(value) ? Object.keys(value).map((member) => `${name}.${member}`) : [name];
    return members.filter((setting) => !isDeepStrictEqual(settingIn(before, setting), settingIn(after, setting)));
  });
}

/** The value of a setting in the tenant. */
function present(tenant: Tenant, { mailbox, resource, setting }: StoredChange): Json {
  if (resource.startsWith('Set-')) return settingIn(tenant.exchangeProperties(mailbox), setting);
  const { settings, rules = [] } = tenant.expected(mailbox);
  const whole = parseJson(
    JSON.stringify(resource === 'mailboxSettings' ? settings : rules.find(({ id }) => id === resource)),
  );
  return isObject(whole) ? settingIn(whole, setting) : null;
}

/** The settings that a request sets, with their values. */
function settingsIn(values: Json): readonly { readonly setting: string; readonly value: Json }[] {
  return Object.entries(isObject(values) ? values : {}).flatMap(([name, value]) => {
    if (name === 'Identity') return [];
    if (!isObject(value)) return [{ setting: name, value }];
    return Object.entries(value).map(([member, inner]) => ({ setting: `${name}.${member}`, value: inner }));
  });
}

test('whatever happens, each write is planned and in the undo record with what was there, and an undo keeps what people changed', () =>
  fc.assert(
    fc.asyncProperty(
      TENANT,
      POLICY,
      fc.array(EVENT, { maxLength: 8 }),
      LAG,
      fc.option(fc.nat(12)),
      async (options, files, events, lag, stopAfter) => {
        const time = new VirtualTime();
        const tenant = await organisation({ ...options, clock: time.now });
        const plan = await run(tenant, { files, time });
        const planned = changesIn(plan.plan);
        if (planned.length === 0) return;
        const happening = events.flatMap((event) => {
          const change = planned[event.mailbox % planned.length];
          return change === undefined ? [] : [{ ...event, change }];
        });
        const addresses = happening.flatMap(({ also, change }) => (also === 'lag' ? [change.mailbox] : []));
        tenant.setFaults({
          writes: happening.flatMap(({ fault, change }) => (fault ? [{ ...fault, addresses: [change.mailbox] }] : [])),
          staleReads: { addresses, ...lag },
          exchangeStaleReads: { addresses, ...lag },
        });
        const edited = new Map<string, Json>();
        const edit = (change: StoredChange): void => {
          // What a person changes while reads lag behind a write is not seen by anybody.
          if (addresses.includes(change.mailbox) || edited.has(change.key)) return;
          const value = editOf(tenant, change);
          if (value !== undefined) edited.set(change.key, value);
        };
        for (const { also, change } of happening) if (also === 'edit before') edit(change);
        const stop = new AbortController();
        let writes = 0;
        tenant.watch(({ kind, address, resource }) => {
          for (const { also, change } of happening) {
            if (change.mailbox.toLowerCase() !== address) continue;
            if (also === 'edit after' && kind === 'write' && change.resource === resource) edit(change);
            if (also === 'edit of another' && kind === 'read') tenant.edit(address, OTHER);
          }
          if (kind === 'write' && writes++ === stopAfter) stop.abort(new Error('cancelled'));
        });
        const applied = await apply(tenant, plan, {
          files,
          time,
          signal: stop.signal,
          inputs: { 'max-failures': '1000' },
        });
        tenant.watch(undefined);
        tenant.setFaults({});
        const entries = new Map(changesIn(applied.undo).map((entry) => [entry.key, entry]));
        for (const write of tenant.writes) {
          for (const { setting, value } of settingsIn(write.values)) {
            const change = planned.find(({ key }) => key === keyOf(write.address, write.resource, setting));
            expect([write, setting, change && isSame(setting, change.after, value)]).toEqual([write, setting, true]);
          }
          for (const setting of differingIn(write.before, write.after)) {
            const entry = entries.get(keyOf(write.address, write.resource, setting));
            expect([write, setting, entry?.before]).toEqual([write, setting, settingIn(write.before, setting)]);
          }
        }
        await time.sleep(3_600_000);
        await undo(tenant, applied, { files, time });
        for (const change of planned) {
          const { key, resource, setting, before, after } = change;
          // Graph takes no value away that was not there before, a schedule that is over stays off, and settings of a rule stay together.
          const isKept =
            (resource === 'mailboxSettings' && (before === null || before === '')) ||
            (setting === 'automaticRepliesSetting.status' && isSame(setting, before, 'scheduled')) ||
            planned.some((each) => edited.has(each.key) && each.mailbox === change.mailbox);
          const allowed = edited.has(key) ? [edited.get(key)] : isKept ? [before, after] : [before];
          expect([key, allowed]).toEqual([key, expect.arrayContaining([present(tenant, change)])]);
        }
      },
    ),
    { numRuns: 4 },
  ));

const REMOVALS = [
  `  - { id: no-deletion, report: inbox-rules, expect: { Delete: { const: false } }, set: remove }`,
  `  - id: no-sharing
    report: calendar-permissions
    when: { GrantedToAddress: { type: string } }
    expect: { Role: { enum: [none] } }
    set: remove`,
  `  - { id: no-rights, report: mailbox-permissions, expect: { Trustee: { enum: [nobody] } }, set: remove }`,
];
const REPORTS = [
  ...new Set(RULES.concat(REMOVALS).map((rule) => /report: ([\w-]+)/.exec(rule)?.[1] ?? 'mailbox-settings')),
];

test('a restore of the report before an apply gives and sets back what the apply changed, and nothing else', () =>
  fc.assert(
    fc.asyncProperty(TENANT, fc.subarray([...RULES, ...REMOVALS], { minLength: 1 }), async (options, chosen) => {
      // A rule that is taken away is not disabled too.
      const rules = chosen.filter(
        (rule) => !rule.includes('id: hiding') || !chosen.some((one) => one.includes('no-deletion')),
      );
      const roles = ['MailboxSettings.ReadWrite', 'Calendars.ReadWrite', 'User.Read.All'];
      const tenant = await organisation({ ...options, roles });
      const list = { 'list.txt': tenant.addresses.join('\n') };
      const restore = await kept(tenant, REPORTS, list);
      const before = stateOf(tenant);
      const files = { ...list, 'policy.yml': `rules:\n${rules.join('\n')}\n` };
      const plan = await run(tenant, { files });
      expect(plan.codes).toEqual([]);
      if (plan.planned.length === 0) return;
      const inputs = { policy: '', restore };
      expect((await run(tenant, { files: list, inputs })).planned).toEqual([]);
      await apply(tenant, plan, { files });
      const back = await run(tenant, { files: list, inputs });
      const targets = new Set(plan.planned.map(targetOf));
      expect(back.planned.map(targetOf).filter((target) => !targets.has(target))).toEqual([]);
      // Graph cannot take a value away that was not there before, and a schedule may be over.
      const isWhole = back.planned.length === plan.planned.length;
      expect(isWhole || back.plan.includes('"left":[{')).toBe(true);
      if (back.planned.length === 0) return;
      const restored = await apply(tenant, back, { files: list, inputs });
      expect(new Set(restored.applied.map(({ Status }) => Status))).toEqual(new Set(['applied']));
      expect((await run(tenant, { files: list, inputs })).planned).toEqual([]);
      if (!isWhole) return;
      expect(stateOf(tenant).map(comparableState)).toEqual(before.map(comparableState));
    }),
    { numRuns: 3 },
  ));

function targetOf({ MailboxName, Item, Setting }: Row): string {
  return JSON.stringify([MailboxName, Item, Setting]);
}

/** A rule that is made again has another ID, and the case that Graph gives its texts. What comes back is at the end of its list. */
function comparableState(state: Json): Json {
  const [rules, exchange] = [property(state, 'rules'), property(state, 'exchange')];
  if (!isObject(state) || !Array.isArray(rules) || !isObject(exchange)) return state;
  const own = rules.flatMap((rule) => (isObject(rule) ? JSON.stringify({ ...rule, id: '' }).toLowerCase() : []));
  const { GrantSendOnBehalfTo: names } = exchange;
  const sorted = { ...exchange, GrantSendOnBehalfTo: Array.isArray(names) ? [...names].sort() : null };
  return { ...state, rules: own.sort(), exchange: sorted };
}
