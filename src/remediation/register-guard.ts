import { UserError } from '../errors.ts';
import { EVERY_MAILBOX } from '../policy/register/register-entry.ts';
import { WHOLE_ROW, type Policy } from '../policy/policy-definition.ts';
import { compileConditions, resultOf, rowOf, type Condition, type RowsOf } from '../reports/conditions.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { Row } from '../reports/rows.ts';
import { rowsByReport, type MailboxResult } from '../run/mailbox-result.ts';
import type { Receiver } from '../run/pipeline.ts';
import { count, counted } from '../text/numbers.ts';
import { REGISTERED_COLUMN } from '../text/registration.ts';
import type { PlannedChange } from './change.ts';
import { isRemoval, namesRegister } from './target-plan.ts';

/** The rights of a report that rules would take away unless the register has them. */
interface GuardedReport {
  readonly report: ReportDefinition;
  /** The conditions of each rule but those about the register. */
  readonly rules: readonly (readonly Condition[])[];
  rights: number;
  registered: number;
}

/**
 * Counts how many of the rights that were read a register has, so that one that is incomplete takes nothing away. Rights that are
 * registered for every mailbox at once do not count, nor do those of mailboxes that could not be read. A right of which it is not known
 * whether it is registered counts as one that is not.
 */
export class RegisterGuard implements Receiver {
  readonly #rules: ReadonlySet<string>;
  readonly #reports: readonly GuardedReport[];

  constructor({ rules }: Policy, reports: readonly ReportDefinition[], now: number) {
    const guarded = rules.filter((rule) => isRemoval(rule) && namesRegister(rule));
    this.#rules = new Set(guarded.map(({ id }) => id));
    this.#reports = reports.flatMap((report) => {
      const own = guarded.filter((rule) => rule.report === report.name);
      const conditions = own.map(({ when }) => {
        const others = Object.entries(when).filter(([column]) => column !== REGISTERED_COLUMN);
        return compileConditions(Object.fromEntries(others), report, now, reports);
      });
      return own.length === 0 ? [] : { report, rules: conditions, rights: 0, registered: 0 };
    });
  }

  add(result: MailboxResult): void {
    if (result.status !== 'ok') return;
    const rowsOf = rowsByReport(result.reports);
    for (const guarded of this.#reports) {
      const { rows = [] } = result.reports.find(({ definition }) => definition.name === guarded.report.name) ?? {};
      for (const row of rows) {
        const { registration } = row;
        if (registration === undefined || registration.registered === 'not-applicable') continue;
        if (registration.entry?.mailbox === EVERY_MAILBOX) continue;
        if (!guarded.rules.some((when) => mayConcern(when, row, rowsOf))) continue;
        guarded.rights += 1;
        if (registration.entry !== undefined) guarded.registered += 1;
      }
    }
  }

  /**
   * Throws the UserError `REGISTER_INCOMPLETE` if the plan would take rights away and the register has less than half of the rights of
   * a report.
   */
  require(changes: readonly PlannedChange[]): void {
    const removes = changes.some(
      ({ setting, rules }) => setting === WHOLE_ROW && rules.some((rule) => this.#rules.has(rule)),
    );
    const lacking = this.#reports.find(({ rights, registered }) => 2 * registered < rights);
    if (!removes || lacking === undefined) return;
    const { report, rights, registered } = lacking;
    const has = registered === 0 ? 'none' : `only ${count(registered)}`;
    const message = `The register has ${has} of ${counted(rights, 'right', 'rights')} in ${report.name}, less than half, so nothing is planned.`;
    const hint = `Add the rights that are meant to be with "mailbox-report register update", and make the plan again. If so many are to be taken away, plan for more mailboxes at once, or take some away by hand.`;
    throw new UserError('REGISTER_INCOMPLETE', message, { hint });
  }
}

function mayConcern(when: readonly Condition[], row: Row, rowsOf: RowsOf): boolean {
  return when.every((condition) => {
    const read = rowOf(condition, row, rowsOf);
    if (read === undefined) return true;
    return !condition.isNotApplicable(read) && resultOf(condition, read, 'met') !== 'unmet';
  });
}
