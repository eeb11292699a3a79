import { textIn, type Json, type JsonObject } from '../../json.ts';
import { automaticReplies } from '../../reports/built-in/automatic-replies.ts';
import { mailboxProperties } from '../../reports/built-in/mailbox-properties.ts';
import { markOf } from '../../reports/built-in/organization/mail-flow-rules.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { unknownBecause, valueOf, type RowView, type UnknownValue } from '../../reports/known.ts';
import { cellText, shownText, visibleLine } from '../../text/display.ts';
import { madeBy } from '../aged-rows.ts';
import type { Evidence, Finding, Indicator } from '../answer.ts';
import { containment } from '../commands.ts';
import type { Incident } from '../incident.ts';
import { changesIn, nightBefore, nightsText, rowsIn } from '../kept-nights.ts';
import type { Observations } from '../answer.ts';
import { liveRows } from '../live-night.ts';
import type { Question } from '../question.ts';

const COLUMNS = ['ForwardingAddress', 'ForwardingSmtpAddress', 'ExternalTargets'];
/** Of a mail flow rule, where it sends mail. https://learn.microsoft.com/powershell/module/exchange/new-transportrule */
const SENDS = ['RedirectMessageTo', 'BlindCopyTo', 'CopyTo', 'AddToRecipients'];
/** Of a mail flow rule, the persons that it is about. */
const PERSONS = ['From', 'SentTo', 'AnyOfToHeader', 'AnyOfCcHeader', 'AnyOfToCcHeader'];
/** Conditions that persons can meet without being named. */
const UNNAMED = [
  'FromMemberOf',
  'FromAddressContainsWords',
  'FromAddressMatchesPatterns',
  'SentToMemberOf',
  'RecipientAddressContainsWords',
  'RecipientAddressMatchesPatterns',
];
const IN_FORCE = ['State', 'Mode', 'ActivationDate', 'ExpiryDate'];
const RULE_SELECT = ['Name', 'WhenChanged', 'DeleteMessage', ...IN_FORCE, ...SENDS, ...PERSONS, ...UNNAMED];

const RULES = 'Get-TransportRule';

/** Of one row a mailbox. */
const OWN_SETTINGS = { report: mailboxProperties.name, item: '' };

type Part = Pick<Observations, 'findings' | 'seen' | 'missing'>;

/** Whether mail leaves: by the mailbox, by mail flow rules that touch it, by replies to everyone. */
export const forwarding: Question = {
  id: 'forwarding',
  question: 'Does mail leave: by the mailbox, by mail flow rules that touch it, by replies to everyone?',
  permissions: [{ name: 'MailboxSettings.Read', why: 'the automatic replies' }],
  cmdlets: [
    { name: 'Get-Mailbox', why: 'forwarding of the mailbox' },
    { name: 'Get-AcceptedDomain', why: 'which addresses are outside' },
    { name: 'Get-TransportRule', why: 'mail flow rules that send or delete mail of the mailbox' },
  ],
  reports: [mailboxProperties.name, automaticReplies.name],
  audit: {
    exchangeAdmin: ['Set-Mailbox', 'Set-MailboxAutoReplyConfiguration', 'New-TransportRule', 'Set-TransportRule'],
  },
  look: async (incident) => {
    const parts = [...(await Promise.all([ofMailbox(incident), ofMailFlow(incident)])), ofReplies(incident)];
    return {
      findings: parts.flatMap(({ findings }) => findings),
      seen: parts.flatMap(({ seen }) => seen),
      missing: parts.flatMap(({ missing }) => missing),
      summary:
        'The mailbox forwards nothing outside, no mail flow rule sends its mail outside, and no replies go to everyone.',
      sources: ['Get-Mailbox', 'Get-TransportRule', 'Microsoft Graph', nightsText(incident.kept)],
    };
  },
};

function rowOf({ live }: Incident, report: ReportDefinition): RowView | UnknownValue<unknown> {
  const rows = liveRows(live, report);
  if (!rows.isKnown) return rows;
  return rows.value[0] ?? unknownBecause('not-in-the-answer', `The ${report.name} have nothing about the mailbox.`);
}

async function ofMailbox(incident: Incident): Promise<Part> {
  const { kept, since, address } = incident;
  const row = rowOf(incident, mailboxProperties);
  if (!('cell' in row)) return { findings: [], seen: [], missing: [row] };
  const { records } = await incident.audit;
  const changes = changesIn(kept, mailboxProperties.name, since).filter(
    ({ column, after }) => COLUMNS.includes(column) && cellText(after) !== '',
  );
  const findings: Finding[] = [];
  const seen: Evidence[] = [];
  const missing: UnknownValue<unknown>[] = [];
  const source = 'Get-Mailbox';
  const [outside, recipient, smtp] = ['ExternalTargets', 'ForwardingAddress', 'ForwardingSmtpAddress'].map((column) =>
    row.cell(column),
  );
  const external = textsOf(valueOf(outside));
  const internal = [recipient, smtp].flatMap((cell) => textsOf(valueOf(cell))).filter((one) => !external.includes(one));
  const change = changes[0];
  const times = change && {
    time: change.to?.run.run.started,
    after: change.from?.ended,
    source: change.to?.name ?? source,
  };
  const made = change && madeBy(change, records);
  const containments = [forwardingRemoval(address)];
  if (external.length > 0) {
    const what = `Mail is forwarded outside, to ${external.map(visibleLine).join(', ')}`;
    const indicators: readonly Indicator[] = [
      ...external.map((value) => ({ kind: 'address', value }) as const),
      ...(made?.indicators ?? []),
    ];
    findings.push({
      what,
      time: undefined,
      source,
      ...times,
      ...made,
      indicators,
      containment: containments,
      of: OWN_SETTINGS,
    });
  } else if (internal.length > 0) {
    const evidence = { what: `Mail is forwarded to ${internal.map(visibleLine).join(', ')}`, time: undefined, source };
    if (change !== undefined)
      findings.push({ ...evidence, ...times, ...made, containment: containments, of: OWN_SETTINGS });
    else seen.push(evidence);
  } else if (change !== undefined) {
    const what = `Mail was forwarded to ${visibleLine(cellText(change.after))}, and is no longer`;
    findings.push({ what, time: undefined, source, ...times, ...made });
  }
  if (external.length === 0 && outside?.isKnown !== true)
    missing.push(unknownBecause('not-in-the-answer', 'It is not known whether the mailbox forwards outside.'));
  return { findings, seen, missing };
}

function forwardingRemoval(address: string) {
  return containment('forwarding', 'End the forwarding', 'Set-Mailbox', [
    ['Identity', address],
    ['ForwardingAddress', null],
    ['ForwardingSmtpAddress', null],
    ['DeliverToMailboxAndForward', false],
  ]);
}

async function ofMailFlow(incident: Incident): Promise<Part> {
  const rules = await incident.exchange.read(RULES, { ResultSize: 'Unlimited' }, RULE_SELECT);
  if (!rules.isKnown) return { findings: [], seen: [], missing: [rules] };
  const found = rules.value.map((rule) => ofRule(incident, rule));
  return {
    findings: found.flatMap((one) => one?.finding ?? []),
    seen: found.flatMap((one) => one?.evidence ?? []),
    missing: found.flatMap((one) => one?.unknown ?? []),
  };
}

interface Judged {
  readonly finding?: Finding;
  readonly evidence?: Evidence;
  readonly unknown?: UnknownValue<unknown>;
}

/** A rule that names the mailbox, or that is about everybody and was changed since. Undefined for one that does not touch it. */
function ofRule({ names, inside, since, now }: Incident, rule: JsonObject): Judged | undefined {
  const name = textIn(rule, 'Name');
  const persons = PERSONS.flatMap((property) => textsOf(rule[property]));
  const isNamed = persons.some((one) => names.has(one.toLowerCase()));
  const mayTouch = persons.length === 0 || UNNAMED.some((property) => textsOf(rule[property]).length > 0);
  if (!isNamed && !mayTouch) return undefined;
  const targets = SENDS.flatMap((property) => textsOf(rule[property]));
  const outside = targets.filter((one) => !(inside.isKnown && inside.value.hasAddress(one)));
  const deletes = rule.DeleteMessage === true;
  if (outside.length === 0 && !deletes) return undefined;
  const acts = outside.length === 0 ? 'deletes mail' : `sends mail to ${outside.map(visibleLine).join(', ')}`;
  const mark = markOf(rule, now.getTime());
  const changed = changedAt(rule);
  const what = `The mail flow rule ${shownText(name)} ${acts}${mark ?? ''}`;
  const evidence = { what, time: changed, source: RULES };
  const isNew = changed !== undefined && changed >= since;
  if (mark !== undefined && mark !== '') return { evidence };
  if (!isNamed && changed === undefined) {
    const detail = `${RULES} does not say when the mail flow rule ${shownText(name)} was changed.`;
    return { evidence, unknown: unknownBecause('not-in-the-answer', detail) };
  }
  if (!isNamed && !isNew) return { evidence };
  const disable = containment('forwarding', `Disable the mail flow rule ${shownText(name)}`, 'Disable-TransportRule', [
    ['Identity', name],
  ]);
  const indicators = outside.filter((one) => one.includes('@')).map((value) => ({ kind: 'address', value }) as const);
  return { finding: { ...evidence, indicators, containment: [disable] } };
}

function changedAt(rule: JsonObject): Date | undefined {
  const time = new Date(textIn(rule, 'WhenChanged'));
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** Replies to everyone that were on before the incident are no trace of it. */
function ofReplies(incident: Incident): Part {
  const row = rowOf(incident, automaticReplies);
  if (!('cell' in row)) return { findings: [], seen: [], missing: [row] };
  const status = row.cell('AutomaticReplyStatus');
  const audience = row.cell('AutomaticReplyExternalAudience');
  if (status?.isKnown !== true || audience?.isKnown !== true)
    return {
      findings: [],
      seen: [],
      missing: [unknownBecause('not-in-the-answer', 'It is not known who gets automatic replies.')],
    };
  if (!repliesToAll(row)) return { findings: [], seen: [], missing: [] };
  const { kept, since } = incident;
  const report = [automaticReplies.name, 'mailbox-settings'].find(
    (name) => nightBefore(kept, since, name) !== undefined,
  );
  const before = report === undefined ? undefined : rowsIn(nightBefore(kept, since, report), report);
  const wasOn = before?.isKnown === true && before.value.some(repliesToAll);
  const change =
    report === undefined
      ? undefined
      : changesIn(kept, report, since).find(({ column }) => column.startsWith('AutomaticReply'));
  const source = change?.to?.name ?? 'Microsoft Graph';
  const evidence = { what: 'Automatic replies go to everyone outside', time: change?.to?.run.run.started, source };
  const off = containment('forwarding', 'End the automatic replies', 'Set-MailboxAutoReplyConfiguration', [
    ['Identity', incident.address],
    ['AutoReplyState', 'Disabled'],
  ]);
  return wasOn
    ? { findings: [], seen: [evidence], missing: [] }
    : {
        findings: [{ ...evidence, containment: [off], of: { report: automaticReplies.name, item: '' } }],
        seen: [],
        missing: [],
      };
}

function repliesToAll({ cell }: RowView): boolean {
  const isOn = ['alwaysenabled', 'scheduled'].includes(lower(valueOf(cell('AutomaticReplyStatus'))));
  return isOn && lower(valueOf(cell('AutomaticReplyExternalAudience'))) === 'all';
}

function lower(value: Json | undefined): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}

function textsOf(value: Json | undefined): readonly string[] {
  const list = Array.isArray(value) ? value : [value ?? null];
  return list.filter((one) => typeof one === 'string' && one !== '').map(String);
}
