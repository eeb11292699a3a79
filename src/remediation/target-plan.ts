import { UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { WHOLE_ROW, type Rule, type Setting } from '../policy/policy-definition.ts';
import type { PolicyJudge } from '../policy/judge.ts';
import type { Finding } from '../policy/verdict.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { Row } from '../reports/rows.ts';
import type { EpochMs } from '../text/numbers.ts';
import { REGISTERED_COLUMN } from '../text/registration.ts';
import { targetOf, type PlannedChange, type Target } from './change.ts';
import { reasonText, type LeftRow, type Reason } from './left-row.ts';
import { ZONE } from './targets/mailbox-settings.ts';
import { changed, isSame, settingIn } from './targets/setting-values.ts';
import type { Identities } from '../mailboxes/identities.ts';
import {
  cellsAfter,
  isSameCell,
  itemOf,
  merged,
  plannedChange,
  type JudgedRow,
  type OtherRows,
} from './planned-change.ts';
import type { RowReader } from './row-reader.ts';

export interface TargetPlan {
  readonly changes: readonly PlannedChange[];
  readonly left: readonly LeftRow[];
}

/** Decides what the rules of a policy change of one target: the settings of a mailbox, an inbox rule, or what a cmdlet sets. */
export class TargetPlanner {
  readonly #judge: PolicyJudge;
  readonly #identities: Identities;
  readonly #readRow: RowReader;
  readonly #now: EpochMs;

  /** @param judge judges rows as they are now, or would be. Its counts of exemptions mean nothing */
  constructor(judge: PolicyJudge, identities: Identities, readRow: RowReader, now: EpochMs) {
    this.#judge = judge;
    this.#identities = identities;
    this.#readRow = readRow;
    this.#now = now;
  }

  /** The row of a report that shows an object of the service, with its violations; undefined if it cannot be read as one. */
  judged(report: ReportDefinition, mailbox: Mailbox, resource: JsonObject, beside: OtherRows): JudgedRow | undefined {
    const row = this.#readRow(report, mailbox, resource);
    const verdict = row && this.#judge.judgeOf(report.name)?.([row], beside.rowsOf);
    return row && { report, row, findings: countedFindings(row, verdict?.rules) };
  }

  /**
   * Changes only the settings that violating cells need. Throws the UserError `SET_CONFLICT` if rules set different values or undo each
   * other, and `SET_REFUSED` if a rule is violated after its change too, or the service would refuse the change.
   */
  plan(target: Target, resource: JsonObject, rows: readonly JudgedRow[], beside: OtherRows): TargetPlan {
    const changes = new Map<string, PlannedChange>();
    const left: LeftRow[] = [];
    const rules = new Map<string, Rule>();
    for (const judgedRow of rows) {
      for (const [rule, findings] of Map.groupBy(judgedRow.findings, (finding) => finding.rule)) {
        if (rule.set === undefined) continue;
        const needed =
          this.#reasonToSkip(rule, target, resource) ??
          (isRemoval(rule) && findings.every(isDue) ? ('due-right' satisfies Reason) : undefined) ??
          (isRemoval(rule) ? rule.set : this.#needed(rule, findings, judgedRow, resource));
        if (typeof needed === 'string') {
          left.push(leftRow(judgedRow, rule, needed));
          continue;
        }
        const differing = needed.filter(({ path, value }) => !isSame(path, settingIn(resource, path), value));
        if (differing.length === 0) left.push(leftRow(judgedRow, rule, 'ineffective'));
        for (const { path, value } of differing) {
          rules.set(rule.id, rule);
          const change = plannedChange(target, { path, value }, rule, {
            findings,
            judged: judgedRow,
            resource,
            beside,
          });
          changes.set(path, merged(changes.get(path), change, rule));
        }
      }
    }
    const targetChanges = [...changes.values()];
    if (changes.has(WHOLE_ROW) && changes.size > 1) throw removedAndSet(target, rules);
    if (targetChanges.length > 0) this.#check(target, resource, { rows, planned: targetChanges, rules, beside });
    return { changes: targetChanges, left };
  }

  #reasonToSkip(rule: Rule, target: Target, resource: JsonObject): string | undefined {
    const { address, mailboxId, guid, entry } = target;
    const refusal = targetOf(target).refusalOf?.(entry, resource);
    if (refusal !== undefined) return refusal;
    const isShown = (rule.set ?? []).every(({ path }) => Object.hasOwn(resource, path));
    if (guid !== undefined && (guid === '' || !isShown)) return 'hidden' satisfies Reason;
    const { exemptions, baseline } = this.#judge;
    // An address alone can name another mailbox by the time of the write.
    const isBound = mailboxId !== undefined || guid !== undefined;
    const isOfFile = exemptions.isInForce(rule.id) || baseline?.hasRule(rule.id) === true;
    const needsAddresses = isOfFile || namesRegister(rule);
    const hasAddresses = this.#identities.of(address)?.addresses !== undefined;
    if (isBound && (hasAddresses || !needsAddresses)) return undefined;
    return (this.#identities.isDenied ? 'account-denied' : 'account-unknown') satisfies Reason;
  }

  /** The settings that the violating cells of a row need. */
  #needed(
    rule: Rule,
    findings: readonly Finding[],
    judgedRow: JudgedRow,
    resource: JsonObject,
  ): readonly Setting[] | 'unclear' {
    const settings = (rule.set ?? []).map(wholeTimeZone);
    const columns = Object.keys(rule.expect);
    const violating = new Set(findings.map(({ column }) => column));
    const corrected = new Set<string>();
    const needed: Setting[] = [];
    for (const setting of settings) {
      const shownIn =
        setting.column === undefined ? this.#columnsOf(setting, judgedRow, resource, columns) : [setting.column];
      for (const column of shownIn) corrected.add(column);
      const isAlready = isSame(setting.path, settingIn(resource, setting.path), setting.value);
      if (shownIn.length === 0 && !isAlready && violating.size < columns.length) return 'unclear';
      if (shownIn.length === 0 || shownIn.some((column) => violating.has(column))) needed.push(setting);
    }
    const isCorrected = violating.size === columns.length || [...violating].every((column) => corrected.has(column));
    return isCorrected ? needed : 'unclear';
  }

  /** The columns whose cells a setting changes. */
  #columnsOf(
    { path, value }: Setting,
    { report, row }: JudgedRow,
    resource: JsonObject,
    columns: readonly string[],
  ): readonly string[] {
    const [before, after] = [[], [{ setting: path, after: value }]].map((changes) =>
      cellsAfter(this.#readRow, { report, mailbox: row.mailbox, object: resource, changes }),
    );
    if (before === undefined || after === undefined) return [];
    return columns.filter((column) => !isSameCell(before(column), after(column)));
  }

  #check(
    target: Target,
    resource: JsonObject,
    {
      rows,
      planned,
      rules,
      beside,
    }: {
      readonly beside: OtherRows;
      readonly rows: readonly JudgedRow[];
      readonly planned: readonly PlannedChange[];
      readonly rules: ReadonlyMap<string, Rule>;
    },
  ): void {
    const [[, first] = []] = rules;
    const ruleIds = [...rules.keys()].join('", "');
    const problem = targetOf(target).problemOf?.(resource, planned, this.#now);
    if (problem !== undefined) {
      throw new UserError(
        'SET_REFUSED',
        `With the "set" of the rules "${ruleIds}", ${target.address} ${problem.text}.`,
        {
          hint: 'Graph refuses this. Correct "set", or leave the mailbox out under "when" or by an exemption.',
          place: first?.place,
        },
      );
    }
    // A row that is taken away violates nothing.
    if (planned.some(({ setting }) => setting === WHOLE_ROW)) return;
    const after = changed(resource, planned);
    for (const { report, row, findings } of rows) {
      for (const { rule, column } of this.judged(report, row.mailbox, after, beside)?.findings ?? []) {
        const cell = `${column} of ${target.address}`;
        if (rules.has(rule.id)) {
          const message = `The "set" of the rule "${rule.id}" does not satisfy it: ${cell} would still violate it.`;
          const hint = 'Correct "set", or leave the mailbox out under "when" or by an exemption.';
          throw new UserError('SET_REFUSED', message, { hint, place: rule.place });
        }
        // A warning that asks for another change, such as the deletion of a disabled inbox rule, is no contradiction.
        if (rule.set === undefined && rule.severity === 'warning') continue;
        if (findings.some((finding) => finding.rule === rule)) continue;
        const message = `With the "set" of the rules "${ruleIds}", ${cell} would violate the rule "${rule.id}".`;
        const hint =
          'Correct the rules so that a mailbox can satisfy all of them, or limit each to different mailboxes under "when".';
        throw new UserError('SET_CONFLICT', message, { hint, place: rule.place });
      }
    }
  }
}

/** Whether a right violates a rule only because nobody has reviewed it: nothing is taken away because nobody answered. */
function isDue({ column, found }: Finding): boolean {
  return column === REGISTERED_COLUMN && found === 'due';
}

/** Whether a rule depends on what a register says about a right. */
export function namesRegister({ when, expect }: Rule): boolean {
  return Object.hasOwn(when, REGISTERED_COLUMN) || Object.hasOwn(expect, REGISTERED_COLUMN);
}

/** Whether a rule takes the violating row away. */
export function isRemoval({ set }: Rule): boolean {
  return set?.some(({ path }) => path === WHOLE_ROW) === true;
}

function removedAndSet({ address }: Target, rules: ReadonlyMap<string, Rule>): UserError {
  const [[, first] = []] = rules;
  const ids = [...rules.keys()].join('" and "');
  return new UserError('SET_CONFLICT', `The rules "${ids}" set and remove the same row of ${address}.`, {
    hint: 'Limit each rule to different rows under "when".',
    place: first?.place,
  });
}

function leftRow(judgedRow: JudgedRow, rule: Rule, code: string): LeftRow {
  const { address: mailbox } = judgedRow.row.mailbox;
  return { mailbox, item: itemOf(judgedRow), rule: rule.id, reason: reasonText(code) };
}

/** The violations of a row that `set` corrects, as left for a reason. */
export function rowsToChange(judgedRow: JudgedRow, code: string): readonly LeftRow[] {
  const rules = new Set(judgedRow.findings.map(({ rule }) => rule).filter(({ set }) => set !== undefined));
  return [...rules].map((rule) => leftRow(judgedRow, rule, code));
}

/** The violations of a row that are neither exempt nor known. */
export function countedFindings(
  row: Row,
  rules: readonly { readonly findings: readonly Finding[] }[] = [],
): readonly Finding[] {
  return rules
    .flatMap(({ findings }) => findings)
    .filter((finding) => finding.row === row && (finding.verdict === 'fail' || finding.verdict === 'warn'));
}

/** A custom time zone has more than a name, so the zone is replaced as a whole. */
export function wholeTimeZone(setting: Setting): Setting {
  return setting.path === `${ZONE}.name` ? { ...setting, path: ZONE, value: { name: setting.value } } : setting;
}
