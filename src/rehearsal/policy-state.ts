import { readMailboxLists } from '../mailboxes/list.ts';
import type { Baseline } from '../policy/baseline/baseline-file.ts';
import { builtInWith, chooseBaseline, choosePolicy } from '../policy/load.ts';
import type { Policy } from '../policy/policy-definition.ts';
import { chooseReports } from '../reports/choose.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { ValuesOf } from '../run/inputs.ts';

/** A policy as the files of a commit have it. */
export interface PolicyState {
  /** Undefined: the commit has none. */
  readonly policy: Policy | undefined;
  readonly baseline: Baseline | undefined;
  /** The built-in reports and those of report files, with the columns of the list. */
  readonly reports: ReadonlyMap<string, ReportDefinition>;
  /** The addresses of its mailbox lists, in lower case; undefined: it names none. */
  readonly addresses: readonly string[] | undefined;
}

/**
 * Reads a policy with its lists, report files and baseline. Rejects with the first UserError about one of them.
 *
 * @param folder with the files of the commit
 * @param listColumns those of the list that the rows were read with
 */
export async function policyState(
  { mailboxes, addressColumn, extraColumns, report, policy: file, baseline }: ValuesOf<'validate'>,
  folder: string,
  listColumns: readonly string[],
): Promise<PolicyState> {
  const { policy, reports } = await choosePolicy(file, folder, await chooseReports(report, folder), listColumns);
  const list =
    mailboxes.all || mailboxes.lists.length === 0
      ? undefined
      : await readMailboxLists({
          patterns: mailboxes.lists,
          workspace: folder,
          column: addressColumn,
          columns: extraColumns,
        });
  return {
    policy,
    baseline: await chooseBaseline(baseline, folder, policy),
    reports: new Map([...builtInWith(listColumns), ...reports].map((one) => [one.name, one])),
    addresses: list?.mailboxes.map(({ address }) => address.toLowerCase()),
  };
}
