import { columnKey } from '../mailboxes/list-columns.ts';
import { readMailboxLists } from '../mailboxes/list.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { Baseline } from '../policy/baseline/baseline-file.ts';
import { builtInWith, chooseBaseline, choosePolicy, registered } from '../policy/load.ts';
import type { Policy } from '../policy/policy-definition.ts';
import { chooseReports } from '../reports/choose.ts';
import type { AnyReport } from '../reports/table.ts';
import type { ValuesOf } from '../run/inputs.ts';
import type { StoredMailbox } from '../store/rows-file.ts';

/** A policy as the files of a commit have it. */
export interface PolicyState {
  /** Undefined: the commit has none. */
  readonly policy: Policy | undefined;
  readonly baseline: Baseline | undefined;
  /** The built-in reports and those of report files, with the columns of the list. */
  readonly reports: ReadonlyMap<string, AnyReport>;
  /** The addresses of its mailbox lists, in lower case; undefined: it names none, or all mailboxes of the tenant. */
  readonly addresses: readonly string[] | undefined;
  /** The values of the list's columns for a mailbox: those of its lists, without lists those of the run. */
  readonly listCellsOf: (stored: Pick<StoredMailbox, 'address' | 'columns'>) => Mailbox['columns'];
  /** Columns of the list that neither lists nor rows have. */
  readonly unknownColumns: readonly string[];
}

/**
 * Reads a policy with its lists, report files and baseline. Rejects with the first UserError about one of them.
 *
 * @param folder with the files of the commit
 * @param storedColumns those of the list that the rows were read with
 * @param input how errors name what names the policy
 */
export async function policyState(
  { mailboxes, addressColumn, extraColumns, report, policy: file, baseline }: ValuesOf<'validate'>,
  folder: string,
  storedColumns: readonly string[],
  input = 'policy',
): Promise<PolicyState> {
  const { lists: patterns, all } = mailboxes;
  const options = { patterns, workspace: folder, column: addressColumn, columns: extraColumns };
  const list = patterns.length === 0 ? undefined : await readMailboxLists(options);
  const isStored = (name: string): boolean => storedColumns.some((one) => columnKey(one) === columnKey(name));
  const unknownColumns = list === undefined ? extraColumns.filter((name) => !isStored(name)) : [];
  const listColumns = list?.columns ?? [...storedColumns, ...unknownColumns];
  const definitions = await chooseReports(report, folder);
  const { policy, reports, tables } = await choosePolicy(file, folder, definitions, listColumns, input);
  const cells = list && new Map(list.mailboxes.map(({ address, columns }) => [address.toLowerCase(), columns]));
  return {
    policy,
    baseline: await chooseBaseline(baseline, folder, policy),
    reports: new Map(
      [...builtInWith(listColumns), ...reports, ...tables].map((one) => [one.name, registered(one, policy)]),
    ),
    addresses: all ? undefined : list?.mailboxes.map(({ address }) => address.toLowerCase()),
    listCellsOf: ({ address, columns }) => (cells === undefined ? columns : cells.get(address.toLowerCase())),
    unknownColumns,
  };
}
