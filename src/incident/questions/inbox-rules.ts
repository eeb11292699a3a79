import { inboxRules as report } from '../../reports/built-in/inbox-rules.ts';
import { shownText as cellShown } from '../../reports/row-view.ts';
import { known, unknownAs, unknownBecause, valueOf, type Known, type UnknownValue } from '../../reports/known.ts';
import { shownText, visibleLine } from '../../text/display.ts';
import { utcText } from '../../text/numbers.ts';
import { ruleSentence } from '../../text/rule-sentence.ts';
import { agedRows, type AgedRow } from '../aged-rows.ts';
import type { Containment, Evidence, Finding, Indicator } from '../answer.ts';
import { containment } from '../commands.ts';
import type { Incident } from '../incident.ts';
import { changesIn } from '../kept-nights.ts';
import type { Question } from '../question.ts';
import { exchangeRule, outsideTargets, RULE_SELECT, ruleText, type ExchangeRule } from './exchange-rules.ts';

/** Rules that Exchange itself hides in every mailbox, by their names, which anybody can give to a rule. */
const SYSTEM_NAME = /^(?:Junk E-?mail Rule|Microsoft\.Exchange\.OOF\..*)$/i;
const HARMFUL = ['ExternalTargets', 'Hides', 'ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo', 'Delete'];

/** Whether a rule of the inbox is new, hides, forwards outside or deletes. */
export const inboxRules: Question = {
  id: 'inbox-rules',
  question: 'Is there an inbox rule that is new, hides, forwards outside or deletes?',
  permissions: [{ name: 'MailboxSettings.Read', why: 'the inbox rules' }],
  cmdlets: [{ name: 'Get-InboxRule', why: 'the inbox rules with the hidden ones' }],
  reports: [report.name],
  audit: {
    exchangeAdmin: ['New-InboxRule', 'Set-InboxRule', 'Remove-InboxRule', 'Enable-InboxRule', 'Disable-InboxRule'],
    exchangeItem: ['UpdateInboxRules'],
  },
  look: async (incident) => {
    const [rows, rules] = await Promise.all([agedRows(incident, report, 'Microsoft Graph'), exchangeRules(incident)]);
    const missing: UnknownValue<unknown>[] = [];
    const findings: Finding[] = [];
    const seen: Evidence[] = [];
    const take = ({ finding, evidence, unknown }: Judged): void => {
      if (finding !== undefined) findings.push(finding);
      if (evidence !== undefined) seen.push(evidence);
      if (unknown !== undefined) missing.push(unknown);
    };
    const shown = rules.isKnown ? rules.value.shown : [];
    if (rows.isKnown) for (const row of rows.value) take(ofRow(incident, row, shown));
    else missing.push(rows);
    if (rules.isKnown) {
      const listed = new Set(rows.isKnown ? rows.value.map(({ item }) => item) : []);
      for (const rule of shown) if (!listed.has(rule.name)) take(ofExchange(incident, 'inbox rule', rule));
      for (const rule of rules.value.hidden) take(ofHidden(incident, rule));
    } else missing.push(rules);
    findings.push(...(await goneRules(incident, rows)));
    const { missing: ofAudit } = await incident.audit;
    if (rows.isKnown && ofAudit !== undefined && rows.value.some(({ age }) => age === 'unknown')) missing.push(ofAudit);
    return {
      findings,
      seen,
      missing,
      summary: 'No inbox rule is new, hides, forwards outside or deletes. Of hidden rules: none that Exchange lists.',
      sources: ['Microsoft Graph', 'Get-InboxRule', 'kept reports', 'audit log'],
    };
  },
};

/** What a rule means for the answer. */
interface Judged {
  readonly finding?: Finding;
  readonly evidence?: Evidence;
  readonly unknown?: UnknownValue<unknown>;
}

/** A hidden rule is one that Exchange lists only with the hidden ones, by its identity as text. */
async function exchangeRules({
  address,
  exchange,
}: Incident): Promise<Known<{ readonly shown: readonly ExchangeRule[]; readonly hidden: readonly ExchangeRule[] }>> {
  const cmdlet = 'Get-InboxRule';
  const [shown, all] = await Promise.all([
    exchange.read(cmdlet, { Mailbox: address }, RULE_SELECT),
    exchange.read(cmdlet, { Mailbox: address, IncludeHidden: true }, RULE_SELECT),
  ]);
  if (!shown.isKnown) return unknownAs(shown);
  if (!all.isKnown) return unknownAs(all);
  const rules = shown.value.map(exchangeRule);
  const identities = new Set(rules.map(({ identity }) => identity));
  if (identities.has(''))
    return unknownBecause('not-in-the-answer', 'Get-InboxRule returns rules without an Identity.');
  return known({
    shown: rules,
    hidden: all.value.map(exchangeRule).filter(({ identity }) => !identities.has(identity)),
  });
}

function ofRow(incident: Incident, aged: AgedRow, rules: readonly ExchangeRule[]): Judged {
  const { item, row, age, isThere, time, after, by, source } = aged;
  const [rule, ...others] = rules.filter(({ name }) => name === item);
  const same = others.length === 0 ? rule : undefined;
  const cell = (column: string): string =>
    column === 'MoveToFolder' && same !== undefined && same.folder !== '' ? same.folder : cellShown(row.cell(column));
  const [targets, hides, enabled] = ['ExternalTargets', 'Hides', 'Enabled'].map((column) => row.cell(column));
  const outside = valueOf(targets);
  const addresses = Array.isArray(outside) ? outside.filter((one) => typeof one === 'string') : [];
  const isHarmful = valueOf(hides) === true || addresses.length > 0 || same?.hides === true;
  const change = changesIn(incident.kept, report.name, incident.since).find(
    (one) => one.kind === 'changed' && one.item === item && HARMFUL.includes(one.column),
  );
  const isActive = valueOf(enabled) !== false;
  const what = `The inbox rule ${shownText(item)} ${ruleSentence(cell)}${ageText(aged)}`;
  const evidence = { what, time, after, by, source };
  const isFound = age === 'new' || (isHarmful && (isActive || change !== undefined));
  if (isFound) {
    const changed = age === 'new' || change === undefined ? {} : changeTimes(change);
    const indicators: readonly Indicator[] = [
      ...aged.indicators,
      ...addresses.map((value) => ({ kind: 'address', value }) as const),
      ...(isHarmful ? [{ kind: 'rule', value: item } as const] : []),
    ];
    const command = isThere ? [removal(incident, item, same)] : [];
    const of = { report: report.name, item };
    return { finding: { ...evidence, ...changed, indicators, containment: command, of } };
  }
  const isHidden = hides?.isKnown !== true || targets?.isKnown !== true;
  if (isHidden && same === undefined) {
    const detail = `Graph does not show all that the inbox rule ${shownText(item)} does.`;
    return { evidence, unknown: unknownBecause('not-in-the-answer', detail) };
  }
  if (age !== 'unknown') return { evidence };
  const detail = `No report from before ${utcText(incident.since.getTime())} and no whole audit log say whether the inbox rule ${shownText(item)} is new.`;
  return { evidence, unknown: unknownBecause('retention', detail) };
}

function changeTimes({ from, to }: ReturnType<typeof changesIn>[number]) {
  return { time: to?.run.run.started, after: from?.ended, source: to?.name ?? '' };
}

function ageText({ age, isThere, time }: AgedRow): string {
  if (!isThere) return ', and is gone';
  if (age === 'old') return time === undefined ? '' : `, at least since ${utcText(time.getTime())}`;
  return '';
}

function removal({ address }: Incident, name: string, rule: ExchangeRule | undefined): Containment {
  return containment('rules', `Remove the inbox rule ${shownText(name)}`, 'Remove-InboxRule', [
    ['Mailbox', address],
    ['Identity', rule?.identity ?? name],
  ]);
}

/** A rule that Exchange lists and Graph does not. */
function ofExchange(incident: Incident, kind: string, rule: ExchangeRule): Judged {
  const outside = outsideTargets(rule, incident.inside);
  const evidence = { what: ruleText(kind, rule), time: undefined, source: 'Get-InboxRule' };
  if (!rule.hides && outside.length === 0) {
    const detail = `Graph does not list the ${kind} ${shownText(rule.name)}, so it is not known whether it is new.`;
    return { evidence, unknown: unknownBecause('not-in-the-answer', detail) };
  }
  const indicators = [
    ...outside.map((value) => ({ kind: 'address', value }) as const),
    { kind: 'rule', value: rule.name } as const,
  ];
  return { finding: { ...evidence, indicators, containment: [removal(incident, rule.name, rule)] } };
}

/** A name proves nothing: what the rule does decides. */
function ofHidden(incident: Incident, rule: ExchangeRule): Judged {
  const what = ruleText('hidden rule', rule);
  if (rule.acts && rule.isEnabled) {
    const { finding = { what, time: undefined, source: 'Get-InboxRule' } } = ofExchange(incident, 'hidden rule', rule);
    return { finding: { ...finding, containment: [removal(incident, rule.name, rule)] } };
  }
  const evidence = { what: `${what}; its name proves nothing`, time: undefined, source: 'Get-InboxRule' };
  if (SYSTEM_NAME.test(rule.name) || !rule.isEnabled) return { evidence };
  const detail = `Exchange does not show what the hidden rule ${shownText(rule.name)} does: look at it with MFCMAPI.`;
  return { evidence, unknown: unknownBecause('not-in-the-answer', detail) };
}

/** Rules that were made and taken away between two nights, as only the audit log says. */
async function goneRules(incident: Incident, rows: Known<readonly AgedRow[]>): Promise<readonly Finding[]> {
  const { records } = await incident.audit;
  const listed = new Set(rows.isKnown ? rows.value.map(({ item }) => item) : []);
  return records.flatMap(({ time, operation, actor, parameters }): Finding[] => {
    const isMade = operation === 'New-InboxRule' || parameters.get('ruleoperation') === 'AddMailboxRule';
    const name = parameters.get('name') ?? parameters.get('rulename') ?? '';
    if (!rows.isKnown || !isMade || name === '' || listed.has(name) || time < incident.since) return [];
    const what = `The inbox rule ${shownText(name)} was made, and is gone`;
    return [{ what, time, by: visibleLine(actor), source: 'audit log', indicators: [{ kind: 'rule', value: name }] }];
  });
}
