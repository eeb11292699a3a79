import type { Json } from '../../tenant/json.ts';
import { isTable, REPORTS, type ReportColumns } from './columns.ts';
import { exceptionsOf, withControls } from './controls.ts';
import type { Left } from './parts.ts';
import { aboutRegister, registerOf, REPORTS_OF_RIGHTS } from './register.ts';
import { namesRegister, REMEDIATION_RULES } from './remediation-rules.ts';
import type { WorldRight } from './rights.ts';
import { schemaOf } from './schemas.ts';
import type { Draws, Streams } from './streams.ts';
import type { WorldExemption, WorldList, WorldPolicy, WorldRule } from './world.ts';

const DAY = 86_400_000;
/** What names rows of tables, or patterns. */
const ITEMS: Readonly<Record<string, readonly string[]>> = {
  addresses: ['*@fabrikam.com', 'DESK@*', '*', 'nobody@contoso.com'],
  'remote-domains': ['fabrikam.com', '*.com', 'MAIL.example', '?'],
  'applications-of-tenant': ['Backup; *', '*', '*CRM*'],
  'deleted-mailboxes': ['*', '*a*', '?????????????????????????4??????????'],
};
const MOST_RULES = 5;
const MOST_EXEMPTIONS = 3;

/** What a policy is about. */
export interface Subject {
  readonly start: number;
  readonly list: WorldList;
  /** Built-in reports that the run names. */
  readonly reports: readonly string[];
  /** Built-in reports that rules may add to the run. */
  readonly others: readonly string[];
  readonly rights: readonly WorldRight[];
}

/** @param name of the policy, which its streams have */
export function policyOf(streams: Streams, left: Left, name: string, subject: Subject): WorldPolicy | undefined {
  const draws = streams.of(name);
  const count = draws.between(1, MOST_RULES);
  const made = Array.from({ length: count }, (_, at) => `r${at + 1}`).flatMap((id) =>
    left.has(name, id) ? ruleOf(streams, `${name} ${id}`, id, subject) : [],
  );
  const rules = withControls(streams, left, name, made);
  if (rules.length === 0) return undefined;
  const exemptions = [
    ...exemptionsOf(streams, left, name, rules, subject),
    ...exceptionsOf(streams, left, name, rules, subject.start),
  ];
  const hasRights = subject.reports.some((report) => REPORTS_OF_RIGHTS.includes(report));
  const register = streams.has(`${name} has a register`, hasRights ? 0.7 : 0.1)
    ? registerOf(streams, left, name, subject)
    : undefined;
  const setting = settingRules(streams, left, name, subject.reports);
  if (register === undefined) return { rules: [...rules, ...setting], exemptions };
  const others = aboutRegister(streams, left, name, rules, subject.reports);
  return { rules: [...others, ...setting], exemptions, register };
}

/** A rule that says what a remediation changes, which is nothing to a report. */
function settingRules(streams: Streams, left: Left, name: string, reports: readonly string[]): WorldRule[] {
  const draws = streams.of(`${name} set`);
  const some = REMEDIATION_RULES.filter(
    (rule) => reports.includes(rule.report) && rule.set !== undefined && !namesRegister(rule),
  );
  if (!draws.has(0.3) || some.length === 0 || !left.has(name, 'set')) return [];
  const { report, severity, when, expect, set } = draws.pick(some);
  return [
    {
      id: 'sets',
      report,
      severity,
      expect,
      ...(when === undefined ? {} : { when }),
      ...(set === undefined ? {} : { set }),
    },
  ];
}

function ruleOf(streams: Streams, name: string, id: string, { list, reports, others }: Subject): WorldRule[] {
  const draws = streams.of(name);
  const report = draws.has(0.75) || others.length === 0 ? draws.pick(reports) : draws.pick(others);
  const definition = REPORTS[report];
  if (definition === undefined) return [];
  const choose = (most: number, part: string): Record<string, Json> => {
    const ofPart = streams.of(`${name} ${part}`);
    const count = ofPart.between(1, most);
    return Object.fromEntries(
      Array.from({ length: count }, () => conditionOf(ofPart, report, definition, list, reports)),
    );
  };
  return [
    {
      id,
      ...(draws.has(0.5) ? { title: `Rule ${id} | "of" ${report}` } : {}),
      ...(report === 'mailbox-settings' && draws.has(0.5) ? {} : { report }),
      ...(draws.has(0.5) ? { severity: draws.pick(['error', 'warning'] as const) } : {}),
      ...(draws.has(0.55) ? { when: choose(2, 'when') } : {}),
      expect: choose(2, 'expect'),
      ...(draws.has(0.3)
        ? { message: `${isTable(report) ? 'The tenant' : '{MailboxName}'} has ${messageColumn(draws, definition)}` }
        : {}),
      ...(draws.has(0.15) ? { help: 'https://intranet.contoso.com/mail-policy' } : {}),
    },
  ];
}

function messageColumn(draws: Draws, { columns }: ReportColumns): string {
  return `{${draws.pick(Object.keys(columns))}}`;
}

function conditionOf(
  draws: Draws,
  report: string,
  { columns }: ReportColumns,
  list: WorldList,
  reports: readonly string[],
): [string, Json] {
  const lot = draws.share();
  if (!isTable(report) && lot < 0.06) {
    const { address } = draws.pick(list.entries);
    const letter = (address[0] ?? 'a').toLowerCase().replace(/[^a-z]/, 'a');
    return ['MailboxName', { pattern: `(?i)^[${letter}-z]` }];
  }
  if (!isTable(report) && lot < 0.12 && list.columns.length > 0) {
    const column = draws.pick(list.columns);
    const cell = draws.pick(list.entries).cells[list.columns.indexOf(column)] ?? '';
    return [column, draws.pick<Json>([{ const: cell }, { not: { const: cell } }, { type: 'string' }])];
  }
  if (lot < 0.3) {
    // A table is about no mailbox.
    const withOneRow = isTable(report) ? ['table'] : ['one', 'table'];
    const others = reports.filter((name) => name !== report && withOneRow.includes(REPORTS[name]?.rows ?? ''));
    const other = others.length === 0 ? undefined : draws.pick(others);
    const ofOther = other === undefined ? undefined : REPORTS[other];
    if (other !== undefined && ofOther !== undefined) {
      const column = draws.pick(Object.keys(ofOther.columns));
      const kind = ofOther.columns[column];
      if (kind !== undefined) return [`${other}.${column}`, schemaOf(kind, draws)];
    }
  }
  const objects = Object.keys(columns).filter((name) => columns[name]?.type === 'object');
  // Many keywords are about objects alone, and few columns have any.
  const column = draws.pick(objects.length > 0 && draws.has(0.25) ? objects : Object.keys(columns));
  const kind = columns[column];
  if (kind === undefined) throw new Error(`${report} has no column ${column}`);
  return [column, schemaOf(kind, draws)];
}

function exemptionsOf(
  streams: Streams,
  left: Left,
  name: string,
  rules: readonly WorldRule[],
  { list, start }: Subject,
): WorldExemption[] {
  const draws = streams.of(`${name} exemptions`);
  const count = draws.has(0.5) ? draws.between(1, MOST_EXEMPTIONS) : 0;
  return Array.from({ length: count }, (_, at) => at).flatMap((at): WorldExemption[] => {
    const ofOne = streams.of(`${name} exemption ${at}`);
    const { id, report = 'mailbox-settings' } = ofOne.pick(rules);
    const date = new Date(start + ofOne.pick([-1, 0, 0, 1, 20, 60]) * DAY).toISOString().slice(0, 10);
    const others = { reason: 'Board decision', owner: 'messaging@contoso.com', expires: date };
    if (!left.has('exemptions', `${name} ${at}`)) return [];
    if (REPORTS[report]?.rows === 'table') return [{ rule: id, ...others }];
    if (isTable(report)) return [{ rule: id, items: [ofOne.pick(ITEMS[report] ?? ['*'])], ...others }];
    const patterns = Array.from({ length: ofOne.between(1, 2) }, () => patternOf(ofOne, list));
    return [{ rule: id, mailboxes: [...new Set(patterns)], ...others }];
  });
}

function patternOf(draws: Draws, { entries }: WorldList): string {
  const { address } = draws.pick(entries);
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  return draws.pick([
    address,
    address.toUpperCase(),
    address.toLowerCase(),
    `${local.slice(0, 2)}*@${domain}`,
    `*@${domain}`,
    `${address.slice(0, 1)}?${address.slice(2)}`,
    `nobody.else@${domain}`,
  ]);
}
