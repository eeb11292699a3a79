import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { MailboxResult, ReportResult } from '../run/mailbox-result.ts';
import type { Rule, Setting } from '../policy/definition.ts';
import type { Finding } from '../policy/verdict.ts';
import { rowIdentity } from '../reports/row-identity.ts';
import type { Row } from '../reports/rows.ts';
import type { EpochMs } from '../text/numbers.ts';
import {
  comparable,
  isGuid,
  isSame,
  setCmdletOf,
  settingIn,
  targetKey,
  type SettingChange,
  type Target,
} from './change.ts';
import { problemOf } from './mailbox-settings.ts';

/** A change that may be required by several rules. */
type PlannedChange = SettingChange & { readonly rules: string[] };

interface TargetChanges {
  readonly resource: JsonObject;
  readonly changes: readonly PlannedChange[];
  /** The last one that requires a change. */
  readonly rule: Rule;
}

/**
 * Collects what the rules of a policy change, as mailboxes pass. Only violations that fail or warn are changed: never an
 * exempt, known or inconclusive one, and nothing in a mailbox of which a report could not be read.
 */
export class PlanCollector {
  readonly #changes = new Map<string, PlannedChange>();
  readonly #now: EpochMs;
  /** The changes of the mailbox that is being added, by their target. */
  readonly #targets = new Map<string, TargetChanges>();
  /** Mailboxes of the plan whose properties on-premises may synchronize. */
  synchronized = 0;
  /** Violations that `set` does not correct, because the settings have these values already. */
  ineffective = 0;
  /** Violations in inbox rules that Graph does not let anybody change. */
  readOnly = 0;
  /** Violations that cannot be corrected, because Exchange Online does not show the property or the id of the mailbox. */
  unknown = 0;

  constructor(now: EpochMs) {
    this.#now = now;
  }

  get changes(): readonly SettingChange[] {
    return [...this.#changes.values()];
  }

  /** Adds the changes of a mailbox. Throws the UserErrors `SET_CONFLICT` and `SET_REFUSED`. */
  add(result: MailboxResult): void {
    if (result.status !== 'ok') return;
    for (const report of result.reports) {
      for (const verdict of report.verdict?.rules ?? []) {
        if (verdict.rule.set === undefined) continue;
        const violated = new Set(verdict.findings.filter(isCounted).map(({ row }) => row));
        for (const row of violated) if (row !== undefined) this.#addRow(verdict.rule, row, report, result);
      }
    }
    for (const { resource, changes, rule } of this.#targets.values()) this.#check(resource, changes, rule);
    this.#targets.clear();
  }

  /** Looks at all changes of a target of the mailbox, which several rules may require. */
  #check(resource: JsonObject, changes: readonly PlannedChange[], { place }: Rule): void {
    const [first] = changes;
    if (first?.exchange !== undefined) {
      const isCloudManaged = resource.IsDirSynced !== true || resource.IsExchangeCloudManaged === true;
      if (first.exchange.cmdlet === 'Set-Mailbox' && !isCloudManaged) this.synchronized += 1;
      return;
    }
    const problem = problemOf(resource, changes, this.#now);
    if (first === undefined || problem === undefined) return;
    const rules = [...new Set(changes.flatMap((change) => change.rules))].join('", "');
    throw new UserError('SET_REFUSED', `With the "set" of the rules "${rules}", ${first.address} ${problem.text}.`, {
      hint: 'Graph refuses this. Correct "set", or leave the mailbox out under "when" or by an exemption.',
      place,
    });
  }

  #addRow(rule: Rule, row: Row, report: ReportResult, result: MailboxResult): void {
    const resource = resourceOf(row, report, result);
    if (resource === undefined) return;
    const isInboxRule = report.definition.name === 'inbox-rules';
    if (isInboxRule && (resource.isReadOnly === true || typeof resource.id !== 'string')) {
      this.readOnly += 1;
      return;
    }
    const settings = rule.set ?? [];
    const target = targetOf(row, report, resource);
    const isHidden = target?.exchange !== undefined && settings.some(({ path }) => !Object.hasOwn(resource, path));
    if (target === undefined || isHidden) {
      this.unknown += 1;
      return;
    }
    const item = rowIdentity(report.definition).itemOf(row);
    const changed = settings.map((setting) =>
      this.#addSetting(rule, wholeTimeZone(setting), target, { item, resource }),
    );
    if (!changed.includes(true)) this.ineffective += 1;
  }

  /** Returns false if the setting has the value already. */
  #addSetting(
    rule: Rule,
    { path: setting, value: after }: Setting,
    target: Target,
    { item, resource }: { readonly item: string; readonly resource: JsonObject },
  ): boolean {
    const { id, place } = rule;
    const before = settingIn(resource, setting);
    if (isSame(setting, before, after)) return false;
    const key = JSON.stringify([targetKey(target), setting]);
    const planned = this.#changes.get(key);
    if (planned === undefined) {
      const change = { ...target, rules: [id], item, setting, before, after };
      this.#changes.set(key, change);
      const { changes = [] } = this.#targets.get(targetKey(target)) ?? {};
      this.#targets.set(targetKey(target), { resource, rule, changes: [...changes, change] });
    } else if (!isSame(setting, planned.after, after)) {
      throw new UserError(
        'SET_CONFLICT',
        `The rules "${planned.rules.join('", "')}" and "${id}" set ${setting} of ${target.address} to different values.`,
        { hint: 'Set the same value in both rules, or limit each to different mailboxes under "when".', place },
      );
    } else if (!planned.rules.includes(id)) {
      planned.rules.push(id);
    }
    return true;
  }
}

/** Whether a finding is a violation, neither exempt nor known. */
function isCounted({ verdict }: Finding): boolean {
  return verdict === 'fail' || verdict === 'warn';
}

/** Where the changes of a row are written; undefined if Exchange Online does not say which mailbox it is. */
function targetOf(
  { mailbox: { address } }: Row,
  { definition }: ReportResult,
  resource: JsonObject,
): Target | undefined {
  const cmdlet = setCmdletOf(definition.name);
  if (cmdlet !== undefined) {
    return isGuid(resource.Guid)
      ? { address, inboxRule: undefined, exchange: { cmdlet, identity: resource.Guid } }
      : undefined;
  }
  const { id } = resource;
  return { address, inboxRule: definition.name === 'inbox-rules' && typeof id === 'string' ? id : undefined };
}

/** What `set` is a part of: the inbox rule of the row, the object of Exchange Online, or the settings of the mailbox. */
function resourceOf(row: Row, { definition }: ReportResult, { reports }: MailboxResult): JsonObject | undefined {
  const isOwn = definition.name === 'inbox-rules' || setCmdletOf(definition.name) !== undefined;
  const settings = reports.find((report) => report.definition.name === 'mailbox-settings');
  const { object } = (isOwn ? row : settings?.rows[0]) ?? {};
  return isObject(object) ? object : undefined;
}

/** A custom time zone has more than a name, so the zone is replaced as a whole. */
function wholeTimeZone({ path, value }: Setting): Setting {
  return path === 'workingHours.timeZone.name'
    ? { path: 'workingHours.timeZone', value: { name: value } }
    : { path, value };
}

/** The changes in the order of plan.csv, which does not depend on the mailbox list. */
export function sortedChanges(changes: readonly SettingChange[]): readonly SettingChange[] {
  return changes
    .map((change) => ({ change, key: changeKey(change) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ change }) => change);
}

/** The SHA-256 of a plan in hex: the same changes give the same digest on any machine, in any order. */
export function planDigest(changes: readonly SettingChange[]): string {
  const lines = changes.map(changeKey).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

function changeKey({ address, rules, item, inboxRule = '', exchange, setting, before, after }: SettingChange): string {
  const values = [comparable(setting, before), comparable(setting, after)];
  const target = [inboxRule, exchange?.cmdlet ?? '', exchange?.identity.toLowerCase() ?? ''];
  return JSON.stringify([address.toLowerCase(), item, setting, ...target, [...rules].sort(), ...values]);
}
